// The guide maps labels, not ids: a layout that fits may refine what a label holds, but never
// lose it.

import Foundation
import TestSupport
import Testing

@testable import Normalization

@Suite struct LabelTests {
    @Test func noLayoutLosesWhatALabelOfItsTextHolds() {
        for message in Messages.all {
            for (ordinal, format) in message.formats.enumerated() {
                var random = SeededGenerator(seed: UInt64(message.id))
                let printed = PrintedMessage(message, format, &random)
                for hole in labeled(printed.text) where isLost(hole, printed) {
                    Issue.record("message \(message.id), layout \(ordinal + 1) loses \(hole): \(printed.text)")
                }
            }
        }
    }

    /// Columns: token, value, line of a number without a layout.
    @Test(arguments: Row.all(of: "labels"))
    func labelGivesItsTokenUnderAnyNumber(_ row: Row) throws {
        let token = try #require(Token(rawValue: row[0]))
        let event = try normalize(row[2])
        #expect(event[token] == row[1])
        #expect(event[.eventName] == nil)
    }

    private func labeled(_ text: String) -> [Hole] {
        let bytes = Array(text.utf8)
        var captures = Captures()
        LabelScanner.scan(bytes.span, from: 0, to: bytes.count, &captures)
        return Hole.allCases.filter { captures[$0].isPresent }
    }

    private func isLost(_ hole: Hole, _ printed: PrintedMessage) -> Bool {
        let tokens = hole == .publicAddress ? [Token.natSourceIP] : hole.tokens.filter { $0 != .sourceDomain }
        // A server with an IPv6 address has no token.
        if hole == .destinationAddress, printed.text.contains("2001:db8:") { return false }
        return !tokens.contains { printed.expected[$0.rawValue] != nil }
    }
}
