// Cisco 420xxx, 421xxx, 424xxx, 428xxx, 429xxx, 434xxx, 767001, 775xxx, 778xxx, 785001, 805xxx: flows that a module,
// another device or hardware offload takes over, bypasses or drops.

extension Messages {
    static let serviceModules = moduleDrops + moduleRequests + backupInterfaces + offloads + overlays

    private static let moduleDrops = [
        Message(420001, "IPS card not up and fail-close mode used, dropping ICMP packet", .traffic, .failure, [
            """
            IPS card not up and fail-close mode used, \(action: "dropping") \(networkProtocol: "ICMP") packet \
            \(.source) to \(.destination) (type \(.text)
            """,
        ]),
        Message(420006, "Virtual Sensor not present and fail-close mode used, dropping packet", .traffic, .failure, [
            """
            Virtual Sensor not present and fail-close mode used, \(action: "dropping") \(.networkProtocol) packet \
            from \(.source) to \(.destination)
            """,
        ]),
        Message(429001, "CXSC card not up and fail-close mode used. Dropping packet", .traffic, .failure, [
            """
            CXSC card not up and fail-close mode used. \(action: "Dropping") \(.networkProtocol) packet \
            from \(.source) to \(.destination)
            """,
        ]),
        Message(434001, "SFR card not up and fail-close mode used, dropping packet", .traffic, .failure, [
            """
            SFR card not up and fail-close mode used, \(action: "dropping") \(.networkProtocol) packet \
            from \(.source) to \(.destination)
            """,
        ]),
        Message(421001, "flow is dropped because application has failed", .traffic, .failure, [
            """
            \(.networkProtocol) flow from \(.source) to \(.destination) is \(action: "dropped") because \(.reason)
            """,
        ]),
        Message(421002, "flow bypassed application checking", .traffic, .success, [
            """
            \(.networkProtocol) flow from \(.source) to \(.destination) \(action: "bypassed") \(.text) \
            because \(.reason)
            """,
        ]),
        Message(421004, "Failed to inject packet", .traffic, .failure, [
            "Failed to inject \(.networkProtocol) packet from \(.source) to \(.destination)"
        ]),
        Message(421007, "flow is skipped because application has failed", .traffic, .failure, [
            """
            \(.networkProtocol) flow from \(.source) to \(.destination) is \(action: "skipped") because \(.reason)
            """,
        ]),
    ]

    private static let moduleRequests = [
        Message(420002, "IPS requested to drop packet", .traffic, .failure, [
            #"IPS \#(action: "requested") to drop \#(.networkProtocol) packet from \#(.source) to \#(.destination)"#,
            """
            IPS \(action: "requested") to drop ICMP packets from \(.source) to \(.destination) (type \(.text)
            """,
        ]),
        Message(420003, "IPS requested to reset TCP connection", .traffic, .failure, [
            """
            IPS \(action: "requested") to reset \(networkProtocol: "TCP") connection from \(.source) to \(.destination)
            """,
        ]),
        Message(429002, "CXSC service card requested to drop packet", .traffic, .failure, [
            """
            CXSC service card \(action: "requested") to drop \(.networkProtocol) packet from \(.source) to \(.destination)
            """,
        ]),
        Message(429003, "CXSC service card requested to reset TCP connection", .traffic, .failure, [
            """
            CXSC service card \(action: "requested") to reset \(networkProtocol: "TCP") connection \
            from \(.source) to \(.destination)
            """,
        ]),
        Message(429007, "CXSC redirect will override Scansafe redirect", .traffic, .unstated, [
            "CXSC redirect will override Scansafe redirect for flow from \(.source) to \(.destination)"
        ]),
        Message(434002, "SFR requested to drop packet", .traffic, .failure, [
            #"SFR \#(action: "requested") to drop \#(.networkProtocol) packet from \#(.source) to \#(.destination)"#,
        ]),
        Message(434003, "SFR requested to reset connection", .traffic, .failure, [
            """
            SFR \(action: "requested") to reset \(.networkProtocol) connection from \(.source) to \(.destination)
            """,
        ]),
        Message(434004, "SFR requested ASA to bypass further packet redirection", .traffic, .success, [
            """
            SFR \(action: "requested") ASA to bypass further packet redirection and process \(.networkProtocol) flow \
            from \(.source) to \(.destination) locally
            """,
        ]),
        Message(434007, "SFR redirect will override Scansafe redirect", .traffic, .unstated, [
            "SFR redirect will override Scansafe redirect for flow from \(.source) to \(.destination)"
        ]),
    ]

