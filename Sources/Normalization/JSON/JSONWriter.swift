// Writes one flat JSON object into a buffer: keys with their quotes ready, strings escaped, bytes that
// are no UTF-8 replaced by U+FFFD (contract §1). Knows tokens, not messages. Runs on the caller's thread.

extension OutputCursor {
    /// Most bytes that one byte of a value becomes: `\u0000`.
    static let longestEscape = 6

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
    @inline(__always)
    mutating func append(escaping text: Span<UInt8>, _ start: Int, _ end: Int) {
        self = OutputCursor.appending(escaping: text, start, end, to: self)
    }

    /// A function of its own, once for all members; the cursor comes and goes by value, so that it stays in registers.
    @inline(never)
    private static func appending(
        escaping text: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        to cursor: OutputCursor
    ) -> OutputCursor {
        var cursor = cursor
        var index = start
        // Sixteen bytes at once as long as all are plain, those behind the text too.
        while index < end, index <= text.count &- 16 {
            let words = ByteSearch.words(text, at: index)
            guard JSONText.isPlain(words) else { break }
            let length = min(16, end &- index)
            cursor.append(words: words, length: length)
            index &+= length
        }
        while index < end {
            let length = min(8, end - index)
            let word = ByteSearch.word(text, at: index, count: length)
            if JSONText.isPlain(word, count: length) {
                cursor.append(word: word, length: length)
                index += length
            } else {
                index = cursor.append(escapingEach: text, index, index + length, to: end)
            }
        }
        return cursor
    }

    /// Appends `text[start..<stop]` byte by byte; a character that goes beyond `stop` is taken whole.
    ///
    /// - Returns: Offset just past what was taken.
    private mutating func append(escapingEach text: Span<UInt8>, _ start: Int, _ stop: Int, to end: Int) -> Int {
        var index = start
        while index < stop {
            let byte = text[index]
            var length = 1
            if byte >= 0x80 { length = UTF8Sequence.length(at: index, in: text, to: end) }
            if length == 0 || (byte < 0x80 && JSONText.isEscaped(byte)) {
                append(escape: byte)
                index += 1
            } else {
                append(text, index, index + length)
                index += length
            }
        }
        return index
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

/// Which bytes stand in a JSON string as they are.
enum JSONText {
    @inline(__always)
    static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash || byte == 0x7F
    }

    /// Whether all bytes of two words are ASCII that needs no escape.
    @inline(__always)
    static func isPlain(_ words: SIMD2<UInt64>) -> Bool {
        (marks(words[0]) | marks(words[1])) & ByteSearch.highs == 0
    }

    /// Whether the first `count` bytes of a word are ASCII that needs no escape; the bytes beyond must be zero.
    @inline(__always)
    static func isPlain(_ word: UInt64, count: Int) -> Bool {
        // What lies beyond becomes blanks.
        let blanks: UInt64 = 0x2020_2020_2020_2020
        let filled = count == 8 ? word : word | blanks &<< UInt64(truncatingIfNeeded: count * 8)
        return marks(filled) & ByteSearch.highs == 0
    }

    /// Sets the highest bit of a byte, and perhaps of others, if one needs an escape or is no ASCII.
    ///
    /// What is too low, or zero after the exclusive or, borrows into its highest bit; a byte with that bit set is no ASCII.
    @inline(__always)
    private static func marks(_ word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (word ^ (ones &* UInt64(ASCII.quote))) &- ones
        let backslashes = (word ^ (ones &* UInt64(ASCII.backslash))) &- ones
        return (word &- ones &* 0x20) | quotes | backslashes | word | (word &+ ones)
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
