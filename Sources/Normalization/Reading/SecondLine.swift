// Two lines in one record: some relays send several together, and a stream may lose a line end. Two events cannot come
// of one record, so that the first line's is made, and nothing of the second stands in it. Pure; linear.

/// A second line of a record.
struct SecondLine {
    /// Where it begins, its line end included.
    let start: Int
    let tag: ASATag

    /// Most bytes of a header behind a line end or a priority.
    private static let longestHeader = 256
    /// Fewest bytes of a header that is worth comparing.
    private static let shortestHeader = 8

    /// The second line that begins in `line[from..<end]`: a tag stands behind a line end, or behind a priority that the
    /// text before it is glued to; nil if there is none.
    @inline(__always)
    static func find(in line: Span<UInt8>, from: Int, to end: Int) -> SecondLine? {
        guard let percent = ByteSearch.first(ASCII.percent, in: line, from: from, to: end) else { return nil }
        return find(in: line, from: from, percent: percent, to: end)
    }

    @inline(never)
    private static func find(in line: Span<UInt8>, from: Int, percent first: Int, to end: Int) -> SecondLine? {
        var percent = first
        var from = from
        while true {
            if let tag = ASATag.parse(line, percent + 1, end, start: percent),
                let start = headerStart(in: line, from: max(from, percent - longestHeader), to: percent)
            {
                return SecondLine(start: start, tag: tag)
            }
            // No byte is part of two headers.
            from = percent + 1
            guard let next = ByteSearch.first(ASCII.percent, in: line, from: from, to: end) else { return nil }
            percent = next
        }
    }

    /// Where the header begins that ends at `tag`.
    private static func headerStart(in line: Span<UInt8>, from: Int, to tag: Int) -> Int? {
        if let lineEnd = ByteSearch.last(0x0A, in: line, from: from, to: tag) { return lineEnd }
        guard let open = ByteSearch.last(ASCII.lessThan, in: line, from: from, to: tag),
            let close = ByteSearch.first(ASCII.greaterThan, in: line, from: open, to: min(tag, open + 5)),
            Text.number(ByteRange(open + 1, close), in: line, limit: 191) != nil
        else { return nil }
        return open
    }

    /// Whether its header is that of the first line, whose tag is `first`, but for its digits.
    func isAlike(_ line: Span<UInt8>, _ first: ASATag) -> Bool {
        let header = line[start] == 0x0A ? start + 1 : start
        guard first.start >= SecondLine.shortestHeader, tag.start - header == first.start else { return false }
        for offset in 0..<first.start {
            let (one, other) = (line[offset], line[header + offset])
            guard one == other || ASCII.isDigit(one) && ASCII.isDigit(other) else { return false }
        }
        return true
    }
}
