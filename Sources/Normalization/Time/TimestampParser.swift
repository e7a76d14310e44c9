// Reads one timestamp that begins at a given place of a header: `Nov 03 2020 09:50:01`, `Nov  3 09:50:01`,
// `2020 Nov 03 09:50:01`, `3 Nov 2020 09:50:01`, ISO 8601 and RFC 5424, with fraction and zone, and seconds or
// milliseconds since 1970. Pure.

/// A cursor over the header that reads timestamps.
struct TimestampParser {
    private(set) var position: Int
    private let end: Int
    private var time = DeviceTime()

    private init(position: Int, end: Int) {
        self.position = position
        self.end = end
    }

    /// The timestamp that begins at `offset` and the offset just past it, zone included; nil if none begins there.
    static func parse(_ line: Span<UInt8>, at offset: Int, to end: Int) -> (time: DeviceTime, end: Int)? {
        if let stamp = EpochStamp.parse(line, at: offset, to: end) { return stamp }
        var parser = TimestampParser(position: offset, end: end)
        guard parser.readDateAndTime(line) else { return nil }
        parser.readZoneAndYear(line)
        return (parser.time, parser.position)
    }

    private mutating func readDateAndTime(_ line: Span<UInt8>) -> Bool {
        guard position < end else { return false }
        if ASCII.isLetter(line[position]) {
            if takeWeekday(line) {
                guard skipCommaAndBlanks(line) else { return false }
                if position < end, ASCII.isDigit(line[position]) { return readDayFirst(line) }
            }
            return readMonthFirst(line)
        }
        guard let digits = number(line, width: 4) else { return readDayFirst(line) }
        let separator = position < end ? line[position] : 0
        if (ASCII.dash...ASCII.slash).contains(separator) { return readISO(line, year: digits, separator) }
        guard TimestampParser.years.contains(digits), skipBlanks(line) else { return false }
        time.year = digits
        return readMonthFirst(line)
    }

    /// Reads `Nov 03 [2020] 09:50:01`, a comma behind day or year or none.
    private mutating func readMonthFirst(_ line: Span<UInt8>) -> Bool {
        guard let month = takeMonth(line), skipBlanks(line), let day = shortNumber(line), (1...31).contains(day),
            skipCommaAndBlanks(line)
        else { return false }
        (time.month, time.day) = (month, day)
        let mark = position
        if let year = number(line, width: 4), TimestampParser.years.contains(year), skipCommaAndBlanks(line) {
            time.year = year
        } else {
            position = mark
        }
        return readTimeOfDay(line)
    }

    /// Reads `3 Nov 2020 09:50:01`, also with dashes or slashes in the date and a colon behind it.
    private mutating func readDayFirst(_ line: Span<UInt8>) -> Bool {
        guard let day = shortNumber(line), (1...31).contains(day), skipDateSeparator(line),
            let month = takeMonth(line), skipDateSeparator(line), let year = number(line, width: 4),
            TimestampParser.years.contains(year),
            skipBlanks(line) || take(ASCII.colon, line)
        else { return false }
        (time.day, time.month, time.year) = (day, month, year)
        return readTimeOfDay(line)
    }

    private mutating func skipDateSeparator(_ line: Span<UInt8>) -> Bool {
        take(ASCII.dash, line) || take(ASCII.slash, line) || skipBlanks(line)
    }

    /// `2020-11-03T09:50:01`, also with a blank, with slashes or with dots.
    private mutating func readISO(_ line: Span<UInt8>, year: Int, _ separator: UInt8) -> Bool {
        position += 1
        guard TimestampParser.years.contains(year), let month = number(line, width: 2), (1...12).contains(month),
            take(separator, line), let day = number(line, width: 2), (1...31).contains(day), position < end,
            line[position] == UInt8(ascii: "T") || line[position] == UInt8(ascii: "t") || ASCII.isBlank(line[position])
        else { return false }
        position += 1
        (time.year, time.month, time.day) = (year, month, day)
        return readTimeOfDay(line)
    }

    private mutating func readTimeOfDay(_ line: Span<UInt8>) -> Bool {
        guard let hour = shortNumber(line), hour < 24, take(ASCII.colon, line), let minute = number(line, width: 2),
            minute < 60,
            take(ASCII.colon, line), let second = number(line, width: 2), second <= 60
        else { return false }
        (time.hour, time.minute, time.second) = (hour, minute, second)
        takeFraction(line)
        takeHalfOfDay(line)
        return true
    }

    /// Passes over `.138` or `,138`, but not over the address in `09:50:01,192.0.2.7`.
    private mutating func takeFraction(_ line: Span<UInt8>) {
        guard position + 1 < end, line[position] == ASCII.dot || line[position] == ASCII.comma else { return }
        let digits = position + 1
        var stop = digits
        while stop < end, ASCII.isDigit(line[stop]) { stop += 1 }
        let isName =
            stop < end && (line[stop] == ASCII.dot || (ASCII.isLetter(line[stop]) && line[stop] | 0x20 != 0x7A))
        guard stop > digits, line[position] == ASCII.dot || !isName else { return }
        position = stop
    }

