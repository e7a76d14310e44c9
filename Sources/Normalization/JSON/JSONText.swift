// What JSON text is made of: which bytes stand in a string as they are, and texts that are made once. Pure.

/// Which bytes stand in a JSON string as they are.
enum JSONText {
    @inline(__always)
    static func isEscaped(_ byte: UInt8) -> Bool {
        byte < 0x20 || byte == ASCII.quote || byte == ASCII.backslash || byte == 0x7F
    }

    /// Whether all bytes of two words are ASCII that needs no escape.
    @inline(__always)
    static func isPlain(_ words: SIMD2<UInt64>) -> Bool {
        let marks = marks(words)
        return (marks[0] | marks[1]) & ByteSearch.highs == 0
    }

    /// Whether the first `count` bytes of a word are ASCII that needs no escape; the bytes beyond must be zero.
    @inline(__always)
    static func isPlain(_ word: UInt64, count: Int) -> Bool {
        // What lies beyond becomes blanks.
        let blanks: UInt64 = 0x2020_2020_2020_2020
        let filled = count == 8 ? word : word | blanks &<< UInt64(truncatingIfNeeded: count * 8)
        return marks(SIMD2(filled, 0))[0] & ByteSearch.highs == 0
    }

    /// Sets the highest bit of a byte, and perhaps of others, if one needs an escape or is no ASCII.
    ///
    /// What is too low, or zero after the exclusive or, borrows into its highest bit; a byte with that bit set is no
    /// ASCII.
    @inline(__always)
    private static func marks(_ words: SIMD2<UInt64>) -> SIMD2<UInt64> {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let quotes = (words ^ SIMD2(repeating: ones &* UInt64(ASCII.quote))) &- SIMD2(repeating: ones)
        let backslashes = (words ^ SIMD2(repeating: ones &* UInt64(ASCII.backslash))) &- SIMD2(repeating: ones)
        let controls = (words &- SIMD2(repeating: ones &* 0x20)) | (words &+ SIMD2(repeating: ones))
        return quotes | backslashes | controls | words
    }

    /// A text as it stands in a JSON string.
    static func escaped(_ text: String) -> [UInt8] {
        let bytes = Array(text.utf8)
        let span = bytes.span
        var buffer = OutputBuffer(capacity: span.count + 16)
        buffer.write(atMost: span.count * OutputCursor.longestEscape) { $0.append(escaping: span, 0, span.count) }
        return buffer.withBytes { bytes in bytes.indices.map { bytes[$0] } }
    }

    /// The member of a token whose value is a string.
    static func member(_ token: Token, _ value: String) -> [UInt8] {
        Array("\(token.declaration.key)".utf8) + escaped(value) + [ASCII.quote]
    }
}
