// No line, however broken, may stop the normalizer or make it write anything but one JSON object.

import Foundation
import Normalization
import TestSupport
import Testing

@Suite struct RobustnessTests {
    @Test func everyLineCutAnywhereGivesAnObjectOrADeadLetter() throws {
        var reader = EventReader()
        for fixture in Fixture.all {
            let line = try fixture.line()
            for end in 0...line.count {
                if reader.read(Array(line[..<end])).members == nil { Issue.record("\(fixture) cut at \(end)") }
            }
        }
    }

    @Test func everyRecordCutAnywhereGivesAnObjectOrADeadLetter() throws {
        var reader = EventReader()
        for record in HostileLine.records {
            for end in 0...record.count {
                for piece in ["", "<", "</", "\\", "\"", "=", "&"] {
                    let line = record[..<end] + Array(piece.utf8)
                    if reader.read(Array(line)).members == nil { Issue.record("\(record) cut at \(end), \(piece)") }
                }
            }
        }
    }

    @Test func everyLineWithAFlippedByteGivesAnObjectOrADeadLetter() throws {
        var reader = EventReader()
        let seed: UInt64 = 20_220_216
        var random = SeededGenerator(seed: seed)
        for fixture in Fixture.all {
            var line = try fixture.line()
            for _ in 0..<8 {
                let place = Int.random(in: line.indices, using: &random)
                line[place] = UInt8.random(in: 0...255, using: &random)
                guard reader.read(line).members == nil else { continue }
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
}
