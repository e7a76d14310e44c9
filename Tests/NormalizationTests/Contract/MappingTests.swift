// The version of the mapping is raised when an event changes: Fixtures/mapping-version holds it with a digest of the
// lines of all fixtures and one of their events.

import Foundation
import Normalization
import Testing

@Suite struct MappingTests {
    /// FNV-1a.
    private struct Digest: CustomStringConvertible {
        private var hash: UInt64 = 0xCBF2_9CE4_8422_2325

        mutating func add(_ bytes: [UInt8]) {
            for byte in bytes + [0] { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        }

        var description: String { String(hash, radix: 16) }
    }

    /// Adds the events of lines with these settings.
    private func add(_ lines: [[UInt8]], _ settings: NormalizerSettings, to digest: inout Digest) {
        var normalizer = Normalizer(catalogue: standardCatalogue, settings: settings)
        var output = OutputBuffer()
        let envelope = Envelope(
            position: RecordPosition(namespace: 0, partition: 0, offset: 1),
            receivedAt: sampleReceivedAt
        )
        for line in lines {
            output.removeAll()
            _ = normalizer.normalize(line.span, envelope, into: &output)
            digest.add(bytes(output.text))
        }
    }

    @Test func aChangedEventHasARaisedVersion() throws {
        let raw = try Fixture.all.map { try $0.line() }
        var (lines, events) = (Digest(), Digest())
        for line in raw { lines.add(line) }
        var other = NormalizerSettings()
        (other.timeForm, other.deviceSeverity) = (.rfc3339, .normalized)
        for settings in [NormalizerSettings(), other] { add(raw, settings, to: &events) }
        let found = ["\(Mapping.version)", "\(lines)", "\(events)"]
        let path = Fixture.folder.appending(path: "mapping-version")
        let recorded = try String(contentsOf: path, encoding: .utf8).split(whereSeparator: \.isWhitespace)
            .map(String.init)
        let areOthers = recorded.count == 3 && recorded[1] == found[1] && recorded[2] != found[2]
        let reason = areOthers ? "lines have become other events" : "there are other lines or another version"
        #expect(
            recorded == found,
            """
            \(reason): if any line is another event now than in the last release, see that Mapping.version is one more \
            than in that; then let \(path.path) hold the version and '\(found[1]) \(found[2])'
            """
        )
    }
}
