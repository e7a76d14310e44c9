// Messages that few devices report, in the words of Cisco's list: who and where each of them says.

import Testing

@testable import Normalization

@Suite struct UncommonMessagesTests {
    @Test(arguments: [
        ("6-723001: Group Dev, User kim, IP 203.0.113.7: WebVPN Citrix ICA connection 4 is up.", "kim"),
        ("6-723002: Group <Dev> User <kim> IP <203.0.113.7> WebVPN Citrix ICA connection 4 is down.", "kim"),
        ("6-730001: Group Dev, User kim, IP 203.0.113.7: VLAN MAPPING to VLAN 12", "kim"),
        (
            "4-730009: Group Dev, User kim, IP 203.0.113.7, CAS 192.0.2.9, capacity exceeded, terminating connection.",
            "kim"
        ),
        (
            "4-732003: Group Dev, User kim, IP 203.0.113.7, NAC-SETTINGS n1 from AAA is invalid, terminating connection.",
            "kim"
        ),
    ])
    func aSessionIsNamedWithoutBrackets(_ text: String, _ user: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.group] == "Dev")
        #expect(event[.sourceUser] == user)
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.natSourceIP] == "203.0.113.7")
    }

    /// The address of a binding is that of the host; the peer that tells of it is no source.
    @Test(arguments: [
        ("6-776251: CTS SGT-MAP: Binding 203.0.113.7 - Staff(12) from VPN added to binding manager.", "added"),
        ("6-776251: CTS SGT-MAP: Binding 203.0.113.7->12:Staff from SXP added to binding manager.", "added"),
        (
            "6-776252: CTS SGT-MAP: CTS SGT-MAP: Binding 203.0.113.7 - Staff(12) from VPN deleted from binding manager.",
            "Deleted"
        ),
        (
            "6-776018: CTS SXP: Binding 203.0.113.7 - Staff(12) from peer 192.0.2.9 (instance 1) added in SXP database.",
            "added"
        ),
        ("6-776008: CTS SXP: Connection with peer 203.0.113.7 (instance 1) state changed from Off to On.", "changed"),
        ("3-776003: CTS SXP: Connection with peer 203.0.113.7 failed: no password", "failed"),
    ])
    func aBindingNamesItsHost(_ text: String, _ action: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.destinationIpv4] == nil)
        #expect(event[.action] == action)
    }

    @Test(arguments: [
        "4-778001: VXLAN: Invalid VXLAN segment-id 9 for UDP from out:(203.0.113.7/5) to in:(192.0.2.9/443).",
        "3-779001: STS: Out-tag lookup failed for in-tag 9 of UDP from out:203.0.113.7/5 to 192.0.2.9/443.",
        "4-775002: Policy - UDP connection 9 from out:203.0.113.7/5 to in:192.0.2.9/443 is bypassed locally",
        "3-212006: Dropping SNMP request from 203.0.113.7/5 to in:192.0.2.9/443 because: unknown user",
        "6-620001: Pre-allocate CTIQBE RTP secondary channel for out:203.0.113.7/5 to in:192.0.2.9/443 from CTI message",
        "4-202005: Non-embryonic in embryonic list 203.0.113.7/5 192.0.2.9/443",
        "3-210007: LU allocate xlate failed for dynamic-nat UDP translation from out:203.0.113.7/5 (203.0.113.7/5) to in:192.0.2.9/443 (198.51.100.9/443)",
    ])
    func aFlowHasBothEnds(_ text: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event.json.contains("\"sourcePort\":5,"))
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event.json.contains("\"destinationPort\":443,"))
        #expect(event[.natSourceIP] == nil)
    }

    @Test(
        arguments: [
            ("6-604103: DHCP daemon interface in:  address granted 0011.2233.4455 (203.0.113.7)", "in"),
            ("6-604104: DHCP daemon interface in: address released 0011.2233.4455(203.0.113.7)", "in"),
            ("4-214001: Terminating manager session from 203.0.113.7 on interface in. Reason: too long", "in"),
            ("3-107001: RIP auth failed from 203.0.113.7: version=2, type=a, mode=b, sequence=1 on interface in", "in"),
            ("3-405301: Attribute 8 does not match for user 203.0.113.7", nil),
        ] as [(String, String?)]
    )
    func aHostAsksTheDevice(_ text: String, _ interface: String?) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.sourceIpv4] == "203.0.113.7")
        #expect(event[.sourceInterface] == interface)
    }

    @Test func hashesBehindAnAccessGroupAreNoPartOfItsName() throws {
        let event = try normalize(
            #"%ASA-4-106027: Deny src [in:0011.2233.4455] dst [out:0011.2233.4456] by access-group "eth" [0x0, 0x0]"#
        )
        #expect(event[.policy] == "eth")
        #expect(event[.action] == "Deny")
    }
}
