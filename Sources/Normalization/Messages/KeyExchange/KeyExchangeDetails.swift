// Cisco 715001 to 715080: what IKE version 1 tells for debugging.
// The prefix names group, user and address, as far as the device knows them.

extension KeyExchange {
    @MessageBuilder static var keyExchangeDetails: [Message] {
        Message(715001, "IKE debug event", .system) { "\(.ike)\(.text)" }
        Message(715004, "Q Send failure", .system, .failure) { "\(.ike)\(.text) Q Send failure: RetCode (\(.text))" }
        Message(715005, "Bad message code", .system, .failure) {
            "\(.ike)\(.text) Bad message code: Code (\(.text))"
        }
        Message(715006, "IKE got SPI from key engine", .system) {
            "\(.ike)IKE got SPI from key engine: SPI = \(.text)"
        }
        Message(715007, "IKE got a KEY_ADD msg for SA", .system) {
            "\(.ike)IKE got a KEY_ADD msg for SA: SPI = \(.text)"
        }
        Message(715008, "Could not delete SA", .system, .failure) {
            "\(.ike)Could not delete SA \(.text), refCnt = \(.text), caller = \(.text)"
        }
        Message(715009, "IKE Deleting SA", .system) {
            "\(.ike)IKE \(action: "Deleting") SA: Remote Proxy \(.text), Local Proxy \(.text)"
        }
        Message(715013, "Tunnel negotiation in progress for destination, discarding data", .system) {
            "\(.ike)Tunnel negotiation in progress for destination \(.destinationAddress), discarding data"
        }
        Message(715018, "IP Range type id was loaded", .system) {
            "\(.ike)IP Range type id was loaded: Direction \(.text), From: \(.text), Through: \(.text)"
        }
        Message(715019, "IKEGetUserAttributes", .system) { "\(.ike)IKEGetUserAttributes: \(.text)" }
        Message(715020, "construct_cfg_set", .system) {
            "\(.ike)\(.text): Attribute name = \(.text)"
            "\(.ike)construct_cfg_set: \(.text)"
        }
        Message(715021, "Delay Quick Mode processing", .system) {
            "\(.ike)Delay Quick Mode processing, Cert/Trans Exch/RM DSID in progress"
        }
        Message(715022, "Resume Quick Mode processing", .system, .success) {
            "\(.ike)Resume Quick Mode processing, Cert/Trans Exch/RM DSID completed"
        }
        Message(715027, "IPSec SA Proposal acceptable", .system) {
            """
            \(.ike)IPSec SA Proposal # \(.text), Transform # \(.text) acceptable Matches global IPSec SA entry # \
            \(.text)
            """
        }
        Message(715028, "IKE SA Proposal acceptable", .system) {
            "\(.ike)IKE SA Proposal # \(.text), Transform # \(.text) acceptable Matches global IKE entry # \(.text)"
        }
        Message(715031, "Obtained IP addr prior to initiating Mode Cfg", .system) {
            "\(.ike)Obtained IP addr (\(.assignedIPv4)) prior to initiating Mode Cfg (XAuth \(.text))"
        }
        Message(715032, "Sending subnet mask", .system) {
            "\(.ike)\(action: "Sending") subnet mask (\(.text)) to remote client"
        }
        Message(715033, "Processing CONNECTED notify", .system) {
            "\(.ike)Processing CONNECTED notify (MsgId \(.text))"
        }
        Message(715034, "IOS keep alive payload", .system) {
            "\(.ike)\(.text) IOS keep alive payload: proposal=\(.text) sec."
        }
        Message(715035, "Starting IOS keepalive monitor", .system) {
            "\(.ike)\(action: "Starting") IOS keepalive monitor: \(.text) sec."
        }
        Message(715036, "Sending keep-alive of type", .system) {
            "\(.ike)\(action: "Sending") keep-alive of type \(.text) (seq number \(.text))"
        }
        Message(715037, "Unknown IOS Vendor ID version", .system, .failure) {
            "\(.ike)Unknown IOS Vendor ID version: \(.text)"
        }
        Message(715038, "Vendor ID payload", .system) {
            "\(.ike)\(.text) Vendor ID payload (version: \(.text), capabilities: \(.text))"
        }
        Message(715039, "Unexpected cleanup of tunnel table entry during SA delete", .system, .failure) {
            "\(.ike)Unexpected cleanup of tunnel table entry during SA delete."
        }
        Message(715040, "Deleting active auth handle during SA deletion", .system) {
            "\(.ike)\(action: "Deleting") active auth handle during SA deletion: handle = \(.text)"
        }
        Message(715041, "Received keep-alive of type not the negotiated type", .system, .failure) {
            "\(.ike)\(action: "Received") keep-alive of type \(.text), not the negotiated type"
        }
        Message(715042, "IKE received response to a request from the utility", .system) {
            "\(.ike)IKE \(action: "received") response of type \(.text) to a request from the \(.text) utility"
        }
        Message(715044, "Ignoring Keepalive payload from vendor not support KeepAlive capability", .system) {
            "\(.ike)\(action: "Ignoring") Keepalive payload from vendor not support KeepAlive capability"
        }
        Message(715045, "malformed Keepalive payload", .system, .failure) {
            "\(.ike)ERROR: malformed Keepalive payload"
        }
        Message(715046, "constructing payload", .system) { "\(.ike)constructing \(.text) payload" }
        Message(715047, "processing payload", .system) { "\(.ike)processing \(.text) payload" }
        Message(715048, "Send VID", .system) { "\(.ike)Send \(.text) VID" }
        Message(715049, "Received VID", .system) { "\(.ike)\(action: "Received") \(.text) VID" }
        Message(715050, "Claims to be IOS but failed authentication", .system, .failure) {
            "\(.ike)Claims to be IOS but failed authentication"
        }
        Message(715051, "Received unexpected TLV type while processing FWTYPE ModeCfg Reply", .system, .failure) {
            "\(.ike)\(action: "Received") unexpected TLV type \(.text) while processing FWTYPE ModeCfg Reply"
        }
        Message(715052, "Old P1 SA is being deleted but new SA is DEAD", .system, .failure) {
            "\(.ike)Old P1 SA is being deleted but new SA is DEAD, cannot transition centries"
        }
        Message(715053, "MODE_CFG Received request", .system) {
            "\(.ike)MODE_CFG: \(action: "Received") request for \(.text)"
        }
        Message(715054, "MODE_CFG Received reply", .system) {
            "\(.ike)MODE_CFG: \(action: "Received") \(.text) reply: \(.text)"
        }
        Message(715055, "Send", .system) { "\(.ike)Send \(.text)" }
        Message(715056, "Client is configured", .system) { "\(.ike)Client is configured for \(.text)" }
        Message(715057, "Auto-detected a NAT device with NAT-Traversal", .system) {
            "\(.ike)Auto-detected a NAT device with NAT-Traversal. Ignoring IPSec-over-UDP configuration."
        }
        Message(715058, "NAT-Discovery payloads missing", .system, .failure) {
            "\(.ike)NAT-Discovery payloads missing. Aborting NAT-Traversal."
        }
        Message(715059, "Proposing/Selecting only modes defined by NAT-Traversal", .system) {
            """
            \(.ike)Proposing/Selecting only UDP-Encapsulated-Tunnel and UDP-Encapsulated-Transport modes defined by \
            NAT-Traversal
            """
        }
        Message(715060, "Dropped received IKE fragment", .system, .failure) {
            "\(.ike)\(action: "Dropped") received IKE fragment. Reason: \(.reason)"
        }
        Message(715061, "Rcv'd fragment from a new fragmentation set", .system) {
            "\(.ike)Rcv'd fragment from a new fragmentation set. Deleting any old fragments."
        }
        Message(715062, "Error assembling fragments", .system, .failure) {
            "\(.ike)Error assembling fragments! \(.reason)"
        }
        Message(715063, "Successfully assembled an encrypted pkt from rcv'd fragments", .system, .success) {
            "\(.ike)Successfully \(action: "assembled") an encrypted pkt from rcv'd fragments"
        }
        Message(715064, "IKE Peer included IKE fragmentation capability flags", .system) {
            """
            \(.ike)- IKE Peer included IKE fragmentation capability flags: Main Mode: \(.text) Aggressive Mode: \
            \(.text)
            """
            """
            \(.ike)IKE Peer included IKE fragmentation capability flags:  Main Mode: \(.text)  Aggressive Mode: \
            \(.text)
            """
        }
        Message(715065, "IKE FSM error history", .system, .failure) {
            "\(.ike)IKE \(.text) FSM error history (struct \(.text)) \(.text)"
        }
        Message(715066, "Can't load an IPSec SA", .system, .failure) { "\(.ike)Can't load an IPSec SA! \(.reason)" }
        Message(715067, "QM IsRekeyed existing sa from different peer rejecting new sa", .system, .failure) {
            "\(.ike)QM IsRekeyed: existing sa from different peer, \(action: "rejecting") new sa"
        }
        Message(715068, "QM IsRekeyed duplicate sa found by address deleting old sa", .system) {
            "\(.ike)QM IsRekeyed: duplicate sa found by address, \(action: "deleting") old sa"
        }
        Message(715069, "Invalid ESP SPI size", .system, .failure) { "\(.ike)Invalid ESP SPI size of \(.text)" }
        Message(715070, "Invalid IPComp SPI size", .system, .failure) {
            "\(.ike)Invalid IPComp SPI size of \(.text)"
        }
        Message(715071, "AH proposal not supported", .system, .failure) { "\(.ike)AH proposal not supported" }
        Message(715072, "Received proposal with unknown protocol ID", .system, .failure) {
            "\(.ike)\(action: "Received") proposal with unknown protocol ID \(.text)"
        }
        Message(715074, "Could not retrieve authentication attributes", .system, .failure) {
            "\(.ike)Could not retrieve authentication attributes for peer \(.sourceAddress)"
        }
        Message(715075, "Received keep-alive of type", .system) {
            "\(.ike)\(action: "Received") keep-alive of type \(.text) (seq number \(.text))"
        }
        Message(715076, "Computing hash for ISAKMP", .system) { "\(.ike)Computing hash for ISAKMP" }
        Message(715077, "Pitcher", .system) { "\(.ike)Pitcher: \(.text)" }
        Message(715078, "Received LAM attribute", .system) { "\(.ike)\(action: "Received") \(.text) LAM attribute" }
        Message(715079, "INTERNAL_ADDRESS Received request", .system) {
            "\(.ike)INTERNAL_ADDRESS: \(action: "Received") request for \(.text)"
        }
        Message(715080, "VPN Starting P2 rekey timer", .system) {
            "\(.ike)\(optional: "VPN: ")\(action: "Starting") P2 rekey timer: \(.text) seconds."
            MessageFormat.named(
                "VPN Starting P1 rekey timer",
                "\(.ike)\(optional: "VPN: ")\(action: "Starting") P1 rekey timer: \(.text) seconds."
            )
        }
    }
}
