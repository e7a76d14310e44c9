// Cisco 108xxx, 209xxx, 324xxx, 325004, 405201, 410xxx, 416001, 419xxx, 423xxx, 431xxx, 507xxx, 508xxx, 607xxx,
// 608xxx, 617xxx, 618001: what protocol inspection and normalization do with flows and packets.

extension Messages {
    static let protocolInspection =
        mailInspection + fragments + nameInspection + segmentNormalization + voiceInspection + mobileInspection
        + remoteCallInspection

    private static let mailInspection = [
        Message(108002, "SMTP replaced", .traffic, .unstated, [
            """
            SMTP \(action: "replaced") \(.text): out \(.sourceAddress) in \(.destinationAddress) data: \(.text)
            """,
        ]),
        Message(108003, "Terminating ESMTP/SMTP connection; malicious pattern detected", .traffic, .failure, [
            """
            \(action: "Terminating") ESMTP/SMTP connection; malicious pattern detected in the mail address \
            from \(.source) to \(.destination). Data:\(.text)
            """,
        ]),
        Message(108004, "ESMTP Classification", .traffic, .stated, [
            """
            \(.text): \(action: .failure("Dropped connection"), .failure("Reset connection"), .failure("Dropped packet"),
            .failure("Masked")) for ESMTP \(.text) from \(.source) to \(.destination); \(.reason)
            """,
            "\(.text): \(.action) for ESMTP \(.text) from \(.source) to \(.destination); \(.reason)",
            "\(.text): \(.action) ESMTP \(.text) from \(.source) to \(.destination);\(.reason)",
        ]),
        Message(108005, "Received ESMTP", .traffic, .unstated, [
            "\(.text): \(action: "Received") ESMTP \(.text) from \(.source) to \(.destination); \(.reason)"
        ]),
        Message(108006, "Detected ESMTP size violation", .traffic, .failure, [
            """
            \(action: "Detected") ESMTP size violation from \(.source) to \(.destination); declared size is: \(.text)
            """,
        ]),
        Message(108007, "TLS started on ESMTP session", .traffic, .success, [
            """
            \(networkProtocol: "TLS") \(action: "started") on ESMTP session between client \(.source) \
            and server \(.destination)
            """,
        ]),
    ]

    private static let fragments = [
        Message(209003, "Fragment database limit exceeded", .traffic, .failure, [
            """
            Fragment database limit of \(.text) \(action: "exceeded"): \(optional: " ")src = \(.sourceAddress), \
            dest = \(.destinationAddress), proto = \(.networkProtocol), id = \(.text)
            """,
        ]),
        Message(209004, "Invalid IP fragment", .traffic, .failure, [
            """
            Invalid IP fragment, size = \(.text) exceeds maximum size = \(.text): \(optional: " ")src = \(.sourceAddress), \
            dest = \(.destinationAddress), proto = \(.networkProtocol), id = \(.text)
            """,
        ]),
        Message(209005, "Discard IP fragment set", .traffic, .failure, [
            """
            \(action: "Discard") IP fragment set with more than \(.text) elements: \(optional: " ")src = \(.sourceAddress), \
            dest = \(.destinationAddress), proto = \(.networkProtocol), id = \(.text)
            """,
        ]),
    ]

