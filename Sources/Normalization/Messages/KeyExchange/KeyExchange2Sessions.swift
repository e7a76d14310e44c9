// Cisco 751001 to 751028: IKE version 2, authentication, addresses and settings of a session. The newest release
// leaves out addresses and user.

extension KeyExchange {
    @MessageBuilder static var keyExchange2Sessions: [Message] {
        Message(751001, "IKEv2 failed to complete Diffie-Hellman operation", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Failed to complete \
            Diffie-Hellman operation. Error: \(.reason)
            """
            "Failed to complete Diffie-Hellman operation. Error: \(.reason)"
        }
        Message(751002, "IKEv2 no preshared key or trustpoint configured for self", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") No preshared key or trustpoint \
            configured for self in tunnel group \(.group)
            """
            "No preshared key or trustpoint configured for self in tunnel group \(.group)"
        }
        Message(751003, "IKEv2 need to send DPD message to peer", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Need to send a DPD message to peer
            """
            "Need to send a DPD message to peer"
        }
        Message(751004, "IKEv2 no remote authentication method configured", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") No remote authentication method \
            configured for peer in tunnel group \(.group)
            """
            "No remote authentication method configured for peer in tunnel group \(.group)"
        }
        Message(751005, "AnyConnect client reconnect authentication failed", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") AnyConnect client reconnect \
            authentication failed. Session ID: \(.sessionID), Error: \(.reason)
            """
            "AnyConnect client reconnect authentication failed. Session ID: \(.sessionID), Error: \(.reason)"
        }
        Message(751006, "IKEv2 certificate authentication failed", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Certificate authentication \
            failed. Error: \(.reason)
            """
            "Certificate authentication failed. Error: \(.reason)"
        }
        Message(751007, "IKEv2 configured attribute not supported", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Configured attribute not \
            supported for IKEv2. Attribute: \(.text)
            """
            "Configured attribute not supported for IKEv2. Attribute: \(.text)"
        }
        Message(751008, "IKEv2 tunnel rejected, not enabled in group policy", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Group=\(.group), Tunnel \
            \(action: "rejected"): \(.reason)
            """
            "Group=\(.group), Tunnel \(action: "rejected"): \(.reason)"
        }
        Message(751009, "IKEv2 unable to find tunnel group for peer", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Unable to find tunnel group for \
            peer.
            """
            "Unable to find tunnel group for peer."
        }
        Message(751010, "IKEv2 unable to determine self-authentication method", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Unable to determine \
            self-authentication method. \(.reason)
            """
            "Unable to determine self-authentication method. \(.reason)"
        }
        Message(751011, "IKEv2 user authentication failed", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Failed user authentication. \
            Error: \(.reason)
            """
            "Failed user authentication. Error: \(.reason)"
        }
        Message(751012, "IKEv2 failure during configuration mode processing", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Failure occurred during \
            Configuration Mode processing. Error: \(.reason)
            """
            "Failure occurred during Configuration Mode processing. Error: \(.reason)"
        }
        Message(751013, "IKEv2 failed to process configuration payload request", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Failed to process Configuration \
            Payload request for attribute \(.text). Error: \(.reason)
            """
            "Failed to process Configuration Payload request for attribute \(.text). Error: \(.reason)"
        }
        Message(751014, "IKEv2 configuration payload request could not be processed", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Warning Configuration Payload \
            request for attribute \(.text) could not be processed. Error: \(.reason)
            """
            "Warning Configuration Payload request for attribute \(.text) could not be processed. Error: \(.reason)"
        }
        Message(751015, "IKEv2 SA request rejected by CAC", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") SA request \(action: "rejected") \
            by CAC. Reason: \(.reason)
            """
            "SA request \(action: "rejected") by CAC. Reason: \(.reason)"
        }
        Message(751016, "IKEv2 peer initiated tunnel with same outer and inner addresses", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") L2L peer initiated a tunnel with \
            the same outer and inner addresses. \(.reason)
            """
            "L2L peer initiated a tunnel with the same outer and inner addresses. \(.reason)"
        }
        Message(751017, "IKEv2 configuration error", .system, .failure) {
            "Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Configuration Error \(.reason)"
            "Configuration Error \(.reason)"
        }
        Message(751018, "VPN connection terminated, group lock mismatch", .system, .failure) {
            "\(action: "Terminating") the VPN connection attempt from \(.group). Reason: \(.reason)"
        }
        Message(751019, "IKEv2 failed to obtain license, limit exceeded", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Failed to obtain an \(.text) \
            license. \(.reason)
            """
            "Failed to obtain an \(.text) license. \(.reason)"
        }
        Message(751020, "Remote access connection failed, Suite B without Premium license", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") An \(.text) remote access \
            connection failed. \(.reason)
            """
        }
        Message(751021, "Encryption not supported by AnyConnect client version", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user) \(networkProtocol: "IKEv2", "IKEv1") with \(.text) \
            encryption is not supported with this version of the AnyConnect Client. \(.text)
            """
        }
        Message(751022, "IKEv2 tunnel rejected, crypto map policy not found", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Tunnel \(action: "rejected"): \
            \(.reason)
            """
            "Tunnel \(action: "rejected"): \(.reason)"
        }
        Message(751023, "IKEv2 unknown client connection", .system) {
            "Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Unknown client connection"
            "Unknown client connection"
        }
        Message(751024, "IKEv2 deprecated IPv6 user filter, terminating connection", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") IPv6 User Filter \(.policy) \
            configured. This setting has been deprecated, \(action: "terminating") connection
            """
            """
            IPv6 User Filter \(.policy) configured. This setting has been deprecated, \(action: "terminating") \
            connection
            """
        }
        Message(751025, "Address assigned to session", .system, .success) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Group:\(.group) IPv4 Address=\
            \(.assignedIPv4)\(optional: " IPv6 address=\(.assignedIPv6)") \(action: "assigned") to session
            """
            """
            Group:\(.group) IPv4 Address=\(.assignedIPv4)\(optional: " IPv6 address=\(.assignedIPv6)") \
            \(action: "assigned") to session
            """
        }
        Message(751026, "IKEv2 client OS and version", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Client OS: \(foreign: .text) \
            Client: \
            \(foreign: .text)
            """
            "Client OS: \(foreign: .text) Client: \(foreign: .text)"
        }
        Message(751027, "IKEv2 received INVALID_SELECTORS notification", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") \(action: "Received") \
            INVALID_SELECTORS Notification from peer. \(.reason)
            """
            "\(action: "Received") INVALID_SELECTORS Notification from peer. \(.reason)"
        }
        Message(751028, "IKEv2 overriding configured keepalive values", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") \(action: "Overriding") \
            configured keepalive values of threshold:\(.text) to threshold:\(.text)
            """
            "\(action: "Overriding") configured keepalive values of threshold:\(.text) to threshold:\(.text)"
        }
    }
}
