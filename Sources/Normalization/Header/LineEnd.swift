// Where a line's own text begins and ends: line ends and the dirt that relays leave behind the text are
// not part of it, nor are the nil fields of RFC 5424 or a second tag before it. Pure.

enum LineEnd {
    /// Offset just past the last byte of text: NUL, CR, LF, blanks, `#012`, `#000`, a written `\n`, and the end of a
    /// quoted line are cut.
    static func trimmed(_ line: Span<UInt8>) -> Int { trimmed(line, to: line.count) }

    /// The same of `line[..<limit]`.
    @inline(__always)
    static func trimmed(_ line: Span<UInt8>, to limit: Int) -> Int {
        limit > 3 && endsWithText(line, limit) ? limit : trimmedInFull(line, to: limit)
    }

    /// Whether the byte before `end`, at which four bytes or more end, is seen to be text by the few before it, as in
    /// nearly all lines.
    @inline(__always)
    private static func endsWithText(_ line: Span<UInt8>, _ end: Int) -> Bool {
        switch line[end &- 1] {
        case 0...ASCII.space, ASCII.quote, ASCII.apostrophe, ASCII.comma, ASCII.backslash: false
        case UInt8(ascii: "2"), UInt8(ascii: "5"), ASCII.zero: line[end &- 4] != UInt8(ascii: "#")
        case UInt8(ascii: "n"), UInt8(ascii: "r"): line[end &- 2] != ASCII.backslash
        default: true
        }
    }

    @inline(never)
    private static func trimmedInFull(_ line: Span<UInt8>, to limit: Int) -> Int {
        var end = limit
        var start = 0
        while start < end, isSpace(line[start]) { start += 1 }
        var quotes = LineQuotes(line, from: start, to: end)
        while end > start {
            let last = line[end &- 1]
            let length =
                switch last {
                case ASCII.space, ASCII.tab, 0x0A, 0x0D, 0: 1
                case UInt8(ascii: "2"), UInt8(ascii: "5"), ASCII.zero: isOctalLineEnd(line, end) ? 4 : 0
                case UInt8(ascii: "n"), UInt8(ascii: "r"): writtenLineEnd(line, end, start)
                case ASCII.quote, ASCII.apostrophe, ASCII.comma, ASCII.backslash: quotes.takesLast(last) ? 1 : 0
                default: 0
                }
            if length == 0 { return end }
            end -= length
        }
        return 0
    }

    /// Whether `#012`, `#015` or `#000` stands before `end`, which holds the last of their digits.
    @inline(__always)
    private static func isOctalLineEnd(_ line: Span<UInt8>, _ end: Int) -> Bool {
        end >= 4 && line[end &- 4] == UInt8(ascii: "#") && line[end &- 3] == ASCII.zero
            && line[end &- 2] == (line[end &- 1] == ASCII.zero ? ASCII.zero : UInt8(ascii: "1"))
    }

    /// Length of `\n`, `\r` or `\r\n` in letters, behind something that is no letter: `bytes 225\n`, but not `LOCAL\n`;
    /// 0 if none ends at `end`, where an `n` or an `r` stands.
    @inline(__always)
    private static func writtenLineEnd(_ line: Span<UInt8>, _ end: Int, _ start: Int) -> Int {
        guard end &- start > 2, line[end &- 2] == ASCII.backslash else { return 0 }
        let length = ByteSearch.holds("\\r\\n", in: line, at: end - 4, to: end) && end - start > 4 ? 4 : 2
        let before = line[end - length - 1]
        return !ASCII.isLetter(before) && before < 0x80 ? length : 0
    }

    /// Offset at which the message text begins.
    @inline(__always)
    static func bodyStart(_ line: Span<UInt8>, after tag: ASATag, to end: Int) -> Int {
        let text = tag.end &+ 2
        // `: Built`
        guard text < end, line[tag.end] == ASCII.colon, line[tag.end &+ 1] == ASCII.space, ASCII.isLetter(line[text])
        else { return bodyStartInFull(line, after: tag, to: end) }
        return text
    }

    @inline(never)
    private static func bodyStartInFull(_ line: Span<UInt8>, after tag: ASATag, to end: Int) -> Int {
        var position = Text.afterColons(tag.end, line, end)
        // `fw1,%ASA-6-113005:, AAA user`, a list in which the tag is a field.
        if position < end, tag.start > 0, SyslogHeader.partsList(line[position]),
            line[position] == line[tag.start - 1]
        {
            position = Text.afterColons(position + 1, line, end)
        }
        // `"%ASA-6-113005:","AAA user`, a table whose fields are quoted.
        if position + 2 < end, line[position] == ASCII.quote, line[position + 2] == ASCII.quote, tag.start > 0,
            line[tag.start - 1] == ASCII.quote, !ASCII.isLetter(line[position + 1])
        {
            position = Text.afterColons(position + 3, line, end)
        }
        if let text = afterByteOrderMark(line, position, end) { position = text }
        if position < end, ASCII.isLetter(line[position]) { return position }
        // RFC 5424 through a relay: PROCID and MSGID are nil and stand behind the tag, as structured data does, nil or
        // not.
        var nils = 0
        while nils < 3, position + 1 < end, line[position] == ASCII.dash, ASCII.isBlank(line[position + 1]) {
            position = Text.afterColons(position + 1, line, end)
            nils += 1
        }
        if nils == 2, let behind = StructuredData.end(at: position, in: line, to: end) {
            position = Text.afterColons(behind, line, end)
        }
        if let text = afterByteOrderMark(line, position, end) { position = text }
        if position < end, line[position] == ASCII.percent,
            let second = ASATag.parse(line, position + 1, end, start: position)
        {
            position = Text.afterColons(second.end, line, end)
        }
        return position
    }

