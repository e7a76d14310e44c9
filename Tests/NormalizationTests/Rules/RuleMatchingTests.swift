// What rules do with events: which they match, that the first one decides, and which events a sample takes.

import Testing

@testable import Normalization

@Suite struct RuleMatchingTests {
    private static let built =
        "<166>Nov 03 2020 09:50:23 VPN1 : %ASA-6-302013: Built inbound TCP connection 4821 for "
        + "outside:10.9.0.5/50211 (10.9.0.5/50211)(LOCAL\\mary.major) to inside:192.0.2.8/443 (192.0.2.8/443)"
    private static let rejected =
        "<166>Nov 03 2020 09:50:39 vpn2: %ASA-6-113005: AAA user authentication Rejected : reason = Invalid password : "
        + "server = 192.0.2.10 : user = mary : user IP = 203.0.113.17"
    private static let started =
        "<165>Nov 03 2020 09:50:11 vpn1 : %ASA-5-113039: Group <Two Words> User <mary> IP <2001:db8::17> AnyConnect "
        + "parent session started."
    private static let unknown = "<166>Nov 03 2020 09:50:11 vpn1 : %ASA-6-999998: something else"

    /// What the first rule that matches a line is, from 0; -1 if none does.
    private func match(
        _ rules: [String],
        _ line: String,
        prepare: (inout Envelope) -> Void = { _ in }
    ) throws -> (rule: Int, isDropped: Bool) {
        var settings = NormalizerSettings()
        for rule in rules { #expect(settings.rules.add(rule, at: "r") == []) }
        let found = try normalize(bytes(line), settings: settings, prepare: prepare)
        switch found.outcome {
        case .event(let summary): return (summary.rule ?? -1, false)
        case .dropped(let summary):
            #expect(found.json.isEmpty)
            return (summary.rule ?? -1, true)
        case .deadLetter(let reason): throw reason
        }
    }

    @Test(arguments: [
        ("id=302013", built, true), ("id=302000-302020", built, true), ("id=302014,302015-302099", built, false),
        ("id=302016-302013", built, false), ("id=999000-999999", unknown, true), ("id=999997", unknown, false),
        ("severity=6", built, true), ("severity=0-5,7", built, false), ("severity=5", started, true),
        ("outcome=Failure", rejected, true), ("outcome=Success", rejected, false), ("outcome=Success", built, true),
        ("outcome=Failure,Success", unknown, false), ("eventType=TRAFFIC", built, true),
        ("eventType=SYSTEM", built, false), ("eventType=SYSTEM", "%ASA-6-317008: something else", false),
        ("eventType=SYSTEM", "%ASA-6-317008: Community list check with bad list x", true),
        ("group=-", "%ASA-4-113019: Group = -, Username = a, IP = 203.0.113.7, Session disconnected.", false),
        ("eventType=SYSTEM,TRAFFIC,\"SVC connection\"", unknown, false),
        // The words of the event, not those of the line.
        ("action=Allow", built, true), ("action=Built", built, false), ("action=started", started, true),
        ("action=Allow", unknown, false), ("deviceHost=vpn1", built, true), ("deviceHost=vpn2,Vpn1", built, true),
        ("deviceHost=vpn", built, false), ("group=\"Two Words\"", started, true), ("group=Two", started, false),
        ("group=\"two words\"", started, false), ("group=Dev", built, false), ("source=10.0.0.0/8", built, true),
        ("source=192.0.2.0/24", built, false), ("destination=192.0.2.0/24", built, true),
        ("destination=10.0.0.0/8", built, false), ("address=192.0.2.8", built, true),
        ("address=198.51.100.0/24,10.9.0.5", built, true), ("source=2001:db8::/32", started, true),
        ("address=2001:db9::/32", started, false), ("address=2001:db8::17", started, true),
        ("id=302013 severity=6 group=Dev", built, false),
        ("id=302013 severity=6 action=Allow deviceHost=vpn1 source=10.0.0.0/8 destination=192.0.2.8", built, true),
        ("id=302013 severity=6 action=Allow deviceHost=vpn1 source=10.0.0.0/8 destination=192.0.2.9", built, false),
    ])
    func aRuleMatchesIfAllConditionsHold(_ conditions: String, _ line: String, _ isMatch: Bool) throws {
        let found = try match(["drop " + conditions], line)
        #expect(found == (isMatch ? (0, true) : (-1, false)))
    }

    @Test func theFirstRuleThatMatchesDecides() throws {
        #expect(try match(["keep deviceHost=vpn1", "drop id=302013"], Self.built) == (0, false))
        #expect(try match(["drop id=302013", "keep deviceHost=vpn1"], Self.built) == (0, true))
        #expect(try match(["drop id=302013 source=1.2.3.4", "topic t id=302013", "drop"], Self.built) == (1, false))
        #expect(try match(["keep id=1", "keep severity=2"], Self.built) == (-1, false))
    }

    @Test func rulesBeyondTheFirstBlockOfTheTableAreAskedToo() throws {
        let rules = (0..<200).map { "drop deviceHost=other\($0)" }
        #expect(try match(rules + ["drop deviceHost=vpn1"], Self.built) == (200, true))
        #expect(try match(rules, Self.built) == (-1, false))
        #expect(try match((0..<64).map { "drop id=\($0)" } + ["keep"], Self.unknown) == (64, false))
    }

    @Test func aCustomerIsKnownByHeaderOrSetting() throws {
        let id = try #require(UUID("D656B196-EDB7-45E6-8485-3748A740D002"))
        let rule = ["drop customerId=\(id)"]
        #expect(try match(rule, Self.built) == (-1, false))
        #expect(try match(rule, Self.built) { $0.customerID = id } == (0, true))
        var settings = NormalizerSettings()
        settings.customerID = id
        #expect(settings.rules.add(rule[0], at: "r") == [])
        let found = try normalize(Self.built, settings: settings)
        guard case .dropped = found.outcome else { return #expect(Bool(false), "\(found.outcome)") }
    }

    @Test func theSenderStandsForADeviceThatTheLineDoesNotName() throws {
        let line = "%ASA-6-113008: AAA transaction status ACCEPT : user = a"
        #expect(try match(["drop deviceHost=gate"], line) { $0.deviceHost = bytes(" Gate ") } == (0, true))
        #expect(try match(["drop deviceHost=gate"], line) == (-1, false))
    }

    @Test func aLineInsideAJSONRecordIsMatchedAsTheLineItself() throws {
        let line = "<166>Nov 03 2020 09:50:23 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = a"
        let record = "{\"message\":\"\(line)\"}"
        #expect(try match(["drop id=113008 deviceHost=vpn1"], record) == (0, true))
    }

    @Test func whatIsDeliveredIsTheSameWithRulesAndWithout() throws {
        var settings = NormalizerSettings()
        #expect(settings.rules.add("topic other id=302013", at: "r") == [])
        for line in [Self.built, Self.rejected, Self.started, Self.unknown] {
            #expect(try normalize(line, settings: settings).json == normalize(line).json)
        }
    }

    // MARK: - Samples

    /// Offsets, of a thousand, at which a line is delivered.
    private func delivered(_ rule: String, _ line: (Int) -> String) throws -> Set<Int> {
        var settings = NormalizerSettings()
        #expect(settings.rules.add(rule, at: "r") == [])
        var normalizer = Normalizer(catalogue: standardCatalogue, settings: settings)
        var output = OutputBuffer()
        return Set(
            (0..<1000).filter { offset in
                let position = RecordPosition(namespace: 7, partition: 0, offset: Int64(offset))
                let envelope = Envelope(position: position, receivedAt: sampleReceivedAt)
                if case .event = normalizer.normalize(bytes(line(offset)).span, envelope, into: &output) { return true }
                return false
            }
        )
    }

    @Test func aSampleIsTheSameEachTimeAndAboutAsLargeAsItSays() throws {
        let taken = try delivered("sample 1/10") { _ in Self.built }
        #expect((70...130).contains(taken.count), "\(taken.count)")
        #expect(try delivered("sample 1/10") { _ in Self.built } == taken)
        // These stay as they are through all versions: a record that is read again is decided as it was.
        #expect(taken.sorted().prefix(5) == [16, 25, 30, 36, 37])
        #expect(try delivered("sample 1/1") { _ in Self.built }.count == 1000)
    }

    @Test func linesOfASessionStayOrGoTogether() throws {
        func line(_ number: Int) -> String {
            let session = number / 10
            let lines = [
                "%ASA-6-302013: Built inbound TCP connection \(session) for outside:10.9.0.5/5 (10.9.0.5/5) to "
                    + "inside:10.0.0.8/443 (10.0.0.8/443)",
                "%ASA-6-302014: Teardown TCP connection \(session) for outside:10.9.0.5/5 to inside:10.0.0.8/443 "
                    + "duration 0:00:05 bytes 9034 TCP FINs",
            ]
            return lines[number % 2]
        }
        let taken = try delivered("sample 1/4 by sessionId", line)
        #expect((10...40).contains(taken.count / 10), "\(taken.count)")
        for session in 0..<100 {
            #expect([0, 10].contains((0..<10).count { taken.contains(session * 10 + $0) }))
        }
    }

    @Test(arguments: Rule.samplingTokens.filter { $0 != .eventId })
    func anEventWithoutTheTokenIsDelivered(_ token: Token) throws {
        let line = "%ASA-6-999998: something else"
        #expect(try delivered("sample 1/1000000 by \(token.rawValue)") { _ in line }.count == 1000)
    }

    @Test func aValueThatSaysThereIsNoneIsNoToken() throws {
        let line = "%ASA-6-113039: Group <-> User <mary> IP <203.0.113.7> AnyConnect parent session started."
        #expect(try delivered("sample 1/1000000 by group") { _ in line }.count == 1000)
    }
}
