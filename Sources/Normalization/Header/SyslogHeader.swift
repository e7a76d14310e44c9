// What stands before the tag: priority, relay header, timestamps, hosts. Of several times and hosts the
// one nearest to the tag is the device's own. Reads forward once; linear. Pure.

/// Host and time of a line.
struct SyslogHeader {
    /// The name nearest to the tag; absent if the line states none.
    var host = ByteRange.absent
    /// The timestamp nearest to the tag; nil if the line states none.
    var time: DeviceTime?
    /// Where that timestamp stands, zone included.
    var timeRange = ByteRange.absent
    /// Whether an opening brace, a quote or an escape stands in it, as in a JSON record or a list, an equals sign
    /// before the tag, or what begins another record.
    var mayBeJSON = false
    /// Whether it was read in the one pass of `CommonHeader`.
    var isCommon = false
    /// The number of its time among those that `RecentStamp` has remembered; nil if it is none of them.
    var commonStamp: Int?

    /// Whether it says all that is written of a header: the name, and the year of the time if there is one.
    var isWhole: Bool { host.isPresent && (time == nil || time?.year != nil) }

    /// A header that states nothing.
    init() {}

    /// A header of the common form with that stamp.
    init(_ stamp: RecentStamp) {
        time = stamp.time
        isCommon = true
        commonStamp = stamp.number
    }

    /// Reads `line[..<end]`, `end` being where the tag starts.
    init(_ line: Span<UInt8>, to end: Int) {
        mayBeJSON =
            ByteSearch.first(ASCII.quote, in: line, from: 0, to: end) != nil
            || ByteSearch.first(ASCII.openBrace, in: line, from: 0, to: end) != nil
            || ByteSearch.first(ASCII.backslash, in: line, from: 0, to: end) != nil
            || ByteSearch.first(UInt8(ascii: "&"), in: line, from: 0, to: end) != nil
            || end > 1 && (line[end - 1] == ASCII.equals || SyslogHeader.mayBeMarked(line, to: end))
        var position = LineQuotes.afterPrefix(line, LineEnd.headerStart(line, to: end), end)
        // Of two lines in one record, the header is that of the one which holds the tag.
        while let lineEnd = ByteSearch.first(0x0A, in: line, from: position, to: end) { position = lineEnd + 1 }
        var bracketsReadTo = 0
        // Whether what quotes open may still be looked for.
        var quotesClose = true
        // Of RFC 5424, the fields before the message: TIMESTAMP HOSTNAME APP-NAME PROCID MSGID; nil outside of them.
        var field: Int?
        while position < end {
            let byte = line[position]
            if SyslogHeader.isSeparator(byte), !SyslogHeader.isMappedAddress(line, position, end) {
                position += 1
                continue
            }
            if let text = LineEnd.afterByteOrderMark(line, position, end) {
                position = text
                continue
            }
            if byte == ASCII.lessThan, let priority = SyslogHeader.priority(line, position, end) {
                position = priority.end
                field = priority.hasVersion ? 0 : nil
                continue
            }
            if ASCII.isDigit(byte) || ASCII.isLetter(byte),
                let stamp = TimestampParser.parse(line, at: position, to: end)
            {
                take(stamp.time, ByteRange(position, stamp.end))
                position = stamp.end
                field = field == 0 ? 1 : nil
                continue
            }
            if byte == ASCII.openBracket, let stamp = TimestampParser.parse(line, at: position + 1, to: end) {
                take(stamp.time, ByteRange(position + 1, stamp.end))
                position = stamp.end
                continue
            }
            if byte == ASCII.openBracket, position >= bracketsReadTo {
                // Structured data of RFC 5424. No byte is looked at twice, so that all of it is linear.
                let quoted = quotesClose ? StructuredData.close(of: position, in: line, to: end) : nil
                if quoted == nil { quotesClose = false }
                let close = quoted ?? ByteSearch.first(ASCII.closeBracket, in: line, from: position, to: end) ?? end
                bracketsReadTo = close + 1
                field = nil
                if close < end, Text.first(ASCII.equals, in: ByteRange(position, close), of: line) != nil {
                    position = close + 1
                    continue
                }
            }
            // `message repeated 2 times: [ %ASA...]`, as relays write; the line in the brackets may have a header of
            // its own.
            if ByteSearch.holds("message repeated ", in: line, at: position, to: end)
                || ByteSearch.holds("last message repeated ", in: line, at: position, to: end)
            {
                guard let bracket = ByteSearch.first(ASCII.openBracket, in: line, from: position, to: end) else {
                    return
                }
                position = bracket + 1
                bracketsReadTo = position
                continue
            }
            // What a collector that passes lines on names the sender with.
            if ByteSearch.holds("Original Address=", in: line, at: position, to: end) {
                position += 17
                continue
            }
            if let text = LineEnd.afterStreamName(line, position, end) {
                position = text
                continue
            }
            let start = position
            while position < end, !SyslogHeader.endsWord(line[position]) {
                // What a priority is glued to is no name: bytes that a serializer wrote, or the words of a program.
                if line[position] == ASCII.lessThan, SyslogHeader.priority(line, position, end) != nil { break }
                position += 1
            }
            if position < end, line[position] == ASCII.lessThan { continue }
            if let value = SyslogHeader.timeValue(ByteRange(start, position), line, end) {
                position = value
                continue
            }
            // Behind it stand product, version and what the collector made of the event, not the device.
            if SyslogHeader.isCommonEventFormat(line, start, end) {
                field = SyslogHeader.lastField
                mayBeJSON = true
            }
            let next = Text.afterBlanks(position, line, end)
            let isListed =
                position < end && line[position] == ASCII.tab || next < end && SyslogHeader.partsList(line[next])
            take(ByteRange(start, position), line, end, field ?? 1, isListed: isListed)
            field = field.flatMap { $0 < 4 ? $0 + 1 : $0 == 4 ? nil : $0 }
        }
    }

