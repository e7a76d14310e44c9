// Where a text ends in the middle of a layout's words: what is left of them at the end belongs to no value. Pure; costs
// no more than the words are long.

/// Words of a layout at which a text shows that it is cut off.
struct CutWords {
    /// What is left of them, up to the end of the text, or words that stand whole before a value which the text ends
    /// in.
    var range: ByteRange
    /// Whether the text ends in the middle of them, or just before them.
    var areLast: Bool
}

extension Matcher {
    /// The words that a text is cut off at, for a layout that came as far as `result`; nil if it does not end there.
    func cutWords(_ start: Int, _ result: MatchResult, _ text: Span<UInt8>, _ end: Int) -> CutWords? {
        let last = CutWords(range: ByteRange(cutStart(start, result, text, end), end), areLast: true)
        switch segments[result.segment] {
        case .literal(let literal): return isCut(literal, text, result.progress, end) ? last : nil
        case .words(_, let first, let end, _):
            for index in Int(first)..<Int(end)
            where isCut(words[index].literal, text, result.progress, last.range.upperBound) { return last }
            return nil
        case .capture(let capture):
            let cut = cutStart(of: capture.terminators, text, result.progress, end)
            if cut < end { return CutWords(range: ByteRange(cut, end), areLast: true) }
            return wordsBefore(start, result)
        case .optional, .end: return nil
        }
    }

    /// Where the words begin that the text may end in the middle of; where it ends behind some of them, where these do.
    private func cutStart(_ start: Int, _ result: MatchResult, _ text: Span<UInt8>, _ end: Int) -> Int {
        guard result.progress == end, result.segment > start else { return result.progress }
        switch segments[result.segment - 1] {
        case .literal(let literal):
            let place = end - literal.count
            return place >= 0 && literal.stands(in: text, at: place, to: end, pool.span) ? place : end
        case .words: return max(0, end - 1)
        default: return end
        }
    }

    /// The words before the hole in which the text ends, if another value stands before them.
    private func wordsBefore(_ start: Int, _ result: MatchResult) -> CutWords? {
        guard result.segment - 1 > start, case .literal(let literal) = segments[result.segment - 1],
            isWords(result.segment - 2)
                || (literal.place.lowerBound..<literal.place.upperBound).contains(where: { ASCII.isLetter(pool[$0]) })
        else { return nil }
        for index in start..<result.segment - 1 where givesToken(index) {
            let range = ByteRange(result.progress - literal.count, result.progress)
            return CutWords(range: range, areLast: false)
        }
        return nil
    }

    private func isWords(_ index: Int) -> Bool { if case .words = segments[index] { true } else { false } }

    /// Whether a hole stands at a segment, or words that are a value.
    private func givesToken(_ index: Int) -> Bool {
        switch segments[index] {
        case .capture: true
        case .words(let hole, _, _, _): hole == .reason
        default: false
        }
    }

    /// Whether a layout that fits takes the words of another one, which the text is cut off from, for a part of a value
    /// that ends with the text, or ends without a value where they would begin.
    func holds(_ words: ByteRange, _ result: MatchResult, _ captures: borrowing Captures) -> Bool {
        // A text without a token says nothing wrong.
        guard case .capture(let capture) = segments[result.segment], capture.hole != .text else { return false }
        let value = captures[capture.hole]
        if words.isEmpty { return value.isPresent && value.isEmpty }
        return value.isPresent && value.lowerBound < words.upperBound && value.upperBound > words.lowerBound
    }

    /// The hole at which a layout ended, if somebody outside chooses its text.
    func foreignHole(at result: MatchResult) -> Hole? {
        guard case .capture(let capture) = segments[result.segment], capture.hole.isForeign else { return nil }
        return capture.hole
    }

    /// Whether a text ends at or within a literal that would stand at `position`.
    @inline(__always)
    func isCut(_ literal: Literal, _ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        let count = end &- position
        return count < literal.count
            && ByteSearch.holds(pool.span, literal.place.lowerBound, count, in: text, at: position, to: end)
    }

    /// Where the words begin that would end a capture with `candidates` and that the text ends in the middle of; the
    /// end of the text if nothing of them is there.
    ///
    /// A letter alone is none of them, and blanks and full stops end any text.
    @inline(never)
    func cutStart(of candidates: Range<Int>, _ text: Span<UInt8>, _ position: Int, _ end: Int) -> Int {
        var start = end
        for index in candidates {
            let literal = terminators[index].literal
            guard !ASCII.isWord(terminators[index].head) else { continue }
            var place = max(position, end - literal.count + 1)
            while place < start {
                if text[place] == terminators[index].head, isCut(literal, text, place, end), hasMark(text, place, end) {
                    start = place
                }
                place += 1
            }
        }
        return start
    }

    private func hasMark(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        for place in start..<end where text[place] != ASCII.dot && !ASCII.isBlank(text[place]) { return true }
        return false
    }
}
