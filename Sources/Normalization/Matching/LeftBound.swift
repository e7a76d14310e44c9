// Where a capture ends that holds the device's own text: at the nearest place where what follows it stands. Pure.

extension Matcher {
    /// The nearest place before `limit` where a capture may end.
    ///
    /// Looks for first bytes with `memchr`, then compares. A literal is a few bytes long and a layout has few of them,
    /// so that the cost is linear in the text.
    @inline(__always)
    static func firstEnd(
        _ candidates: Range<Int>,
        _ terminators: Span<Terminator>,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ limit: Int,
        _ end: Int
    ) -> CaptureEnd? {
        var first = candidates.lowerBound
        if candidates.upperBound &- first == 1 {
            let literal = terminators[first].literal
            var from = position
            while let hit = ByteSearch.first(terminators[first].head, in: text, from: from, to: limit) {
                if literal.stands(in: text, at: hit, to: end, pool) {
                    return CaptureEnd(position: hit, terminator: first)
                }
                from = hit &+ 1
            }
            return nil
        }
        var best: CaptureEnd?
        var limit = limit
        // Candidates stand in groups of one first byte: each place where it stands is looked at once for all of them.
        while first < candidates.upperBound {
            let next = first + Int(terminators[first].groupCount)
            var from = position
            while let hit = ByteSearch.first(terminators[first].head, in: text, from: from, to: limit) {
                if let found = longest(first..<next, terminators, pool, text, hit, end) {
                    best = CaptureEnd(position: hit, terminator: found)
                    limit = hit
                    break
                }
                from = hit + 1
            }
            first = next
        }
        return best
    }

    /// Where a word of fifteen bytes at most ends whose terminators begin with the same byte, as nearly all numbers,
    /// addresses and short texts do; nil if anything else stands there, which is then looked at in full.
    @inline(__always)
    static func wordEnd(
        _ candidates: Range<Int>,
        _ terminators: Span<Terminator>,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> CaptureEnd? {
        let head = terminators[candidates.lowerBound].head
        // No blank parts a word.
        let hit =
            head == ASCII.space
            ? ByteSearch.firstNearby(head, in: text, from: position)
            : ByteSearch.firstNearby(head, ASCII.space, in: text, from: position)
        guard let hit, hit < end,
            let found = longest(candidates, terminators, pool, text, hit, end)
        else { return nil }
        return CaptureEnd(position: hit, terminator: found)
    }

    /// Index of the one of `candidates` that stands at `position`; of two, the longer wording.
    @inline(__always)
    static func longest(
        _ candidates: Range<Int>,
        _ terminators: Span<Terminator>,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> Int? {
        let first = candidates.lowerBound
        guard candidates.upperBound &- first == 1 else {
            return longestOfMany(candidates, terminators, pool, text, position, end)
        }
        return terminators[first].literal.stands(in: text, at: position, to: end, pool) ? first : nil
    }

    @inline(never)
    private static func longestOfMany(
        _ candidates: Range<Int>,
        _ terminators: Span<Terminator>,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> Int? {
        guard position < end else { return nil }
        // Most of them are ruled out by their first bytes.
        let word = ByteSearch.word(text, at: position, to: end)
        var found: Int?
        var length = 0
        var index = candidates.lowerBound
        while index < candidates.upperBound {
            if (word ^ terminators[index].literal.head) & terminators[index].literal.mask == 0,
                terminators[index].literal.count > length,
                terminators[index].literal.stands(in: text, at: position, to: end, pool)
            {
                (found, length) = (index, terminators[index].literal.count)
            }
            index &+= 1
        }
        return found
    }
}
