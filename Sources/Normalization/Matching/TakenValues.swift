// Takes the values of a layout: an endpoint as nearly all texts print it at once, and anything else by what its
// capture says of where it may end. Pure.

/// Where a value leads.
enum Passage {
    /// It ends, and the layout goes on.
    case on(position: Int, segment: Int)
    /// It ends with the text.
    case complete
    /// The layout does not stand there.
    case nowhere
}

extension Matcher {
    /// Takes a flow endpoint as nearly all texts print it.
    ///
    /// - Returns: Where it ends, with the terminator -1 at the end of the text; nil if anything else stands there, and
    ///   then nothing is taken.
    @inline(__always)
    func flowEnd(
        _ capture: Capture,
        _ terminators: Span<Terminator>,
        _ pool: Span<UInt8>,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ captures: inout Captures
    ) -> CaptureEnd? {
        let (hole, isTranslated) = (capture.hole, capture.isTranslated)
        guard let stop = captures.readFlow(hole, isTranslated: isTranslated, text, from: position, to: end) else {
            return nil
        }
        var terminator = -1
        if stop != end || !capture.mayEnd {
            let found = Matcher.longest(capture.terminators, terminators, pool, text, stop, end)
            guard let found else { return nil }
            terminator = found
        }
        captures.take(flow: hole, position, stop)
        return CaptureEnd(position: stop, terminator: terminator)
    }

    /// Takes any value.
    @inline(never)
    func take(
        _ capture: Capture,
        _ form: TextForm,
        _ text: Span<UInt8>,
        _ position: Int,
        _ end: Int,
        _ foreignEnd: inout Int?,
        _ captures: inout Captures
    ) -> Passage {
        let pool = self.pool.span
        let terminators = self.terminators.span
        let hole = capture.hole
        guard let stop = captureEnd(capture, form, terminators, pool, text, position, end, &captures.effort) else {
            guard capture.mayEnd, !(form == .printed && runsOverALabel(hole, text, position, end)),
                !runsOver(foreignEnd, hole, text, position, end)
            else { return .nowhere }
            // Folded, what closed a quoted name is gone: `'name'.` must not leave `name'`.
            var value = ByteRange(position, end)
            if capture.first < capture.last {
                let cut = cutStart(of: capture.terminators, text, position, end)
                // Somebody may have chosen a text that ends so.
                if cut < end, hole.isForeign { return .complete }
                value = ByteRange(position, cut)
            }
            let isExact = form == .printed || hole == .reason
            captures[hole] = isExact ? value : Text.withoutFullStop(value, of: text)
            return .complete
        }
        // Nothing tells the device's words from somebody's text.
        guard stop.terminator >= 0 else {
            // What stands before a user is the device's all the same.
            if let stop = plainEnd(capture, text, position, end, &captures) { captures.take(hole, position, stop) }
            return .complete
        }
        if capture.isOneWord, isParted(position, stop.position, text) { return .nowhere }
        if capture.bound == .right || capture.bound == .sole { foreignEnd = stop.terminator }
        captures.take(hole, position, stop.position)
        return .on(
            position: stop.position &+ Int(terminators[stop.terminator].taken),
            segment: Int(terminators[stop.terminator].segment)
        )
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
