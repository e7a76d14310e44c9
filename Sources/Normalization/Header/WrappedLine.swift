// Finds a line inside a JSON record, as shippers write them (Filebeat, Fluent Bit, Logstash, Docker): quotes, angle
// brackets and backslashes of the line are escaped there. The other members were said by no device, but for the parts
// of a header that a shipper took apart. Pure; linear.

/// The JSON strings that make up a line: the one that holds the message tag, or the tag and the text where a shipper
/// parts them.
struct WrappedLine {
    /// Where the record begins; a relay's header may stand before it.
    private let brace: Int
    /// The strings' texts, without their quotes, in the order in which a device prints them; the last ones are absent.
    private var pieces = (ByteRange.absent, ByteRange.absent, ByteRange.absent, ByteRange.absent)

    /// Finds the strings of the line whose first tag is `tag`; nil if it stands in none that is a record or the value
    /// of a member.
    init?(_ line: Span<UInt8>, around tag: ASATag, to end: Int, _ effort: inout Effort) {
        if line[0] == ASCII.quote, let close = WrappedLine.recordEnd(line), tag.start < close {
            brace = 0
            pieces.0 = ByteRange(1, close)
            effort.spend(close)
            return
        }
        guard let brace = ByteSearch.first(ASCII.openBrace, in: line, from: 0, to: tag.start) else { return nil }
        self.brace = brace
        var members = RecordStrings(line, after: brace, to: end)
        var best: ByteRange?
        var bestRank = -1
        var bare: RecordStrings.Member?
        while !effort.isExhausted, let member = members.next(line, &effort) {
            let value = member.value
            let isFirst = value.lowerBound <= tag.start && tag.start < value.upperBound
            if best == nil, bare == nil, value.lowerBound > tag.start { return nil }
            guard
                isFirst
                    || ByteSearch.first(ASCII.percent, in: line, from: value.lowerBound, to: value.upperBound) != nil,
                let own = isFirst ? tag : ASATag.find(in: line, from: value.lowerBound, to: value.upperBound)
            else { continue }
            effort.spend(value.count)
            if WrappedLine.isBare(own, in: value, line) {
                if bare == nil { bare = member }
                continue
            }
            // What a single string says of host and time need not be known: it is the line.
            if let other = best, bestRank < 0 { bestRank = WrappedLine.rank(other, line, &effort) }
            let rank = best == nil ? -1 : WrappedLine.rank(value, line, &effort)
            if best == nil || rank > bestRank { (best, bestRank) = (value, rank) }
        }
        if let best {
            pieces.0 = best
        } else if let bare {
            join(bare, line, end, &effort)
        } else {
            return nil
        }
    }

    /// Takes the text of a tag that stands alone, and the stamp and the name beside it, from their own members.
    private mutating func join(
        _ tag: RecordStrings.Member,
        _ line: Span<UInt8>,
        _ end: Int,
        _ effort: inout Effort
    ) {
        pieces.0 = tag.value
        var found = (
            time: (ByteRange.absent, Int.max), host: (ByteRange.absent, Int.max), text: (ByteRange.absent, Int.max)
        )
        func note(_ member: RecordStrings.Member, _ names: [StaticString], _ place: inout (ByteRange, Int)) {
            guard
                let rank = names.firstIndex(where: {
                    $0.utf8CodeUnitCount == member.name.count
                        && ByteSearch.holdsIgnoringCase(
                            $0,
                            in: line,
                            at: member.name.lowerBound,
                            to: member.name.upperBound
                        )
                }),
                rank < place.1, !member.value.isEmpty
            else { return }
            place = (member.value, rank)
        }
        var members = RecordStrings(line, after: brace, to: end)
        while let member = members.next(line, &effort) {
            if member.value == tag.value { continue }
            note(member, WrappedLine.textNames, &found.text)
            guard member.depth == tag.depth else { continue }
            note(member, WrappedLine.timeNames, &found.time)
            note(member, WrappedLine.hostNames, &found.host)
        }
        guard found.text.0.isPresent else { return }
        pieces = (found.time.0, found.host.0, tag.value, found.text.0)
    }

