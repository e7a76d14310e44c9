// The beginning of session messages, with its brackets or without, in any of the spellings that releases and relays
// give it. Linear. Pure.

/// Reads `[TunnelGroup <t>] [GroupPolicy <p>] [Group <g>] [User <u>] [IP <a>]`.
struct SessionReader {
    private struct Part {
        var word: StaticString
        var hole: Hole
    }

    /// In the order printed; each may be missing.
    private static let labels = [
        Part(word: "TunnelGroup", hole: .group), Part(word: "GroupPolicy", hole: .policy),
        Part(word: "Group", hole: .group), Part(word: "Username", hole: .user), Part(word: "User", hole: .user),
        Part(word: "IP", hole: .publicAddress),
    ]

    var position: Int
    let end: Int

    /// Whether `Group <`, `User <`, another label with its bracket, or `Group g User u IP a` stands at `offset`.
    static func begins(at offset: Int, _ text: Span<UInt8>, _ end: Int) -> Bool {
        guard offset < end, Prefixes.beginsALabel(text[offset]) else { return false }
        for label in labels where ByteSearch.holds(label.word, in: text, at: offset, to: end) {
            let value = Text.afterBlanks(offset + label.word.utf8CodeUnitCount, text, end)
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

    /// Reads `Group <g> User <u> IP <a> `, as nearly all sessions are printed; changes nothing if anything else stands
    /// there.
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
            let value = Text.afterBlanks(after, text, end)
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
            let beyond = Text.afterBlanks(close + 2, text, end)
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
                let next = Text.afterBlanks(isComma ? offset + 1 : offset, text, end)
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
