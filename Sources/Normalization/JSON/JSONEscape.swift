// The escapes of JSON strings (RFC 8259, section 7), read in one place for records that shippers write and for events
// that are read back. Pure.

/// An escape, with the character that it stands for.
struct JSONEscape {
    let scalar: Unicode.Scalar
    /// Bytes of the escape; twelve for a pair of surrogates.
    let length: Int
    /// Whether it is half a pair of surrogates, which stands for no character; `scalar` is then U+FFFD.
    let isHalfPair: Bool

    /// Reads the escape whose backslash stands at `position`; nil for one that JSON does not know, or that is cut off.
    init?(_ text: Span<UInt8>, at position: Int, to end: Int) {
        guard position + 1 < end else { return nil }
        let letter = text[position + 1]
        switch letter {
        case ASCII.quote, ASCII.backslash, ASCII.slash: self.init(Unicode.Scalar(letter))
        case UInt8(ascii: "b"): self.init("\u{08}")
        case UInt8(ascii: "f"): self.init("\u{0C}")
        case UInt8(ascii: "n"): self.init("\n")
        case UInt8(ascii: "r"): self.init("\r")
        case UInt8(ascii: "t"): self.init("\t")
        case UInt8(ascii: "u"):
            guard let unit = JSONEscape.codeUnit(text, position, end) else { return nil }
            guard unit & 0xFC00 == 0xD800, let low = JSONEscape.codeUnit(text, position + 6, end),
                low & 0xFC00 == 0xDC00
            else {
                self.init(Unicode.Scalar(unit), length: 6)
                return
            }
            self.init(Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF)), length: 12)
        default: return nil
        }
    }

    /// Makes an escape that stands for a character.
    init(_ scalar: Unicode.Scalar?, length: Int = 2) {
        self.scalar = scalar ?? "\u{FFFD}"
        self.length = length
        isHalfPair = scalar == nil
    }

    /// The value of `\u003c`; nil if none stands at `position`.
    private static func codeUnit(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> UInt32? {
        guard position + 6 <= end, text[position] == ASCII.backslash, text[position + 1] == UInt8(ascii: "u") else {
            return nil
        }
        var value: UInt32 = 0
        for index in position + 2..<position + 6 {
            guard let digit = ASCII.hexValue(text[index]) else { return nil }
            value = value << 4 | UInt32(digit)
        }
        return value
    }

    /// Offset of the quote that ends the string whose text begins at `start`, or `end` if it was cut off.
    static func stringEnd(
        _ text: Span<UInt8>,
        from start: Int,
        to end: Int,
        mark: UInt8 = ASCII.quote
    ) -> Int {
        var position = start
        while position < end, text[position] != mark { position += text[position] == ASCII.backslash ? 2 : 1 }
        return min(position, end)
    }
}
