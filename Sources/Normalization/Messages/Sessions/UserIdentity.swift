// Cisco 746001 to 746019: users, groups and names of the identity firewall.
// The domain printed before a user is the source's; the one before a group is not.

extension Sessions {
    @MessageBuilder static var userIdentity: [Message] {
        Message(746001, "User-identity database download started", .system) {
            """
            user-identity: \
            \(oneOf: "activated import user groups", "activated host names", "user-to-IP address databases") download \
            \(action: "started")
            """
        }
        Message(746002, "User-identity database download complete", .system, .success) {
            """
            user-identity: \
            \(oneOf: "activated import user groups", "activated host names", "user-to-IP address databases") download \
            complete
            """
        }
        Message(746003, "User-identity database download failed", .system, .failure) {
            """
            user-identity: \
            \(oneOf: "activated import user groups", "activated host names", "user-to-IP address databases") download \
            failed - \(.reason)
            """
        }
        Message(746004, "User-identity maximum groups exceeded", .system, .failure) {
            "\(oneOf: "user identity", "user-identity"): \(.reason)"
        }
        Message(746005, "User-identity AD agent cannot be reached", .system, .failure) {
            """
            user-identity: The AD Agent \(.destinationAddress) cannot be reached - \(.reason)\(optional: " [\(.text)")]
            """
        }
        Message(746006, "User-identity out of sync with AD agent", .system) {
            "user-identity: Out of sync with AD Agent, start bulk download"
        }
        Message(746007, "User-identity NetBIOS response failed", .system, .failure) {
            "user-identity: NetBIOS response failed from User \(.user) at \(.sourceAddress)"
        }
        Message(746008, "User-identity NetBIOS probe started", .system) {
            "user-identity: NetBIOS Probe Process \(action: "started")"
        }
        Message(746009, "User-identity NetBIOS probe stopped", .system) {
            "user-identity: NetBIOS Probe Process \(action: "stopped")"
        }
        Message(746010, "User-identity import-user update failed", .system, .failure) {
            "user-identity: update import-user \(.text)\\\\\(.group) - Import Failed [\(.reason)]"
        }
        Message(746011, "User-identity maximum users exceeded", .system, .failure) {
            "Total number of users created exceeds the maximum number of \(.text) for this platform."
        }
        Message(746012, "Add IP-User mapping", .system, .stated) {
            """
            user-identity: \(action: "Add") IP-User mapping \(.sourceAddress) - \(.user) \
            \(result: .success("Succeeded"), .failure("Failed")) - \(.reason)
            """
            MessageFormat.named(
                "Delete IP-User mapping",
                """
                user-identity: \(action: "Delete") IP-User mapping \(.sourceAddress) - \(.user) \
                \(result: .success("Succeeded"), .failure("Failed")) - \(.reason)
                """
            )
        }
        Message(746013, "Delete IP-User mapping", .system, .stated) {
            """
            user-identity: \(action: "Delete") IP-User mapping \(.sourceAddress) - \(.user) \
            \(result: .success("Succeeded"), .failure("Failed")) - \(.reason)
            """
            MessageFormat.named(
                "Add IP-User mapping",
                """
                user-identity: \(action: "Add") IP-User mapping \(.sourceAddress) - \(.user) \
                \(result: .success("Succeeded"), .failure("Failed")) - \(.reason)
                """
            )
        }
        Message(746014, "User-identity FQDN address obsolete", .system) {
            "user-identity: [FQDN] \(.text) address \(.text) obsolete"
        }
        Message(746015, "User-identity FQDN resolved", .system, .success) {
            "user-identity: [FQDN] \(.text) \(action: "resolved") \(.text)"
        }
        Message(746016, "User-identity DNS lookup failed", .system, .failure) {
            "user-identity: DNS lookup for \(.text) failed, reason: \(.reason)"
            "user-identity: DNS lookup failed, reason: \(.reason)"
        }
        Message(746017, "User-identity import-user update", .system) {
            "user-identity: \(action: "Update") import-user \(.text)\\\\\(.group)"
        }
        Message(746018, "User-identity import-user update done", .system, .success) {
            "user-identity: \(action: "Update") import-user \(.text)\\\\\(.group) done"
        }
        Message(746019, "User-identity AD agent mapping update failed", .system, .failure) {
            """
            user-identity: \(oneOf: "Update", "Remove") AD Agent \(.destinationAddress) IP-user mapping \
            \(.sourceAddress) - \(.user) failed
            """
        }
    }
}
