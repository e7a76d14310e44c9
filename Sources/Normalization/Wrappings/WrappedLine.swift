// Finds a line inside a JSON record, as shippers write them (Filebeat, Fluent Bit, Logstash, Docker), or inside a list
// as logfmt has it: quotes, angle brackets and backslashes of the line are escaped there. The other members were said
// by no device, but for the parts of a header that a shipper took apart, and for its name. Pure; linear.

/// The JSON strings that make up a line: the one that holds the message tag, or the tag and the text where a shipper
/// parts them.
struct WrappedLine {
    /// Where the record begins; a relay's header may stand before it.
    let brace: Int
    /// The strings' texts, without their quotes, in the order in which a device prints them; one that is missing is
    /// absent.
    var pieces = InlineArray<4, ByteRange>(repeating: .absent)
    /// Whether the third is a tag without its percent sign, which stands in place of the blank before it then.
    var lacksPercent = false
    /// How characters are escaped in the strings.
    var escapes = StringEscapes.json

    /// Finds the strings of the line whose first tag is `tag`; nil if it stands in none that is a record or the value
    /// of a member.
    init?(_ line: Span<UInt8>, around tag: ASATag, to end: Int, _ effort: inout Effort) {
        if line[0] == ASCII.quote, let close = WrappedLine.recordEnd(line), tag.start < close {
            brace = 0
            pieces[0] = ByteRange(1, close)
            effort.spend(close)
            return
        }
        if let escaped = WrappedLine(marked: line, around: tag, to: end, &effort)
            ?? WrappedLine(escaped: line, around: tag, to: end, &effort)
        {
            self = escaped
            return
        }
        let isList = end > 1 && line[0] == ASCII.openBracket && line[1] == ASCII.quote
        let firstBrace = ByteSearch.first(ASCII.openBrace, in: line, from: 0, to: tag.start)
        guard let brace = isList ? 0 : firstBrace else {
            guard
                let quoted = WrappedLine(line, listing: tag, to: end, &effort)
                    ?? WrappedLine(line, pairing: tag, to: end, &effort)
            else { return nil }
            self = quoted
            return
        }
        self.brace = brace
        var members = RecordStrings(line, after: brace, to: end)
        var best: (value: ByteRange, tag: ASATag)?
        var bestMember = RecordStrings.Member()
        var bestRank = -1
        var bare: RecordStrings.Member?
        // The number of the tag that a shipper has put there, and not the name that somebody chose for himself.
        var program: Int32?
        // A pattern of Logstash that finds a tag takes its percent sign off, and no header apart.
        var isParted = false
        while !effort.isExhausted, let member = members.next(line, &effort) {
            // Of several records the first one counts, as of several lines.
            if best != nil, members.isPastRecord { break }
            guard member.isText else { continue }
            let value = member.value
            let isFirst = value.lowerBound <= tag.start && tag.start < value.upperBound
            if best == nil, bare == nil, value.lowerBound > tag.start { return nil }
            guard
                isFirst
                    || ByteSearch.first(ASCII.percent, in: line, from: value.lowerBound, to: value.upperBound) != nil
                    || WrappedLine.isTag(value, line),
                let own = isFirst ? tag : ASATag.find(in: line, from: value.lowerBound, to: value.upperBound)
            else { continue }
            effort.spend(value.count)
            if WrappedLine.isBare(own, in: value, line) {
                guard program == nil else { continue }
                if RecordNames.isProgram(member, line) {
                    program = own.id
                    isParted = line[own.start] == ASCII.percent
                }
                if program != nil || bare == nil { bare = member }
                continue
            }
            guard let other = best else {
                (best, bestMember) = ((value, own), member)
                members.findRecordEnd(from: member.depth)
                continue
            }
            if member.isListed, bestMember.isListed, member.name == bestMember.name { continue }
            // A shipper that lists what it found in a line lists text that somebody chose, too.
            if WrappedLine.holds(other.value, value, own, line, &effort) { continue }
            if WrappedLine.holds(value, other.value, other.tag, line, &effort) {
                (best, bestRank, bestMember) = ((value, own), -1, member)
                continue
            }
            // What a single string says of host and time need not be known: it is the line.
            if bestRank < 0 { bestRank = WrappedLine.rank(other.value, line, &effort) }
            let rank = WrappedLine.rank(value, line, &effort)
            if rank > bestRank { (best, bestRank, bestMember) = ((value, own), rank, member) }
        }
        if let best, program == nil || (program == best.tag.id && WrappedLine.beginsAsLine(best.value, best.tag, line))
        {
            takeHeader(of: bestMember, tag: best.tag, isParted: isParted, line, end, &effort)
        } else if let bare {
            join(bare, line, end, &effort)
        } else {
            return nil
        }
    }

    /// Most tags of a string at which another one is looked for in it.
    private static let mostTags = 8

