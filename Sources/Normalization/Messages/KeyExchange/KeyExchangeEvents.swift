// Cisco 713249 to 713906: IKE version 1, results, routes and messages without a text of their own.
// The text of 713900 to 713906 is open, so all of it is the reason.

extension KeyExchange {
    @MessageBuilder static var keyExchangeEvents: [Message] {
        Message(713249, "Received unsupported authentication results", .system, .failure) {
            "\(.ike)\(action: "Received") unsupported authentication results: \(.text)"
        }
        Message(713250, "Received unknown Internal Address attribute", .system) {
            "\(.ike)\(action: "Received") unknown Internal Address attribute: \(.text)"
        }
        Message(713251, "IKE received authentication failure message", .system, .failure) {
            "\(.ike)Received authentication failure message"
        }
        Message(713252, "VPN tunnel rejected, integrity firewall server not available", .system, .failure) {
            "\(.ike)Integrity Firewall Server is not available. VPN Tunnel creation \(action: "rejected") for client."
        }
        Message(713253, "VPN tunnel created, integrity firewall server not available", .system, .success) {
            """
            \(.ike)Integrity Firewall Server is not available. Entering ALLOW mode. VPN Tunnel \(action: "created") \
            for client.
            """
        }
        Message(713254, "Invalid IPSec/UDP port", .system, .failure) {
            "\(.ike)Invalid IPSec/UDP port = \(.text), valid range is \(.text)"
        }
        Message(713255, "IKE message with unknown tunnel group name", .system, .failure) {
            "\(.ike)Received ISAKMP Aggressive Mode message 1 with unknown tunnel group name '\(foreign: .group)'."
        }
        Message(713256, "Sending spoofed ISAKMP Aggressive Mode message 2", .system, .failure) {
            """
            \(.ike)\(action: "Sending") spoofed ISAKMP Aggressive Mode message 2 due to receipt of unknown tunnel \
            group. Aborting connection.
            """
        }
        Message(713257, "IKE phase failure, mismatched attribute types", .system, .failure) {
            "\(.ike)Phase \(oneOf: "1", "2") failure:  \(.reason)"
        }
        Message(
            713258,
            "Attempting to establish a phase2 tunnel on another interface than the phase1 tunnel",
            .system
        ) {
            """
            \(.ike)Attempting to establish a phase2 tunnel on \(.text) interface but phase1 tunnel is on \(.text) \
            interface. \(.text)
            """
        }
        Message(713259, "IKE session is being torn down", .system, .success) {
            "\(.ike)Session is being \(action: "torn down"). Reason: \(.reason)"
        }
        Message(713260, "Output interface to peer was not found", .system, .failure) {
            "\(.ike)Output interface \(.text) to peer was not found"
        }
        Message(713261, "IPV6 address on output interface was not found", .system, .failure) {
            "\(.ike)IPV6 address on output interface \(.text) was not found"
        }
        Message(713262, "Rejecting new IPSec SA negotiation for peer", .system, .failure) {
            "\(.ike)\(action: "Rejecting") new IPSec SA negotiation for peer \(.sourceAddress). \(.reason)"
        }
        Message(713263, "Received local IP Proxy Subnet data in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") local IP Proxy Subnet data in ID Payload: Address \(.text), Mask /\(.text), \
            Protocol \(.text), Port \(.text)
            """
        }
        Message(713264, "Received remote IP Proxy Subnet data in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") \(oneOf: "remote", "local") IP Proxy Subnet data in ID Payload: Address \
            \(.text), Mask /\(.text), Protocol \(.text), Port \(.text)
            """
        }
        Message(713265, "Adding static route for L2L peer coming in on a dynamic map", .system) {
            """
            \(.ike)\(action: "Adding") static route for L2L peer coming in on a dynamic map. address: \(.text), mask: \
            /\(.text)
            """
        }
        Message(713266, "Could not add route for L2L peer coming in on a dynamic map", .system, .failure) {
            "\(.ike)Could not add route for L2L peer coming in on a dynamic map. address: \(.text), mask: /\(.text)"
        }
        Message(713267, "Deleting static route for L2L peer that came in on a dynamic map", .system) {
            """
            \(.ike)\(action: "Deleting") static route for L2L peer that came in on a dynamic map. address: \(.text), \
            mask: /\(.text)
            """
        }
        Message(713268, "Could not delete route for L2L peer that came in on a dynamic map", .system, .failure) {
            """
            \(.ike)Could not delete route for L2L peer that came in on a dynamic map. address: \(.text), mask: /\
            \(.text)
            """
        }
        Message(713269, "Detected Hardware Client in network extension mode, adding static route", .system) {
            """
            \(.ike)Detected Hardware Client in network extension mode, adding static route for address: \(.text), \
            mask: /\(.text)
            """
        }
        Message(713270, "Could not add route for Hardware Client in network extension mode", .system, .failure) {
            """
            \(.ike)Could not add route for Hardware Client in network extension mode, address: \(.text), mask: /\
            \(.text)
            """
        }
        Message(713271, "Terminating tunnel to Hardware Client, deleting static route", .system) {
            """
            \(.ike)\(action: "Terminating") tunnel to Hardware Client in network extension mode, deleting static \
            route for address: \(.text), mask: /\(.text)
            """
        }
        Message(713272, "Terminating tunnel to Hardware Client, unable to delete static route", .system, .failure) {
            """
            \(.ike)\(action: "Terminating") tunnel to Hardware Client in network extension mode, unable to delete \
            static route for address: \(.text), mask: /\(.text)
            """
        }
        Message(713273, "Deleting static route for client address", .system) {
            "\(.ike)\(action: "Deleting") static route for client address: \(.assignedIPv4)"
        }
        Message(713274, "Could not delete static route for client address", .system, .failure) {
            "\(.ike)Could not delete static route for client address: \(.assignedIPv4)"
        }
        Message(713275, "Unsupported certificate keytype found at trustpoint", .system, .failure) {
            "\(.ike)IKEv1 Unsupported certificate keytype \(.text) found at trustpoint \(.text)"
        }
        Message(713276, "Dropping new negotiation", .system, .failure) {
            "\(.ike)\(action: "Dropping") new negotiation - \(.reason)"
        }
        Message(713900, "IKE alert event", .system) { "\(.ike)\(.reason)" }
        Message(713901, "IKE critical event", .system) { "\(.ike)\(.reason)" }
        Message(713902, "IKE error event", .system, .failure) { "\(.ike)\(.reason)" }
        Message(713903, "IKE warning event", .system, .worded) {
            """
            \(.ike)ERROR: \(reason: "Failed to install Redirect URL"): \(.text) Redirect ACL: \(.text) \
            for \(.assignedIPv4)
            """
            "\(.ike)\(.reason)"
        }
        Message(713904, "IKE notice event", .system, .worded) { "\(.ike)\(.reason)" }
        Message(713905, "IKE informational event", .system, .worded) { "\(.ike)\(.reason)" }
        Message(713906, "IKE debug event", .system, .worded) { "\(.ike)\(.reason)" }
    }
}
