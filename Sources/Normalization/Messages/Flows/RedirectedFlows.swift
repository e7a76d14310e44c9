// Cisco 424xxx, 428xxx, 767001, 775xxx, 778007, 785001, 805xxx, 852xxx: flows that a backup interface, hardware,
// another unit or another device takes over or refuses.

extension Flows {
    static let redirectedFlows = backupInterfaces + offloads + proxies + overlays

    @MessageBuilder private static var backupInterfaces: [Message] {
        Message(424001, "Packet denied, interface is in a backup state", .traffic, .failure) {
            """
            Packet \(action: "denied") protocol \(.networkProtocol) \
            \(.sourceInterface):\(.sourceAddress)/\(.sourcePort) \(.destination). \(.text) interface is in a backup \
            state
            """
            """
            Packet \(action: "denied") \(.networkProtocol) \
            \(.sourceInterface):\(.sourceAddress)/\(.sourcePort) \(.destination). \(.text) interface is in a backup \
            state
            """
        }
        Message(424002, "Connection to the backup interface is denied", .traffic, .failure) {
            """
            Connection to the backup interface is \(action: "denied"): \(.networkProtocol) \
            \(.sourceInterface):\(.sourceAddress)/\(.sourcePort) \(.destination)
            """
        }
    }

    @MessageBuilder private static var offloads: [Message] {
        Message(428001, "WAAS confirmed, inspection services bypassed", .traffic, .success, bypassedByWAAS)
        Message(428002, "WAAS confirmed, inspection services bypassed", .traffic, .success, bypassedByWAAS)
        Message(785001, "Clustering: Ownership for existing flow moved", .traffic, .success) {
            """
            Clustering: Ownership for existing flow from \(.source) to \(.destination) \(action: "moved") \
            from \(.text) due to \(.reason)
            """
        }
        Message(805001, "Offloaded Flow", .traffic, .success) {
            """
            \(action: "Offloaded") \(.networkProtocol) Flow for connection \(.sessionID) \
            from \(translated: .source) to \(translated: .destination)
            """
        }
        Message(805002, "Flow is no longer offloaded", .traffic, .success) {
            """
            \(.networkProtocol) Flow is no longer offloaded for connection \(.sessionID) \
            from \(translated: .source) to \(translated: .destination)
            """
        }
        Message(805003, "Flow could not be offloaded", .traffic, .failure) {
            """
            \(.networkProtocol) Flow could not be offloaded for connection \(.sessionID) \
            from \(translated: .source) to \(translated: .destination)
            """
        }
        Message(803001, "Flow offloaded", .traffic, .stated) {
            "\(result: .success("Flow offloaded")): connection \(.sessionID) \(.text)"
            """
            \(.networkProtocol) \(result: .success("Flow is offloaded"), .success("Flow offloaded")) for connection \
            \(.sessionID) from \(translated: .source) to \(translated: .destination)
            """
            MessageFormat.named(
                "Bypass is continuing after power up",
                """
                bypass is continuing after power up, no protection will be provided by the system for traffic over \
                \(.text)
                """
            )
        }
        Message(803002, "Flow is no longer offloaded", .traffic) {
            "Flow is no longer offloaded: connection \(.sessionID) \(.text)"
            """
            \(.networkProtocol) Flow is no longer offloaded for connection \(.sessionID) \
            from \(translated: .source) to \(translated: .destination)
            """
            MessageFormat.named(
                "No protection will be provided by the system for traffic over interfaces",
                "No protection will be provided by the system for traffic over \(.text)"
            )
        }
    }

    @MessageBuilder private static var proxies: [Message] {
        Message(852001, "Received Lightweight to full proxy event", .traffic) {
            """
            \(action: "Received") Lightweight to full proxy event from application \(.text) \
            for \(.networkProtocol) flow \(.source) to \(.destination)
            """
        }
        Message(852002, "Received Full proxy to Lightweight event", .traffic) {
            """
            \(action: "Received") Full proxy to Lightweight event from application \(.text) \
            for \(.networkProtocol) flow \(.source) to \(.destination)
            """
        }
    }

    private static let bypassedByWAAS: [MessageFormat] = [
        """
        WAAS \(action: "confirmed") from \(.source) to \(.destination), inspection services bypassed on this connection
        """
    ]

    @MessageBuilder private static var overlays: [Message] {
        Message(767001, "Inspect: Dropping an unsupported IPv6/IP46/IP64 packet", .traffic, .failure) {
            """
            \(.text): \(action: "Dropping") an unsupported IPv6/IP46/IP64 packet from \(.source) to \(.destination) \
            (fail-close)
            """
        }
        Message(775001, "Scansafe: connection redirected", .traffic, .success) {
            """
            Scansafe: \(.networkProtocol) connection \(.sessionID) from \(.source) to \(.destination) \
            \(action: "redirected") to \(.text)
            """
        }
        Message(775003, "Scansafe: connection is whitelisted", .traffic, .success) {
            """
            Scansafe: \(.networkProtocol) connection \(.sessionID) from \(.source) to \(.destination) \
            is \(action: "whitelisted")
            """
        }
        Message(778007, "VXLAN: Packet was discarded due to invalid NVE peer", .traffic, .failure) {
            "VXLAN: Packet from \(.source) to \(.destination) was \(action: "discarded") due to \(.reason)"
        }
    }
}
