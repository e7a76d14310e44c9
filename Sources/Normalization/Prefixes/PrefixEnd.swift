// Where a shared beginning ends when the name in it holds what looks like its end: `User <x> IP <192.0.2.66> y> IP
// <203.0.113.7> `. The device's own words are the last ones that a layout of the message goes on from. Each place is
// looked at once, so that all of it is linear. Pure.

/// Looks for the end of a beginning from the right.
struct PrefixEnd {
    /// Most blanks, commas and colons between two parts.
    private static let mostSeparators = 16

    private let style: PrefixStyle
    private let end: Int

    private init(_ style: PrefixStyle, _ end: Int) {
        self.style = style
        self.end = end
    }

    /// One place where the name may end.
    private struct Place {
        var nameEnd: Int
        var address = ByteRange.absent
        /// Where the layout's own wording starts.
        var after: Int
        /// Whether a client's text stands behind it, which may hold what looks like an end, too.
        var holdsForeign = false
    }

    /// Whether the beginning that was read up to `start` may end further to the right.
    ///
    /// It may if its address stands there again, or the layout's first wording does. Without an address, the wording
    /// alone says where the name ends.
    static func isDoubtful(
        _ text: Span<UInt8>,
        from start: Int,
        to end: Int,
        _ literal: Literal?,
        _ pool: Span<UInt8>,
        _ captures: inout Captures
    ) -> Bool {
        let name = captures[.user].isPresent ? captures[.user] : captures[.group]
        guard name.isPresent else { return false }
        guard captures[.publicAddress].isPresent else { return true }
        let reader = PrefixEnd(PrefixStyle(of: name, in: text), end)
        if start < end, text[start] == UInt8(ascii: "I"), reader.address(at: start, text) != nil { return true }
        var position = start
        while let mark = ByteSearch.first(reader.style.mark, in: text, from: position, to: end) {
            position = mark + 1
            let next = reader.afterSeparators(position, text)
            if reader.address(at: next, text) != nil { return true }
            if let literal, literal.stands(in: text, at: next, to: end, pool) { return true }
        }
        return false
    }

    /// Reads a beginning with a name that may hold what ends it, first read up to `start`.
    ///
    /// - Returns: Offset at which the layout's own wording starts; nil if nothing tells the device's words from a
    ///   client's, and then the captures hold neither the name nor the address.
    static func resolve(
        _ text: Span<UInt8>,
        from start: Int,
        to end: Int,
        _ wording: inout Wording,
        _ captures: inout Captures
    ) -> Int? {
        // The name that somebody outside may have chosen: the user, or the group where no user stands.
        let hole = captures[.user].isPresent ? Hole.user : .group
        let name = captures[hole]
        guard name.isPresent else { return start }
        let reader = PrefixEnd(PrefixStyle(of: name, in: text), end)
        var first: Place?
        var last: Place?
        var wordingAlone: Place?
        var loose: Place?
        var limit = end
        while let mark = ByteSearch.last(reader.style.mark, in: text, from: name.lowerBound, to: limit) {
            limit = mark
            var place = Place(nameEnd: mark, after: reader.afterSeparators(mark + 1, text))
            guard let address = reader.address(at: place.after, text) else {
                if wordingAlone == nil, !reader.closesAddress(mark, text, name.lowerBound),
                    wording.fit(text, at: place.after, to: end)?.isWording == true
                {
                    wordingAlone = place
                }
                continue
            }
            place.address = address.value
            place.after = address.after
            guard let fit = wording.fit(text, at: place.after, to: end) else {
                if loose == nil { loose = place }
                continue
            }
            place.holdsForeign = fit.holdsForeign
            first = place
            if last != nil { continue }
            last = place
            // What looks like an end behind this one and stands in the layout that goes on here is none.
            if let alone = wordingAlone, fit.reach == .whole || alone.nameEnd < place.after + fit.length {
                wordingAlone = nil
            }
            if wordingAlone != nil || !fit.holdsForeign { break }
        }
        guard let place = wordingAlone ?? last ?? loose else { return start }
        if wordingAlone == nil, place.holdsForeign, let first, first.after != place.after {
            captures[hole] = .absent
            captures[.publicAddress] = .absent
            return nil
        }
        var range = reader.name(from: name.lowerBound, to: place.nameEnd, text)
        if hole == .user, let start = reader.secondUser(in: range, text, &wording) {
            // Two whole beginnings: the last names the user, and what stands in the group is anybody's.
            range = reader.name(from: start, to: place.nameEnd, text)
            captures[.group] = .absent
        }
        captures[hole] = range
        captures[.publicAddress] = place.address
        return place.after
    }

