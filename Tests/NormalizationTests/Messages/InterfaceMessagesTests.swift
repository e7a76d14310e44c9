// Messages that name an interface of the device with the words `on interface`, and no endpoint.

import Testing

@testable import Normalization

@Suite struct InterfaceMessagesTests {
    @Test(arguments: [
        "1-105003: (Primary) Monitoring on interface dmz-2 waiting",
        "1-105004: (Secondary) Monitoring on interface dmz-2 normal",
        "1-105005: (Secondary) Lost Failover communications with mate on interface dmz-2",
        "1-105006: (Primary) Link status Up on interface dmz-2.",
        "1-105007: (Primary) Link status Down on interface dmz-2.",
        "1-105008: (Primary_group_1) Testing Interface dmz-2",
        "1-105009: (Primary_group_1) Testing on interface dmz-2 Status Undetermined",
        "3-212001: Unable to open SNMP channel (UDP port 161) on interface dmz-2, error code = 1",
        "3-212002: Unable to open SNMP trap channel (UDP port 162) on interface dmz-2, error code = 1",
        "3-212003: Unable to receive an SNMP request on interface dmz-2 , error code = 5 , will try again.",
        "4-411001: Line protocol on interface dmz-2 changed state to up",
        "4-411003: Configuration status on interface dmz-2 changed state to upped",
        "4-411004: Configuration status on interface dmz-2 changed state to downed",
        "4-412002: Detected bridge table full while inserting MAC 0011.2233.4455 on interface dmz-2. "
            + "Number of entries =9",
        "5-503002: The last key has expired for interface dmz-2, packets sent using last valid key",
        "6-604101: DHCP client interface dmz-2: Allocated ip = 203.0.113.7, mask = 255.255.255.0, gw = 203.0.113.1",
        "6-604102: DHCP client interface dmz-2: address released",
        "6-604204: DHCPv6 delegated prefix 2001:db8::/56 got expired on interface dmz-2, "
            + "received from DHCPv6 PD server fe80::1",
        "6-621001: Interface dmz-2 does not support multicast, not enabled",
        "6-622001: Adding tracked route 0.0.0.0 0.0.0.0 203.0.113.1, distance 1, table default, on interface dmz-2",
    ])
    func theInterfaceIsToldOf(_ text: String) throws {
        #expect(try normalize("%ASA-" + text)[.sourceInterface] == "dmz-2")
    }

    @Test(
        arguments: [
            ("1-105009: (Primary) Testing on interface dmz Passed", "Passed", "Success"),
            ("1-105009: (Primary) Testing on interface dmz Failed.", "Failed", "Failure"),
            ("1-105009: (Primary) Testing on interface dmz Status Undetermined", nil, nil),
        ] as [(String, String?, String?)]
    )
    func aTestOfAnInterfaceHasAnOutcome(_ text: String, _ action: String?, _ outcome: String?) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.sourceInterface] == "dmz")
        #expect(event[.action] == action)
        #expect(event[.outcome] == outcome)
    }

    @Test func aNeighborIsToldOf() throws {
        let text = "%ASA-5-503001: Process 7, Nbr 192.0.2.3 on dmz from FULL to DOWN, Neighbor Down: Dead timer expired"
        let event = try normalize(text)
        #expect(event[.sourceIpv4] == "192.0.2.3")
        #expect(event[.sourceInterface] == "dmz")
        #expect(event[.reason] == "Neighbor Down: Dead timer expired")
    }

    @Test(arguments: [
        "4-325001: Router fe80::7 on dmz has conflicting ND (Neighbor Discovery) settings",
        "4-325002: Duplicate address fe80::7/0011.2233.4455 on dmz",
        "6-604205: DHCPv6 client on interface dmz allocated address fe80::7 from DHCPv6 server fe80::1 "
            + "with preferred lifetime 9 seconds and valid lifetime 9 seconds",
        "6-604208: DHCPv6 client address fe80::7 got expired on interface dmz, received from DHCPv6 server fe80::1",
    ])
    func theAddressOnAnInterfaceIsToldOf(_ text: String) throws {
        let event = try normalize("%ASA-" + text)
        #expect(event[.sourceIpv6] == "FE80:0000:0000:0000:0000:0000:0000:0007")
        #expect(event[.sourceInterface] == "dmz")
    }

    @Test func aServerThatTakesNoLogIsToldOf() throws {
        let begin = "%ASA-3-414001: Failed to save logging buffer using file name L.TXT to FTP server 192.0.2.9"
        let event = try normalize(begin + " on interface dmz: [timeout]")
        #expect(event[.destinationIpv4] == "192.0.2.9")
        #expect(event[.sourceInterface] == "dmz")
        #expect(event[.reason] == "timeout")
    }
}
