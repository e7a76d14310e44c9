// Zones as devices print them: `Z`, numeric offsets, UTC and GMT, and the common abbreviations.
// Any other word is no zone; but the name is free text on a device (`clock timezone`), so that a word of a zone's form
// directly before the tag is no host either. Pure.

enum TimeZoneName {
    /// The zone that stands at `offset`: seconds east of UTC, or nil for a word that looks like a zone and is not
    /// known.
    ///
    /// - Returns: nil if no zone stands there. A word is a zone only as a whole, followed by a colon, a blank or the
    ///   end.
    static func parse(_ line: Span<UInt8>, at offset: Int, to end: Int) -> (utcOffset: Int?, end: Int)? {
        guard offset < end else { return nil }
        if line[offset] == ASCII.plus || line[offset] == ASCII.dash { return numeric(line, at: offset, to: end) }
        guard isUpper(line[offset]) else { return lowercased(line, at: offset, to: end) }
        var position = offset
        while position < end, position - offset < 6, isUpper(line[position]) { position += 1 }
        let word = ByteRange(offset, position)
        if Text.reads(word, "UTC", in: line) || Text.reads(word, "GMT", in: line),
            let shifted = numeric(line, at: position, to: end)
        {
            return shifted
        }
        if endsWord(line, position, end) {
            for (name, hours) in names where Text.reads(word, name, in: line) { return (hours * 3600, position) }
            for name in unknown where Text.reads(word, name, in: line) { return (nil, position) }
        }
        return named(line, at: offset, to: end).map { (nil, $0) }
    }

    /// `cet`, directly before the colon that ends the header: a zone that is known, but no word that names devices too.
    private static func lowercased(_ line: Span<UInt8>, at offset: Int, to end: Int) -> (utcOffset: Int?, end: Int)? {
        // Most words that stand here are hosts of another length.
        for position in offset + 3...offset + 4 where endsHeader(line, position, end) {
            let word = ByteRange(offset, position)
            for (name, hours) in names where isWritten(word, name, in: line) {
                return mayNameDevice(word, in: line) ? nil : (hours * 3600, position)
            }
        }
        return nil
    }

    private static func isWritten(_ word: ByteRange, _ name: StaticString, in line: Span<UInt8>) -> Bool {
        guard word.count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { bytes in
            (0..<word.count).allSatisfy { unsafe ASCII.lowercased(bytes[$0]) == line[word.lowerBound + $0] }
        }
    }

    /// A letter alone, or `west` and `wet`: a zone, or the name of a device.
    static func mayNameDevice(_ word: ByteRange, in line: Span<UInt8>) -> Bool {
        word.count == 1 && ASCII.isLetter(line[word.lowerBound])
            || Text.reads(word, "west", in: line) || Text.reads(word, "wet", in: line)
    }

    /// Whether only blanks and the colon that ends the header stand at `position`.
    static func endsHeader(_ line: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        let after = Text.afterBlanks(position, line, end)
        return after < end && line[after] == ASCII.colon && Text.afterColons(after, line, end) == end
    }

    /// Offset just past a name that is not known, such as `CLST`, `MSK/MSD`, `CST6CDT` or `Riyadh`, directly before the
    /// colon that ends the header.
    private static func named(_ line: Span<UInt8>, at offset: Int, to end: Int) -> Int? {
        var position = offset
        while position < end, !ASCII.isBlank(line[position]), line[position] != ASCII.colon { position += 1 }
        guard endsHeader(line, position, end),
            hasFormOfName(ByteRange(offset, position), in: line)
        else { return nil }
        return position
    }

    /// Whether a word that begins with a capital letter is an abbreviation that ends in T, a name that ends in `Time`,
    /// two names with a slash between them, a name with digits behind it as POSIX writes it, or one that devices are
    /// known to be set to.
    private static func hasFormOfName(_ word: ByteRange, in line: Span<UInt8>) -> Bool {
        var first = word.lowerBound
        while first < word.upperBound, ASCII.isLetter(line[first]) { first += 1 }
        let name = ByteRange(word.lowerBound, first)
        guard first < word.upperBound else {
            return isAbbreviation(word, in: line) || isTimeOfPlace(word, in: line)
                || places.contains { Text.reads(word, $0, in: line) }
        }
        var rest = first
        if line[rest] == ASCII.slash {
            return ByteRange(rest + 1, word.upperBound).count > 1 && isUpper(line[rest + 1])
                && (rest + 1..<word.upperBound).allSatisfy { ASCII.isLetter(line[$0]) || line[$0] == UInt8(ascii: "_") }
        }
        if line[rest] == ASCII.dash || line[rest] == ASCII.plus { rest += 1 }
        let digits = rest
        while rest < word.upperBound, ASCII.isDigit(line[rest]) || line[rest] == ASCII.colon { rest += 1 }
        guard rest > digits, rest - digits < 6, name.count >= 3 else { return false }
        guard rest < word.upperBound else { return isZone(name, in: line) }
        return word.upperBound - rest >= 3 && (name.lowerBound..<first).allSatisfy { isUpper(line[$0]) }
            && (rest..<word.upperBound).allSatisfy { isUpper(line[$0]) }
    }

