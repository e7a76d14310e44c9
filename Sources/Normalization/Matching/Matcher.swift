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
                if literal.stands(in: text, at: position, to: end, pool) {
                    position &+= literal.count
                } else if form == .folded, let next = endBeforeMark(literal, text, position, end) {
                    position = next
                } else {
                    return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                }
                index &+= 1
            case .capture(let capture):
                var found: CaptureEnd?
                if capture.mayBeFlow {
                    found = flowEnd(capture, terminators, pool, text, position, end, &captures)
                } else if capture.endsAtOneByte {
                    found = Matcher.wordEnd(capture.terminators, terminators, pool, text, position, end)
                    if let found { captures.take(capture.hole, position, found.position) }
                }
                if let found, found.terminator >= 0 {
                    position = found.position &+ Int(terminators[found.terminator].taken)
                    index = Int(terminators[found.terminator].segment)
                    continue
                }
                switch found == nil ? take(capture, form, text, position, end, &foreignEnd, &captures) : .complete {
                case .on(let next, let segment): (position, index) = (next, segment)
                case .complete:
                    return MatchResult(isComplete: true, isWhole: true, progress: end, segment: index)
                case .nowhere:
                    return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                }
            case .words(let hole, let first, let last, let phrase):
                if phrase >= 0, let behind = take(phrase, pool, text, position, end, &captures) {
                    (position, index) = behind
                } else if let found = word(first, last, text, position, end) {
                    captures.take(hole, position, found.end)
                    captures.note(hole, found.outcome, found.member)
                    position = found.end
                    index &+= 1
                } else {
                    return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                }
            case .optional(let next):
                (position, index) = passOptional(index &+ 1, or: Int(next), pool, text, position, end)
            case .end:
                let isComplete = Matcher.endsText(text, position, end)
                return MatchResult(isComplete: isComplete, isWhole: true, progress: position, segment: index)
            }
        }
    }

    /// Whether nothing but stops and blanks follows.
    @inline(never)
    private static func endsText(_ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        var rest = position
        while rest < end, text[rest] == ASCII.dot || ASCII.isBlank(text[rest]) { rest &+= 1 }
        return rest == end
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
}
