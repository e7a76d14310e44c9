// What must be true of every event of any line: RFC 8259 and contract §1 and §2, read byte by byte by code that
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
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
    private static let portless = ["icmp", "icmp6", "icmpv6", "ipv6-icmp", "gre", "1", "47", "58"]

    private let settings: NormalizerSettings
    private var position = 0
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
        default: return true
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

    private func isTime(_ value: Range<Int>, _ token: Token, _ json: Span<UInt8>) -> Bool {
        let form: StaticString =
            switch (settings.timeForm, token) {
            case (.rfc3339, _): "yyyy-mm-ddThh:nn:ssZ"
            case (_, .eventTime): "MMM dd yyyy hh:nn:ss"
            default: "MMM dd, yyyy hh:nn:ss AM"
            }
        guard value.count == form.utf8CodeUnitCount else { return false }
        let letters = form.withUTF8Buffer { bytes in unsafe Array(bytes) }
        var numbers: [UInt8: Int] = [:]
        for (offset, letter) in letters.enumerated() {
            let byte = json[value.lowerBound + offset]
            switch letter {
            case UInt8(ascii: "y"), UInt8(ascii: "m"), UInt8(ascii: "d"), UInt8(ascii: "h"), UInt8(ascii: "n"),
                UInt8(ascii: "s"):
                guard isDigit(byte) else { return false }
                numbers[letter] = (numbers[letter] ?? 0) * 10 + Int(byte - UInt8(ascii: "0"))
            case UInt8(ascii: "M") where offset < 3: continue
            case UInt8(ascii: "A"): guard byte == letter || byte == UInt8(ascii: "P") else { return false }
            default: guard byte == letter else { return false }
            }
        }
        let hasMonth =
            numbers[UInt8(ascii: "m")].map { (1...12).contains($0) }
            ?? EventChecker.months.contains { equal(json, value.lowerBound..<value.lowerBound + 3, $0) }
        let hours = letters.last == UInt8(ascii: "M") ? 1...12 : 0...23
        return hasMonth && (1...31).contains(numbers[UInt8(ascii: "d")] ?? 0)
            && hours.contains(numbers[UInt8(ascii: "h")] ?? -1) && (numbers[UInt8(ascii: "n")] ?? 60) < 60
            && (numbers[UInt8(ascii: "s")] ?? 60) < 60
    }

    /// Four numbers from 0 to 255 without leading zeros; not 0.0.0.0.
    private func isIPv4(_ value: Range<Int>, _ json: Span<UInt8>) -> Bool {
        var parts = 1
        var number = 0
        var digits = 0
        var sum = 0
        for index in value {
            if json[index] == UInt8(ascii: ".") {
                guard digits > 0 else { return false }
                parts += 1
                (number, digits) = (0, 0)
                continue
            }
            guard isDigit(json[index]), digits == 0 || number > 0 else { return false }
            number = number * 10 + Int(json[index] - UInt8(ascii: "0"))
            digits += 1
            sum += number
            guard number <= 255 else { return false }
        }
        return parts == 4 && digits > 0 && sum > 0
    }

    /// Eight groups of four upper-case hexadecimal digits; not all zero.
    private func isIPv6(_ value: Range<Int>, _ json: Span<UInt8>) -> Bool {
        guard value.count == 39 else { return false }
        var isZero = true
        for offset in 0..<39 {
            let byte = json[value.lowerBound + offset]
            if offset % 5 == 4 {
                guard byte == UInt8(ascii: ":") else { return false }
            } else {
                guard isDigit(byte) || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(byte) else { return false }
                if byte != UInt8(ascii: "0") { isZero = false }
            }
        }
        return !isZero
    }

    /// What a lower-case 8-4-4-4-12 form says; nil if it is none.
    private func uuid(_ value: Range<Int>, _ json: Span<UInt8>) -> UUID? {
        guard value.count == 36 else { return nil }
        var result = UUID(high: 0, low: 0)
        for offset in 0..<36 {
            let byte = json[value.lowerBound + offset]
            if [8, 13, 18, 23].contains(offset) {
                guard byte == UInt8(ascii: "-") else { return nil }
                continue
            }
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            default: return nil
            }
            result.high = result.high << 4 | result.low >> 60
            result.low = result.low << 4 | UInt64(digit)
        }
        return result
    }

    // MARK: - JSON

    private mutating func take(_ byte: Unicode.Scalar, _ json: Span<UInt8>) throws(EventFault) {
        guard isTaken(byte, json) else { throw EventFault("no \(byte) at offset \(position)") }
    }

    private mutating func isTaken(_ byte: Unicode.Scalar, _ json: Span<UInt8>) -> Bool {
        guard position < json.count, json[position] == UInt8(ascii: byte) else { return false }
        position += 1
        return true
    }

    /// Reads an integer that is not negative and has no leading zero; false if it is over the limit.
    private mutating func integer(_ json: Span<UInt8>, limit: Int) throws(EventFault) -> Bool {
        let start = position
        var value = 0
        while position < json.count, isDigit(json[position]) {
            let (product, isOver) = value.multipliedReportingOverflow(by: 10)
            let (sum, isOverAgain) = product.addingReportingOverflow(Int(json[position] - UInt8(ascii: "0")))
            guard !isOver, !isOverAgain else { return false }
            value = sum
            position += 1
        }
        guard position > start, json[start] != UInt8(ascii: "0") || position == start + 1 else {
            throw EventFault("no number at offset \(start)")
        }
        return value <= limit
    }

    /// Reads a string and gives what stands between its quotes.
    private mutating func string(_ json: Span<UInt8>) throws(EventFault) -> Range<Int> {
        try take("\"", json)
        let start = position
        while position < json.count {
            let byte = json[position]
            switch byte {
            case UInt8(ascii: "\""):
                position += 1
                return start..<position - 1
            case UInt8(ascii: "\\"): try escape(json)
            case 0x00...0x1F, 0x7F: throw EventFault("a raw control character at offset \(position)")
            case 0x80...: try multibyte(json)
            default: position += 1
            }
        }
        throw EventFault("a string without end")
    }

    private mutating func escape(_ json: Span<UInt8>) throws(EventFault) {
        let start = position
        let letter = position + 1 < json.count ? json[position + 1] : 0
        position += 2
        if letter != UInt8(ascii: "u") {
            guard "\"\\/bfnrt".utf8.contains(letter) else { throw EventFault("an unknown escape at offset \(start)") }
            return
        }
        var value = 0
        for _ in 0..<4 {
            guard position < json.count, let digit = Character(Unicode.Scalar(json[position])).hexDigitValue else {
                throw EventFault("an escape cut short at offset \(start)")
            }
            value = value * 16 + digit
            position += 1
        }
        guard !(0xD800...0xDFFF).contains(value) else { throw EventFault("an escaped surrogate at offset \(start)") }
    }

    /// Reads one scalar of more than one byte: shortest form, no surrogate, nothing over U+10FFFF.
    private mutating func multibyte(_ json: Span<UInt8>) throws(EventFault) {
        let lead = json[position]
        let length = (~lead).leadingZeroBitCount
        var value = UInt32(lead) & (0x7F >> UInt32(length))
        guard (2...4).contains(length), position + length <= json.count else {
            throw EventFault("no UTF-8 at offset \(position)")
        }
        for offset in 1..<length {
            let next = json[position + offset]
            guard next & 0xC0 == 0x80 else { throw EventFault("no UTF-8 at offset \(position)") }
            value = value << 6 | UInt32(next & 0x3F)
        }
        let smallest: UInt32 = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x1_0000
        guard value >= smallest, Unicode.Scalar(value) != nil else {
            throw EventFault("no UTF-8 at offset \(position)")
        }
        position += length
    }

    // MARK: - Comparing

    private func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }

    private func equal(_ json: Span<UInt8>, _ range: Range<Int>, _ word: [UInt8]) -> Bool {
        range.count == word.count && word.indices.allSatisfy { json[range.lowerBound + $0] == word[$0] }
    }

    private func equal(_ json: Span<UInt8>, _ range: Range<Int>, _ word: String) -> Bool {
        equal(json, range, Array(word.utf8))
    }

    private func equalIgnoringCase(_ json: Span<UInt8>, _ range: Range<Int>, _ word: String) -> Bool {
        let word = Array(word.utf8)
        return range.count == word.count && word.indices.allSatisfy { json[range.lowerBound + $0] | 0x20 == word[$0] }
    }

    private func text(_ json: Span<UInt8>, _ range: Range<Int>) -> String {
        String(decoding: range.map { json[$0] }, as: UTF8.self)
    }
}
