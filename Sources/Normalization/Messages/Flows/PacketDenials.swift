// Cisco 106001 to 106027, 801001 to 801003, 815002, 815003: packets that the firewall itself refused, not the access
// lists. 106023 and 106100 to 106103 are access list hits and stand in AccessLists.

extension Flows {
    static let packetDenials = inboundDenials + addressDenials + unclassifiedPackets + drops

    @MessageBuilder private static var inboundDenials: [Message] {
        Message(106001, "Inbound TCP connection denied", .traffic, .failure) {
            """
            Inbound \(networkProtocol: "TCP") connection \(action: "denied") from \(.source) to \(.destination) \
            flags \(.text) on interface \(.sourceInterface)
            """
            #"Inbound \#(networkProtocol: "TCP") connection \#(action: "denied") from \#(.source) to \#(.destination)"#
        }
        Message(106002, "Connection denied by outbound list", .traffic, .failure) {
            """
            \(.networkProtocol) Connection \(action: "denied") by outbound list \(.policy) src \(.sourceAddress) \
            dest \(.destinationAddress)
            """
        }
        Message(106006, "Deny inbound UDP", .traffic, .failure) {
            """
            \(action: "Deny") inbound \(networkProtocol: "UDP") from \(.source) to \(.destination) \
            on interface \(.sourceInterface)
            """
        }
        Message(106007, "Deny inbound UDP due to DNS", .traffic, .failure) {
            """
            \(action: "Deny") inbound \(networkProtocol: "UDP") from \(.source) to \(.destination) due to DNS \(.text)\
            \(optional: " on interface \(.sourceInterface)")
            """
        }
        Message(106010, "Deny inbound", .traffic, .failure) {
            """
            \(action: "Deny") inbound protocol \(.networkProtocol) src \(.source) dst \(.destination)
            """
            """
            \(action: "Deny") inbound \(.networkProtocol) src \(.source) dst \(.destination)\
            \(optional: " (type \(.text)")\(optional: "(type \(.text)")
            """
        }
        Message(106011, "Deny inbound (No xlate)", .traffic, .failure) {
            """
            \(action: "Deny") inbound (No xlate) \(.networkProtocol) src \(.source) dst \(.destination)\
            \(optional: " (type \(.text)")
            """
            #"\#(action: "Deny") inbound (No xlate) \#(.text)"#
        }
        Message(106014, "Deny inbound icmp", .traffic, .failure) {
            """
            \(action: "Deny") inbound \(networkProtocol: "icmp") src \(.source) dst \(.destination)\
            \(optional: " (type \(.text)")\(optional: "(type \(.text)")
            """
        }
        Message(106015, "Deny TCP (no connection)", .traffic, .failure) {
            """
            \(action: "Deny") \(networkProtocol: "TCP") (no connection) from \(.source) to \(.destination) \
            flags \(.text) on interface \(.sourceInterface)
            """
            #"\#(action: "Deny") \#(networkProtocol: "TCP") (no connection) from \#(.source) to \#(.destination)"#
        }
    }

