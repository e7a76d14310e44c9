// Walks over the strings and numbers of a JSON record, which may be cut off or no JSON at all: names and values as they
// stand, escapes and all. Pure; linear.

/// The values of a record that are strings or numbers, one after the other.
struct RecordStrings {
    /// A value with the name of its member.
    struct Member {
        /// The name before it; that of the list or object it stands in if it has none of its own.
        var name = ByteRange.absent
        /// The text, without its quotes, or the number.
        var value = ByteRange.absent
        /// The name of the object that it stands in; absent if that has none.
        var outer = ByteRange.absent
        /// The name of the object around that; absent likewise.
        var outermost = ByteRange.absent
        /// Whether it is a string.
        var isText = true
        /// Whether it has no name of its own, as the strings of a list.
        var isListed = false
        /// How many objects it stands in.
        var depth = 0
        /// In how many objects the walk has been at least, since the value before.
        var leastDepth = 0

        func isNamed(_ name: StaticString, _ line: Span<UInt8>) -> Bool {
            Text.readsIgnoringCase(self.name, name, in: line)
        }
    }

    private var position: Int
    private let end: Int
    private var depth = 1
    private var leastDepth = 0
    private var name = ByteRange.absent
    /// The names of the objects that are open, by their depth; of those within many others, none.
    private var names = InlineArray<16, ByteRange>(repeating: .absent)
    /// Whether strings stand between apostrophes, too, as where Python prints an object.
    private let hasApostrophes: Bool
    /// The byte before the one at hand that is no blank.
    private var last = ASCII.openBrace
    /// The text of the last member `key`, which names the value beside it.
    private var key = ByteRange.absent
    /// In how few objects a string has stood since the line was found.
    private var floor = Int.min
    /// Whether the walk has come to the next object of the list that the line's record stands in.
    private(set) var isPastRecord = false

    /// Begins behind the brace or the bracket of a record that ends at `end`.
    init(_ line: Span<UInt8>, after brace: Int, to end: Int) {
        position = brace + 1
        self.end = end
        last = line[brace]
        let first = Text.afterBlanks(position, line, end)
        hasApostrophes = first < end && line[first] == ASCII.apostrophe
    }

    /// Tells that the line is found, in so many objects: its record ends where the next one begins.
    mutating func findRecordEnd(from depth: Int) { floor = depth }

    /// The next value; nil at the end of the record, and where a string stands at a place that JSON has none.
    mutating func next(_ line: Span<UInt8>, _ effort: inout Effort) -> Member? {
        let first = position
        defer { effort.spend(position - first) }
        while position < end {
            let byte = line[position]
            position += 1
            switch byte {
            case let mark where mark == ASCII.quote || mark == ASCII.apostrophe && hasApostrophes:
                let start = position
                position = JSONEscape.stringEnd(line, from: start, to: end, mark: byte)
                let string = ByteRange(start, position)
                position = min(position + 1, end)
                let before = last
                last = byte
                floor = min(floor, depth)
                if before == ASCII.colon { return member(string, line) }
                guard before == ASCII.comma || before == ASCII.openBrace || before == ASCII.openBracket else {
                    return nil
                }
                let after = Text.afterBlanks(position, line, end)
                if after < end, line[after] == ASCII.colon || RecordStrings.isArrow(line, after, end) {
                    name = string
                } else if before != ASCII.openBrace {
                    return member(string, line, isListed: true)
                }
            case ASCII.openBrace:
                if last == ASCII.comma || last == UInt8(ascii: "}"), depth < floor { isPastRecord = true }
                // What is cut off at its beginning closes more than it opens.
                if names.indices.contains(depth) { names[depth] = name }
                depth += 1
                last = byte
            case ASCII.zero...ASCII.nine where last == ASCII.colon:
                let start = position - 1
                while position < end, ASCII.isDigit(line[position]) || line[position] == ASCII.dot { position += 1 }
                last = byte
                return member(ByteRange(start, position), line, isText: false)
            case UInt8(ascii: "}"):
                depth -= 1
                leastDepth = min(leastDepth, depth)
                last = byte
            case ASCII.greaterThan where last == ASCII.equals: last = ASCII.colon
            default: if !ASCII.isBlank(byte), byte != 0x0A, byte != 0x0D { last = byte }
            }
        }
        return nil
    }

    /// `=>`, as Ruby and Fluent Bit print between name and value.
    private static func isArrow(_ line: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
        offset + 1 < end && line[offset] == ASCII.equals && line[offset + 1] == ASCII.greaterThan
    }

    private mutating func member(
        _ value: ByteRange,
        _ line: Span<UInt8>,
        isText: Bool = true,
        isListed: Bool = false
    ) -> Member {
        defer { leastDepth = depth }
        var member = Member(
            name: name,
            value: value,
            outer: object(at: depth),
            outermost: object(at: depth - 1),
            isText: isText,
            isListed: isListed,
            depth: depth,
            leastDepth: leastDepth
        )
        if member.isNamed("key", line) { key = value }
        // `"body":{"stringValue":"..."}` and `{"key":"hostname","value":{"stringValue":"fw1"}}`: OpenTelemetry's way to
        // write a member `body` and a member `hostname`.
        if member.isNamed("stringvalue", line) || member.isNamed("intvalue", line) {
            let isKeyed = Text.readsIgnoringCase(member.outer, "value", in: line)
            member.name = isKeyed ? key : member.outer
            member.depth -= isKeyed ? 2 : 1
            member.outer = .absent
        }
        return member
    }

    /// The name of the object that stands in `depth - 1` others; absent if it has none.
    private func object(at depth: Int) -> ByteRange {
        (2...names.count).contains(depth) ? names[depth - 1] : .absent
    }
}
