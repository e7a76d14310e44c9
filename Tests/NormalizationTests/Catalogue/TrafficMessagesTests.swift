// Flows, translations and drops: each row is one text as the ASA prints it and everything that the event says of it
// besides the header. Directions, translations, users, ICMP and the traps of contract §5.

import Normalization
import Testing

@Suite struct TrafficMessagesTests {
    /// The members that do not come from the message's text.
    private static let header: Set<String> = [
        "deviceEventId", "deviceSeverity", "severity", "deviceType", "deviceModel", "deviceVendor", "eventId",
        "collectorReceivedTime",
        "eventType",
    ]

    private func check(_ text: String, _ expected: [String: String], type: String = "TRAFFIC") throws {
        let event = try normalize("%ASA-4-\(text)")
        var members: [String: String] = [:]
        for (key, value) in event.members where !Self.header.contains(key) { members[key] = "\(value)" }
        #expect(members == expected, "\(text)")
        #expect(event[.eventType] == type)
        guard case .event(let summary) = event.outcome, case .layout = summary.fit else {
            Issue.record("no layout fits: \(text)")
            return
        }
    }

    @Test func inboundConnectionsStartAtTheFirstEndpoint() throws {
        try check(
            #"302013: Built inbound TCP connection 42 for outside:203.0.113.7/50188 (203.0.113.7/50188)(LOCAL\john.doe) to inside:10.0.0.8/443 (198.51.100.8/443) (john.doe)"#,
            [
                "eventName": "Built TCP connection", "action": "Allow", "outcome": "Success", "protocol": "TCP",
                "sessionId": "42",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "sourcePort": "50188",
                "destinationIpv4": "10.0.0.8",
                "destinationPort": "443", "sourceUser": "john.doe", "sourceDomain": "LOCAL",
            ]
        )
    }

    @Test func outboundConnectionsStartAtTheSecondEndpoint() throws {
        let expected = [
            "action": "Allow", "outcome": "Success", "sessionId": "42", "sourceInterface": "inside",
            "sourceIpv4": "10.0.0.8",
            "sourcePort": "50188", "destinationIpv4": "203.0.113.7", "destinationPort": "443",
            "natSourceIP": "198.51.100.8",
        ]
        for (id, name) in [("302013", "TCP"), ("302015", "UDP"), ("302035", "SCTP")] {
            let members = expected.merging(["eventName": "Built \(name) connection", "protocol": name]) { $1 }
            try check(
                "\(id): Built outbound \(name) connection 42 for outside:203.0.113.7/443 (203.0.113.7/443) to inside:10.0.0.8/50188 (198.51.100.8/50188)",
                members
            )
        }
    }

    @Test func pingsHaveNoPortsAndKnowTheirDirection() throws {
        try check(
            #"302020: Built inbound ICMP connection for faddr 203.0.113.7/4(LOCAL\john) gaddr 198.51.100.8/0 laddr 10.0.0.8/0 type 8 code 0"#,
            [
                "eventName": "Built ICMP connection", "action": "Allow", "outcome": "Success", "protocol": "ICMP",
                "sourceIpv4": "203.0.113.7", "destinationIpv4": "10.0.0.8", "sourceUser": "john",
                "sourceDomain": "LOCAL",
            ]
        )
        try check(
            "302020: Built outbound ICMP connection for faddr 203.0.113.7/4 gaddr 198.51.100.8/0 laddr 10.0.0.8/0",
            [
                "eventName": "Built ICMP connection", "action": "Allow", "outcome": "Success", "protocol": "ICMP",
                "sourceIpv4": "10.0.0.8",
                "destinationIpv4": "203.0.113.7", "natSourceIP": "198.51.100.8",
            ]
        )
        try check(
            "302021: Teardown ICMP connection for faddr 2001:db8::7/4(9999:staff) gaddr 2001:db8::8/0 laddr 2001:db8::8/0 (john)",
            [
                "eventName": "Teardown ICMP connection", "action": "Block", "outcome": "Success", "protocol": "ICMP",
                "sourceIpv6": "2001:0DB8:0000:0000:0000:0000:0000:0007", "sourceUser": "john",
            ]
        )
    }

    @Test(arguments: [
        ("TCP FINs", "TCP FINs", "Success"), ("SYN Timeout", "SYN Timeout", "Success"),
        ("TCP Reset-O from inside", "TCP Reset-O", "Success"),
        ("Flow closed by inspection", "Flow closed by inspection", "Failure"),
        ("Deny Terminate", "Deny Terminate", "Failure"),
        ("TCP FINs from outside (john.doe)", "TCP FINs", "Success"),
    ])
    func aTeardownFailedOnlyIfItWasADenial(_ tail: String, _ reason: String, _ outcome: String) throws {
        var expected = [
            "eventName": "Teardown TCP connection", "action": "Block", "outcome": outcome, "protocol": "TCP",
            "sessionId": "42",
            "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "sourcePort": "50188",
            "destinationIpv4": "10.0.0.8",
            "destinationPort": "443", "reason": reason,
        ]
        if tail.hasSuffix("(john.doe)") { expected["sourceUser"] = "john.doe" }
        try check(
            "302014: Teardown TCP connection 42 for outside:203.0.113.7/50188 to inside:10.0.0.8/443 duration 0:00:05 bytes 90 \(tail)",
            expected
        )
    }

