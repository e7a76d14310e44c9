// Lines in strings that are no members of an object: a record that is one JSON string, and a value of a list
// `host=fw1 msg="..."`, as logfmt has it. Pure; linear.

extension WrappedLine {
    /// Finds the value of a list that holds the tag, and the device's name among the pairs behind it; what stands
    /// before the value is read as a header.
    init?(_ line: Span<UInt8>, listing tag: ASATag, to end: Int, _ effort: inout Effort) {
        guard let quote = ByteSearch.last(ASCII.quote, in: line, from: 0, to: tag.start), quote > 1,
            line[quote - 1] == ASCII.equals, ASCII.isLetter(line[quote - 2])
        else { return nil }
        let value = ByteRange(quote + 1, JSONEscape.stringEnd(line, from: quote + 1, to: end))
        effort.spend(2 * value.upperBound - quote)
        brace = quote
        escapes = WrappedLine.isEscaped(value, line) ? .json : .none
        // Where quotes are not escaped, what stands behind the value may be somebody's text.
        if !SyslogHeader(line, to: quote).host.isPresent {
            pieces[0] = WrappedLine.host(in: line, from: value.upperBound + 1, to: end)
        }
        pieces[1] = value
        effort.spend(end - value.upperBound)
    }

    /// Takes a line whose brackets are escaped though it stands in no string.
    ///
    /// `&lt;166&gt;`, as pages and XML have it, or `\u003c166\u003e`; in XML it ends with its element.
    init?(escaped line: Span<UInt8>, around tag: ASATag, to end: Int, _ effort: inout Effort) {
        effort.spend(tag.start)
        for (mark, escapes) in [("&lt;", .entities), ("\\u003c", .json), ("\\u003C", .json)]
            as [(StaticString, StringEscapes)]
        {
            guard let start = WrappedLine.priority(mark, in: line, to: tag.start) else { continue }
            guard ByteSearch.first(ASCII.openBrace, in: line, from: 0, to: start) == nil,
                ByteSearch.first(ASCII.quote, in: line, from: 0, to: start) == nil
            else { return nil }
            brace = 0
            let element = ByteSearch.first(ASCII.lessThan, in: line, from: tag.end, to: end)
            pieces[0] = ByteRange(0, escapes == .entities ? element ?? end : end)
            self.escapes = escapes
            effort.spend(end)
            return
        }
        return nil
    }

    /// Takes a line without a priority whose text begins at `body` with a group in escaped brackets: only the device's
    /// own words stand before them.
    init?(escapedGroup line: Span<UInt8>, from body: Int, to end: Int) {
        let bracket = body + WrappedLine.groupLength
        if ByteSearch.holds("Group &lt;", in: line, at: body, to: end) {
            escapes = .entities
        } else if ByteSearch.holdsIgnoringCase("group \\u003c", in: line, at: body, to: end) {
            escapes = .json
        } else {
            return nil
        }
        brace = 0
        let element = ByteSearch.first(ASCII.lessThan, in: line, from: bracket, to: end)
        pieces[0] = ByteRange(0, escapes == .entities ? element ?? end : end)
    }

    /// Whether the byte that may escape a bracket stands behind `Group ` at `body`.
    @inline(__always)
    static func mayBeEscapedGroup(_ line: Span<UInt8>, from body: Int, to end: Int) -> Bool {
        let bracket = body &+ groupLength
        guard bracket < end else { return false }
        return line[bracket] == UInt8(ascii: "&") || line[bracket] == ASCII.backslash
    }

    /// Length of `Group `.
    private static let groupLength = 6

    /// Where the escaped bracket of a priority stands.
    private static func priority(_ mark: StaticString, in line: Span<UInt8>, to end: Int) -> Int? {
        let first = mark.withUTF8Buffer { unsafe $0[0] }
        var from = 0
        while let start = ByteSearch.first(first, in: line, from: from, to: end) {
            let digit = start + mark.utf8CodeUnitCount
            if digit < end, ASCII.isDigit(line[digit]), ByteSearch.holds(mark, in: line, at: start, to: end) {
                return start
            }
            from = start + 1
        }
        return nil
    }

    /// The value of `host=` or `hostname=` among the pairs from `start` on; absent if there is none.
    private static func host(in line: Span<UInt8>, from start: Int, to end: Int) -> ByteRange {
        var position = start
        while position < end {
            let name = Text.afterBlanks(position, line, end)
            guard let equals = ByteSearch.first(ASCII.equals, in: line, from: name, to: end) else { return .absent }
            var value = ByteRange(equals + 1, equals + 1)
            if equals + 1 < end, line[equals + 1] == ASCII.quote {
                value = ByteRange(equals + 2, JSONEscape.stringEnd(line, from: equals + 2, to: end))
            } else {
                while value.upperBound < end, !ASCII.isBlank(line[value.upperBound]) { value.end += 1 }
            }
            if HostName.isLabel(ByteRange(name, equals), in: line) { return value }
            position = value.upperBound + 1
        }
        return .absent
    }

    /// Offset of the quote that ends a record which is one JSON string; nil if it has no escape of JSON's own, so that
    /// it reads the same as it stands, or one that JSON does not know, as in a quoted line.
    static func recordEnd(_ line: Span<UInt8>) -> Int? {
        let close = JSONEscape.stringEnd(line, from: 1, to: line.count)
        guard close < line.count else { return nil }
        for index in close + 1..<line.count
        where !ASCII.isBlank(line[index]) && line[index] != 0x0A && line[index] != 0x0D { return nil }
        return isEscaped(ByteRange(1, close), line) ? close : nil
    }

    /// Whether a string has escapes: some that only JSON would write, and none that it does not know.
    static func isEscaped(_ string: ByteRange, _ line: Span<UInt8>) -> Bool {
        var isEscaped = false
        var position = string.lowerBound
        while let backslash = ByteSearch.first(ASCII.backslash, in: line, from: position, to: string.upperBound) {
            guard let escape = JSONEscape(line, at: backslash, to: string.upperBound) else { return false }
            let letter = line[backslash + 1]
            if letter == ASCII.quote || letter == ASCII.backslash || escape.length > 2 { isEscaped = true }
            position = backslash + escape.length
        }
        return isEscaped
    }
}
