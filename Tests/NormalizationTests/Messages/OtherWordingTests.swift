// Messages that devices, releases and relays print otherwise than Cisco's list: without a blank, without quotes, with
// other words.

import Testing

@testable import Normalization

@Suite struct OtherWordingTests {
    @Test(arguments: [
        "6-602303: IPSEC: An outbound remote access SA (SPI= 0x1F) between 192.0.2.1 and 203.0.113.7(user= kim) "
            + "has been created.",
        "6-602304: IPSEC: An inbound remote access SA (SPI= 0x1F) between 192.0.2.1 and 203.0.113.7(kim) "
            + "has been deleted.",
        "4-402116: IPSEC: Received an ESP packet (SPI= 0x1F, sequence number= 0x2) from 203.0.113.7(user= kim) "
            + "to 192.0.2.1.  The decapsulated inner packet doesn't match the negotiated policy in the SA.  "
            + "The packet specifies its destination as 10.1.1.9, its source as 10.2.2.9, and its protocol as icmp.",
        "4-402119: IPSEC: Received an ESP packet (SPI= 0x1F, sequence number= 0x2) from 203.0.113.7(user=kim) "
            + "to 192.0.2.1 that failed anti-replay checking.",
        "4-402121: IPSEC: Received an ESP packet (SPI= 0x1F, sequence number= 0x2) from 203.0.113.7(user= kim) "
            + "to 192.0.2.1 that was dropped by IPSec (no SA).",
    ])
    func theUserOfATunnelStandsBehindItsAddress(_ text: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.sourceUser] == "kim")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.destinationIpv4] == "192.0.2.1")
    }

    @Test(arguments: [
        #"for user "kim" disconnected by SSH server, reason: "Internal error"(0x00)"#,
        #"for user "kim" disconnected by SSH server, reason: "Internal error" (0x00)"#,
        #"for user kim disconnected by SSH server, reason: "Internal error" (0x03)"#,
        #"for user kim disconnected by SSH server, reason: "Internal error"(0x03)"#,
        #"for user kim disconnected by SSH server, reason: "Internal error""#,
        "for user kim disconnected by SSH server, reason: Internal error (0x03)",
        "for user kim disconnected by SSH server, reason: Internal error",
    ])
    func whyAShellEndedHasNoQuotesAndNoNumber(_ text: String) throws {
        let event = try normalize("%ASA-6-315011: SSH session from 203.0.113.7 on interface mgmt " + text)
        #expect(event[.reason] == "Internal error")
        #expect(event[.sourceUser] == "kim")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.sourceInterface] == "mgmt")
    }

    /// A client's user is printed as the peer, and may be an address.
    @Test(arguments: ["kim", "192.0.2.66", "2001:db8::66", "192.0.2.66/66"])
    func thePeerBehindTheLabelsIsNoSource(_ name: String) throws {
        let event = try normalize(
            """
            %ASA-5-713050: Group = Dev, Username = \(name), IP = 203.0.113.7, \
            Connection terminated for peer \(name).  Reason: Peer Terminate  Remote Proxy 10.9.8.7, Local Proxy 0.0.0.0
            """
        )
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.sourceIpv6] == nil)
        #expect(event[.natSourceIP] == "203.0.113.7")
        #expect(event[.sourceUser] == name)
        #expect(event[.reason] == "Peer Terminate")
    }

    @Test func aPeerWithoutLabelsIsTheSource() throws {
        let rest = "  Reason: Peer Terminate  Remote Proxy N/A, Local Proxy N/A"
        let event = try normalize("%ASA-5-713050: Connection terminated for peer 203.0.113.7." + rest)
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.reason] == "Peer Terminate")
    }

    @Test(arguments: [
        "4-407002: Embryonic limit 60/50 for through connections exceeded.203.0.113.7/5 "
            + "to 192.0.2.9 (10.1.1.9)/443 on interface out",
        "4-407002: Embryonic limit 60/50 for through connections exceeded. 203.0.113.7/5 "
            + "to 192.0.2.9(10.1.1.9)/443 on interface out",
        "2-108003: Terminating SMTP connection; malicious pattern detected in the mail address "
            + "from out:203.0.113.7/5 to in:192.0.2.9/443. Data:x",
        "2-108003: Terminating ESMTP connection; malicious pattern detected in the mail address "
            + "from out:203.0.113.7/5 to in:192.0.2.9/443.",
        "6-716042: access-list webvpn denied tcp out/203.0.113.7 (5) - in/192.0.2.9 (443) hit-cnt 3",
        "6-106100: access-list vpn denied tcp out/203.0.113.7 (5) -> in/192.0.2.9 (443) hit-cnt 1 first hit [0x0, 0x0]",
    ])
    func bothEndsAreRead(_ text: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event.json.contains("\"sourcePort\":5,"))
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event.json.contains("\"destinationPort\":443,"))
        #expect(event[.sourceInterface] == "out")
    }

    @Test(arguments: [
        "1-106021: Deny protocol 103 reverse path check from 203.0.113.7 to 192.0.2.9 on interface out",
        "1-106022: Deny protocol 103 connection spoof from 203.0.113.7 to 192.0.2.9 on interface out",
        "6-110002: Failed to locate egress interface for protocol 103 from out:203.0.113.7/0 to 192.0.2.9/0",
        "6-110003: Routing failed to locate next hop for protocol 103 from out:203.0.113.7/0 to in:192.0.2.9/0",
    ])
    func aProtocolHasANumber(_ text: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.networkProtocol] == "103")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event[.sourceInterface] == "out")
    }

    /// As samples print Cisco's own list.
    @Test(arguments: ["1-106021: Deny protocol reverse path check", "1-106022: Deny protocol connection spoof"])
    func theWordOfTheListMayStandForTheProtocol(_ begin: String) throws {
        let event = try normalize("%ASA-\(begin) from 203.0.113.7 to 192.0.2.9 on interface out")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event[.sourceInterface] == "out")
    }

    @Test(arguments: ["500001: ActiveX", "500002: Java"])
    func contentThatWasModified(_ begin: String) throws {
        let rest = " content in java script is modified: src 203.0.113.7 dest 192.0.2.9 on interface out"
        let event = try normalize("%ASA-5-" + begin + rest)
        #expect(event[.action] == "modified")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event[.sourceInterface] == "out")
    }

    @Test func aCallHasNoPortOnTheInside() throws {
        let text = "Pre-allocate H225 Call Signalling Connection for faddr 203.0.113.7/1720 to laddr 192.0.2.9"
        #expect(try normalize("%ASA-6-302012: " + text)[.destinationIpv4] == "192.0.2.9")
    }

    @Test func aChallengeHasSignsBeforeItsValues() throws {
        let event = try normalize("%ASA-6-113010: AAA challenge received for user = kim from server = 192.0.2.9")
        #expect(event[.sourceUser] == "kim")
        #expect(event[.destinationIpv4] == "192.0.2.9")
    }

    @Test(
        arguments: [
            ("finished successfully", "Success"), ("completed", "Success"), ("finished with error", "Failure"),
            ("been requested", nil), ("started", nil),
        ] as [(String, String?)]
    )
    func takingANameOutOfACertificateHasAnOutcome(_ words: String, _ outcome: String?) throws {
        let text = "Extraction of username from VPN client certificate has \(words).  [Request 7]"
        #expect(try normalize("%ASA-7-113028: " + text)[.outcome] == outcome)
    }

    @Test(
        arguments: [
            ("4-713903", "Can't find a valid tunnel group, aborting...!", "Failure"),
            ("4-713903", "Error: Unable to remove PeerTblEntry", "Failure"),
            ("5-713904", "Received encrypted packet with no matching SA, dropping", "Failure"),
            ("7-713906", "Rejecting the proposal", "Failure"),
            ("7-713906", "Starting phase 1 rekey timer: 82080 (secs)", nil),
            ("5-713904", "Freeing previously allocated memory for authorization-dn-attributes", nil),
        ] as [(String, String, String?)]
    )
    func freeTextSaysThatSomethingFailed(_ id: String, _ text: String, _ outcome: String?) throws {
        #expect(try normalize("%ASA-\(id): Group = Dev, IP = 203.0.113.7, \(text)")[.outcome] == outcome)
    }

    /// Cisco's list spells the words with an underscore, and a sample may end at the destination.
    @Test(
        arguments: [
            (#" by access-group "edge" [0x0, 0x0]"#, "edge"), (" by access-group edge [0x0, 0x0]", "edge"),
            (" by access_group edge [0x0, 0x0]", "edge"), (#" by access_group "edge""#, "edge"), ("", nil), (".", nil),
            (#" by access-group "edg"#, nil),
        ] as [(String, String?)]
    )
    func aDeniedPacketHasADestination(_ end: String, _ policy: String?) throws {
        let event = try normalize(
            #"%ASA-4-106023: Deny tcp src outside:203.0.113.7/51000(LOCAL\kim) dst inside:192.0.2.9/443"# + end
        )
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.sourceUser] == "kim")
        #expect(event[.sourceInterface] == "outside")
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event[.destinationPort] == "443")
        #expect(event[.policy] == policy)
    }

    @Test(
        arguments: [
            "6-106015: Deny TCP (no connection) from 203.0.113.7/51000 to 192.0.2.9/443",
            "2-106001: Inbound TCP connection denied from 203.0.113.7/51000 to 192.0.2.9/443",
            "6-106100: access-list edge denied tcp outside/203.0.113.7(51000) -> inside/192.0.2.9(443)",
        ]
    )
    func aSampleMayEndAtTheDestination(_ text: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event[.destinationPort] == "443")
        // A bracket that is missing, or a port, shows a cut.
        let short = try normalize("%ASA-" + text.replacing(text.hasSuffix(")") ? "(443)" : "/443", with: ""))
        #expect(short[.destinationIpv4] == nil)
    }

    /// Firepower's list as an object of JSON: neither its last quote nor the brace is part of a value.
    @Test func aListInBracesEndsBeforeTheBrace() throws {
        let list = #"{"AccessControlRuleAction":"Allow","SrcIP":"203.0.113.7","DstIP":"192.0.2.9","SrcPort":51000,"#
        let user = try normalize("%FTD-1-430002: " + list + #""DstPort":443,"Protocol":"tcp","User":"CORP\\kim"}"#)
        #expect(user[.sourceUser] == "kim")
        #expect(user[.sourceDomain] == "CORP")
        let rule = try normalize(
            "%FTD-1-430003: " + list + #""DstPort":443,"Protocol":"tcp","AccessControlRuleName":"edge" }"#
        )
        #expect(rule[.networkProtocol] == "tcp")
        #expect(rule[.policy] == "edge")
        let bare = try normalize("%FTD-1-430003: " + list + #""DstPort":443,"Protocol":"tcp"}"#)
        #expect(bare[.networkProtocol] == "tcp")
        let typed = try normalize("%ASA-6-113012: AAA user authentication Successful : local database : user = kim}")
        #expect(typed[.sourceUser] == "kim}")
    }

    @Test func aCommandOfAnUnknownApplicationHasAUser() throws {
        let event = try normalize("%ASA-5-111010: User 'kim' executed 'terminal pager 0'")
        #expect(event[.sourceUser] == "kim")
        #expect(event[.action] == "executed")
    }

    @Test(arguments: ["(max 16)", "(max)", "(16)"])
    func aClientHasTooManyConnections(_ limit: String) throws {
        let event = try normalize(
            "%ASA-4-109017: User at 203.0.113.7 exceeded auth proxy connection limit " + limit
        )
        #expect(event[.sourceIpv4] == "203.0.113.7")
    }

    @Test(arguments: ["405101: Unable to Pre-allocate H225 Call Signalling", "405102: Unable to Pre-allocate H245"])
    func aConnectionToOpenBeforehandHasNoPortYet(_ text: String) throws {
        let event = try normalize("%ASA-4-\(text) Connection for faddr 203.0.113.7/1720 to laddr 192.0.2.9")
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.sourcePort] == "1720")
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event[.destinationPort] == nil)
    }

    @Test(arguments: ["751018", "113040"])
    func aLockedOutGroupIsToldOf(_ id: String) throws {
        let text = "Terminating the VPN connection attempt from Dev. Reason: This connection is group locked to Ops."
        let event = try normalize("%ASA-4-\(id): " + text)
        #expect(event[.group] == "Dev")
        #expect(event[.reason] == "This connection is group locked to Ops")
    }

    /// A page or a text has the brackets escaped; a user may have typed an escape where the device's brackets are.
    @Test(
        arguments: [
            ("Group &lt;Dev&gt; User &lt;o&#39;neil&gt; IP &lt;203.0.113.7&gt;", "o'neil"),
            (#"Group \u003cDev\u003e User \u003ckim\u003e IP \u003c203.0.113.7\u003e"#, "kim"),
            ("Group <Dev> User <a&lt;b> IP <203.0.113.7>", "a&lt;b"),
        ]
    )
    func escapedBracketsOfASession(_ begin: String, _ user: String) throws {
        let line = "<166>Jun 01 2021 11:29:03 vpn1 : %ASA-6-113039: \(begin) AnyConnect parent session started."
        let event = try normalize(line)
        #expect(event[.deviceHost] == "vpn1")
        #expect(event[.eventTime] == "Jun 01 2021 11:29:03")
        #expect(event[.group] == "Dev")
        #expect(event[.sourceUser] == user)
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.action] == "started")
    }
}
