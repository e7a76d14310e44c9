// Reads the text of one message: its layouts as printed, then folded, then labels. Tells an observer of each
// attempt, which costs nothing without an observer. One owner, one thread.

/// Reads texts with the layouts of a catalogue.
struct MessageReader: ~Copyable {
    private let catalogue: Catalogue
    private let matcher: Matcher
    private var folded = FoldedText()

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        matcher = Matcher(catalogue.program)
    }

    /// What a text was read with.
    struct Match {
        var fit: EventSummary.Fit
        /// Index of the layout that gave the captures.
        var format: Int?
    }

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
        guard case .layout = other.fit, !whole[.reason].holds(second.start) else { return (match, first) }
        var isTyped = true
        if case .layout = match.fit {
            isTyped =
                !whole.filled.isSubset(of: captures.filled)
                || Hole.all.contains { ($0.isFree || $0.isEndpoint) && whole[$0].holds(second.start) }
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
        for hole in Hole.all where captures[hole] != whole[hole] { captures[hole] = .absent }
        return (match, first)
    }

    /// Reads `line[body..<end]` as the message at `index` of the catalogue, nil for an unknown number, into empty
    /// captures.
    private mutating func read<Observer: StepObserver>(
        _ index: Int?,
        _ line: Span<UInt8>,
        from body: Int,
        to end: Int,
        _ captures: inout Captures,
        _ observer: inout Observer
    ) -> Match {
        guard let index else {
            LabelScanner.scan(line, from: body, to: end, &captures)
            return Match(fit: .unknown, format: nil)
        }
        let formats = catalogue.messages[index].formats
        for index in formats {
            let format = catalogue.formats[index]
            guard let start = beginning(format, formats, line, body, end, .printed, &captures) else {
                return Match(fit: .labels, format: nil)
            }
            let result = matcher.match(format.exact, .printed, line, from: start, to: end, &captures)
            observer.note(
                LayoutAttempt(
                    format: index,
                    form: .printed,
                    reached: result.progress,
                    segment: result.segment,
                    isComplete: result.isComplete
                )
            )
            if result.isComplete { return Match(fit: .layout(index - formats.lowerBound), format: index) }
            captures.removeAll()
        }
        let match = readFolded(formats, line, body, end, &captures, &observer)
        if match.isComplete { return match.read }
        LabelScanner.scan(line, from: captures[.user].isPresent ? captures[.user].upperBound : body, to: end, &captures)
        return match.read
    }

    /// Reads the beginning of a layout; nil if nothing tells where it ends.
    private func beginning(
        _ format: CompiledFormat,
        _ formats: Range<Int>,
        _ line: Span<UInt8>,
        _ body: Int,
        _ end: Int,
        _ form: TextForm,
        _ captures: inout Captures
    ) -> Int? {
        guard format.beginning != .plain else { return body }
        let start = Prefixes.read(format.beginning, line, from: body, to: end, &captures)
        var literal: Literal?
        if case .literal(let first) = matcher.segments[format.exact] { literal = first }
        let pool = matcher.pool.span
        guard form == .folded || PrefixEnd.isDoubtful(line, from: start, to: end, literal, pool, &captures) else {
            return start
        }
        return resolved(formats, line, from: start, to: end, &captures)
    }

    /// Reads a beginning whose end is in doubt; apart, so that the others pay nothing for it.
    @inline(never)
    private func resolved(
        _ formats: Range<Int>,
        _ line: Span<UInt8>,
        from start: Int,
        to end: Int,
        _ captures: inout Captures
    ) -> Int? {
        var wording = Wording(matcher, catalogue.formats[formats], captures.effort)
        defer { captures.effort = wording.effort }
        return PrefixEnd.resolve(line, from: start, to: end, &wording, &captures)
    }

    private struct FoldedMatch {
        var read: Match
        var isComplete: Bool
    }

    /// Tries the layouts on the text folded once for each place where their wording begins; where none fits whole,
    /// keeps what the one that came furthest gave.
    private mutating func readFolded<Observer: StepObserver>(
        _ formats: Range<Int>,
        _ line: Span<UInt8>,
        _ body: Int,
        _ end: Int,
        _ captures: inout Captures,
        _ observer: inout Observer
    ) -> FoldedMatch {
        var best = Match(fit: formats.isEmpty ? .noLayout : .labels, format: nil)
        var furthest = body
        var foldedFrom: Int?
        for index in formats {
            var prefix = Captures()
            var attempt = Captures()
            let format = catalogue.formats[index]
            prefix.effort = captures.effort
            let start = beginning(format, formats, line, body, end, .folded, &prefix)
            captures.effort = prefix.effort
            guard let start else { continue }
            if start != foldedFrom {
                captures.effort.spend(end - start)
                folded.fold(line, from: start, to: end)
                foldedFrom = start
            }
            let text = folded.bytes.span
            attempt.effort = captures.effort
            let result = matcher.match(format.folded, .folded, text, from: 0, to: text.count, &attempt)
            captures.effort = attempt.effort
            let reached = folded.original(ByteRange(0, result.progress), lineEnd: end).upperBound
            observer.note(
                LayoutAttempt(
                    format: index,
                    form: .folded,
                    reached: reached,
                    segment: result.segment,
                    isComplete: result.isComplete
                )
            )
            // A beginning that ends with an address is read right also where the wording behind it is another.
            guard result.isWhole || reached > furthest,
                result.isComplete || result.progress > 0 || prefix[.publicAddress].isPresent
            else { continue }
            for hole in Hole.all where attempt[hole].isPresent {
                prefix[hole] = folded.original(attempt[hole], lineEnd: end)
            }
            prefix.outcome = attempt.outcome
            prefix.effort = attempt.effort
            captures = prefix
            furthest = reached
            if result.isWhole {
                best = Match(fit: .layout(index - formats.lowerBound), format: index)
                if result.isComplete { return FoldedMatch(read: best, isComplete: true) }
            } else if case .labels = best.fit, result.progress > 0 {
                best.format = index
            }
        }
        return FoldedMatch(read: best, isComplete: false)
    }
}
