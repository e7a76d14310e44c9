// What may stand in a hole of a message format, and which tokens it feeds, each declared once: a case, its form and its
// tokens. The compiler refuses any other name in a format. Knows no message and no matching. Pure values.

/// A variable part of a message format, named after what Cisco prints there.
public enum Hole: UInt8, CaseIterable, Sendable {
    /// Text with no token of its own.
    case text
    /// Group policy or tunnel group (token `group`).
    case group
    /// Policy, access list or DAP records (token `policy`).
    case policy
    /// A user, with or without a domain (tokens `sourceUser`, `sourceDomain`).
    case user
    /// The user whom the ASA names behind the endpoints, in parentheses; an identity firewall user goes before it.
    case owner
    /// Why it happened (token `reason`).
    case reason
    /// VPN session or connection id (token `sessionId`).
    case sessionID
    /// Number of an SVC message (token `vpnClientMessage`).
    case clientMessage
    /// Protocol name or number (token `protocol`).
    case networkProtocol
    /// The verb that says what happened (token `action`, through the guide's action table).
    case action
    /// Address of the user's side (tokens `sourceIpv4`, `sourceIpv6`).
    case sourceAddress
    /// Address under the label `IP`: `natSourceIP`, and the source too unless an address was assigned.
    case publicAddress
    /// Address given to the client, IPv4 (`IPv4 Address <..>`).
    case assignedIPv4
    /// Address given to the client, IPv6 (`IPv6 address <..>`).
    case assignedIPv6
    /// Address from which a session goes on, or the translated one (token `natSourceIP`).
    case natAddress
    /// Server or destination address (token `destinationIpv4`).
    case destinationAddress
    /// `interface:address/port (mapped/port)(user)` of the source.
    case source
    /// `interface:address/port (mapped/port)(user)` of the destination.
    case destination
    /// `user@address(user)` of the source, each user if the device knows one.
    case requester
    /// `interface/address(port)(user)` of the source.
    case accessListSource
    /// `interface/address(port)(user)` of the destination.
    case accessListDestination
    /// `address:port` of the device's side, as IKE prints it: the last colon is before the port.
    case local
    /// `address:port` of the user's side.
    case remote
    /// Interface of the source.
    case sourceInterface
    /// Port of the source.
    case sourcePort
    /// Port or service name of the destination.
    case destinationPort
}

extension Hole {
    /// What may stand in a hole.
    enum Form {
        /// Any text: only the wording around it says where it ends. The device chooses it, unless a layout says
        /// otherwise.
        case text
        /// Any text that somebody outside chooses, wherever it stands: a user name is typed at a prompt.
        case foreignText
        /// A number or a name without blanks.
        case word
        /// An address.
        case address
        /// Interface, address and port, and perhaps a mapped address and a user in parentheses.
        case endpoint
        /// The same as access lists print it.
        case accessListEndpoint
        /// An address alone, with a user before or behind it.
        case requester
        /// Address and port.
        case pair
        /// An interface or a port alone.
        case part
    }

    /// The form of what stands in a hole.
    @inline(__always)
    var form: Form {
        switch self {
        case .text, .group, .policy, .reason, .action: .text
        case .user, .owner: .foreignText
        case .sessionID, .clientMessage, .networkProtocol: .word
        case .sourceAddress, .publicAddress, .assignedIPv4, .assignedIPv6, .natAddress, .destinationAddress: .address
        case .source, .destination: .endpoint
        case .requester: .requester
        case .accessListSource, .accessListDestination: .accessListEndpoint
        case .local, .remote: .pair
        case .sourceInterface, .sourcePort, .destinationPort: .part
        }
    }

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
        case .sourceAddress, .assignedIPv4: [.sourceIpv4, .sourceIpv6]
        case .publicAddress: [.sourceIpv4, .sourceIpv6, .natSourceIP]
        case .assignedIPv6: [.sourceIpv6]
        case .natAddress: [.natSourceIP]
        case .destinationAddress: [.destinationIpv4]
        case .source, .accessListSource:
            [.sourceInterface, .sourceIpv4, .sourceIpv6, .sourcePort, .natSourceIP, .sourceUser, .sourceDomain]
        case .requester: [.sourceIpv4, .sourceIpv6, .sourceUser, .sourceDomain]
        case .destination, .accessListDestination, .local: [.destinationIpv4, .destinationPort]
        case .remote: [.sourceIpv4, .sourceIpv6, .sourcePort, .natSourceIP]
        case .sourceInterface: [.sourceInterface]
        case .sourcePort: [.sourcePort]
        case .destinationPort: [.destinationPort]
        }
    }

    /// Whether any text may stand there, so that only the wording around it says where it ends.
    var isFree: Bool { form == .text || form == .foreignText }

    /// Whether somebody outside chooses the text, wherever it stands.
    var isForeign: Bool { form == .foreignText }

    /// Whether no blank may part it: a number, a name without blanks, or an address where the text stands as declared;
    /// an address that words follow is read in folded text.
    func isOneWord(isExact: Bool) -> Bool { form == .word || form == .part || isExact && form == .address }

    /// Whether an endpoint stands there, which may end with a user in parentheses.
    var isEndpoint: Bool { form == .endpoint || form == .accessListEndpoint || form == .requester }

    /// Whether it is one as access lists print it.
    var isAccessListEndpoint: Bool { form == .accessListEndpoint }

    /// All kinds, made once.
    static let all = {
        precondition(allCases.count <= HoleSet.capacity, "a set has no place for that many holes")
        return allCases
    }()
}
