// Lines in records that mark their parts in other ways than JSON does: elements of XML, ArcSight's common event format,
// and labelled values parted by tabs. Pure; linear.

extension WrappedLine {
    /// Takes a line from one of these records.
    @inline(never)
    init?(marked line: Span<UInt8>, around tag: ASATag, to end: Int, _ effort: inout Effort) {
        // Nearly all records are objects.
        guard line[0] != ASCII.openBrace else { return nil }
        effort.spend(2 * end)
        guard
            let found = WrappedLine(element: line, around: tag, to: end)
                ?? WrappedLine(event: line, around: tag, to: end) ?? WrappedLine(labelling: line, around: tag, to: end)
        else { return nil }
        self = found
    }

    /// Takes the text of `<Message>...</Message>`, in which brackets are escaped.
    ///
    /// Where they are not, somebody may have typed the end of the element: another end stands behind that.
    private init?(element line: Span<UInt8>, around tag: ASATag, to end: Int) {
        guard line[0] == ASCII.lessThan, end > 1, !ASCII.isDigit(line[1]),
            let open = ByteSearch.last(ASCII.lessThan, in: line, from: 0, to: tag.start),
            let close = ByteSearch.first(ASCII.greaterThan, in: line, from: open, to: tag.start),
            let next = ByteSearch.first(ASCII.lessThan, in: line, from: tag.end, to: end),
            next + 1 < end, line[next + 1] == ASCII.slash
        else { return nil }
        var name = ByteRange(open + 1, open + 1)
        while name.upperBound < close, !ASCII.isBlank(line[name.upperBound]) { name.end += 1 }
        func ends(_ element: Int) -> Bool {
            let start = element + 2
            return start + name.count < end && line[element + 1] == ASCII.slash
                && line[start + name.count] == ASCII.greaterThan
                && ByteSearch.holds(line, name.lowerBound, name.count, in: line, at: start, to: end)
        }
        guard ends(next) else { return nil }
        var other = next + 1
        while let element = ByteSearch.first(ASCII.lessThan, in: line, from: other, to: end) {
            if ends(element) { return nil }
            other = element + 1
        }
        brace = 0
        pieces[0] = ByteRange(close + 1, next)
        escapes = .entities
    }

    /// Takes the value of `CEF:0|...|rawEvent=...` that holds the tag, if equals signs are escaped in it, and the time
    /// that stands before it.
    private init?(event line: Span<UInt8>, around tag: ASATag, to end: Int) {
        var from = 0
        while let start = ByteSearch.first(UInt8(ascii: "C"), in: line, from: from, to: tag.start) {
            guard ByteSearch.holds("CEF:", in: line, at: start, to: tag.start) else {
                from = start + 1
                continue
            }
            guard let equals = ByteSearch.last(ASCII.equals, in: line, from: start, to: tag.start),
                line[equals - 1] != ASCII.backslash, WrappedLine.hasEscapedEquals(line, from: tag.end, to: end)
            else { return nil }
            brace = 0
            pieces = [
                ByteRange(0, start), WrappedLine.receiptTime(line, from: start, to: equals),
                ByteRange(equals + 1, end), .absent,
            ]
            escapes = .event
            return
        }
        return nil
    }

    private static func hasEscapedEquals(_ line: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        var from = start
        while let equals = ByteSearch.first(ASCII.equals, in: line, from: from, to: end) {
            if line[equals - 1] == ASCII.backslash { return true }
            from = equals + 1
        }
        return false
    }

    /// The stamp of `rt=`, at which a collector's device had the event.
    private static func receiptTime(_ line: Span<UInt8>, from start: Int, to end: Int) -> ByteRange {
        var from = start
        while let equals = ByteSearch.first(ASCII.equals, in: line, from: from, to: end) {
            if equals - start > 3, ByteSearch.holds("rt", in: line, at: equals - 2, to: end),
                !ASCII.isWord(line[equals - 3]), let stamp = TimestampParser.parse(line, at: equals + 1, to: end)
            {
                return ByteRange(equals + 1, stamp.end)
            }
            from = equals + 1
        }
        return .absent
    }

    /// Takes the parts of `host:fw1⇥ident:%ASA-6-113039⇥message:...`, the text last, since nothing parts it from what
    /// stands behind it.
    private init?(labelling line: Span<UInt8>, around tag: ASATag, to end: Int) {
        guard tag.start > 0, line[tag.start - 1] == ASCII.colon, tag.end < end, line[tag.end] == ASCII.tab
        else { return nil }
        var time: Ranked = (ByteRange.absent, Int.max)
        var host = time
        var isProgram = false
        var position = 0
        while let colon = ByteSearch.first(ASCII.colon, in: line, from: position, to: end) {
            var member = RecordStrings.Member()
            member.name = ByteRange(position, colon)
            if isProgram, RecordNames.rank(member, RecordNames.text, line) != nil {
                brace = 0
                escapes = .none
                pieces = [time.value, host.value, ByteRange(tag.start, tag.end), ByteRange(colon + 1, end)]
                return
            }
            guard let tab = ByteSearch.first(ASCII.tab, in: line, from: colon, to: end) else { return nil }
            member.value = ByteRange(colon + 1, tab)
            if colon + 1 == tag.start { isProgram = RecordNames.isProgram(member, line) }
            WrappedLine.note(member, RecordNames.time, &time, line)
            WrappedLine.note(member, RecordNames.host, &host, line)
            position = tab + 1
        }
        return nil
    }
}
