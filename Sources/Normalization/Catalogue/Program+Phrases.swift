// Joins the words that a layout prints one behind the other to phrases: a text that holds the first word of each list,
// and no optional part among them, is compared with all of them at once. Runs once, at start.

/// Words of a layout that are compared together, and what they say.
struct Phrase: Sendable {
    var literal: Literal
    /// Its second and its third eight bytes, if it has more than sixteen and twenty-four.
    private let second: UInt64
    private let third: UInt64
    /// The values among them, `first..<last` of the program's.
    var first: Int32
    var last: Int32
    /// The segment behind them.
    var next: Int32
    /// Bytes of all values.
    private(set) var byteCount: Int32 = 0
    /// The holes that the values fill.
    private(set) var holes = HoleSet()
    private(set) var outcome: EventOutcome?
    /// The numbers of the members that the values make; -1 where none does.
    private(set) var actionMember: Int32 = -1
    private(set) var protocolMember: Int32 = -1

    init(_ literal: Literal, _ words: [(hole: Hole, word: CompiledWord)], first: Int, next: Int, in pool: Span<UInt8>) {
        self.literal = literal
        let start = literal.place.lowerBound
        second = literal.count > 16 ? ByteSearch.word(pool, at: start + 8) : 0
        third = literal.count > 24 ? ByteSearch.word(pool, at: start + 16) : 0
        self.first = Int32(first)
        last = Int32(first + words.count)
        self.next = Int32(next)
        for (hole, word) in words {
            holes.insert(hole)
            byteCount += Int32(word.literal.count)
            outcome = word.outcome ?? outcome
            if hole == .action { actionMember = word.member }
            if hole == .networkProtocol { protocolMember = word.member }
        }
    }

    /// Whether it stands in `text[..<end]` at `offset`.
    @inline(__always)
    func stands(in text: Span<UInt8>, at offset: Int, to end: Int, _ pool: Span<UInt8>) -> Bool {
        let count = literal.count
        guard count > 8 else { return literal.begins(in: text, at: offset, to: end) }
        guard count <= end &- offset else { return false }
        // Bounds are checked once for all of it.
        let text = text.extracting(offset..<offset &+ count)
        guard ByteSearch.word(text, at: 0) == literal.head, ByteSearch.word(text, at: count &- 8) == literal.tail else {
            return false
        }
        guard count > 16 else { return true }
        guard ByteSearch.word(text, at: 8) == second else { return false }
        guard count > 24 else { return true }
        guard ByteSearch.word(text, at: 16) == third else { return false }
        return count <= 32 || Phrase.goesOn(in: text, pool, literal.place.lowerBound)
    }

    /// Whether a text holds what a phrase of its length holds between its first twenty-four bytes and its last eight.
    @inline(never)
    private static func goesOn(in text: Span<UInt8>, _ pool: Span<UInt8>, _ start: Int) -> Bool {
        ByteSearch.holds(pool, start &+ 24, text.count &- 32, in: text, at: 24, to: text.count)
    }
}

/// A word of a phrase that is the value of a hole.
struct PhraseValue: Sendable {
    var hole: Hole
    /// Where it stands in the phrase.
    var place: ByteRange
}

extension Program {
    /// The words from a segment on up to the next hole or the end, as they are gathered.
    private struct Gathering {
        var bytes: [UInt8] = []
        var words: [(hole: Hole, word: CompiledWord)] = []
        /// Where the words stand.
        var starts: [Int] = []
        var next: Int
    }

    /// Gives each list of words of the segments from `start` on the phrase that begins with it.
    mutating func addPhrases(from start: Int) {
        for index in start..<segments.count {
            guard case .words(let hole, let first, let last, _) = segments[index] else { continue }
            let gathered = gather(from: index)
            segments[index] = .words(hole, first: first, last: last, phrase: Int32(phrases.count))
            let literal = add(gathered.bytes)
            phrases.append(
                Phrase(literal, gathered.words, first: phraseValues.count, next: gathered.next, in: pool.span)
            )
            for ((hole, word), start) in zip(gathered.words, gathered.starts) {
                phraseValues.append(PhraseValue(hole: hole, place: ByteRange(start, start + word.literal.count)))
            }
        }
    }

    /// What is read from a segment on where a text holds the first word of each list and no optional part.
    private func gather(from start: Int) -> Gathering {
        var gathering = Gathering(next: start)
        while true {
            switch segments[gathering.next] {
            case .literal(let literal):
                gathering.bytes += bytes(literal)
                gathering.next += 1
            case .words(let hole, let first, _, _):
                // Of several words that stand at a place the first counts.
                let word = words[Int(first)]
                gathering.words.append((hole, word))
                gathering.starts.append(gathering.bytes.count)
                gathering.bytes += bytes(word.literal)
                gathering.next += 1
            case .optional(let after):
                let rest = gather(from: Int(after))
                // Only where the words behind it cannot stand, an optional part may.
                guard isApart(gathering.next + 1, rest.bytes) else { return gathering }
                gathering.next = Int(after)
            case .capture, .end: return gathering
            }
        }
    }

    /// Whether a text that holds `rest` at a place cannot hold there what the segment at `index` begins with.
    private func isApart(_ index: Int, _ rest: [UInt8]) -> Bool {
        switch segments[index] {
        case .literal(let literal): zip(bytes(literal), rest).contains { $0 != $1 }
        case .words(_, let first, let last, _):
            words[Int(first)..<Int(last)].allSatisfy { word in
                zip(bytes(word.literal), rest).contains { $0 != $1 }
            }
        default: false
        }
    }
}
