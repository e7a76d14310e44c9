// The structured data of RFC 5424: what a relay says there is no message, even where it looks like one. Pure; linear.

enum StructuredData {
    /// Offset just past the structured data that `offset` lies in; nil if it lies in none.
    static func end(around offset: Int, in line: Span<UInt8>) -> Int? {
        guard offset > 0, line[0] == ASCII.lessThan,
            let close = ByteSearch.first(ASCII.greaterThan, in: line, from: 0, to: min(offset, 5)),
            ByteSearch.holds("1 ", in: line, at: close + 1, to: offset)
        else { return nil }
        var position = close + 3
        // TIMESTAMP HOSTNAME APP-NAME PROCID MSGID
        for _ in 0..<5 {
            guard let blank = ByteSearch.first(ASCII.space, in: line, from: position, to: offset) else { return nil }
            position = blank + 1
        }
        guard position < offset, line[position] == ASCII.openBracket else { return nil }
        var isQuoted = false
        while position < line.count {
            switch line[position] {
            case ASCII.quote: isQuoted.toggle()
            case ASCII.backslash where isQuoted: position += 1
            case ASCII.closeBracket where !isQuoted:
                guard position + 1 < line.count, line[position + 1] == ASCII.openBracket else {
                    return offset < position ? position + 1 : nil
                }
            default: break
            }
            position += 1
        }
        return nil
    }
}
