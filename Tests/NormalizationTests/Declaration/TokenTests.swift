// What a token and a hole are declared with.

import Testing

@testable import Normalization

@Suite struct TokenTests {
    @Test(arguments: Token.allCases)
    func aKeyHoldsTheNameOfItsToken(_ token: Token) {
        let key = "\(token.declaration.key)"
        let first = token == .deviceEventId ? "{" : ","
        let begin = first + "\"\(token.rawValue)\":"
        #expect(key.hasPrefix(begin))
        switch token.declaration.form {
        case .port, .time: #expect(key == begin)
        case .tag: #expect(key == begin + "\"%")
        case .text, .fragment, .ipv4, .ipv6, .address, .identifier: #expect(key == begin + "\"")
        }
    }

    @Test func onlyTokensOfTheTextStandBehindHoles() {
        let fed = Set(Hole.allCases.flatMap(\.tokens))
        let others: Set<Token> = [
            .deviceEventId, .deviceHost, .deviceSeverity, .severity, .eventTime, .eventName, .eventType, .outcome,
            .deviceType, .deviceModel, .deviceVendor, .customerId, .collectorId, .eventSourceId, .eventId,
            .collectorReceivedTime,
        ]
        #expect(fed.isDisjoint(with: others))
        #expect(fed.union(others) == Set(Token.allCases))
    }

    @Test func aSetHoldsEachHoleByItself() {
        for hole in Hole.allCases {
            var set = HoleSet()
            set.insert(hole)
            #expect(Hole.allCases.filter(set.contains) == [hole])
            set.remove(hole)
            #expect(set == HoleSet())
        }
        var pair = HoleSet()
        pair.insert(.group)
        pair.insert(.destinationPort)
        pair.remove(.group)
        #expect(Hole.allCases.filter(pair.contains) == [.destinationPort])
    }
}
