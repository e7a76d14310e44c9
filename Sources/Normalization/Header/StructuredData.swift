// The structured data of RFC 5424: what a relay says there is no message, even where it looks like one. Pure; linear.

enum StructuredData {
    /// Offset just past the structured data that `offset` lies in; nil if it lies in none.
    @inline(__always)
    static func end(around offset: Int, in line: Span<UInt8>) -> Int? {
        guard let start = start(before: offset, in: line) else { return nil }
        return end(around: offset, behind: start, in: line)
    }

    /// Where TIMESTAMP begins, behind `<166>1 `; nil if the line begins in another way, or `offset` lies before it.
    ///
    /// Nearly all lines have something else behind their priority.
    @inline(__always)
    static func start(before offset: Int, in line: Span<UInt8>) -> Int? {
        guard offset > 8, line[0] == ASCII.lessThan else { return nil }
        let close = ByteSearch.mark(ASCII.greaterThan, in: ByteSearch.word(line, at: 0)).trailingZeroBitCount >> 3
        guard close < 5, line[close + 1] == UInt8(ascii: "1"), line[close + 2] == ASCII.space else { return nil }
        return close + 3
    }

    /// The same in a line whose TIMESTAMP begins at `start`.
    @inline(never)
    private static func end(around offset: Int, behind start: Int, in line: Span<UInt8>) -> Int? {
        var position = start
        // TIMESTAMP HOSTNAME APP-NAME PROCID MSGID
        for _ in 0..<5 {
            guard let blank = ByteSearch.first(ASCII.space, in: line, from: position, to: offset) else { return nil }
            position = blank + 1
        }
        guard position < offset, line[position] == ASCII.openBracket else { return nil }
        while let close = close(of: position, in: line, to: line.count) {
            guard close + 1 < line.count, line[close + 1] == ASCII.openBracket else {
                return offset < close ? close + 1 : nil
            }
            position = close + 1
        }
        return nil
    }

    /// Offset just past the elements that begin at `position`; nil if none stands there with a blank behind it.
    static func end(at position: Int, in line: Span<UInt8>, to end: Int) -> Int? {
        var position = position
        while position < end, line[position] == ASCII.openBracket {
            guard let close = close(of: position, in: line, to: end), close + 1 < end else { return nil }
            position = close + 1
            if ASCII.isBlank(line[position]) { return position }
        }
        return nil
    }

    /// Offset of the bracket that closes the element which opens at `open`: not in a quoted value, in which a backslash
    /// escapes a quote or a bracket; nil if none does.
    static func close(of open: Int, in line: Span<UInt8>, to end: Int) -> Int? {
        var position = open
        var isQuoted = false
        while position < end {
            switch line[position] {
            case ASCII.quote: isQuoted.toggle()
            case ASCII.backslash where isQuoted: position += 1
            case ASCII.closeBracket where !isQuoted: return position
            default: break
            }
            position += 1
        }
        return nil
    }
}
