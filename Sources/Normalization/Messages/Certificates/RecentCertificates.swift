// Cisco 113044, 324302, 324303, 717067 to 717071, 737037: logins, RADIUS answers and certificates of recent releases.

extension Certificates {
    static let recentAccess = recentLogins + recentEnrollments

    @MessageBuilder private static var recentLogins: [Message] {
        Message(113044, "Requested tunnel protocol not allowed by group-policy", .system, .failure) {
            """
            Client <\(.sourceAddress)> User <\(.user)> \(action: "requested") tunnel protocol (\(.networkProtocol)) \
            not allowed by group-policy <\(.policy)>
            """
        }
        Message(324302, "Rejecting the RADIUS response", .system, .failure) {
            """
            Server=\(.local), ID=\(.text): \(action: "Rejecting") the RADIUS response: \
            \(.reason)
            """
        }
        Message(324303, "Message-Authenticator payload of the RADIUS server", .system) {
            "Server=\(.local), ID=\(.text): \(.text)"
        }
        Message(737037, "Failed to assign address", .system, .failure) {
            """
            IPAA: \(optional: "Session=\(.sessionID), ")\(action: "Failed") to assign address \(.sourceAddress): \
            \(.reason)
            """
        }
    }

    @MessageBuilder private static var recentEnrollments: [Message] {
        Message(717067, "Starting ACME certificate enrollment", .system) {
            """
            \(action: "Starting") ACME certificate enrollment for \(oneOf: "the trustpoint", "trustpoint") \(.text) \
            with CA \(.text). Mode \(.text)
            """
        }
        Message(717068, "ACME Certificate enrollment succeeded", .system, .success) {
            """
            ACME Certificate enrollment \(action: "succeeded") for \(oneOf: "the trustpoint", "trustpoint") \(.text) \
            with CA \(.text)
            """
        }
        Message(717069, "ACME Certificate enrollment failed", .system, .failure) {
            """
            ACME Certificate enrollment \(action: "failed") for \(oneOf: "the trustpoint", "trustpoint") \(.text) with \
            CA \(.text)
            """
        }
        Message(717070, "Keypair is regenerated for ACME certificate renewal", .system) {
            """
            Keypair \(.text) in \(oneOf: "the trustpoint", "trustpoint") \(.text) is \(action: "regenerated") for \
            \(.text) ACME certificate renewal
            """
        }
        Message(717071, "CRL signature validation failed", .system, .failure) {
            "CRL signature validation \(action: "failed"). Issuer: \(.text). Last Update: \(.text)"
        }
    }
}