    /// `CLST` or `SGT`: three to five capital letters, a T at the end.
    private static func isAbbreviation(_ word: ByteRange, in line: Span<UInt8>) -> Bool {
        (3...5).contains(word.count) && line[word.upperBound - 1] == UInt8(ascii: "T")
            && (word.lowerBound..<word.upperBound).allSatisfy { isUpper(line[$0]) }
    }

    /// `EasternTime`.
    private static func isTimeOfPlace(_ word: ByteRange, in line: Span<UInt8>) -> Bool {
        word.count > 5 && Text.reads(ByteRange(word.upperBound - 4, word.upperBound), "Time", in: line)
            && !isUpper(line[word.upperBound - 5])
    }

    private static func isZone(_ word: ByteRange, in line: Span<UInt8>) -> Bool {
        names.contains { Text.reads(word, $0.0, in: line) } || unknown.contains { Text.reads(word, $0, in: line) }
            || isAbbreviation(word, in: line)
    }

    /// `+02:00`, `-0700`, `+2`.
    private static func numeric(_ line: Span<UInt8>, at offset: Int, to end: Int) -> (utcOffset: Int?, end: Int)? {
        guard offset < end, line[offset] == ASCII.plus || line[offset] == ASCII.dash else { return nil }
        var value = 0
        var digits = 0
        var position = offset + 1
        while position < end, digits < 5 {
            if ASCII.isDigit(line[position]) {
                value = value * 10 + Int(line[position] - ASCII.zero)
                digits += 1
            } else if line[position] != ASCII.colon || digits != 2 || position + 1 >= end
                || !ASCII.isDigit(line[position + 1])
            {
                break
            }
            position += 1
        }
        guard endsWord(line, position, end) else { return nil }
        guard digits == 1 || digits == 2 || digits == 4 else { return nil }
        let hours = digits == 4 ? value / 100 : value
        let minutes = digits == 4 ? value % 100 : 0
        guard hours <= 14, minutes < 60 else { return nil }
        let seconds = hours * 3600 + minutes * 60
        return (line[offset] == ASCII.dash ? -seconds : seconds, position)
    }

    /// What devices are set to print and what is given no offset, since it has several meanings: no zone, but no host
    /// either.
    ///
    /// `AM` and `PM` stand where a zone does, and name no host either.
    private static let unknown: [StaticString] = ["MEZ", "MESZ", "WIB", "WITA", "CEDT", "AM", "PM"]

    /// Names of other forms that devices are set to; directly before the tag they are no hosts.
    private static let places: [StaticString] = [
        "TZ", "AZ", "ZULU", "Zulu", "KSA", "UAE", "MSD", "MSKS", "IRAN", "IRDT", "CEDST", "EEDST", "WIT", "DST",
        "LOCAL", "Local",
        "Riyadh", "Dubai", "Moscow", "Kuwait", "Qatar", "Doha", "Bahrain", "Muscat", "Baghdad", "Tehran", "Amman",
        "Beirut",
        "Cairo", "Istanbul", "Athens", "Helsinki", "Kiev", "Kyiv", "Bucharest", "Sofia", "Warsaw", "Prague", "Vienna",
        "Berlin", "Paris", "Madrid", "Lisbon", "London", "Dublin", "Rome", "Zurich", "Brussels", "Amsterdam",
        "Stockholm",
        "Oslo", "Copenhagen", "Budapest", "Belgrade", "Jerusalem", "Israel", "Nairobi", "Lagos", "Johannesburg",
        "Karachi",
        "Kolkata", "Mumbai", "Delhi", "India", "Dhaka", "Colombo", "Bangkok", "Hanoi", "Jakarta", "Singapore", "Manila",
        "Taipei", "Shanghai", "Beijing", "HongKong", "Seoul", "Tokyo", "Japan", "Perth", "Adelaide", "Darwin",
        "Brisbane",
        "Sydney", "Melbourne", "Hobart", "Auckland", "Honolulu", "Hawaii", "Anchorage", "Alaska", "Pacific", "Mountain",
        "Central", "Eastern", "Atlantic", "Arizona", "Vancouver", "Denver", "Phoenix", "Chicago", "Toronto", "Mexico",
        "Bogota", "Lima", "Caracas", "Santiago", "Brasilia", "Buenos", "Yekaterinburg", "Omsk", "Krasnoyarsk",
        "Irkutsk",
        "Yakutsk", "Vladivostok", "Almaty", "Tashkent", "Baku", "Tbilisi", "Yerevan", "Minsk",
    ]

    /// Whether the zone is over: a blank or colon, what closes a quoted or bracketed time, or what parts the fields of
    /// a list.
    private static func endsWord(_ line: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        guard position < end else { return true }
        switch line[position] {
        case ASCII.colon, ASCII.closeBracket, ASCII.quote, ASCII.comma, UInt8(ascii: ";"), UInt8(ascii: "|"):
            return true
        default: return ASCII.isBlank(line[position])
        }
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

    private static let names: [(StaticString, Int)] = [
        ("Z", 0), ("UTC", 0), ("GMT", 0), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6),
        ("PST", -8), ("PDT", -7), ("BST", 1), ("WET", 0), ("WEST", 1), ("CET", 1), ("CEST", 2), ("EET", 2), ("EEST", 3),
        ("MSK", 3), ("JST", 9), ("AEST", 10), ("AEDT", 11), ("NZST", 12), ("NZDT", 13),
    ]
}