    private static let backupInterfaces = [
        Message(424001, "Packet denied, interface is in a backup state", .traffic, .failure, [
            """
            Packet \(action: "denied") \(networkProtocol: "TCP", "UDP", "ICMP", "tcp", "udp", "icmp") \
            \(.source) \(.destination). \(.text) interface is in a backup state
            """,
            """
            Packet \(action: "denied") protocol \(.networkProtocol) \(.source) \(.destination). \
            \(.text) interface is in a backup state
            """,
        ]),
        Message(424002, "Connection to the backup interface is denied", .traffic, .failure, [
            """
            Connection to the backup interface is \(action: "denied"): \
            \(.networkProtocol) \(.source) \(.destination)
            """,
        ]),
    ]

    private static let offloads = [
        Message(428001, "WAAS confirmed, inspection services bypassed", .traffic, .success, bypassedByWAAS),
        Message(428002, "WAAS confirmed, inspection services bypassed", .traffic, .success, bypassedByWAAS),
        Message(785001, "Clustering: Ownership for existing flow moved", .traffic, .success, [
            """
            Clustering: Ownership for existing flow from \(.source) to \(.destination) \(action: "moved") \
            from \(.text) due to \(.reason)
            """,
        ]),
        Message(805001, "Offloaded Flow", .traffic, .success, [
            """
            \(action: "Offloaded") \(.networkProtocol) Flow for connection \(.sessionID) from \(.source) to \(.destination)
            """,
        ]),
        Message(805002, "Flow is no longer offloaded", .traffic, .success, [
            """
            \(.networkProtocol) Flow is no longer offloaded for connection \(.sessionID) from \(.source) to \(.destination)
            """,
        ]),
        Message(805003, "Flow could not be offloaded", .traffic, .failure, [
            """
            \(.networkProtocol) Flow could not be offloaded for connection \(.sessionID) from \(.source) to \(.destination)
            """,
        ]),
    ]

    private static let bypassedByWAAS: [MessageFormat] = [
        """
        WAAS \(action: "confirmed") from \(.source) to \(.destination), inspection services bypassed on this connection
        """,
    ]

    private static let overlays = [
        Message(767001, "Inspect: Dropping an unsupported IPv6/IP46/IP64 packet", .traffic, .failure, [
            """
            \(.text): \(action: "Dropping") an unsupported IPv6/IP46/IP64 packet from \(.source) to \(.destination) (fail-close)
            """,
        ]),
        Message(775001, "Scansafe: connection redirected", .traffic, .success, [
            """
            Scansafe: \(.networkProtocol) connection \(.sessionID) from \(.source) to \(.destination) \
            \(action: "redirected") to \(.text)
            """,
        ]),
        Message(775003, "Scansafe: connection is whitelisted", .traffic, .success, [
            """
            Scansafe: \(.networkProtocol) connection \(.sessionID) from \(.source) to \(.destination) \
            is \(action: "whitelisted")
            """,
        ]),
        Message(778007, "VXLAN: Packet was discarded due to invalid NVE peer", .traffic, .failure, [
            "VXLAN: Packet from \(.source) to \(.destination) was \(action: "discarded") due to \(.reason)"
        ]),
    ]
}
