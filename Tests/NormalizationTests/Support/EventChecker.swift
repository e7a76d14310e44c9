// What must be true of every event of any line: RFC 8259 and the forms of all tokens, read byte by byte by code that
// shares nothing with the writer. Used by the mutation suite and by the fuzz target of .ci/fuzz; no Foundation.

import Normalization

/// A rule that an event breaks.
struct EventFault: Error, CustomStringConvertible {
    var description: String

    init(_ description: String) { self.description = description }
}

/// Checks events; keeps nothing from one to the next.
struct EventChecker {
    /// The tokens of an event, a bit for each place in the guide's order.
    struct Tokens {
        private var bits: UInt64 = 0

        func contains(_ token: Token) -> Bool { bits & EventChecker.bit(token) != 0 }

        fileprivate mutating func insert(_ token: Token) { bits |= EventChecker.bit(token) }
    }

    private static let order = Token.allCases
    private static let keys = Token.allCases.map { Array($0.rawValue.utf8) }
    private static let required: [Token] = [
        .deviceEventId, .deviceType, .deviceModel, .eventId, .collectorReceivedTime,
    ]
    private static let levels = [
        "", "Alert", "Critical", "Error", "Warning", "Notice", "Informational", "Debug", "", "",
    ]
    static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    let settings: NormalizerSettings
    var position = 0
    /// The level digit of deviceEventId.
    private var level: UInt8?
    private var eventID = UUID(high: 0, low: 0)

    init(settings: NormalizerSettings) { self.settings = settings }

    private static func bit(_ token: Token) -> UInt64 {
        guard let place = order.firstIndex(of: token) else { return 0 }
        return 1 << UInt64(place)
    }

    /// Checks that `json` is one event and nothing else.
    ///
    /// - Throws: `EventFault` for the first rule that is broken.
    /// - Returns: Its tokens, and what its eventId says.
    mutating func check(_ json: Span<UInt8>) throws(EventFault) -> (tokens: Tokens, eventID: UUID) {
        position = 0
        level = nil
        var tokens = Tokens()
        var place = 0
        try take("{", json)
        repeat {
            let key = try string(json)
            while place < EventChecker.keys.count, !equal(json, key, EventChecker.keys[place]) { place += 1 }
            guard place < EventChecker.keys.count else {
                throw EventFault("key \(text(json, key)) is unknown, repeated or out of order")
            }
            let token = EventChecker.order[place]
            place += 1
            tokens.insert(token)
            try take(":", json)
            try member(token, json)
        } while isTaken(",", json)
        try take("}", json)
        guard position == json.count else { throw EventFault("bytes behind the object") }
        for token in EventChecker.required where !tokens.contains(token) {
            throw EventFault("\(token.rawValue) is missing")
        }
        try checkTogether(tokens)
        return (tokens, eventID)
    }

    /// Rules that hold between members.
    private func checkTogether(_ tokens: Tokens) throws(EventFault) {
        guard tokens.contains(.deviceVendor) == !settings.deviceVendor.isEmpty else {
            throw EventFault("deviceVendor is not what the setting says")
        }
        guard tokens.contains(.deviceSeverity) == (level != nil) else {
            throw EventFault("deviceSeverity without a level in the tag, or the reverse")
        }
        let hasWord = level.map { (1...7).contains($0) } ?? false
        guard tokens.contains(.severity) == hasWord else { throw EventFault("severity without a level 1 to 7") }
        guard tokens.contains(.eventName) == tokens.contains(.eventType) else {
            throw EventFault("eventName without eventType, or the reverse")
        }
    }

    // MARK: - Members

    private mutating func member(_ token: Token, _ json: Span<UInt8>) throws(EventFault) {
        switch token {
        case .sourcePort, .destinationPort:
            guard try integer(json, limit: 65_535) else { throw EventFault("\(token.rawValue) is no port") }
        case .eventTime, .collectorReceivedTime:
            if settings.timeForm == .epochMillis {
                _ = isTaken("-", json)
                guard try integer(json, limit: Int.max) else { throw EventFault("\(token.rawValue) is no number") }
            } else {
                let value = try value(token, json)
                guard isTime(value, token, json) else { throw fault(token, json, value) }
            }
        default:
            let value = try value(token, json)
            guard isAllowed(value, token, json) else { throw fault(token, json, value) }
        }
    }

