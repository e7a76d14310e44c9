// Cisco 400000 to 400050: signatures of the built-in intrusion detection. All read the same; the name of the
// signature is the event's name.

extension Inspection {
    static let intrusionSignatures = datagramSignatures + echoSignatures + portSignatures + applicationSignatures

    private static let datagramSignatures = [
        (400000, "IP options-Bad Option List"),
        (400001, "IP options-Record Packet Route"),
        (400002, "IP options-Timestamp"),
        (400003, "IP options-Security"),
        (400004, "IP options-Loose Source Route"),
        (400005, "IP options-SATNET ID"),
        (400006, "IP options-Strict Source Route"),
        (400007, "IP Fragment Attack"),
        (400008, "IP Impossible Packet"),
        (400009, "IP Fragments Overlap"),
    ].map { signature(Int32($0.0), $0.1, nil) }

    private static let echoSignatures = [
        (400010, "ICMP Echo Reply"),
        (400011, "ICMP Host Unreachable"),
        (400012, "ICMP Source Quench"),
        (400013, "ICMP Redirect"),
        (400014, "ICMP Echo Request"),
        (400015, "ICMP Time Exceeded for a Datagram"),
        (400016, "ICMP Parameter Problem on Datagram"),
        (400017, "ICMP Timestamp Request"),
        (400018, "ICMP Timestamp Reply"),
        (400019, "ICMP Information Request"),
        (400020, "ICMP Information Reply"),
        (400021, "ICMP Address Mask Request"),
        (400022, "ICMP Address Mask Reply"),
        (400023, "Fragmented ICMP Traffic"),
        (400024, "Large ICMP Traffic"),
    ].map { signature(Int32($0.0), $0.1, "ICMP") }

    private static let portSignatures = segmentSignatures + userDatagramSignatures

    private static let segmentSignatures = [
        (400026, "TCP NULL flags"),
        (400027, "TCP SYN+FIN flags"),
        (400028, "TCP FIN only flags"),
    ].map { signature(Int32($0.0), $0.1, "TCP") }

    private static let userDatagramSignatures = [
        (400031, "UDP Bomb attack"),
        (400032, "UDP Snork attack"),
        (400033, "UDP Chargen DoS attack"),
    ].map { signature(Int32($0.0), $0.1, "UDP") }

    private static let applicationSignatures = [
        (400025, "Ping of Death Attack"),
        (400029, "FTP Improper Address Specified"),
        (400030, "FTP Improper Port Specified"),
        (400034, "DNS HINFO Request"),
        (400035, "DNS Zone Transfer"),
        (400036, "DNS Zone Transfer from High Port"),
        (400037, "DNS Request for All Records"),
        (400038, "RPC Port Registration"),
        (400039, "RPC Port Unregistration"),
        (400040, "RPC Dump"),
        (400041, "Proxied RPC Request"),
        (400042, "ypserv (YP server daemon) Portmap Request"),
        (400043, "ypbind (YP bind daemon) Portmap Request"),
        (400044, "yppasswdd (YP password daemon) Portmap Request"),
        (400045, "ypupdated (YP update daemon) Portmap Request"),
        (400046, "ypxfrd (YP transfer daemon) Portmap Request"),
        (400047, "mountd (mount daemon) Portmap Request"),
        (400048, "rexd (remote execution daemon) Portmap Request"),
        (400049, "rexd (remote execution daemon) Attempt"),
        (400050, "statd Buffer Overflow"),
    ].map { signature(Int32($0.0), $0.1, nil) }

    private static func signature(_ id: Int32, _ name: String, _ networkProtocol: String?) -> Message {
        guard let networkProtocol else {
            return Message(
                id,
                "IPS " + name,
                .traffic,
                .unstated,
                [
                    """
                    \(oneOf: "IPS:", "IDS:")\(.text) from \(.sourceAddress) to \(.destinationAddress) \
                    on interface \(.sourceInterface)
                    """
                ]
            )
        }
        return Message(
            id,
            "IPS " + name,
            .traffic,
            .unstated,
            [
                """
                \(oneOf: "IPS:", "IDS:")\(.text) \(networkProtocol: networkProtocol) \(.text) from \(.sourceAddress) \
                to \(.destinationAddress) on interface \(.sourceInterface)
                """
            ]
        )
    }
}
