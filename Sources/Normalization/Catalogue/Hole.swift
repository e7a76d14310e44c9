// What may stand in a hole of a message format, and which tokens it feeds. The compiler refuses any
// other name in a format. Knows no message and no matching. Pure values.

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
    /// Address under the label `IP`: `natSourceIP`, and the source too unless an address was assigned (contract D8).
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

    /// All kinds, made once.
    static let all = allCases
}

extension Hole {
    /// Whether any text may stand there, so that only the wording around it says where it ends.
    ///
    /// The others hold an address, a number, an endpoint or a name without blanks: their own form says so, too.
    var isFree: Bool {
        switch self {
        case .text, .group, .policy, .user, .owner, .reason, .action: true
        default: false
        }
    }

    /// Whether somebody outside chooses the text, wherever it stands: a user name is typed at a prompt.
    var isForeign: Bool { self == .user || self == .owner }

    /// Whether an endpoint stands there, which may end with a user in parentheses.
    var isEndpoint: Bool { self == .source || self == .destination || isAccessListEndpoint }

    /// Whether it is one as access lists print it.
    var isAccessListEndpoint: Bool { self == .accessListSource || self == .accessListDestination }
}

/// Whether the operation of an event succeeded (token `outcome`).
public enum EventOutcome: String, Sendable {
    /// The guide's `Success`.
    case success = "Success"
    /// The guide's `Failure`.
    case failure = "Failure"
}

/// How the outcome of a message is known (contract §12, "outcome").
public enum OutcomeRule: Sendable {
    /// The message says neither.
    case unstated
    /// Always a success.
    case success
    /// Always a failure.
    case failure
    /// Only words of the format tell, see `MessageFormat`'s `action:` and `result:`.
    case stated
    /// Free text: a failure where it says so.
    case worded
    /// Success unless the teardown reason is a denial (contract D15).
    case teardown
}

/// Type of an event (token `eventType`, contract D7).
public enum EventType: String, Sendable {
    /// The text speaks of an SVC connection.
    case svcConnection = "SVC connection"
    /// Flows, access list hits and drops.
    case traffic = "TRAFFIC"
    /// Everything else.
    case system = "SYSTEM"
}
