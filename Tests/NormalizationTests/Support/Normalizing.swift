// What the suites of this target share: one compiled catalogue, and a line turned into an object that
// an independent JSON parser has read.

import Foundation
import Normalization
import Testing

let standardCatalogue: Catalogue = {
    do { return try Catalogue.standard() } catch { preconditionFailure("\(error)") }
}()

/// 2021-06-01 11:29:04 UTC, the guide's own sample time.
let sampleReceivedAt: Int64 = 1_622_546_944_000

/// What became of one line.
struct Normalized {
    var outcome: Outcome
    var json: String
    /// The members as read back, in no order.
    var members: [String: NSObject]

    subscript(token: Token) -> String? { members[token.rawValue].map { "\($0)" } }
}

func normalize(
    _ line: [UInt8],
    settings: NormalizerSettings = NormalizerSettings(),
    receivedAt: Int64 = sampleReceivedAt,
    catalogue: Catalogue = standardCatalogue,
    prepare: (inout Envelope) -> Void = { _ in }
) throws -> Normalized {
    var normalizer = Normalizer(catalogue: catalogue, settings: settings)
    var output = OutputBuffer()
    var envelope = Envelope(
        position: RecordPosition(namespace: RecordPosition.namespace(of: "asa.raw"), partition: 0, offset: 1),
        receivedAt: receivedAt
    )
    prepare(&envelope)
    let outcome = normalizer.normalize(line.span, envelope, into: &output)
    let bytes = output.withBytes { span in span.indices.map { span[$0] } }
    guard case .event = outcome else { return Normalized(outcome: outcome, json: "", members: [:]) }
    let members = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: NSObject])
    return Normalized(outcome: outcome, json: String(decoding: bytes, as: UTF8.self), members: members)
}

func normalize(_ line: String, settings: NormalizerSettings = NormalizerSettings()) throws -> Normalized {
    try normalize(Array(line.utf8), settings: settings)
}
