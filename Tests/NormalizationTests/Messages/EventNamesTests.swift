// The tables of names: every row reads, names are Cisco's words without variables, and no family declares a row's
// message.

import Testing

@testable import Normalization

@Suite struct EventNamesTests {
    @Test func everyRowIsAMessage() {
        let rows = EventNames.tables.flatMap { $0.split(separator: "\n") }
        #expect(EventNames.messages.count == rows.count)
        #expect(rows.allSatisfy { EventNames.message($0.utf8) != nil })
    }

    @Test(arguments: EventNames.tables)
    func numbersAscend(_ table: String) {
        let numbers = table.split(separator: "\n").compactMap { EventNames.message($0.utf8)?.id }
        #expect(zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 })
        #expect(numbers.allSatisfy { (100_000...899_999).contains($0) })
    }

    @Test func namesHoldNoVariablesAndNoClosingStop() {
        for message in EventNames.messages {
            let name = message.name
            #expect(!name.contains { "<>{}[]|\"".contains($0) }, "\(message.id) \(name)")
            #expect(!name.contains("  "), "\(message.id) \(name)")
            #expect(name.last.map { !" .,:;-=(!".contains($0) } == true, "\(message.id) \(name)")
            #expect(name.first.map { !" .,:;-=".contains($0) } == true, "\(message.id) \(name)")
            #expect(name.utf8.count <= 125, "\(message.id) \(name)")
        }
    }

    @Test(
        arguments: [
            ("101001 Y + Failover cable OK", 101_001, "Failover cable OK", EventType.system, EventOutcome.success),
            ("722037 S - SVC closing connection", 722_037, "SVC closing connection", .svcConnection, .failure),
            ("302010 T . connections in use", 302_010, "connections in use", .traffic, nil),
        ] as [(String, Int32, String, EventType, EventOutcome?)]
    )
    func aRowIsNumberTypeOutcomeAndName(
        _ row: String,
        _ id: Int32,
        _ name: String,
        _ type: EventType,
        _ outcome: EventOutcome?
    ) throws {
        let message = try #require(EventNames.message(Substring(row).utf8))
        #expect(message.id == id)
        #expect(message.name == name)
        #expect(message.type == type)
        #expect(message.formats.isEmpty)
        switch message.outcome {
        case .success: #expect(outcome == .success)
        case .failure: #expect(outcome == .failure)
        case .unstated: #expect(outcome == nil)
        default: Issue.record("a row states no other rule")
        }
    }

    @Test(arguments: [
        "", "101001", "101001 Y", "101001 Y +", "101001 Y + ", "10100 Y + name", "1010011 Y + name", "101001 X + name",
        "101001 Y * name", "101001Y + name", "101001 Y +  name", " 101001 Y + name", "name",
    ])
    func anythingElseIsNoRow(_ row: String) {
        #expect(EventNames.message(Substring(row).utf8) == nil)
    }

    @Test func noFamilyDeclaresAMessageOfTheTables() {
        #expect(Set(EventNames.messages.map(\.id)).isDisjoint(with: Messages.declared.map(\.id)))
    }

    @Test func aMessageOfTheTablesIsNamedAndItsLabelsAreRead() throws {
        let event = try normalize("%ASA-1-101002: (Primary) Bad failover cable. Reason: pulled")
        guard case .event(let summary) = event.outcome else {
            Issue.record("no event")
            return
        }
        #expect(summary.fit == .noLayout)
        #expect(event[.eventName] == "Bad failover cable")
        #expect(event[.eventType] == "SYSTEM")
        #expect(event[.outcome] == "Failure")
        #expect(event[.reason] == "pulled")
    }
}
