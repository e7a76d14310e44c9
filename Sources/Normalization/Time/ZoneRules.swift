// A time zone: which offset from UTC holds from when on, and what a clock that shows a time means by it. Made of a file
// of tzdata at start; a look-up allocates nothing. Pure.

/// The offsets of a zone through the years.
public struct ZoneRules: Sendable, Equatable {
    /// An offset, up to the start of the next one.
    struct Period: Equatable {
        /// Seconds since 1970 in UTC.
        var start: Int64
        /// Seconds east of UTC.
        var offset: Int
    }

    /// Name in tzdata, such as `Europe/Berlin`.
    public let name: String
    /// In order of their starts; the first one has always been.
    private let periods: [Period]
    /// From here on all is as it was a cycle before; nil if the last period stays.
    private let repeatsFrom: Int64?

    /// Seconds east of UTC that a file may hold (RFC 9636, section 3.2).
    static let offsets = -89_999...93_599
    /// Leap years and days of the week come again after so many years.
    private static let cycleYears = 400
    private static let cycle: Int64 = 12_622_780_800
    /// Rules that hold for all times are made for those from 1900 on.
    private static let earliest: Int64 = -2_208_988_800
    /// A moment that is farther off does not decide between two readings.
    private static let mostDistance: UInt64 = 86_400

    /// Takes what a file says.
    ///
    /// - Parameters:
    ///   - name: Name in tzdata.
    ///   - periods: At least one, in order of their starts, none of them after the year 9999; the first one has always
    ///     been.
    ///   - footer: What holds from the start of the last one on; nil if that stays.
    init(name: String, _ periods: [Period], footer: ZoneFooter?) {
        self.name = name
        guard let footer, let summer = footer.summer?.offset else {
            (self.periods, repeatsFrom) = (periods, nil)
            return
        }
        let last = max(periods[periods.count - 1].start, ZoneRules.earliest)
        let year = CivilTime(epochSeconds: last).year
        // Changes may lie some days beside their year, and a clock shows a time some hours beside its moment.
        let changes = (year - 1...year + ZoneRules.cycleYears + 2).flatMap { footer.changes(in: $0) }
        var all = periods
        // Where both changes fall together, summer time holds all year.
        let inOrder = changes.sorted { left, right in
            left.start == right.start ? left.offset != summer && right.offset == summer : left.start < right.start
        }
        for change in inOrder where change.start > last {
            if all[all.count - 1].start == change.start { all.removeLast() }
            all.append(change)
        }
        self.periods = all
        repeatsFrom = CivilTime.startOfYear(year + ZoneRules.cycleYears + 1)
    }

    /// What a clock of this zone means by the time that it shows.
    ///
    /// - Parameters:
    ///   - shown: The time as seconds since 1970, as if it were in UTC; of the years 0 to 9999.
    ///   - reference: A moment, in seconds since 1970, at which something else had the stamp: of two readings it
    ///     decides for the one that is nearer, unless both are more than a day away; else it is the first.
    /// - Returns: Seconds east of UTC, and how often the clock shows this time; where it never does, the offset before
    ///   the gap.
    func reading(of shown: Int64, near reference: Int64?) -> (offset: Int, occurrence: Occurrence) {
        var cycles: Int64 = 0
        if let repeatsFrom, shown >= repeatsFrom { cycles = (shown - repeatsFrom) / ZoneRules.cycle + 1 }
        let local = shown - cycles * ZoneRules.cycle
        // The last one that has begun by the earliest moment; the first one always has.
        let earliest = local - Int64(ZoneRules.offsets.upperBound)
        var index = max(0, periods.count(before: { $0.start <= earliest }) - 1)
        let latest = local - Int64(ZoneRules.offsets.lowerBound)
        var first: Int?
        var nearest = (offset: 0, distance: UInt64.max)
        var isTwice = false
        var beforeGap: Int?
        while index < periods.count, periods[index].start <= latest {
            let offset = periods[index].offset
            let moment = local - Int64(offset)
            let next = index + 1 < periods.count ? periods[index + 1] : nil
            if moment >= periods[index].start, next.map({ moment < $0.start }) ?? true {
                isTwice = first != nil
                first = first ?? offset
                let distance = reference.map { (moment + cycles * ZoneRules.cycle - $0).magnitude } ?? .max
                if distance < nearest.distance { nearest = (offset, distance) }
            } else if beforeGap == nil, let next, moment >= next.start, local - Int64(next.offset) < next.start {
                beforeGap = offset
            }
            index += 1
        }
        guard let first else { return (beforeGap ?? periods[periods.count - 1].offset, .never) }
        guard isTwice else { return (first, .once) }
        return (nearest.distance <= ZoneRules.mostDistance ? nearest.offset : first, .twice)
    }

    /// Whether a text can name a zone: words of letters, digits, `_`, `+` and `-` with a slash between them, at most 64
    /// bytes, so that it names a file below the folder of zones and no other.
    public static func isName(_ text: String) -> Bool {
        guard text.utf8.count <= 64 else { return false }
        return text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy { word in
            !word.isEmpty
                && word.utf8.allSatisfy { byte in
                    ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_") || byte == ASCII.plus
                        || byte == ASCII.dash
                }
        }
    }
}
