// Cisco 324xxx, 325004, 419xxx, 431xxx, 507xxx, 607xxx, 608xxx, 617xxx, 618001: what normalization of segments and
// inspection of voice and of mobile tunnels do with flows.

extension Inspection {
    static let flowInspection = segmentNormalization + voiceInspection + mobileInspection

    @MessageBuilder private static var segmentNormalization: [Message] {
        Message(419001, "Dropping TCP packet, MSS exceeded", .traffic, .failure) {
            """
            \(action: "Dropping") \(networkProtocol: "TCP") packet from \(.source) to \(.destination), reason: \
            \(.reason)
            """
        }
        Message(419002, "Duplicate TCP SYN", .traffic, .failure) {
            """
            \(oneOf: "Duplicate ", "Received duplicate ")\(networkProtocol: "TCP") SYN from \(.source) to \
            \(.destination) with different initial sequence number
            """
        }
        Message(419003, "Cleared TCP urgent flag", .traffic, .unstated) {
            #"\#(action: "Cleared") \#(networkProtocol: "TCP") urgent flag from \#(.source) to \#(.destination)"#
        }
        Message(419004, "TCP connection is probed by DCD", .traffic, .unstated) {
            """
            \(networkProtocol: "TCP") connection \(.sessionID) from \(.source) to \(.destination) \
            is \(action: "probed") by DCD
            """
        }
        Message(419005, "TCP connection is kept open by DCD", .traffic, .success) {
            """
            \(networkProtocol: "TCP") connection \(.sessionID) from \(.source) to \(.destination) duration \(.text), \
            is \(action: "kept open") by DCD as valid connection
            """
        }
        Message(419006, "Teardown TCP connection, DCD probe was not responded", .traffic, .success) {
            """
            \(action: "Teardown") \(networkProtocol: "TCP") connection \(.sessionID) from \(.source) to \
            \(.destination) duration\(.text) data \(.text), \(.reason)
            """
        }
        Message(507001, "Terminating TCP-Proxy connection", .traffic, .failure) {
            """
            \(action: "Terminating") \(networkProtocol: "TCP")-Proxy connection from \(.source) to \(.destination) - \
            \(.reason)
            """
        }
        Message(507002, "Data copy in proxy-mode exceeded the buffer limit", .traffic, .failure) {
            #"Data copy in proxy-mode \#(action: "exceeded") the buffer limit"#
        }
        Message(507003, "flow terminated by inspection engine", .traffic, .failure) {
            """
            \(.networkProtocol) flow from \(.source) to \(.destination) \(action: "terminated") by inspection engine, \
            reason - \(.reason)
            """
        }
    }

    @MessageBuilder private static var voiceInspection: [Message] {
        Message(431001, "RTP conformance: Dropping RTP packet", .traffic, .failure) {
            """
            RTP conformance: \(action: "Dropping") \(networkProtocol: "RTP") packet from \(.source) to \
            \(.destination), Drop reason:\(.reason)
            """
        }
        Message(431002, "RTCP conformance: Dropping RTCP packet", .traffic, .failure) {
            """
            RTCP conformance: \(action: "Dropping") \(networkProtocol: "RTCP") packet from \(.source) to \
            \(.destination), Drop reason:\(.reason)
            """
        }
        Message(607002, "SIP inspection action", .traffic, .stated) {
            """
            \(.text): \(action: .failure("Dropped"), .failure("Reset"), .failure("Masked"), .success("Allowed"),
                .neutral("Logged")) SIP \(foreign: .text) from \(.source) to \(.destination); \(.reason)
            """
            "\(.text): \(.action) SIP \(foreign: .text) from \(.source) to \(.destination); \(.reason)"
        }
        Message(607003, "Received SIP", .traffic, .unstated) {
            "\(.text): \(action: "Received") SIP \(foreign: .text) from \(.source) to \(.destination); \(.reason)"
        }
        Message(607004, "Phone Proxy: Dropping SIP message", .traffic, .failure) {
            """
            Phone Proxy: \(action: "Dropping") SIP message from \(.source) to \(.destination) \
            with source MAC \(.text) due to \(.reason)
            """
        }
        Message(608002, "Dropping Skinny message, SCCPPrefix length too small", .traffic, .failure, skinny)
        Message(608003, "Dropping Skinny message, SCCPPrefix length too large", .traffic, .failure, skinny)
        Message(608004, "Dropping Skinny message, message id not allowed", .traffic, .failure, skinny)
        Message(608005, "Dropping Skinny message, registration not complete", .traffic, .failure, skinny)
        Message(618001, "Denied STUN packet", .traffic, .failure) {
            """
            \(action: "Denied") STUN packet \(.text) from \(.source) to \(.destination) for connection \(.sessionID), \
            \(.reason)
            """
        }
    }

    private static let skinny: [MessageFormat] = [
        #"\#(action: "Dropping") Skinny message for \#(.source) to \#(.destination), \#(.reason)"#
    ]

    @MessageBuilder private static var mobileInspection: [Message] {
        Message(324000, "Drop GTP message", .traffic, .failure) {
            #"\#(action: "Drop") GTPv\#(.text) from \#(.source) to \#(.destination) Reason:\#(.reason)"#
        }
        Message(324001, "GTPv0 packet parsing error", .traffic, .failure) {
            """
            GTPv0 packet parsing error from \(.source) to \(.destination), TID:\(.text), Reason:\(.reason)
            """
        }
        Message(324004, "GTP packet with version is not supported", .traffic, .failure) {
            #"GTP packet with version\#(.text) from \#(.source) to \#(.destination) is not supported"#
        }
        Message(324005, "Unable to create tunnel", .traffic, .failure) {
            "Unable to create tunnel from \(.source) to \(.destination)"
        }
        Message(324007, "Unable to create GTP connection for response", .traffic, .failure) {
            "Unable to create GTP connection for response from \(.source) to \(.destination)"
        }
        Message(617001, "GTP message not accepted", .traffic, .failure) {
            "GTPv\(.text) from \(.source) not accepted by \(.destination)"
        }
        Message(617003, "GTP Tunnel created", .traffic, .success) {
            #"GTP Tunnel \#(action: "created") from \#(.source) to \#(.destination)"#
        }
        Message(617004, "GTP connection created for response", .traffic, .success) {
            #"GTP connection \#(action: "created") for response from \#(.source) to \#(.destination)"#
        }
        Message(617100, "Teardown connection(s) for user", .traffic, .success) {
            #"\#(action: "Teardown") \#(.text) connection(s) for user \#(.sourceAddress)"#
        }
        Message(325004, "IPv6 Extension Header configuration", .traffic, .stated) {
            """
            IPv6 Extension Header \(.text) \(action: .failure("denied"), .failure("dropped"), .success("allowed"),
                .neutral("logged")) configuration. \(.networkProtocol) from \(.source) to \(.destination)
            """
            """
            IPv6 Extension Header \(.text) configuration. \(.networkProtocol) from \(.source) to \(.destination)
            """
        }
    }
}
