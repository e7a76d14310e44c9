// Writes one flat JSON object into a buffer: keys with their quotes ready, strings escaped, bytes that
// are no UTF-8 replaced by U+FFFD (contract §1). Knows tokens, not messages. Runs on the caller's thread.

extension OutputBuffer {
    /// Appends a whole JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
    public mutating func append(jsonString text: Span<UInt8>) {
        append(ASCII.quote)
        append(escaping: text, 0, text.count)
        append(ASCII.quote)
    }

    /// Appends a string member unless the value is empty or stands for none: `,"key":"value"`.
    ///
    /// - Parameters:
    ///   - key: Comma, quoted key, colon and opening quote, ready to be copied.
    ///   - text: The line.
    ///   - range: Where the value stands in it.
    @inline(__always)
    mutating func append(member key: StaticString, _ text: Span<UInt8>, _ range: ByteRange) {
        guard range.isPresent, !range.isEmpty, !Absence.isNone(range, in: text) else { return }
        append(key)
        append(escaping: text, range.lowerBound, range.upperBound)
        append(ASCII.quote)
    }

    /// Appends a string member with a constant value that needs no escaping.
    @inline(__always)
    mutating func append(member key: StaticString, _ value: StaticString) {
        append(key)
        append(value)
        append(ASCII.quote)
    }

    /// Appends the content of a JSON string: everything of `text[start..<end]`, escaped where JSON asks for it.
    mutating func append(escaping text: Span<UInt8>, _ start: Int, _ end: Int) {
        var copied = start
        var index = start
        while index < end {
            let byte = text[index]
            if byte >= 0x20, byte < 0x80, byte != ASCII.quote, byte != ASCII.backslash, byte != 0x7F {
                index += 1
                continue
            }
            if byte >= 0x80 {
                let length = UTF8Sequence.length(at: index, in: text, to: end)
                if length > 0 {
                    index += length
                    continue
                }
            }
            append(text, copied, index)
            append(escape: byte)
            index += 1
            copied = index
        }
        append(text, copied, end)
    }

    private mutating func append(escape byte: UInt8) {
        switch byte {
        case ASCII.quote: append("\\\"")
        case ASCII.backslash: append("\\\\")
        case 0x0A: append("\\n")
        case 0x0D: append("\\r")
        case 0x09: append("\\t")
        case 0x80...: append("\u{FFFD}")
        default:
            append("\\u00")
            append(hex: UInt64(byte), digits: 2, letters: UInt8(ascii: "a"))
        }
    }
}

/// The signs for "no value" (contract §1): a token with one of them is left out.
enum Absence {
    /// Whether the range reads `-` or `N/A`.
    @inline(__always)
    static func isNone(_ range: ByteRange, in line: Span<UInt8>) -> Bool {
        switch range.count {
        case 1: line[range.lowerBound] == ASCII.dash
        case 3: Text.reads(range, "N/A", in: line)
        default: false
        }
    }
}

/// Well-formed UTF-8 (Unicode 15, table 3-7).
enum UTF8Sequence {
    /// Length of the well-formed sequence of two to four bytes at `index`; 0 if none stands there.
    static func length(at index: Int, in text: Span<UInt8>, to end: Int) -> Int {
        let lead = text[index]
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch lead {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= end, second.contains(text[index + 1]) else { return 0 }
        for offset in 2..<max(2, length) where !(0x80...0xBF).contains(text[index + offset]) { return 0 }
        return length
    }
}