    @Test func aTranslatedAddressIsNatted() throws {
        try check(
            #"305011: Built dynamic UDP translation from inside:10.0.0.8/5353(LOCAL\john) to outside(nat_acl):198.51.100.8/6001"#,
            [
                "eventName": "Built translation", "action": "Allow", "outcome": "Success", "protocol": "UDP",
                "sourceInterface": "inside", "sourceIpv4": "10.0.0.8", "sourcePort": "5353",
                "natSourceIP": "198.51.100.8",
                "sourceUser": "john", "sourceDomain": "LOCAL", "policy": "nat_acl",
            ]
        )
        try check(
            "305012: Teardown static TCP translation from inside:10.0.0.8/80 to outside:10.0.0.8/80 duration 0:00:30",
            [
                "eventName": "Teardown translation", "action": "Block", "outcome": "Success", "protocol": "TCP",
                "sourceInterface": "inside", "sourceIpv4": "10.0.0.8", "sourcePort": "80",
            ]
        )
        try check(
            "305009: Built static translation from inside:10.0.0.8 to outside:198.51.100.8",
            [
                "eventName": "Built translation", "action": "Allow", "outcome": "Success", "sourceInterface": "inside",
                "sourceIpv4": "10.0.0.8", "natSourceIP": "198.51.100.8",
            ]
        )
    }

    @Test func deniedPacketsFail() throws {
        try check(
            #"106023: Deny tcp src outside:203.0.113.7/50188(LOCAL\john) dst inside:10.0.0.8/443 by access-group "acl in" [0x0, 0x0]"#,
            [
                "eventName": "Deny by access-group", "action": "Deny", "outcome": "Failure", "protocol": "tcp",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "sourcePort": "50188",
                "destinationIpv4": "10.0.0.8",
                "destinationPort": "443", "policy": "acl in", "sourceUser": "john", "sourceDomain": "LOCAL",
            ]
        )
        try check(
            "106023: Deny protocol 47 src outside:203.0.113.7 dst inside:10.0.0.8 by access-group \"\"",
            [
                "eventName": "Deny by access-group", "action": "Deny", "outcome": "Failure", "protocol": "47",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "destinationIpv4": "10.0.0.8",
            ]
        )
        try check(
            "106001: Inbound TCP connection denied from 203.0.113.7/50188 to 10.0.0.8/443 flags SYN  on interface outside",
            [
                "eventName": "Inbound TCP connection denied", "action": "Deny", "outcome": "Failure", "protocol": "TCP",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "sourcePort": "50188",
                "destinationIpv4": "10.0.0.8",
                "destinationPort": "443",
            ]
        )
        try check(
            "106014: Deny inbound icmp src outside:203.0.113.7 dst inside:10.0.0.8(type 8, code 0)",
            [
                "eventName": "Deny inbound icmp", "action": "Deny", "outcome": "Failure", "protocol": "icmp",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "destinationIpv4": "10.0.0.8",
            ]
        )
        try check(
            "313005: No matching connection for ICMP error message: icmp src outside:203.0.113.7 dst inside:10.0.0.8 (type 3, code 3) on outside interface.  Original IP payload: udp src 10.0.0.8/53 dst 203.0.113.7/1024.",
            [
                "eventName": "No matching connection for ICMP error message", "outcome": "Failure", "protocol": "icmp",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "destinationIpv4": "10.0.0.8",
            ]
        )
        try check(
            "419001: Dropping TCP packet from outside:203.0.113.7/80 to inside:10.0.0.8/50188, reason: MSS exceeded, MSS 1380, data 1460",
            [
                "eventName": "Dropping TCP packet, MSS exceeded", "action": "Drop", "outcome": "Failure",
                "protocol": "TCP",
                "reason": "MSS exceeded, MSS 1380, data 1460", "sourceInterface": "outside",
                "sourceIpv4": "203.0.113.7",
                "sourcePort": "80", "destinationIpv4": "10.0.0.8", "destinationPort": "50188",
            ]
        )
    }

    @Test(arguments: [
        ("permitted", "Allow", "Success"), ("denied", "Deny", "Failure"), ("est-allowed", "Allow", "Success"),
    ])
    func anAccessListHitIsWhatItsVerbSays(_ verb: String, _ action: String, _ outcome: String) throws {
        // A list, an interface and a user that are named like verbs change nothing.
        try check(
            "106100: access-list Built \(verb) tcp denied/203.0.113.7(50188) -> Teardown/10.0.0.8(443) hit-cnt 1 first hit [0x1, 0x0]",
            [
                "eventName": "access-list hit", "action": action, "outcome": outcome, "protocol": "tcp",
                "policy": "Built",
                "sourceInterface": "denied", "sourceIpv4": "203.0.113.7", "sourcePort": "50188",
                "destinationIpv4": "10.0.0.8",
                "destinationPort": "443",
            ]
        )
    }

