// Compares a text with the device's own words: lists of them, and the phrases that nearly all texts hold in their
// place. Pure; costs no more than the words are long.

extension Matcher {
    /// Takes the values of a phrase that stands at `position`.
    ///
    /// - Returns: Offset just past it, and the segment behind it; nil if it does not stand there, and then the words
    ///   are looked at one by one.
    @inline(__always)
    func take(
        _ phrase: Int32,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ captures: inout Captures
    ) -> (end: Int, next: Int)? {
        let phrases = self.phrases.span
        let phrase = Int(phrase)
        guard phrases[phrase].stands(in: text, at: position, to: end, pool) else { return nil }
        captures.take(phrases[phrase], phraseValues.span, at: position)
        return (position &+ phrases[phrase].literal.count, Int(phrases[phrase].next))
    }

    /// The word that stands at `position`; the first that fits, so longer words are declared first.
    @inline(never)
    func word(
        _ first: Int32,
        _ last: Int32,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> (end: Int, outcome: EventOutcome?, member: Int32)? {
        let words = self.words.span
        var index = Int(first)
        while index < Int(last) {
            if words[index].literal.stands(in: text, at: position, to: end, pool.span) {
                return (position &+ words[index].literal.count, words[index].outcome, words[index].member)
            }
            index &+= 1
        }
        return nil
    }

    /// Passes over what an optional part begins with, the segment at `index`, or over all of it up to the segment
    /// `next` where that does not stand at `position`.
    @inline(never)
    func passOptional(
        _ index: Int,
        or next: Int,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> (position: Int, index: Int) {
        if case .literal(let literal) = segments[index], literal.stands(in: text, at: position, to: end, pool) {
            return (position &+ literal.count, index &+ 1)
        }
        return (position, begins(index, pool, text, position, end) ? index : next)
    }

    /// Whether the segment at `index` can begin at `position`.
    func begins(
        _ index: Int,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> Bool {
        switch segments[index] {
        case .literal(let literal): literal.stands(in: text, at: position, to: end, pool)
        case .words(_, let first, let last, _): word(first, last, text, position, end) != nil
        default: false
        }
    }
}
