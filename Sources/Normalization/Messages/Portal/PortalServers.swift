// Cisco 716049 to 716054, 716158 to 716165, 716600 to 716603: the portal's access lists, sign-on servers,
// SAML and host scan data.

extension Portal {
    @MessageBuilder static var portalServers: [Message] {
        Message(716049, "Empty SVC ACL", .system) { "\(.groupUserIP) Empty SVC ACL." }
        Message(716050, "Error adding to ACL", .system, .failure) { "Error adding to ACL: \(.text)" }
        Message(716051, "Error adding dynamic ACL for user", .system, .failure) {
            "\(.groupUserIP) Error adding dynamic ACL for user."
        }
        Message(716052, "Pending session terminated", .system, .failure) {
            "\(.groupUserIP) Pending session \(action: "terminated")."
        }
        Message(716053, "SSO server added", .system, .success) {
            "\(oneOf: "SSO", "SAML") Server \(action: "added"): name: \(.text) Type: \(.text)"
        }
        Message(716054, "SSO server deleted", .system, .success) {
            "\(oneOf: "SSO", "SAML") Server \(action: "deleted"): name: \(.text) Type: \(.text)"
        }
        Message(716158, "Failed to create SAML logout request", .system, .failure) {
            "Failed to create SAML logout request, initiated by \(.user). reason: \(.reason)"
        }
        Message(716159, "Failed to process SAML logout request", .system, .failure) {
            "Failed to process SAML logout request. reason: \(.reason)"
        }
        Message(716160, "Failed to create SAML authentication request", .system, .failure) {
            "Failed to create SAML authentication request. reason: \(.reason)"
        }
        Message(716162, "Failed to consume SAML assertion", .system, .failure) {
            "Failed to consume SAML assertion. reason: \(.reason)"
        }
        Message(716163, "SAML relay state failed integrity check", .system, .failure) {
            """
            SAML response relay state failed data integrity check. Client IP: \(.sourceAddress)\
            \(optional: ". Local-base-url: \(.text)")
            """
        }
        Message(716164, "SAML relay state missing integrity hash", .system, .failure) {
            """
            SAML response relay state missing data integrity hash. Client IP: \(.sourceAddress)\
            \(optional: ". Local-base-url: \(.text)")
            """
        }
        Message(716165, "SAML assertion cannot be replay protected", .system) {
            "SAML assertion cannot be replay protected because it does not contain time constraints."
        }
        Message(716600, "Hostscan data rejected, limit exceeded", .system, .failure) {
            "\(action: "Rejected") \(.text) KB Hostscan data from IP \(.publicAddress). \(.reason)"
        }
        Message(716601, "Hostscan data rejected, system-wide limit", .system, .failure) {
            "\(action: "Rejected") \(.text) KB Hostscan data from IP \(.publicAddress). \(.reason)"
        }
        Message(716602, "Hostscan data rejected, memory allocation error", .system, .failure) {
            "\(.reason). \(action: "Rejected") \(.text) KB Hostscan data from IP \(.publicAddress)"
        }
        Message(716603, "Hostscan data received", .system, .success) {
            "\(action: "Received") \(.text) KB Hostscan data from IP \(.publicAddress)"
        }
    }
}
