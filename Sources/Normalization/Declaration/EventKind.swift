// What a message says of the event as a whole: its type, and how its outcome is known. Values only.

/// Whether the operation of an event succeeded (token `outcome`).
public enum EventOutcome: String, CaseIterable, Sendable {
    /// The guide's `Success`.
    case success = "Success"
    /// The guide's `Failure`.
    case failure = "Failure"
}

extension EventOutcome {
    /// How many outcomes an event may have, none among them.
    static let placeCount = 3
}

extension EventOutcome? {
    /// All that an event may have, in the order of their places.
    static let all: [EventOutcome?] = [.success, .failure, nil]

    /// The place in tables that have one for each.
    @inline(__always)
    var place: Int {
        switch self {
        case .success: 0
        case .failure: 1
        case nil: 2
        }
    }
}

/// How the outcome of a message is known.
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
    /// Success unless the teardown reason is a denial.
    case teardown
}

/// Type of an event (token `eventType`).
public enum EventType: String, CaseIterable, Sendable {
    /// The text speaks of an SVC connection.
    case svcConnection = "SVC connection"
    /// Flows, access list hits and drops.
    case traffic = "TRAFFIC"
    /// Everything else.
    case system = "SYSTEM"
}
