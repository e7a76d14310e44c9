// Where a capture ends in which anything may stand: at the last place from which the device's words go on as the layout declares
// them. A name that imitates them ends nothing, since the device prints its own behind it. Each place is looked at once and costs
// no more than a layout, so that all of it is linear. Pure.

/// A place where a capture ends, and the terminator that stands there.
struct CaptureEnd {
    var position: Int
    var terminator: Int
}

/// How far the rest of a layout stands at a place.
enum Reach {
    /// Its words are not there.
    case none
    /// Up to a hole that any text may stand in.
    case open
    /// Up to the end of the text.
    case whole
}

extension Matcher {
    /// Longest address, number or name without blanks worth reading.
    private static let longestWord = 255
    /// Longest endpoint worth reading, users included.
    private static let longestEndpoint = 600
    /// Most places at which an endpoint is read that may end there: a user in it may hold what ends it, but not often.
    private static let mostForms = 16

    /// The last place where a capture that starts at `position` may end; nil if none of its terminators has the rest of the layout behind it.
    ///
    /// A name that may not end with the text ends at the last terminator then: in a text that ends in another way than declared, too, no
    /// part of a name counts as the device's.
    func lastEnd(
        _ candidates: Range<Int>,
        isLoose: Bool,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        let terminators = self.terminators.span
        let pool = self.pool.span
        var best: CaptureEnd?
        var loose: CaptureEnd?
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
                guard terminator.literal.stands(in: text, at: place, to: end, pool) else { continue }
                if isFurther(place, index, than: loose) {
                    loose = CaptureEnd(position: place, terminator: index)
                }
                guard isFurther(place, index, than: best),
                    reach(Int(terminator.segment), text, place + Int(terminator.taken), end, &effort) != .none
                else { continue }
                best = CaptureEnd(position: place, terminator: index)
                break
            }
        }
        guard var found = best else { return isLoose ? loose : nil }
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
                    reach(Int(terminator.segment), text, hit + Int(terminator.taken), end, &effort) != .none
                {
                    return true
                }
            }
        }
        return false
    }

    /// Of two places the one further to the right, of two terminators at one place the longer.
    private func isFurther(_ place: Int, _ index: Int, than other: CaptureEnd?) -> Bool {
        guard let other, place <= other.position else { return true }
        guard place == other.position else { return false }
        return terminators[index].literal.count > terminators[other.terminator].literal.count
    }

    /// Most places before an end at which an optional part is looked for.
    private static let mostOptionals = 4

    /// The end before a part of the layout that may be missing and stands before `found`, or before a longer word with the same end: ` IKEv2`
    /// and ` to inside:192.0.2.1/443` belong to no name.
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
            for _ in 0..<Matcher.mostOptionals {
                guard let hit = ByteSearch.last(byte, in: text, from: position + pivot, to: limit) else { break }
                limit = hit
                let place = hit - pivot
                guard terminator.literal.stands(in: text, at: place, to: found.position, pool.span),
                    arrives(Int(terminator.segment), text, place + Int(terminator.taken), found.position, end, &effort)
                else { continue }
                return CaptureEnd(position: place, terminator: index)
            }
        }
        return nil
    }

    /// Whether the layout from segment `index` on leads from `position` to `target` over words and holes with a form of their own.
    private func arrives(
        _ index: Int,
        _ text: Span<UInt8>,
        _ position: Int,
        _ target: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> Bool {
        var index = index
        var position = position
        while position < target {
            switch segments[index] {
            case .literal(let literal):
                guard literal.stands(in: text, at: position, to: end, pool.span) else { return false }
                position += literal.count
                index += 1
            case .words(_, let first, let last):
                guard let found = word(first, last, text, position, end) else { return false }
                position = found.end
                index += 1
            case .capture(let hole, _, let first, let last, let mayEnd, _):
                guard !hole.isFree,
                    let stop = formEnd(hole, Int(first)..<Int(last), mayEnd: mayEnd, text, position, end, &effort)
                else { return false }
                if stop.position >= target || stop.terminator < 0 { return stop.position == target }
                position = stop.position + Int(terminators[stop.terminator].taken)
                index = Int(terminators[stop.terminator].segment)
            case .optional(let next):
                index = begins(index + 1, pool.span, text, position, end) ? index + 1 : Int(next)
            case .end: return false
            }
        }
        return position == target
    }

    /// How far the layout from segment `index` on stands at `position`.
    func reach(_ index: Int, _ text: Span<UInt8>, _ position: Int, _ end: Int, _ effort: inout Effort) -> Reach {
        var index = index
        var position = position
        while true {
            switch segments[index] {
            case .literal(let literal):
                if literal.stands(in: text, at: position, to: end, pool.span) {
                    position += literal.count
                } else if let next = endBeforeMark(literal, text, position, end) {
                    position = next
                } else {
                    return .none
                }
                index += 1
            case .words(_, let first, let last):
                guard let found = word(first, last, text, position, end) else { return .none }
                position = found.end
                index += 1
            case .optional(let next):
                index = begins(index + 1, pool.span, text, position, end) ? index + 1 : Int(next)
            case .end:
                while position < end, text[position] == ASCII.dot || ASCII.isBlank(text[position]) { position += 1 }
                return position == end ? .whole : .none
            case .capture(let hole, _, let first, let last, let mayEnd, _):
                if hole.isFree { return .open }
                let candidates = Int(first)..<Int(last)
                guard let stop = formEnd(hole, candidates, mayEnd: mayEnd, text, position, end, &effort) else {
                    return .none
                }
                guard stop.terminator >= 0 else { return .whole }
                position = stop.position + Int(terminators[stop.terminator].taken)
                index = Int(terminators[stop.terminator].segment)
            }
        }
    }

    /// Where an address, number, endpoint or name without blanks ends that stands at `position`, nil if none does.
    ///
    /// The terminator is -1 at the end of the text.
    private func formEnd(
        _ hole: Hole,
        _ candidates: Range<Int>,
        mayEnd: Bool,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        let longest = min(end, position + (hole.isEndpoint ? Matcher.longestEndpoint : Matcher.longestWord))
        var limit = position
        while limit < longest, !ASCII.isBlank(text[limit]) { limit += 1 }
        if hole.isEndpoint {
            // `outside/192.0.2.7(443)`: no blank stands before the port.
            if hole.isAccessListEndpoint,
                ByteSearch.first(ASCII.slash, in: text, from: position, to: limit) == nil
            {
                effort.spend(limit - position)
                return nil
            }
            limit = longest
        }
        var place = position
        for _ in 0..<Matcher.mostForms {
            // A terminator may begin just where a word or an endpoint ends at most.
            guard let found = firstEnd(candidates, terminators.span, pool.span, text, place, min(end, limit + 1), end)
            else { break }
            effort.spend(found.position - place)
            if hasForm(hole, text, position, found.position, &effort) { return found }
            place = found.position + 1
        }
        effort.spend(limit - position)
        guard mayEnd, limit == end, hasForm(hole, text, position, end, &effort) else { return nil }
        return CaptureEnd(position: end, terminator: -1)
    }

    private func hasForm(
        _ hole: Hole,
        _ text: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> Bool {
        guard hole.isEndpoint else { return true }
        effort.spend(end - start)
        let range = ByteRange(start, end)
        guard hole.isAccessListEndpoint else { return Endpoint(flow: range, in: text).address != nil }
        let endpoint = Endpoint(accessList: range, in: text)
        return endpoint.address != nil && Text.first(ASCII.space, in: endpoint.interface, of: text) == nil
    }

    /// Whether an endpoint stands there with something behind it that may be a user, whose name could hold what ends it.
    func mayHoldUser(_ hole: Hole, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let range = ByteRange(start, end)
        let isAccessList = hole.isAccessListEndpoint
        // Nearly all end with the port: nothing behind it could be a name.
        let open = Text.first(ASCII.openParenthesis, in: range, of: text)
        if isAccessList {
            guard let open, ByteSearch.first(ASCII.openParenthesis, in: text, from: open + 1, to: end) != nil else {
                return false
            }
        } else if open == nil {
            guard
                Text.first(ASCII.space, in: range, of: text) != nil
                    || Text.first(UInt8(ascii: "@"), in: range, of: text) != nil
            else { return false }
        }
        let endpoint = isAccessList ? Endpoint(accessList: range, in: text) : Endpoint(flow: range, in: text)
        guard endpoint.address != nil else { return false }
        if endpoint.user.isPresent || endpoint.owner.isPresent { return true }
        var groups = 0
        for index in start..<end where text[index] == ASCII.openParenthesis { groups += 1 }
        return groups > (isAccessList || endpoint.mapped != nil ? 1 : 0)
    }
}
