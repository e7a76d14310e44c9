// Reads an event back: one flat JSON object of strings and whole numbers. Strict, so that what is read is what a reader of
// the output sees. For comparing events; the way of a record does not come by here. Pure.

/// A JSON object that holds nothing but strings and whole numbers, as events do.
public struct FlatJSONObject: Equatable, Sendable {
    /// The value of a member.
    public enum Value: Equatable, Sendable {
        /// A string, unescaped, in UTF-8.
        case text([UInt8])
        /// A whole number.
        case number(Int64)
    }

    /// A name with its value.
    public struct Member: Equatable, Sendable {
        /// The name, unescaped, in UTF-8.
        public var name: [UInt8]
        /// The value.
        public var value: Value
    }

    /// The members in the order of the text; no name stands there twice.
    public private(set) var members: [Member] = []

    /// Reads an object; nil for anything else, and for a name that stands there twice.
    public init?(_ json: Span<UInt8>) {
        var scanner = JSONScanner()
        guard scanner.take(UInt8(ascii: "{"), json) else { return nil }
        if !scanner.take(UInt8(ascii: "}"), json) {
            repeat {
                guard let name = scanner.text(json), scanner.take(ASCII.colon, json), let value = scanner.value(json),
                    self[name] == nil
                else { return nil }
                members.append(Member(name: name, value: value))
            } while scanner.take(ASCII.comma, json)
            guard scanner.take(UInt8(ascii: "}"), json) else { return nil }
        }
        guard scanner.isAtEnd(json) else { return nil }
    }

    /// The value of a member; nil if there is none of this name.
    public subscript(name: [UInt8]) -> Value? { members.first { $0.name == name }?.value }

    /// The value of a token; nil if the event does not have it.
    public subscript(token: Token) -> Value? { self[Array(token.rawValue.utf8)] }

    /// The identifier in token `eventId` of an event; nil if it has none.
    ///
    /// Finds it without reading the rest where the event is written without blanks.
    public static func eventID(of json: Span<UInt8>) -> UUID? {
        var position = 0
        while let quote = ByteSearch.first(ASCII.quote, in: json, from: position, to: json.count) {
            position = quote + 1
            // A quote that opens or ends a string has no other byte before it; one inside a string has a backslash.
            guard quote > 0, json[quote - 1] == ASCII.comma || json[quote - 1] == UInt8(ascii: "{"),
                ByteSearch.holds("\"eventId\":\"", in: json, at: quote, to: json.count)
            else { continue }
            let start = quote + 11
            guard start + 36 < json.count, json[start + 36] == ASCII.quote else { return nil }
            return UUID(json.extracting(start..<start + 36))
        }
        guard case .text(let text) = FlatJSONObject(json)?[.eventId] else { return nil }
        return UUID(text.span)
    }
}

/// A place in a JSON text; every reading first passes over blanks.
private struct JSONScanner {
    private var index = 0

    private mutating func skipBlanks(_ json: Span<UInt8>) {
        while index < json.count, ASCII.isBlank(json[index]) || json[index] == 0x0A || json[index] == 0x0D {
            index += 1
        }
    }

    /// Passes over a byte; false if something else stands there.
    mutating func take(_ byte: UInt8, _ json: Span<UInt8>) -> Bool {
        skipBlanks(json)
        guard index < json.count, json[index] == byte else { return false }
        index += 1
        return true
    }

    /// Whether nothing but blanks is left.
    mutating func isAtEnd(_ json: Span<UInt8>) -> Bool {
        skipBlanks(json)
        return index == json.count
    }

    mutating func value(_ json: Span<UInt8>) -> FlatJSONObject.Value? {
        skipBlanks(json)
        guard index < json.count else { return nil }
        if json[index] == ASCII.quote { return text(json).map { .text($0) } }
        return number(json).map { .number($0) }
    }

    private mutating func number(_ json: Span<UInt8>) -> Int64? {
        let isNegative = json[index] == ASCII.dash
        if isNegative { index += 1 }
        let first = index
        var value: Int64 = 0
        while index < json.count, ASCII.isDigit(json[index]) {
            let digit = Int64(json[index] - ASCII.zero)
            let (product, hasOverflown) = value.multipliedReportingOverflow(by: 10)
            // Counted down, since the least number has no positive counterpart.
            let (sum, isOver) = product.subtractingReportingOverflow(digit)
            if hasOverflown || isOver { return nil }
            value = sum
            index += 1
        }
        let hasLeadingZero = index - first > 1 && json[first] == ASCII.zero
        guard index > first, !hasLeadingZero else { return nil }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// A string without its quotes and escapes.
    mutating func text(_ json: Span<UInt8>) -> [UInt8]? {
        guard take(ASCII.quote, json) else { return nil }
        var text: [UInt8] = []
        while index < json.count {
            let byte = json[index]
            switch byte {
            case ASCII.quote:
                index += 1
                return text
            case ASCII.backslash:
                index += 1
                guard takeEscape(json, &text) else { return nil }
            case 0..<0x20: return nil
            case 0x80...:
                let length = UTF8Sequence.length(at: index, in: json, to: json.count)
                guard length > 0 else { return nil }
                for offset in 0..<length { text.append(json[index + offset]) }
                index += length
            default:
                text.append(byte)
                index += 1
            }
        }
        return nil
    }

    private mutating func takeEscape(_ json: Span<UInt8>, _ text: inout [UInt8]) -> Bool {
        guard index < json.count else { return false }
        let letter = json[index]
        index += 1
        switch letter {
        case ASCII.quote, ASCII.backslash, ASCII.slash: text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = scalar(json) else { return false }
            text.append(contentsOf: Array(String(scalar).utf8))
        default: return false
        }
        return true
    }

    /// The character of `\uXXXX`, or of a surrogate pair of them; nil for half a pair.
    private mutating func scalar(_ json: Span<UInt8>) -> Unicode.Scalar? {
        guard let high = codeUnit(json) else { return nil }
        guard 0xD800..<0xDC00 ~= high else { return Unicode.Scalar(high) }
        guard index + 1 < json.count, json[index] == ASCII.backslash, json[index + 1] == UInt8(ascii: "u") else {
            return nil
        }
        index += 2
        guard let low = codeUnit(json), 0xDC00..<0xE000 ~= low else { return nil }
        return Unicode.Scalar(0x10000 + (high - 0xD800) << 10 + (low - 0xDC00))
    }

    private mutating func codeUnit(_ json: Span<UInt8>) -> UInt32? {
        guard index + 4 <= json.count else { return nil }
        var value: UInt32 = 0
        for _ in 0..<4 {
            guard let digit = ASCII.hexValue(json[index]) else { return nil }
            value = value << 4 | UInt32(digit)
            index += 1
        }
        return value
    }
}
