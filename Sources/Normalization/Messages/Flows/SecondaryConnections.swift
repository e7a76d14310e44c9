// Cisco 302003 to 302012, 302033, 302034, 302311, 314xxx, 405101 to 405107, 607001, 608001, 616001: connections
// that an inspected protocol announces and the firewall opens beforehand.

extension Flows {
    static let secondaryConnections = voiceConnections + streamConnections + malformedVoice

    @MessageBuilder private static var voiceConnections: [Message] {
        Message(302003, "Built H245 connection", .traffic, .success) {
            """
            \(action: "Built") H245 connection for \(oneOf: "foreign_address ", "faddr ")\(.source)\
            \(oneOf: " to local_address ", " local_address ", " to laddr ", " laddr ")\(.destination)
            """
        }
        Message(302004, "Pre-allocate H323 UDP backconnection", .traffic, .success) {
            """
            \(action: "Pre-allocate") H323 \(networkProtocol: "UDP") backconnection for \
            \(oneOf: "foreign_address", "faddr") \(.source) to \(oneOf: "local_address", "laddr") \(.destination)
            """
        }
        Message(302012, "Pre-allocate H225 Call Signalling Connection", .traffic, .success) {
            """
            \(action: "Pre-allocate") H225 Call Signalling Connection for faddr \(.source) to laddr \
            \(.destinationAddress)\(optional: "/\(.destinationPort)")
            """
        }
        Message(302033, "Pre-allocate H323 GUP Connection", .traffic, .success) {
            """
            \(action: .neutral("Pre-allocated"), .neutral("Pre-allocate")) H323 GUP Connection for faddr \(.source) \
            to laddr \(.destination)
            """
        }
        Message(302034, "Unable to pre-allocate H323 GUP Connection", .traffic, .failure) {
            "Unable to pre-allocate H323 GUP Connection for faddr \(.source) to laddr \(.destination)"
        }
        Message(302311, "Failed to create a new connection", .traffic, .failure) {
            """
            Failed to create a new \(.networkProtocol) connection from \(.source) to \(.destination) \
            due to \(.reason)
            """
        }
        Message(607001, "Pre-allocate SIP secondary channel", .traffic, .success) {
            """
            \(action: "Pre-allocate") SIP \(.text) \(networkProtocol: "UDP", "TCP") secondary channel for \(.source) \
            to \(.destination) from \(.text) message
            """
            """
            \(action: "Pre-allocate") SIP \(.text) secondary channel for \(.source) to \(.destination) \
            from \(.text) message
            """
        }
        Message(608001, "Pre-allocate Skinny secondary channel", .traffic, .success) {
            """
            \(action: "Pre-allocate") Skinny \(.text) secondary channel for \(.source) to \(.destination) \
            from \(.text) message
            """
        }
        Message(616001, "Pre-allocate MGCP connection", .traffic, .success) {
            """
            \(action: "Pre-allocate") MGCP \(.text) connection for \(.source) to \(.destination) from \(.text) message
            """
        }
    }

    @MessageBuilder private static var streamConnections: [Message] {
        Message(314001, "Pre-allocated RTSP UDP backconnection", .traffic, .success) {
            """
            \(action: "Pre-allocated") RTSP \(networkProtocol: "UDP") backconnection for \(.source) to \(.destination)
            """
        }
        Message(314002, "RTSP failed to allocate UDP media connection", .traffic, .failure) {
            """
            RTSP \(action: "failed") to allocate \(networkProtocol: "UDP") media connection from \(.source) \
            to \(.destination): \(.reason)
            """
        }
        Message(314003, "Dropped RTSP traffic", .traffic, .failure) {
            #"\#(action: "Dropped") RTSP traffic from \#(.source) due to: \#(.reason)"#
        }
        Message(314004, "RTSP client accessed RTSP URL", .traffic, .success) {
            #"RTSP client \#(.source) \#(action: "accessed") RTSP URL \#(.text)"#
        }
        Message(314005, "RTSP client denied access to URL", .traffic, .failure) {
            #"RTSP client \#(.source) \#(action: "denied") access to URL \#(.text)"#
        }
        Message(314006, "RTSP client exceeds configured rate limit", .traffic, .failure) {
            #"RTSP client \#(.source) \#(action: "exceeds") configured rate limit of \#(.text)"#
        }
    }

    @MessageBuilder private static var malformedVoice: [Message] {
        Message(405101, "Unable to Pre-allocate H225 Call Signalling Connection", .traffic, .failure) {
            """
            Unable to Pre-allocate H225 Call Signalling Connection for \(oneOf: "foreign_address", "faddr") \(.source) \
            to \(oneOf: "local_address", "laddr") \(.destinationAddress)\(optional: "/\(.destinationPort)")
            """
        }
        Message(405102, "Unable to Pre-allocate H245 Connection", .traffic, .failure) {
            """
            Unable to Pre-allocate H245 Connection for \(oneOf: "foreign_address", "faddr") \(.source) \
            to \(oneOf: "local_address", "laddr") \(.destinationAddress)\(optional: "/\(.destinationPort)")
            """
        }
        Message(405103, "H225 message contains bad protocol discriminator", .traffic, .failure) {
            "H225 message from \(.source) to \(.destination) contains bad protocol discriminator \(.text)"
        }
        Message(405104, "H225 message received before SETUP", .traffic, .unstated) {
            "H225 message \(action: "received") from \(.source) to \(.destination) before SETUP"
        }
        Message(405105, "H323 RAS message AdmissionConfirm received without an AdmissionRequest", .traffic, .unstated) {
            """
            H323 RAS message AdmissionConfirm \(action: "received") from \(.source) to \(.destination) \
            without an \(.text)
            """
        }
        Message(405106, "H323 channel is not created", .traffic, .failure) {
            "H323 \(.text) channel is not created from \(.source) to \(.destination) \(.text)"
        }
        Message(405107, "H245 Tunnel is detected and connection dropped", .traffic, .failure) {
            """
            H245 Tunnel is detected and connection \(action: "dropped") from \(.source) to \(.destination) \(.text)
            """
        }
    }
}
