// Cisco 713102 to 713140: IKE version 1, phases completed, keep-alives, peers lost and redirected.
// The prefix names group, user and address, as far as the device knows them.

extension KeyExchange {
    @MessageBuilder static var keyExchangePhases: [Message] {
        Message(713102, "Phase 1 ID Data length too long", .system, .failure) {
            "\(.ike)Phase 1 ID Data length \(.text) too long - reject tunnel!"
        }
        Message(713103, "Invalid NULL secret key detected while computing hash", .system, .failure) {
            "\(.ike)Invalid (NULL) secret key detected while computing hash"
        }
        Message(713104, "Attempt to get Phase 1 ID data failed while", .system, .failure) {
            "\(.ike)Attempt to get Phase 1 ID data failed while \(.text)"
        }
        Message(713105, "Zero length data in ID payload received", .system, .failure) {
            "\(.ike)Zero length data in ID payload received during phase 1 or 2 processing"
        }
        Message(713107, "request attempt failed", .system, .failure) {
            "\(.ike)\(.sourceAddress) request attempt failed!"
        }
        Message(713109, "Unable to process the received peer certificate", .system, .failure) {
            "\(.ike)Unable to process the received peer certificate"
        }
        Message(713112, "Failed to process CONNECTED notify", .system, .failure) {
            "\(.ike)Failed to process CONNECTED notify (SPI \(.text))!"
        }
        Message(713113, "Deleting IKE SA with associated IPSec connection entries", .system) {
            """
            \(.ike)\(action: "Deleting") IKE SA with associated IPSec connection entries. IKE peer: \
            \(.sourceAddress), SA address: \(.text), tunnel count: \(.text)
            """
        }
        Message(713114, "Connection entry points to IKE SA, but cookies don't match", .system, .failure) {
            """
            \(.ike)Connection entry (\(.text)) points to IKE SA (\(.text)) for peer \(.sourceAddress), but cookies \
            don't match
            """
        }
        Message(
            713115,
            "Client rejected NAT enabled IPSec request falling back to standard IPSec",
            .system,
            .failure
        ) {
            "\(.ike)Client rejected NAT enabled IPSec request, falling back to standard IPSec"
        }
        Message(713117, "Received Invalid SPI notify", .system, .failure) {
            "\(.ike)\(action: "Received") Invalid SPI notify (SPI \(.text))!"
        }
        Message(713118, "Detected invalid Diffie-Helmann group descriptor in IKE area", .system, .failure) {
            "\(.ike)Detected invalid Diffie-Helmann group descriptor \(.text), in IKE area"
        }
        Message(713119, "IKE phase 1 completed", .system, .success) { "\(.ike)PHASE 1 \(action: "COMPLETED")" }
        Message(713120, "IKE phase 2 completed", .system, .success) {
            "\(.ike)PHASE 2 \(action: "COMPLETED") (msgid=\(.text))"
        }
        Message(713121, "Keep-alive type for this connection", .system) {
            "\(.ike)Keep-alive type for this connection: \(.text)"
        }
        Message(713122, "Keep-alives configured but peer does not support keep-alives", .system) {
            "\(.ike)Keep-alives configured \(.text) but peer \(.sourceAddress) support keep-alives (type = \(.text))"
        }
        Message(713123, "IKE lost contact with remote peer", .system, .failure) {
            "\(.ike)IKE \(action: "lost") contact with remote peer, deleting connection (keepalive type: \(.text))"
        }
        Message(713124, "Received DPD sequence number", .system) {
            "\(.ike)\(action: "Received") DPD sequence number \(.text) in \(.text), description expected seq #\(.text)"
        }
        Message(713127, "Xauth required but selected Proposal does not support xauth", .system, .failure) {
            """
            \(.ike)Xauth required but selected Proposal does not support xauth, Check priorities of ike xauth \
            proposals in ike proposal list
            """
        }
        Message(713128, "Connection attempt to VCPIP redirected to VCA peer via load balancing", .system) {
            "\(.ike)Connection attempt to VCPIP \(action: "redirected") to VCA peer \(.text) via load balancing"
        }
        Message(713129, "Received unexpected Transaction Exchange payload type", .system, .failure) {
            "\(.ike)\(action: "Received") unexpected Transaction Exchange payload type: \(.text)"
        }
        Message(713130, "Received unsupported transaction mode attribute", .system, .failure) {
            "\(.ike)\(action: "Received") unsupported transaction mode attribute: \(.text)"
        }
        Message(713131, "Received unknown transaction mode attribute", .system) {
            "\(.ike)\(action: "Received") unknown transaction mode attribute: \(.text)"
        }
        Message(713132, "IKE cannot obtain an IP address for remote peer", .system, .failure) {
            "\(.ike)Cannot obtain an IP address for remote peer"
        }
        Message(713133, "Mismatch Overriding phase 2 DH Group", .system) {
            "\(.ike)Mismatch: Overriding phase 2 DH Group(DH group \(.text)) with phase 1 group(DH group \(.text))"
        }
        Message(713134, "Mismatch P1 Authentication algorithm in the crypto map entry", .system, .failure) {
            """
            \(.ike)Mismatch: P1 Authentication algorithm in the crypto map entry different from negotiated algorithm \
            for the L2L connection
            """
        }
        Message(713135, "message received, redirecting tunnel", .system) {
            "\(.ike)message received, \(action: "redirecting") tunnel to \(.text)"
        }
        Message(713136, "IKE session establishment timed out aborting", .system, .failure) {
            "\(.ike)IKE session establishment timed out [\(.text)], aborting!"
        }
        Message(713137, "Reaper overriding refCnt and tunnelCnt -- deleting SA", .system) {
            "\(.ike)Reaper overriding refCnt [\(.text)] and tunnelCnt [\(.text)] -- deleting SA!"
        }
        Message(713138, "Group not found and BASE GROUP default preshared key not configured", .system, .failure) {
            "\(.ike)Group \(.group) not found and BASE GROUP default preshared key not configured"
        }
        Message(713139, "not found using BASE GROUP default preshared key", .system, .failure) {
            "\(.ike)\(.group) not found, using BASE GROUP default preshared key"
        }
        Message(713140, "Split Tunneling Policy requires network list but none configured", .system, .failure) {
            "\(.ike)Split Tunneling Policy requires network list but none configured"
        }
    }
}
