// The time a device or relay printed, in any of the forms that devices are set to. Digits to fields only; the
// year and the zone that a line leaves out are given by the caller, never looked up. Pure.

/// A date and time of day as printed.
struct DeviceTime: Equatable {
    var year: Int?
    var month = 0
    var day = 0
    var hour = 0
    var minute = 0
    var second = 0
    /// Seconds east of UTC, if the line states a zone.
    var utcOffset: Int?
    /// Seconds east of UTC of a relay's stamp on the same line: it serves where neither the stamp nor a setting says
    /// another.
    var relayOffset: Int?

    /// Takes from a relay's stamp on the same line what this one leaves out; the year is the one that puts both nearest
    /// together.
    mutating func complete(from relay: DeviceTime) {
        if year == nil, let stated = relay.year {
            let months = month - relay.month
            year = months > 6 ? stated - 1 : months < -6 ? stated + 1 : stated
        }
        relayOffset = relay.utcOffset ?? relay.relayOffset
    }

    /// The moment in UTC.
    ///
    /// - Parameters:
    ///   - receivedAt: Seconds since 1970 at which the line came in: it lends the year, so that the event is at most
    ///     one day ahead of it.
    ///   - defaultOffset: Seconds east of UTC of a device that states no zone.
    /// - Returns: nil for a date that does not exist, or that no time form can hold.
    func civilTime(receivedAt: Int64, defaultOffset: Int) -> CivilTime? {
        let offset = utcOffset ?? defaultOffset
        if let year { return civilTime(inYear: year, offset) }
        let received = CivilTime(epochSeconds: receivedAt).year
        for back in 0..<3 {
            guard let time = civilTime(inYear: received + 1 - back, offset) else { continue }
            if time.epochSeconds <= receivedAt + 86_400 { return time }
        }
        return nil
    }

    private func civilTime(inYear year: Int, _ offset: Int) -> CivilTime? {
        guard day <= CivilTime.days(inMonth: month, of: year) else { return nil }
        let printed = CivilTime(
            year: year,
            month: month,
            day: day,
            hour: hour,
            minute: minute,
            second: min(second, 59)
        )
        let time = offset == 0 ? printed : CivilTime(epochSeconds: printed.epochSeconds - Int64(offset))
        return CivilTime.years.contains(time.year) ? time : nil
    }
}
