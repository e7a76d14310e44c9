// All rules in one table decide as each of them alone, asked from top to bottom.

import TestSupport
import Testing

@testable import Normalization

@Suite struct RuleTableTests {
    private static let lines = [
        "<166>Nov 03 2020 09:50:23 VPN1 : %ASA-6-302013: Built inbound TCP connection 4821 for "
            + "outside:10.9.0.5/50211 (10.9.0.5/50211)(LOCAL\\mary.major) to inside:192.0.2.8/443 (192.0.2.8/443)",
        "<166>Nov 03 2020 09:50:39 vpn2: %ASA-6-113005: AAA user authentication Rejected : reason = Invalid password : "
            + "server = 192.0.2.10 : user = mary : user IP = 203.0.113.17",
        "<165>Nov 03 2020 09:50:11 vpn1.branch-office.example.com : %ASA-5-113039: Group <Dev> User <mary> "
            + "IP <2001:db8::17> AnyConnect parent session started.",
        "<164>Nov 03 2020 09:50:54: %ASA-4-106023: Deny tcp src outside:203.0.113.95/61000 dst inside:10.0.0.8/3389 by "
            + "access-group \"outside_in\" [0x8ed66b60, 0xf8852875]",
        "<166>Nov 03 2020 09:50:11 vpn1 : %ASA-6-999998: something else",
    ]

    /// Conditions of each kind: some that lines fulfil, and some that none does.
    private static let conditions: [[String]] = [
        ["id=302013", "id=100000-399999", "id=999998", "id=113005,113039", "id=1-2"],
        ["severity=4-5", "severity=6", "severity=0"],
        ["outcome=Failure", "outcome=Success"],
        ["eventType=TRAFFIC", "eventType=SYSTEM"],
        ["action=Deny", "action=Allow", "action=none"],
        ["group=Dev", "group=dev"],
        ["deviceHost=vpn1", "deviceHost=vpn2,gate", "deviceHost=VPN1.branch-office.example.com", "deviceHost=other"],
        ["customerId=d656b196-edb7-45e6-8485-3748a740d002", "customerId=00000000-0000-0000-0000-000000000001"],
        ["source=10.0.0.0/8", "source=2001:db8::/32", "source=203.0.113.0/24", "source=1.2.3.4"],
        ["destination=192.0.2.0/24", "destination=10.0.0.8"],
        ["address=10.9.0.5", "address=0.0.0.0/0", "address=::/0"],
    ]

    /// A rule with up to three conditions, always the same for a number.
    private static func rule(_ random: inout some RandomNumberGenerator) -> String {
        let kinds = conditions.shuffled(using: &random).prefix(Int.random(in: 1...3, using: &random))
        return (["keep"] + kinds.map { $0[Int.random(in: 0..<$0.count, using: &random)] }).joined(separator: " ")
    }

    private func match(_ rules: [String], _ line: String) throws -> Int? {
        var settings = NormalizerSettings()
        settings.customerID = UUID("D656B196-EDB7-45E6-8485-3748A740D002")
        for rule in rules { #expect(settings.rules.add(rule, at: "r") == []) }
        let found = try normalize(bytes(line), settings: settings) { $0.deviceHost = bytes("gate") }
        guard case .event(let summary) = found.outcome else { return nil }
        return summary.rule
    }

    @Test(arguments: [1, 3, 63, 64, 65, 200]) func aTableDecidesAsItsRulesOneByOne(_ count: Int) throws {
        var random = SeededGenerator(seed: UInt64(count))
        let rules = (0..<count).map { _ in Self.rule(&random) }
        for line in Self.lines {
            let isMatch = try rules.map { try match([$0], line) != nil }
            #expect(try match(rules, line) == isMatch.firstIndex(of: true), "\(line)")
            // Those that do not match alone do not match together.
            let others = rules.indices.filter { !isMatch[$0] }.map { rules[$0] }
            #expect(try match(others, line) == nil, "\(line)")
        }
    }
}
