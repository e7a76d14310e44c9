// What captures become: ports of protocols that have none, translations that change nothing. Pure.

import Normalization
import Testing

@Suite struct EventFieldsTests {
    @Test(arguments: [
        // Numbers that stand where ports stand, but are types, codes, sequence numbers or call ids.
        ("%ASA-6-106100: access-list acl denied icmp in/192.0.2.1(8) -> out/198.51.100.1(0) hit-cnt 1 first hit", nil),
        (
            "%ASA-6-302020: Built inbound ICMP connection for faddr 192.0.2.1/4 gaddr 198.51.100.1/9 laddr 198.51.100.1/9",
            nil
        ),
        (
            "%ASA-6-302018: Teardown GRE connection 4 from out:192.0.2.1/7 to in:10.0.0.1/7 duration 0:00:01 bytes 5",
            nil
        ),
        ("%ASA-6-305011: Built dynamic ICMP translation from in:10.0.0.1/1 to out:192.0.2.1/4", nil),
        // Ports in any case of the protocol's name.
        ("%ASA-6-106100: access-list acl denied udp in/192.0.2.1(8) -> out/198.51.100.1(0) hit-cnt 1 first hit", "8"),
        ("%ASA-6-106100: access-list acl denied UDP in/192.0.2.1(8) -> out/198.51.100.1(0) hit-cnt 1 first hit", "8"),
        ("%ASA-6-305011: Built dynamic TCP translation from in:10.0.0.1/1 to out:192.0.2.1/4", "1"),
    ])
    func onlyProtocolsWithPortsGivePorts(_ line: String, _ port: String?) throws {
        let event = try normalize(line)
        #expect(event[.sourcePort] == port)
        #expect((event[.destinationPort] != nil) == (port != nil && line.contains("->")))
    }

    @Test(arguments: [
        ("gaddr 203.0.113.9/4 laddr 10.0.0.1/4", "203.0.113.9"),
        ("gaddr 10.0.0.1/4 laddr 10.0.0.1/4", nil),
        ("gaddr 2001:db8::1/4 laddr 2001:DB8:0::1/4", nil),
        ("gaddr 2001:db8::2/4 laddr 2001:db8::1/4", "2001:0DB8:0000:0000:0000:0000:0000:0002"),
        ("gaddr fw.example.net/4 laddr 10.0.0.1/4", nil),
    ])
    func translationIsNamedOnlyIfItChangesTheAddress(_ pair: String, _ translated: String?) throws {
        let event = try normalize("%ASA-6-302020: Built outbound ICMP connection for faddr 192.0.2.1/0 \(pair)")
        #expect(event[.natSourceIP] == translated)
    }

    @Test(arguments: [("16", "16"), ("0", "0"), ("x", nil), ("1x", nil), ("", nil), ("-1", nil)])
    func aClientMessageIsANumber(_ printed: String, _ expected: String?) throws {
        let event = try normalize(
            "%ASA-5-722012: Group <Dev> User <john> IP <203.0.113.7> SVC Message: \(printed)/NOTICE: bye"
        )
        #expect(event[.vpnClientMessage] == expected)
        #expect(event[.reason] == "bye")
    }
}