    @MessageBuilder private static var addressDenials: [Message] {
        Message(106012, "Deny IP with IP options", .traffic, .failure) {
            #"\#(action: "Deny") IP from \#(.sourceAddress) to \#(.destinationAddress), IP options\#(.text)"#
        }
        Message(106013, "Dropping echo request to PAT address", .traffic, .failure) {
            """
            \(action: "Dropping") echo request from \(.sourceAddress) to PAT address \(.destinationAddress)
            """
        }
        Message(106016, "Deny IP spoof", .traffic, .failure) {
            """
            \(action: "Deny") IP spoof from (\(.sourceAddress)) to \(.destinationAddress) \
            on interface \(.sourceInterface)
            """
        }
        Message(106017, "Deny IP due to Land Attack", .traffic, .failure) {
            #"\#(action: "Deny") IP due to Land Attack from \#(.sourceAddress) to \#(.destinationAddress)"#
        }
        Message(106018, "ICMP packet denied by outbound list", .traffic, .failure) {
            """
            \(networkProtocol: "ICMP") packet type \(.text) \(action: "denied") by outbound list \(.policy) \
            src \(.sourceAddress) dest \(.destinationAddress)
            """
        }
        Message(106020, "Deny IP teardrop fragment", .traffic, .failure) {
            """
            \(action: "Deny") IP teardrop fragment (size = \(.text), offset = \(.text)) \
            from \(.sourceAddress) to \(.destinationAddress)
            """
        }
        Message(106021, "Deny reverse path check", .traffic, .failure) {
            """
            \(action: "Deny") \(.networkProtocol) reverse path check from \(.sourceAddress) to \(.destinationAddress) \
            on interface \(.sourceInterface)
            """
            // Samples have the word alone, too: it is not optional.
            """
            \(action: "Deny") protocol \(.networkProtocol) reverse path check from \(.sourceAddress) \
            to \(.destinationAddress) on interface \(.sourceInterface)
            """
        }
        Message(106022, "Deny connection spoof", .traffic, .failure) {
            """
            \(action: "Deny") \(.networkProtocol) connection spoof from \(.sourceAddress) to \(.destinationAddress) \
            on interface \(.sourceInterface)
            """
            """
            \(action: "Deny") protocol \(.networkProtocol) connection spoof from \(.sourceAddress) \
            to \(.destinationAddress) on interface \(.sourceInterface)
            """
        }
    }

    @MessageBuilder private static var unclassifiedPackets: [Message] {
        Message(106024, "Access rules memory exhausted", .traffic, .failure, ["Access rules memory exhausted"])
        Message(106025, "Failed to determine security context for packet", .traffic, .failure, unclassified)
        Message(106026, "Failed to determine security context for packet", .traffic, .failure, unclassified)
        // Ethernet addresses: no token holds them.
        Message(106027, "Deny by access-group", .traffic, .failure) {
            #"\#(action: "Deny") src \#(.text) dst \#(.text) by access-group "\#(.policy)"\#(optional: " [\(.text)")"#
            #"\#(.text) dst \#(.text) by access-group "\#(.policy)"\#(optional: " [\(.text)")"#
        }
    }

    private static let unclassified: [MessageFormat] = [
        """
        Failed to determine security context for packet: \(.text) \(.networkProtocol) src \(.source) \
        dst \(.destination)
        """
    ]

    @MessageBuilder private static var drops: [Message] {
        Message(801001, "Dropping UDP", .traffic, .failure) {
            """
            \(action: "Dropping") \(networkProtocol: "UDP") from \(.source) to \(.destination) \
            on interface \(.sourceInterface)
            """
        }
        Message(801002, "Dropping TCP", .traffic, .failure) {
            """
            \(action: "Dropping") \(networkProtocol: "TCP") from \(.source) to \(.destination) \
            flags \(.text) on interface \(.sourceInterface)
            """
        }
        Message(801003, "Dropping ICMP", .traffic, .failure) {
            """
            \(action: "Dropping") \(networkProtocol: "ICMP") type=\(.text), code=\(.text) from \(.sourceAddress) \
            to \(.destinationAddress) on interface \(.sourceInterface)
            """
        }
        Message(815002, "Denied packet, hard limit for object-group search exceeded", .traffic, .failure) {
            """
            \(action: "Denied") packet, hard limit, \(.text), for object-group search exceeded \
            for \(.networkProtocol) from \(.source) to \(.destination)
            """
        }
        Message(815003, "Object-Group-Search threshold exceeded", .traffic) {
            """
            Object-Group-Search threshold \(action: "exceeded") \(.text) threshold (\(.text)) \
            for packet \(.networkProtocol) from \(.source) to \(.destination)
            """
        }
    }
}
