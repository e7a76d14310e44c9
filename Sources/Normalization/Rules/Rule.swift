// One rule: what is done with an event, and with which. Values.

/// A line of the rules.
public struct Rule: Sendable, Equatable, CustomStringConvertible {
    /// What is done with an event.
    public enum Action: Sendable, Equatable {
        /// It is delivered.
        case keep
        /// It is not delivered.
        case drop
        /// Of the values of a token, those of a share are delivered.
        case sample(Share, by: Token)
        /// It is delivered to a topic of its own.
        case topic(String)
    }

    /// What is done with an event that fulfils all conditions.
    public let action: Action
    let conditions: [RuleCondition]
    /// Where it was given: a file and its line, or a setting.
    public let place: String

    /// Tokens that a sample may be taken by: what the events of a session, a user or a device have in common, and the
    /// event's own.
    static let samplingTokens: [Token] = [
        .eventId, .sessionId, .sourceUser, .group, .deviceHost, .sourceIpv4, .sourceIpv6, .natSourceIP,
        .destinationIpv4, .customerId,
    ]

    /// The numbers of messages that it can be about.
    var numbers: MessageNumbers {
        for case .numbers(let numbers) in conditions { return numbers }
        return .all
    }

    /// Whether it asks for nothing but the number of the message.
    var isByNumberAlone: Bool {
        conditions.allSatisfy { condition in
            if case .numbers = condition { true } else { false }
        }
    }

    /// Whether every event that fulfils the conditions of another rule, the number of the message aside, fulfils those
    /// of this one.
    func coversButNumbers(_ other: Rule) -> Bool {
        conditions.allSatisfy { condition in
            if case .numbers = condition { return true }
            return other.conditions.contains { condition.covers($0) }
        }
    }

    /// The rule as it is read: `drop id=302013-302016 severity=6,7`.
    public var description: String { ([action.description] + conditions.map(\.description)).joined(separator: " ") }
}

extension Rule.Action: CustomStringConvertible {
    /// As it is written.
    public var description: String {
        switch self {
        case .keep: "keep"
        case .drop: "drop"
        case .sample(let share, by: .eventId): "sample \(share)"
        case .sample(let share, by: let token): "sample \(share) by \(token.rawValue)"
        case .topic(let name): "topic \(name)"
        }
    }
}
