// Cisco 339006 to 339008, 775002 to 775007, 778001 to 779002: flows in overlays and to services of the cloud.

extension Inspection {
    @MessageBuilder static var overlayPackets: [Message] {
        Message(339006, "Umbrella resolver is reachable, resuming Umbrella redirect", .system) {
            "Umbrella resolver \(.destinationAddress) is reachable, resuming Umbrella redirect."
        }
        Message(339007, "Umbrella resolver is unreachable, moving to fail-open", .system, .failure) {
            "Umbrella resolver \(.destinationAddress) is unreachable, moving to fail-open. Starting probe to resolver"
        }
        Message(339008, "Umbrella resolver is unreachable, moving to fail-close", .system, .failure) {
            "Umbrella resolver \(.destinationAddress) is unreachable, moving to fail-close"
        }
        Message(775002, "connection is action locally", .traffic) {
            """
            \(.text) - \(.networkProtocol) connection \(.sessionID) from \(.source) to \(.destination) is \
            \(.action) locally
            """
        }
        Message(775004, "Scansafe: Primary server is not reachable", .system, .failure) {
            "Scansafe: Primary server \(.destinationAddress) is not reachable"
        }
        Message(775005, "Scansafe: Primary server is reachable now", .system) {
            "Scansafe: Primary server \(.destinationAddress) is reachable now"
        }
        Message(775006, "Primary server is not reachable and backup server is now active", .system, .failure) {
            "Primary server \(.text):\(.destinationAddress) is not reachable and backup server \(.text) is now active"
        }
        Message(775007, "Scansafe: Primary and backup servers are not reachable", .system, .failure) {
            "Scansafe: Primary \(.text):\(.destinationAddress) and backup \(.text) servers are not reachable."
        }
        Message(778001, "VXLAN: Invalid VXLAN segment-id", .traffic, .failure) {
            """
            VXLAN: Invalid VXLAN segment-id \(.text) for \(.networkProtocol) from \
            \(.sourceInterface):(\(.sourceAddress)/\(.sourcePort)) to \
            \(.text):(\(.destinationAddress)/\(.destinationPort))
            """
        }
        Message(778003, "VXLAN: Invalid VXLAN segment-id in FP", .traffic, .failure) {
            """
            VXLAN: Invalid VXLAN segment-id \(.text) for \(.networkProtocol) from \
            \(.sourceInterface):(\(.sourceAddress)/\(.sourcePort)) to \
            \(.text):(\(.destinationAddress)/\(.destinationPort)) in FP.
            """
        }
        Message(778004, "VXLAN: Invalid VXLAN header in FP", .traffic, .failure) {
            """
            VXLAN: Invalid VXLAN header for \(.networkProtocol) from \
            \(.sourceInterface):(\(.sourceAddress)/\(.sourcePort)) to \
            \(.text):(\(.destinationAddress)/\(.destinationPort)) in FP.
            """
        }
        Message(778006, "VXLAN: Invalid VXLAN UDP checksum in FP", .traffic, .failure) {
            """
            VXLAN: Invalid VXLAN UDP checksum from \(.sourceInterface):(\(.sourceAddress)/\(.sourcePort)) to \
            \(.text):(\(.destinationAddress)/\(.destinationPort)) in FP.
            """
        }
        Message(779001, "STS: Out-tag lookup failed", .traffic, .failure) {
            """
            STS: Out-tag lookup \(action: "failed") for in-tag \(.text) of \(.networkProtocol) from \(.source) to \
            \(.destination)
            """
        }
        Message(779002, "STS: STS and NAT locate different egress interface", .traffic) {
            """
            STS: STS and NAT locate different egress interface for segment-id \(.text), \(.networkProtocol) from \
            \(.source) to \(.destination)
            """
        }
    }
}