    private static let nameInspection = [
        Message(410001, "Dropped UDP DNS packet", .traffic, .failure, [
            """
            \(action: "Dropped") \(networkProtocol: "UDP") DNS \(.text) from \(.source) to \(.destination); \(.reason)
            """,
        ]),
        Message(410002, "Dropped DNS responses with mis-matched id", .traffic, .failure, [
            """
            \(action: "Dropped") \(.text) DNS responses with mis-matched id \(.text): from \(.source) to \(.destination)
            """,
        ]),
        Message(410003, "DNS inspection action", .traffic, .stated, dnsAction),
        Message(410004, "DNS inspection action", .traffic, .stated, dnsAction),
        Message(423001, "invalid NBNS packet", .traffic, .stated, netBIOS("invalid NBNS")),
        Message(423002, "mismatched NBNS packet", .traffic, .stated, netBIOS("mismatched NBNS")),
        Message(423003, "invalid NBDGM packet", .traffic, .stated, netBIOS("invalid NBDGM")),
        Message(423004, "mismatched NBDGM packet", .traffic, .stated, netBIOS("mismatched NBDGM")),
        Message(423005, "NBDGM fragment", .traffic, .stated, netBIOS("NBDGM")),
        Message(416001, "Dropped UDP SNMP packet", .traffic, .failure, [
            """
            \(action: "Dropped") \(networkProtocol: "UDP") SNMP packet from \(.source) to \(.destination); \(.reason)
            """,
        ]),
    ]

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
            """,
        ]
    }

    private static let segmentNormalization = [
        Message(419001, "Dropping TCP packet, MSS exceeded", .traffic, .failure, [
            """
            \(action: "Dropping") \(networkProtocol: "TCP") packet from \(.source) to \(.destination), reason: \(.reason)
            """,
        ]),
        Message(419002, "Duplicate TCP SYN", .traffic, .failure, [
            """
            \(oneOf: "Duplicate ", "Received duplicate ")\(networkProtocol: "TCP") SYN from \(.source) to \(.destination) \
            with different initial sequence number
            """,
        ]),
        Message(419003, "Cleared TCP urgent flag", .traffic, .unstated, [
            #"\#(action: "Cleared") \#(networkProtocol: "TCP") urgent flag from \#(.source) to \#(.destination)"#,
        ]),
        Message(419004, "TCP connection is probed by DCD", .traffic, .unstated, [
            """
            \(networkProtocol: "TCP") connection \(.sessionID) from \(.source) to \(.destination) \
            is \(action: "probed") by DCD
            """,
        ]),
        Message(419005, "TCP connection is kept open by DCD", .traffic, .success, [
            """
            \(networkProtocol: "TCP") connection \(.sessionID) from \(.source) to \(.destination) duration \(.text), \
            is \(action: "kept open") by DCD as valid connection
            """,
        ]),
        Message(419006, "Teardown TCP connection, DCD probe was not responded", .traffic, .success, [
            """
            \(action: "Teardown") \(networkProtocol: "TCP") connection \(.sessionID) from \(.source) to \(.destination) \
            duration\(.text) data \(.text), \(.reason)
            """,
        ]),
        Message(507001, "Terminating TCP-Proxy connection", .traffic, .failure, [
            """
            \(action: "Terminating") \(networkProtocol: "TCP")-Proxy connection from \(.source) to \(.destination) - \(.reason)
            """,
        ]),
        Message(507002, "Data copy in proxy-mode exceeded the buffer limit", .traffic, .failure, [
            #"Data copy in proxy-mode \#(action: "exceeded") the buffer limit"#,
        ]),
        Message(507003, "flow terminated by inspection engine", .traffic, .failure, [
            """
            \(.networkProtocol) flow from \(.source) to \(.destination) \(action: "terminated") by inspection engine, \
            reason - \(.reason)
            """,
        ]),
    ]

    private static let voiceInspection = [
        Message(431001, "RTP conformance: Dropping RTP packet", .traffic, .failure, [
            """
            RTP conformance: \(action: "Dropping") \(networkProtocol: "RTP") packet from \(.source) to \(.destination), \
            Drop reason:\(.reason)
            """,
        ]),
        Message(431002, "RTCP conformance: Dropping RTCP packet", .traffic, .failure, [
            """
            RTCP conformance: \(action: "Dropping") \(networkProtocol: "RTCP") packet from \(.source) to \(.destination), \
            Drop reason:\(.reason)
            """,
        ]),
        Message(607002, "SIP inspection action", .traffic, .stated, [
            """
            \(.text): \(action: .failure("Dropped"), .failure("Reset"), .failure("Masked"), .success("Allowed"),
            .neutral("Logged")) SIP \(.text) from \(.source) to \(.destination); \(.reason)
            """,
            "\(.text): \(.action) SIP \(.text) from \(.source) to \(.destination); \(.reason)",
        ]),
        Message(607003, "Received SIP", .traffic, .unstated, [
            "\(.text): \(action: "Received") SIP \(.text) from \(.source) to \(.destination); \(.reason)"
        ]),
        Message(607004, "Phone Proxy: Dropping SIP message", .traffic, .failure, [
            """
            Phone Proxy: \(action: "Dropping") SIP message from \(.source) to \(.destination) \
            with source MAC \(.text) due to \(.reason)
            """,
        ]),
        Message(608002, "Dropping Skinny message, SCCPPrefix length too small", .traffic, .failure, skinny),
        Message(608003, "Dropping Skinny message, SCCPPrefix length too large", .traffic, .failure, skinny),
        Message(608004, "Dropping Skinny message, message id not allowed", .traffic, .failure, skinny),
        Message(608005, "Dropping Skinny message, registration not complete", .traffic, .failure, skinny),
        Message(618001, "Denied STUN packet", .traffic, .failure, [
            """
            \(action: "Denied") STUN packet \(.text) from \(.source) to \(.destination) for connection \(.sessionID), \
            \(.reason)
            """,
        ]),
    ]

    private static let skinny: [MessageFormat] = [
        #"\#(action: "Dropping") Skinny message for \#(.source) to \#(.destination), \#(.reason)"#,
    ]

    private static let mobileInspection = [
        Message(324000, "Drop GTP message", .traffic, .failure, [
            #"\#(action: "Drop") GTPv\#(.text) from \#(.source) to \#(.destination) Reason:\#(.reason)"#,
        ]),
        Message(324001, "GTPv0 packet parsing error", .traffic, .failure, [
            """
            GTPv0 packet parsing error from \(.source) to \(.destination), TID:\(.text), Reason:\(.reason)
            """,
        ]),
        Message(324004, "GTP packet with version is not supported", .traffic, .failure, [
            #"GTP packet with version\#(.text) from \#(.source) to \#(.destination) is not supported"#,
        ]),
        Message(324005, "Unable to create tunnel", .traffic, .failure, [
            "Unable to create tunnel from \(.source) to \(.destination)"
        ]),
        Message(324007, "Unable to create GTP connection for response", .traffic, .failure, [
            "Unable to create GTP connection for response from \(.source) to \(.destination)"
        ]),
        Message(617001, "GTP message not accepted", .traffic, .failure, [
            "GTPv\(.text) from \(.source) not accepted by \(.destination)"
        ]),
        Message(617003, "GTP Tunnel created", .traffic, .success, [
            #"GTP Tunnel \#(action: "created") from \#(.source) to \#(.destination)"#,
        ]),
        Message(617004, "GTP connection created for response", .traffic, .success, [
            #"GTP connection \#(action: "created") for response from \#(.source) to \#(.destination)"#,
        ]),
        Message(617100, "Teardown connection(s) for user", .traffic, .success, [
            #"\#(action: "Teardown") \#(.text) connection(s) for user \#(.sourceAddress)"#,
        ]),
        Message(325004, "IPv6 Extension Header configuration", .traffic, .stated, [
            """
            IPv6 Extension Header \(.text) \(action: .failure("denied"), .failure("dropped"), .success("allowed"),
            .neutral("logged")) configuration. \(.networkProtocol) from \(.source) to \(.destination)
            """,
            """
            IPv6 Extension Header \(.text) configuration. \(.networkProtocol) from \(.source) to \(.destination)
            """,
        ]),
    ]

    private static let remoteCallInspection = [
        Message(508001, "DCERPC non-standard version, terminating connection", .traffic, .failure, [
            """
            DCERPC \(.text) from \(.source) to \(.destination), \(action: "terminating") connection
            """,
        ]),
        Message(508002, "DCERPC response has low endpoint port, terminating connection", .traffic, .failure, [
            """
            DCERPC response has low endpoint port \(.text) from \(.source) to \(.destination), \
            \(action: "terminating") connection
            """,
        ]),
        Message(509001, "Connection attempt was prevented by no forward command", .traffic, .failure, [
            """
            Connection attempt from \(.source) to \(.destination) was \(action: "prevented") by "no forward" command
            """,
        ]),
    ]
}
