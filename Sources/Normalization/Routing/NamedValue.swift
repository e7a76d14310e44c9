// A value that a rule names, cut into words of eight bytes, so that an event's value is compared with it word by word.
// Values; pure.

/// A value that a rule names: a text, or an identifier.
struct NamedValue: Hashable, Sendable {
    /// Eight bytes of a value, or all of a shorter one.
    struct Word: Hashable, Sendable {
        /// The bytes, the first one least significant.
        var bytes: UInt64 = 0
        /// The bit that is set in lower case and not in upper case, for each letter whose case is of no account.
        var cases: UInt64 = 0

        /// Whether it reads the same as a word of an event's value.
        @inline(__always)
        func reads(_ word: UInt64) -> Bool { word | cases == bytes }
    }

    /// How many bytes it has, one at least.
    var count = 0
    var first = Word()
    /// The last eight bytes, which may overlap those before; the same as the first if there are eight or fewer.
    var last = Word()
    /// Those between, from the ninth byte on.
    var middle: [Word] = []

    /// A text, in which the case of ASCII letters may be of no account.
    init(_ text: String, ignoringCase: Bool) {
        let bytes = text.utf8.map { ignoringCase ? ASCII.lowercased($0) : $0 }
        func word(_ start: Int) -> Word {
            bytes[start...].prefix(8).reversed().reduce(into: Word()) { word, byte in
                let hasCase = ignoringCase && ASCII.isLetter(byte)
                word.bytes = word.bytes << 8 | UInt64(byte)
                word.cases = word.cases << 8 | (hasCase ? 0x20 : 0)
            }
        }
        let lastStart = max(0, bytes.count - 8)
        count = bytes.count
        first = word(0)
        last = word(lastStart)
        middle = stride(from: 8, to: lastStart, by: 8).map(word)
    }

    /// An identifier.
    init(_ id: UUID) {
        count = 16
        first.bytes = id.high
        last.bytes = id.low
    }
}