    /// The members that hold what stands behind a tag, the likeliest first; in lower case.
    private static let textNames: [StaticString] = [
        "message", "msg", "cisco_message", "full_message", "short_message", "log", "text", "body", "content", "event",
        "raw",
        "syslogmessage",
    ]
    /// The members that hold the stamp and the name of a header that a shipper took apart.
    private static let timeNames: [StaticString] = ["timestamp", "timereported", "time"]
    private static let hostNames: [StaticString] = ["hostname", "host", "logsource", "source"]

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
    private static func rank(_ value: ByteRange, _ line: Span<UInt8>, _ effort: inout Effort) -> Int {
        effort.spend(2 * value.count)
        var text: [UInt8] = []
        append(value, of: line, to: &text)
        guard let tag = ASATag.find(in: text.span, from: 0, to: text.count) else { return 0 }
        let header = SyslogHeader(text.span, to: tag.start)
        return (header.time == nil ? 0 : 2) + (header.host.isPresent ? 1 : 0)
    }

    /// Offset of the quote that ends a record which is one JSON string; nil if it has no escape of JSON's own, so that
    /// it reads the same as it stands, or one that JSON does not know, as in a quoted line.
    private static func recordEnd(_ line: Span<UInt8>) -> Int? {
        let close = JSONEscape.stringEnd(line, from: 1, to: line.count)
        guard close < line.count else { return nil }
        for index in close + 1..<line.count
        where !ASCII.isBlank(line[index]) && line[index] != 0x0A && line[index] != 0x0D { return nil }
        var isEscaped = false
        var position = 1
        while let backslash = ByteSearch.first(ASCII.backslash, in: line, from: position, to: close) {
            guard let escape = JSONEscape(line, at: backslash, to: close) else { return nil }
            let letter = line[backslash + 1]
            if letter == ASCII.quote || letter == ASCII.backslash || escape.length > 2 { isEscaped = true }
            position = backslash + escape.length
        }
        return isEscaped ? close : nil
    }

    /// Writes what stands before the record, and the strings' texts, unescaped, each behind a blank, over what `text`
    /// held.
    ///
    /// An escape that JSON does not know stays as it is.
    func unwrap(_ line: Span<UInt8>, into text: inout [UInt8]) {
        text.removeAll(keepingCapacity: true)
        for index in 0..<brace { text.append(line[index]) }
        for piece in present {
            text.append(ASCII.space)
            WrappedLine.append(piece, of: line, to: &text)
        }
    }

    private var present: [ByteRange] { [pieces.0, pieces.1, pieces.2, pieces.3].filter(\.isPresent) }

    private static func append(_ range: ByteRange, of line: Span<UInt8>, to text: inout [UInt8]) {
        var position = range.lowerBound
        while position < range.upperBound {
            guard let escape = WrappedLine.escape(line, position, range.upperBound) else {
                text.append(line[position])
                position += 1
                continue
            }
            for byte in UTF8.encode(escape.scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
            position += escape.length
        }
    }

    /// The escape at `position`; nil for a byte that stands for itself.
    private static func escape(_ line: Span<UInt8>, _ position: Int, _ end: Int) -> JSONEscape? {
        line[position] == ASCII.backslash ? JSONEscape(line, at: position, to: end) : nil
    }

    /// Offset in the line of what stands at `target` of the unwrapped text.
    func offset(of target: Int, in line: Span<UInt8>) -> Int {
        guard target > brace else { return target }
        var count = brace
        var position = brace
        for range in present {
            count += 1
            position = range.lowerBound
            while position < range.upperBound, count < target {
                let escape = WrappedLine.escape(line, position, range.upperBound)
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
