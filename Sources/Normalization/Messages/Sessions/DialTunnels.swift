// Cisco 603xxx: PPTP, L2TP and PPPoE tunnels. The peer is the public side, the dynamic address the assigned one.

extension Sessions {
    @MessageBuilder static var dialTunnels: [Message] {
        Message(603102, "PPP virtual interface aaa authentication started", .system) {
            "PPP virtual interface \(.sourceInterface) - user: \(.user) aaa authentication \(action: "started")."
        }
        Message(603103, "PPP virtual interface aaa authentication status", .system) {
            "PPP virtual interface \(.sourceInterface) - user: \(.user) aaa authentication \(.text)"
        }
        Message(603104, "PPTP Tunnel created", .system, .success) {
            """
            PPTP Tunnel \(action: "created"), tunnel_id is \(.text), remote_peer_ip is \(.publicAddress), \
            ppp_virtual_interface_id is \(.text), client_dynamic_ip is \(.assignedIPv4), username is \(.user), \
            MPPE_key_strength is \(.text)
            """
        }
        Message(603105, "PPTP Tunnel deleted", .system, .success) {
            "PPTP Tunnel \(action: "deleted"), tunnel_id = \(.text), remote_peer_ip = \(.sourceAddress)"
        }
        Message(603106, "L2TP Tunnel created", .system, .success) {
            """
            L2TP Tunnel \(action: "created"), tunnel_id is \(.text), remote_peer_ip is \(.publicAddress), \
            ppp_virtual_interface_id is \(.text), client_dynamic_ip is \(.assignedIPv4), username is \(.user)
            """
        }
        Message(603107, "L2TP Tunnel deleted", .system, .success) {
            "L2TP Tunnel \(action: "deleted"), tunnel_id = \(.text), remote_peer_ip = \(.sourceAddress)"
        }
        Message(603108, "Built PPPOE Tunnel", .system, .success) {
            """
            \(action: "Built") PPPOE Tunnel, tunnel_id = \(.text), remote_peer_ip = \(.publicAddress), \
            ppp_virtual_interface_id = \(.text), client_dynamic_ip = \(.assignedIPv4), username = \(.user)
            """
            MessageFormat.named(
                "Built PPTP Tunnel",
                """
                \(action: "Built") PPTP Tunnel at \(.sourceInterface), tunnel-id = \(.text), remote-peer = \
                \(.publicAddress), \
                virtual-interface = \(.text), client-dynamic-ip = \(.assignedIPv4), username = \(.user), \
                MPPE-key-strength = \(.text)
                """
            )
        }
        Message(603109, "Teardown PPPOE Tunnel", .system, .success) {
            """
            \(action: "Teardown") \(oneOf: "PPPOE", "PPOE") Tunnel, tunnel_id = \(.text), \
            remote_peer_ip = \(.sourceAddress)
            """
            """
            \(action: "Teardown") \(oneOf: "PPPOE", "PPOE") Tunnel at \(.sourceInterface), tunnel-id = \(.text), \
            remote-peer = \(.sourceAddress)
            """
        }
        Message(603110, "Failed to establish L2TP session", .system, .failure) {
            """
            \(action: "Failed") to establish L2TP session, tunnel_id = \(.text), remote_peer_ip = \(.sourceAddress), \
            user = \(.user). \(.reason)
            """
        }
    }
}
