// Cisco 750001 to 750016: IKE version 2, tunnels requested, up and down. Local is printed before remote.
// Releases print the word IKEv2 behind the user or leave it out.

extension KeyExchange {
    @MessageBuilder static var keyExchange2Tunnels: [Message] {
        Message(750001, "IKEv2 received request to establish an IPsec tunnel", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") \(action: "Received") request to \
            \(oneOf: "establish", "request") an IPsec tunnel; \(.text)
            """
        }
        Message(750002, "IKEv2 received IKE_INIT_SA request", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") \(action: "Received") a \
            IKE_INIT_SA request
            """
        }
        Message(750003, "IKEv2 negotiation aborted due to error", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Negotiation \(action: "aborted") \
            due to ERROR: \(.reason)
            """
        }
        Message(750004, "IKEv2 sending COOKIE challenge to throttle possible DoS", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") \(action: "Sending") COOKIE \
            challenge to throttle possible DoS
            """
        }
        Message(750005, "IKEv2 IPsec rekey collision detected", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") IPsec rekey collision \
            \(action: "detected"). I am lowest nonce initiator, deleting SA with inbound SPI \(.text)
            """
        }
        Message(750006, "SA UP", .system, .success) {
            "Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") SA UP. Reason: \(.reason)"
        }
        Message(750007, "SA DOWN", .system, .success) {
            "Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") SA DOWN. Reason: \(.reason)"
        }
        Message(750008, "IKEv2 SA rejected, system resources low", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") SA \(action: "rejected") due to \
            \(.reason)
            """
        }
        Message(750009, "IKEv2 SA request rejected, CAC limit reached", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") SA request \(action: "rejected") \
            due to CAC limit reached: Rejection reason: \(.reason)
            """
        }
        Message(750010, "IKEv2 throttle-request queue threshold reached", .system) {
            """
            Local: \(.destinationAddress) Remote: \(.sourceAddress) Username:\(.user)\(optional: " IKEv2") local \
            throttle-request queue depth threshold of \(.text) reached; increase the window size on peer \(.text) for \
            better performance
            """
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") local \
            throttle-request queue depth threshold of \(.text) reached; increase the window size on peer \(.text) for \
            better performance
            """
        }
        Message(750011, "IKEv2 tunnel rejected, encryption not strong enough", .system, .failure) {
            "Tunnel \(action: "Rejected"): \(.reason)"
        }
        Message(750012, "IKEv2 encryption not strong enough", .system, .failure) {
            """
            Selected IKEv2 encryption algorithm (\(.text)) is not strong enough to secure proposed IPSEC encryption \
            algorithm (\(.text)).
            """
        }
        Message(750013, "IKEv2 SA peer moved", .system, .success) {
            """
            IKEv2 SA (iSPI \(.text) rRSP \(.text)) Peer Moved: Previous \(.text). \(action: "Updated") \(.remote)/\
            \(.local)
            """
        }
        Message(750014, "IKEv2 session aborted, initial contact received", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Session \(action: "aborted"). \
            Reason: \(.reason)
            """
        }
        Message(750015, "IKEv2 deleting IPsec SA, invalid SPI notification", .system, .failure) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") \(action: "deleting") IPSec SA. \
            Reason: \(.reason); local traffic selector = \(.text)
            """
        }
        Message(750016, "IKEv2 need to send DPD message to peer", .system) {
            """
            Local:\(.local) Remote:\(.remote) Username:\(.user)\(optional: " IKEv2") Need to send a DPD message to peer
            """
        }
    }
}
