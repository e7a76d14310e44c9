// Cisco 302017 to 302036, 302303 to 302306, 609001, 609002: connections of other kinds than the TCP and UDP
// ones of Connections. Where a direction is printed, `outbound` names the responder first.

extension Flows {
    static let otherConnections = tunnelConnections + echoConnections + stubConnections + bypassConnections + localHosts

    @MessageBuilder private static var tunnelConnections: [Message] {
        Message(302017, "Built GRE connection", .traffic, .success) {
            """
            \(action: "Built") inbound \(networkProtocol: "GRE") connection \(.sessionID) \
            from \(translated: .source) to \(translated: .destination)
            """
            """
            \(action: "Built") outbound \(networkProtocol: "GRE") connection \(.sessionID) \
            from \(translated: .destination) to \(translated: .source)
            """
        }
        Message(302018, "Teardown GRE connection", .traffic, .teardown) {
            """
            \(action: "Teardown") \(networkProtocol: "GRE") connection \(.sessionID) from \(.source) to \
            \(.destination) duration \(.text) bytes \(.text)\(optional: " \(.reason)")\(optional: " (\(.owner))")
            """
        }
        Message(302035, "Built SCTP connection", .traffic, .success) {
            """
            \(action: "Built") inbound \(networkProtocol: "SCTP") connection \(.sessionID) \
            for \(translated: .source) to \(translated: .destination)
            """
            """
            \(action: "Built") outbound \(networkProtocol: "SCTP") connection \(.sessionID) \
            for \(translated: .destination) to \(translated: .source)
            """
        }
        Message(302036, "Teardown SCTP connection", .traffic, .teardown) {
            """
            \(action: "Teardown") \(networkProtocol: "SCTP") connection \(.sessionID) for \(.source) to \
            \(.destination) duration \(.text) bytes \(.text)\(optional: " \(.reason)")\(optional: " (\(.owner))")
            """
        }
    }

    /// `faddr` is the far side, `laddr` the near one and `gaddr` the address under which the far side sees the near
    /// one.
    @MessageBuilder private static var echoConnections: [Message] {
        Message(302020, "Built ICMP connection", .traffic, .success) {
            """
            \(action: "Built") inbound \(networkProtocol: "ICMP") connection for faddr \(.source) gaddr \(.text) \
            laddr \(.destination)\(optional: " type \(.text)")
            """
            """
            \(action: "Built") outbound \(networkProtocol: "ICMP") connection for faddr \(.destination) \
            gaddr \(.natAddress)/\(.text) laddr \(.source)\(optional: " type \(.text)")
            """
        }
        Message(302021, "Teardown ICMP connection", .traffic, .teardown) {
            """
            \(action: "Teardown") \(networkProtocol: "ICMP") connection for faddr \(.source) gaddr \(.text) \
            laddr \(.destination)\(optional: " type \(.text)")
            """
        }
    }

    /// Connections that a cluster unit holds for another one, as director, backup, forwarder or stub of either.
    @MessageBuilder private static var stubConnections: [Message] {
        Message(302022, "Built stub TCP connection", .traffic, .success, builtStub("TCP"))
        Message(302023, "Teardown stub TCP connection", .traffic, .teardown, teardownStub("TCP"))
        Message(302024, "Built stub UDP connection", .traffic, .success, builtStub("UDP"))
        Message(302025, "Teardown stub UDP connection", .traffic, .teardown, teardownStub("UDP"))
        Message(302026, "Built stub ICMP connection", .traffic, .success, builtStub("ICMP"))
        Message(302027, "Teardown stub ICMP connection", .traffic, .teardown, teardownStub("ICMP"))
    }

    private static func builtStub(_ name: String) -> [MessageFormat] {
        [
            """
            \(action: "Built") \(.text) stub \(networkProtocol: name) connection for \(translated: .source) to \
            \(translated: .destination)
            """,
            """
            \(action: "Built") \(.text) \(networkProtocol: name) connection for \(translated: .source) to \
            \(translated: .destination)
            """,
        ]
    }

    private static func teardownStub(_ name: String) -> [MessageFormat] {
        [
            """
            \(action: "Teardown") \(.text) stub \(networkProtocol: name) connection for \(.source) to \(.destination) \
            duration \(.text) forwarded bytes \(.text)\(optional: " \(.reason)")
            """,
            """
            \(action: "Teardown") \(.text) \(networkProtocol: name) connection for \(.source) to \(.destination) \
            duration \(.text) forwarded bytes \(.text)\(optional: " \(.reason)")
            """,
        ]
    }

    @MessageBuilder private static var bypassConnections: [Message] {
        Message(302303, "Built TCP state-bypass connection", .traffic, .success, builtBypass("TCP"))
        Message(302304, "Teardown TCP state-bypass connection", .traffic, .teardown, teardownBypass("TCP"))
        Message(302305, "Built SCTP state-bypass connection", .traffic, .success, builtBypass("SCTP"))
        Message(302306, "Teardown SCTP state-bypass connection", .traffic, .teardown, teardownBypass("SCTP"))
    }

    private static func builtBypass(_ name: String) -> [MessageFormat] {
        [
            """
            \(action: "Built") \(networkProtocol: name) state-bypass connection \(.sessionID) \
            \(oneOf: "from", "for") \(translated: .source) to \(translated: .destination)
            """
        ]
    }

    private static func teardownBypass(_ name: String) -> [MessageFormat] {
        [
            """
            \(action: "Teardown") \(networkProtocol: name) state-bypass connection \(.sessionID) \
            \(oneOf: "from", "for") \(.source) to \(.destination) duration \(.text) bytes \(.text)\
            \(optional: " \(.reason)")\(optional: " (\(.owner))")
            """
        ]
    }

    @MessageBuilder private static var localHosts: [Message] {
        Message(609001, "Built local-host", .traffic, .success, ["\(action: "Built") local-host \(.source)"])
        Message(609002, "Teardown local-host", .traffic, .success) {
            "\(action: "Teardown") local-host \(.source) duration \(.text)"
        }
    }
}
