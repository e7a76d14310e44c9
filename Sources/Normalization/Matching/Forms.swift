// Which holes have a form of their own, where what has it may end, and whether a user may stand in it, whose name could
// hold what ends it. Pure; a hole of this kind is no longer than a few hundred bytes.

extension Matcher {
    /// Longest address, number or name without blanks worth reading.
    static let longestWord = 255
    /// Longest endpoint worth reading, users included.
    static let longestEndpoint = 600
    /// Most places at which the holes behind a place are read that may end there: a user may hold what ends an
    /// endpoint, but not often.
    static let mostForms = 16

    /// Where an address, number, endpoint or name without blanks ends at most that stands at `position`, nil if none
    /// does.
    func formLimit(
        _ hole: Hole,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> Int? {
        let longest = min(end, position + (hole.isEndpoint ? Matcher.longestEndpoint : Matcher.longestWord))
        var limit = position
        while limit < longest, !ASCII.isBlank(text[limit]) { limit += 1 }
        effort.spend(limit - position)
        guard hole.isEndpoint else { return limit }
        // `outside/192.0.2.7(443)`: no blank stands before the port.
        if hole.isAccessListEndpoint, ByteSearch.first(ASCII.slash, in: text, from: position, to: limit) == nil {
            return nil
        }
        return longest
    }

    /// The next place from `from` on, up to `limit`, where a hole that begins at `position` may end; nil if none does.
    ///
    /// The terminator is -1 at the end of the text. Each place takes one of `tries`.
    func formEnd(
        _ capture: Capture,
        _ text: Span<UInt8>,
        _ position: Int,
        from: Int,
        _ limit: Int,
        _ end: Int,
        _ tries: inout Int,
        _ effort: inout Effort
    ) -> CaptureEnd? {
        let (hole, candidates) = (capture.hole, capture.terminators)
        // A terminator may begin just where a word or an endpoint ends at most.
        let stop = min(end, limit + 1)
        var place = from
        while tries > 0, place < stop,
            let found = Matcher.firstEnd(candidates, terminators.span, pool.span, text, place, stop, end)
        {
            tries -= 1
            effort.spend(found.position - place)
            if hasForm(hole, text, position, found.position, &effort) { return found }
            place = found.position + 1
        }
        effort.spend(max(0, limit - place))
        guard capture.mayEnd, limit == end, hasForm(hole, text, position, end, &effort) else { return nil }
        return CaptureEnd(position: end, terminator: -1)
    }

    /// Whether a plain endpoint stands at `position` with something in parentheses behind it; if `isCut`, whether the
    /// text ends before they close.
    func namesUser(
        _ hole: Hole,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        isCut: Bool = false,
        _ effort: inout Effort
    ) -> Bool {
        guard hole.isEndpoint, hole != .requester else { return false }
        let limit = min(end, position + Matcher.longestEndpoint)
        guard let open = ByteSearch.first(ASCII.openParenthesis, in: text, from: position, to: limit) else {
            return false
        }
        var head = Text.trimmed(ByteRange(position, open), of: text)
        guard Text.first(ASCII.space, in: head, of: text) == nil else { return false }
        if hole.isAccessListEndpoint {
            guard let close = ByteSearch.first(ASCII.closeParenthesis, in: text, from: open, to: limit) else {
                return false
            }
            head.end = Int32(close + 1)
        }
        if isCut {
            // Looked for no further than an endpoint is long, so that all of it is linear.
            guard limit == end,
                let last = ByteSearch.last(ASCII.openParenthesis, in: text, from: head.upperBound, to: end),
                ByteSearch.first(ASCII.closeParenthesis, in: text, from: last, to: end) == nil
            else { return false }
        }
        return hasForm(hole, text, head.lowerBound, head.upperBound, &effort)
    }

    func hasForm(
        _ hole: Hole,
        _ text: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> Bool {
        guard hole.isEndpoint else { return true }
        effort.spend(end - start)
        let range = Text.withoutFullStop(ByteRange(start, end), of: text)
        // A parenthesis that is open would go on behind it.
        if !range.isEmpty, text[range.upperBound - 1] != ASCII.closeParenthesis,
            Text.first(ASCII.openParenthesis, in: range, of: text) != nil
        {
            return false
        }
        if hole == .requester { return Endpoint(requester: range, in: text).address != nil }
        guard hole.isAccessListEndpoint else {
            return Endpoint(flow: range, isTranslated: true, in: text).address != nil
        }
        let endpoint = Endpoint(accessList: range, in: text)
        return endpoint.address != nil && Text.first(ASCII.space, in: endpoint.interface, of: text) == nil
    }

    /// Where the part of an endpoint ends that stands before any user; nil if it has any other form.
    func plainEnd(
        _ capture: Capture,
        _ text: Span<UInt8>,
        _ start: Int,
        _ end: Int,
        _ captures: inout Captures
    ) -> Int? {
        let hole = capture.hole
        switch hole {
        case .source, .destination:
            return captures.readFlow(hole, isTranslated: capture.isTranslated, text, from: start, to: end)
        case .accessListSource, .accessListDestination:
            guard let close = ByteSearch.first(ASCII.closeParenthesis, in: text, from: start, to: end),
                hasForm(hole, text, start, close + 1, &captures.effort)
            else { return nil }
            return close + 1
        default: return nil
        }
    }

    /// Whether `@` stands behind a place with an address directly behind it: the name of a user, which stands before
    /// both, may begin with an address and go on beyond that place.
    @inline(never)
    func namesAddress(_ text: Span<UInt8>, behind place: Int, _ end: Int, _ effort: inout Effort) -> Bool {
        let sign = UInt8(ascii: "@")
        var from = place
        effort.spend(end - place)
        while let at = ByteSearch.first(sign, in: text, from: from, to: end) {
            from = at + 1
            var stop = from
            while stop < end, stop - from <= IPAddress.longestText, !ASCII.isBlank(text[stop]), text[stop] != sign,
                text[stop] != ASCII.openParenthesis
            {
                stop += 1
            }
            effort.spend(stop - from)
            if IPAddress.parse(ByteRange(from, stop), in: text) != nil { return true }
        }
        return false
    }

    /// Whether something stands behind a plain endpoint that may be a user without parentheses (302016): nothing shows
    /// where its name ends.
    func mayHoldBareUser(_ capture: Capture, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        var flow = FlowEndpoint()
        guard let stop = flow.read(text, from: start, to: end, isTranslated: capture.isTranslated), stop + 1 < end
        else { return false }
        return text[stop] == ASCII.space && text[stop + 1] != ASCII.openParenthesis
    }

    /// Whether an endpoint stands there with something behind it that may be a user, whose name could hold what ends
    /// it.
    func mayHoldUser(_ capture: Capture, _ text: Span<UInt8>, _ start: Int, _ end: Int) -> Bool {
        let hole = capture.hole
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
        if !isAccessList, mayHoldBareUser(capture, text, start, end) { return true }
        let endpoint =
            isAccessList
            ? Endpoint(accessList: range, in: text)
            : Endpoint(flow: range, isTranslated: capture.isTranslated, in: text)
        guard endpoint.address != nil else { return false }
        if endpoint.user.isPresent || endpoint.owner.isPresent { return true }
        var groups = 0
        for index in start..<end where text[index] == ASCII.openParenthesis { groups += 1 }
        return groups > (isAccessList || endpoint.mapped != nil ? 1 : 0)
    }
}
