// Cisco 733xxx and 401xxx: scanning hosts, floods, and hosts that are shunned.

extension Inspection {
    static let threatDetection = detectedThreats + shuns

    @MessageBuilder private static var detectedThreats: [Message] {
        Message(733100, "drop rate exceeded", .traffic, .unstated) {
            """
            \(.text) drop \(oneOf: "rate-", "rate ")\(.text) \(action: "exceeded"). Current burst rate is \(.text)
            """
        }
        Message(733101, "Host or subnet is attacking or targeted", .traffic, .unstated) {
            MessageFormat.named(
                "Host is attacking",
                "Host \(.sourceAddress) is attacking. Current burst rate is \(.text)"
            )
            MessageFormat.named(
                "Host is targeted",
                "Host \(.destinationAddress) is targeted. Current burst rate is \(.text)"
            )
            MessageFormat.named("Subnet is attacking", "Subnet \(.text) is attacking. Current burst rate is \(.text)")
            MessageFormat.named("Subnet is targeted", "Subnet \(.text) is targeted. Current burst rate is \(.text)")
        }
        Message(733102, "Threat-detection adds host to shun list", .traffic, .success) {
            "Threat-detection \(action: .neutral("adds"), .neutral("add")) host \(.sourceAddress) to shun list"
        }
        Message(733103, "Threat-detection removes host from shun list", .traffic, .success) {
            "Threat-detection \(action: .neutral("removes"), .neutral("remove")) host \(.sourceAddress) from shun list"
        }
        Message(733104, "TCP Intercept SYN flood attack detected, average rate exceeded", .traffic, .unstated) {
            """
            \(networkProtocol: "TCP") Intercept SYN flood attack \(action: "detected") to \(.destination). \
            Average rate of \(.text)
            """
        }
        Message(733105, "TCP Intercept SYN flood attack detected, burst rate exceeded", .traffic, .unstated) {
            """
            \(networkProtocol: "TCP") Intercept SYN flood attack \(action: "detected") to \(.destination). \
            Burst rate of \(.text)
            """
        }
        Message(733200, "Threat-detection failure threshold exceeded", .system, .failure, peers)
        Message(733201, "Threat-detection failure threshold exceeded, adding shun", .system, .failure, peers)
    }

    /// What a service of remote access counts of a peer, and what is done about it.
    private static let peers: [MessageFormat] = [
        """
        Threat-detection: Service[\(.text)] Peer[\(.sourceAddress)]: failure threshold of \(.text) \
        exceeded: \(action: "adding") shun to interface \(.sourceInterface). \(.reason)
        """,
        "Threat-detection: Service[\(.text)] Peer[\(.sourceAddress)]: failure threshold of \(.text) exceeded",
        "Threat-detection: Service[\(.text)] Peer[\(.sourceAddress)]: \(.reason)",
    ]

    @MessageBuilder private static var shuns: [Message] {
        Message(401001, "Shuns cleared", .traffic, .success, ["Shuns \(action: "cleared")"])
        Message(401002, "Shun added", .traffic, .success) {
            """
            Shun \(action: "added"): \(.sourceAddress) \(.destinationAddress) \(.sourcePort) \(.destinationPort)
            """
        }
        Message(401003, "Shun deleted", .traffic, .success, ["Shun \(action: "deleted"): \(.sourceAddress)"])
        Message(401004, "Shunned packet", .traffic, .failure) {
            """
            \(action: "Shunned") packet: \(.sourceAddress) ==> \(.destinationAddress) on interface \(.sourceInterface)
            """
            """
            \(action: "Shunned") packet: \(.sourceAddress) = \(.destinationAddress) on interface \(.sourceInterface)
            """
        }
        Message(401005, "Shun add failed", .traffic, .failure) {
            """
            Shun add \(action: "failed"): unable to allocate resources for \(.sourceAddress) \(.destinationAddress) \
            \(.sourcePort) \(.destinationPort)
            """
        }
    }
}
