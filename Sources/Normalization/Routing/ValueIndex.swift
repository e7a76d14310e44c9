// Finds which rules name a text: its length and its first and last bytes choose a place, and only what stands there is
// compared. Made once, read only. Pure.

/// Texts that rules name, each with the rules that it is right for.
struct ValueIndex: Sendable {
    private struct Entry: Sendable {
        var hash: UInt64
        /// Its place in `texts`.
        var text: ByteRange
        var row: Int
    }

    /// All texts, and eight bytes, so that a word can be read at each byte.
    private var texts: [UInt8] = []
    private var entries: [Entry] = []
    /// At the place that a hash chooses, or the next free one: the place of an entry; -1 where there is none.
    private var slots: [Int32]
    /// How far a hash is shifted to choose a place.
    private let shift: UInt64
    /// The row of the rules that ask for no text.
    let none: Int
    /// Bits in which letters of both cases are the same; 0 if their case counts.
    private let caseBits: UInt64

    /// Takes what rules ask of a token, and adds a row for each text.
    init(_ token: Token, _ rules: [Rule], _ sets: inout RuleSets) {
        let ignoresCase = token == .deviceHost
        let caseBits: UInt64 = ignoresCase ? 0x2020_2020_2020_2020 : 0
        self.caseBits = caseBits
        let named = rules.map { $0.texts(of: token, ignoresCase) }
        none = sets.add { named[$0] == nil }
        let distinct = Set(named.flatMap { $0 ?? [] })
        // Four places for each text at least: most texts that no rule names are then found by one look.
        shift = UInt64((distinct.count * 4 | 63).leadingZeroBitCount)
        slots = [Int32](repeating: -1, count: 1 << (64 - Int(shift)))
        for text in distinct {
            let hash = ValueIndex.hash(ByteRange(0, text.count), in: text.span, caseBits)
            var place = Int(truncatingIfNeeded: hash &>> shift)
            while slots[place] >= 0 { place = (place + 1) & (slots.count - 1) }
            slots[place] = Int32(entries.count)
            let row = sets.add { named[$0]?.contains(text) ?? true }
            entries.append(Entry(hash: hash, text: ByteRange(texts.count, texts.count + text.count), row: row))
            texts += text
        }
        texts += [UInt8](repeating: 0, count: 8)
    }

    /// The row of the rules that name the text `range`, and of those that ask for none.
    func row(of range: ByteRange, in text: Span<UInt8>) -> Int {
        guard !range.isEmpty, !Absence.isNone(range, in: text) else { return none }
        let hash = ValueIndex.hash(range, in: text, caseBits)
        var place = Int(truncatingIfNeeded: hash &>> shift)
        while slots[place] >= 0 {
            let entry = entries[Int(slots[place])]
            if entry.hash == hash, isSame(entry.text, range, text) { return entry.row }
            place = (place &+ 1) & (slots.count &- 1)
        }
        return none
    }

    @inline(never)
    private func isSame(_ named: ByteRange, _ range: ByteRange, _ text: Span<UInt8>) -> Bool {
        guard named.count == range.count else { return false }
        for offset in stride(from: 0, to: range.count, by: 8) {
            let count = min(8, range.count - offset)
            let own = ByteSearch.word(texts.span, at: named.lowerBound + offset, count: count)
            var word = ByteSearch.word(text, at: range.lowerBound + offset, count: count)
            if caseBits != 0 { word |= ByteSearch.marks(UInt8(ascii: "A")...UInt8(ascii: "Z"), in: word) >> 2 }
            guard own == word else { return false }
        }
        return true
    }

    /// A hash of a text that is not empty.
    @inline(__always)
    private static func hash(_ range: ByteRange, in text: Span<UInt8>, _ caseBits: UInt64) -> UInt64 {
        let count = min(8, range.count)
        let first = ByteSearch.word(text, at: range.lowerBound, count: count) | caseBits
        let last = ByteSearch.word(text, at: range.upperBound &- count, count: count) | caseBits
        return ByteSearch.mixed(ByteSearch.mixed(0, first), last &+ UInt64(truncatingIfNeeded: range.count))
    }
}

extension Rule {
    /// The texts that it asks of a token, as lines print them; nil if it asks for none.
    fileprivate func texts(of token: Token, _ ignoresCase: Bool) -> [[UInt8]]? {
        for case .text(token, let values) in conditions {
            // The event has the guide's word for some verbs, and the line has the verb.
            let printed = token == .action ? values.flatMap(ValueTables.verbs) : values
            return printed.map { ignoresCase ? $0.utf8.map(ASCII.lowercased) : Array($0.utf8) }
        }
        return nil
    }
}