    @Test func aFilterOfAUserNamesTheUser() throws {
        try check(
            #"106103: access-list filter denied udp for user 'CORP\john' inside/10.0.0.8(5353) -> outside/203.0.113.7(53) hit-cnt 1 first hit [0x1, 0x0]"#,
            [
                "eventName": "VPN filter access-list denied", "action": "Deny", "outcome": "Failure", "protocol": "udp",
                "policy": "filter",
                "sourceInterface": "inside", "sourceIpv4": "10.0.0.8", "sourcePort": "5353",
                "destinationIpv4": "203.0.113.7",
                "destinationPort": "53", "sourceUser": "john", "sourceDomain": "CORP",
            ]
        )
    }

    @Test(arguments: [
        ("john", "john"), ("van der Berg", "van der Berg"), ("'van der Berg'", "van der Berg"), ("*****", "*****"),
    ])
    func aUserMayHoldBlanksBeforeAnInterface(_ printed: String, _ user: String) throws {
        try check(
            "106102: access-list filter permitted tcp for user \(printed) dmz-2/10.0.0.8(5353) -> outside/203.0.113.7(53) hit-cnt 1 first hit [0x1, 0x0]",
            [
                "eventName": "VPN filter access-list hit", "action": "Allow", "outcome": "Success", "protocol": "tcp",
                "policy": "filter", "sourceInterface": "dmz-2", "sourceIpv4": "10.0.0.8", "sourcePort": "5353",
                "destinationIpv4": "203.0.113.7", "destinationPort": "53", "sourceUser": user,
            ]
        )
    }

    @Test func aRequestIsARequestWhateverWasAsked() throws {
        try check(
            "434002: SFR requested to drop UDP packet from outside:203.0.113.7/53 to inside:10.0.0.8/5353",
            [
                "eventName": "SFR requested to drop packet", "action": "Request", "outcome": "Failure",
                "protocol": "UDP",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "sourcePort": "53",
                "destinationIpv4": "10.0.0.8",
                "destinationPort": "5353",
            ]
        )
    }

    @Test func accessedURLsMayNameAUser() throws {
        let flow = [
            "eventName": "Accessed URL", "action": "Accessed", "outcome": "Success", "destinationIpv4": "203.0.113.7",
        ]
        try check(
            "304001: 10.0.0.8 Accessed URL 203.0.113.7:http://www.example.com/a@b",
            flow.merging(["sourceIpv4": "10.0.0.8"]) { $1 }
        )
        try check(
            "304001: 10.0.0.8 Accessed URL jane@203.0.113.7:http://www.example.com/",
            flow.merging(["sourceIpv4": "10.0.0.8"]) { $1 }
        )
        try check(
            #"304001: john@10.0.0.8(LOCAL\john) Accessed JAVA URL 203.0.113.7:http://www.example.com/"#,
            flow.merging(["sourceIpv4": "10.0.0.8", "sourceUser": "john", "sourceDomain": "LOCAL"]) { $1 }
        )
    }

    @Test func aTunnelPeerIsThePublicSide() throws {
        try check(
            "603106: L2TP Tunnel created, tunnel_id is 3, remote_peer_ip is 203.0.113.7, ppp_virtual_interface_id is 1, client_dynamic_ip is 10.9.0.5, username is john",
            [
                "eventName": "L2TP Tunnel created", "action": "Created", "outcome": "Success", "sourceIpv4": "10.9.0.5",
                "natSourceIP": "203.0.113.7", "sourceUser": "john",
            ],
            type: "SYSTEM"
        )
    }

    @Test(
        arguments: [
            ("User: No Authentication Required", nil), ("User: Unknown", nil),
            (#"User: CORP\john, Client: DNS"#, "john"), ("URL: example.com", nil),
        ] as [(String, String?)]
    )
    func firepowerListsGiveTheGuidesTokens(_ tail: String, _ user: String?) throws {
        var expected = [
            "eventName": "Connection event at the end of the connection", "action": "Block", "outcome": "Failure",
            "protocol": "tcp",
            "sourceInterface": "in", "sourceIpv4": "10.0.0.8", "sourcePort": "50188", "destinationIpv4": "203.0.113.7",
            "destinationPort": "443", "policy": "Rule 1",
        ]
        expected["sourceUser"] = user
        if user != nil { expected["sourceDomain"] = "CORP" }
        try check(
            "430003: EventPriority: Low, AccessControlRuleAction: Block, AccessControlRuleReason: URL Block, SrcIP: 10.0.0.8, DstIP: 203.0.113.7, SrcPort: 50188, DstPort: 443, Protocol: tcp, IngressInterface: in, EgressInterface: out, ACPolicy: default, AccessControlRuleName: Rule 1, Prefilter Policy: none, \(tail)",
            expected
        )
    }
}
