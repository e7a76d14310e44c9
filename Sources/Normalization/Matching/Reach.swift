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
    /// Whether the layout from segment `index` on leads from `position` to the place `last` over words and holes with a
    /// form of their own.
    func arrives(
        _ index: Int,
        _ text: Span<UInt8>,
        _ position: Int,
        _ last: CaptureEnd,
        _ end: Int,
        _ effort: inout Effort
    ) -> Bool {
        let target = last.position
        var tries = Matcher.mostForms
        var index = index
        var position = position
        while position < target {
            switch segments[index] {
            case .literal(let literal):
                guard literal.stands(in: text, at: position, to: end, pool.span) else { return false }
                position += literal.count
                index += 1
            case .words(_, let first, let last, _):
                guard let found = word(first, last, text, position, end) else { return false }
                position = found.end
                index += 1
            case .capture(let capture):
                guard !capture.hole.isFree else { return false }
                // A user in it may hold what ends it.
                if capture.hole.isEndpoint, target - position <= Matcher.longestEndpoint,
                    capture.terminators.contains(where: {
                        terminators[$0].segment == terminators[last.terminator].segment
                    }),
                    hasForm(capture.hole, text, position, target, &effort)
                {
                    return true
                }
                guard let limit = formLimit(capture.hole, text, position, end, &effort),
                    let stop = formEnd(capture, text, position, from: position, limit, end, &tries, &effort)
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
    ///
    /// If `mayNameUser`, an endpoint with something in parentheses behind it counts as a hole in which anything may
    /// stand, since a user's name does not end where it looks so.
    func reach(
        _ index: Int,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        mayNameUser: Bool = false,
        _ effort: inout Effort
    ) -> Reach {
        var tries = Matcher.mostForms
        return reach(index, text, position, end, mayNameUser, &tries, &effort)
    }

    private func reach(
        _ index: Int,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ mayNameUser: Bool,
        _ tries: inout Int,
        _ effort: inout Effort
    ) -> Reach {
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
            case .words(_, let first, let last, _):
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
                if mayNameUser, namesUser(capture.hole, text, position, end, &effort) { return .open }
                return reach(behind: capture, text, position, end, &tries, &effort)
            }
        }
    }

    /// How far a layout stands from a hole with a form of its own on, whichever of the places that may end the hole its
    /// words go on from.
    private func reach(
        behind capture: Capture,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ tries: inout Int,
        _ effort: inout Effort
    ) -> Reach {
        guard let limit = formLimit(capture.hole, text, position, end, &effort) else {
            return endsIn(capture.hole, text, position, end) ? .cut : .none
        }
        var best = Reach.none
        var place = position
        while let stop = formEnd(capture, text, position, from: place, limit, end, &tries, &effort) {
            guard stop.terminator >= 0 else { return .whole }
            let terminator = terminators[stop.terminator]
            let next = stop.position + Int(terminator.taken)
            let own = reach(Int(terminator.segment), text, next, end, false, &tries, &effort)
            if own.isThere { return own }
            if own == .cut { best = own }
            place = stop.position + 1
        }
        guard best == .none, capture.hole.isEndpoint else { return best }
        // The text may end in the middle of what stands behind an endpoint.
        let cut = cutStart(of: capture.terminators, text, position, end)
        if cut < end, cut <= limit, hasForm(capture.hole, text, position, cut, &effort) { return .cut }
        if endsIn(capture.hole, text, position, end) { return .cut }
        return namesUser(capture.hole, text, position, end, isCut: true, &effort) ? .cut : .none
    }

    /// Whether a text ends in the middle of an endpoint of an access list, in which no blank stands.
    private func endsIn(_ hole: Hole, _ text: Span<UInt8>, _ position: Int, _ end: Int) -> Bool {
        hole.isAccessListEndpoint
            && ByteSearch.first(ASCII.space, in: text, from: position, to: min(end, position + Matcher.longestWord))
                == nil
            && end - position <= Matcher.longestWord
    }
}
