// What a file of tzdata ends with: the rule for all times to come, as POSIX writes it (`CET-1CEST,M3.5.0,M10.5.0/3`),
// with the extensions of RFC 9636, section 3.3.2. Pure.

/// The rule of a zone.
struct ZoneFooter {
    /// When one offset takes the place of the other, each year.
    struct Change {
        enum Day {
            /// 1 to 365; February 29 is not counted.
            case ofCommonYear(Int)
            /// 0 to 365; February 29 is counted.
            case ofYear(Int)
            /// The `week`th day of the week, 1 to 5, 5 for the last one; Sunday is 0.
            case ofWeek(month: Int, week: Int, day: Int)
        }

        var day: Day
        /// Seconds from the midnight that begins the day, on the clock as it goes before the change; may be negative.
        var time: Int
    }

    /// Seconds east of UTC of standard time.
    let standard: Int
    /// Summer time; nil if there is none.
    let summer: (offset: Int, start: Change, end: Change)?

    /// The rule that a text states; nil if it states none.
    init?(_ text: [UInt8]) {
        var cursor = Cursor(text: text)
        guard cursor.takeName(), let west = cursor.takeTime(hours: 0...24) else { return nil }
        standard = -west
        guard !cursor.isAtEnd else {
            summer = nil
            return
        }
        guard cursor.takeName() else { return nil }
        var offset = standard + 3600
        if !cursor.isAt(ASCII.comma) {
            guard let west = cursor.takeTime(hours: 0...24) else { return nil }
            offset = -west
        }
        guard let start = cursor.takeChange(), let end = cursor.takeChange(), cursor.isAtEnd else { return nil }
        summer = (offset, start, end)
    }

    /// The two periods that begin in a year; none without summer time.
    func changes(in year: Int) -> [ZoneRules.Period] {
        guard let summer else { return [] }
        return [
            ZoneRules.Period(start: summer.start.moment(in: year) - Int64(standard), offset: summer.offset),
            ZoneRules.Period(start: summer.end.moment(in: year) - Int64(summer.offset), offset: standard),
        ]
    }
}

extension ZoneFooter.Change {
    /// The moment in a year as the clock shows it: seconds since 1970, as if it were in UTC.
    fileprivate func moment(in year: Int) -> Int64 {
        let isLeap = CivilTime.days(inMonth: 2, of: year) == 29
        let newYear = CivilTime.startOfYear(year)
        let dayOfYear: Int
        switch day {
        case .ofCommonYear(let number): dayOfYear = number - (isLeap && number >= 60 ? 0 : 1)
        case .ofYear(let number): dayOfYear = number
        case .ofWeek(let month, let week, let day):
            let before = (1..<month).reduce(0) { $0 + CivilTime.days(inMonth: $1, of: year) }
            // The first of January 1970 was a Thursday.
            let weekday = Int((newYear / 86_400 + Int64(before) + 4) % 7 + 7) % 7
            let first = (day - weekday + 7) % 7
            let last = CivilTime.days(inMonth: month, of: year) - 1
            let found = first + (week - 1) * 7
            dayOfYear = before + (found > last ? found - 7 : found)
        }
        return newYear + Int64(dayOfYear * 86_400 + time)
    }
}

/// Reads the parts of a rule; no byte beyond the text is looked at.
private struct Cursor {
    let text: [UInt8]
    var position = 0

    var isAtEnd: Bool { position == text.count }

    func isAt(_ byte: UInt8) -> Bool { position < text.count && text[position] == byte }

    mutating func takes(_ byte: UInt8) -> Bool {
        guard isAt(byte) else { return false }
        position += 1
        return true
    }

    /// Passes over `CET`, or `<-03>`.
    mutating func takeName() -> Bool {
        let isQuoted = takes(ASCII.lessThan)
        let start = position
        while position < text.count, isOfName(text[position], isQuoted) { position += 1 }
        let length = position - start
        return length >= 3 && (!isQuoted || takes(ASCII.greaterThan))
    }

    private func isOfName(_ byte: UInt8, _ isQuoted: Bool) -> Bool {
        ASCII.isLetter(byte)
            || isQuoted && (ASCII.isDigit(byte) || byte == ASCII.plus || byte == ASCII.dash)
    }

    /// Takes `-1`, `5:30` or `02:00:00`: seconds.
    mutating func takeTime(hours: ClosedRange<Int>) -> Int? {
        let isNegative = takes(ASCII.dash)
        if !isNegative { _ = takes(ASCII.plus) }
        guard let hour = takeNumber(hours) else { return nil }
        var seconds = hour * 3600
        if takes(ASCII.colon) {
            guard let minute = takeNumber(0...59) else { return nil }
            seconds += minute * 60
            if takes(ASCII.colon) {
                guard let second = takeNumber(0...59) else { return nil }
                seconds += second
            }
        }
        return isNegative ? -seconds : seconds
    }

    /// Takes `,M3.5.0/3`, `,J60` or `,59/-1`.
    mutating func takeChange() -> ZoneFooter.Change? {
        guard takes(ASCII.comma) else { return nil }
        let day: ZoneFooter.Change.Day
        if takes(UInt8(ascii: "M")) {
            guard let month = takeNumber(1...12), takes(ASCII.dot), let week = takeNumber(1...5), takes(ASCII.dot),
                let weekday = takeNumber(0...6)
            else { return nil }
            day = .ofWeek(month: month, week: week, day: weekday)
        } else if takes(UInt8(ascii: "J")) {
            guard let number = takeNumber(1...365) else { return nil }
            day = .ofCommonYear(number)
        } else {
            guard let number = takeNumber(0...365) else { return nil }
            day = .ofYear(number)
        }
        guard takes(ASCII.slash) else { return ZoneFooter.Change(day: day, time: 7200) }
        return takeTime(hours: 0...167).map { ZoneFooter.Change(day: day, time: $0) }
    }

    /// Takes one to three digits.
    private mutating func takeNumber(_ range: ClosedRange<Int>) -> Int? {
        let start = position
        var value = 0
        while position < text.count, position - start < 4, ASCII.isDigit(text[position]) {
            value = value * 10 + Int(text[position] - ASCII.zero)
            position += 1
        }
        return position > start && position - start <= 3 && range.contains(value) ? value : nil
    }
}
