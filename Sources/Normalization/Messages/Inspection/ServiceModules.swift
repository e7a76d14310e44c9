// Cisco 420xxx, 421xxx, 429xxx, 434xxx: flows that a module of the device drops, or asks to drop, reset or bypass.

extension Inspection {
    static let serviceModules = moduleDrops + moduleRequests

    @MessageBuilder private static var moduleDrops: [Message] {
        Message(420001, "IPS card not up and fail-close mode used, dropping ICMP packet", .traffic, .failure) {
            """
            IPS card not up and fail-close mode used, \(action: "dropping") \(networkProtocol: "ICMP") packet \
            \(.source) to \(.destination) (type \(.text)
            """
        }
        Message(420006, "Virtual Sensor not present and fail-close mode used, dropping packet", .traffic, .failure) {
            """
            Virtual Sensor not present and fail-close mode used, \(action: "dropping") \(.networkProtocol) packet \
            from \(.source) to \(.destination)
            """
        }
        Message(429001, "CXSC card not up and fail-close mode used. Dropping packet", .traffic, .failure) {
            """
            CXSC card not up and fail-close mode used. \(action: "Dropping") \(.networkProtocol) packet \
            from \(.source) to \(.destination)
            """
        }
        Message(434001, "SFR card not up and fail-close mode used, dropping packet", .traffic, .failure) {
            """
            SFR card not up and fail-close mode used, \(action: "dropping") \(.networkProtocol) packet \
            from \(.source) to \(.destination)
            """
        }
        Message(421001, "flow is dropped because application has failed", .traffic, .failure) {
            """
            \(.networkProtocol) flow from \(.source) to \(.destination) is \(action: "dropped") because \(.reason)
            """
        }
        Message(421002, "flow bypassed application checking", .traffic, .success) {
            """
            \(.networkProtocol) flow from \(.source) to \(.destination) \(action: "bypassed") \(.text) \
            because \(.reason)
            """
        }
        Message(421004, "Failed to inject packet", .traffic, .failure) {
            "Failed to inject \(.networkProtocol) packet from \(.source) to \(.destination)"
        }
        Message(421007, "flow is skipped because application has failed", .traffic, .failure) {
            """
            \(.networkProtocol) flow from \(.source) to \(.destination) is \(action: "skipped") because \(.reason)
            """
        }
    }

    @MessageBuilder private static var moduleRequests: [Message] {
        Message(420002, "IPS requested to drop packet", .traffic, .failure) {
            #"IPS \#(action: "requested") to drop \#(.networkProtocol) packet from \#(.source) to \#(.destination)"#
            """
            IPS \(action: "requested") to drop ICMP packets from \(.source) to \(.destination) (type \(.text)
            """
        }
        Message(420003, "IPS requested to reset TCP connection", .traffic, .failure) {
            """
            IPS \(action: "requested") to reset \(networkProtocol: "TCP") connection from \(.source) to \(.destination)
            """
        }
        Message(429002, "CXSC service card requested to drop packet", .traffic, .failure) {
            """
            CXSC service card \(action: "requested") to drop \(.networkProtocol) packet from \(.source) to \
            \(.destination)
            """
        }
        Message(429003, "CXSC service card requested to reset TCP connection", .traffic, .failure) {
            """
            CXSC service card \(action: "requested") to reset \(networkProtocol: "TCP") connection \
            from \(.source) to \(.destination)
            """
        }
        Message(429007, "CXSC redirect will override Scansafe redirect", .traffic, .unstated) {
            "CXSC redirect will override Scansafe redirect for flow from \(.source) to \(.destination)"
        }
        Message(434002, "SFR requested to drop packet", .traffic, .failure) {
            #"SFR \#(action: "requested") to drop \#(.networkProtocol) packet from \#(.source) to \#(.destination)"#
        }
        Message(434003, "SFR requested to reset connection", .traffic, .failure) {
            """
            SFR \(action: "requested") to reset \(.networkProtocol) connection from \(.source) to \(.destination)
            """
        }
        Message(434004, "SFR requested ASA to bypass further packet redirection", .traffic, .success) {
            """
            SFR \(action: "requested") ASA to bypass further packet redirection and process \(.networkProtocol) flow \
            from \(.source) to \(.destination) locally
            """
        }
        Message(434007, "SFR redirect will override Scansafe redirect", .traffic, .unstated) {
            "SFR redirect will override Scansafe redirect for flow from \(.source) to \(.destination)"
        }
    }
}
