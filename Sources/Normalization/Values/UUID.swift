// Identifiers of the envelope: 128 bits, read from text and written in lower case. Pure.

/// A universally unique identifier (RFC 9562).
public struct UUID: Equatable, Hashable, Sendable, CustomStringConvertible {
    /// The first eight bytes, most significant first.
    public var high: UInt64
    /// The last eight bytes.
    public var low: UInt64

    /// Makes an identifier of its two halves.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// Reads 32 hexadecimal digits in the 8-4-4-4-12 form, either case; nil for anything else.
    public init?(_ text: Span<UInt8>) {
        guard text.count == 36 else { return nil }
        var halves: (UInt64, UInt64) = (0, 0)
        for index in 0..<36 {
            let byte = text[index]
            if index == 8 || index == 13 || index == 18 || index == 23 {
                guard byte == ASCII.dash else { return nil }
                continue
            }
            guard let digit = ASCII.hexValue(byte) else { return nil }
            if index < 18 {
                halves.0 = halves.0 << 4 | UInt64(digit)
            } else {
                halves.1 = halves.1 << 4 | UInt64(digit)
            }
        }
        self.init(high: halves.0, low: halves.1)
    }

    /// Reads the same form from a string.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        self.init(bytes.span)
    }

    /// The 8-4-4-4-12 form, lower case.
    public var description: String {
        var buffer = OutputBuffer(capacity: 64)
        buffer.write(atMost: 36) { $0.append(uuid: self) }
        return buffer.text
    }
}

extension OutputCursor {
    /// Appends a UUID in the 8-4-4-4-12 form, lower case.
    mutating func append(uuid id: UUID) {
        let dash = UInt64(ASCII.dash)
        let second = OutputCursor.fourDigits(id.high >> 16)
        let third = OutputCursor.fourDigits(id.high)
        let fourth = OutputCursor.fourDigits(id.low >> 48)
        append(word: Hexadecimal.text(id.high >> 32, digits: 8, letters: UInt8(ascii: "a")), length: 8)
        append(word: dash | second << 8 | dash << 40 | third << 48, length: 8)
        append(word: third >> 16 | dash << 16 | fourth << 24 | dash << 56, length: 8)
        append(word: Hexadecimal.text(id.low >> 16, digits: 8, letters: UInt8(ascii: "a")), length: 8)
        append(word: OutputCursor.fourDigits(id.low), length: 4)
    }

    /// The low four hexadecimal digits of a number, and nothing beside them.
    @inline(__always)
    static func fourDigits(_ value: UInt64) -> UInt64 {
        Hexadecimal.text(value, digits: 4, letters: UInt8(ascii: "a")) & 0xFFFF_FFFF
    }
}
