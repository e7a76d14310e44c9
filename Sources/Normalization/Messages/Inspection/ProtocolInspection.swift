// Cisco 108xxx, 209xxx, 410xxx, 416001, 423xxx, 508xxx, 509001: what inspection of mail, names and remote calls, and
// the reassembly of fragments, do with packets.

extension Inspection {
    static let protocolInspection = mailInspection + fragments + nameInspection + remoteCallInspection

    @MessageBuilder private static var mailInspection: [Message] {
        Message(108002, "SMTP replaced", .traffic, .unstated) {
            """
            SMTP \(action: "replaced") \(foreign: .text): out \(.sourceAddress) in \(.destinationAddress) data: \
            \(foreign: .text)
            """
        }
        Message(108003, "Terminating ESMTP/SMTP connection; malicious pattern detected", .traffic, .failure) {
            """
            \(action: "Terminating") \(oneOf: "ESMTP/SMTP", "ESMTP", "SMTP") connection; malicious pattern detected in \
            the mail address from \(.source) to \(.destination)\(optional: ". Data:\(.text)")
            """
        }
        Message(108004, "ESMTP Classification", .traffic, .stated) {
            """
            \(.text): \
            \(action: .failure("Dropped connection"), .failure("Reset connection"), .failure("Dropped packet"),
                .failure("Masked")) for ESMTP \(.text) from \(.source) to \(.destination); \(.reason)
            """
            "\(.text): \(.action) for ESMTP \(.text) from \(.source) to \(.destination); \(.reason)"
            "\(.text): \(.action) ESMTP \(.text) from \(.source) to \(.destination);\(.reason)"
        }
        Message(108005, "Received ESMTP", .traffic, .unstated) {
            "\(.text): \(action: "Received") ESMTP \(.text) from \(.source) to \(.destination); \(.reason)"
        }
        Message(108006, "Detected ESMTP size violation", .traffic, .failure) {
            """
            \(action: "Detected") ESMTP size violation from \(.source) to \(.destination); declared size is: \(.text)
            """
        }
        Message(108007, "TLS started on ESMTP session", .traffic, .success) {
            """
            \(networkProtocol: "TLS") \(action: "started") on ESMTP session between client \(.source) \
            and server \(.destination)
            """
        }
    }

    @MessageBuilder private static var fragments: [Message] {
        Message(209003, "Fragment database limit exceeded", .traffic, .failure) {
            """
            Fragment database limit of \(.text) \(action: "exceeded"): \(optional: " ")src = \(.sourceAddress), \
            dest = \(.destinationAddress), proto = \(.networkProtocol), id = \(.text)
            """
        }
        Message(209004, "Invalid IP fragment", .traffic, .failure) {
            """
            Invalid IP fragment, size = \(.text) exceeds maximum size = \(.text): \(optional: " ")src = \
            \(.sourceAddress), \
            dest = \(.destinationAddress), proto = \(.networkProtocol), id = \(.text)
            """
        }
        Message(209005, "Discard IP fragment set", .traffic, .failure) {
            """
            \(action: "Discard") IP fragment set with more than \(.text) elements: \(optional: " ")src = \
            \(.sourceAddress), \
            dest = \(.destinationAddress), proto = \(.networkProtocol), id = \(.text)
            """
        }
    }

    @MessageBuilder private static var nameInspection: [Message] {
        Message(410001, "Dropped UDP DNS packet", .traffic, .failure) {
            """
            \(action: "Dropped") \(networkProtocol: "UDP") DNS \(.text) from \(.source) to \(.destination); \(.reason)
            """
        }
        Message(410002, "Dropped DNS responses with mis-matched id", .traffic, .failure) {
            """
            \(action: "Dropped") \(.text) DNS responses with mis-matched id \(.text): from \(.source) to \(.destination)
            """
        }
        Message(410003, "DNS inspection action", .traffic, .stated, dnsAction)
        Message(410004, "DNS inspection action", .traffic, .stated, dnsAction)
        Message(423001, "invalid NBNS packet", .traffic, .stated, netBIOS("invalid NBNS"))
        Message(423002, "mismatched NBNS packet", .traffic, .stated, netBIOS("mismatched NBNS"))
        Message(423003, "invalid NBDGM packet", .traffic, .stated, netBIOS("invalid NBDGM"))
        Message(423004, "mismatched NBDGM packet", .traffic, .stated, netBIOS("mismatched NBDGM"))
        Message(423005, "NBDGM fragment", .traffic, .stated, netBIOS("NBDGM"))
        Message(416001, "Dropped UDP SNMP packet", .traffic, .failure) {
            """
            \(action: "Dropped") \(networkProtocol: "UDP") SNMP packet from \(.source) to \(.destination); \(.reason)
            """
        }
    }

    private static let dnsAction: [MessageFormat] = [
        """
        \(.text): \(action: .failure("Dropped"), .failure("Reset"), .failure("Masked"), .success("Allowed"),
            .neutral("Logged")) DNS \(.text) from \(.source) to \(.destination); \(.reason)
        """,
        "\(.text): \(.action) DNS \(.text) from \(.source) to \(.destination); \(.reason)",
    ]

    private static func netBIOS(_ kind: String) -> [MessageFormat] {
        [
            """
            \(action: .success("Allowed"), .failure("Dropped")) \(oneOf: kind) \(.text) with \(.reason) \
            from \(.source) to \(.destination)
            """
        ]
    }

    @MessageBuilder private static var remoteCallInspection: [Message] {
        Message(508001, "DCERPC non-standard version, terminating connection", .traffic, .failure) {
            """
            DCERPC \(.text) from \(.source) to \(.destination), \(action: "terminating") connection
            """
        }
        Message(508002, "DCERPC response has low endpoint port, terminating connection", .traffic, .failure) {
            """
            DCERPC response has low endpoint port \(.text) from \(.source) to \(.destination), \
            \(action: "terminating") connection
            """
        }
        Message(509001, "Connection attempt was prevented by no forward command", .traffic, .failure) {
            """
            Connection attempt from \(.source) to \(.destination) was \(action: "prevented") by "no forward" command
            """
        }
    }
}
