// Cisco 602101 to 602306: IPsec security associations and path MTU. The printed order is local, then remote,
// for inbound and outbound alike.

extension KeyExchange {
    @MessageBuilder static var securityAssociations: [Message] {
        Message(602101, "PMTU-D packet greater than effective MTU", .traffic, .failure) {
            """
            PMTU-D packet \(.text) bytes greater than effective mtu \(.text), dest_addr=\(.destinationAddress), \
            src_addr=\(.sourceAddress), prot=\(.networkProtocol)
            """
            """
            PMTU-D packet \(.text) bytes greater than effective mtu \(.text) dest_addr=\(.destinationAddress), \
            src_addr=\(.sourceAddress), prot=\(.networkProtocol)
            """
        }
        Message(602103, "IPSEC PMTU updated for SA", .system) {
            """
            \(networkProtocol: "IPSEC"): Received an ICMP Destination Unreachable from \(.text) with suggested PMTU \
            of \(.text); PMTU \(action: "updated") for SA with peer \(.sourceAddress), SPI \(.text), tunnel name \
            \(.user), old PMTU \(.text), new PMTU \(.text)
            """
        }
        Message(602104, "IPSEC PMTU unchanged for SA", .system) {
            """
            \(networkProtocol: "IPSEC"): Received an ICMP Destination Unreachable from \(.text), PMTU is unchanged \
            because \(.reason), for SA with peer \(.sourceAddress), SPI \(.text), tunnel name \(.user)
            """
        }
        Message(602303, "SA created", .system, .success) {
            """
            \(networkProtocol: "IPSEC"): An \(oneOf: "inbound", "outbound") \(.text) SA (SPI= \(.text)) between \
            \(.destinationAddress) and \(.sourceAddress)\(tunnelOwner) has been \(action: "created").
            """
        }
        Message(602304, "SA deleted", .system, .success) {
            """
            \(networkProtocol: "IPSEC"): An \(oneOf: "inbound", "outbound") \(.text) SA (SPI= \(.text)) between \
            \(.destinationAddress) and \(.sourceAddress)\(tunnelOwner) has been \(action: "deleted").
            """
        }
        Message(602305, "IPSEC SA creation error", .system, .failure) {
            """
            \(networkProtocol: "IPSEC"): SA creation error, source \(.sourceAddress), destination \
            \(.destinationAddress), reason \(.reason)
            """
        }
        Message(602306, "IPSEC SA change peer IP error", .system, .failure) {
            """
            \(networkProtocol: "IPSEC"): SA change peer IP error, SPI: \(.text), (src \(.source), dest \
            \(.destination) => src \(.text), dest: \(.text)), reason \(.reason)
            """
        }
    }
}
