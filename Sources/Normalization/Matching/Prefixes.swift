// The beginnings that hundreds of messages share, read by hand because relays and releases spell them in
// many ways: brackets eaten, a part or a value missing, other separators. Linear. Pure.

enum Prefixes {
    /// Reads the beginning of a layout into the captures.
    ///
    /// - Returns: Offset at which the layout's own wording starts.
    static func read(
        _ beginning: Beginning,
        _ text: Span<UInt8>,
        from start: Int,
        to end: Int,
        _ captures: inout Captures
    ) -> Int {
        var reader = SessionReader(position: start, end: end)
        switch beginning {
        case .plain: return start
        // Releases and relays print either beginning in the other's spelling; nearly all sessions are printed in their
        // own.
        case .session where reader.readCommon(text, &captures): return reader.position
        case .session where ikeLabel(at: start, text, end) != nil: return ike(text, from: start, to: end, &captures)
        case .ike where ikeLabel(at: start, text, end) != nil || !SessionReader.begins(at: start, text, end):
            return ike(text, from: start, to: end, &captures)
        case .session, .ike:
            reader.read(text, &captures)
            return reader.position
        }
    }

    /// In the order printed; a name holds no label that stands before its own.
    private static let ikeLabels: [(word: StaticString, hole: Hole, place: Int)] = [
        ("Group", .group, 0), ("Username", .user, 1), ("User", .user, 1), ("IP", .publicAddress, 2),
    ]

    /// The label behind those at `place` that stands at `offset` with its `=`, and the offset of its value.
    private static func ikeLabel(
        at offset: Int,
        behind place: Int = -1,
        _ text: Span<UInt8>,
        _ end: Int
    ) -> (hole: Hole, place: Int, value: Int)? {
        guard offset < end, beginsALabel(text[offset]) else { return nil }
        for label in ikeLabels
        where label.place > place && ByteSearch.holds(label.word, in: text, at: offset, to: end) {
            let sign = afterBlanks(offset + label.word.utf8CodeUnitCount, text, end)
            if sign < end, text[sign] == ASCII.equals {
                return (label.hole, label.place, afterBlanks(sign + 1, text, end))
            }
        }
        return nil
    }

    /// `Group = g, Username = u, IP = a, `: each part ends where the next label, or the text, begins.
    private static func ike(_ text: Span<UInt8>, from start: Int, to end: Int, _ captures: inout Captures) -> Int {
        var position = start
        var place = -1
        while let label = ikeLabel(at: position, behind: place, text, end) {
            place = label.place
            let stop = ikeEnd(place, text, label.value, end)
            captures[label.hole] = ByteRange(label.value, stop)
            position = afterBlanks(stop, text, end)
            if position < end, text[position] == ASCII.comma { position = afterBlanks(position + 1, text, end) }
        }
        return position
    }

    /// Where a value ends: an address at a blank or comma, a name at the first comma that a later label follows, else at the first.
    private static func ikeEnd(_ place: Int, _ text: Span<UInt8>, _ value: Int, _ end: Int) -> Int {
        if place == 2 {
            var stop = value
            while stop < end, text[stop] != ASCII.comma, !ASCII.isBlank(text[stop]) { stop += 1 }
            return stop
        }
        let first = ByteSearch.first(ASCII.comma, in: text, from: value, to: end) ?? end
        // A group is a name of the configuration, so that a label in it is one whose comma is missing.
        if place == 0 {
            var blank = value
            while let next = ByteSearch.first(ASCII.space, in: text, from: blank, to: first) {
                let word = afterBlanks(next, text, end)
                if ikeLabel(at: word, behind: place, text, end) != nil { return next }
                blank = word
            }
        }
        var comma = first
        while comma < end {
            if ikeLabel(at: afterBlanks(comma + 1, text, end), behind: place, text, end) != nil { return comma }
            comma = ByteSearch.first(ASCII.comma, in: text, from: comma + 1, to: end) ?? end
        }
        return first
    }

