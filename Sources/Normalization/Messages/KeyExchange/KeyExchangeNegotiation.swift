// Cisco 713004 to 713094: IKE version 1, identities, proposals and phases.
// The prefix names group, user and address, as far as the device knows them.

extension KeyExchange {
    @MessageBuilder static var keyExchangeNegotiation: [Message] {
        Message(
            713004,
            "device scheduled for reboot or shutdown, IKE key acquire message ignored",
            .system,
            .failure
        ) {
            """
            \(.ike)device scheduled for reboot or shutdown, IKE key acquire message on interface \(.text), for Peer \
            \(.sourceAddress) ignored
            """
        }
        Message(713006, "Failed to obtain state for message Id", .system, .failure) {
            "\(.ike)Failed to obtain state for message Id \(.text), Peer Address: \(.sourceAddress)"
        }
        Message(713008, "Key ID in ID payload too big for pre-shared IKE tunnel", .system, .failure) {
            "\(.ike)Key ID in ID payload too big for pre-shared IKE tunnel"
        }
        Message(713009, "OU in DN in ID payload too big for Certs IKE tunnel", .system, .failure) {
            "\(.ike)OU in DN in ID payload too big for Certs IKE tunnel"
        }
        Message(713010, "failed to find centry for message Id", .system, .failure) {
            "\(.ike)\(.text): failed to find centry for message Id \(.text)"
        }
        Message(713012, "Unknown protocol, not adding SA", .system, .failure) {
            "\(.ike)Unknown protocol (\(.text)). Not adding SA w/spi=\(.text)"
        }
        Message(713014, "Unknown Domain of Interpretation", .system, .failure) {
            "\(.ike)Unknown Domain of Interpretation (DOI): \(.text)"
        }
        Message(713016, "Unknown identification type", .system, .failure) {
            "\(.ike)Unknown identification type, Phase \(oneOf: "1", "2"), Type \(.text)"
        }
        Message(713017, "Identification type not supported", .system, .failure) {
            "\(.ike)Identification type not supported, Phase \(oneOf: "1", "2"), Type \(.text)"
        }
        Message(713018, "Unknown ID type during find of group name for certs", .system, .failure) {
            "\(.ike)Unknown ID type during find of group name for certs, Type \(.text)"
        }
        Message(713020, "No Group found by matching OU", .system, .failure) {
            "\(.ike)No Group found by matching OU(s) from ID payload: \(foreign: .text)"
        }
        Message(713022, "No Group found for Pre-shared key", .system, .failure) {
            "\(.ike)No Group found matching \(foreign: .text) for Pre-shared key peer \(.sourceAddress)"
        }
        Message(713024, "Received local Proxy Host data in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") local Proxy Host data in ID Payload: Address \(.text), Protocol \(.text), \
            Port \(.text)
            """
        }
        Message(713025, "Received remote Proxy Host data in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") remote Proxy Host data in ID Payload: Address \(.text), Protocol \(.text), \
            Port \(.text)
            """
        }
        Message(713028, "Received local Proxy Range data in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") local Proxy Range data in ID Payload: Addresses \(.text) - \(.text), \
            Protocol \(.text), Port \(.text)
            """
        }
        Message(713029, "Received remote Proxy Range data in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") remote Proxy Range data in ID Payload: Addresses \(.text) - \(.text), \
            Protocol \(.text), Port \(.text)
            """
        }
        Message(713032, "Received invalid local Proxy Range", .system, .failure) {
            "\(.ike)\(action: "Received") invalid local Proxy Range \(.text) - \(.text)"
        }
        Message(713033, "Received invalid remote Proxy Range", .system, .failure) {
            "\(.ike)\(action: "Received") invalid remote Proxy Range \(.text) - \(.text)"
        }
        Message(713034, "Received local IP Proxy Subnet data in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") local IP Proxy Subnet data in ID Payload: Address \(.text), Mask \(.text), \
            Protocol \(.text), Port \(.text)
            """
        }
        Message(713035, "Received remote IP Proxy Subnet data in ID Payload", .system) {
            """
            \(.ike)\(action: "Received") remote IP Proxy Subnet data in ID Payload: Address \(.text), Mask \(.text), \
            Protocol \(.text), Port \(.text)
            """
        }
        Message(713039, "Send failure", .system, .failure) {
            "\(.ike)Send failure: Bytes (\(.text)), Peer: \(.sourceAddress)"
        }
        Message(713040, "Could not find connection entry and can not encrypt", .system, .failure) {
            "\(.ike)Could not find connection entry and can not encrypt: msgid \(.text)"
        }
        Message(713041, "IKE initiator negotiating tunnel", .system) {
            """
            \(.ike)IKE Initiator: \(oneOf: "New", "Rekeying") Phase \(oneOf: "1", "2"), Intf \(.text), IKE Peer \
            \(.sourceAddress)  local Proxy Address \(.text), remote Proxy Address \(.text),  Crypto map (\(.text))
            """
        }
        Message(713042, "IKE Initiator unable to find policy", .system, .failure) {
            """
            \(.ike)IKE Initiator unable to find policy: Intf \(.sourceInterface), Src: \(.sourceAddress), Dst: \
            \(.destinationAddress)
            """
        }
        Message(713043, "Cookie/peer address session already in progress", .system) {
            "\(.ike)Cookie/peer address \(.sourceAddress) session already in progress"
        }
        Message(713047, "Unsupported Oakley group", .system, .failure) {
            "\(.ike)Unsupported Oakley group: Group \(.text)"
        }
        Message(713048, "Error processing payload", .system, .failure) {
            "\(.ike)Error processing payload: Payload ID: \(.text)"
        }
        Message(713049, "IKE security negotiation complete", .system, .success) {
            """
            \(.ike)Security negotiation complete for User (\(.user))  \(oneOf: "Initiator", "Responder"), Inbound SPI \
            = \(.text), Outbound SPI = \(.text)
            """
            """
            \(.ike)Security negotiation complete for \(.text) (\(.text))  \(oneOf: "Initiator", "Responder"), Inbound \
            SPI = \(.text), Outbound SPI = \(.text)
            """
        }
        // Behind the labels, the peer of a client is the name that its user typed.
        Message(713050, "IKE connection terminated for peer", .system, .success) {
            """
            Connection \(action: "terminated") for peer \(.sourceAddress).  Reason: \(.reason)  Remote Proxy \
            \(.text), Local Proxy \(.text)
            """
            """
            \(.ike)Connection \(action: "terminated") for peer \(.text).  Reason: \(.reason)  Remote Proxy \
            \(.text), Local Proxy \(.text)
            """
        }
        Message(713052, "IKE user authenticated", .system, .success) {
            "\(.ike)User (\(.user)) \(action: "authenticated")."
        }
        Message(713056, "Tunnel rejected SA not found for group", .system, .failure) {
            "\(.ike)Tunnel \(action: "rejected"): \(.reason)"
        }
        Message(713060, "IKE tunnel rejected, group-lock check failed", .system, .failure) {
            """
            \(.ike)Tunnel \(action: "Rejected"): User (\(.user)) not member of group (\(.text)), group-lock check \
            failed.
            """
        }
        Message(713061, "IKE tunnel rejected, no matching crypto map entry", .system, .failure) {
            "\(.ike)\(action: "Rejecting") IPSec tunnel: \(.reason)"
            "\(.ike)Tunnel \(action: "rejected"): \(.reason)"
        }
        Message(713062, "IKE Peer address same as our interface address", .system, .failure) {
            "\(.ike)IKE Peer address same as our interface address \(.text)"
        }
        Message(713063, "IKE Peer address not configured for destination", .system, .failure) {
            "\(.ike)IKE Peer address not configured for destination \(.destinationAddress)"
        }
        Message(713065, "IKE Remote Peer did not negotiate the following", .system) {
            "\(.ike)IKE Remote Peer did not negotiate the following: \(.text)"
        }
        Message(713066, "IKE Remote Peer configured for SA", .system) {
            "\(.ike)IKE Remote Peer configured for \(oneOf: "SA", "crypto map"): \(.text)"
        }
        Message(713068, "Received non-routine Notify message", .system) {
            "\(.ike)\(action: "Received") non-routine Notify message: \(.text) (\(.text))"
        }
        Message(713072, "Password for user too long, truncating", .system) {
            "\(.ike)Password for user (\(.user)) too long, truncating to \(.text) characters"
        }
        Message(713073, "Responder forcing change of rekeying duration", .system) {
            """
            \(.ike)Responder forcing change of \(oneOf: "Phase 1", "Phase 2") rekeying duration from \(.text) to \
            \(.text) seconds
            """
        }
        Message(713074, "Responder forcing change of IPSec rekeying duration", .system) {
            """
            \(.ike)Responder forcing change of IPSec rekeying duration from \(.text) to \(.text) \
            \(oneOf: "Kbs", "seconds")
            """
        }
        Message(713075, "Overriding Initiator's IPSec rekeying duration", .system) {
            "\(.ike)Overriding Initiator's IPSec rekeying duration from \(.text) to \(.text) \(oneOf: "seconds", "Kbs")"
        }
        Message(713076, "Overriding Initiator's IPSec rekeying duration", .system) {
            "\(.ike)Overriding Initiator's IPSec rekeying duration from \(.text) to \(.text) Kbs"
        }
        Message(713078, "Temp buffer for building mode config attributes exceeded", .system, .failure) {
            "\(.ike)Temp buffer for building mode config attributes exceeded: bufsize \(.text), used \(.text)"
        }
        Message(713081, "Unsupported certificate encoding type", .system, .failure) {
            "\(.ike)Unsupported certificate encoding type \(.text)"
        }
        Message(713082, "Failed to retrieve identity certificate", .system, .failure) {
            "\(.ike)Failed to retrieve identity certificate"
        }
        Message(713083, "Invalid certificate handle", .system, .failure) { "\(.ike)Invalid certificate handle" }
        Message(713084, "Received invalid phase 1 port value", .system, .failure) {
            "\(.ike)\(action: "Received") invalid phase 1 port value (\(.text)) in ID payload"
        }
        Message(713085, "Received invalid phase 1 protocol", .system, .failure) {
            "\(.ike)\(action: "Received") invalid phase 1 protocol (\(.text)) in ID payload"
        }
        Message(713086, "Received unexpected Certificate payload", .system, .failure) {
            "\(.ike)\(action: "Received") unexpected Certificate payload Possible invalid Auth Method (\(.text))"
        }
        Message(713088, "Set Cert file handle failure", .system, .failure) {
            "\(.ike)Set Cert file handle failure: no IPSec SA in group \(.text)"
        }
        Message(713092, "Failure during phase 1 rekeying attempt due to collision", .system, .failure) {
            "\(.ike)Failure during phase 1 rekeying attempt due to collision"
        }
        Message(713094, "Cert validation failure", .system, .failure) {
            """
            \(.ike)Cert validation failure: handle invalid for \(oneOf: "Main", "Aggressive") Mode \
            \(oneOf: "Initiator", "Responder")!
            """
        }
        Message(713098, "Aborting No identity cert specified in IPSec SA", .system, .failure) {
            "\(.ike)Aborting: No identity cert specified in IPSec SA (\(.text))!"
        }
        Message(713099, "Tunnel Rejected NONCE length is out of range", .system, .failure) {
            "\(.ike)Tunnel \(action: "Rejected"): \(.reason)"
        }
    }
}
