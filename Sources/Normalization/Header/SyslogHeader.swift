// What stands before the tag: priority, relay header, timestamps, hosts. Of several times and hosts the
// one nearest to the tag is the device's own (contract D9 and §12). Reads forward once; linear. Pure.

/// Host and time of a line.
struct SyslogHeader {
    /// The name nearest to the tag; absent if the line states none.
    var host = ByteRange.absent
    /// The timestamp nearest to the tag; nil if the line states none.
    var time: DeviceTime?
    /// Where that timestamp stands, zone included.
    var timeRange = ByteRange.absent
    /// Whether an opening brace stands in it, or a quote begins it, as in a JSON record.
    var mayBeJSON = false
    /// Whether it was read in the one pass of `CommonHeader`.
    var isCommon = false

    /// Whether it says all that is written of a header: the name, and the year of the time if there is one.
    var isWhole: Bool { host.isPresent && (time == nil || time?.year != nil) }

    /// A header that states nothing.
    init() {}

    /// Reads `line[..<end]`, `end` being where the tag starts.
    init(_ line: Span<UInt8>, to end: Int) {
        mayBeJSON =
            end > 0 && line[0] == ASCII.quote || ByteSearch.first(ASCII.openBrace, in: line, from: 0, to: end) != nil
        var position = LineEnd.headerStart(line, to: end)
        // Of two lines in one record, the header is that of the one which holds the tag.
        while let lineEnd = ByteSearch.first(0x0A, in: line, from: position, to: end) { position = lineEnd + 1 }
        var bracketsReadTo = 0
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
                let close = ByteSearch.first(ASCII.closeBracket, in: line, from: position, to: end) ?? end
                bracketsReadTo = close + 1
                field = nil
                if close < end, Text.first(ASCII.equals, in: ByteRange(position, close), of: line) != nil {
                    position = close + 1
                    continue
                }
            }
            // `message repeated 2 times: [ %ASA...]`, as relays write; the line in the brackets may have a header of its own.
            if ByteSearch.holds("message repeated ", in: line, at: position, to: end) {
                guard let bracket = ByteSearch.first(ASCII.openBracket, in: line, from: position, to: end) else {
                    return
                }
                position = bracket + 1
                bracketsReadTo = position
                continue
            }
            let start = position
            while position < end, !SyslogHeader.endsWord(line[position]) { position += 1 }
            if let value = SyslogHeader.timeValue(ByteRange(start, position), line, end) {
                position = value
                continue
            }
            // Behind it stand product, version and what the collector made of the event, not the device.
            if SyslogHeader.isCommonEventFormat(line, start, end) { field = SyslogHeader.lastField }
            let isListed = position < end && SyslogHeader.partsList(line[position])
            take(ByteRange(start, position), line, field ?? 1, isListed: isListed)
            field = field.flatMap { $0 < 4 ? $0 + 1 : $0 == 4 ? nil : $0 }
        }
    }

    /// The field at which a header stays whose words name no host any more.
    private static let lastField = 5

    /// `CEF:0` or `LEEF:1.0`, as collectors begin an event of their own.
    static func isCommonEventFormat(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        ByteSearch.holds("CEF:", in: line, at: start, to: end)
            || ByteSearch.holds("LEEF:", in: line, at: start, to: end)
    }

    /// Takes a stamp, which stands nearer to the tag than the one before it.
    private mutating func take(_ stamp: DeviceTime, _ range: ByteRange) {
        let relay = time
        time = stamp
        timeRange = range
        if let relay { time?.complete(from: relay) }
    }

    /// Takes a word for the host if it can be one; of RFC 5424's fields only the second is, and of a list with commas none that is a
    /// facility or a severity.
    private mutating func take(_ range: ByteRange, _ line: Span<UInt8>, _ field: Int, isListed: Bool) {
        let word = SyslogHeader.withoutPort(SyslogHeader.bareWord(SyslogHeader.deviceID(range, line), line), line)
        guard field == 1, SyslogHeader.isHost(word, line), !(isListed && SyslogHeader.isPriorityWord(word, line)),
            !(host.isPresent && SyslogHeader.isProgram(word, isGlued: word.upperBound < range.upperBound, line))
        else { return }
        host = word
    }

    /// `192.0.2.7:514`, as collectors print where a line came from: the address alone.
    private static func withoutPort(_ word: ByteRange, _ line: Span<UInt8>) -> ByteRange {
        guard let colon = Text.first(ASCII.colon, in: word, of: line),
            Text.isDigits(ByteRange(colon + 1, word.upperBound), in: line)
        else { return word }
        let address = ByteRange(word.lowerBound, colon)
        guard case .v4? = IPAddress.parse(address, in: line) else { return word }
        return address
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

    private static func isQuote(_ byte: UInt8) -> Bool { byte == ASCII.quote || byte == ASCII.backslash }

    /// Bytes that may stand between the parts of a header.
    ///
    /// `*` and `.` before a time say how well the clock is set.
    private static func isSeparator(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.colon, ASCII.dot, UInt8(ascii: "*"), ASCII.quote, ASCII.backslash: true
        default: endsWord(byte)
        }
    }

    private static func endsWord(_ byte: UInt8) -> Bool { ASCII.isBlank(byte) || partsList(byte) }

    /// What parts the fields of a template's list; no name of a device holds one.
    private static func partsList(_ byte: UInt8) -> Bool {
        byte == ASCII.comma || byte == UInt8(ascii: ";") || byte == UInt8(ascii: "|")
    }

    /// The value of `device-id=fw1`; any other word as it is.
    private static func deviceID(_ word: ByteRange, _ line: Span<UInt8>) -> ByteRange {
        for label in ["device-id=", "device_id=", "deviceid="] as [StaticString]
        where ByteSearch.holdsIgnoringCase(label, in: line, at: word.lowerBound, to: word.upperBound) {
            return ByteRange(word.lowerBound + label.utf8CodeUnitCount, word.upperBound)
        }
        return word
    }

    /// `::ffff:192.0.2.7`, as a collector that listens on IPv6 names a sender.
    private static func isMappedAddress(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        line[start] == ASCII.colon && end - start > 7
            && ByteSearch.holdsIgnoringCase("::ffff:", in: line, at: start, to: start + 7)
    }

    /// The word without the colon, comma or quotes that end it, and without brackets around it.
    private static func bareWord(_ range: ByteRange, _ line: Span<UInt8>) -> ByteRange {
        var word = range
        while !word.isEmpty {
            let last = line[word.upperBound - 1]
            guard last == ASCII.colon || isQuote(last) else { break }
            // `2001:db8::` ends with colons of its own.
            if last == ASCII.colon, case .v6? = IPAddress.parse(word, in: line) { break }
            word.end -= 1
        }
        if word.count > 2, line[word.lowerBound] == ASCII.openBracket, line[word.upperBound - 1] == ASCII.closeBracket {
            word = ByteRange(word.lowerBound + 1, word.upperBound - 1)
        }
        return word
    }

    /// Whether a word can name a device: not a number, a nil value, a word in parentheses, a program tag or
    /// `facility.severity`.
    private static func isHost(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        var hasLetter = false
        var hasDigit = false
        var hasOther = false
        var hasColon = false
        var dot = -1
        for index in word.lowerBound..<word.upperBound {
            let byte = line[index]
            if ASCII.isLetter(byte) || byte >= 0x80 {
                hasLetter = true
            } else if ASCII.isDigit(byte) {
                hasDigit = true
            } else {
                hasOther = true
                if byte == ASCII.dot, dot < 0 { dot = index }
                if byte == ASCII.colon { hasColon = true }
                if byte == ASCII.equals || byte == ASCII.openParenthesis || byte < ASCII.space { return false }
            }
        }
        guard hasLetter || (hasDigit && hasOther), line[word.upperBound - 1] != ASCII.closeBracket,
            line[word.lowerBound] != ASCII.percent, !Absence.isNone(word, in: line), !isDate(word, line),
            !Text.reads(word, "AM", in: line), !Text.reads(word, "PM", in: line)
        else { return false }
        if hasColon, IPAddress.parse(word, in: line) == nil, isTimeOfDay(word, line) { return false }
        guard dot >= 0 else { return true }
        // `1604397001.123`: seconds since 1970, as collectors print them.
        if Text.isDigits(ByteRange(word.lowerBound, dot), in: line),
            Text.isDigits(ByteRange(dot + 1, word.upperBound), in: line)
        {
            return false
        }
        return !isFacility(word, dot, line)
    }

    /// `ASA`, `FTD` or another name of a program behind the host; in lower case only with a colon glued to it.
    private static func isProgram(_ word: ByteRange, isGlued: Bool, _ line: Span<UInt8>) -> Bool {
        ASATag.products.contains { Text.reads(word, $0, in: line) }
            || programs.contains { Text.reads(word, $0, in: line) }
            || (isGlued && gluedPrograms.contains { Text.reads(word, $0, in: line) })
    }

    private static let programs: [StaticString] = ["CiscoASA", "SFIMS"]
    private static let gluedPrograms: [StaticString] = ["asa", "ftd", "pix", "fwsm", "cisco"]

    /// `09:50:01` or `09:50`, a time that belongs to no date.
    private static func isTimeOfDay(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        for index in word.lowerBound..<word.upperBound {
            let byte = line[index]
            guard ASCII.isDigit(byte) || byte == ASCII.colon || byte == ASCII.dot else { return false }
        }
        return true
    }

    /// `11/03/2020`, `2020-11-03`, `03.11.2020` or `3-Nov-20`, a date without a time; four numbers with dots are an address.
    private static func isDate(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        var separator: UInt8?
        var parts = 1
        var position = word.lowerBound
        while position < word.upperBound {
            let byte = line[position]
            if ASCII.isLetter(byte) {
                guard position + 3 <= word.upperBound, TimestampParser.month(line, at: position) != nil,
                    position == word.lowerBound || !ASCII.isDigit(line[position - 1]),
                    position + 3 == word.upperBound || !ASCII.isDigit(line[position + 3])
                else {
                    return false
                }
                position += 3
                continue
            }
            position += 1
            if ASCII.isDigit(byte) { continue }
            guard separator == nil || separator == byte else { return false }
            separator = byte
            parts += 1
        }
        return parts == 3 && (separator == ASCII.slash || separator == ASCII.dash || separator == ASCII.dot)
    }

    /// `local4.err`, as rsyslog's templates print the priority; `dot` is the first one of the word.
    static func isFacility(_ word: ByteRange, _ dot: Int, _ line: Span<UInt8>) -> Bool {
        let facility = ByteRange(word.lowerBound, dot)
        let severity = ByteRange(dot + 1, word.upperBound)
        guard severity.count <= 13 else { return false }
        return isFacility(facility, line) && isSeverity(severity, line)
    }

    private static func isSeverity(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        severities.contains { Text.reads(word, $0, in: line) }
    }

    private static func isFacility(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        ByteSearch.holds("local", in: line, at: word.lowerBound, to: word.upperBound)
            && word.count == 6 && ASCII.isDigit(line[word.upperBound - 1])
            || facilities.contains { Text.reads(word, $0, in: line) }
    }

    /// A facility or a severity alone, as templates print them in fields of their own.
    private static func isPriorityWord(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        isSeverity(word, line) || isFacility(word, line)
    }

    /// At most thirteen letters each.
    private static let severities: [StaticString] = [
        "emerg", "alert", "crit", "err", "error", "warning", "warn", "notice", "info", "debug", "emergency", "critical",
        "informational", "notification", "debugging",
    ]
    private static let facilities: [StaticString] = [
        "kern", "user", "mail", "daemon", "auth", "syslog", "authpriv", "cron",
    ]
}
