// `messages`, `explain` and the report of `normalize`: what an engineer sees of the catalogue.

import Foundation
import Testing

@Suite struct CatalogueCommandTests {
    /// What `messages --format json` prints.
    private func printedMessages() throws -> [[String: Any]] {
        let program = try Program(["messages", "--format", "json"])
        #expect(program.wait() == 0)
        return try program.output.split(separator: "\n")
            .map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
    }

    @Test func thePageOfMessagesHasASectionWithTheLayoutsOfEach() throws {
        let program = try Program(["messages", "--format", "markdown"])
        #expect(program.wait() == 0)
        let sections = program.output.components(separatedBy: "\n## ")
        let messages = try printedMessages()
        #expect(sections.count - 1 == messages.count)
        var layoutCount = 0
        for (section, message) in zip(sections.dropFirst(), messages) {
            let id = try #require(message["message"] as? Int)
            let layouts = try #require(message["layouts"] as? [String])
            #expect(Int(section.prefix { $0 != " " }) == id)
            let parts = section.components(separatedBy: "```")
            #expect(parts.count == (layouts.isEmpty ? 1 : 3), "\(section)")
            if parts.count == 3 { #expect(parts[1] == "\n" + layouts.joined(separator: "\n") + "\n") }
            layoutCount += layouts.count
        }
        let known = messages.filter { ($0["layouts"] as? [String])?.isEmpty == false }.count
        let counts = "\(known) messages with \(layoutCount) layouts, and the names of \(messages.count - known) more."
        #expect(sections[0].contains(counts), "\(sections[0])")
    }

    @Test func theMessagesAreInTheOrderOfTheirNumbers() throws {
        let numbers = try printedMessages().compactMap { $0["message"] as? Int }
        #expect(numbers.count > 1000 && numbers == Set(numbers).sorted())
    }

    @Test func theListNamesLayoutsAndTokens() throws {
        let program = try Program(["messages"])
        #expect(program.wait() == 0)
        #expect(program.output.contains("113039  AnyConnect parent session started  (SYSTEM, Success)"))
        #expect(program.output.contains("Group <group> User <user> IP <public address> {AnyConnect|"))
    }

    @Test func singleMessagesAreShownAndUnknownOnesNamed() throws {
        let program = try Program(["messages", "113039", "%ASA-4-113019", "--format", "json"])
        #expect(program.wait() == 0)
        let objects = try program.output.split(separator: "\n")
            .map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        #expect(objects.map { $0["message"] as? Int } == [113039, 113019])
        #expect((objects[0]["tokens"] as? [String])?.contains("sourceUser") == true)
        #expect((objects[0]["layouts"] as? [String])?.isEmpty == false)
        let unknown = try Program(["messages", "113039", "999999"])
        #expect(unknown.wait() == 1)
        #expect(unknown.output.contains("113039") && unknown.errors.contains("999999 is not in the catalogue"))
        let word = try Program(["messages", "login"])
        #expect(word.wait() == 78)
        #expect(word.errors.contains("'login' is not the number of a message"))
    }

    @Test func explainShowsBytesLayoutsAndTheEvent() throws {
        let line = "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = john.doe"
        let program = try Program(["explain", "--line", line])
        #expect(program.wait() == 0)
        for part in ["26..<30  \"vpn1\"  deviceHost", "\"john.doe\"  sourceUser", "layout 1", "\"deviceEventId\":"] {
            #expect(program.output.contains(part), "\(part) in \(program.output)")
        }
        #expect(!program.output.contains("\u{1B}"))
    }

    @Test(arguments: [
        ("09:50:01 VPN1 :", "UTC offset +02:00  set for this host"),
        ("09:50:01 vpn2 :", "UTC offset -07:30  for all that state none"),
        ("09:50:01 UTC vpn1 :", "UTC offset +00:00  stated in the line"),
    ])
    func explainSaysWhoseOffsetHolds(_ header: String, _ offset: String) throws {
        let line = "<166>Nov 03 2020 \(header) %ASA-6-113008: AAA transaction status ACCEPT : user = john.doe"
        let program = try Program(
            ["explain", "--utc-offset", "-07:30", "--utc-offset-of", "vpn1=+02:00", "--line", line]
        )
        #expect(program.wait() == 0)
        #expect(program.output.contains(offset), "\(program.output)")
    }

    @Test func explainSaysWhereALayoutStopped() throws {
        let program = try Program(
            ["explain"],
            input: Data("%ASA-4-113019: Group = a, Username = b, IP = 1.2.3.4, Ses".utf8)
        )
        #expect(program.wait() == 0)
        #expect(program.output.contains("no layout fits"))
        #expect(program.output.contains("stopped at byte 54: expected"), "\(program.output)")
    }

    @Test func explainOfADeadLetterEndsWithOne() throws {
        let program = try Program(["explain", "--line", "no tag"])
        #expect(program.wait() == 1)
        #expect(program.output.contains("dead letter: no-asa-tag"))
    }

    @Test func explainNumbersLinesAndNamesTheReaderOfTheHeader() throws {
        let lines = [
            "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = a",
            "no tag",
            #"{"log":"<166>1 2020-11-03T09:50:01Z vpn1 ASA - - - %ASA-6-113008: AAA transaction status ACCEPT : user = b"}"#,
        ]
        let program = try Program(["explain"], input: Data(lines.joined(separator: "\n").utf8))
        #expect(program.wait() == 1)
        let pages = program.output.components(separatedBy: "\nline ")
        #expect(pages.count == 3 && program.output.hasPrefix("line 1\n"), "\(program.output)")
        #expect(pages[0].contains("reader: common form\n"))
        #expect(pages[1].hasPrefix("2\n  no tag\ndead letter: no-asa-tag"))
        #expect(pages[2].hasPrefix("3\n") && pages[2].contains("reader: general, inside a JSON record\n"))
    }

    private static let lines = [
        "%ASA-6-113008: AAA transaction status ACCEPT : user = a",
        "%ASA-6-113008: AAA transaction status ACCEPT : user = b",
        "%ASA-6-113008: something else", "%ASA-6-999999: from a release to come",
        "%ASA-1-101001: (Primary) Failover cable OK.",
        "no tag", "%ASA-6-113008: a second one", "%ASA-6-113008: \(String(repeating: "x", count: 5000))",
    ]

    private func report(_ arguments: [String]) throws -> String {
        let program = try Program(
            ["normalize", "--report"] + arguments,
            input: Data(Self.lines.joined(separator: "\n").utf8)
        )
        #expect(program.wait() == 0)
        #expect(program.output.split(separator: "\n").count == 7)
        return program.errors
    }

    @Test func theReportCountsByMessageAndReason() throws {
        let text = try report([])
        for part in [
            "lines 8, events 7, dead letters 1", "2  layout fits  (28.5 %)", "3  labels only", "1  name only",
            "1  unknown message", "1  dead letter: no-asa-tag", " 113008        5       2       3",
            "  113008  line 3  %ASA-6-113008: something else\n", "  999999  line 4  %ASA-6-999999: from",
            "  no-asa-tag  line 6  no tag\n", "... 5015 bytes\n",
        ] {
            #expect(text.contains(part), "\(part) in \(text)")
        }
        // The dead letter itself comes before the table.
        #expect(text.hasPrefix(#"{"line":6,"#))
        #expect(text.utf8.count < 3000)
    }

    @Test func theReportAsJSONSaysTheSame() throws {
        let objects = try report(["--format", "json", "--samples", "2"]).split(separator: "\n").dropFirst()
            .map { try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any]) }
        let known = try #require(objects.first { $0["message"] as? Int == 113008 })
        #expect(known["layout"] as? Int == 2 && known["labels"] as? Int == 3)
        let samples = try #require(known["samples"] as? [[String: Any]])
        #expect(samples.map { $0["line"] as? Int } == [3, 7])
        let unknown = try #require(objects.first { $0["message"] as? Int == 999999 })
        #expect(unknown["isUnknown"] as? Bool == true && unknown["events"] as? Int == 1)
        #expect(objects.contains { $0["reason"] as? String == "no-asa-tag" && $0["count"] as? Int == 1 })
        #expect(objects.last?["lines"] as? Int == 8 && objects.last?["deadLetters"] as? Int == 1)
    }

    @Test func theFormOfAReportIsForAReport() throws {
        let program = try Program(["normalize", "--format", "json"])
        #expect(program.wait() == 78)
        #expect(program.errors.contains("--format: for --report only"))
    }
}