    /// Offset just past a UTF-8 byte order mark, which relays put before a line or a message; nil if none stands at
    /// `position`.
    @inline(__always)
    static func afterByteOrderMark(_ line: Span<UInt8>, _ position: Int, _ end: Int) -> Int? {
        guard position + 3 <= end, line[position] == 0xEF, line[position + 1] == 0xBB, line[position + 2] == 0xBF else {
            return nil
        }
        return position + 3
    }

    /// Offset behind `stdout F`, with which a container's runtime begins each line that it keeps; nil if none stands at
    /// `position`.
    static func afterStreamName(_ line: Span<UInt8>, _ position: Int, _ end: Int) -> Int? {
        guard position + 9 <= end, ASCII.isBlank(line[position + 8]),
            line[position + 7] == UInt8(ascii: "F") || line[position + 7] == UInt8(ascii: "P"),
            ByteSearch.holds("stdout ", in: line, at: position, to: end)
                || ByteSearch.holds("stderr ", in: line, at: position, to: end)
        else { return nil }
        return position + 9
    }

    /// Offset just past the text behind a tag, in a line trimmed at `end`: without the bracket of `message repeated 2
    /// times: [%ASA...]`, `(Message repeated 2 times)`, the end of a list in braces, or what stands behind the string
    /// of a JSON object that the line is a member of.
    @inline(__always)
    static func textEnd(_ line: Span<UInt8>, of tag: ASATag, to end: Int) -> Int {
        switch line[end - 1] {
        case ASCII.closeBracket, ASCII.closeParenthesis, ASCII.closeBrace: textEndInFull(line, of: tag, to: end)
        default: line[0] == ASCII.openBrace ? textEndInFull(line, of: tag, to: end) : end
        }
    }

    @inline(never)
    private static func textEndInFull(_ line: Span<UInt8>, of tag: ASATag, to end: Int) -> Int {
        if line[end - 1] == ASCII.closeBracket, isRepeated(line, tag) { return trimmed(line, to: end - 1) }
        if line[end - 1] == ASCII.closeParenthesis { return trimmed(line, to: beforeRepetition(line, tag, end)) }
        guard line[0] == ASCII.openBrace else {
            return line[end - 1] == ASCII.closeBrace ? listEnd(line, tag, end) : end
        }
        guard var close = quote(in: line, from: tag.end, to: end) else { return end }
        // In a JSON string a line end is always written, and a backslash before it is doubled.
        while close - 3 >= tag.end, line[close - 2] == ASCII.backslash, line[close - 3] != ASCII.backslash,
            line[close - 1] == UInt8(ascii: "n") || line[close - 1] == UInt8(ascii: "r")
        {
            close -= 2
        }
        return trimmed(line, to: close)
    }

    /// Offset just past the last value of `{"SrcIP":"192.0.2.1"}`, a list that stands behind the tag and is closed
    /// before `end`; `end` if no brace opens the text.
    private static func listEnd(_ line: Span<UInt8>, _ tag: ASATag, _ end: Int) -> Int {
        let text = Text.afterColons(tag.end, line, end)
        guard text < end - 1, line[text] == ASCII.openBrace else { return end }
        var list = end - 1
        while isSpace(line[list - 1]) { list -= 1 }
        return list
    }

    /// Whether the line before the tag is opened by the bracket of `message repeated 2 times: [`, or by a bracket
    /// alone.
    private static func isRepeated(_ line: Span<UInt8>, _ tag: ASATag) -> Bool {
        guard let bracket = ByteSearch.first(ASCII.openBracket, in: line, from: 0, to: tag.start) else { return false }
        if Text.afterColons(bracket + 1, line, tag.start) == tag.start { return true }
        var before = bracket
        while before > 0, ASCII.isBlank(line[before - 1]) { before -= 1 }
        return before >= 6 && ByteSearch.holds("times:", in: line, at: before - 6, to: before)
    }

    /// Offset at which `(Message repeated 2 times)` begins that ends at `end`; `end` if something else stands there.
    private static func beforeRepetition(_ line: Span<UInt8>, _ tag: ASATag, _ end: Int) -> Int {
        guard end - 7 > tag.end, ByteSearch.holds(" times)", in: line, at: end - 7, to: end) else { return end }
        var open = end - 8
        while open > tag.end, end - open < 40, line[open] != ASCII.openParenthesis { open -= 1 }
        guard
            ByteSearch.holdsIgnoringCase("(message repeated ", in: line, at: open, to: end)
                || ByteSearch.holdsIgnoringCase("(last message repeated ", in: line, at: open, to: end)
                || ByteSearch.holdsIgnoringCase("(repeated ", in: line, at: open, to: end)
        else { return end }
        return open
    }

    /// The first quote of `line[from..<end]` that no backslash escapes.
    private static func quote(in line: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var position = start
        while let quote = ByteSearch.first(ASCII.quote, in: line, from: position, to: end) {
            var backslashes = quote
            while backslashes > start, line[backslashes - 1] == ASCII.backslash { backslashes -= 1 }
            if (quote - backslashes).isMultiple(of: 2) { return quote }
            position = quote + 1
        }
        return nil
    }

    /// Offset at which a line's header begins: behind the quote that opens the string which the tag at `end` stands in,
    /// if the line is a JSON object.
    static func headerStart(_ line: Span<UInt8>, to end: Int) -> Int {
        guard !line.isEmpty, line[0] == UInt8(ascii: "{") else { return 0 }
        var start = 0
        while let quote = quote(in: line, from: start, to: end) { start = quote + 1 }
        return start
    }

    private static func isSpace(_ byte: UInt8) -> Bool {
        ASCII.isBlank(byte) || byte == 0x0A || byte == 0x0D || byte == 0
    }
}
