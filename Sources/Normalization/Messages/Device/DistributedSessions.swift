// Cisco 802005, 802006, 8300001 to 8300006: VPN sessions that a cluster moves among its members, and what the
// proxy for device management asks of a client's address.

extension Device {
    static let distributedSessions = deviceManagement + redistribution

    @MessageBuilder private static var deviceManagement: [Message] {
        Message(802005, "Received MDM request", .system) {
            "IP \(.publicAddress) \(action: "Received") MDM request \(.text)"
        }
        Message(802006, "MDM request has been rejected", .system, .failure) {
            "IP \(.publicAddress) MDM request \(foreign: .text) has been \(action: "rejected"): \(.reason)"
        }
    }

    @MessageBuilder private static var redistribution: [Message] {
        Message(8_300_001, "VPN session redistribution", .system, .success) {
            "VPN session redistribution \(action: .neutral("started"), .neutral("completed"))"
        }
        Message(8_300_002, "Moved VPN sessions", .system, .success) {
            "\(action: "Moved") \(.text) sessions to \(.text)"
        }
        Message(8_300_003, "Failed to send session redistribution message", .system, .failure) {
            "Failed to send session redistribution message to \(.text)"
        }
        Message(8_300_004, "Request to move VPN sessions", .system, .success) {
            """
            \(action: .neutral("Received"), .neutral("Sent")) request to move \(.text) sessions from \(.text) to \
            \(.text)
            """
        }
        Message(8_300_005, "Failed to receive session move response", .system, .failure) {
            "Failed to receive session move response from \(.text)"
        }
        Message(8_300_006, "Cluster topology change detected, VPN session redistribution aborted", .system, .failure) {
            "Cluster topology change detected. VPN session redistribution \(action: "aborted")"
        }
    }
}
