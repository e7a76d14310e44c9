// Where a capture ends in which anything may stand: at the last place from which the device's words go on as the layout
// declares them. A name that imitates them ends nothing, since the device prints its own behind it. Each place is
// looked at once and costs no more than a layout, so that all of it is linear. Pure.

/// A place where a capture ends, and the terminator that stands there.
struct CaptureEnd {
    var position: Int
    var terminator: Int
}

extension Matcher {
    /// The last place where a capture that starts at `position` may end; nil if none of its terminators has the rest of
    /// the layout behind it.
    ///
    /// The terminator is -1 if a text that is cut off may be so in the words behind two of them.
    ///
    /// A name that may not end with the text ends at the last terminator then, or at the one whose words the text is
    /// cut off in: in a text that ends in another way than declared, too, no part of a name counts as the device's. An
    /// endpoint ends so, too, if it may end with the text; where a user stands in parentheses behind it, it ends with
    /// the last of these.
    func lastEnd(
        of capture: Capture,
        isLoose: Bool,
        closes: Bool = false,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        let candidates = capture.terminators
        let terminators = self.terminators.span
        let pool = self.pool.span
        var best: CaptureEnd?
        var loose: CaptureEnd?
        var cut: CaptureEnd?
        var isCutElsewhere = false
        for index in candidates {
            let terminator = terminators[index]
            let pivot = Int(terminator.pivot)
            let byte = pool[terminator.literal.place.lowerBound + pivot]
            var limit = end
            while let hit = ByteSearch.last(byte, in: text, from: position + pivot, to: limit) {
                limit = hit
                let place = hit - pivot
                effort.spend(terminator.literal.count)
                if let best, place < best.position { break }
                if effort.isExhausted { return nil }
                guard terminator.literal.stands(in: text, at: place, to: end, pool),
                    !closes || place > position && text[place - 1] == ASCII.closeParenthesis
                else { continue }
                if isFurther(place, index, than: loose) {
                    loose = CaptureEnd(position: place, terminator: index)
                }
                guard isFurther(place, index, than: best) else { continue }
                let reach = reach(Int(terminator.segment), text, place + Int(terminator.taken), end, &effort)
                if reach == .cut {
                    if let cut, cut.position != place { isCutElsewhere = true }
                    if isFurther(place, index, than: cut) { cut = CaptureEnd(position: place, terminator: index) }
                }
                guard reach.isThere else { continue }
                best = CaptureEnd(position: place, terminator: index)
                break
            }
        }
        if best == nil, cut == nil, isLoose, cutStart(of: candidates, text, position, end) < end { return nil }
        // Either may be where the name ends.
        if best == nil, isLoose, isCutElsewhere { return CaptureEnd(position: position, terminator: -1) }
        guard var found = best ?? (isLoose ? cut ?? loose : capture.hole.isEndpoint ? cut : nil) else { return nil }
        for _ in candidates {
            guard let earlier = endBeforeOptional(found, candidates, text, position, end, &effort) else { break }
            found = earlier
        }
        return found
    }

    /// Whether the device's words go on as declared at a place before `limit`, too.
    func goesOn(
        _ candidates: Range<Int>,
        _ text: Span<UInt8>,
        _ position: Int,
        before limit: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> Bool {
        for index in candidates {
            let terminator = terminators[index]
            var from = position
            while let hit = ByteSearch.first(terminator.head, in: text, from: from, to: limit) {
                from = hit + 1
                effort.spend(terminator.literal.count)
                if effort.isExhausted { return false }
                if terminator.literal.stands(in: text, at: hit, to: end, pool.span),
                    reach(Int(terminator.segment), text, hit + Int(terminator.taken), end, mayNameUser: true, &effort)
                        .isThere
                {
                    return true
                }
            }
        }
        return false
    }

    /// Whether the name of a user may close behind an end of an endpoint: a parenthesis stands before the end of the
    /// text, or before what ends an endpoint behind it.
    ///
    /// That name may hold all that stands between.
    func mayClose(behind last: CaptureEnd, _ text: Span<UInt8>, _ end: Int, _ effort: inout Effort) -> Bool {
        var stop = end
        while stop > last.position, text[stop - 1] == ASCII.dot || ASCII.isBlank(text[stop - 1]) { stop -= 1 }
        if stop > 0, text[stop - 1] == ASCII.closeParenthesis { return true }
        var index = Int(terminators[last.terminator].segment)
        while true {
            switch segments[index] {
            case .end: return false
            case .capture(let capture) where capture.hole.isEndpoint:
                for terminator in capture.terminators {
                    let literal = terminators[terminator].literal
                    var from = last.position + 1
                    effort.spend(end - from)
                    while let hit = ByteSearch.first(terminators[terminator].head, in: text, from: from, to: end) {
                        if text[hit - 1] == ASCII.closeParenthesis,
                            literal.stands(in: text, at: hit, to: end, pool.span)
                        {
                            return true
                        }
                        from = hit + 1
                    }
                }
            default: break
            }
            index += 1
        }
    }

    /// Of two places the one further to the right, of two terminators at one place the longer.
    private func isFurther(_ place: Int, _ index: Int, than other: CaptureEnd?) -> Bool {
        guard let other, place <= other.position else { return true }
        guard place == other.position else { return false }
        return terminators[index].literal.count > terminators[other.terminator].literal.count
    }

    /// Most places before an end at which an optional part is looked for.
    private static let mostOptionals = 4

    /// The end before a part of the layout that may be missing and stands before `found`, or before a longer word with
    /// the same end: ` IKEv2` and ` to inside:192.0.2.1/443` belong to no name.
    private func endBeforeOptional(
        _ found: CaptureEnd,
        _ candidates: Range<Int>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        let last = terminators[found.terminator].literal
        for index in candidates where index != found.terminator {
            let terminator = terminators[index]
            let longer = found.position + last.count - terminator.literal.count
            if terminator.isJoined, longer >= position, longer < found.position,
                terminator.literal.stands(in: text, at: longer, to: end, pool.span)
            {
                return CaptureEnd(position: longer, terminator: index)
            }
            let pivot = Int(terminator.pivot)
            let byte = pool[terminator.literal.place.lowerBound + pivot]
            var limit = found.position
            var places = 0
            while places < Matcher.mostOptionals,
                let hit = ByteSearch.last(byte, in: text, from: position + pivot, to: limit)
            {
                effort.spend(limit - hit)
                if effort.isExhausted { return nil }
                limit = hit
                let place = hit - pivot
                guard terminator.literal.stands(in: text, at: place, to: found.position, pool.span) else { continue }
                places += 1
                guard arrives(Int(terminator.segment), text, place + Int(terminator.taken), found, end, &effort) else {
                    continue
                }
                return CaptureEnd(position: place, terminator: index)
            }
        }
        return nil
    }
}
