// Two lines in one record: some relays send several together, and a stream may lose a line end. Two events cannot come of one record, so
// that the first line's is made, and nothing of the second stands in it. Pure; linear.

enum SecondLine {
    /// Most bytes of a header behind a line end or a priority.
    private static let longestHeader = 256
    /// Fewest bytes of a header that is worth comparing.
    private static let shortestHeader = 8

    /// Where a second line begins in `line[from..<end]`, its line end included: a tag stands behind a line end, or behind a priority
    /// that the text before it is glued to; nil if there is none.
    @inline(__always)
    static func start(in line: Span<UInt8>, from: Int, to end: Int) -> Int? {
        guard let percent = ByteSearch.first(ASCII.percent, in: line, from: from, to: end) else { return nil }
        return start(in: line, from: from, percent: percent, to: end)
    }

    @inline(never)
    private static func start(in line: Span<UInt8>, from: Int, percent first: Int, to end: Int) -> Int? {
        var percent = first
        var from = from
        while true {
            if ASATag.parse(line, percent + 1, end, start: percent) != nil,
                let start = headerStart(in: line, from: max(from, percent - longestHeader), to: percent)
            {
                return start
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
        let header = LineEnd.skip(line, close + 1, tag)
        guard header == tag || TimestampParser.parse(line, at: header, to: tag) != nil else { return nil }
        return open
    }

    /// Whether the header behind the line end at `start` is the first line's but for its digits: nobody who can type a line end knows how
    /// the device's lines begin.
    static func isAlike(_ line: Span<UInt8>, _ tag: ASATag, second start: Int, to end: Int) -> Bool {
        let header = line[start] == 0x0A ? start + 1 : start
        guard tag.start >= shortestHeader, header + tag.start < end, line[header + tag.start] == ASCII.percent else {
            return false
        }
        for offset in 0..<tag.start {
            let (one, other) = (line[offset], line[header + offset])
            guard one == other || ASCII.isDigit(one) && ASCII.isDigit(other) else { return false }
        }
        return true
    }
}
