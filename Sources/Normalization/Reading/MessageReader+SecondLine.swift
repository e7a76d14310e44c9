// Reads the first line of a record that holds two, or one line with a name that looks like a second. One owner, one
// thread.

extension MessageReader {
    /// Reads the first of the lines that `line[body..<end]` holds; nothing of a second one counts.
    ///
    /// - Returns: What it was read with, and the offset just past its text.
    @inline(__always)
    mutating func readFirst<Observer: StepObserver>(
        _ index: Int?,
        _ line: Span<UInt8>,
        _ tag: ASATag,
        from body: Int,
        to end: Int,
        _ captures: inout Captures,
        _ observer: inout Observer
    ) -> (match: Match, end: Int) {
        guard let second = SecondLine.find(in: line, from: body, to: end) else {
            return (read(index, line, from: body, to: end, &captures, &observer), end)
        }
        return read(index, line, tag, from: body, before: second, to: end, &captures, &observer)
    }

    /// Reads `line[body..<second]`, unless what looks like a second line stands in a name.
    ///
    /// Whoever types a line end does not know how the device's lines begin. Where the second one begins in another way,
    /// it is text of the first one if that goes on behind it as declared. If it reads as a message by itself, too, only
    /// what both readings agree on counts.
    @inline(never)
    private mutating func read<Observer: StepObserver>(
        _ index: Int?,
        _ line: Span<UInt8>,
        _ tag: ASATag,
        from body: Int,
        before second: SecondLine,
        to end: Int,
        _ captures: inout Captures,
        _ observer: inout Observer
    ) -> (match: Match, end: Int) {
        let trimmed = LineEnd.trimmed(line, to: second.start)
        let first = max(body, trimmed > 0 ? LineEnd.textEnd(line, of: tag, to: trimmed) : 0)
        let match = read(index, line, from: body, to: first, &captures, &observer)
        guard !second.isAlike(line, tag) else { return (match, first) }
        var whole = Captures()
        whole.effort = captures.effort
        let other = read(index, line, from: body, to: end, &whole, &observer)
        captures.effort = whole.effort
        guard case .layout = other.fit, !whole[.reason].holds(second.start) else {
            // Without a layout nothing shows whether a name goes on behind what looks like a second line.
            if case .layout = match.fit {} else { captures.leaveOut(whatDiffersFrom: whole, at: first) }
            return (match, first)
        }
        var isTyped = true
        if case .layout = match.fit {
            isTyped =
                whole.filled != captures.filled || Hole.all.contains { whole[$0].upperBound > second.start }
        }
        guard isTyped else { return (match, first) }
        var alone = Captures()
        alone.effort = captures.effort
        var none = NoSteps()
        let behind = Text.afterColons(second.tag.end, line, end)
        let own = read(catalogue.index(of: second.tag.id), line, from: behind, to: end, &alone, &none)
        whole.effort = alone.effort
        guard case .layout = own.fit else {
            captures = whole
            return (other, end)
        }
        captures.effort = alone.effort
        captures.leaveOut(whatDiffersFrom: whole, at: first)
        return (match, first)
    }
}
