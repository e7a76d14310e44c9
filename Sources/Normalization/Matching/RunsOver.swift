// Values that hold what none of their kind can hold, which shows that the layout is another. Pure; linear.

extension Matcher {
    /// Whether a blank stands within the word at `start..<end`.
    @inline(__always)
    func isParted(_ start: Int, _ end: Int, _ text: Span<UInt8>) -> Bool {
        guard ByteSearch.first(ASCII.space, in: text, from: start, to: end) != nil else { return false }
        let word = Text.trimmed(ByteRange(start, end), of: text)
        return Text.first(ASCII.space, in: word, of: text) != nil
    }

    /// Whether a name of the device's own that ends with the line holds what ended somebody's text before it: the name
    /// is a part of that text then, and the device's words are others.
    @inline(__always)
    func runsOver(
        _ foreignEnd: Int?,
        _ hole: Hole,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> Bool {
        guard let foreignEnd, hole == .group || hole == .policy else { return false }
        let literal = terminators[foreignEnd].literal
        var from = position
        while let hit = ByteSearch.first(UInt8(truncatingIfNeeded: literal.head), in: text, from: from, to: end) {
            if literal.stands(in: text, at: hit, to: end, pool.span) { return true }
            from = hit + 1
        }
        return false
    }

    /// Whether a value that ends with the line holds ` = `: another label stands in it, so the layout is another.
    func runsOverALabel(_ hole: Hole, _ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        guard hole != .text, hole != .reason else { return false }
        var from = position
        while let equals = ByteSearch.first(ASCII.equals, in: text, from: from, to: end) {
            if equals > position, ASCII.isBlank(text[equals - 1]) { return true }
            from = equals + 1
        }
        return false
    }
}
