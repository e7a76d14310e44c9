// Golden files: each raw line of Fixtures becomes exactly the event beside it, types included.

import Foundation
import Normalization
import Testing

@Suite struct FixtureTests {
    @Test(arguments: Fixture.all)
    func lineBecomesTheEventBesideIt(_ fixture: Fixture) throws {
        let event = try normalize(fixture.line())
        let expected = try fixture.expected()
        guard case .event(let summary) = event.outcome else {
            Issue.record("a dead letter")
            return
        }
        #expect("\(summary.id)" == fixture.id)
        #expect(event.members == expected, "\(differences(event.members, expected))")
    }

    @Test func everyLineHasAnEventAndEveryEventALine() {
        #expect(Fixture.names(suffix: "log") == Fixture.names(suffix: "json"))
        #expect(!Fixture.all.isEmpty)
    }

    private func differences(_ found: [String: NSObject], _ expected: [String: NSObject]) -> [String] {
        Set(found.keys).union(expected.keys).sorted().filter { found[$0] != expected[$0] }.map { key in
            "\(key): \(found[key].map { "\($0)" } ?? "absent"), not \(expected[key].map { "\($0)" } ?? "absent")"
        }
    }
}
