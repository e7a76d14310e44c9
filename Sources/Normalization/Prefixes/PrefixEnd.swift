// Finds where a shared beginning ends if the name in it imitates such an end, as `x> IP <192.0.2.66> y` does in
// `User <x> IP <192.0.2.66> y> IP <203.0.113.7> `. A client may choose the name, but the device prints what follows it.
// So of all places from which a layout of the message goes on, the last is the device's own. Only in a layout that
// holds a client's text can an end be imitated behind the name too; if two places fit then, neither is taken. Each
// search looks at a place only once, so that its time is linear. Pure.

/// Looks for the end of a beginning from the right, where the device's own words are.
struct PrefixEnd {
    let style: PrefixStyle
    let end: Int

    private init(_ style: PrefixStyle, _ end: Int) {
        self.style = style
        self.end = end
    }

    /// A place where the name may end.
    private struct Place {
        var nameEnd: Int
        /// The address behind the name, if one stands there.
        var address = ByteRange.absent
        /// Where the layout's own wording starts, behind the name and the address.
        var after: Int
        /// Whether the layout that goes on here holds text of a client, which may imitate an end as well.
        var holdsForeign = false
    }

    /// Whether a beginning that is read from the left up to `start` may in fact end further to the right.
    ///
    /// It may if another address with its label, or the layout's first words in `literal`, stand further to the right.
    /// A name without an address behind it is always in doubt, because only the wording then tells where it ends.
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
        let reader = PrefixEnd(PrefixStyle(of: name, behind: captures[.group], in: text), end)
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

    /// Finds the end of a beginning whose name may imitate one, and captures the name and address that belong to it.
    ///
    /// The captures come from a reading from the left, which ended at `start`; they stay if no other end is found.
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
        // The name that a client may have chosen: the user, or the group if there is no user.
        let hole = captures[.user].isPresent ? Hole.user : .group
        let name = captures[hole]
        guard name.isPresent else { return start }
        let reader = PrefixEnd(PrefixStyle(of: name, behind: captures[.group], in: text), end)
        if captures[.publicAddress].isPresent, captures[.publicAddress].upperBound <= name.lowerBound {
            return reader.resolve(hole, behindAddress: name, text, start, &wording, &captures)
        }
        // Places with an address from which a layout goes on.
        var leftmost: Place?
        var rightmost: Place?
        // The rightmost place where the device's words follow the name without an address.
        var withoutAddress: Place?
        // The rightmost place with an address from which no layout goes on.
        var withoutLayout: Place?
        var limit = end
        while let mark = ByteSearch.last(reader.style.mark, in: text, from: name.lowerBound, to: limit) {
            limit = mark
            var place = Place(nameEnd: mark, after: reader.afterSeparators(mark + 1, text))
            guard let address = reader.address(at: place.after, text) else {
                if withoutAddress == nil, !reader.closesAddress(mark, text, name.lowerBound),
                    wording.fit(text, at: place.after, to: end)?.isWording == true
                {
                    withoutAddress = place
                }
                continue
            }
            place.address = address.value
            place.after = address.after
            guard let fit = wording.fit(text, at: place.after, to: end) else {
                if withoutLayout == nil { withoutLayout = place }
                continue
            }
            place.holdsForeign = fit.holdsForeign
            leftmost = place
            if rightmost != nil { continue }
            rightmost = place
            // A place further right that lies within the layout that goes on here is a part of it, and no end.
            if let other = withoutAddress, fit.reach == .whole || other.nameEnd < place.after + fit.length {
                withoutAddress = nil
            }
            // The places before this one matter only if it may be an imitation, because a client's text may hold it.
            // A place further right without an address comes first in any case.
            if withoutAddress != nil || !fit.holdsForeign { break }
        }
        guard let place = withoutAddress ?? rightmost ?? withoutLayout else { return start }
        // The left place may be an imitation in the name, or the right one an imitation in the text behind it.
        let isForeign = withoutAddress == nil ? place.holdsForeign : rightmost?.holdsForeign ?? false
        if isForeign, let leftmost, leftmost.after != place.after {
            captures[hole] = .absent
            captures[.publicAddress] = .absent
            return nil
        }
        var range = reader.name(from: name.lowerBound, to: place.nameEnd, text)
        if hole == .user, let start = reader.secondUser(in: range, text, &wording) {
            // What was read as the user holds the end of one beginning and the user of another. The last label names
            // the user, and a client may have chosen what was read as the group.
            range = reader.name(from: start, to: place.nameEnd, text)
            captures[.group] = .absent
        }
        captures[hole] = range
        captures[.publicAddress] = place.address
        return place.after
    }

    /// Finds the end of a name behind the address, which ends at the last place from which the device's words go on: no
    /// address behind it is the device's.
    private func resolve(
        _ hole: Hole,
        behindAddress name: ByteRange,
        _ text: Span<UInt8>,
        _ start: Int,
        _ wording: inout Wording,
        _ captures: inout Captures
    ) -> Int {
        var limit = end
        while let mark = ByteSearch.last(style.mark, in: text, from: name.lowerBound, to: limit) {
            limit = mark
            let after = afterSeparators(mark + 1, text)
            guard wording.fit(text, at: after, to: end)?.isWording == true else { continue }
            captures[hole] = self.name(from: name.lowerBound, to: mark, text)
            return after
        }
        captures[hole] = .absent
        return start
    }

    /// The name between two offsets, without the blanks around it.
    ///
    /// Commas and colons behind a name without brackets or an equals sign are those of a list, and are dropped as well.
    private func name(from start: Int, to end: Int, _ text: Span<UInt8>) -> ByteRange {
        var range = Text.trimmed(ByteRange(start, end), of: text)
        while style == .bare, !range.isEmpty, Prefixes.isSeparator(text[range.upperBound - 1]) { range.end -= 1 }
        return range
    }

    /// Where the user starts behind a further label `User` in `name`.
    ///
    /// - Returns: nil if there is no such label, or if no address with a layout that goes on from it stands before the
    ///   label: the label is then a part of the name.
    private func secondUser(in name: ByteRange, _ text: Span<UInt8>, _ wording: inout Wording) -> Int? {
        var limit = name.upperBound
        var value: Int?
        while value == nil, let letter = ByteSearch.last(UInt8(ascii: "U"), in: text, from: name.lowerBound, to: limit)
        {
            limit = letter
            value = userValue(at: letter, text)
        }
        guard let value else { return nil }
        // `limit` is the offset of the label here. What stands before it may end with the mark behind a group.
        var earlierEnd = limit
        while earlierEnd > name.lowerBound, Prefixes.isSeparator(text[earlierEnd - 1]) { earlierEnd -= 1 }
        if earlierEnd > name.lowerBound, text[earlierEnd - 1] == style.mark { earlierEnd -= 1 }
        limit = earlierEnd
        while let mark = ByteSearch.last(style.mark, in: text, from: name.lowerBound, to: limit) {
            limit = mark
            if let address = address(at: afterSeparators(mark + 1, text), text),
                address.after <= earlierEnd, wording.fit(text, at: address.after, to: earlierEnd) != nil
            {
                return value
            }
        }
        return nil
    }
}
