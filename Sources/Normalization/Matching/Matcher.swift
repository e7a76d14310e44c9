// Walks one layout over one text: literal, capture, literal. No backtracking, so the cost is linear in the text for
// each hole of the layout. Reads the program, writes captures. Pure.

/// The form of a text that a layout is walked over.
enum TextForm {
    /// As it stands in the line. A value that runs to the end over another label is refused: the folded form decides.
    case printed
    /// Folded, see `FoldedText`.
    case folded
}

/// How far a layout came.
struct MatchResult {
    /// Every segment stood there and nothing was left over.
    var isComplete: Bool
    /// Every segment stood there; text may follow.
    var isWhole: Bool
    /// Offset just past the last segment that stood there.
    var progress: Int
    /// Index of the segment at which the walk ended.
    var segment: Int
}

/// Matches the layouts of a program.
struct Matcher: Sendable {
    let pool: [UInt8]
    let segments: [Segment]
    let terminators: [Terminator]
    let words: [CompiledWord]
    let phrases: [Phrase]
    let phraseValues: [PhraseValue]

    init(_ program: Program) {
        pool = program.pool
        segments = program.segments
        terminators = program.terminators
        words = program.words
        phrases = program.phrases
        phraseValues = program.phraseValues
    }

    /// Walks the layout at segment `start` over `text[from..<to]` and records what its holes hold.
    ///
    /// - Parameters:
    ///   - start: Index of the first segment of the layout for this form of text.
    ///   - form: What `text` is.
    ///   - text: The line, or its folded form; ranges recorded refer to it.
    ///   - from: Offset of the first byte to match.
    ///   - end: Offset just past the last.
    ///   - captures: Takes the ranges.
    /// - Returns: How far the layout came.
    func match(
        _ start: Int,
        _ form: TextForm,
        _ text: Span<UInt8>,
        from: Int,
        to end: Int,
        _ captures: inout Captures
    ) -> MatchResult {
        let pool = self.pool.span
        let segments = self.segments.span
        let terminators = self.terminators.span
        var position = from
        var index = start
        // Which terminator ends the last text that somebody outside chose.
        var foreignEnd: Int?
        while true {
            switch segments[index] {
            case .literal(let literal):
                guard literal.stands(in: text, at: position, to: end, pool) else {
                    if form == .folded, let next = endBeforeMark(literal, text, position, end) {
                        position = next
                        index &+= 1
                        continue
                    }
                    return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                }
                position &+= literal.count
                index &+= 1
            case .capture(let capture):
                let hole = capture.hole
                if capture.mayBeFlow,
                    let stop = captures.readFlow(
                        hole,
                        isTranslated: capture.isTranslated,
                        text,
                        from: position,
                        to: end
                    )
                {
                    if capture.mayEnd, stop == end {
                        captures.take(flow: hole, position, end)
                        return MatchResult(isComplete: true, isWhole: true, progress: end, segment: index)
                    }
                    if let found = Matcher.longest(capture.terminators, terminators, pool, text, stop, end) {
                        captures.take(flow: hole, position, stop)
                        position = stop &+ Int(terminators[found].taken)
                        index = Int(terminators[found].segment)
                        continue
                    }
                }
                if capture.endsAtOneByte,
                    let found = Matcher.wordEnd(capture.terminators, terminators, pool, text, position, end)
                {
                    captures.take(hole, position, found.position)
                    position = found.position &+ Int(terminators[found.terminator].taken)
                    index = Int(terminators[found.terminator].segment)
                    continue
                }
                guard
                    let stop = captureEnd(capture, form, terminators, pool, text, position, end, &captures.effort)
                else {
                    guard capture.mayEnd, !(form == .printed && runsOverALabel(hole, text, position, end)),
                        !runsOver(foreignEnd, hole, text, position, end)
                    else {
                        return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                    }
                    // Folded, what closed a quoted name is gone: `'name'.` must not leave `name'`.
                    var value = ByteRange(position, end)
                    if capture.first < capture.last {
                        let cut = cutStart(of: capture.terminators, text, position, end)
                        // Somebody may have chosen a text that ends so.
                        if cut < end, hole.isForeign {
                            return MatchResult(isComplete: true, isWhole: true, progress: end, segment: index)
                        }
                        value = ByteRange(position, cut)
                    }
                    let isExact = form == .printed || hole == .reason
                    captures[hole] = isExact ? value : Text.withoutFullStop(value, of: text)
                    return MatchResult(isComplete: true, isWhole: true, progress: end, segment: index)
                }
                // Nothing tells the device's words from somebody's text.
                guard stop.terminator >= 0 else {
                    // What stands before a user is the device's all the same.
                    if let stop = plainEnd(capture, text, position, end, &captures) {
                        captures.take(hole, position, stop)
                    }
                    return MatchResult(isComplete: true, isWhole: true, progress: end, segment: index)
                }
                if capture.isOneWord, isParted(position, stop.position, text) {
                    return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                }
                if capture.bound == .right || capture.bound == .sole {
                    foreignEnd = stop.terminator
                }
                captures.take(hole, position, stop.position)
                position = stop.position &+ Int(terminators[stop.terminator].taken)
                index = Int(terminators[stop.terminator].segment)
            case .words(let hole, let first, let last, let phrase):
                if phrase >= 0, let behind = take(phrase, pool, text, position, end, &captures) {
                    (position, index) = behind
                    continue
                }
                guard let found = word(first, last, text, position, end) else {
                    return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                }
                captures.take(hole, position, found.end)
                captures.note(hole, found.outcome, found.member)
                position = found.end
                index &+= 1
            case .optional(let next):
                index = begins(index &+ 1, pool, text, position, end) ? index &+ 1 : Int(next)
            case .end:
                var rest = position
                while rest < end, text[rest] == ASCII.dot || ASCII.isBlank(text[rest]) { rest &+= 1 }
                return MatchResult(isComplete: rest == end, isWhole: true, progress: position, segment: index)
            }
        }
    }

