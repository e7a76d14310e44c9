// Cisco 107xxx, 120012, 210005, 210007, 210008, 212xxx, 213xxx, 214001, 308004, 312001, 324300, 324301, 403110, 405300,
// 405301, 414xxx, 604xxx, 634001: what others ask of the device itself, and what it tells its own servers and its peer.

extension Device {
    @MessageBuilder static var managementRequests: [Message] {
        Message(107001, "RIP auth failed", .system, .failure) {
            "RIP auth \(action: "failed") from \(.sourceAddress): version=\(.text) on interface \(.sourceInterface)"
        }
        Message(107002, "RIP pkt failed", .system, .failure) {
            "RIP pkt \(action: "failed") from \(.sourceAddress): version=\(.text) on interface \(.sourceInterface)"
        }
        Message(120012, "User chose to call-home anonymous reporting at the prompt", .system) {
            "User \(.user) chose to \(.text) call-home anonymous reporting at the prompt."
        }
        Message(210005, "LU allocate connection failed", .system, .failure) {
            "LU allocate \(.text)connection failed for \(.text) connection from \(.source) to \(.destination)"
            "LU allocate connection failed"
        }
        Message(210007, "LU allocate xlate failed", .system, .failure) {
            """
            LU allocate xlate failed for \(.text) translation from \(translated: .source) to \
            \(translated: .destination)
            """
            "LU allocate xlate failed"
        }
        Message(210008, "LU no xlate", .system, .failure) {
            "LU no xlate for \(.sourceAddress)/\(.sourcePort) \(.destinationAddress)/\(.destinationPort)"
        }
        Message(212004, "Unable to send an SNMP response", .system, .failure) {
            """
            Unable to send an SNMP response to IP Address \(.destinationAddress) Port \(.destinationPort) interface \
            \(.text), error code = \(.text)
            """
        }
        Message(212005, "incoming SNMP request exceeds data buffer size", .system, .failure) {
            """
            incoming SNMP request (\(.text) bytes) on interface \(.sourceInterface) exceeds data buffer size, \
            \(action: "discarding") this SNMP request.
            """
        }
        Message(212006, "Dropping SNMP request", .system, .failure) {
            "\(action: "Dropping") SNMP request from \(.source) to \(.destination) because: \(.reason)"
        }
        Message(212009, "Configuration request for SNMP group failed", .system, .failure) {
            "Configuration request for SNMP group \(.text) \(action: "failed"). User \(.user), \(.text)"
        }
        Message(212010, "Configuration request for SNMP user failed", .system, .failure) {
            "Configuration request for SNMP user \(.user) \(action: "failed"). Host \(.text) reason: \(.reason)"
            "Configuration request for SNMP user \(.user) \(action: "failed"). Host \(.text)"
        }
        Message(213002, "PPTP tunnel hashtable insert failed", .system, .failure) {
            "PPTP tunnel hashtable insert failed, peer = \(.sourceAddress)"
        }
        Message(213007, "L2TP: Failed to install Redirect URL", .system, .failure) {
            "L2TP: \(reason: "Failed to install Redirect URL"): \(.text) Redirect ACL: \(.text) for \(.sourceAddress)"
        }
        Message(214001, "Terminating manager session", .system) {
            """
            \(action: "Terminating") manager session from \(.sourceAddress) on interface \(.sourceInterface). \
            Reason: \(.reason)
            """
        }
        Message(308004, "The enable password has been configured", .system) {
            "The enable password has been configured by user \(.user)"
        }
        Message(312001, "RIP hdr failed", .system, .failure) {
            "RIP hdr \(action: "failed") from \(.sourceAddress): \(.text) on interface \(.sourceInterface)"
        }
        Message(324300, "Radius Accounting Request has an incorrect request authenticator", .traffic, .failure) {
            "Radius Accounting Request from \(.sourceAddress) has an incorrect request authenticator"
        }
        Message(324301, "Radius Accounting Request has a bad header length", .traffic, .failure) {
            "Radius Accounting Request from \(.sourceAddress) has a bad header length \(.text)"
            "Radius Accounting Request has a bad header length \(.text)"
        }
        Message(403110, "PPP virtual interface missing MPPE key from aaa server", .system, .failure) {
            "PPP virtual interface \(.text), user: \(.user) missing MPPE key from aaa server."
        }
        Message(405300, "Radius Accounting Request received is not allowed", .system, .failure) {
            "Radius Accounting Request \(action: "received") from \(.sourceAddress) is not allowed"
        }
        Message(405301, "Attribute does not match", .system) {
            "Attribute \(.text) does not match for user \(.sourceAddress)"
        }
        Message(414003, "TCP Syslog Server not responding", .system, .failure) {
            "\(networkProtocol: "TCP") Syslog Server \(.destination) not responding\(.text)"
        }
        Message(414004, "TCP Syslog Server - Connection restored", .system, .success) {
            "\(networkProtocol: "TCP") Syslog Server \(.destination) - Connection restored"
        }
        Message(414005, "TCP Syslog Server connected, New connections are permitted", .system, .success) {
            "\(networkProtocol: "TCP") Syslog Server \(.destination) connected, New connections are permitted\(.text)"
        }
        Message(604103, "DHCP daemon interface: address granted", .system, .success) {
            """
            DHCP daemon interface \(.sourceInterface): address \(action: "granted") \
            \(.text)\(oneOf: " (", "(")\(.sourceAddress))
            """
        }
        Message(604104, "DHCP daemon interface: address released", .system, .success) {
            """
            DHCP daemon interface \(.sourceInterface): address \(action: "released") \
            \(.text)\(oneOf: " (", "(")\(.sourceAddress))
            """
        }
        Message(604105, "DHCPD: Unable to send DHCP reply to client", .system, .failure) {
            "DHCPD: Unable to send DHCP reply to client \(.text) on interface \(.sourceInterface). \(.reason)"
        }
        Message(634001, "The following DAP records were selected for this connection", .system) {
            """
            DAP: User \(.user), Addr \(.sourceAddress), Connection \(.text); The following DAP records were \
            \(action: "selected") for this connection: \(.policy)
            """
        }
    }
}
