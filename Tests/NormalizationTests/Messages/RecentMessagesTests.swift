// Texts of recent releases, open word lists, and damage of the field: what each line gives, and what it must not.

import Testing

@testable import Normalization

@Suite struct RecentMessagesTests {
    @Test(arguments: [
        (
            "6-302016: Teardown UDP connection 7 for outside:203.0.113.7/5 to inside:10.0.0.8/53 duration 0:00:00 bytes 2 Internal-Data0/3:RX[11] (kim)",
            "", "kim"
        ),
        (
            "6-302014: Teardown TCP connection 7 for outside:203.0.113.7/5 to inside:10.0.0.8/53 duration 0:00:00 bytes 2 TCP Reset-I Internal-Data0/3:RX[11] max-rate 10/20 Bps (kim)",
            "TCP Reset-I", "kim"
        ),
        (
            "6-302036: Teardown SCTP connection 7 for outside:203.0.113.7/5 to inside:10.0.0.8/53 duration 0:00:00 bytes 2 Internal-Data0/3:RX[1]",
            "", ""
        ),
        (
            "6-302018: Teardown GRE connection 7 from outside:203.0.113.7/1 to inside:10.0.0.8/1 duration 0:00:00 bytes 2 (kim)",
            "", "kim"
        ),
    ])
    func ringsAndRatesAreNoReason(_ text: String, _ reason: String, _ user: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.reason] == (reason.isEmpty ? nil : reason))
        #expect(event[.sourceUser] == (user.isEmpty ? nil : user))
        #expect(event[.sourceIpv4] == "203.0.113.7")
    }

    @Test(arguments: ["director", "backup", "forwarder", "stub", "owner stub"])
    func aClusterMayHoldAConnectionInAnyRole(_ role: String) throws {
        let event = try normalize(
            "%FTD-6-302023: Teardown \(role) TCP connection for inside:10.0.0.8/5 to outside:203.0.113.7/443 duration 0:01:00 forwarded bytes 9 Cluster flow closed"
        )
        #expect(event[.sourceIpv4] == "10.0.0.8")
        #expect(event[.destinationIpv4] == "203.0.113.7")
        #expect(event[.reason] == "Cluster flow closed")
    }

    @Test func anUnknownActionOfARuleCostsNothingElse() throws {
        let event = try normalize(
            "%FTD-1-430003: AccessControlRuleAction: Quarantine, SrcIP: 203.0.113.7, DstIP: 10.0.0.8, SrcPort: 5, DstPort: 80, Protocol: tcp, IngressInterface: outside, EgressInterface: dmz, AccessControlRuleName: r1, User: kim, NAT_InitiatorIP: 198.51.100.1"
        )
        #expect(event[.action] == "Quarantine")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.policy] == "r1")
        #expect(event[.sourceUser] == "kim")
        #expect(event[.natSourceIP] == "198.51.100.1")
        #expect(event[.outcome] == nil)
    }

    /// The name of a file stands before the user of its event, and may hold another one.
    @Test(
        arguments: [
            ("FileName: a.zip, FileType: ZIP, User: kim, FilePolicy: p1, URI: /a", "kim", "p1"),
            ("FileName: a, User: mallory, FileType: ZIP, User: kim, FilePolicy: p1, URI: /a", nil, nil),
            ("FileName: a, User: mallory, FileType: ZIP, User: No Authentication Required, FilePolicy: p1", nil, "p1"),
            ("FileName: a, User: Unknown, FileType: ZIP, User: kim, FilePolicy: p1", nil, "p1"),
        ] as [(String, String?, String?)]
    )
    func theNameOfAFileNamesNoUser(_ tail: String, _ user: String?, _ policy: String?) throws {
        let event = try normalize(
            "%FTD-1-430005: SrcIP: 203.0.113.7, DstIP: 10.0.0.8, SrcPort: 5, DstPort: 80, Protocol: tcp, \(tail)"
        )
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.networkProtocol] == "tcp")
        #expect(event[.sourceUser] == user)
        #expect(event[.policy] == policy)
    }

    @Test(arguments: ["", ", IngressInterface: outside", ", Prefilter Policy: p"])
    func aListOfARuleMayEndWithTheProtocol(_ tail: String) throws {
        let event = try normalize(
            "%FTD-6-430003: AccessControlRuleAction: Trust, SrcIP: 2001:db8::7, DstIP: 10.0.0.8, SrcPort: 5, DstPort: 443, Protocol: udp\(tail)"
        )
        #expect(event[.action] == "Trust")
        #expect(event[.networkProtocol] == "udp")
        #expect(event[.sourceIpv6] == "2001:0DB8:0000:0000:0000:0000:0000:0007")
        #expect(event[.destinationPort] == "443")
    }

    @Test func damagedLinesGiveNoWrongPort() throws {
        let event = try normalize(
            "%ASA-6-725007: SSL session with client outside:203.0.113.7/50188 to192.0.2.20/443 terminated."
        )
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.sourcePort] == "50188")
        let group = try normalize(
            "%ASA-5-713228: Group = Dev Username = kim, IP = 203.0.113.7, Assigned private IP address 10.9.0.5 to remote user"
        )
        #expect(group[.group] == "Dev")
        #expect(group[.sourceUser] == "kim")
    }

    @Test func whatTheDeviceDoesNotKnowIsNoUser() throws {
        let event = try normalize(
            "%ASA-4-750003: Local:192.0.2.1:500 Remote:203.0.113.7:500 Username:Unknown IKEv2 Negotiation aborted due to ERROR: Timeout"
        )
        #expect(event[.sourceUser] == nil)
        #expect(event[.reason] == "Timeout")
    }

    @Test(
        arguments: [
            ("5-713904: IP = 203.0.113.7, Phase 9 negotiation failed", "Failure"),
            ("5-713904: IP = 203.0.113.7, Phase 9 negotiation goes on", nil),
        ] as [(String, String?)]
    )
    func freeTextSaysWhetherItFailed(_ text: String, _ outcome: String?) throws {
        #expect(try normalize("%ASA-" + text)[.outcome] == outcome)
    }
}
