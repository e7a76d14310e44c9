// `messages`, `explain` and the report of `normalize`: what an engineer sees of the catalogue.

import Foundation
import Testing

@Suite struct CatalogueCommandTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func theShippedPageOfMessagesIsCurrent() throws {
        let program = try Program(["messages", "--format", "markdown"])
        #expect(program.wait() == 0)
        let page = try String(contentsOf: Self.root.appending(path: "deploy/messages.md"), encoding: .utf8)
        #expect(
            page == program.output,
            "run: anyconnect-normalizer messages --format markdown > deploy/messages.md"
        )
    }

    @Test func theListNamesLayoutsAndTokens() throws {
        let program = try Program(["messages"])
        #expect(program.wait() == 0)
        #expect(program.output.contains("113039  AnyConnect parent session started  (SYSTEM, Success)"))
        #expect(program.output.contains("Group <group> User <user> IP <public address> {AnyConnect|"))
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

    @Test func theReportCountsByMessageAndReason() throws {
        let lines = [
            "%ASA-6-113008: AAA transaction status ACCEPT : user = a",
            "%ASA-6-113008: AAA transaction status ACCEPT : user = b",
            "%ASA-6-113008: something else", "%ASA-6-999999: from a release to come",
            "%ASA-1-101001: (Primary) Failover cable OK.",
            "no tag",
        ]
        let program = try Program(["normalize", "--report"], input: Data(lines.joined(separator: "\n").utf8))
        #expect(program.wait() == 0)
        for part in [
            "lines 6, events 5, dead letters 1", "2  layout fits  (40.0 %)", "1  labels only", "1  name only",
            "1  unknown message", "1  dead letter: no-asa-tag", " 113008        3       2       1",
        ] {
            #expect(program.errors.contains(part), "\(part) in \(program.errors)")
        }
    }
}
