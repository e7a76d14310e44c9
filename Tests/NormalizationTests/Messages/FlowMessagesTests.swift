// Flows and translations: each row is one text as the ASA prints it and everything that the event says of it besides
// the header. Directions, translations, users and ICMP.

import Normalization
import Testing

@Suite struct FlowMessagesTests {
    @Test func inboundConnectionsStartAtTheFirstEndpoint() throws {
        try checkMembers(
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
            try checkMembers(
                "\(id): Built outbound \(name) connection 42 for outside:203.0.113.7/443 (203.0.113.7/443) to inside:10.0.0.8/50188 (198.51.100.8/50188)",
                members
            )
        }
    }

    @Test func pingsHaveNoPortsAndKnowTheirDirection() throws {
        try checkMembers(
            #"302020: Built inbound ICMP connection for faddr 203.0.113.7/4(LOCAL\john) gaddr 198.51.100.8/0 laddr 10.0.0.8/0 type 8 code 0"#,
            [
                "eventName": "Built ICMP connection", "action": "Allow", "outcome": "Success", "protocol": "ICMP",
                "sourceIpv4": "203.0.113.7", "destinationIpv4": "10.0.0.8", "sourceUser": "john",
                "sourceDomain": "LOCAL",
            ]
        )
        try checkMembers(
            "302020: Built outbound ICMP connection for faddr 203.0.113.7/4 gaddr 198.51.100.8/0 laddr 10.0.0.8/0",
            [
                "eventName": "Built ICMP connection", "action": "Allow", "outcome": "Success", "protocol": "ICMP",
                "sourceIpv4": "10.0.0.8",
                "destinationIpv4": "203.0.113.7", "natSourceIP": "198.51.100.8",
            ]
        )
        try checkMembers(
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
        try checkMembers(
            "302014: Teardown TCP connection 42 for outside:203.0.113.7/50188 to inside:10.0.0.8/443 duration 0:00:05 bytes 90 \(tail)",
            expected
        )
    }

    @Test func aTranslatedAddressIsNatted() throws {
        try checkMembers(
            #"305011: Built dynamic UDP translation from inside:10.0.0.8/5353(LOCAL\john) to outside(nat_acl):198.51.100.8/6001"#,
            [
                "eventName": "Built translation", "action": "Allow", "outcome": "Success", "protocol": "UDP",
                "sourceInterface": "inside", "sourceIpv4": "10.0.0.8", "sourcePort": "5353",
                "natSourceIP": "198.51.100.8",
                "sourceUser": "john", "sourceDomain": "LOCAL", "policy": "nat_acl",
            ]
        )
        try checkMembers(
            "305012: Teardown static TCP translation from inside:10.0.0.8/80 to outside:10.0.0.8/80 duration 0:00:30",
            [
                "eventName": "Teardown translation", "action": "Block", "outcome": "Success", "protocol": "TCP",
                "sourceInterface": "inside", "sourceIpv4": "10.0.0.8", "sourcePort": "80",
            ]
        )
        try checkMembers(
            "305009: Built static translation from inside:10.0.0.8 to outside:198.51.100.8",
            [
                "eventName": "Built translation", "action": "Allow", "outcome": "Success", "sourceInterface": "inside",
                "sourceIpv4": "10.0.0.8", "natSourceIP": "198.51.100.8",
            ]
        )
    }
}
