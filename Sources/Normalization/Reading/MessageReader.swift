// Reads the text of one message: its layouts as printed, then folded, then labels. Tells an observer of each
// attempt, which costs nothing without an observer. One owner, one thread.

/// Reads texts with the layouts of a catalogue.
struct MessageReader: ~Copyable {
    let catalogue: Catalogue
    private let matcher: Matcher
    private var folded = FoldedText()
    /// What `Wording` folds into, one after the other.
    private var looked = FoldedText()

    init(_ catalogue: Catalogue) {
        self.catalogue = catalogue
        matcher = Matcher(catalogue.program)
    }

    /// What a text was read with.
    struct Match {
        var fit: EventSummary.Fit
        /// Index of the layout that gave the captures.
        var format: Int?
        /// Whether the text stops before it tells which of several events it speaks of.
        var isNameless = false
    }

    /// Reads `line[body..<end]` as the message at `index` of the catalogue, nil for an unknown number, into empty
    /// captures.
    mutating func read<Observer: StepObserver>(
        _ index: Int?,
        _ line: Span<UInt8>,
        from body: Int,
        to end: Int,
        _ captures: inout Captures,
        _ observer: inout Observer
    ) -> Match {
        guard let message = index else {
            LabelScanner.scan(line, from: body, to: end, &captures)
            return Match(fit: .unknown, format: nil)
        }
        let formats = catalogue.messages[message].formats
        // The words at which the text ends, for the first layout that it may be cut off from.
        var cut: CutWords?
        for index in formats {
            let format = catalogue.formats[index]
            var start = body
            if format.beginning != .plain {
                guard let behind = beginning(format, formats, line, body, end, .printed, &captures) else {
                    captures.leaveOut(whatMayBeCutOff: catalogue.messages[message], from: nil, behind: end, at: end)
                    return Match(fit: .labels, format: nil, isNameless: !catalogue.messages[message].hasOneName)
                }
                start = behind
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
            if result.isComplete, cut.map({ !matcher.holds($0.range, result, captures) }) ?? true {
                return Match(fit: .layout(index - formats.lowerBound), format: index)
            }
            captures.removeAll()
            if cut == nil, !result.isComplete { cut = matcher.cutWords(format.exact, result, line, end) }
        }
        let match = readFolded(catalogue.messages[message], line, body, end, &captures, &observer)
        if match.isComplete { return match.read }
        let from = captures[.user].isPresent ? captures[.user].upperBound : body
        if from < match.cut { LabelScanner.scan(line, from: from, to: match.cut, &captures) }
        // A colon may be the address's own.
        let isColon = match.cut < end && line[match.cut] == ASCII.colon
        captures.leaveOut(
            whatMayBeCutOff: catalogue.messages[message],
            from: match.cutFormat.map { catalogue.formats[$0] },
            behind: match.furthest,
            at: isColon ? match.cut : end
        )
        return match.read
    }

    /// Reads the beginning of a layout; nil if nothing tells where it ends.
    @inline(never)
    private mutating func beginning(
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
        guard format.beginning != .ike || !IKEReader.isCut(at: start, line, end) else { return nil }
        var literal: Literal?
        if case .literal(let first) = matcher.segments[format.exact] { literal = first }
        let isInDoubt =
            form == .folded
            || PrefixEnd.isDoubtful(line, from: start, to: end, literal, matcher.pool.span, &captures)
        guard isInDoubt else { return start }
        return resolved(formats, line, from: start, to: end, &captures)
    }

    /// Reads a beginning whose end is in doubt; apart, so that the others pay nothing for it.
    @inline(never)
    private mutating func resolved(
        _ formats: Range<Int>,
        _ line: Span<UInt8>,
        from start: Int,
        to end: Int,
        _ captures: inout Captures
    ) -> Int? {
        var wording = Wording(matcher, catalogue.formats[formats], captures.effort)
        swap(&wording.folded, &looked)
        defer {
            captures.effort = wording.effort
            swap(&wording.folded, &looked)
        }
        return PrefixEnd.resolve(line, from: start, to: end, &wording, &captures)
    }

    /// Whether a mark stands before a value that has to close behind it.
    private func isOpen(_ hole: Hole, _ range: ByteRange, _ line: Span<UInt8>) -> Bool {
        switch line[range.lowerBound - 1] {
        case ASCII.lessThan: hole.form == .address
        case let mark where mark == ASCII.quote || mark == ASCII.apostrophe:
            hole.isFree && hole != .text && hole != .reason && Text.first(mark, in: range, of: line) == nil
        default: false
        }
    }

    private struct FoldedMatch {
        var read: Match
        var isComplete: Bool
        /// Where the layout's words begin that the line ends in the middle of; the end of the line if it does not.
        var cut: Int
        /// Index of the first layout whose words the line ends in the middle of, or behind.
        var cutFormat: Int?
        /// Offset that a layout came to.
        var furthest: Int
    }

    /// Tries the layouts on the text folded once for each place where their wording begins; where none fits whole,
    /// keeps what the one that came furthest gave.
    private mutating func readFolded<Observer: StepObserver>(
        _ message: CompiledMessage,
        _ line: Span<UInt8>,
        _ body: Int,
        _ end: Int,
        _ captures: inout Captures,
        _ observer: inout Observer
    ) -> FoldedMatch {
        let formats = message.formats
        var best = Match(fit: formats.isEmpty ? .noLayout : .labels, format: nil, isNameless: !message.hasOneName)
        var furthest = body
        var cut = end
        var firstCut: ByteRange?
        var cutFormat: Int?
        // The name of a layout whose words the text is cut off in.
        var cutName: Int?
        var areCutNamesTwo = false
        var foldedFrom: Int?
        // Whether the text ends within the beginning that the layouts share.
        var endsBeforeWords = false
        for index in formats {
            var prefix = Captures()
            var attempt = Captures()
            let format = catalogue.formats[index]
            prefix.effort = captures.effort
            let start = beginning(format, formats, line, body, end, .folded, &prefix)
            captures.effort = prefix.effort
            guard let start else { continue }
            if format.beginning != .plain, start >= end { endsBeforeWords = true }
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
            for hole in Hole.all where attempt[hole].isPresent {
                let range = folded.original(attempt[hole], lineEnd: end)
                // A bracket or a quote that the line ends before it closes shows that the value is cut off.
                let isCut = range.upperBound == end && range.lowerBound > body && isOpen(hole, range, line)
                attempt[hole] = isCut ? ByteRange(end, end) : range
            }
            // An earlier layout's words stand in what this one takes for a value: the text is cut off from that one.
            if result.isComplete, let firstCut, matcher.holds(firstCut, result, attempt) { continue }
            var ownCut = end
            if !result.isComplete, let cut = matcher.cutWords(format.folded, result, text, text.count) {
                let words = folded.original(cut.range, lineEnd: end)
                if cut.areLast {
                    ownCut = words.lowerBound
                    areCutNamesTwo = areCutNamesTwo || cutName ?? format.name != format.name
                    cutName = format.name
                }
                if firstCut == nil { (firstCut, cutFormat) = (words, index) }
            }
            if reached == furthest, !message.hasOneName, case .labels = best.fit,
                best.format.map({ catalogue.formats[$0].name != format.name }) ?? true
            {
                best.isNameless = true
            }
            // A beginning that ends with an address is read right also where the wording behind it is another.
            guard result.isWhole || reached > furthest,
                result.isComplete || result.progress > 0 || prefix[.publicAddress].isPresent
            else { continue }
            for hole in Hole.all where attempt[hole].isPresent { prefix[hole] = attempt[hole] }
            if ownCut < end, let hole = matcher.foreignHole(at: result) { prefix.fill(hole, ByteRange(end, end)) }
            prefix.outcome = attempt.outcome
            prefix.effort = attempt.effort
            captures = prefix
            furthest = reached
            cut = ownCut
            if result.isWhole {
                best = Match(fit: .layout(index - formats.lowerBound), format: index)
                if result.isComplete { return FoldedMatch(read: best, isComplete: true, cut: end, furthest: end) }
            } else if case .labels = best.fit, result.progress > 0 {
                (best.format, best.isNameless) = (index, false)
            }
        }
        if case .labels = best.fit, let cutName,
            areCutNamesTwo || best.format.map({ catalogue.formats[$0].name != cutName }) ?? false
        {
            best.isNameless = true
        }
        return FoldedMatch(
            read: best,
            isComplete: false,
            cut: cut,
            cutFormat: cutFormat,
            furthest: endsBeforeWords ? end : furthest
        )
    }
}
