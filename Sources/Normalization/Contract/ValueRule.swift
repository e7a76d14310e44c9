// What a reader may rely on in a value, in the words of JSON Schema, and that for each token, made of its declaration
// and the settings. Values only; how a schema is written down is the caller's.

/// What all values of one name have in common.
public indirect enum ValueRule: Sendable, Equatable {
    /// A number without a fraction, within bounds if there are any.
    case integer(ClosedRange<Int>?)
    /// One of these words.
    case words([String])
    /// Any text that is not empty.
    case text
    /// A text that a regular expression describes (ECMA 262), with JSON Schema's name for its format if it has one.
    case form(pattern: String, format: String? = nil)
    /// What one of two rules says.
    case either(ValueRule, ValueRule)

    /// A number as text.
    public static let digits = ValueRule.form(pattern: "^[0-9]+$")
}

extension Token {
    /// What all its values have in common with these settings; nil if no event has it then.
    public func rule(_ settings: NormalizerSettings) -> ValueRule? {
        switch declaration.form {
        case .tag: Token.tag
        case .port: .integer(0...65_535)
        case .ipv4: Token.ipv4
        case .ipv6: Token.ipv6
        case .address: .either(Token.ipv4, Token.ipv6)
        case .identifier: .form(pattern: "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", format: "uuid")
        case .time: time(settings.timeForm)
        case .text: self == .vpnClientMessage ? .digits : .text
        case .fragment: fragment(settings)
        }
    }

    /// Whether every event has it with these settings.
    public func isInEveryEvent(_ settings: NormalizerSettings) -> Bool {
        switch self {
        case .deviceEventId, .deviceType, .deviceModel, .eventId, .collectorReceivedTime: true
        case .deviceVendor: !settings.deviceVendor.isEmpty
        case .customerId: settings.customerID != nil
        case .collectorId: settings.collectorID != nil
        case .eventSourceId: settings.eventSourceID != nil
        default: false
        }
    }

    private static let tag = ValueRule.form(
        pattern: "^%(\(ASATag.products.map { "\($0)" }.joined(separator: "|")))(-[0-9])?-([0-9]{6}|[1-9][0-9]{6})$"
    )
    private static let ipv4 = ValueRule.form(pattern: "^[0-9]{1,3}(\\.[0-9]{1,3}){3}$", format: "ipv4")
    private static let ipv6 = ValueRule.form(pattern: "^([0-9A-F]{4}:){7}[0-9A-F]{4}$", format: "ipv6")

    private func time(_ form: NormalizerSettings.TimeForm) -> ValueRule {
        let months = "(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
        let minutes = "[0-5][0-9]:[0-5][0-9]"
        return switch form {
        case .guide where self == .eventTime:
            .form(pattern: "^\(months) [0-3][0-9] [0-9]{4} [0-2][0-9]:\(minutes)$")
        case .guide: .form(pattern: "^\(months) [0-3][0-9], [0-9]{4} [01][0-9]:\(minutes) (AM|PM)$")
        case .rfc3339:
            .form(
                pattern: "^[0-9]{4}-[01][0-9]-[0-3][0-9]T[0-2][0-9]:\(minutes)Z$",
                format: "date-time"
            )
        case .epochMillis: .integer(nil)
        }
    }

    private func fragment(_ settings: NormalizerSettings) -> ValueRule? {
        let levels: [(digit: String, word: String?)] = (0...9).map { level in
            ("\(level)", ValueTables.severity(level).map { "\($0)" })
        }
        return switch self {
        case .deviceSeverity:
            .words(levels.map { settings.deviceSeverity == .normalized ? $0.word ?? $0.digit : $0.digit })
        case .severity: .words(levels.compactMap(\.word))
        case .eventType: .words(EventType.allCases.map(\.rawValue))
        case .outcome: .words(EventOutcome.allCases.map(\.rawValue))
        case .deviceType: .words([Token.deviceTypeWord])
        case .deviceModel: .words([Token.deviceModelWord])
        case .deviceVendor: settings.deviceVendor.isEmpty ? nil : .words([settings.deviceVendor])
        default: .text
        }
    }
}
