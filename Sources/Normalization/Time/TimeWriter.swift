// The two time forms of the guide, and the forms for sinks that sort by them.
// English month names from a fixed table, never a locale. Pure.

extension OutputCursor {
    /// Appends `"Nov 03 2020 09:50:01"` (token `eventTime`).
    @inline(__always)
    mutating func append(eventTime time: CivilTime) {
        append(ASCII.quote)
        append(word: TimeNames.month(time.month), length: 4)
        append(twoDigits: time.day, ASCII.space)
        append(year: time.year)
        append(ASCII.space)
        append(clock: time.hour, time)
        append(ASCII.quote)
    }

    /// Appends `"Jun 01, 2021 11:29:04 AM"` (token `collectorReceivedTime`).
    mutating func append(collectorTime time: CivilTime) {
        append(ASCII.quote)
        append(word: TimeNames.month(time.month), length: 4)
        append(twoDigits: time.day, ASCII.comma)
        append(ASCII.space)
        append(year: time.year)
        append(ASCII.space)
        append(clock: time.hour % 12 == 0 ? 12 : time.hour % 12, time)
        // ` AM"` or ` PM"`.
        append(word: time.hour < 12 ? 0x224D_4120 : 0x224D_5020, length: 4)
    }

    /// Appends `2020-11-03T09:50:01.123Z` of milliseconds since 1970; for log lines and reports.
    mutating func append(timestamp milliseconds: Int64) {
        let milliseconds = CivilTime.writable(milliseconds)
        let seconds = CivilTime.seconds(milliseconds)
        append(dateAndTime: CivilTime(epochSeconds: seconds))
        append(ASCII.dot)
        append(decimal: Int(milliseconds - seconds * 1000), digits: 3)
        append(UInt8(ascii: "Z"))
    }

    /// Appends `"2020-11-03T09:50:01Z"`.
    mutating func append(rfc3339String time: CivilTime) {
        append(ASCII.quote)
        append(dateAndTime: time)
        append("Z\"")
    }

    /// Appends milliseconds since 1970 as a JSON number.
    mutating func append(epochMilliseconds milliseconds: Int64) {
        if milliseconds < 0 { append(ASCII.dash) }
        append(decimal: Int(milliseconds.magnitude))
    }

    private mutating func append(dateAndTime time: CivilTime) {
        append(year: time.year)
        append(ASCII.dash)
        append(twoDigits: time.month, ASCII.dash)
        append(twoDigits: time.day, UInt8(ascii: "T"))
        append(clock: time.hour, time)
    }

    @inline(__always)
    private mutating func append(year: Int) {
        append(word: Decimal.twoDigits(year / 100) | Decimal.twoDigits(year % 100) << 16, length: 4)
    }

    @inline(__always)
    private mutating func append(clock hour: Int, _ time: CivilTime) {
        append(twoDigits: hour, ASCII.colon)
        append(twoDigits: time.minute, ASCII.colon)
        append(word: Decimal.twoDigits(time.second), length: 2)
    }
}

extension OutputBuffer {
    /// Appends `2020-11-03T09:50:01.123Z` of milliseconds since 1970; for log lines and reports.
    public mutating func append(timestamp milliseconds: Int64) {
        write(atMost: 32) { $0.append(timestamp: milliseconds) }
    }
}

private enum TimeNames {
    /// The English name of a month, three letters and a blank, the first one least significant: 20 6E 61 4A is `Jan `.
    static func month(_ month: Int) -> UInt64 {
        switch month {
        case 1: 0x206E614A
        case 2: 0x20626546
        case 3: 0x2072614D
        case 4: 0x20727041
        case 5: 0x2079614D
        case 6: 0x206E754A
        case 7: 0x206C754A
        case 8: 0x20677541
        case 9: 0x20706553
        case 10: 0x2074634F
        case 11: 0x20766F4E
        default: 0x20636544
        }
    }
}
