// Cisco 313xxx and 110xxx: ICMP that the firewall refused, and packets for which it found no way.

extension Flows {
    static let controlMessages = deniedICMP + unroutable

    @MessageBuilder private static var deniedICMP: [Message] {
        Message(313001, "Denied ICMP", .traffic, .failure) {
            """
            \(action: "Denied") \(networkProtocol: "ICMP") type=\(.text), code=\(.text) from \(.sourceAddress) \
            on interface \(.sourceInterface)
            """
        }
        Message(313003, "Invalid destination for ICMP error message", .traffic, .failure) {
            """
            Invalid destination for ICMP error message: \(networkProtocol: "icmp") src \(.source) dst \(.destination) \
            (type \(.text), code \(.text)) on \(.text) interface.\(.text)
            """
            """
            Invalid destination for ICMP error message: \(networkProtocol: "ICMP") source \(.sourceAddress) \
            destination \(.destinationAddress) (type \(.text), code \(.text)) on \(.sourceInterface) interface.\(.text)
            """
        }
        Message(313004, "Denied ICMP, no matching session", .traffic, .failure) {
            """
            \(action: "Denied") \(networkProtocol: "ICMP") type=\(.text), \
            \(oneOf: "from laddr ", "from ")\(.sourceAddress) on interface \(.sourceInterface) \
            to \(.destinationAddress):\(.reason)
            """
        }
        Message(313005, "No matching connection for ICMP error message", .traffic, .failure) {
            """
            No matching connection for ICMP error message: \(.networkProtocol) src \(.source) dst \(.destination) \
            (type \(.text), code \(.text)) on \(.text) interface.\(.text)
            """
        }
        Message(313008, "Denied IPv6-ICMP", .traffic, .failure) {
            """
            \(action: "Denied") \(networkProtocol: "IPv6-ICMP", "ICMPv6") type=\(.text), code=\(.text) \
            from \(.sourceAddress) on interface \(.sourceInterface)
            """
        }
        Message(313009, "Denied invalid ICMP code", .traffic, .failure) {
            """
            \(action: "Denied") invalid \(networkProtocol: "ICMP") code \(.text), for \(translated: .source) \
            to \(translated: .destination), ICMP id \(.text), ICMP type \(.text)
            """
        }
    }

    @MessageBuilder private static var unroutable: [Message] {
        Message(110002, "Failed to locate egress interface", .traffic, .failure) {
            "Failed to locate egress interface for \(.networkProtocol) from \(.source) to \(.destination)"
            // Samples have the word alone, too: it is not optional.
            "Failed to locate egress interface for protocol \(.networkProtocol) from \(.source) to \(.destination)"
        }
        Message(110003, "Routing failed to locate next hop", .traffic, .failure) {
            """
            Routing \(action: "failed") to locate next\(oneOf: " ", "-")hop for \(.networkProtocol) from \(.source) \
            to \(.destination)
            """
            """
            Routing \(action: "failed") to locate next\(oneOf: " ", "-")hop for protocol \(.networkProtocol) \
            from \(.source) to \(.destination)
            """
        }
        Message(110004, "Egress interface changed", .traffic, .unstated) {
            """
            Egress interface \(action: "changed") from \(.text) to \(.text) on \(.networkProtocol) connection \
            \(.sessionID) for \(.text)/\(translated: .source) to \(.text)/\(translated: .destination)
            """
        }
    }
}