    /// Whether a byte begins a label of either beginning; most that are asked about do not.
    @inline(__always)
    fileprivate static func beginsALabel(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "G") || byte == UInt8(ascii: "U") || byte == UInt8(ascii: "I")
    }

    /// Whether a byte may stand between the parts of a beginning.
    @inline(__always)
    static func isSeparator(_ byte: UInt8) -> Bool {
        ASCII.isBlank(byte) || byte == ASCII.comma || byte == ASCII.colon
    }

    /// Offset of the first byte from `offset` on that is no blank.
    @inline(__always)
    static func afterBlanks(_ offset: Int, _ text: Span<UInt8>, _ end: Int) -> Int {
        var position = offset
        while position < end, ASCII.isBlank(text[position]) { position += 1 }
        return position
    }
}

/// Reads `[TunnelGroup <t>] [GroupPolicy <p>] [Group <g>] [User <u>] [IP <a>]`.
private struct SessionReader {
    private struct Label {
        var word: StaticString
        var hole: Hole
    }

    /// In the order printed; each may be missing.
    private static let labels = [
        Label(word: "TunnelGroup", hole: .group), Label(word: "GroupPolicy", hole: .policy),
        Label(word: "Group", hole: .group), Label(word: "Username", hole: .user), Label(word: "User", hole: .user),
        Label(word: "IP", hole: .publicAddress),
    ]

    var position: Int
    let end: Int

    /// Whether `Group <`, `User <`, another label with its bracket, or `Group g User u IP a` stands at `offset`.
    static func begins(at offset: Int, _ text: Span<UInt8>, _ end: Int) -> Bool {
        guard offset < end, Prefixes.beginsALabel(text[offset]) else { return false }
        for label in labels where ByteSearch.holds(label.word, in: text, at: offset, to: end) {
            let value = Prefixes.afterBlanks(offset + label.word.utf8CodeUnitCount, text, end)
            if value < end, text[value] == ASCII.lessThan { return true }
        }
        guard ByteSearch.holds("Group ", in: text, at: offset, to: end) else { return false }
        var reader = SessionReader(position: offset, end: end)
        var captures = Captures()
        reader.read(text, &captures)
        return captures[.user].isPresent && captures[.publicAddress].isPresent
    }

    mutating func read(_ text: Span<UInt8>, _ captures: inout Captures) {
        if !readCommon(text, &captures) { readAny(text, &captures) }
    }

    /// Reads `Group <g> User <u> IP <a> `, as nearly all sessions are printed; changes nothing if anything else stands there.
    mutating func readCommon(_ text: Span<UInt8>, _ captures: inout Captures) -> Bool {
        guard ByteSearch.holds("Group <", in: text, at: position, to: end) else { return false }
        let group = position + 7
        guard let groupEnd = ByteSearch.first(ASCII.greaterThan, in: text, from: group, to: end),
            ByteSearch.holds("> User <", in: text, at: groupEnd, to: end)
        else { return false }
        let user = groupEnd + 8
        guard let userEnd = ByteSearch.first(ASCII.greaterThan, in: text, from: user, to: end),
            ByteSearch.holds("> IP <", in: text, at: userEnd, to: end)
        else { return false }
        let address = userEnd + 6
        guard let addressEnd = ByteSearch.first(ASCII.greaterThan, in: text, from: address, to: end) else {
            return false
        }
        captures[.group] = ByteRange(group, groupEnd)
        captures[.user] = ByteRange(user, userEnd)
        captures[.publicAddress] = ByteRange(address, addressEnd)
        position = addressEnd + 1
        skipSeparators(text)
        return true
    }

