// Cisco 722001 to 722057: the AnyConnect client (SVC, SSL VPN client), its connections and messages.
// Texts that speak of an SVC connection are of that type.

extension Sessions {
    @MessageBuilder static var clientConnections: [Message] {
        Message(722001, "Error parsing SVC connect request", .system, .failure) {
            "IP <\(.publicAddress)> Error parsing SVC connect request."
        }
        Message(722002, "Error consolidating SVC connect request", .system, .failure) {
            "IP <\(.publicAddress)> Error consolidating SVC connect request."
        }
        Message(722003, "Error authenticating SVC connect request", .system, .failure) {
            "IP <\(.publicAddress)> Error authenticating SVC connect request."
        }
        Message(722004, "Error responding to SVC connect request", .system, .failure) {
            "\(.groupUserIP) Error responding to SVC connect request."
        }
        Message(722005, "Unable to update session information for SVC connection", .svcConnection, .failure) {
            "\(.groupUserIP) Unable to update session information for SVC connection."
        }
        Message(722006, "Invalid address assigned to SVC connection", .svcConnection, .failure) {
            "\(.groupUserIP) Invalid address <\(.assignedIPv4)> assigned to SVC connection."
        }
        Message(722007, "SVC Message", .system) {
            "\(.groupUserIP) SVC Message: \(.clientMessage)/\(.text): \(foreign: .reason)"
        }
        Message(722008, "SVC Message", .system) {
            "\(.groupUserIP) SVC Message: \(.clientMessage)/\(.text): \(foreign: .reason)"
        }
        Message(722009, "SVC Message", .system) {
            "\(.groupUserIP) SVC Message: \(.clientMessage)/\(.text): \(foreign: .reason)"
        }
        Message(722010, "SVC Message", .system) {
            "\(.groupUserIP) SVC Message: \(.clientMessage)/\(.text): \(foreign: .reason)"
        }
        Message(722011, "SVC Message", .system) {
            "\(.groupUserIP) SVC Message: \(.clientMessage)/\(.text): \(foreign: .reason)"
        }
        Message(722012, "SVC Message", .system) {
            "\(.groupUserIP) SVC Message: \(.clientMessage)/\(.text): \(foreign: .reason)"
        }
        Message(722013, "SVC Message", .system) {
            "\(.groupUserIP) SVC Message: \(.clientMessage)/\(.text): \(foreign: .reason)"
        }
        Message(722014, "SVC Message", .system) {
            "\(.groupUserIP) SVC Message: \(.clientMessage)/\(.text): \(foreign: .reason)"
        }
        Message(722015, "Unknown SVC frame type", .system, .failure) {
            "\(.groupUserIP) Unknown SVC frame type: \(.text)"
        }
        Message(722016, "Bad SVC frame length", .system, .failure) {
            "\(.groupUserIP) Bad SVC frame length: \(.text) expected: \(.text)"
        }
        Message(722017, "Bad SVC framing", .system, .failure) {
            "\(.groupUserIP) Bad SVC framing: \(.text), reserved: \(.text)"
        }
        Message(722018, "Bad SVC protocol version", .system, .failure) {
            "\(.groupUserIP) Bad SVC protocol version: \(.text), expected: \(.text)"
        }
        Message(722019, "Not enough data for an SVC header", .system, .failure) {
            "\(.groupUserIP) Not enough data for an SVC header: \(.text)"
        }
        Message(722020, "No address available for SVC connection", .svcConnection, .failure) {
            "\(.groupUserIP) No address available for SVC connection"
        }
        Message(722021, "Unable to start SVC compression, lack of memory", .system, .failure) {
            "\(.groupUserIP) Unable to start compression due to lack of memory resources"
        }
        Message(722022, "SVC connection established", .svcConnection, .success) {
            """
            \(.groupUserIP) \(networkProtocol: "TCP", "UDP", "DTLS", "TLS", "SSL") \(optional: "SVC ")connection \
            \(action: "established")\(optional: " \(oneOf: "without", "with") compression")
            """
            """
            \(.groupUserIP) SVC connection \(action: "established")\
            \(optional: " \(oneOf: "without", "with") compression")
            """
        }
        Message(722023, "SVC connection terminated", .svcConnection, .success) {
            """
            \(.groupUserIP) \(networkProtocol: "TCP", "UDP", "DTLS", "TLS", "SSL") \(optional: "SVC ")connection \
            \(action: "terminated")\(optional: " \(oneOf: "without", "with") compression")
            """
            """
            \(.groupUserIP) SVC connection \(action: "terminated")\
            \(optional: " \(oneOf: "without", "with") compression")
            """
        }
        Message(722024, "SVC global compression enabled", .system, .success) {
            "SVC Global Compression \(action: "Enabled")"
        }
        Message(722025, "SVC global compression disabled", .system, .success) {
            "SVC Global Compression \(action: "Disabled")"
        }
        Message(722026, "SVC compression history reset", .system) {
            "\(.groupUserIP) SVC compression history \(action: "reset")"
        }
        Message(722027, "SVC decompression history reset", .system) {
            "\(.groupUserIP) SVC decompression history \(action: "reset")"
        }
        Message(722028, "Stale SVC connection closed", .svcConnection, .success) {
            "\(.groupUserIP) Stale SVC connection \(action: "closed")."
        }
        Message(722029, "SVC session termination connection statistics", .system) {
            """
            \(.groupUserIP) SVC Session Termination: Conns: \(.text), DPD Conns: \(.text), Comp resets: \(.text), \
            Dcmp resets: \(.text)
            """
        }
        Message(722030, "SVC session termination inbound statistics", .system) {
            """
            \(.groupUserIP) SVC Session Termination: In: \(.text) (+\(.text)) bytes, \(.text) (+\(.text)) packets, \
            \(.text) drops.
            """
        }
        Message(722031, "SVC session termination outbound statistics", .system) {
            """
            \(.groupUserIP) SVC Session Termination: Out: \(.text) (+\(.text)) bytes, \(.text) (+\(.text)) packets, \
            \(.text) drops.
            """
        }
        Message(722032, "New SVC connection replacing old connection", .svcConnection, .success) {
            """
            \(.groupUserIP) New \(networkProtocol: "TCP", "UDP", "DTLS", "TLS", "SSL") \(optional: "SVC ")connection \
            replacing old connection.
            """
            "\(.groupUserIP) New SVC connection replacing old connection."
        }
        Message(722033, "First SVC connection established for SVC session", .svcConnection, .success) {
            """
            \(.groupUserIP) First \(networkProtocol: "TCP", "UDP", "DTLS", "TLS", "SSL") SVC connection \
            \(action: "established") for SVC session.
            """
            "\(.groupUserIP) First SVC connection \(action: "established") for SVC session."
        }
        Message(722034, "New SVC connection", .svcConnection, .success) {
            """
            \(.groupUserIP) New \(networkProtocol: "TCP", "UDP", "DTLS", "TLS", "SSL") SVC connection, no existing \
            connection.
            """
            "\(.groupUserIP) New SVC connection, no existing connection."
        }
        Message(722035, "SVC received large packet", .system) {
            "\(.groupUserIP) \(action: "Received") large packet \(.text) (threshold \(.text))."
        }
        Message(722036, "SVC transmitting large packet", .system) {
            "\(.groupUserIP) \(action: "Transmitting") large packet \(.text) (threshold \(.text))."
        }
        Message(722037, "SVC closing connection", .svcConnection, .success) {
            "\(.groupUserIP) SVC \(action: "closing") connection: \(.reason)"
        }
        Message(722038, "SVC terminating session", .system, .success) {
            "\(.groupUserIP) SVC \(action: "terminating") session, reason: \(.reason)"
            "\(.groupUserIP) SVC \(action: "terminating") session: \(.reason)"
        }
        Message(722039, "SVC vpn-filter is an IPv6 ACL, not applied", .system, .failure) {
            "\(.groupUserIP) SVC 'vpn-filter \(.policy)' is an IPv6 ACL; ACL not applied."
        }
        Message(722040, "SVC ipv6-vpn-filter is an IPv4 ACL, not applied", .system, .failure) {
            "\(.groupUserIP) SVC 'ipv6-vpn-filter \(.policy)' is an IPv4 ACL; ACL not applied."
        }
        Message(722041, "No IPv6 address available for SVC connection", .svcConnection, .failure) {
            "\(.groupUserIP) No IPv6 address available for SVC connection"
        }
        Message(722042, "Invalid Cisco SSL tunneling protocol version", .system, .failure) {
            "\(.groupUserIP) Invalid Cisco SSL Tunneling Protocol version."
        }
        Message(722043, "DTLS disabled, unable to negotiate cipher", .system, .failure) {
            "\(.groupUserIP) DTLS \(action: "disabled"): \(.reason)"
        }
        Message(722044, "Unable to request address for SSL tunnel", .system, .failure) {
            "\(.groupUserIP) Unable to request \(oneOf: "IPv4", "IPv6") address for SSL tunnel."
        }
        Message(722045, "Connection terminated, no SSL tunnel initialization data", .system, .failure) {
            "Connection \(action: "terminated"): \(.reason)"
        }
        Message(722046, "Session terminated, unable to establish tunnel", .system, .failure) {
            "\(.groupUserIP) Session \(action: "terminated"): \(.reason)"
        }
        Message(722047, "Tunnel terminated, SVC not enabled or invalid image", .system, .failure) {
            "\(.groupUserIP) Tunnel \(action: "terminated"): \(.reason)"
        }
        Message(722048, "Tunnel terminated, SVC not enabled for the user", .system, .failure) {
            "\(.groupUserIP) Tunnel \(action: "terminated"): \(.reason)"
        }
        Message(722049, "Session terminated, SVC not enabled or invalid image", .system, .failure) {
            "\(.groupUserIP) Session \(action: "terminated"): \(.reason)"
        }
        Message(722050, "Session terminated, SVC not enabled for the user", .system, .failure) {
            "\(.groupUserIP) Session \(action: "terminated"): \(.reason)"
        }
        Message(722051, "Address assigned to session", .system, .success) {
            """
            \(.groupUserIP) IPv4 Address <\(.assignedIPv4)> IPv6 address <\(.assignedIPv6)> \(action: "assigned") to \
            session
            """
            "\(.groupUserIP) Address <\(.assignedIPv4)> \(action: "assigned") to session"
            "\(.groupUserIP) IPv4 Address IPv6 address <\(.assignedIPv6)> \(action: "assigned") to session"
            "\(.groupUserIP) IPv4 Address <\(.assignedIPv4)> IPv6 address \(action: "assigned") to session"
            "\(.groupUserIP) IPv4 Address <\(.assignedIPv4)> \(action: "assigned") to session"
            "\(.groupUserIP) IPv6 address <\(.assignedIPv6)> \(action: "assigned") to session"
        }
        Message(722053, "Unknown client connection", .system) {
            "\(.groupUserIP) Unknown client \(foreign: .text) connection."
        }
        Message(722054, "SVC terminating connection, failed to install redirect URL", .svcConnection, .failure) {
            """
            \(.groupUserIP) SVC \(action: "terminating") connection: \(.reason): \(.text) Redirect ACL: \(.text) for \
            \(.assignedIPv4)
            """
        }
        Message(722055, "Client Type", .system) { "\(.groupUserIP) Client Type: \(foreign: .text)" }
        Message(722056, "Unsupported AnyConnect client connection rejected", .system, .failure) {
            """
            Unsupported AnyConnect client connection \(action: "rejected") from \(.sourceAddress). Client info: \
            \(foreign: .text). Reason: \(.reason)
            """
        }
        Message(722057, "SVC terminating connection, failed to bind SGT", .svcConnection, .failure) {
            "\(.groupUserIP) SVC \(action: "terminating") connection: \(.reason) with assigned IP: \(.assignedIPv4)"
        }
    }
}
