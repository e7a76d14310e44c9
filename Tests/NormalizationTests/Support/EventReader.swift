// One normalizer for many lines: making one prepares every event name, which costs more than a line.

import Foundation
import Normalization
import Testing

/// Normalizes lines one after the other and reads the events back with an independent JSON parser.
struct EventReader: ~Copyable {
    private var normalizer = Normalizer(catalogue: standardCatalogue, settings: NormalizerSettings())
    private var output = OutputBuffer()

    /// What was written for the last line.
    var json: String { output.text }

    /// What became of a line, and the members of the event; nil if what was written is not one JSON object.
    mutating func read(_ line: [UInt8]) -> (outcome: Outcome, members: [String: NSObject]?) {
        output = OutputBuffer()
        let envelope = Envelope(
            position: RecordPosition(namespace: 0, partition: 0, offset: 0),
            receivedAt: sampleReceivedAt
        )
        let outcome = normalizer.normalize(line.span, envelope, into: &output)
        // SAFETY: the bytes are copied before the closure returns.
        let json = output.withBytes { span in unsafe span.withUnsafeBytes { unsafe Data($0) } }
        guard case .event = outcome else { return (outcome, json.isEmpty ? [:] : nil) }
        return (outcome, (try? JSONSerialization.jsonObject(with: json)) as? [String: NSObject])
    }
}
