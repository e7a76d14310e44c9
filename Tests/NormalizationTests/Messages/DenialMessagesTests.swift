// Denied packets, access lists, filters and tunnels: each row is one text as the ASA prints it and everything that the
// event says of it besides the header.

import Normalization
import Testing

@Suite struct DenialMessagesTests {
    @Test func deniedPacketsFail() throws {
        try checkMembers(
            #"106023: Deny tcp src outside:203.0.113.7/50188(LOCAL\john) dst inside:10.0.0.8/443 by access-group "acl in" [0x0, 0x0]"#,
            [
                "eventName": "Deny by access-group", "action": "Deny", "outcome": "Failure", "protocol": "tcp",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "sourcePort": "50188",
                "destinationIpv4": "10.0.0.8",
                "destinationPort": "443", "policy": "acl in", "sourceUser": "john", "sourceDomain": "LOCAL",
            ]
        )
        try checkMembers(
            "106023: Deny protocol 47 src outside:203.0.113.7 dst inside:10.0.0.8 by access-group \"\"",
            [
                "eventName": "Deny by access-group", "action": "Deny", "outcome": "Failure", "protocol": "47",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "destinationIpv4": "10.0.0.8",
            ]
        )
        try checkMembers(
            "106001: Inbound TCP connection denied from 203.0.113.7/50188 to 10.0.0.8/443 flags SYN  on interface outside",
            [
                "eventName": "Inbound TCP connection denied", "action": "Deny", "outcome": "Failure", "protocol": "TCP",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "sourcePort": "50188",
                "destinationIpv4": "10.0.0.8",
                "destinationPort": "443",
            ]
        )
        try checkMembers(
            "106014: Deny inbound icmp src outside:203.0.113.7 dst inside:10.0.0.8(type 8, code 0)",
            [
                "eventName": "Deny inbound icmp", "action": "Deny", "outcome": "Failure", "protocol": "icmp",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "destinationIpv4": "10.0.0.8",
            ]
        )
        try checkMembers(
            "313005: No matching connection for ICMP error message: icmp src outside:203.0.113.7 dst inside:10.0.0.8 (type 3, code 3) on outside interface.  Original IP payload: udp src 10.0.0.8/53 dst 203.0.113.7/1024.",
            [
                "eventName": "No matching connection for ICMP error message", "outcome": "Failure", "protocol": "icmp",
                "sourceInterface": "outside", "sourceIpv4": "203.0.113.7", "destinationIpv4": "10.0.0.8",
            ]
        )
        try checkMembers(
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
        try checkMembers(
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
        try checkMembers(
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
        try checkMembers(
            "106102: access-list filter permitted tcp for user \(printed) dmz-2/10.0.0.8(5353) -> outside/203.0.113.7(53) hit-cnt 1 first hit [0x1, 0x0]",
            [
                "eventName": "VPN filter access-list hit", "action": "Allow", "outcome": "Success", "protocol": "tcp",
                "policy": "filter", "sourceInterface": "dmz-2", "sourceIpv4": "10.0.0.8", "sourcePort": "5353",
                "destinationIpv4": "203.0.113.7", "destinationPort": "53", "sourceUser": user,
            ]
        )
    }

    @Test func aRequestIsARequestForAnything() throws {
        try checkMembers(
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
        try checkMembers(
            "304001: 10.0.0.8 Accessed URL 203.0.113.7:http://www.example.com/a@b",
            flow.merging(["sourceIpv4": "10.0.0.8"]) { $1 }
        )
        try checkMembers(
            "304001: 10.0.0.8 Accessed URL jane@203.0.113.7:http://www.example.com/",
            flow.merging(["sourceIpv4": "10.0.0.8"]) { $1 }
        )
        try checkMembers(
            #"304001: john@10.0.0.8(LOCAL\john) Accessed JAVA URL 203.0.113.7:http://www.example.com/"#,
            flow.merging(["sourceIpv4": "10.0.0.8", "sourceUser": "john", "sourceDomain": "LOCAL"]) { $1 }
        )
    }

    @Test func aTunnelPeerIsThePublicSide() throws {
        try checkMembers(
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
            "protocol": "tcp", "reason": "URL Block",
            "sourceInterface": "in", "sourceIpv4": "10.0.0.8", "sourcePort": "50188", "destinationIpv4": "203.0.113.7",
            "destinationPort": "443", "policy": "Rule 1",
        ]
        expected["sourceUser"] = user
        if user != nil { expected["sourceDomain"] = "CORP" }
        try checkMembers(
            "430003: EventPriority: Low, AccessControlRuleAction: Block, AccessControlRuleReason: URL Block, SrcIP: 10.0.0.8, DstIP: 203.0.113.7, SrcPort: 50188, DstPort: 443, Protocol: tcp, IngressInterface: in, EgressInterface: out, ACPolicy: default, AccessControlRuleName: Rule 1, Prefilter Policy: none, \(tail)",
            expected
        )
    }
}
