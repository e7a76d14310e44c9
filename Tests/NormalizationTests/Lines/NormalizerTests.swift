// The entry point with any message: absent values, dead letters, and what it tells of an event.

import Normalization
import Testing

@Suite struct NormalizerTests {
    @Test(arguments: ["-", "N/A", "", " "])
    func aSignForNoneIsNoValue(_ none: String) throws {
        let event = try normalize(
            "%ASA-6-113039: Group <\(none)> User <\(none)> IP <\(none)> AnyConnect parent session started."
        )
        for token in [Token.group, .sourceUser, .sourceIpv4, .natSourceIP] { #expect(event[token] == nil) }
        #expect(event[.action] == "started")
    }

    @Test(arguments: ["-", "N/A", " - "])
    func aSignForNoneIsNoHost(_ none: String) throws {
        let text = "%ASA-6-113008: AAA transaction status ACCEPT : user = a"
        for line in [text, "<166>Nov 03 2020 09:50:01 \(none) : \(text)"] {
            let event = try normalize(Array(line.utf8)) { $0.deviceHost = Array(none.utf8) }
            #expect(event[.deviceHost] == nil)
            guard case .event(let summary) = event.outcome else {
                Issue.record("no event")
                return
            }
            #expect(summary.host == .unknown)
        }
    }

    @Test func aDashInsideAValueStays() throws {
        let event = try normalize(
            "%ASA-6-113039: Group <a-b> User <-x> IP <203.0.113.7> AnyConnect parent session started."
        )
        #expect(event[.group] == "a-b")
        #expect(event[.sourceUser] == "-x")
    }

    @Test(arguments: [
        ("", "empty"), (" \t\r\n", "empty"), ("\u{0}", "empty"), ("no tag", "no-asa-tag"), ("%ASA-6-", "no-asa-tag"),
    ])
    func whatIsNoMessageIsADeadLetter(_ line: String, _ reason: String) throws {
        let outcome = try normalize(line).outcome
        guard case .deadLetter(let found) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(found.rawValue == reason)
    }

    @Test func aLineOverTheLimitIsADeadLetter() throws {
        var settings = NormalizerSettings()
        settings.maximumLineBytes = 60
        let line = "%ASA-6-113008: AAA transaction status ACCEPT : user = "
        #expect(
            try normalize(line + String(repeating: "x", count: 61 - line.utf8.count), settings: settings).outcome
                == .deadLetter(.tooLong)
        )
        let fits = try normalize(line + String(repeating: "x", count: 60 - line.utf8.count), settings: settings)
        #expect(fits[.sourceUser] != nil)
    }

    @Test(arguments: [
        ("%ASA-6-113008: AAA transaction status ACCEPT : user = a", EventSummary.Fit.layout(0)),
        ("%ASA-6-113008: something else", .labels), ("%ASA-1-101001: (Primary) Failover cable OK.", .noLayout),
        ("%ASA-6-999999: from a release to come", .unknown),
    ])
    func theSummarySaysHowWellTheLineFits(_ line: String, _ fit: EventSummary.Fit) throws {
        guard case .event(let summary) = try normalize(line).outcome else {
            Issue.record("no event")
            return
        }
        #expect(summary.fit == fit)
    }
}
