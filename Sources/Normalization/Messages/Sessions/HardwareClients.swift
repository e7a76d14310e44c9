// Cisco 611301 to 611323: the device as a VPN client of another one.
// The head end is the destination: the device itself is the client.

extension Sessions {
    @MessageBuilder static var hardwareClients: [Message] {
        Message(611301, "VPNClient NAT configured for client mode, no split tunneling", .system, .success) {
            "VPNClient: NAT configured for Client Mode with no split tunneling: NAT addr: \(.natAddress)"
        }
        Message(611302, "VPNClient NAT exemption for network extension mode, no split tunneling", .system, .success) {
            "VPNClient: NAT exemption configured for Network Extension Mode with no split tunneling"
        }
        Message(611303, "VPNClient NAT configured for client mode with split tunneling", .system, .success) {
            """
            VPNClient: NAT configured for Client Mode with split tunneling: NAT addr: \(.natAddress) Split Tunnel \
            Networks: \(.text)
            """
        }
        Message(611304, "VPNClient NAT exemption for network extension mode with split tunneling", .system, .success) {
            """
            VPNClient: NAT exemption configured for Network Extension Mode with split tunneling: Split Tunnel \
            Networks: \(.text)
            """
        }
        Message(611305, "VPNClient DHCP policy installed", .system, .success) {
            "VPNClient: DHCP Policy \(action: "installed"): \(.text)"
        }
        Message(611306, "VPNClient PFS policy installed", .system, .success) {
            "VPNClient: Perfect Forward Secrecy Policy \(action: "installed")"
        }
        Message(611307, "VPNClient connected to head end", .system, .success) {
            "VPNClient: Head end : \(.destinationAddress)"
        }
        Message(611308, "VPNClient split DNS policy installed", .system, .success) {
            "VPNClient: Split DNS Policy \(action: "installed"): List of domains: \(.text)"
        }
        Message(611309, "VPNClient disconnecting from head end", .system, .success) {
            """
            VPNClient: \(action: "Disconnecting") from head end and uninstalling previously downloaded policy: Head \
            End : \(.destinationAddress)
            """
        }
        Message(611310, "VPNClient XAUTH succeeded", .system, .success) {
            "VPNClient: XAUTH Succeeded: Peer: \(.destinationAddress)"
        }
        Message(611311, "VPNClient XAUTH failed", .system, .failure) {
            "VPNClient: XAUTH Failed: Peer: \(.destinationAddress)"
        }
        Message(611312, "VPNClient backup server list", .system) { "VPNClient: Backup Server List: \(.text)" }
        Message(611313, "VPNClient backup server list error", .system, .failure) {
            "VPNClient: Backup Server List Error: \(.reason)"
        }
        Message(611314, "VPNClient redirected by load balancing cluster", .system) {
            """
            VPNClient: Load Balancing Cluster with Virtual IP: \(.text) has \(action: "redirected") the to server \
            \(.destinationAddress)
            """
        }
        Message(611315, "VPNClient disconnecting from load balancing cluster member", .system, .success) {
            "VPNClient: \(action: "Disconnecting") from Load Balancing Cluster member \(.destinationAddress)"
        }
        Message(611316, "VPNClient secure unit authentication enabled", .system) {
            "VPNClient: Secure Unit Authentication \(action: "Enabled")"
        }
        Message(611317, "VPNClient secure unit authentication disabled", .system) {
            "VPNClient: Secure Unit Authentication \(action: "Disabled")"
        }
        Message(611318, "VPNClient user authentication enabled", .system) {
            """
            VPNClient: User Authentication \(action: "Enabled"): Auth Server IP: \(.destinationAddress) Auth Server \
            Port: \(.destinationPort) Idle Timeout: \(.text)
            """
        }
        Message(611319, "VPNClient user authentication disabled", .system) {
            "VPNClient: User Authentication \(action: "Disabled")"
        }
        Message(611320, "VPNClient device pass-through enabled", .system) {
            "VPNClient: Device Pass Thru \(action: "Enabled")"
        }
        Message(611321, "VPNClient device pass-through disabled", .system) {
            "VPNClient: Device Pass Thru \(action: "Disabled")"
        }
        Message(611322, "VPNClient extended XAUTH conversation initiated", .system) {
            "VPNClient: Extended XAUTH conversation \(action: "initiated") when SUA disabled"
        }
        Message(611323, "VPNClient duplicate split network entry", .system) { "VPNClient: Duplicate split nw entry" }
    }
}