    /// Whether the string `inner`, whose first tag is `tag`, stands within the string `outer`.
    private static func holds(
        _ outer: ByteRange,
        _ inner: ByteRange,
        _ tag: ASATag,
        _ line: Span<UInt8>,
        _ effort: inout Effort
    ) -> Bool {
        guard inner.count < outer.count else { return false }
        let before = tag.start - inner.lowerBound
        var from = outer.lowerBound
        for _ in 0..<mostTags {
            guard let place = ASATag.find(in: line, from: from, to: outer.upperBound) else { return false }
            effort.spend(place.end - from + inner.count)
            let start = place.start - before
            if start >= outer.lowerBound,
                ByteSearch.holds(line, inner.lowerBound, inner.count, in: line, at: start, to: outer.upperBound)
            {
                return true
            }
            from = place.end
        }
        return false
    }

    /// Whether a string begins as a line of its own does, with its tag, a priority or a stamp, and not with the words
    /// of a message in which somebody has typed a tag.
    private static func beginsAsLine(_ value: ByteRange, _ tag: ASATag, _ line: Span<UInt8>) -> Bool {
        var text: [UInt8] = []
        append(ByteRange(value.lowerBound, min(tag.start, value.lowerBound + longestStamp)), of: line, to: &text)
        let end = text.count
        let bytes = text.span
        let start = Text.afterColons(LineEnd.headerStart(bytes, to: end), bytes, end)
        return start >= end || bytes[start] == ASCII.lessThan
            || TimestampParser.parse(bytes, at: start, to: end) != nil
    }

    /// Bytes that hold the stamp at the beginning of a line.
    private static let longestStamp = 64

    /// Whether a string is a tag without its percent sign: `ASA-6-113005`.
    private static func isTag(_ value: ByteRange, _ line: Span<UInt8>) -> Bool {
        guard (12...24).contains(value.count), line[value.upperBound - 1] &- ASCII.zero < 10,
            let tag = ASATag.parse(line, value.lowerBound, value.upperBound, start: value.lowerBound)
        else { return false }
        return tag.end == value.upperBound
    }

    /// Whether a string holds a tag and no text: nothing but a colon or a process number behind it.
    private static func isBare(_ tag: ASATag, in value: ByteRange, _ line: Span<UInt8>) -> Bool {
        for index in tag.end..<max(tag.end, value.upperBound) {
            switch line[index] {
            case ASCII.colon, ASCII.openBracket, ASCII.closeBracket: continue
            case let byte where ASCII.isDigit(byte) || ASCII.isBlank(byte): continue
            default: return false
            }
        }
        return true
    }

    /// How much the header of a line in a string says: a time counts more than a name, and both more than nothing.
    static func rank(_ value: ByteRange, _ line: Span<UInt8>, _ effort: inout Effort) -> Int {
        effort.spend(2 * value.count)
        var text: [UInt8] = []
        append(value, of: line, to: &text)
        guard let tag = ASATag.find(in: text.span, from: 0, to: text.count) else { return 0 }
        let header = SyslogHeader(text.span, to: tag.start)
        return (header.time == nil ? 0 : 2) + (header.host.isPresent ? 1 : 0)
    }

    /// Writes what stands before the record, and the strings' texts, unescaped, each behind a blank, over what `text`
    /// held.
    ///
    /// An escape that JSON does not know stays as it is.
    func unwrap(_ line: Span<UInt8>, into text: inout [UInt8]) {
        text.removeAll(keepingCapacity: true)
        for index in 0..<brace { text.append(line[index]) }
        for index in pieces.indices where pieces[index].isPresent {
            text.append(lacksPercent && index == 2 ? ASCII.percent : ASCII.space)
            WrappedLine.append(pieces[index], of: line, escapes, to: &text)
        }
    }

    private static func append(
        _ range: ByteRange,
        of line: Span<UInt8>,
        _ escapes: StringEscapes = .json,
        to text: inout [UInt8]
    ) {
        var position = range.lowerBound
        while position < range.upperBound {
            let plain = escapes.first(in: line, from: position, to: range.upperBound)
            let place = text.count
            text.append(contentsOf: repeatElement(0, count: plain - position))
            ByteSearch.copy(line, position, plain, into: &text, at: place)
            position = plain
            guard position < range.upperBound else { return }
            guard let escape = escapes.escape(in: line, at: position, to: range.upperBound) else {
                text.append(line[position])
                position += 1
                continue
            }
            for byte in UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
            position += escape.length
        }
    }

    /// Offset in the line of what stands at `target` of the unwrapped text.
    func offset(of target: Int, in line: Span<UInt8>) -> Int {
        guard target > brace else { return target }
        var count = brace
        var position = brace
        for index in pieces.indices where pieces[index].isPresent {
            let range = pieces[index]
            count += 1
            position = range.lowerBound
            while position < range.upperBound, count < target {
                let escape = escapes.escape(in: line, at: position, to: range.upperBound)
                count += escape.map { UTF8.width($0.scalar) } ?? 1
                position += escape?.length ?? 1
            }
            if count >= target { break }
        }
        return position
    }

    /// Range in the line of what stands at `text` of the unwrapped text.
    func range(of text: ByteRange, in line: Span<UInt8>) -> ByteRange {
        guard text.isPresent else { return text }
        let start = offset(of: text.lowerBound, in: line)
        return ByteRange(start, max(start, offset(of: text.upperBound, in: line)))
    }
}
