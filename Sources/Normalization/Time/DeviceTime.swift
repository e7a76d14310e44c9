// The time a device or relay printed, in any of the forms that devices are set to. Digits to fields only; the
// year and the zone that a line leaves out are given by the caller, never looked up. Pure.

/// A date and time of day as printed.
///
/// Kept small: it is copied with every header.
struct DeviceTime: Equatable {
    private var storedYear = Int16.min
    private var storedMonth: Int8
    private var storedDay: Int8
    private var storedHour: Int8
    private var storedMinute: Int8
    private var storedSecond: Int8
    private var storedOffset = Int32.min
    private var storedRelayOffset = Int32.min
    private var storedRelayMoment = Int64.min

    /// A time whose parts may still be missing.
    @inline(__always)
    init(
        year: Int? = nil,
        month: Int = 0,
        day: Int = 0,
        hour: Int = 0,
        minute: Int = 0,
        second: Int = 0,
        utcOffset: Int? = nil
    ) {
        storedMonth = Int8(truncatingIfNeeded: month)
        storedDay = Int8(truncatingIfNeeded: day)
        storedHour = Int8(truncatingIfNeeded: hour)
        storedMinute = Int8(truncatingIfNeeded: minute)
        storedSecond = Int8(truncatingIfNeeded: second)
        if let year { self.year = year }
        if let utcOffset { self.utcOffset = utcOffset }
    }

    var year: Int? {
        @inline(__always) get { storedYear == .min ? nil : Int(storedYear) }
        @inline(__always) set { storedYear = newValue.map { Int16(truncatingIfNeeded: $0) } ?? .min }
    }
    var month: Int {
        @inline(__always) get { Int(storedMonth) }
        @inline(__always) set { storedMonth = Int8(truncatingIfNeeded: newValue) }
    }
    var day: Int {
        @inline(__always) get { Int(storedDay) }
        @inline(__always) set { storedDay = Int8(truncatingIfNeeded: newValue) }
    }
    var hour: Int {
        @inline(__always) get { Int(storedHour) }
        @inline(__always) set { storedHour = Int8(truncatingIfNeeded: newValue) }
    }
    var minute: Int {
        @inline(__always) get { Int(storedMinute) }
        @inline(__always) set { storedMinute = Int8(truncatingIfNeeded: newValue) }
    }
    var second: Int {
        @inline(__always) get { Int(storedSecond) }
        @inline(__always) set { storedSecond = Int8(truncatingIfNeeded: newValue) }
    }
    /// Seconds east of UTC, if the line states a zone.
    var utcOffset: Int? {
        @inline(__always) get { storedOffset == .min ? nil : Int(storedOffset) }
        @inline(__always) set { storedOffset = newValue.map { Int32(truncatingIfNeeded: $0) } ?? .min }
    }
    /// Seconds east of UTC of a relay's stamp on the same line: it serves where neither the stamp nor a setting says
    /// another.
    var relayOffset: Int? {
        @inline(__always) get { storedRelayOffset == .min ? nil : Int(storedRelayOffset) }
        @inline(__always) set { storedRelayOffset = newValue.map { Int32(truncatingIfNeeded: $0) } ?? .min }
    }
    /// The moment of a relay's stamp on the same line that states its year and its zone, in seconds since 1970.
    var relayMoment: Int64? {
        @inline(__always) get { storedRelayMoment == .min ? nil : storedRelayMoment }
        @inline(__always) set { storedRelayMoment = newValue ?? .min }
    }

    /// Takes from a relay's stamp on the same line what this one leaves out; the year is the one that puts both nearest
    /// together.
    mutating func complete(from relay: DeviceTime) {
        if year == nil, let stated = relay.year {
            let months = month - relay.month
            year = months > 6 ? stated - 1 : months < -6 ? stated + 1 : stated
        }
        relayOffset = relay.utcOffset ?? relay.relayOffset
        relayMoment = relay.relayMoment
        if let stated = relay.year, let offset = relay.utcOffset, let printed = relay.printed(inYear: stated) {
            relayMoment = printed.epochSeconds - Int64(offset)
        }
    }

    /// What the stamp means.
    ///
    /// - Parameters:
    ///   - reception: When the line came in: it lends the year, so that the event is at most one day ahead of it.
    ///   - zone: What the clock of a device that states no zone goes by.
    /// - Returns: nil for a date that does not exist, or that no time form can hold.
    func reading(_ reception: Reception, _ zone: borrowing DeviceZone) -> StampReading? {
        if let utcOffset { return reading(reception) { _ in (utcOffset, .once) } }
        switch zone {
        case .offset(let seconds): return reading(reception) { _ in (seconds, .once) }
        case .rules(let rules):
            let reference = relayMoment ?? reception.reference
            return reading(reception) { rules.reading(of: $0.epochSeconds, near: reference) }
        }
    }

    /// The same; `offset` says what the clock means by the time that it shows.
    @inline(__always)
    private func reading(
        _ reception: Reception,
        _ offset: (_ shown: CivilTime) -> (offset: Int, occurrence: Occurrence)
    ) -> StampReading? {
        if let year { return reading(inYear: year, offset) }
        let received = CivilTime(epochSeconds: reception.seconds).year
        for back in 0..<3 {
            guard let reading = reading(inYear: received + 1 - back, offset) else { continue }
            if reading.clock.moment <= reception.seconds + 86_400 { return reading }
        }
        return nil
    }

    @inline(__always)
    private func reading(
        inYear year: Int,
        _ offset: (_ shown: CivilTime) -> (offset: Int, occurrence: Occurrence)
    ) -> StampReading? {
        guard let printed = printed(inYear: year) else { return nil }
        let (offset, occurrence) = offset(printed)
        let moment = printed.epochSeconds - Int64(offset)
        let civil = offset == 0 ? printed : CivilTime(epochSeconds: moment)
        guard CivilTime.years.contains(civil.year) else { return nil }
        let clock = ClockReading(moment: moment, offset: Int32(truncatingIfNeeded: offset), occurrence: occurrence)
        return StampReading(civil: civil, clock: clock)
    }

    /// The date and time that the clock showed; nil for a date that does not exist.
    private func printed(inYear year: Int) -> CivilTime? {
        guard day <= CivilTime.days(inMonth: month, of: year) else { return nil }
        return CivilTime(year: year, month: month, day: day, hour: hour, minute: minute, second: min(second, 59))
    }
}

/// When a line came in, as the normalizer is told.
struct Reception {
    /// Seconds since 1970.
    var seconds: Int64
    /// Whether the record says so; the time at which a line is read lends the year, and decides nothing else.
    var isStated = true

    /// What a stamp can be compared with; nil if there is nothing.
    var reference: Int64? { isStated ? seconds : nil }
}

/// What a stamp means.
struct StampReading {
    /// The moment in UTC.
    var civil: CivilTime
    /// The same for comparing it.
    var clock: ClockReading
}

/// A time that a clock showed.
struct ClockReading {
    /// Seconds since 1970.
    var moment: Int64
    /// Seconds east of UTC that the clock was taken to go by.
    var offset: Int32
    /// How often the clock shows this time.
    var occurrence: Occurrence
}