    /// A name without the blanks around it and, where no mark stands behind it, without the comma or colon of a list.
    private func name(from start: Int, to end: Int, _ text: Span<UInt8>) -> ByteRange {
        var range = Text.trimmed(ByteRange(start, end), of: text)
        while style == .bare, !range.isEmpty, Prefixes.isSeparator(text[range.upperBound - 1]) { range.end -= 1 }
        return range
    }

    /// Where a user starts behind a second label that stands in `name`, with all that follows a user before it.
    private func secondUser(in name: ByteRange, _ text: Span<UInt8>, _ wording: inout Wording) -> Int? {
        var limit = name.upperBound
        var value: Int?
        while value == nil, let letter = ByteSearch.last(UInt8(ascii: "U"), in: text, from: name.lowerBound, to: limit)
        {
            limit = letter
            value = userValue(at: letter, text)
        }
        guard let value else { return nil }
        var close = limit
        while close > name.lowerBound, Prefixes.isSeparator(text[close - 1]) { close -= 1 }
        if close > name.lowerBound, text[close - 1] == style.mark { close -= 1 }
        limit = close
        while let mark = ByteSearch.last(style.mark, in: text, from: name.lowerBound, to: limit) {
            limit = mark
            if let address = address(at: afterSeparators(mark + 1, text), text),
                address.after <= close, wording.fit(text, at: address.after, to: close) != nil
            {
                return value
            }
        }
        return nil
    }

    /// Where the value of the label `User` or `Username` at `offset` starts; nil if none stands there.
    private func userValue(at offset: Int, _ text: Span<UInt8>) -> Int? {
        guard ByteSearch.holds("User", in: text, at: offset, to: end), offset > 0, !ASCII.isWord(text[offset - 1])
        else {
            return nil
        }
        let isLong = ByteSearch.holds("Username", in: text, at: offset, to: end)
        let sign = Text.afterBlanks(offset + (isLong ? 8 : 4), text, end)
        guard sign < end else { return nil }
        switch style {
        case .brackets: return text[sign] == ASCII.lessThan ? sign + 1 : nil
        case .equals: return text[sign] == ASCII.equals ? Text.afterBlanks(sign + 1, text, end) : nil
        case .bare: return ASCII.isBlank(text[sign - 1]) ? sign : nil
        }
    }

    /// Offset behind the separators at `offset`; more than a device prints are looked at from none of the places among
    /// them.
    private func afterSeparators(_ offset: Int, _ text: Span<UInt8>) -> Int {
        let limit = min(end, offset + PrefixEnd.mostSeparators)
        var position = offset
        while position < limit, Prefixes.isSeparator(text[position]) { position += 1 }
        return position
    }

    /// The value of the label `IP` at `offset` and the offset of what follows it; nil if no address can stand there.
    private func address(at offset: Int, _ text: Span<UInt8>) -> (value: ByteRange, after: Int)? {
        guard end - offset > 2, text[offset] == UInt8(ascii: "I"), text[offset + 1] == UInt8(ascii: "P") else {
            return nil
        }
        var start = Text.afterBlanks(offset + 2, text, end)
        guard start < end else { return nil }
        let sign = text[start]
        if style == .equals {
            guard sign == ASCII.equals else { return nil }
            start = Text.afterBlanks(start + 1, text, end)
        } else if sign == ASCII.lessThan {
            start += 1
        } else if style == .brackets || start == offset + 2 {
            return nil
        }
        let close = sign == ASCII.lessThan ? ASCII.greaterThan : ASCII.comma
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
        guard sign == ASCII.equals || IPAddress.parse(value, in: text) != nil else { return nil }
        return (value, afterSeparators(stop, text))
    }

    /// Whether the mark at `mark` stands behind an address with its label: `IP <192.0.2.1>`.
    private func closesAddress(_ mark: Int, _ text: Span<UInt8>, _ start: Int) -> Bool {
        let least = max(start, mark - IPAddress.longestText)
        var position = mark
        func skipBlanks() { while position > least, ASCII.isBlank(text[position - 1]) { position -= 1 } }
        func skips(_ byte: UInt8) -> Bool {
            guard position > least, text[position - 1] == byte else { return false }
            position -= 1
            return true
        }
        let open = style == .brackets ? ASCII.lessThan : ASCII.equals
        skipBlanks()
        while position > least, !ASCII.isBlank(text[position - 1]), text[position - 1] != open,
            text[position - 1] != style.mark
        {
            position -= 1
        }
        var word = ByteRange(position, mark)
        while !word.isEmpty, Prefixes.isSeparator(text[word.upperBound - 1]) { word.end -= 1 }
        skipBlanks()
        if style == .bare {
            guard IPAddress.parse(word, in: text) != nil else { return false }
        } else if !skips(open) {
            return false
        }
        skipBlanks()
        guard skips(UInt8(ascii: "P")), skips(UInt8(ascii: "I")) else { return false }
        return position == least || !ASCII.isWord(text[position - 1])
    }
}
