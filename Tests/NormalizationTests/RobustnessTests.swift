// No line, however broken, may stop the normalizer or make it write anything but one JSON object.

import Foundation
import Normalization
import TestSupport
import Testing

@Suite struct RobustnessTests {
    @Test func everyLineCutAnywhereGivesAnObjectOrADeadLetter() throws {
        var normalizer = Normalizer(catalogue: standardCatalogue, settings: NormalizerSettings())
        for fixture in Fixture.all {
            let line = try fixture.line()
            for end in 0...line.count {
                if !isObjectOrDeadLetter(Array(line[..<end]), &normalizer) { Issue.record("\(fixture) cut at \(end)") }
            }
        }
    }

    @Test func everyLineWithAFlippedByteGivesAnObjectOrADeadLetter() throws {
        var normalizer = Normalizer(catalogue: standardCatalogue, settings: NormalizerSettings())
        let seed: UInt64 = 20_220_216
        var random = SeededGenerator(seed: seed)
        for fixture in Fixture.all {
            var line = try fixture.line()
            for _ in 0..<8 {
                let place = Int.random(in: line.indices, using: &random)
                line[place] = UInt8.random(in: 0...255, using: &random)
                guard !isObjectOrDeadLetter(line, &normalizer) else { continue }
                Issue.record("\(fixture), seed \(seed): \(line)")
            }
        }
    }

    @Test(arguments: [
        ("%ASA-6-113005: ", "a body of nothing"), ("%ASA-6-113005:", "no blank"),
        ("%ASA-6-722051: <<<<<<<<", "brackets only"), ("%ASA-6-725001: \0\0\0", "NULs"),
        ("%ASA-6-113019: Group = , Username = , IP = , ", "prefix only"),
        ("%ASA-6-302013: Built inbound TCP connection ((((((((((", "parentheses only"),
    ])
    func oddBodiesStayEvents(_ line: String, _ why: String) throws {
        let outcome = try normalize(line).outcome
        guard case .event = outcome else {
            Issue.record("\(why): \(outcome)")
            return
        }
    }

    @Test func aLineOfTheLargestSizeIsReadAndALongerOneIsNot() throws {
        let settings = NormalizerSettings()
        let beginning = Array("%ASA-6-113039: Group <Dev> User <".utf8)
        let user = [UInt8](repeating: UInt8(ascii: "u"), count: settings.maximumLineBytes - beginning.count)
        guard case .event = try normalize(beginning + user).outcome else {
            Issue.record("the largest line is no event")
            return
        }
        #expect(try normalize(beginning + user + [UInt8(ascii: "u")]).outcome == .deadLetter(.tooLong))
    }

    private func isObjectOrDeadLetter(_ line: [UInt8], _ normalizer: inout Normalizer) -> Bool {
        var output = OutputBuffer()
        let envelope = Envelope(
            position: RecordPosition(namespace: 0, partition: 0, offset: 0),
            receivedAt: sampleReceivedAt
        )
        switch normalizer.normalize(line.span, envelope, into: &output) {
        case .deadLetter: return output.withBytes { $0.isEmpty }
        case .event:
            let json = output.withBytes { span in Data(span.indices.map { span[$0] }) }
            return (try? JSONSerialization.jsonObject(with: json)) is [String: NSObject]
        }
    }
}
