// Zones as devices print them: `Z`, numeric offsets, UTC and GMT, and the common abbreviations
// (contract §12, "Times"). Any other word is no zone. Pure.

enum TimeZoneName {
    /// The zone that stands at `offset`: seconds east of UTC, or nil for a word that looks like a zone and is not known.
    ///
    /// - Returns: nil if no zone stands there. A word is a zone only as a whole, followed by a colon, a blank or the end.
    static func parse(_ line: Span<UInt8>, at offset: Int, to end: Int) -> (utcOffset: Int?, end: Int)? {
        guard offset < end else { return nil }
        if line[offset] == ASCII.plus || line[offset] == ASCII.dash { return numeric(line, at: offset, to: end) }
        var position = offset
        while position < end, position - offset < 6, isUpper(line[position]) { position += 1 }
        let word = ByteRange(offset, position)
        guard !word.isEmpty else { return nil }
        if Text.reads(word, "UTC", in: line) || Text.reads(word, "GMT", in: line),
            let shifted = numeric(line, at: position, to: end)
        {
            return shifted
        }
        guard endsWord(line, position, end) else { return nil }
        for (name, hours) in names where Text.reads(word, name, in: line) { return (Int(hours * 3600), position) }
        for name in unknown where Text.reads(word, name, in: line) { return (nil, position) }
        // An abbreviation that is not known, such as `CLST:`, directly before the colon: no zone, but no host either.
        let looksLikeZone = (3...5).contains(word.count) && line[position - 1] == UInt8(ascii: "T")
        return looksLikeZone && position < end && line[position] == ASCII.colon ? (nil, position) : nil
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

    /// What devices are set to print and the contract gives no offset: no zone, but no host either.
    private static let unknown: [StaticString] = ["MEZ", "MESZ", "WIB", "WITA", "CEDT"]

    /// Whether the zone is over: a blank or colon, or what closes a quoted or bracketed time.
    private static func endsWord(_ line: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        guard position < end else { return true }
        switch line[position] {
        case ASCII.colon, ASCII.closeBracket, ASCII.quote: return true
        default: return ASCII.isBlank(line[position])
        }
    }

    private static func isUpper(_ byte: UInt8) -> Bool { byte &- UInt8(ascii: "A") < 26 }

    private static let names: [(StaticString, Double)] = [
        ("Z", 0), ("UTC", 0), ("GMT", 0), ("EST", -5), ("EDT", -4), ("CST", -6), ("CDT", -5), ("MST", -7), ("MDT", -6),
        ("PST", -8), ("PDT", -7), ("BST", 1), ("WET", 0), ("WEST", 1), ("CET", 1), ("CEST", 2), ("EET", 2), ("EEST", 3),
        ("MSK", 3), ("JST", 9), ("AEST", 10), ("AEDT", 11), ("NZST", 12), ("NZDT", 13),
    ]
}
