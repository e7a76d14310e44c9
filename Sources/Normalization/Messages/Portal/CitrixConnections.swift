// Cisco 723xxx: Citrix sessions that run through the portal.

extension Portal {
    @MessageBuilder static var citrixConnections: [Message] {
        Message(723001, "WebVPN Citrix ICA connection is up", .system, .success) {
            "\(.groupUserIP) WebVPN Citrix ICA connection \(.text) is up."
        }
        Message(723002, "WebVPN Citrix ICA connection is down", .system) {
            "\(.groupUserIP) WebVPN Citrix ICA connection \(.text) is down."
        }
        Message(723009, "WebVPN Citrix received data on invalid connection", .system, .failure) {
            "\(.groupUserIP) WebVPN Citrix \(action: "received") data on invalid connection \(.text)"
        }
        Message(723010, "WebVPN Citrix received closing channel for invalid connection", .system, .failure) {
            """
            \(.groupUserIP) WebVPN Citrix \(action: "received") closing channel \(.text) for invalid connection \
            \(.text).
            """
        }
        Message(723011, "WebVPN Citrix receives bad SOCKS message length", .system, .failure) {
            "\(.groupUserIP) WebVPN Citrix receives bad SOCKS \(.text) message length \(.text)"
        }
        Message(723012, "WebVPN Citrix received bad SOCKS message format", .system, .failure) {
            "\(.groupUserIP) WebVPN Citrix \(action: "received") bad SOCKS \(.text) message format."
        }
        Message(723014, "WebVPN Citrix TCP connection initiated", .system) {
            """
            \(.groupUserIP) WebVPN Citrix \(networkProtocol: "TCP") connection \(.text) to server \
            \(.destinationAddress) on channel \(.text) \(action: "initiated").
            """
        }
    }
}
