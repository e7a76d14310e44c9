// Cisco 302013 to 302016: TCP and UDP connections built and torn down. `outbound` names the responder
// first, so its second endpoint is the source (Cisco 302013).

extension Flows {
    @MessageBuilder static var connections: [Message] {
        Message(302013, "Built TCP connection", .traffic, .success, built("TCP"))
        Message(302014, "Teardown TCP connection", .traffic, .teardown, teardown("TCP"))
        Message(302015, "Built UDP connection", .traffic, .success, built("UDP"))
        Message(302016, "Teardown UDP connection", .traffic, .teardown, teardown("UDP"))
    }

    private static func built(_ name: String) -> [MessageFormat] {
        [
            """
            \(action: "Built") inbound \(optional: "Probe ")\(networkProtocol: name) connection \(.sessionID) \
            for \(translated: .source) to \(translated: .destination)
            """,
            """
            \(action: "Built") outbound \(optional: "Probe ")\(networkProtocol: name) connection \(.sessionID) \
            for \(translated: .destination) to \(translated: .source)
            """,
        ]
    }

    private static func teardown(_ name: String) -> [MessageFormat] {
        [
            """
            \(action: "Teardown") \(optional: "Probe ")\(networkProtocol: name) connection \(.sessionID) \
            for \(.source) to \(.destination) duration \(.text) bytes \(.text)\
            \(optional: " \(.reason)")\(optional: " from \(.text)")\(optional: " (\(.owner))")
            """
        ]
    }
}
