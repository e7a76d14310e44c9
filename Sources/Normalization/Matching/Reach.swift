// How a layout goes on at a place: over its words and over holes with a form of their own, up to the first in which
// anything may stand. A place costs no more than a layout. Pure.

/// How far the rest of a layout stands at a place.
enum Reach {
    /// Its words are not there.
    case none
    /// Up to the end of the text, which stands within its words.
    case cut
    /// Up to a hole that any text may stand in.
    case open
    /// Up to the end of the text.
    case whole

    /// Whether the words are there, as far as they are the device's alone.
    var isThere: Bool { self == .open || self == .whole }
}

extension Matcher {
    /// Longest address, number or name without blanks worth reading.
    private static let longestWord = 255
    /// Longest endpoint worth reading, users included.
    private static let longestEndpoint = 600
    /// Most places at which an endpoint is read that may end there: a user in it may hold what ends it, but not often.
    private static let mostForms = 16

    /// Whether the layout from segment `index` on leads from `position` to `target` over words and holes with a form of
    /// their own.
    func arrives(
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
            case .capture(let capture):
                guard !capture.hole.isFree, let stop = formEnd(capture, text, position, end, &effort) else {
                    return false
                }
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
                    return isCut(literal, text, position, end) ? .cut : .none
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
            case .capture(let capture):
                if capture.hole.isFree { return .open }
                guard let stop = formEnd(capture, text, position, end, &effort) else { return .none }
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
        _ capture: Capture,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        let (hole, candidates) = (capture.hole, capture.terminators)
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
            let stop = min(end, limit + 1)
            guard let found = Matcher.firstEnd(candidates, terminators.span, pool.span, text, place, stop, end) else {
                break
            }
            effort.spend(found.position - place)
            if hasForm(hole, text, position, found.position, &effort) { return found }
            place = found.position + 1
        }
        effort.spend(limit - position)
        guard capture.mayEnd, limit == end, hasForm(hole, text, position, end, &effort) else { return nil }
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
        if hole == .requester { return Endpoint(requester: range, in: text).address != nil }
        guard hole.isAccessListEndpoint else { return Endpoint(flow: range, in: text).address != nil }
        let endpoint = Endpoint(accessList: range, in: text)
        return endpoint.address != nil && Text.first(ASCII.space, in: endpoint.interface, of: text) == nil
    }

    /// Where the part of an endpoint ends that stands before any user; nil if it has any other form.
    func plainEnd(
        _ hole: Hole,
        _ text: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ captures: inout Captures
    ) -> Int? {
        switch hole {
        case .source, .destination: return captures.readFlow(hole, text, from: start, to: end)
        case .accessListSource, .accessListDestination:
            guard let close = ByteSearch.first(ASCII.closeParenthesis, in: text, from: start, to: end),
                hasForm(hole, text, start, close + 1, &captures.effort)
            else { return nil }
            return close + 1
        default: return nil
        }
    }

    /// Whether something stands behind a plain endpoint that may be a user without parentheses (302016): nothing shows
    /// where its name ends.
    func mayHoldBareUser(_ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var flow = FlowEndpoint()
        guard let stop = flow.read(text, from: start, to: end), stop + 1 < end else { return false }
        return text[stop] == ASCII.space && text[stop + 1] != ASCII.openParenthesis
    }

    /// Whether an endpoint stands there with something behind it that may be a user, whose name could hold what ends
    /// it.
    func mayHoldUser(_ hole: Hole, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let range = ByteRange(start, end)
        // A user may stand before the address, too, so that nothing but an address alone holds none.
        if hole == .requester { return IPAddress.parse(range, in: text) == nil }
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
        if !isAccessList, mayHoldBareUser(text, start, end) { return true }
        let endpoint = isAccessList ? Endpoint(accessList: range, in: text) : Endpoint(flow: range, in: text)
        guard endpoint.address != nil else { return false }
        if endpoint.user.isPresent || endpoint.owner.isPresent { return true }
        var groups = 0
        for index in start..<end where text[index] == ASCII.openParenthesis { groups += 1 }
        return groups > (isAccessList || endpoint.mapped != nil ? 1 : 0)
    }
}
