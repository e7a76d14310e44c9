// Cisco 776xxx: bindings of addresses to security groups. The address of a binding is the host's own, and a peer that
// tells of it stands without a token; where a message is about a peer alone, that is the source, or the destination of
// what the device sends.

extension Inspection {
    @MessageBuilder static var securityGroupTags: [Message] {
        Message(776002, "CTS SXP: Invalid message from peer", .system, .failure) {
            "CTS SXP: Invalid message from peer \(.sourceAddress): \(.reason)"
        }
        Message(776003, "CTS SXP: Connection with peer failed", .system, .failure) {
            "CTS SXP: Connection with peer \(.sourceAddress) \(action: "failed"): \(.reason)"
        }
        Message(776005, "CTS SXP: Binding from peer error", .system, .failure) {
            "CTS SXP: Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) from peer \(.text) error."
        }
        Message(776007, "CTS SXP: Connection with peer state changed to Off", .system) {
            """
            CTS SXP: Connection with peer \(.sourceAddress) (instance \(.text)) state \(action: "changed") from \
            \(.text) to Off.
            """
        }
        Message(776008, "CTS SXP: Connection with peer state changed", .system) {
            """
            CTS SXP: Connection with peer \(.sourceAddress) (instance \(.text)) state \(action: "changed") from \
            \(.text) to \(.text).
            """
        }
        Message(776012, "CTS SXP: timer started for connection with peer", .system) {
            "CTS SXP: \(.text) timer \(action: "started") for connection with peer \(.sourceAddress)"
        }
        Message(776013, "CTS SXP: timer stopped for connection with peer", .system) {
            "CTS SXP: \(.text) timer \(action: "stopped") for connection with peer \(.sourceAddress)"
        }
        Message(776014, "CTS SXP: SXP received binding forwarding request", .system) {
            """
            CTS SXP: SXP \(action: "received") binding forwarding request (\(.text)) binding \
            \(.sourceAddress)\(oneOf: " - ", "->")\(.text).
            """
        }
        Message(776015, "CTS SXP: Binding is forwarded to peer", .system) {
            """
            CTS SXP: Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) is \(action: "forwarded") to peer \
            \(.destinationAddress) (instance \(.text)).
            """
        }
        Message(776016, "CTS SXP: Binding from peer changed from old instance", .system) {
            """
            CTS SXP: Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) from peer \(.text) \(action: "changed") \
            from old instance: \(.text)
            """
        }
        Message(776017, "CTS SXP: Binding from peer deleted in SXP database", .system, .success) {
            """
            CTS SXP: Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) from peer \(.text) \(action: "deleted") \
            in SXP database.
            """
        }
        Message(776018, "CTS SXP: Binding from peer added in SXP database", .system, .success) {
            """
            CTS SXP: Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) from peer \(.text) \(action: "added") \
            in SXP database.
            """
        }
        Message(776019, "CTS SXP: Binding action taken. Update binding manager", .system) {
            "CTS SXP: Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) Update binding manager."
        }
        Message(776020, "CTS SXP: Unable to locate egress interface to peer", .system, .failure) {
            "CTS SXP: Unable to locate egress interface to peer \(.destinationAddress)"
        }
        Message(776201, "CTS PAC: CTS PAC for Server will expire", .system) {
            "CTS PAC: CTS PAC for Server \(.destinationAddress), A-ID \(.text) will expire in \(.text) days"
        }
        Message(776202, "CTS PAC for Server has expired", .system, .failure) {
            "\(optional: "CTS PAC: ")CTS PAC for Server \(.destinationAddress), A-ID \(.text) has expired"
        }
        Message(776203, "Unable to retrieve CTS Environment data", .system, .failure) {
            "Unable to retrieve CTS Environment data due to: \(.reason)"
        }
        Message(776251, "CTS SGT-MAP: Binding added to binding manager", .system, .success) {
            """
            CTS SGT-MAP: \(optional: "CTS SGT-MAP: ")Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) from \
            \(.text) \(action: "added") to binding manager.
            """
        }
        Message(776252, "CTS SGT-MAP: Binding deleted from binding manager", .system, .success) {
            """
            CTS SGT-MAP: \(optional: "CTS SGT-MAP: ")Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) from \
            \(.text) \(action: "deleted") from binding manager.
            """
        }
        Message(776253, "CTS SGT-MAP: Binding changed from old sgt", .system) {
            """
            CTS SGT-MAP: \(optional: "CTS SGT-MAP: ")Binding \(.sourceAddress)\(oneOf: " - ", "->")\(.text) from \
            \(.text) \(action: "changed") from old sgt: \(.text)
            """
        }
        Message(776254, "CTS SGT-MAP: Binding manager unable to action binding", .system, .failure) {
            """
            CTS SGT-MAP: \(optional: "CTS SGT-MAP: ")Binding manager unable to \(.text) binding \
            \(.sourceAddress)\(oneOf: " - ", "->")\(.text) from \(.text).
            """
        }
    }
}