    /// The bytes between the quotes: not empty, no blank outside.
    private mutating func value(_ token: Token, _ json: Span<UInt8>) throws(EventFault) -> Range<Int> {
        let value = try string(json)
        guard !value.isEmpty else { throw EventFault("\(token.rawValue) is empty") }
        let isNone =
            value.count == 1
            ? json[value.lowerBound] == UInt8(ascii: "-")
            : value.count == 3 && zip(value, "N/A".utf8).allSatisfy { json[$0] == $1 }
        guard !isNone else { throw EventFault("\(token.rawValue) holds a sign for none") }
        guard token == .deviceVendor || !hasOuterBlank(value, json) else { throw fault(token, json, value) }
        return value
    }

    /// Whether a blank or a tab, which is always escaped, stands first or last.
    private func hasOuterBlank(_ value: Range<Int>, _ json: Span<UInt8>) -> Bool {
        if json[value.lowerBound] == 0x20 || json[value.upperBound - 1] == 0x20 { return true }
        guard value.count >= 2 else { return false }
        if equal(json, value.prefix(2), "\\t") { return true }
        // `\\t` is a backslash and a letter.
        return equal(json, value.suffix(2), "\\t")
            && !(value.count > 2 && json[value.upperBound - 3] == UInt8(ascii: "\\"))
    }

    private func fault(_ token: Token, _ json: Span<UInt8>, _ value: Range<Int>) -> EventFault {
        EventFault("\(token.rawValue) is not in its form: \(text(json, value))")
    }

    private mutating func isAllowed(_ value: Range<Int>, _ token: Token, _ json: Span<UInt8>) -> Bool {
        switch token {
        case .deviceEventId: return isMessageTag(value, json)
        case .deviceSeverity: return isDeviceSeverity(value, json)
        case .severity: return equal(json, value, EventChecker.levels[Int(level ?? 0)])
        case .destinationIpv4, .sourceIpv4: return isIPv4(value, json)
        case .sourceIpv6: return isIPv6(value, json)
        case .natSourceIP: return isIPv4(value, json) || isIPv6(value, json)
        case .vpnClientMessage: return value.allSatisfy { isDigit(json[$0]) }
        case .networkProtocol: return !equalIgnoringCase(json, value, "unknown")
        case .eventType:
            return ["SVC connection", "TRAFFIC", "SYSTEM"].contains { equal(json, value, $0) }
        case .outcome: return equal(json, value, "Success") || equal(json, value, "Failure")
        case .deviceType: return equal(json, value, "VPN")
        case .deviceModel: return equal(json, value, "AnyConnect")
        case .customerId, .collectorId, .eventSourceId: return uuid(value, json) != nil
        case .eventId:
            guard let id = uuid(value, json) else { return false }
            eventID = id
            return true
        case .deviceHost, .eventName, .reason, .sourceDomain, .sourceInterface, .action, .policy, .group, .sessionId,
            .sourceUser, .deviceVendor:
            return true
        case .eventTime, .collectorReceivedTime, .sourcePort, .destinationPort: return false
        }
    }

    /// `%ASA-6-113005`, the level missing where the tag has none.
    private mutating func isMessageTag(_ value: Range<Int>, _ json: Span<UInt8>) -> Bool {
        var rest = value
        for product in ["%ASA-", "%FTD-", "%PIX-", "%FWSM-", "%NGIPS-"] {
            let count = product.utf8.count
            guard value.count > count, equal(json, value.lowerBound..<value.lowerBound + count, product) else {
                continue
            }
            rest = value.lowerBound + count..<value.upperBound
        }
        guard rest != value else { return false }
        if rest.count >= 8, json[rest.lowerBound + 1] == UInt8(ascii: "-") {
            guard isDigit(json[rest.lowerBound]) else { return false }
            level = json[rest.lowerBound] - UInt8(ascii: "0")
            rest = rest.lowerBound + 2..<rest.upperBound
        }
        guard rest.allSatisfy({ isDigit(json[$0]) }) else { return false }
        return rest.count == 6 || (rest.count == 7 && json[rest.lowerBound] != UInt8(ascii: "0"))
    }

    private func isDeviceSeverity(_ value: Range<Int>, _ json: Span<UInt8>) -> Bool {
        guard let level else { return false }
        let word = EventChecker.levels[Int(level)]
        if settings.deviceSeverity == .normalized, !word.isEmpty { return equal(json, value, word) }
        return value.count == 1 && json[value.lowerBound] == UInt8(ascii: "0") + level
    }
}
