// Cisco 713190 to 713248: IKE version 1, rejected tunnels, routes, client rules and assigned addresses.
// An address assigned makes the peer's the translated one.

extension KeyExchange {
    @MessageBuilder static var keyExchangeSessions: [Message] {
        Message(713190, "Got bad refCnt", .system, .failure) {
            "\(.ike)Got bad refCnt (\(.text)) assigning \(.assignedIPv4) (\(.text))"
        }
        Message(713191, "Maximum concurrent IKE negotiations exceeded", .system, .failure) {
            "\(.ike)Maximum concurrent IKE negotiations exceeded!"
        }
        Message(713193, "Received packet with missing payload", .system, .failure) {
            "\(.ike)\(action: "Received") packet with missing payload, Expected payload: \(.text)"
        }
        Message(713194, "IKE sending delete with reason", .system) {
            "\(.ike)\(action: "Sending") \(oneOf: "IKE", "IPSec") Delete With Reason message: \(.reason)"
        }
        Message(713195, "Tunnel rejected Originate-Only", .system, .failure) {
            "\(.ike)Tunnel \(action: "Rejected"): \(.reason)"
        }
        Message(713196, "Remote L2L Peer initiated a tunnel with same outer and inner addresses", .system, .failure) {
            "\(.ike)Remote L2L Peer \(.sourceAddress) initiated a tunnel with same outer and inner addresses. \(.text)"
        }
        Message(713197, "The configured Confidence Interval is invalid", .system, .failure) {
            """
            \(.ike)The configured Confidence Interval of \(.text) seconds is invalid for this \(.text) connection. \
            Enforcing the second default.
            """
        }
        Message(713198, "IKE user authorization failed", .system, .failure) {
            "\(.ike)User Authorization failed: \(.user) User authorization failed. \(.reason)"
            "\(.ike)User Authorization failed: \(.user)"
        }
        Message(713199, "Reaper corrected an SA", .system) {
            "\(.ike)Reaper corrected an SA that has not decremented the concurrent IKE negotiations counter (\(.text))!"
        }
        Message(713201, "IKE duplicate packet detected", .system) {
            """
            \(.ike)Duplicate Phase \(oneOf: "1", "2") packet detected.  \
            \(oneOf: "Retransmitting last packet", "No last packet to retransmit").
            """
        }
        Message(713202, "IKE duplicate first packet detected", .system) {
            "\(.ike)Duplicate first packet detected.  \(action: "Ignoring") packet."
            "IP = \(.publicAddress) Duplicate \(.text) packet detected."
        }
        Message(713203, "IKE Receiver Error reading from socket", .system, .failure) {
            "\(.ike)IKE Receiver: Error reading from socket."
        }
        Message(713204, "Adding static route for client address", .system) {
            "\(.ike)\(action: "Adding") static route for client address: \(.assignedIPv4)"
        }
        Message(713205, "Could not add static route for client address", .system, .failure) {
            "\(.ike)Could not add static route for client address: \(.assignedIPv4)"
        }
        Message(
            713206,
            "Tunnel Rejected Conflicting protocols specified by tunnel-group and group-policy",
            .system,
            .failure
        ) {
            "\(.ike)Tunnel \(action: "Rejected"): \(.reason)"
        }
        Message(713207, "Terminating connection", .system, .failure) {
            "\(.ike)\(action: "Terminating") connection: \(.reason)"
        }
        Message(713208, "Cannot create dynamic rule for Backup L2L entry rule", .system, .failure) {
            "\(.ike)Cannot create dynamic rule for Backup L2L entry rule \(.text)"
        }
        Message(713209, "Cannot delete dynamic rule for Backup L2L entry rule", .system, .failure) {
            "\(.ike)Cannot delete dynamic rule for Backup L2L entry rule \(.text)"
        }
        Message(713210, "Cannot create dynamic map for Backup L2L entry", .system, .failure) {
            "\(.ike)Cannot create dynamic map for Backup L2L entry \(.text)"
        }
        Message(713211, "Adding static route for L2L peer coming in on a dynamic map", .system) {
            """
            \(.ike)\(action: "Adding") static route for L2L peer coming in on a dynamic map. address: \(.text), mask: \
            \(.text)
            """
        }
        Message(713212, "Could not add route for L2L peer coming in on a dynamic map", .system, .failure) {
            "\(.ike)Could not add route for L2L peer coming in on a dynamic map. address: \(.text), mask: \(.text)"
        }
        Message(713213, "Deleting static route for L2L peer that came in on a dynamic map", .system) {
            """
            \(.ike)\(action: "Deleting") static route for L2L peer that came in on a dynamic map. address: \(.text), \
            mask: \(.text)
            """
        }
        Message(713214, "Could not delete route for L2L peer that came in on a dynamic map", .system, .failure) {
            """
            \(.ike)Could not delete route for L2L peer that came in on a dynamic map. address: \(.text), mask: \(.text)
            """
        }
        Message(713215, "IKE client not matched by client rules", .system) {
            """
            \(.ike)No match against Client Type and Version rules.  Client: \(foreign: .text) \
            \(oneOf: "is not", "is") allowed by default
            """
        }
        Message(713216, "IKE client rule matched", .system, .stated) {
            """
            \(.ike)Rule: \(.text)  [\(.text)]: [\(.text)]  Client: \(foreign: .text) \
            \(result: .success("allowed"), .failure("not allowed"))
            """
        }
        Message(713217, "Skipping unrecognized rule", .system) {
            """
            \(.ike)\(action: "Skipping") unrecognized rule: action: \(.text) client type: \(foreign: .text) \
            client version: \(foreign: .text)
            """
        }
        Message(713218, "IKE tunnel rejected, client type or version not allowed", .system, .failure) {
            "\(.ike)Tunnel \(action: "Rejected"): \(.reason)"
        }
        Message(713219, "Queuing KEY-ACQUIRE messages to be processed when P1 SA is complete", .system) {
            "\(.ike)\(action: "Queuing") KEY-ACQUIRE messages to be processed when P1 SA is complete."
        }
        Message(713220, "De-queuing KEY-ACQUIRE messages that were left pending", .system) {
            "\(.ike)De-queuing KEY-ACQUIRE messages that were left pending."
        }
        Message(713221, "Static Crypto Map check, checking map", .system) {
            "\(.ike)Static Crypto Map check, checking map = \(.text), seq = \(.text)"
        }
        Message(713222, "Static Crypto Map check, ACL does not match proxy IDs", .system, .failure) {
            """
            \(.ike)Static Crypto Map check, map = \(.text), seq = \(.text), ACL does not match proxy IDs src:\(.text) \
            dst:\(.text)
            """
        }
        Message(713223, "Static Crypto Map check, no ACL configured", .system, .failure) {
            "\(.ike)Static Crypto Map check, map = \(.text), seq = \(.text), no ACL configured"
        }
        Message(713224, "Static Crypto Map Check by-passed", .system) {
            "\(.ike)Static Crypto Map Check by-passed: Crypto map entry incomplete!"
        }
        Message(713225, "Static Crypto Map check is a successful match", .system, .success) {
            "\(.ike)[IKEv1], Static Crypto Map check, map \(.text), seq = \(.text) is a successful match"
            "\(.ike)Static Crypto Map check, map \(.text), seq = \(.text) is a successful match"
        }
        Message(713226, "Connection failed with peer, no trust-point defined in tunnel-group", .system, .failure) {
            "\(.ike)Connection failed with peer \(.sourceAddress), no trust-point defined in tunnel-group \(.group)"
        }
        Message(713227, "Rejecting new IPSec SA negotiation for peer", .system, .failure) {
            "\(.ike)\(action: "Rejecting") new IPSec SA negotiation for peer \(.sourceAddress). \(.reason)"
        }
        Message(713228, "Assigned private IP address to remote user", .system, .success) {
            "\(.ike)\(action: "Assigned") private IP address \(.assignedIPv4) to remote user"
            "\(.ike)\(action: "Assigned") private IP address \(.assignedIPv4)"
        }
        Message(713229, "Auto Update Notification to client", .system) {
            "\(.ike)Auto Update - Notification to client \(.sourceAddress) of update string: \(.text)"
        }
        Message(713230, "Internal Error, ike_lock trying to lock bit that is already locked", .system, .failure) {
            "\(.ike)Internal Error, ike_lock trying to lock bit that is already locked for type \(.text)"
        }
        Message(713231, "Internal Error, ike_lock trying to unlock bit that is not locked", .system, .failure) {
            "\(.ike)Internal Error, ike_lock trying to unlock bit that is not locked for type \(.text)"
        }
        Message(713232, "SA lock", .system) { "\(.ike)SA lock refCnt = \(.text), bitmask = \(.text)" }
        Message(713233, "Remote network validated for network extension mode", .system, .success) {
            "\(.ike)(VPN-\(.text)) Remote network (\(.text)) \(action: "validated") for network extension mode."
        }
        Message(
            713234,
            "Remote network from network extension mode client mismatches AAA configuration",
            .system,
            .failure
        ) {
            """
            \(.ike)(VPN-\(.text)) Remote network (\(.text)) from network extension mode client mismatches AAA \
            configuration (\(.text)).
            """
        }
        Message(713235, "Attempt to send an IKE packet from standby unit", .system, .failure) {
            "\(.ike)Attempt to send an IKE packet from standby unit. \(action: "Dropping") the packet!"
        }
        Message(713236, "IKE_DECODE Message", .system) {
            """
            \(.ike)IKE_DECODE \(oneOf: "SENDING", "RECEIVED", "RESENDING") Message (msgid=\(.text)) with payloads : \
            \(.text)
            """
        }
        Message(
            713237,
            "ACL update received during re-key re-authentication will not be applied to the tunnel",
            .system
        ) {
            "\(.ike)ACL update (\(.policy)) received during re-key re-authentication will not be applied to the tunnel."
        }
        Message(713238, "Invalid source proxy address", .system, .failure) {
            "\(.ike)Invalid source proxy address: \(.text)! \(.reason)"
        }
        Message(713239, "IKE tunnel rejected, maximum tunnel count reached", .system, .failure) {
            "\(.ike)\(.sourceAddress): Tunnel \(action: "Rejected"): \(.reason)"
        }
        Message(713240, "Received DH key with bad length", .system, .failure) {
            "\(.ike)\(action: "Received") DH key with bad length: received length=\(.text) expected length=\(.text)"
        }
        Message(713241, "IE Browser Proxy Method is Invalid", .system, .failure) {
            "\(.ike)IE Browser Proxy Method \(.text) is Invalid"
        }
        Message(713242, "Remote user is authenticated using Hybrid Authentication", .system, .success) {
            "\(.ike)Remote user is authenticated using Hybrid Authentication. Not starting IKE rekey."
        }
        Message(713243, "Unable to find the requested certificate", .system, .failure) {
            "\(.ike)Unable to find the requested certificate"
        }
        Message(713244, "Received Legacy Authentication Method different from the last type received", .system) {
            """
            \(.ike)\(action: "Received") Legacy Authentication Method(LAM) type \(.text) is different from the last \
            type received \(.text)
            """
        }
        Message(713245, "Unknown Legacy Authentication Method", .system, .failure) {
            "\(.ike)Unknown Legacy Authentication Method(LAM) type \(.text) received."
        }
        Message(713246, "Unknown Legacy Authentication Method attribute", .system, .failure) {
            "\(.ike)Unknown Legacy Authentication Method(LAM) attribute type \(.text) received."
        }
        Message(713247, "Unexpected error in Next Card Code mode while not doing SDI", .system, .failure) {
            "\(.ike)Unexpected error: in Next Card Code mode while not doing SDI."
        }
        Message(713248, "Rekey initiation is being disabled during CRACK authentication", .system) {
            "\(.ike)Rekey initiation is being \(action: "disabled") during CRACK authentication."
        }
    }
}
