// Every layout, printed with random values, must give these values back: the catalogue's wording, its holes and the
// token rules checked against an oracle of their own.

import Foundation
import Normalization
import TestSupport
import Testing

@Suite struct RoundTripTests {
    /// Printed with a failure; change it to repeat one.
    static let seed: UInt64 = 20_220_216

    @Test func everyLayoutGivesBackTheValuesPrinted() throws {
        var reader = EventReader()
        for message in Messages.all {
            for (ordinal, format) in message.formats.enumerated() {
                for round in 0..<4 {
                    let seed = RoundTripTests.seed &+ UInt64(message.id) &* 1_000 &+ UInt64(ordinal * 10 + round)
                    var random = SeededGenerator(seed: seed)
                    let printed = PrintedMessage(message, format, &random)
                    let found = try tokens(of: "%ASA-6-\(number(message.id)): \(printed.text)", &reader)
                    guard found != printed.expected else { continue }
                    let place = "message \(message.id), layout \(ordinal + 1), seed \(seed)"
                    Issue.record("\(place): \(printed.text)\ngave \(found)\nnot \(printed.expected)")
                }
            }
        }
    }

    private func number(_ id: Int32) -> String { String(repeating: "0", count: max(0, 6 - "\(id)".count)) + "\(id)" }

    /// The tokens that a line states, without those of header and envelope.
    private func tokens(of line: String, _ reader: inout EventReader) throws -> [String: NSObject] {
        let (outcome, members) = reader.read(Array(line.utf8))
        guard case .event(let summary) = outcome, case .layout = summary.fit else {
            Issue.record("fits no layout: \(line)")
            return [:]
        }
        let others = Set(
            [
                Token.deviceEventId, .deviceSeverity, .severity, .deviceType, .deviceModel, .deviceVendor, .eventId,
                .collectorReceivedTime,
            ].map(\.rawValue)
        )
        return try #require(members).filter { !others.contains($0.key) }
    }
}
