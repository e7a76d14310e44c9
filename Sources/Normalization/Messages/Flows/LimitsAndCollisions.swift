// Cisco 201xxx, 322xxx, 405001 to 405003, 406xxx, 407xxx, 412001, 418001, 448001, 450001: connection and license
// limits, and hosts whose addresses clash.

extension Flows {
    static let limitsAndCollisions = connectionLimits + licenseLimits + collisions

    @MessageBuilder private static var connectionLimits: [Message] {
        Message(201003, "Embryonic limit exceeded", .traffic, .failure) {
            """
            Embryonic limit \(action: "exceeded") \(.text) for \(.source) (\(.text)) \(.destination) \
            on interface \(.sourceInterface)
            """
        }
        Message(201008, "Disallowing new connections", .traffic, .failure) {
            "\(optional: "The PIX is ")\(action: .neutral("Disallowing"), .neutral("disallowing")) new connections"
        }
        Message(201009, "TCP connection limit exceeded", .traffic, .failure) {
            """
            \(networkProtocol: "TCP") connection limit of \(.text) for host \(.sourceAddress) \
            on \(.sourceInterface) \(action: "exceeded")
            """
        }
        Message(201010, "Embryonic connection limit exceeded", .traffic, .failure, packetLimit)
        Message(201011, "Connection limit exceeded", .traffic, .failure, packetLimit)
        Message(201012, "Per-client embryonic connection limit exceeded", .traffic, .failure, packetLimit)
        Message(201013, "Per-client connection limit exceeded", .traffic, .failure, packetLimit)
        Message(407002, "Embryonic limit for through connections exceeded", .traffic, .failure) {
            """
            Embryonic limit for through connections \(action: "exceeded") \(.text). \(.source) \
            to \(.destinationAddress)(\(.text))/\(.destinationPort) on interface \(.sourceInterface)
            """
            """
            Embryonic limit \(.text) for through connections \(action: "exceeded")\(oneOf: ". ", ".")\(.source) \
            to \(.destinationAddress)\(oneOf: " (", "(")\(.text))/\(.destinationPort) on interface \(.sourceInterface)
            """
        }
        Message(407003, "Established limit for RPC services exceeded", .traffic, .failure) {
            "Established limit for RPC services \(action: "exceeded") \(.text)"
        }
    }

    private static let packetLimit: [MessageFormat] = [
        """
        \(oneOf: "Embryonic connection", "Connection", "Per-client embryonic connection", "Per-client connection") \
        limit \(action: "exceeded") \(.text) for \(.text) packet from \(.source) to \(.destination) \
        on interface \(.sourceInterface)
        """
    ]

    @MessageBuilder private static var licenseLimits: [Message] {
        Message(407001, "Deny traffic for local-host, license limit exceeded", .traffic, .failure) {
            "\(action: "Deny") traffic for local-host \(.source), \(.reason)"
        }
        Message(418001, "Through-the-device packet to/from management-only network is denied", .traffic, .failure) {
            """
            Through-the-device packet to/from management-only network is \(action: "denied"): \(.networkProtocol) \
            src \(.source) dst \(.destination)
            """
        }
        Message(446003, "Denied TLS Proxy session", .traffic, .failure) {
            #"\#(action: "Denied") TLS Proxy session from \#(.source) to \#(.destination), \#(.reason)"#
        }
        Message(448001, "Denied SRTP crypto session setup", .traffic, .failure) {
            #"\#(action: "Denied") SRTP crypto session setup on flow from \#(.source) to \#(.destination), \#(.reason)"#
        }
        Message(450001, "Deny traffic, licensed host limit exceeded", .traffic, .failure) {
            """
            \(action: "Deny") traffic for protocol \(.networkProtocol) src \(.source) dst \(.destination), \(.reason)
            """
        }
        Message(322004, "No management IP address configured for transparent firewall", .traffic, .failure) {
            """
            No management IP address configured for transparent firewall. \(action: "Dropping") \
            protocol \(.networkProtocol) packet from \(.source) to \(.destination)
            """
        }
    }

    @MessageBuilder private static var collisions: [Message] {
        Message(322001, "Deny MAC address, possible spoof attempt", .traffic, .failure) {
            "\(action: "Deny") MAC address \(.text), possible spoof attempt on interface \(.sourceInterface)"
        }
        Message(322002, "ARP inspection check failed", .traffic, .failure, arpInspection)
        Message(322003, "ARP inspection check failed", .traffic, .failure, arpInspection)
        Message(405001, "Received ARP collision", .traffic, .unstated) {
            """
            \(action: "Received") ARP \(.text) collision from \(.sourceAddress)/\(.text) on interface \
            \(.sourceInterface)\(optional: " with existing ARP entry \(.text)")\(optional: " to \(.text)")
            """
        }
        Message(405002, "Received mac mismatch collision", .traffic, .unstated) {
            """
            \(action: "Received") mac mismatch collision from \(.sourceAddress)/\(.text) for authenticated host
            """
        }
        Message(405003, "IP address collision detected", .traffic, .unstated) {
            """
            IP address collision \(action: "detected") between host \(.sourceAddress) at \(.text) \
            and interface \(.sourceInterface), \(.text)
            """
        }
        Message(406001, "FTP port command low port", .traffic, .failure) {
            """
            FTP port command low port: \(.sourceAddress)/\(.text) to \(.destinationAddress) \
            on interface \(.sourceInterface)
            """
        }
        Message(406002, "FTP port command different address", .traffic, .failure) {
            """
            FTP port command different address: \(.sourceAddress)(\(.text)) to \(.destinationAddress) \
            on interface \(.sourceInterface)
            """
        }
        Message(412001, "MAC moved", .traffic, .unstated) {
            "MAC \(.text) \(action: "moved") from \(.sourceInterface) to \(.text)"
        }
    }

    private static let arpInspection: [MessageFormat] = [
        """
        ARP inspection check \(action: "failed") for arp \(.text) received from host \(.text) \
        on interface \(.sourceInterface). This host is advertising MAC Address \(.text) for IP Address \
        \(.sourceAddress), which is \(.reason)
        """
    ]
}
