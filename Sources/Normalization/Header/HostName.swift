// Which words of a header can name a device, and what collectors and templates print around the name. Pure.

enum HostName {
    /// The name in a word: the value of a label, without the marks around it and without a port.
    static func word(_ range: ByteRange, _ line: Span<UInt8>) -> ByteRange {
        withoutPort(bareWord(deviceID(range, line), line), line)
    }

    /// `192.0.2.7:514`, `[2001:db8::7]:514`, `/192.0.2.7:514` or `udp://192.0.2.7:514`, as collectors print where a
    /// line came from: the address alone.
    private static func withoutPort(_ word: ByteRange, _ line: Span<UInt8>) -> ByteRange {
        guard !word.isEmpty else { return word }
        var address = word
        if let slash = Text.last(ASCII.slash, in: word, of: line),
            slash == word.lowerBound || line[slash - 1] == ASCII.slash
        {
            address = ByteRange(slash + 1, word.upperBound)
        }
        if let colon = Text.last(ASCII.colon, in: address, of: line), colon > address.lowerBound,
            Text.isDigits(ByteRange(colon + 1, word.upperBound), in: line),
            line[colon - 1] == ASCII.closeBracket || Text.first(ASCII.colon, in: address, of: line) == colon
        {
            address = ByteRange(address.lowerBound, colon)
        }
        guard address != word, address.count > 2 else { return word }
        if line[address.lowerBound] == ASCII.openBracket, line[address.upperBound - 1] == ASCII.closeBracket {
            address = ByteRange(address.lowerBound + 1, address.upperBound - 1)
        }
        return IPAddress.parse(address, in: line) == nil ? word : address
    }

    /// The value of `device-id=fw1` or of another label; any other word as it is.
    private static func deviceID(_ word: ByteRange, _ line: Span<UInt8>) -> ByteRange {
        guard let equals = Text.first(ASCII.equals, in: word, of: line),
            isLabel(ByteRange(word.lowerBound, equals), in: line)
        else { return word }
        return ByteRange(equals + 1, word.upperBound)
    }

    /// Whether a word is the label of a device's name.
    static func isLabel(_ word: ByteRange, in line: Span<UInt8>) -> Bool {
        labels.contains { Text.readsIgnoringCase(word, $0, in: line) }
    }

    private static let labels: [StaticString] = ["device-id", "device_id", "deviceid", "host", "hostname"]

    /// The word without the colon, comma or quotes that end it, and without brackets or quotes around it.
    private static func bareWord(_ range: ByteRange, _ line: Span<UInt8>) -> ByteRange {
        var word = range
        while !word.isEmpty, SyslogHeader.isQuote(line[word.lowerBound]) { word.start += 1 }
        while !word.isEmpty {
            let last = line[word.upperBound - 1]
            guard last == ASCII.colon || SyslogHeader.isQuote(last) else { break }
            // `2001:db8::` ends with colons of its own.
            if last == ASCII.colon, case .v6? = IPAddress.parse(word, in: line) { break }
            word.end -= 1
        }
        if word.count > 2, line[word.lowerBound] == ASCII.openBracket, line[word.upperBound - 1] == ASCII.closeBracket {
            word = ByteRange(word.lowerBound + 1, word.upperBound - 1)
        }
        return word
    }

