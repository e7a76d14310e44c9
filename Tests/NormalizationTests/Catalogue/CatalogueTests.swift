// The catalogue as a whole: it compiles, tells all its faults at once, and has a golden file for every VPN message.

import Testing

@testable import Normalization

@Suite struct CatalogueTests {
    /// The families of VPN messages: what every number begins with.
    static let vpnFamilies = [
        "109", "111", "113", "402", "502", "602", "605", "606", "611", "710", "713", "715", "716", "717", "718", "719",
        "720", "721", "722", "724", "725", "734", "737", "746", "750", "751", "752",
    ]

    @Test func standardCatalogueHasNoFaults() {
        #expect(throws: Never.self) { try Catalogue(Messages.all) }
    }

    @Test func everyNumberIsDeclaredOnce() {
        let numbers = Messages.all.map(\.id)
        #expect(Set(numbers).count == numbers.count)
    }

    @Test func everyMessageHasANameWithoutOuterBlanksAndEndPunctuation() {
        for message in Messages.all {
            for name in [message.name] + message.formats.compactMap(\.name) {
                let isClean = !name.isEmpty && !".: ".contains(name.suffix(1)) && name.first != " "
                #expect(isClean, "\(message.id): \(name)")
            }
        }
    }

    @Test func everyVPNMessageHasAFixture() {
        let folders = Set(Fixture.all.map(\.id))
        let missing = Messages.all.map { "\($0.id)" }.filter { id in
            CatalogueTests.vpnFamilies.contains { id.hasPrefix($0) } && !folders.contains(id)
        }
        #expect(missing.isEmpty)
    }

    @Test func everyFixtureIsOfADeclaredMessage() {
        let numbers = Set(Messages.all.map { "\($0.id)" })
        #expect(Set(Fixture.all.map(\.id)).subtracting(numbers).isEmpty)
    }

    @Test func declarationFaultsAreReportedTogether() {
        let faults = faults(of: [
            Message(100_001, "twice", .system) { "one \(.user)" },
            Message(100_001, "twice again", .system) { "one \(.user)" },
            Message(10_000_001, "eight digits", .system),
            Message(100_002, "adjacent", .system) { "from \(.user)\(.group) on" },
            Message(100_003, "repeated", .system) { "from \(.user) to \(.user) on" },
            Message(100_004, "empty words", .system) { "from \(oneOf: "a", "") on" },
            Message(100_005, "optional without wording", .system) { "from \(.text) on\(optional: "\(.user)")" },
            Message(100_006, "prefix not first", .system) { "from \(.ike) on" },
            Message(100_007, "empty", .system) { "" },
        ])
        let expected: [Int32: String] = [
            100_001: "declared twice", 10_000_001: "more than seven digits", 100_002: "touch", 100_003: "stands twice",
            100_004: "empty word", 100_005: "begin with wording", 100_006: "stand first", 100_007: "is empty",
        ]
        for (id, text) in expected {
            #expect(faults.contains { $0.id == id && $0.text.contains(text) }, "\(id): \(text)")
        }
        #expect(faults.count == expected.count)
    }

    @Test func layoutsThatCannotRunAreReportedTogether() {
        let faults = faults(of: [
            Message(100_001, "shadowed", .system) {
                "SA \(.text)"
                "SA \(.text) up"
            },
            Message(100_002, "cannot read its own words", .system) { "state \(oneOf: "up", "upper") now" },
            Message(100_003, "cannot read its own text once folded", .system) { "failed,\(optional: " quite") then" },
            Message(100_004, "reads a hole wrongly", .system) { "user \(.user)." },
            Message(100_005, "good", .system) { "user \(.user)" },
        ])
        #expect(faults.map(\.id) == [100_001, 100_002, 100_003, 100_004])
        #expect(faults.map(\.layout) == [1, 0, 0, 0])
        for (fault, text) in zip(faults, ["takes its text before it", "its own text", "once folded", "wrongly"]) {
            #expect(fault.text.contains(text))
        }
    }

    @Test func faultsNameMessageAndLayout() {
        let error = CatalogueError(faults: [
            .init(id: 113_005, layout: 1, text: "is wrong"), .init(id: 113_019, layout: nil, text: "is odd"),
        ])
        #expect("\(error)" == "message 113005, layout 2: is wrong\nmessage 113019: is odd")
    }

    private func faults(of messages: [Message]) -> [CatalogueError.Fault] {
        do throws(CatalogueError) {
            _ = try Catalogue(messages)
            return []
        } catch {
            return error.faults
        }
    }
}
