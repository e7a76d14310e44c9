// Walks one compiled format over one text: literal, capture, literal. No backtracking, so the cost is
// linear in the text for each hole of the layout. Reads the catalogue, writes captures. Pure.

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

/// Matches compiled formats; holds the flat arrays that they are made of.
struct Matcher: Sendable {
    let pool: [UInt8]
    let segments: [Segment]
    let terminators: [Terminator]
    let words: [CompiledWord]

    init(_ compiler: FormatCompiler) {
        pool = compiler.pool
        segments = compiler.segments
        terminators = compiler.terminators
        words = compiler.words
    }

    /// Walks the program at `start` over `text[from..<to]` and records what its holes hold.
    ///
    /// - Parameters:
    ///   - start: Index of the first segment.
    ///   - text: The line, or its folded form; ranges recorded refer to it.
    ///   - from: Offset of the first byte to match.
    ///   - end: Offset just past the last.
    ///   - isStrict: Refuse a value that runs to the end over another label, so that the folded form decides.
    ///   - captures: Takes the ranges.
    /// - Returns: How far the layout came.
    func match(
        _ start: Int,
        _ text: Span<UInt8>,
        from: Int,
        to end: Int,
        isStrict: Bool,
        _ captures: inout Captures
    ) -> MatchResult {
        let pool = self.pool.span
        var position = from
        var index = start
        while true {
            switch segments[index] {
            case .literal(let literal):
                guard literal.stands(in: text, at: position, to: end, pool) else {
                    return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                }
                position += literal.count
                index += 1
            case .capture(let hole, let extent, let first, let last, let mayEnd):
                guard let stop = terminator(first, last, extent, pool, text, position, end) else {
                    guard mayEnd, !(isStrict && runsOverALabel(hole, text, position, end)) else {
                        return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                    }
                    // Folded, what closed a quoted name is gone: `'name'.` must not leave `name'`.
                    let value = ByteRange(position, end)
                    captures[hole] = isStrict || hole == .reason ? value : Text.withoutFullStop(value, of: text)
                    return MatchResult(isComplete: true, isWhole: true, progress: end, segment: index)
                }
                let terminator = terminators[stop.terminator]
                captures[hole] = ByteRange(position, stop.position)
                position = stop.position + Int(terminator.taken)
                index = Int(terminator.segment)
            case .words(let hole, let first, let last):
                guard let word = word(first, last, pool, text, position, end) else {
                    return MatchResult(isComplete: false, isWhole: false, progress: position, segment: index)
                }
                captures[hole] = ByteRange(position, position + word.literal.count)
                if let outcome = word.outcome { captures.outcome = outcome }
                position += word.literal.count
                index += 1
            case .optional(let next):
                index = begins(index + 1, pool, text, position, end) ? index + 1 : Int(next)
            case .end:
                var rest = position
                while rest < end, text[rest] == ASCII.dot || ASCII.isBlank(text[rest]) { rest += 1 }
                return MatchResult(isComplete: rest == end, isWhole: true, progress: position, segment: index)
            }
        }
    }

    /// The nearest place where a capture may end, with the index of its terminator; of two at one place, the longer wording.
    @inline(__always)
    private func terminator(
        _ first: Int32,
        _ last: Int32,
        _ extent: Extent,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> (position: Int, terminator: Int)? {
        if last - first == 1, extent == .first {
            let found = Matcher.first(terminators[Int(first)].literal, pool, text, position, end)
            return found.map { ($0, Int(first)) }
        }
        return nearest(Int(first)..<Int(last), extent, text, position, end)
    }

    private func nearest(
        _ candidates: Range<Int>,
        _ extent: Extent,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> (position: Int, terminator: Int)? {
        let pool = self.pool.span
        var best: (position: Int, terminator: Int)?
        var length = 0
        for index in candidates {
            let literal = terminators[index].literal
            let limit = min(end, (best?.position ?? end) + literal.count)
            let found =
                extent == .last
                ? ByteSearch.last(pool, literal.place.lowerBound, literal.count, in: text, from: position, to: end)
                : Matcher.first(literal, pool, text, position, limit)
            guard let found else { continue }
            if let best, found > best.position || (found == best.position && literal.count <= length) { continue }
            best = (found, index)
            length = literal.count
        }
        return best
    }

    /// Offset of the first place in `text[position..<end]` where a literal stands, or nil.
    ///
    /// Looks for its first byte with `memchr`, then compares. A literal is a few bytes long, so the cost is linear in the text.
    @inline(__always)
    private static func first(
        _ literal: Literal,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> Int? {
        let head = UInt8(truncatingIfNeeded: literal.head)
        let last = end - literal.count + 1
        var position = position
        while position < last, let hit = ByteSearch.first(head, in: text, from: position, to: last) {
            if literal.stands(in: text, at: hit, to: end, pool) { return hit }
            position = hit + 1
        }
        return nil
    }

    /// The word that stands at `position`; the first that fits, so longer words are declared first.
    @inline(__always)
    private func word(
        _ first: Int32,
        _ last: Int32,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> CompiledWord? {
        for index in Int(first)..<Int(last) where words[index].literal.stands(in: text, at: position, to: end, pool) {
            return words[index]
        }
        return nil
    }

    /// Whether the segment at `index` can begin at `position`.
    private func begins(
        _ index: Int,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int
    ) -> Bool {
        switch segments[index] {
        case .literal(let literal): literal.stands(in: text, at: position, to: end, pool)
        case .words(_, let first, let last): word(first, last, pool, text, position, end) != nil
        default: false
        }
    }

    /// Whether a value that ends with the line holds ` = `: another label stands in it, so the layout is another.
    private func runsOverALabel(_ hole: Hole, _ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        guard hole != .text, hole != .reason else { return false }
        var from = position
        while let equals = ByteSearch.first(ASCII.equals, in: text, from: from, to: end) {
            if equals > position, ASCII.isBlank(text[equals - 1]) { return true }
            from = equals + 1
        }
        return false
    }
}
