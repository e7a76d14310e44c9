// The calendar: moments in UTC as year, month, day and time of day, and back; and stamps that are such a moment. Pure.

/// Year, month, day and time of day in UTC, and the calendar's arithmetic.
struct CivilTime {
    var year: Int
    var month: Int
    var day: Int
    var hour: Int
    var minute: Int
    var second: Int

    /// Makes a moment of its parts, which must be those of a date that exists.
    init(year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        self.year = year
        self.month = month
        self.day = day
        self.hour = hour
        self.minute = minute
        self.second = second
    }

    /// The parts of a moment, proleptic Gregorian calendar.
    init(epochSeconds: Int64) {
        let days = Int(epochSeconds >= 0 ? epochSeconds / 86_400 : (epochSeconds - 86_399) / 86_400)
        let rest = Int(epochSeconds - Int64(days) * 86_400)
        hour = rest / 3600
        minute = rest / 60 % 60
        second = rest % 60
        // Years are counted from March, so that the leap day ends one; 719,468 days lie before 1970.
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// The years that every time form can hold.
    static let years = 0...9999

    /// The nearest moment of those years; in milliseconds since 1970.
    ///
    /// A Kafka timestamp is any number that its producer sent.
    static func writable(_ milliseconds: Int64) -> Int64 {
        min(max(milliseconds, -62_167_219_200_000), 253_402_300_799_999)
    }

    /// Whole seconds of milliseconds, rounded down also before 1970.
    static func seconds(_ milliseconds: Int64) -> Int64 {
        milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    }

    /// Seconds since 1970.
    var epochSeconds: Int64 {
        let days = CivilTime.daysSince1970(year: year, month: month, day: day)
        return days * 86_400 + Int64(hour * 3600 + minute * 60 + second)
    }

    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int64 {
        let shiftedYear = month <= 2 ? year - 1 : year
        let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
        let yearOfEra = shiftedYear - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return Int64(era * 146_097 + dayOfEra - 719_468)
    }

    /// Seconds since 1970 at which a year begins.
    static func startOfYear(_ year: Int) -> Int64 { daysSince1970(year: year, month: 1, day: 1) * 86_400 }

    static func days(inMonth month: Int, of year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        case 1...12: 31
        default: 0
        }
    }
}

/// Stamps that count from 1970, as collectors and shippers print them.
enum EpochStamp {
    /// The seconds of 2001 to 2099, which have ten digits.
    private static let seconds: Range<Int64> = 1_000_000_000..<4_102_444_800

    /// Reads `1604397001`, `1604397001.123`, or a count of milliseconds, microseconds or nanoseconds at `offset`; nil
    /// if no number of that length stands there alone.
    static func parse(_ line: Span<UInt8>, at offset: Int, to end: Int) -> (time: DeviceTime, end: Int)? {
        var stop = offset
        var moment: Int64 = 0
        while stop < end, stop - offset < 20, ASCII.isDigit(line[stop]) {
            if stop - offset < 10 { moment = moment * 10 + Int64(line[stop] - ASCII.zero) }
            stop += 1
        }
        switch stop - offset {
        case 10, 13, 16, 19: break
        default: return nil
        }
        if stop < end, line[stop] == ASCII.dot {
            stop += 1
            while stop < end, ASCII.isDigit(line[stop]) { stop += 1 }
        }
        guard seconds.contains(moment), endsStamp(line, stop, end) else { return nil }
        let civil = CivilTime(epochSeconds: moment)
        let time = DeviceTime(
            year: civil.year,
            month: civil.month,
            day: civil.day,
            hour: civil.hour,
            minute: civil.minute,
            second: civil.second,
            utcOffset: 0
        )
        return (time, stop)
    }

    private static func endsStamp(_ line: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        guard position < end else { return true }
        return switch line[position] {
        case ASCII.comma, ASCII.colon, ASCII.closeBracket, UInt8(ascii: ";"), UInt8(ascii: "|"): true
        default: ASCII.isBlank(line[position])
        }
    }
}
