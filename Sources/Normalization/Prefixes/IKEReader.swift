// The beginning of key exchange messages, whose parts the ASA prints only if it knows them. Linear. Pure.

/// Reads `Group = g, Username = u, IP = a, `; relays and releases print semicolons for the commas, or the user last.
enum IKEReader {
    /// In the order printed; a name holds no label that stands before its own.
    private static let labels: [(word: StaticString, hole: Hole, place: Int)] = [
        ("Group", .group, 0), ("Username", .user, 1), ("User", .user, 1), ("IP", .publicAddress, 2),
    ]

    /// Whether a label of the beginning stands at `offset` with its `=`.
    static func begins(at offset: Int, _ text: Span<UInt8>, _ end: Int) -> Bool { label(at: offset, text, end) != nil }

    /// Whether the text ends within a label of the beginning, which is all that stands at `offset`.
    static func isCut(at offset: Int, _ text: Span<UInt8>, _ end: Int) -> Bool {
        guard offset < end, end - offset <= 8, Prefixes.beginsALabel(text[offset]) else { return false }
        return labels.contains { label in
            let count = min(end - offset, label.word.utf8CodeUnitCount)
            guard label.word.withUTF8Buffer({ word in (0..<count).allSatisfy { unsafe word[$0] == text[offset + $0] } })
            else { return false }
            return Text.afterBlanks(offset + count, text, end) == end
        }
    }

    /// The label behind those at `place` that stands at `offset` with its `=`, and the offset of its value.
    private static func label(
        at offset: Int,
        behind place: Int = -1,
        _ text: Span<UInt8>,
        _ end: Int
    ) -> (hole: Hole, place: Int, value: Int)? {
        guard offset < end, Prefixes.beginsALabel(text[offset]) else { return nil }
        for label in labels
        where label.place > place && ByteSearch.holds(label.word, in: text, at: offset, to: end) {
            let sign = Text.afterBlanks(offset + label.word.utf8CodeUnitCount, text, end)
            if sign < end, text[sign] == ASCII.equals {
                return (label.hole, label.place, Text.afterBlanks(sign + 1, text, end))
            }
        }
        return nil
    }

    /// `Group = g, Username = u, IP = a, `: each part ends where the next label, or the text, begins.
    static func read(_ text: Span<UInt8>, from start: Int, to end: Int, _ captures: inout Captures) -> Int {
        var position = start
        var place = -1
        while let label = label(at: position, behind: place, text, end) {
            place = label.place
            let stop = valueEnd(place, text, label.value, end)
            captures[label.hole] = ByteRange(label.value, stop)
            position = afterSeparator(stop, text, end)
        }
        if place == 2, !captures[.user].isPresent, let label = label(at: position, behind: 0, text, end),
            label.hole == .user
        {
            var stop = label.value
            while stop < end, !isSeparator(text[stop]) { stop += 1 }
            captures[.user] = ByteRange(label.value, stop)
            position = afterSeparator(stop, text, end)
        }
        return position
    }

    @inline(__always)
    private static func isSeparator(_ byte: UInt8) -> Bool { byte == ASCII.comma || byte == ASCII.semicolon }

    /// Offset behind a value's separator and the blanks around it.
    @inline(__always)
    private static func afterSeparator(_ stop: Int, _ text: Span<UInt8>, _ end: Int) -> Int {
        let position = Text.afterBlanks(stop, text, end)
        guard position < end, isSeparator(text[position]) else { return position }
        return Text.afterBlanks(position + 1, text, end)
    }

    /// Where a value ends: an address at a blank or comma, a name at the first comma that a later label follows, else
    /// at the first.
    private static func valueEnd(_ place: Int, _ text: Span<UInt8>, _ value: Int, _ end: Int) -> Int {
        if place == 2 {
            var stop = value
            while stop < end, !isSeparator(text[stop]), !ASCII.isBlank(text[stop]) { stop += 1 }
            return stop
        }
        let comma = ByteSearch.first(ASCII.comma, in: text, from: value, to: end) ?? end
        let first = semicolon(before: comma, place, text, value, end) ?? comma
        // A group is a name of the configuration, so that a label in it is one whose comma is missing.
        if place == 0 {
            var blank = value
            while let next = ByteSearch.first(ASCII.space, in: text, from: blank, to: first) {
                let word = Text.afterBlanks(next, text, end)
                if label(at: word, behind: place, text, end) != nil { return next }
                blank = word
            }
        }
        guard first == comma else { return first }
        var next = comma
        while next < end {
            if label(at: Text.afterBlanks(next + 1, text, end), behind: place, text, end) != nil { return next }
            next = ByteSearch.first(ASCII.comma, in: text, from: next + 1, to: end) ?? end
        }
        return first
    }

    /// A semicolon before the first comma that ends a value, since a later label follows it; nil if there is none.
    private static func semicolon(
        before comma: Int,
        _ place: Int,
        _ text: Span<UInt8>,
        _ value: Int,
        _ end: Int
    ) -> Int? {
        var from = value
        while let mark = ByteSearch.first(ASCII.semicolon, in: text, from: from, to: comma) {
            let next = Text.afterBlanks(mark + 1, text, end)
            if label(at: next, behind: place, text, end) != nil { return mark }
            from = mark + 1
        }
        return nil
    }
}
