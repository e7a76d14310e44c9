// Finds which rules name the value of a token: its length and its first and last bytes choose a place, and only what
// stands there is compared. Made once, read only. Pure.

/// Values of a token that rules name, each with the rules that it is right for.
///
/// A class: who asks it is handed one reference, and not all that hangs on it.
final class ValueIndex: Sendable {
    private struct Entry: Sendable {
        /// How many bytes the value has; 0 where there is none.
        var count = 0
        var first = NamedValue.Word()
        var last = NamedValue.Word()
        /// Where in `middles` its other words begin.
        var middle = 0
        var rules: RuleSet = []
    }

    /// Values, each at the place that its hash chooses, or at the next free one.
    private let entries: [Entry]
    private let middles: [NamedValue.Word]
    /// How far a hash is shifted to choose a place.
    private let shift: UInt64
    /// The bit in which both cases of a letter differ, in each byte; 0 if their case counts.
    private let cases: UInt64
    /// The rules that ask for a value.
    let askers: RuleSet
    /// The others.
    private let others: RuleSet

    /// Takes the values that each rule names, nil for a rule that asks for none.
    init(_ named: [[NamedValue]?], ignoringCase: Bool = false) {
        let values = Set(named.flatMap { $0 ?? [] })
        // Four places for each value at least: most that no rule names are then found by one look.
        shift = UInt64((values.count * 4 | 63).leadingZeroBitCount)
        cases = ignoringCase ? 0x2020_2020_2020_2020 : 0
        others = RuleSet(named) { $0 == nil }
        askers = RuleSet(named) { $0 != nil }
        var entries = [Entry](repeating: Entry(), count: 1 << (64 - Int(shift)))
        var middles: [NamedValue.Word] = []
        for value in values {
            var place = ValueIndex.place(value.first.bytes | cases, value.last.bytes | cases, value.count, shift)
            while entries[place].count > 0 { place = (place + 1) % entries.count }
            entries[place] = Entry(
                count: value.count,
                first: value.first,
                last: value.last,
                middle: middles.count,
                rules: RuleSet(named) { $0?.contains(value) ?? true }
            )
            middles += value.middle
        }
        self.entries = entries
        self.middles = middles
    }

    /// The rules that name the text `range`, and those that ask for no value.
    @inline(__always)
    func rules(naming range: ByteRange, in text: Span<UInt8>) -> RuleSet {
        let count = range.count
        guard count > 0 else { return others }
        let start = range.lowerBound
        let first = count < 8 ? ByteSearch.word(text, at: start, count: count) : ByteSearch.word(text, at: start)
        let last = count < 8 ? first : ByteSearch.word(text, at: range.upperBound &- 8)
        guard let place = place(first, last, count) else { return others }
        return count <= 16 ? entries[place].rules : rules(namingLong: range, in: text, from: place)
    }

    /// The rules that name an identifier, and those that ask for no value.
    func rules(naming id: UUID) -> RuleSet { place(id.high, id.low, 16).map { entries[$0].rules } ?? others }

    /// The first place with a value that has these ends; nil if there is none.
    @inline(__always)
    private func place(_ first: UInt64, _ last: UInt64, _ count: Int) -> Int? {
        var place = ValueIndex.place(first | cases, last | cases, count, shift)
        while entries[place].count != 0 {
            if entries[place].count == count, entries[place].first.reads(first), entries[place].last.reads(last) {
                return place
            }
            place = (place &+ 1) & (entries.count &- 1)
        }
        return nil
    }

    /// The rules that name a text which has the ends of the value at `from`: that one, or another behind it.
    @inline(never)
    private func rules(namingLong range: ByteRange, in text: Span<UInt8>, from: Int) -> RuleSet {
        var place = from
        while entries[place].count != 0 {
            if reads(place, range, text) { return entries[place].rules }
            place = (place + 1) % entries.count
        }
        return others
    }

    /// Whether the value at a place reads the same as a text of more than eight bytes.
    private func reads(_ place: Int, _ range: ByteRange, _ text: Span<UInt8>) -> Bool {
        let entry = entries[place]
        let end = range.upperBound - 8
        guard entry.count == range.count, entry.first.reads(ByteSearch.word(text, at: range.lowerBound)),
            entry.last.reads(ByteSearch.word(text, at: end))
        else { return false }
        var (word, start) = (entry.middle, range.lowerBound + 8)
        while start < end {
            guard middles[word].reads(ByteSearch.word(text, at: start)) else { return false }
            (word, start) = (word + 1, start + 8)
        }
        return true
    }

    @inline(__always)
    private static func place(_ first: UInt64, _ last: UInt64, _ count: Int, _ shift: UInt64) -> Int {
        let mixed = first ^ (last << 7 | last >> 57) &+ UInt64(truncatingIfNeeded: count)
        return Int(truncatingIfNeeded: (mixed &* 0x9E37_79B9_7F4A_7C15) &>> shift)
    }
}