    private mutating func readAny(_ text: Span<UInt8>, _ captures: inout Captures) {
        var isBare = false
        for index in SessionReader.labels.indices {
            let label = SessionReader.labels[index]
            let after = position + label.word.utf8CodeUnitCount
            guard ByteSearch.holds(label.word, in: text, at: position, to: end), after < end,
                ASCII.isBlank(text[after])
            else { continue }
            let value = Prefixes.afterBlanks(after, text, end)
            if nextLabel(at: value, after: index, text) {
                // Without a user there, one that begins with a label may stand there.
                if label.hole == .user { captures[.user] = ByteRange(after, after) }
                position = value
                continue
            }
            // Where the brackets of a name were eaten, those of the next one belong to it.
            let isBracketed = value < end && text[value] == ASCII.lessThan && !(isBare && label.hole == .user)
            if !isBracketed { isBare = true }
            let stop =
                isBracketed
                ? bracketEnd(from: value + 1, after: index, text) : bareEnd(from: value, after: index, text)
            captures[label.hole] = isBracketed ? ByteRange(value + 1, stop) : ByteRange(value, stop)
            position = min(end, isBracketed ? stop + 1 : stop)
            skipSeparators(text)
        }
    }

    /// Whether a label that may follow `index` stands at `offset`, with a blank or bracket behind it.
    private func nextLabel(at offset: Int, after index: Int, _ text: Span<UInt8>) -> Bool {
        guard offset < end, Prefixes.beginsALabel(text[offset]) else { return false }
        return SessionReader.labels[(index + 1)...].contains { label in
            let after = offset + label.word.utf8CodeUnitCount
            guard ByteSearch.holds(label.word, in: text, at: offset, to: end), after + 1 < end else { return false }
            return ASCII.isBlank(text[after])
        }
    }

    /// The bracket that closes a value: the one before the next label, else the first.
    private func bracketEnd(from start: Int, after index: Int, _ text: Span<UInt8>) -> Int {
        guard let first = ByteSearch.first(ASCII.greaterThan, in: text, from: start, to: end) else { return end }
        guard index + 1 < SessionReader.labels.count else { return first }
        var close = first
        while true {
            let beyond = Prefixes.afterBlanks(close + 2, text, end)
            if close + 1 >= end { return close }
            if nextLabel(at: beyond, after: index, text) { return closing(close, of: start, text) }
            guard let next = ByteSearch.first(ASCII.greaterThan, in: text, from: close + 1, to: end) else {
                return first
            }
            close = next
        }
    }

    /// The bracket at `close`, or the one behind it where the first closes another within the value: `<Dev<2>>`.
    private func closing(_ close: Int, of start: Int, _ text: Span<UInt8>) -> Int {
        guard text[close + 1] == ASCII.greaterThan,
            ByteSearch.first(ASCII.lessThan, in: text, from: start, to: close) != nil
        else { return close }
        return close + 1
    }

    /// The end of a value without brackets: before the next label, else one word; an address ends at a blank or comma.
    private func bareEnd(from start: Int, after index: Int, _ text: Span<UInt8>) -> Int {
        var offset = start
        var firstBlank = end
        while offset < end {
            if ASCII.isBlank(text[offset]), firstBlank == end { firstBlank = offset }
            if ASCII.isBlank(text[offset]) || (text[offset] == ASCII.comma && index + 1 < SessionReader.labels.count) {
                if SessionReader.labels[index].hole == .publicAddress { break }
                let isComma = text[offset] == ASCII.comma
                let next = Prefixes.afterBlanks(isComma ? offset + 1 : offset, text, end)
                if nextLabel(at: next, after: index, text) { break }
                offset = max(next, offset + 1)
            } else {
                offset += 1
            }
        }
        offset = min(offset, offset < end ? offset : firstBlank)
        while offset > start, text[offset - 1] == ASCII.comma || text[offset - 1] == ASCII.colon { offset -= 1 }
        return offset
    }

    private mutating func skipSeparators(_ text: Span<UInt8>) {
        while position < end, Prefixes.isSeparator(text[position]) || text[position] == ASCII.greaterThan {
            position += 1
        }
    }
}
