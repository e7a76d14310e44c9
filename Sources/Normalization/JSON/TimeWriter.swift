// The two time forms of the guide, and the forms for sinks that sort by them (contract D6 and §8).
// English month names from a fixed table, never a locale. Pure.

extension OutputBuffer {
    /// Appends `Nov 03 2020 09:50:01` (token `eventTime`).
    mutating func append(eventTime time: CivilTime) {
        append(TimeNames.month(time.month))
        append(ASCII.space)
        append(decimal: time.day, digits: 2)
        append(ASCII.space)
        append(decimal: time.year, digits: 4)
        append(ASCII.space)
        append(clock: time.hour, time)
    }

    /// Appends `Jun 01, 2021 11:29:04 AM` (token `collectorReceivedTime`).
    mutating func append(collectorTime time: CivilTime) {
        append(TimeNames.month(time.month))
        append(ASCII.space)
        append(decimal: time.day, digits: 2)
        append(", ")
        append(decimal: time.year, digits: 4)
        append(ASCII.space)
        append(clock: time.hour % 12 == 0 ? 12 : time.hour % 12, time)
        append(time.hour < 12 ? " AM" : " PM")
    }

    /// Appends `2020-11-03T09:50:01.123Z` of milliseconds since 1970; for log lines and reports.
    public mutating func append(timestamp milliseconds: Int64) {
        let milliseconds = CivilTime.writable(milliseconds)
        let seconds = CivilTime.seconds(milliseconds)
        append(rfc3339: CivilTime(epochSeconds: seconds))
        count -= 1
        append(ASCII.dot)
        append(decimal: Int(milliseconds - seconds * 1000), digits: 3)
        append(UInt8(ascii: "Z"))
    }

    /// Appends `2020-11-03T09:50:01Z`.
    mutating func append(rfc3339 time: CivilTime) {
        append(decimal: time.year, digits: 4)
        append(ASCII.dash)
        append(decimal: time.month, digits: 2)
        append(ASCII.dash)
        append(decimal: time.day, digits: 2)
        append(UInt8(ascii: "T"))
        append(clock: time.hour, time)
        append(UInt8(ascii: "Z"))
    }

    private mutating func append(clock hour: Int, _ time: CivilTime) {
        append(decimal: hour, digits: 2)
        append(ASCII.colon)
        append(decimal: time.minute, digits: 2)
        append(ASCII.colon)
        append(decimal: time.second, digits: 2)
    }
}

private enum TimeNames {
    static func month(_ month: Int) -> StaticString {
        switch month {
        case 1: "Jan"
        case 2: "Feb"
        case 3: "Mar"
        case 4: "Apr"
        case 5: "May"
        case 6: "Jun"
        case 7: "Jul"
        case 8: "Aug"
        case 9: "Sep"
        case 10: "Oct"
        case 11: "Nov"
        default: "Dec"
        }
    }
}