    /// Where a literal ends whose last blank a mark behind it has taken, in folded text: a name may begin with one.
    @inline(never)
    func endBeforeMark(_ literal: Literal, _ text: Span<UInt8>, _ position: Int, _ end: Int) -> Int? {
        let next = position + literal.count - 1
        guard next > position, next < end, pool[literal.place.upperBound - 1] == ASCII.space,
            Folding.isTight(text[next]),
            ByteSearch.holds(pool.span, literal.place.lowerBound, literal.count - 1, in: text, at: position, to: end)
        else { return nil }
        return next
    }

    /// Where a capture ends, nil if nowhere; of two terminators at one place, the longer wording.
    ///
    /// The terminator is -1 if either of two texts may hold what ends it.
    @inline(__always)
    private func captureEnd(
        _ capture: Capture,
        _ form: TextForm,
        _ terminators: Span<Terminator>,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        guard capture.first < capture.last else { return nil }
        if capture.bound == .right || capture.bound == .sole {
            return rightEnd(capture, form, text, position, end, &effort)
        }
        let near = Matcher.firstEnd(capture.terminators, terminators, pool, text, position, end, end)
        guard capture.bound != .left,
            mayHoldUser(capture, text, position, near?.position ?? end)
                || capture.hole == .requester && namesAddress(text, behind: near?.position ?? end, end, &effort)
        else { return near }
        let closes =
            capture.hole != .requester
            && ByteSearch.first(ASCII.openParenthesis, in: text, from: position, to: near?.position ?? end) != nil
        let last = lastEnd(of: capture, isLoose: !capture.mayEnd, closes: closes, text, position, end, &effort)
        return only(last, of: capture, text, position, end, &effort)
    }

    /// Where a capture ends that ends at the last place; where none has the rest of the layout behind it, and the
    /// device chose the text, at the nearest.
    @inline(never)
    private func rightEnd(
        _ capture: Capture,
        _ form: TextForm,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        let isLoose = capture.hole.isForeign && !capture.mayEnd && form == .folded
        if let last = lastEnd(of: capture, isLoose: isLoose, text, position, end, &effort) {
            return only(last, of: capture, text, position, end, &effort)
        }
        if capture.hole.isForeign || capture.mayEnd { return nil }
        return Matcher.firstEnd(capture.terminators, terminators.span, pool.span, text, position, end, end)
    }

    /// The last end of a capture; where it must be the only one and is not, an end without a terminator.
    @inline(never)
    private func only(
        _ last: CaptureEnd?,
        of capture: Capture,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        guard capture.bound != .right, let last, last.terminator >= 0,
            capture.bound != .endpoint || mayHoldBareUser(capture, text, position, last.position)
                || mayClose(behind: last, text, end, &effort),
            goesOn(capture.terminators, text, position, before: last.position, end, &effort)
        else { return last }
        return CaptureEnd(position: position, terminator: -1)
    }
}