    /// `AM` or `PM` behind a time of twelve hours, with or without a blank.
    private mutating func takeHalfOfDay(_ line: Span<UInt8>) {
        let word = Text.afterBlanks(position, line, end)
        guard word + 2 <= end, word + 2 == end || !TimestampParser.isName(line[word + 2]),
            ASCII.lowercased(line[word + 1]) == UInt8(ascii: "m")
        else { return }
        let half = ASCII.lowercased(line[word])
        guard half == UInt8(ascii: "a") || half == UInt8(ascii: "p"), (1...12).contains(time.hour) else { return }
        time.hour = time.hour % 12 + (half == UInt8(ascii: "p") ? 12 : 0)
        position = word + 2
    }

    private static func isName(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.dash || byte == ASCII.dot
            || byte == UInt8(ascii: "_")
    }

    /// A zone behind the time, and a year behind that, where they stand.
    private mutating func readZoneAndYear(_ line: Span<UInt8>) {
        let mark = position
        position = Text.afterBlanks(position, line, end)
        if let zone = TimeZoneName.parse(line, at: position, to: end) {
            time.utcOffset = zone.utcOffset
            position = zone.end
        } else {
            position = mark
        }
        guard time.year == nil else { return }
        let beforeYear = position
        guard skipBlanks(line), let year = number(line, width: 4), TimestampParser.years.contains(year),
            position == end || ASCII.isBlank(line[position]) || line[position] == ASCII.closeBracket
                || endsWithColon(line)
        else {
            position = beforeYear
            return
        }
        time.year = year
        guard time.utcOffset == nil else { return }
        let word = Text.afterBlanks(position, line, end)
        if let zone = TimeZoneName.parse(line, at: word, to: end) {
            time.utcOffset = zone.utcOffset
            position = zone.end
        }
    }

    /// Whether a colon that ends a word stands here: `2020: `, but not the `2001:` of an IPv6 host.
    private func endsWithColon(_ line: Span<UInt8>) -> Bool {
        line[position] == ASCII.colon && (position + 1 == end || ASCII.isBlank(line[position + 1]))
    }

    // MARK: - Pieces

    static let years = 1990...2199

    /// The month, 1 to 12, whose name stands at `offset`, with no further letter behind it.
    static func month(_ line: Span<UInt8>, at offset: Int) -> Int? {
        TimestampParser(position: offset, end: line.count).threeLetters(line).flatMap(month)
    }

    /// The three letters that stand here as a whole word, in lower case, the first one highest; nil for anything else.
    @inline(__always)
    private func threeLetters(_ line: Span<UInt8>) -> UInt32? {
        guard position + 3 <= end, position + 3 == end || !ASCII.isLetter(line[position + 3]) else { return nil }
        var word: UInt32 = 0
        for offset in 0..<3 { word = word << 8 | UInt32(ASCII.lowercased(line[position + offset])) }
        return word
    }

    /// The month, 1 to 12, whose name stands here.
    private mutating func takeMonth(_ line: Span<UInt8>) -> Int? {
        guard let word = threeLetters(line), let month = TimestampParser.month(word) else { return nil }
        position += 3
        return month
    }

    /// Passes over the name of a day of the week; false if none stands here.
    private mutating func takeWeekday(_ line: Span<UInt8>) -> Bool {
        switch threeLetters(line) {
        case 0x6D6F6E, 0x747565, 0x776564, 0x746875, 0x667269, 0x736174, 0x73756E:
            position += 3
            return true
        default: return false
        }
    }

    /// The month of a name as `threeLetters` gives it: `jan` is 6A 61 6E.
    private static func month(_ word: UInt32) -> Int? {
        switch word {
        case 0x6A616E: 1
        case 0x666562: 2
        case 0x6D6172: 3
        case 0x617072: 4
        case 0x6D6179: 5
        case 0x6A756E: 6
        case 0x6A756C: 7
        case 0x617567: 8
        case 0x736570: 9
        case 0x6F6374: 10
        case 0x6E6F76: 11
        case 0x646563: 12
        default: nil
        }
    }

    /// Takes a number of exactly `width` digits.
    @inline(__always)
    private mutating func number(_ line: Span<UInt8>, width: Int) -> Int? {
        guard position + width <= end else { return nil }
        var value = 0
        for offset in 0..<width {
            let digit = line[position + offset] &- ASCII.zero
            guard digit < 10 else { return nil }
            value = value &* 10 &+ Int(digit)
        }
        guard position + width == end || !ASCII.isDigit(line[position + width]) else { return nil }
        position += width
        return value
    }

    @inline(__always)
    private mutating func shortNumber(_ line: Span<UInt8>) -> Int? {
        number(line, width: 2) ?? number(line, width: 1)
    }

    @inline(__always)
    private mutating func take(_ byte: UInt8, _ line: Span<UInt8>) -> Bool {
        guard position < end, line[position] == byte else { return false }
        position += 1
        return true
    }

    @inline(__always)
    private mutating func skipBlanks(_ line: Span<UInt8>) -> Bool {
        let start = position
        position = Text.afterBlanks(position, line, end)
        return position > start
    }

    @inline(__always)
    private mutating func skipCommaAndBlanks(_ line: Span<UInt8>) -> Bool {
        _ = take(ASCII.comma, line)
        return skipBlanks(line)
    }
}
