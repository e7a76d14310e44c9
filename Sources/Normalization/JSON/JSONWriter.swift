// Writes the members of a flat JSON object: keys with their quotes ready, strings escaped, bytes that are no UTF-8
// replaced by U+FFFD. Knows tokens, not messages. Runs on the caller's thread.

extension OutputCursor {
    /// Most bytes that one byte of a value becomes: `\u0000`.
    static let longestEscape = 6

    /// Appends a token with a value of a line, unless the value is empty or stands for none: `,"name":"value"`.
    ///
    /// - Parameters:
    ///   - token: Whose value it is; known when compiling, so that its key is a constant.
    ///   - text: The line.
    ///   - range: Where the value stands in it.
    @inline(__always)
    mutating func append(_ token: Token, _ text: Span<UInt8>, _ range: ByteRange) {
        guard !range.isEmpty, !Absence.isNone(range, in: text) else { return }
        // Nearly all values have sixteen bytes at most, and they and what stands behind them need no escape.
        if range.count <= 16, range.lowerBound <= text.count &- 16 {
            let words = ByteSearch.words(text, at: range.lowerBound)
            if JSONText.isPlain(words) { return append(token.declaration.key, string: words, length: range.count) }
        }
        append(token.declaration.key)
        append(escaping: text, range.lowerBound, range.upperBound)
        append(ASCII.quote)
    }

    /// Appends a token with a constant value that needs no escaping.
    @inline(__always)
    mutating func append(_ token: Token, _ value: StaticString) {
        append(token.declaration.key)
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

extension OutputBuffer {
    /// Appends a whole JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
    public mutating func append(jsonString text: Span<UInt8>) {
        write(atMost: 2 + text.count * OutputCursor.longestEscape) { cursor in
            cursor.append(ASCII.quote)
            cursor.append(escaping: text, 0, text.count)
            cursor.append(ASCII.quote)
        }
    }
}
