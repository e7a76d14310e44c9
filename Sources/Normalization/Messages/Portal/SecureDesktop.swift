// Cisco 724001 and 724002: portal sessions and Secure Desktop.
// The sentence behind `not allowed` is the reason.

extension Portal {
    @MessageBuilder static var secureDesktop: [Message] {
        Message(724001, "WebVPN session not allowed, Secure Desktop state unknown", .system, .failure) {
            "\(.groupUserIP) WebVPN session not allowed. \(.reason)"
        }
        Message(724002, "WebVPN session not terminated, Secure Desktop not running", .system, .failure) {
            "\(.groupUserIP) WebVPN session not terminated. \(.reason)"
        }
    }
}
