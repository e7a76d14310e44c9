// Cisco 110005, 209006, 302037, 302038, 302310, 305021 to 305023, 317008, 324009, 450002, 500006, 753001, 840001,
// 880001: flows and routes of recent releases.

extension Flows {
    static let recentFlows = recentConnections + recentDrops + recentRoutes

    @MessageBuilder private static var recentConnections: [Message] {
        Message(302037, "Built IPINIP connection", .traffic, .success) {
            """
            \(action: "Built") inbound \(networkProtocol: "IPINIP") connection \(.sessionID) \(oneOf: "from", "for") \
            \(translated: .source) to \(translated: .destination)
            """
            """
            \(action: "Built") outbound \(networkProtocol: "IPINIP") connection \(.sessionID) \(oneOf: "from", "for") \
            \(translated: .destination) to \(translated: .source)
            """
        }
        Message(302038, "Teardown IPINIP connection", .traffic, .teardown) {
            """
            \(action: "Teardown") \(networkProtocol: "IPINIP") connection \(.sessionID) \(oneOf: "from", "for") \
            \(.source) to \(.destination) duration \(.text) bytes \(.text)\
            \(optional: " \(.reason)")\(optional: " (\(.owner))")
            """
        }
        Message(450002, "Teardown connection", .traffic, .teardown) {
            """
            \(action: "Teardown") \(.networkProtocol) connection \(.sessionID) for \(.source) to \(.destination) \
            duration \(.text) bytes \(.text) reason \(.reason)
            """
        }
        Message(500006, "Stale flow", .traffic) {
            "For flow \(.source) to \(.destination) :\(.text)"
        }
        Message(753001, "Unexpected IKEv2 packet received", .system, .failure) {
            "Unexpected IKEv2 packet received from \(.remote). Error: \(.reason)"
        }
        Message(840001, "Failed to create the backup for an IKEv2 session", .system, .failure) {
            """
            Failed to create the backup for an IKEv2 session (Local:\(.local) SPI:\(.text), \
            Remote:\(.remote) SPI:\(.text)
            """
            "Failed to create the backup for an IKEv2 session \(.destinationAddress), \(.sourceAddress)"
        }
    }

    @MessageBuilder private static var recentDrops: [Message] {
        Message(110005, "Routing failed to locate next hop", .traffic, .failure) {
            """
            Routing \(action: "failed") to locate next\(oneOf: " ", "-")hop for \(.networkProtocol) from \(.source) \
            to \(.destination)
            """
        }
        Message(209006, "Fragment queue threshold exceeded", .traffic, .failure) {
            """
            Fragment queue threshold exceeded, \(action: "dropped") \(.networkProtocol) fragment from \(.source) to \
            \(.destination) on \(.sourceInterface) interface
            """
        }
        Message(302310, "SCTP packet contains unsupported Hostname Parameter", .traffic, .failure) {
            """
            \(networkProtocol: "SCTP") \(.text) \(action: "received") from \(.source) to \(.destination) contains \
            unsupported Hostname Parameter
            """
        }
        Message(305021, "Ports exhausted in pre-allocated PAT pool", .traffic) {
            """
            Ports exhausted in pre-allocated PAT pool IP \(.text) for host \(.sourceAddress). Allocating from new PAT \
            pool IP \(.natAddress)
            """
        }
        Message(305023, "Unable to create connection", .traffic, .failure) {
            """
            Unable to create \(networkProtocol: "TCP", "UDP", "ICMP", "SCTP", "GRE") connection from \(.source) to \
            \(.destination) due to \(.reason)
            """
            "Unable to create connection from \(.source) to \(.destination) due to \(.reason)"
        }
        Message(324009, "GTP message dropped", .traffic, .failure) {
            """
            \(action: "Drop") GTP message \(.text) from \(.source) to \(.destination)\(optional: " due to \(.reason)")
            """
        }
    }

    @MessageBuilder private static var recentRoutes: [Message] {
        Message(317008, "Deleted route", .system, .stated) {
            "\(result: .success("Deleted")) \(.text) route \(.text)"
            MessageFormat.named("Community list check with bad list", "Community list check with bad list \(.text)")
        }
        Message(880001, "PBR picked interface as its metrics became better", .traffic) {
            """
            Ingress ifc \(.sourceInterface), For traffic [\(.sourceAddress)->\(.destinationAddress)], PBR \
            \(action: "picked") \(.text)
            """
        }
    }
}
