// The guide's tokens, each once, in the guide's order with `severity` behind `deviceSeverity` (contract
// D2), internal fields last. The order is the order of the JSON keys. Data only.

/// A field of the Qualys Context XDR data model.
public enum Token: String, CaseIterable, Sendable {
    case deviceEventId
    case deviceHost
    case deviceSeverity
    case severity
    case eventTime
    case eventName
    case reason
    case destinationIpv4
    case sourceDomain
    case sourceInterface
    case sourcePort
    case destinationPort
    case networkProtocol = "protocol"
    case action
    case sourceIpv4
    case policy
    case group
    case vpnClientMessage
    case sourceIpv6
    case sessionId
    case sourceUser
    case natSourceIP
    case eventType
    case outcome
    case deviceType
    case deviceModel
    case deviceVendor
    case customerId
    case collectorId
    case eventSourceId
    case eventId
    case collectorReceivedTime
}

extension Hole {
    /// The tokens that a hole can fill.
    public var tokens: [Token] {
        switch self {
        case .text: []
        case .group: [.group]
        case .policy: [.policy]
        case .user, .owner: [.sourceUser, .sourceDomain]
        case .reason: [.reason]
        case .sessionID: [.sessionId]
        case .clientMessage: [.vpnClientMessage]
        case .networkProtocol: [.networkProtocol]
        case .action: [.action]
        case .sourceAddress: [.sourceIpv4, .sourceIpv6]
        case .publicAddress: [.sourceIpv4, .sourceIpv6, .natSourceIP]
        case .assignedIPv4: [.sourceIpv4, .sourceIpv6]
        case .assignedIPv6: [.sourceIpv6]
        case .natAddress: [.natSourceIP]
        case .destinationAddress: [.destinationIpv4]
        case .source, .accessListSource:
            [.sourceInterface, .sourceIpv4, .sourceIpv6, .sourcePort, .natSourceIP, .sourceUser, .sourceDomain]
        case .destination, .accessListDestination: [.destinationIpv4, .destinationPort]
        case .local: [.destinationIpv4, .destinationPort]
        case .remote: [.sourceIpv4, .sourceIpv6, .sourcePort, .natSourceIP]
        case .sourceInterface: [.sourceInterface]
        case .sourcePort: [.sourcePort]
        case .destinationPort: [.destinationPort]
        }
    }
}
