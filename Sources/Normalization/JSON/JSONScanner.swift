// Reads JSON strings and whole numbers, strictly: what is read is what any reader of the text sees. Pure.

/// A place in a JSON text; every reading first passes over blanks.
struct JSONScanner {
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
                guard let escape = JSONEscape(json, at: index, to: json.count), !escape.isHalfPair else { return nil }
                text.append(contentsOf: UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter)
                index += escape.length
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
}
