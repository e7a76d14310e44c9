// The guide maps labels, not ids: in any message, `Group <`, `User <`, `IP =`, `reason =` and the
// other labels of `Label` give their tokens when they stand in the text. Used where no layout fits.
// One pass over the text. Pure.

/// Reads labels out of a text.
struct LabelScanner {
    /// Fills the holes of `captures` that are still empty from the labels in `text[from..<end]`.
    ///
    /// A user's name is somebody else's text: it ends at the last address with its label behind it, and where none
    /// stands there, no label behind it counts, since the name may hold it.
    static func scan(_ text: Span<UInt8>, from: Int, to end: Int, _ captures: inout Captures) {
        var position = from
        var close = -1
        var brackets = BracketEnds(to: end)
        while let (label, start, value) = next(text, from: position, after: from, end, &captures.effort) {
            var limit = end
            if start > from, text[start - 1] == ASCII.openParenthesis {
                // Looked for once and kept until passed: a line may open thousands of parentheses and close none.
                if close < value {
                    close = ByteSearch.first(ASCII.closeParenthesis, in: text, from: value, to: end) ?? end
                }
                limit = close
            }
            var range = range(of: label, from: value, text, limit, &brackets)
            position = max(range.upperBound, start + 1)
            captures.effort.spend(range.count)
            // What the text ends in before it closes may be the beginning of anything.
            let isCut = isOpen(range, of: label, text, end)
            if isCut, label.hole != .user { continue }
            if label.hole == .clientMessage {
                readClientMessage(range, text, &captures)
                return
            }
            if label.hole == .user, !captures[.user].isPresent {
                // In parentheses, nothing but another pair of them follows.
                guard
                    let address = lastAddress(text, from: limit == end ? value : limit, to: end, &captures.effort)
                else {
                    captures[.user] = isCut ? ByteRange(end, end) : range
                    return
                }
                if limit == end { range = ByteRange(value, nameEnd(text, value, address.start)) }
                captures[.user] = range
                captures.fill(address.label.hole, address.range)
                position = address.range.upperBound
                continue
            }
            captures.fill(label.hole, range)
        }
    }

    /// Whether the text ends within the brackets around a value, or before the digits of a session.
    private static func isOpen(_ range: ByteRange, of label: Label, _ text: Span<UInt8>, _ end: Int) -> Bool {
        guard range.upperBound == end else { return false }
        return switch label.sign {
        case .bracket: true
        case .word: range.count <= 2
        case .equals: label.hole != .reason && UserName.cutOff(range, in: text) != nil
        case .colon: false
        }
    }

    /// The next label from `position` on, where it starts and where its value does.
    private static func next(
        _ text: Span<UInt8>,
        from position: Int,
        after first: Int,
        _ end: Int,
        _ effort: inout Effort
    ) -> (label: Label, start: Int, value: Int)? {
        var start = position
        defer { effort.spend(start - position) }
        while start < end {
            guard ASCII.isLetter(text[start]), start == first || !isWordByte(text[start - 1]) else {
                start += 1
                continue
            }
            effort.spend(Label.all.count)
            if effort.isExhausted { return nil }
            if let (label, value) = label(at: start, text, end) { return (label, start, value) }
            while start < end, isWordByte(text[start]) { start += 1 }
        }
        return nil
    }

    /// The last address with the label `IP`, `user IP` or one of an assigned address behind a name that starts at
    /// `from`, before any text of a reason.
    private static func lastAddress(
        _ text: Span<UInt8>,
        from: Int,
        to end: Int,
        _ effort: inout Effort
    ) -> (label: Label, start: Int, range: ByteRange)? {
        var last: (label: Label, start: Int, range: ByteRange)?
        var position = from
        while let (label, start, value) = next(text, from: position, after: from, end, &effort) {
            position = max(value, start + 1)
            if label.hole == .reason || label.hole == .clientMessage { break }
            guard label.hole == .publicAddress || label.hole == .sourceAddress || label.hole == .assignedIPv4 else {
                continue
            }
            // A label may stand in the word behind another, so that no more of it is read than an address has.
            let first = Text.afterBlanks(value, text, end)
            var range = word(from: first, text, min(end, first + IPAddress.longestText + 1))
            effort.spend(range.count)
            guard range.count <= IPAddress.longestText else { continue }
            while range.count > 1, isClosing(text[range.upperBound - 1]) { range.end -= 1 }
            guard IPAddress.parse(range, in: text) != nil else { continue }
            last = (label, start, range)
        }
        return last
    }