    /// Whether a line of two bytes or more before its tag begins as XML does, or with a label as `host:fw1`, another
    /// one standing before the tag.
    private static func mayBeMarked(_ line: Span<UInt8>, to end: Int) -> Bool {
        if line[0] == ASCII.lessThan { return !ASCII.isDigit(line[1]) }
        guard line[end - 1] == ASCII.colon, ASCII.isLetter(line[end - 2]) else { return false }
        var colon = 0
        while ASCII.isLetter(line[colon]) { colon += 1 }
        return colon > 0 && colon < end - 2 && line[colon] == ASCII.colon && ASCII.isWord(line[colon + 1])
    }

    /// The field at which a header stays whose words name no host any more.
    private static let lastField = 5

    /// `CEF:0` or `LEEF:1.0`, as collectors begin an event of their own.
    static func isCommonEventFormat(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        // Nearly all words are hosts that begin with another letter.
        guard line[start] == UInt8(ascii: "C") || line[start] == UInt8(ascii: "L") else { return false }
        return ByteSearch.holds("CEF:", in: line, at: start, to: end)
            || ByteSearch.holds("LEEF:", in: line, at: start, to: end)
    }

    /// Takes a stamp, which stands nearer to the tag than the one before it.
    private mutating func take(_ stamp: DeviceTime, _ range: ByteRange) {
        let relay = time
        time = stamp
        timeRange = range
        if let relay { time?.complete(from: relay) }
    }

    /// Takes a word for the host if it can be one; of RFC 5424's fields only the second is, and of a list none that is
    /// a facility or a severity.
    private mutating func take(_ range: ByteRange, _ line: Span<UInt8>, _ end: Int, _ field: Int, isListed: Bool) {
        let word = HostName.word(range, line)
        guard field == 1, HostName.isHost(word, line), !(isListed && HostName.isPriorityWord(word, line)),
            !(host.isPresent && HostName.isProgram(word, isGlued: word.upperBound < range.upperBound, line)),
            !isZone(word, line, end)
        else { return }
        host = word
    }

    /// Whether a word between the time and the colon that ends the header is a zone because the host stands before the
    /// time, though it may name a device elsewhere.
    private func isZone(_ word: ByteRange, _ line: Span<UInt8>, _ end: Int) -> Bool {
        host.isPresent && host.upperBound <= timeRange.lowerBound
            && Text.afterBlanks(timeRange.upperBound, line, end) == word.lowerBound
            && TimeZoneName.endsHeader(line, word.upperBound, end) && TimeZoneName.mayNameDevice(word, in: line)
    }

    /// Offset just past `<166>`, which relays print before their own header and may print again behind it, and past
    /// the version digit of RFC 5424 behind it; nil if none stands at `start`.
    private static func priority(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> (end: Int, hasVersion: Bool)? {
        guard let close = ByteSearch.first(ASCII.greaterThan, in: line, from: start, to: min(end, start + 6)),
            Text.number(ByteRange(start + 1, close), in: line, limit: 999) != nil
        else { return nil }
        let hasVersion = close + 2 < end && line[close + 1] == UInt8(ascii: "1") && ASCII.isBlank(line[close + 2])
        return (hasVersion ? close + 3 : close + 1, hasVersion)
    }

    /// Where the value of `time=2020-11-03T09:50:01` or `_raw=Nov 03 2020 09:50:01` begins; nil for another word.
    private static func timeValue(_ word: ByteRange, _ line: Span<UInt8>, _ end: Int) -> Int? {
        guard let equals = Text.first(ASCII.equals, in: word, of: line) else { return nil }
        var value = equals + 1
        while value < end, isQuote(line[value]) { value += 1 }
        if value < end, line[value] == ASCII.lessThan { value = priority(line, value, end)?.end ?? value }
        guard value < end, TimestampParser.parse(line, at: value, to: end) != nil else { return nil }
        return value
    }

    static func isQuote(_ byte: UInt8) -> Bool { byte == ASCII.quote || byte == ASCII.backslash }

    /// Bytes that may stand between the parts of a header.
    ///
    /// `*` and `.` before a time say how well the clock is set.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.colon, ASCII.dot, UInt8(ascii: "*"), ASCII.quote, ASCII.apostrophe, ASCII.backslash: true
        default: endsWord(byte)
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool { ASCII.isBlank(byte) || partsList(byte) }

    /// What parts the fields of a template's list; no name of a device holds one.
    static func partsList(_ byte: UInt8) -> Bool {
        byte == ASCII.comma || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
    }

    /// `::ffff:192.0.2.7`, as a collector that listens on IPv6 names a sender.
    private static func isMappedAddress(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        line[start] == ASCII.colon && end - start > 7
            && ByteSearch.holdsIgnoringCase("::ffff:", in: line, at: start, to: start + 7)
    }
}
