// Cisco 725001 to 725025: SSL and TLS handshakes, sessions and ciphers.
// Releases before 9.3 print no destination.

extension Certificates {
    @MessageBuilder static var transportSecurity: [Message] {
        Message(725001, "Starting SSL handshake", .system) {
            """
            \(action: "Starting") SSL handshake with \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)")\(optional: " for \(.networkProtocol) session")
            """
        }
        Message(725002, "Device completed SSL handshake", .system, .success) {
            """
            Device \(action: "completed") SSL handshake with \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)")\(optional: " for \(.networkProtocol) session")
            """
        }
        Message(725003, "SSL request to resume previous session", .system) {
            """
            SSL \(oneOf: "client", "server") \(.source)\(optional: " to \(.destination)") request to resume previous \
            session
            """
        }
        Message(725004, "Device requesting certificate", .system) {
            """
            Device requesting certificate from SSL \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)") for authentication
            """
        }
        Message(725005, "SSL requesting our device certificate", .system) {
            """
            SSL \(oneOf: "client", "server") \(.source)\(optional: " to \(.destination)") requesting our device \
            certificate for authentication
            """
        }
        Message(725006, "Device failed SSL handshake", .system, .failure) {
            """
            Device \(action: "failed") SSL handshake with \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)")
            """
        }
        Message(725007, "SSL session terminated", .system, .success) {
            """
            SSL session with \(oneOf: "client", "server") \(.source)\(optional: " to \(.destination)") \
            \(action: "terminated")
            """
        }
        Message(725008, "SSL peer proposes ciphers", .system) {
            """
            SSL \(oneOf: "client", "server") \(.source)\(optional: " to \(.destination)") proposes the following \
            \(.text) cipher(s)
            """
        }
        Message(725009, "Device proposes ciphers", .system) {
            """
            Device proposes the following \(.text) cipher(s) to \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)")
            """
            """
            Device proposes the following \(.text) cipher(s) \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)")
            """
        }
        Message(725010, "Device supports ciphers", .system) { "Device supports the following \(.text) cipher(s)." }
        Message(725011, "SSL cipher listed", .system) { "Cipher[\(.text)] : \(.text)" }
        Message(725012, "Device chooses cipher for SSL session", .system) {
            """
            Device chooses cipher : \(.text) for the SSL session with \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)")
            """
            """
            Device chooses cipher \(.text) for the SSL session with \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)")
            """
        }
        Message(725013, "SSL server chooses cipher", .system) {
            "SSL \(oneOf: "client", "server") \(.source)\(optional: " to \(.destination)") chooses cipher : \(.text)"
            "SSL \(oneOf: "client", "server") \(.source)\(optional: " to \(.destination)") chooses cipher \(.text)"
        }
        Message(725014, "SSL lib error", .system, .failure) {
            "SSL lib error. Function: \(.text) Reason: \(.reason)"
        }
        Message(725015, "Error verifying client certificate, key size too large", .system, .failure) {
            "Error verifying client certificate. \(.reason)"
        }
        Message(725016, "Device selects trust-point for SSL session", .system) {
            """
            Device selects trust-point \(.text) for \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)")
            """
        }
        Message(725017, "No certificates received during SSL handshake", .system, .failure) {
            """
            No certificates received during the handshake with \(oneOf: "client", "server") \(.source)\
            \(optional: " to \(.destination)") for \(.networkProtocol) session
            """
        }
        Message(725021, "Device preferring ciphers", .system) {
            "Device preferring \(.text) cipher(s). Connection info: \(.source) to \(.destination)"
        }
        Message(725022, "Device skipping cipher", .system) {
            "Device skipping cipher : \(.text) - \(.reason). Connection info: \(.source) to \(.destination)"
        }
        Message(725025, "SSL pre-auth connection rate limit hit watermark", .system) {
            "SSL Pre-auth connection rate limit hit \(oneOf: "high", "low") watermark"
        }
    }
}
