// The labels around a name that is read from the right: `User` before it, `IP` with its value behind it, and the mark
// that closes either. Each is looked at where it may stand, and never further than a device prints it. Pure.

extension PrefixEnd {
    /// The most blanks, commas and colons that are skipped between two parts.
    private static let mostSeparators = 16

    /// Where the value of the label `User` or `Username` at `offset` starts; nil if none stands there.
    func userValue(at offset: Int, _ text: Span<UInt8>) -> Int? {
        guard ByteSearch.holds("User", in: text, at: offset, to: end), offset > 0, !ASCII.isWord(text[offset - 1])
        else {
            return nil
        }
        let isLong = ByteSearch.holds("Username", in: text, at: offset, to: end)
        let sign = Text.afterBlanks(offset + (isLong ? 8 : 4), text, end)
        guard sign < end else { return nil }
        switch style {
        case .brackets: return text[sign] == ASCII.lessThan ? sign + 1 : nil
        case .equals, .semicolons: return text[sign] == ASCII.equals ? Text.afterBlanks(sign + 1, text, end) : nil
        case .bare: return ASCII.isBlank(text[sign - 1]) ? sign : nil
        }
    }

    /// Offset behind the separators at `offset`; skips at most `mostSeparators`.
    ///
    /// A device prints fewer. Without the limit, a long run of blanks would be read again from each blank in it.
    func afterSeparators(_ offset: Int, _ text: Span<UInt8>) -> Int {
        let limit = min(end, offset + PrefixEnd.mostSeparators)
        var position = offset
        while position < limit, Prefixes.isSeparator(text[position]) { position += 1 }
        return position
    }

    /// The value of the label `IP` at `offset` and the offset of what follows it; nil if no address can stand there.
    func address(at offset: Int, _ text: Span<UInt8>) -> (value: ByteRange, after: Int)? {
        guard end - offset > 2, text[offset] == UInt8(ascii: "I"), text[offset + 1] == UInt8(ascii: "P") else {
            return nil
        }
        var start = Text.afterBlanks(offset + 2, text, end)
        guard start < end else { return nil }
        // A bracket, an equals sign, or the value's own first byte.
        let sign = text[start]
        if style.hasEquals {
            guard sign == ASCII.equals else { return nil }
            start = Text.afterBlanks(start + 1, text, end)
        } else if sign == ASCII.lessThan {
            start += 1
        } else if style == .brackets || start == offset + 2 {
            return nil
        }
        let close = sign == ASCII.lessThan ? ASCII.greaterThan : style == .semicolons ? style.mark : ASCII.comma
        var stop = start
        while stop < end, stop - start <= IPAddress.longestText, !ASCII.isBlank(text[stop]), text[stop] != close {
            stop += 1
        }
        guard stop - start <= IPAddress.longestText else { return nil }
        if sign == ASCII.lessThan {
            guard stop < end, text[stop] == close else { return nil }
            return (ByteRange(start, stop), afterSeparators(stop + 1, text))
        }
        while stop > start, sign != ASCII.equals, text[stop - 1] == ASCII.colon { stop -= 1 }
        let value = ByteRange(start, stop)
        // Without a bracket or an equals sign any word may follow `IP`, so that only an address counts.
        guard sign == ASCII.equals || IPAddress.parse(value, in: text) != nil else { return nil }
        return (value, afterSeparators(stop, text))
    }

    /// Whether the mark at `mark` closes an address with its label, as in `IP <192.0.2.1>`, and so no name.
    ///
    /// Reads to the left, to `start` at most.
    func closesAddress(_ mark: Int, _ text: Span<UInt8>, _ start: Int) -> Bool {
        let leftmost = max(start, mark - IPAddress.longestText)
        var position = mark
        func stepBackOverBlanks() { while position > leftmost, ASCII.isBlank(text[position - 1]) { position -= 1 } }
        func stepBack(over byte: UInt8) -> Bool {
            guard position > leftmost, text[position - 1] == byte else { return false }
            position -= 1
            return true
        }
        let open = style == .brackets ? ASCII.lessThan : ASCII.equals
        stepBackOverBlanks()
        while position > leftmost, !ASCII.isBlank(text[position - 1]), text[position - 1] != open,
            text[position - 1] != style.mark
        {
            position -= 1
        }
        var word = ByteRange(position, mark)
        while !word.isEmpty, Prefixes.isSeparator(text[word.upperBound - 1]) { word.end -= 1 }
        stepBackOverBlanks()
        if style == .bare {
            guard IPAddress.parse(word, in: text) != nil else { return false }
        } else if !stepBack(over: open) {
            return false
        }
        stepBackOverBlanks()
        guard stepBack(over: UInt8(ascii: "P")), stepBack(over: UInt8(ascii: "I")) else { return false }
        return position == leftmost || !ASCII.isWord(text[position - 1])
    }
}