    /// Whether a word can name a device: not a number, a nil value, a word in parentheses, a program tag, a path or
    /// `facility.severity`.
    static func isHost(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
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
                // A name that somebody gave the device may end in parentheses, as `fw1(2)`.
                if byte == ASCII.openParenthesis,
                    index == word.lowerBound || line[word.upperBound - 1] != ASCII.closeParenthesis
                {
                    return false
                }
                // A name may be hidden as `<IP>`; an element of XML is none.
                if byte == ASCII.lessThan,
                    index > word.lowerBound || line[word.upperBound - 1] != ASCII.greaterThan
                {
                    return false
                }
                if byte == ASCII.equals || byte < ASCII.space { return false }
            }
        }
        guard hasLetter || (hasDigit && hasOther), line[word.upperBound - 1] != ASCII.closeBracket,
            line[word.lowerBound] != ASCII.percent, line[word.lowerBound] != ASCII.slash,
            // `#011` is a blank that was escaped, `@cee:` what begins a JSON record in syslog.
            line[word.lowerBound] != ASCII.openBracket, line[word.lowerBound] != UInt8(ascii: "#"),
            line[word.lowerBound] != UInt8(ascii: "@"),
            !Absence.isNone(word, in: line), !isDate(word, line),
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
        // `<local4.err>`, as the text of a priority stands where its number does.
        let isMarked = line[word.lowerBound] == ASCII.lessThan
        return !isFacility(isMarked ? ByteRange(word.lowerBound + 1, word.upperBound - 1) : word, dot, line)
    }

    /// `ASA`, `FTD` or another name of a program behind the host; in lower case only with a colon glued to it.
    static func isProgram(_ word: ByteRange, isGlued: Bool, _ line: Span<UInt8>) -> Bool {
        ASATag.products.contains { Text.reads(word, $0, in: line) }
            || programs.contains { Text.reads(word, $0, in: line) }
            || (isGlued && gluedPrograms.contains { Text.reads(word, $0, in: line) })
    }

    private static let programs: [StaticString] = ["CiscoASA", "SFIMS", "Alerts", "cisco:asa", "cisco:ftd"]
    private static let gluedPrograms: [StaticString] = [
        "asa", "ftd", "pix", "fwsm", "cisco", "cisco-asa", "cisco_asa", "cisco-ftd", "cisco_ftd", "syslog", "syslogd",
        "rsyslogd", "logger", "message", "msg", "log", "raw", "root", "lina", "kernel",
    ]

    /// `09:50:01` or `09:50`, a time that belongs to no date.
    private static func isTimeOfDay(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        for index in word.lowerBound..<word.upperBound {
            let byte = line[index]
            guard ASCII.isDigit(byte) || byte == ASCII.colon || byte == ASCII.dot else { return false }
        }
        return true
    }

    /// `11/03/2020`, `2020-11-03`, `03.11.2020` or `3-Nov-20`, a date without a time; four numbers with dots are an
    /// address.
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

    /// `local4.err` or `Local4.Err`, as relays' templates print the priority; `dot` is the first one of the word.
    static func isFacility(_ word: ByteRange, _ dot: Int, _ line: Span<UInt8>) -> Bool {
        // Most names of devices begin with a letter that no facility does.
        switch ASCII.lowercased(line[word.lowerBound]) {
        case UInt8(ascii: "a"), UInt8(ascii: "c"), UInt8(ascii: "d"), UInt8(ascii: "k"), UInt8(ascii: "l"),
            UInt8(ascii: "m"), UInt8(ascii: "s"), UInt8(ascii: "u"):
            break
        default: return false
        }
        let facility = ByteRange(word.lowerBound, dot)
        let severity = ByteRange(dot + 1, word.upperBound)
        guard severity.count <= 13 else { return false }
        return isFacility(facility, line) && isSeverity(severity, line)
    }

    private static func isSeverity(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        severities.contains { Text.readsIgnoringCase(word, $0, in: line) }
    }

    private static func isFacility(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        isLocal(word, line) || facilities.contains { Text.readsIgnoringCase(word, $0, in: line) }
    }

    private static func isLocal(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
        word.count == 6 && ASCII.isDigit(line[word.upperBound - 1])
            && ByteSearch.holdsIgnoringCase("local", in: line, at: word.lowerBound, to: word.upperBound)
    }

    /// A facility or a severity alone, as templates print them in fields of their own.
    static func isPriorityWord(_ word: ByteRange, _ line: Span<UInt8>) -> Bool {
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
