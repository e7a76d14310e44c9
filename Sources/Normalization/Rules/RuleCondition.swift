// What a rule asks of an event: that it has one of these values of a kind. Values; pure.

/// Which addresses of an event a condition is about.
enum AddressSide: String, Sendable, CaseIterable {
    /// `sourceIpv4` and `sourceIpv6`.
    case source
    /// `destinationIpv4`.
    case destination
    /// These, and `natSourceIP`.
    case any = "address"
}

/// A condition of a rule; no list of values is empty.
enum RuleCondition: Sendable, Equatable {
    case numbers(MessageNumbers)
    /// A bit for each level digit.
    case severities(UInt16)
    case outcomes([EventOutcome])
    case types([EventType])
    /// Values of one of `texts`.
    case text(Token, [String])
    case customers([UUID])
    case addresses(AddressSide, [AddressBlock])

    /// Tokens whose values are compared as text: exactly, but for a device's name, whose letter case is of no account.
    static let texts: [Token] = [.action, .group, .deviceHost]

    /// The names of all conditions, as they are written.
    static let names =
        ["id", Token.severity.rawValue, Token.outcome.rawValue, Token.eventType.rawValue] + texts.map(\.rawValue)
        + [Token.customerId.rawValue] + AddressSide.allCases.map(\.rawValue)

    /// Its name, as it is written.
    var name: String {
        switch self {
        case .numbers: "id"
        case .severities: Token.severity.rawValue
        case .outcomes: Token.outcome.rawValue
        case .types: Token.eventType.rawValue
        case .text(let token, _): token.rawValue
        case .customers: Token.customerId.rawValue
        case .addresses(let side, _): side.rawValue
        }
    }

    /// Whether every event that fulfils another condition fulfils this one.
    func covers(_ other: RuleCondition) -> Bool {
        switch (self, other) {
        case (.numbers(let own), .numbers(let others)): others.subtracting(own).isEmpty
        case (.severities(let own), .severities(let others)): others & ~own == 0
        case (.outcomes(let own), .outcomes(let others)): others.allSatisfy(own.contains)
        case (.types(let own), .types(let others)): others.allSatisfy(own.contains)
        case (.text(let token, let own), .text(let otherToken, let others)):
            token == otherToken && others.allSatisfy(own.contains)
        case (.customers(let own), .customers(let others)): others.allSatisfy(own.contains)
        case (.addresses(let side, let own), .addresses(let otherSide, let others)):
            (side == otherSide || side == .any)
                && others.allSatisfy { other in own.contains { $0.covers(other) } }
        default: false
        }
    }
}

extension RuleCondition: CustomStringConvertible {
    /// As it is written: `id=302013-302016,302020`.
    var description: String { name + "=" + values.map(RuleCondition.quoted).joined(separator: ",") }

    private var values: [String] {
        switch self {
        case .numbers(let numbers): numbers.intervals.map(\.description)
        case .severities(let levels): (0...9).filter { levels >> $0 & 1 == 1 }.map { "\($0)" }
        case .outcomes(let outcomes): outcomes.map(\.rawValue)
        case .types(let types): types.map(\.rawValue)
        case .text(_, let texts): texts
        case .customers(let customers): customers.map(\.description)
        case .addresses(_, let blocks): blocks.map(\.description)
        }
    }

    /// A value as it has to be written.
    private static func quoted(_ value: String) -> String {
        value.contains { $0 == "," || $0.isWhitespace } ? "\"\(value)\"" : value
    }
}
