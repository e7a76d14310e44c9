// Cisco 105003 to 105009, 212001 to 212003, 325001, 325002, 412002, 414001, 503001 to 503003, 604101, 604102, 604201 to
// 604208, 621001, 621002, 622001: what happens on an interface of the device, which a message without endpoints names
// with the words `on interface`.

extension Device {
    static let interfaces = failoverTests + channels + neighbors + leases

    @MessageBuilder private static var failoverTests: [Message] {
        Message(105003, "Monitoring on interface waiting", .system) {
            "(\(.text)) Monitoring on interface \(.sourceInterface) waiting"
        }
        Message(105004, "Monitoring on interface normal", .system) {
            "(\(.text)) Monitoring on interface \(.sourceInterface) normal"
        }
        Message(105005, "Lost Failover communications with mate on interface", .system, .failure) {
            "(\(.text)) \(action: "Lost") Failover communications with mate on interface \(.sourceInterface)"
        }
        Message(105006, "Link status Up on interface", .system) {
            "(\(.text)) Link status Up on interface \(.sourceInterface)"
        }
        Message(105007, "Link status Down on interface", .system, .failure) {
            "(\(.text)) Link status Down on interface \(.sourceInterface)"
        }
        Message(105008, "Testing interface", .system) { "(\(.text)) Testing Interface \(.sourceInterface)" }
        Message(105009, "Testing on interface Passed or Failed", .system, .stated) {
            """
            (\(.text)) Testing on interface \(.sourceInterface) \(action: .success("Passed"), .failure("Failed"))
            """
            "(\(.text)) Testing on interface \(.sourceInterface) Status Undetermined"
        }
    }

    @MessageBuilder private static var channels: [Message] {
        Message(212001, "Unable to open SNMP channel", .system, .failure) {
            """
            Unable to open SNMP channel (\(networkProtocol: "UDP") port \(.text)) on interface \(.sourceInterface), \
            error code =\(.text)
            """
        }
        Message(212002, "Unable to open SNMP trap channel", .system, .failure) {
            """
            Unable to open SNMP trap channel (\(networkProtocol: "UDP") port \(.text)) \
            on interface \(.sourceInterface), error code =\(.text)
            """
        }
        Message(212003, "Unable to receive an SNMP request", .system, .failure) {
            "Unable to receive an SNMP request on interface \(.sourceInterface), error code =\(.text)"
        }
        Message(414001, "Failed to save logging buffer using file name to FTP server", .system, .failure) {
            """
            \(action: "Failed") to save logging buffer using file name \(.text) to FTP server \(.destinationAddress) \
            on interface \(.sourceInterface): [\(.reason)]
            """
            """
            \(action: "Failed") to save logging buffer to FTP server \(.destinationAddress) using filename \(.text) \
            on interface \(.sourceInterface): [\(.reason)]
            """
        }
    }

    @MessageBuilder private static var neighbors: [Message] {
        Message(325001, "Router has conflicting ND (Neighbor Discovery) settings", .system) {
            "Router \(.sourceAddress) on \(.sourceInterface) has conflicting ND (Neighbor Discovery) settings"
        }
        Message(325002, "Duplicate address", .system) {
            "Duplicate address \(.sourceAddress)/\(.text) on \(.sourceInterface)"
        }
        Message(412002, "Detected bridge table full while inserting MAC", .system) {
            """
            \(action: "Detected") bridge table full while inserting MAC \(.text) on interface \(.sourceInterface). \
            Number of entries =\(.text)
            """
        }
        Message(503001, "OSPF Process, Nbr state change", .system) {
            """
            Process \(.text), Nbr \(.sourceAddress) on \(.sourceInterface) from \(.text) to \(.text), \(.reason)
            """
        }
        Message(503002, "The last key has expired, packets sent using last valid key", .system) {
            "The last key has expired for interface \(.sourceInterface), packets sent using last valid key"
        }
        Message(503003, "Packet with expired Key ID", .system) {
            "Packet \(.text) on interface \(.sourceInterface) with expired Key ID \(.text)"
        }
        Message(621001, "Interface does not support multicast, not enabled", .system, .unstated, noMulticast)
        Message(621002, "Interface does not support multicast, not enabled", .system, .unstated, noMulticast)
        Message(622001, "tracked route", .system) {
            """
            \(action: .neutral("Adding"), .neutral("Removing")) tracked route \(.text), distance \(.text), \
            table \(.text), on interface \(.sourceInterface)
            """
        }
    }

    private static let noMulticast: [MessageFormat] = [
        "Interface \(.sourceInterface) does not support multicast, not enabled"
    ]

    @MessageBuilder private static var leases: [Message] {
        Message(604101, "DHCP client interface: Allocated ip", .system, .success) {
            """
            DHCP client interface \(.sourceInterface): \(action: "Allocated") ip = \(.publicAddress), \
            mask = \(.text), gw = \(.text)
            """
        }
        Message(604102, "DHCP client interface: address released", .system, .success) {
            "DHCP client interface \(.sourceInterface): address \(action: "released")"
        }
        Message(604201, "DHCPv6 PD client received delegated prefix", .system, .success) {
            """
            DHCPv6 PD client on interface \(.sourceInterface) \(action: "received") delegated prefix \(.text) \
            from DHCPv6 PD server \(.text) with preferred lifetime \(.text)
            """
        }
        Message(604202, "DHCPv6 PD client releasing delegated prefix", .system, .success) {
            """
            DHCPv6 PD client on interface \(.sourceInterface) \(action: "releasing") delegated prefix \(.text) \
            received from DHCPv6 PD server \(.text)
            """
        }
        Message(604203, "DHCPv6 PD client renewed delegated prefix", .system, .success) {
            """
            DHCPv6 PD client on interface \(.sourceInterface) \(action: "renewed") delegated prefix \(.text) \
            from DHCPv6 PD server \(.text) with preferred lifetime \(.text)
            """
        }
        Message(604204, "DHCPv6 delegated prefix got expired", .system) {
            """
            DHCPv6 delegated prefix \(.text) got \(action: "expired") on interface \(.sourceInterface), \
            received from DHCPv6 PD server \(.text)
            """
        }
        Message(604205, "DHCPv6 client allocated address", .system, .success) {
            """
            DHCPv6 client on interface \(.sourceInterface) \(action: "allocated") address \(.sourceAddress) \
            from DHCPv6 server \(.text) with preferred lifetime \(.text)
            """
        }
        Message(604206, "DHCPv6 client releasing address", .system, .success) {
            """
            DHCPv6 client on interface \(.sourceInterface) \(action: "releasing") address \(.sourceAddress) \
            received from DHCPv6 server \(.text)
            """
        }
        Message(604207, "DHCPv6 client renewed address", .system, .success) {
            """
            DHCPv6 client on interface \(.sourceInterface) \(action: "renewed") address \(.sourceAddress) \
            from DHCPv6 server \(.text) with preferred lifetime \(.text)
            """
        }
        Message(604208, "DHCPv6 client address got expired", .system) {
            """
            DHCPv6 client address \(.sourceAddress) got \(action: "expired") on interface \(.sourceInterface), \
            received from DHCPv6 server \(.text)
            """
        }
    }
}
