// Walks over the strings of a JSON record, which may be cut off or no JSON at all: names and values as they stand,
// escapes and all. Pure; linear.

/// The values of a record that are strings, one after the other.
struct RecordStrings {
    /// A string with the name of its member.
    struct Member {
        /// The name before it; that of the list or object it stands in if it has none of its own.
        var name = ByteRange.absent
        /// The text, without its quotes.
        var value = ByteRange.absent
        /// How many objects it stands in.
        var depth = 0
        /// In how many objects the walk has been at least, since the value before.
        var leastDepth = 0
    }

    private var position: Int
    private let end: Int
    private var depth = 1
    private var leastDepth = 0
    private var name = ByteRange.absent
    /// The byte before the one at hand that is no blank.
    private var last = ASCII.openBrace

    /// Begins behind the brace of a record that ends at `end`.
    init(_ line: Span<UInt8>, after brace: Int, to end: Int) {
        position = brace + 1
        self.end = end
    }

    /// The next value; nil at the end of the record, and where a string stands at a place that JSON has none.
    mutating func next(_ line: Span<UInt8>, _ effort: inout Effort) -> Member? {
        let first = position
        defer { effort.spend(position - first) }
        while position < end {
            let byte = line[position]
            position += 1
            switch byte {
            case ASCII.quote:
                let start = position
                position = JSONEscape.stringEnd(line, from: start, to: end)
                let string = ByteRange(start, position)
                position = min(position + 1, end)
                let before = last
                last = byte
                if before == ASCII.colon { return member(string) }
                guard before == ASCII.comma || before == ASCII.openBrace || before == ASCII.openBracket else {
                    return nil
                }
                let after = Text.afterBlanks(position, line, end)
                if after < end, line[after] == ASCII.colon {
                    name = string
                } else if before != ASCII.openBrace {
                    return member(string)
                }
            case ASCII.openBrace:
                depth += 1
                last = byte
            case UInt8(ascii: "}"):
                depth -= 1
                leastDepth = min(leastDepth, depth)
                last = byte
            default: if !ASCII.isBlank(byte), byte != 0x0A, byte != 0x0D { last = byte }
            }
        }
        return nil
    }

    private mutating func member(_ value: ByteRange) -> Member {
        defer { leastDepth = depth }
        return Member(name: name, value: value, depth: depth, leastDepth: leastDepth)
    }
}
