// Cisco 752001 to 752017: which IKE version sets up a tunnel.
// Map names have no token; some releases leave them out.

extension KeyExchange {
    @MessageBuilder static var tunnelManager: [Message] {
        Message(752001, "Tunnel manager received invalid parameter to remove record", .system, .failure) {
            "Tunnel Manager received invalid parameter to remove record."
        }
        Message(752002, "Tunnel manager removed entry", .system, .success) {
            """
            Tunnel Manager \(action: "Removed") entry\(optional: ".  Map Tag = \(.text)")\
            \(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752003, "Tunnel manager dispatching key-acquire to IKEv2", .system) {
            """
            Tunnel Manager \(action: "dispatching") a KEY_ACQUIRE message to IKEv2\(optional: ".  Map Tag = \(.text)")\
            \(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752004, "Tunnel manager dispatching key-acquire to IKEv1", .system) {
            """
            Tunnel Manager \(action: "dispatching") a KEY_ACQUIRE message to IKEv1\(optional: ".  Map Tag = \(.text)")\
            \(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752005, "Tunnel manager failed to dispatch key-acquire", .system, .failure) {
            """
            Tunnel Manager failed to dispatch a KEY_ACQUIRE message. Memory may be low\
            \(optional: ".  Map Tag = \(.text)")\(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(
            752006,
            "Tunnel manager failed to dispatch key-acquire, probable misconfiguration",
            .system,
            .failure
        ) {
            """
            Tunnel Manager failed to dispatch a KEY_ACQUIRE message.  Probable mis-configuration of the crypto map or \
            tunnel-group.  Map Tag = \(.text).  Map Sequence Number = \(.text), SRC Addr: \(.sourceAddress) port: \
            \(.sourcePort) Dst Addr: \(.destinationAddress) port: \(.destinationPort)
            """
            """
            Tunnel Manager failed to dispatch a KEY_ACQUIRE message.  Probable mis-configuration of the crypto map or \
            tunnel-group\(optional: ".  Map Tag = \(.text)")\(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752007, "Tunnel manager failed to dispatch key-acquire, entry exists", .system, .failure) {
            """
            Tunnel Manager failed to dispatch a KEY_ACQUIRE message. Entry already in Tunnel Manager\
            \(optional: ".  Map Tag = \(.text)")\(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752008, "Duplicate entry in tunnel manager", .system) {
            "Duplicate entry already in Tunnel Manager."
        }
        Message(752009, "IKEv2 does not support multiple peers", .system, .failure) {
            "IKEv2 Doesn't support Multiple Peers."
        }
        Message(752010, "IKEv2 has no proposal specified", .system, .failure) {
            """
            IKEv2 Doesn't have a proposal specified\(optional: ".  Map Tag = \(.text)")\
            \(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752011, "IKEv1 has no transform set specified", .system, .failure) {
            """
            IKEv1 Doesn't have a transform set specified\(optional: ".  Map Tag = \(.text)")\
            \(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752012, "IKE unsuccessful at setting up a tunnel", .system, .failure) {
            """
            \(oneOf: "IKEv1", "IKEv2") was unsuccessful at setting up a tunnel\(optional: ".  Map Tag = \(.text)")\
            \(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752013, "Tunnel manager retrying key-acquire with IKEv2", .system) {
            """
            Tunnel Manager \(action: "dispatching") a KEY_ACQUIRE message to IKEv2 after a failed attempt\
            \(optional: ".  Map Tag = \(.text)")\(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752014, "Tunnel manager retrying key-acquire with IKEv1", .system) {
            """
            Tunnel Manager \(action: "dispatching") a KEY_ACQUIRE message to IKEv1 after a failed attempt\
            \(optional: ".  Map Tag = \(.text)")\(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752015, "Tunnel manager failed to establish an L2L SA", .system, .failure) {
            """
            Tunnel Manager has failed to establish an L2L SA.  All configured IKE versions failed to establish the \
            tunnel\(optional: ".  Map Tag = \(.text)")\(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752016, "IKE successful at setting up a tunnel", .system, .success) {
            """
            \(oneOf: "IKEv1", "IKEv2") was successful at setting up a tunnel\(optional: ".  Map Tag = \(.text)")\
            \(optional: ".  Map Sequence Number = \(.text)")
            """
        }
        Message(752017, "IKEv2 backup L2L tunnel initiation denied", .system, .failure) {
            """
            IKEv2 Backup L2L tunnel initiation \(action: "denied") on interface \(.sourceInterface) matching crypto \
            map \(.text), sequence number \(.text). Unsupported configuration.
            """
        }
    }
}
