// Cisco 307xxx, 308001, 315xxx, 320001, 316001, 610xxx, 702305, 702307, 714xxx, 768003, 772xxx, 409023: who
// reaches the device itself or its tunnels, and what becomes of it.

extension Device {
    static let managementSessions = shellSessions + localAccounts + deviceServices + rekeyings

    /// The number behind the reason for which a session ended.
    private static let closeCode: MessageFormat = "\(optional: "\(oneOf: " (", "(")\(.text))")"

    @MessageBuilder private static var shellSessions: [Message] {
        Message(307001, "Denied Telnet login session", .system, .failure) {
            """
            \(action: "Denied") Telnet login session from \(.sourceAddress) on interface \(.sourceInterface)
            """
        }
        Message(307002, "Permitted Telnet login session", .system, .success) {
            #"\#(action: "Permitted") Telnet login session from \#(.sourceAddress)"#
        }
        Message(308001, "console enable password incorrect", .system, .failure) {
            """
            \(oneOf: "console", "Console", "PIX console") enable password incorrect for \(.text) tries \
            (from \(.text) (remote \(.sourceAddress)))
            """
            """
            \(oneOf: "console", "Console", "PIX console") enable password incorrect for \(.text) tries \
            (from \(.sourceAddress))
            """
        }
        Message(315001, "Denied SSH session", .system, .failure) {
            #"\#(action: "Denied") SSH session from \#(.sourceAddress) on interface \#(.sourceInterface)"#
        }
        Message(315002, "Permitted SSH session", .system, .success) {
            """
            \(action: "Permitted") SSH session from \(.sourceAddress) on interface \(.sourceInterface) \
            for user "\(.user)"
            """
        }
        Message(315003, "SSH login session failed", .system, .failure) {
            """
            SSH login session \(action: "failed") from \(.sourceAddress) on interface \(.sourceInterface) \
            by user "\(.user)" disconnected by SSH server, reason: "\(.reason)"
            """
        }
        Message(315004, "Fail to establish SSH session because RSA host key retrieval failed", .system, .failure) {
            "\(action: "Fail") to establish SSH session because \(.reason)"
        }
        Message(315009, "SSH connection timed out", .system, .failure) {
            #"SSH: connection \#(action: "timed out"): username \#(.user) , IP \#(.sourceAddress)"#
            #"SSH: connection \#(action: "timed out"): username \#(.user), IP \#(.sourceAddress)"#
        }
        Message(315011, "SSH session disconnected", .system, .success) {
            """
            SSH session from \(.sourceAddress) on interface \(.sourceInterface) for user "\(.user)" \
            \(action: "disconnected") by SSH server, reason: "\(.reason)"\(closeCode)
            """
            MessageFormat.named(
                "SSH session terminated normally",
                """
                SSH session from \(.sourceAddress) on interface \(.sourceInterface) for user "\(.user)" \
                \(action: "terminated") normally
                """
            )
            """
            SSH session from \(.sourceAddress) on interface \(.sourceInterface) for user \(.user) \
            \(action: "disconnected") by SSH server, reason: "\(.reason)"\(closeCode)
            """
            """
            SSH session from \(.sourceAddress) on interface \(.sourceInterface) for user \(.user) \
            \(action: "disconnected") by SSH server, reason: \(.reason)\(optional: " (0x\(.text))")
            """
            """
            SSH session from on interface \(.sourceInterface) for user "\(.user)" \
            \(action: "disconnected") by SSH server, reason: "\(.reason)"\(optional: " (\(.text)")
            """
            MessageFormat.named(
                "SSH session terminated normally",
                """
                SSH session from on interface \(.sourceInterface) for user "\(.user)" \(action: "terminated") normally
                """
            )
            MessageFormat.named(
                "SSH session terminated normally",
                """
                SSH session from \(.sourceAddress) on interface \(.sourceInterface) for user \
                \(action: "terminated") normally
                """
            )
            """
            SSH session from \(.sourceAddress) on interface \(.sourceInterface) for user \
            \(action: "disconnected") by SSH server, reason: "\(.reason)"\(optional: " (\(.text)")
            """
        }
        Message(315012, "Weak SSH algorithm provided from client. Connection failed", .system, .failure) {
            """
            Weak SSH \(.text) provided from client '\(.sourceAddress)' on interface \(.sourceInterface). \
            Connection \(action: "failed"). \(.reason)
            """
        }
        Message(315013, "SSH session rekeyed successfully", .system, .success) {
            """
            SSH session from \(.sourceAddress) on interface \(.sourceInterface) for user \(.user) \
            \(action: "rekeyed") successfully
            """
        }
        Message(768003, "SSH connection timed out", .system, .failure) {
            #"SSH: connection \#(action: "timed out"): username \#(.user), IP \#(.sourceAddress)"#
            MessageFormat.named(
                "QUOTA: management session quota exceeded",
                """
                QUOTA: \(.text) quota exceeded for user \(.user): current \(.text)
                """
            )
        }
    }

    @MessageBuilder private static var localAccounts: [Message] {
        Message(409023, "Attempting AAA Fallback method", .system, .unstated) {
            """
            \(action: "Attempting") AAA Fallback method \(.text) for \(.text) request for user \(.user) : \
            Auth-server group \(.text) \(.reason)
            """
        }
        Message(772002, "console login warning, password expired", .system, .failure) {
            "PASSWORD: console login warning, user \(.user), cause: \(.reason)"
        }
        Message(772003, "session login failed, password expired", .system, .failure, expiredLogin)
        Message(772004, "session login failed, password expired", .system, .failure, expiredLogin)
        Message(772005, "user passed authentication", .system, .success) {
            #"REAUTH: user \#(.user) \#(action: "passed") authentication"#
        }
        Message(772006, "user failed authentication", .system, .failure) {
            #"REAUTH: user \#(.user) \#(action: "failed") authentication"#
        }
    }

    private static let expiredLogin: [MessageFormat] = [
        """
        PASSWORD: \(.text) login \(action: "failed"), user \(.user), IP \(.sourceAddress), cause: \(.reason)
        """
    ]

    @MessageBuilder private static var deviceServices: [Message] {
        Message(316001, "Denied new tunnel. VPN peer limit exceeded", .system, .failure) {
            #"\#(action: "Denied") new tunnel to \#(.destinationAddress). \#(.reason)"#
        }
        Message(320001, "The subject name of the peer cert is not allowed for connection", .system, .failure) {
            "The subject name of the peer cert is not allowed for connection"
        }
        Message(610001, "NTP daemon: Packet denied", .system, .failure) {
            "NTP daemon interface \(.sourceInterface): Packet \(action: "denied") from \(.sourceAddress)"
        }
        Message(610002, "NTP daemon: Authentication failed", .system, .failure) {
            """
            NTP daemon interface \(.sourceInterface): Authentication \(action: "failed") for packet from \
            \(.sourceAddress)
            """
        }
        Message(610101, "Authorization failed", .system, .failure) {
            "Authorization \(action: "failed"): Cmd: \(.text) Cmdtype: \(.text)"
        }
        Message(714001, "IKE protocol event or packet", .system, .unstated, ["\(.ike)\(.text)"])
        Message(714002, "IKE Initiator starting QM", .system) { "\(.ike)IKE Initiator starting QM: msg id = \(.text)" }
        Message(714003, "IKE Responder starting QM", .system) { "\(.ike)IKE Responder starting QM: msg id = \(.text)" }
        Message(714004, "IKE Initiator sending 1st QM pkt", .system) {
            "\(.ike)IKE Initiator \(action: "sending") 1st QM pkt: msg id = \(.text)"
        }
        Message(714005, "IKE Responder sending 2nd QM pkt", .system) {
            "\(.ike)IKE Responder \(action: "sending") 2nd QM pkt: msg id = \(.text)"
        }
        Message(714006, "IKE Initiator sending 3rd QM pkt", .system) {
            "\(.ike)IKE Initiator \(action: "sending") 3rd QM pkt: msg id = \(.text)"
        }
        Message(714007, "IKE Initiator sending Initial Contact", .system) {
            "\(.ike)IKE Initiator \(action: "sending") Initial Contact"
        }
        Message(714011, "IKE received ID values", .system, .unstated, ["\(.ike)\(.text)"])
    }

    @MessageBuilder private static var rekeyings: [Message] {
        Message(702305, "IPSEC SA rekeying due to sequence number rollover", .system, .unstated, rekeyed)
        Message(702307, "IPSEC SA rekeying due to data rollover", .system, .unstated, rekeyed)
    }

    /// The printed order is local, remote for both directions, as in 602303.
    private static let rekeyed: [MessageFormat] = [
        """
        \(networkProtocol: "IPSEC"): An \(.text) SA (SPI= \(.text)) between \(.destinationAddress) \
        and \(.sourceAddress) (user= \(.user)) is \(action: "rekeying") due to \(.reason)
        """
    ]
}