    private static func isClosing(_ byte: UInt8) -> Bool {
        byte == ASCII.greaterThan || byte == ASCII.closeParenthesis
    }

    /// Where a name ends before the label at `label`: blanks and one closing mark belong to neither.
    private static func nameEnd(_ text: Span<UInt8>, _ start: Int, _ label: Int) -> Int {
        var end = label
        while end > start, ASCII.isBlank(text[end - 1]) { end -= 1 }
        if end > start, text[end - 1] == ASCII.comma || text[end - 1] == ASCII.colon { end -= 1 }
        while end > start, ASCII.isBlank(text[end - 1]) { end -= 1 }
        if end > start, text[end - 1] == ASCII.greaterThan { end -= 1 }
        return end
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.dash || byte == UInt8(ascii: "_") || byte >= 0x80
    }

    /// The label that starts at `position` with its sign behind it, and the offset of its value.
    private static func label(at position: Int, _ text: Span<UInt8>, _ end: Int) -> (Label, Int)? {
        for label in Label.all where ByteSearch.holdsIgnoringCase(label.text, in: text, at: position, to: end) {
            let sign = Text.afterBlanks(position + label.text.utf8CodeUnitCount, text, end)
            guard sign < end else { continue }
            let fits =
                switch label.sign {
                case .bracket: text[sign] == ASCII.lessThan
                case .equals: text[sign] == ASCII.equals
                case .colon: text[sign] == ASCII.colon
                case .word: ByteSearch.holds("=0x", in: text, at: sign, to: end)
                }
            if fits { return (label, sign + 1) }
        }
        return nil
    }

    private static func range(
        of label: Label,
        from value: Int,
        _ text: Span<UInt8>,
        _ end: Int,
        _ brackets: inout BracketEnds
    ) -> ByteRange {
        switch label.sign {
        case .bracket: return ByteRange(value, brackets.end(text, value, end))
        case .colon: return ByteRange(value, end)
        case .word:
            var stop = value
            while stop < end, isWordByte(text[stop]) { stop += 1 }
            return ByteRange(value, stop)
        case .equals:
            if label.hole.form == .address { return word(from: value, text, end) }
            var stop = value
            while stop < end {
                if text[stop] == ASCII.colon, stop + 1 == end || ASCII.isBlank(text[stop + 1]) { break }
                if text[stop] == ASCII.comma, label.hole != .reason, stop + 1 == end || ASCII.isBlank(text[stop + 1]) {
                    break
                }
                stop += 1
            }
            return ByteRange(value, stop)
        }
    }

    /// The word behind the blanks at `value`, a comma or the colon of ` : ` at its end aside.
    private static func word(from value: Int, _ text: Span<UInt8>, _ end: Int) -> ByteRange {
        let start = Text.afterBlanks(value, text, end)
        var stop = start
        while stop < end, !ASCII.isBlank(text[stop]), text[stop] != ASCII.comma { stop += 1 }
        // `10.1.1.1: user = kim`, but not the colons that end `::` and `2001:db8::`.
        if stop - start > 1, text[stop - 1] == ASCII.colon, text[stop - 2] != ASCII.colon { stop -= 1 }
        return ByteRange(start, stop)
    }

    /// Reads `16/NOTICE: text`.
    private static func readClientMessage(_ range: ByteRange, _ text: Span<UInt8>, _ captures: inout Captures) {
        let body = Text.trimmed(range, of: text)
        var digits = body.lowerBound
        while digits < body.upperBound, ASCII.isDigit(text[digits]) { digits += 1 }
        guard digits > body.lowerBound, digits < body.upperBound, text[digits] == ASCII.slash else { return }
        captures.fill(.clientMessage, ByteRange(body.lowerBound, digits))
        guard let colon = ByteSearch.first(ASCII.colon, in: text, from: digits, to: body.upperBound) else { return }
        captures.fill(.reason, ByteRange(colon + 1, body.upperBound))
    }
}
