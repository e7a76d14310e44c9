// The one form in which nearly all flows print an endpoint, read in a single pass while the layout is matched: the
// general reading of Endpoint gives the same for it and takes several. Anything else is left to that. Pure.

/// `interface:a.b.c.d/port`, with ` (a.b.c.d/port)` behind it or not, or `a.b.c.d/port` alone.
struct FlowEndpoint {
    /// The name before the colon, which holds no blank; absent if there is none.
    private(set) var interface = ByteRange.absent
    private(set) var address = IPv4Address(0)
    private(set) var port = Port(0)
    private(set) var mapped: IPv4Address?

    /// Makes one to read into.
    init() {}

    /// Reads what stands at `start`, which may go on behind it; the translated address only where the device prints
    /// one.
    ///
    /// - Returns: Offset just past it; nil if it has any other form, and then nothing of this value counts.
    mutating func read(_ line: Span<UInt8>, from start: Int, to end: Int, isTranslated: Bool) -> Int? {
        var position = start
        interface = .absent
        mapped = nil
        if position < end, ASCII.isDigit(line[position]), let own = FlowEndpoint.takeAnyPair(&position, end, line) {
            (address, port) = own
            return position
        }
        guard let colon = FlowEndpoint.endOfName(line, from: start, to: end) else { return nil }
        position = colon &+ 1
        guard let own = FlowEndpoint.takePair(&position, end, line) else { return nil }
        interface = ByteRange(start, colon)
        (address, port) = own
        guard end &- position > 2, line[position] == ASCII.space, line[position &+ 1] == ASCII.openParenthesis,
            ASCII.isDigit(line[position &+ 2]), isTranslated
        else { return position }
        let pair = ByteRange(colon &+ 1, position)
        position &+= 2
        // Most clients are not translated: the same stands there again.
        let close = position &+ pair.count
        if close < end, line[close] == ASCII.closeParenthesis,
            ByteSearch.holds(line, pair.lowerBound, pair.count, in: line, at: position, to: end)
        {
            mapped = address
            return close &+ 1
        }
        guard let translated = FlowEndpoint.takeAnyPair(&position, end, line), position < end,
            line[position] == ASCII.closeParenthesis
        else { return nil }
        mapped = translated.address
        return position &+ 1
    }

    /// Offset of the colon behind the interface; nil if something stands before it that the general reading takes for
    /// more than a name: a user with `@`, a parenthesis or a blank.
    @inline(__always)
    private static func endOfName(_ line: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var position = start
        while position < end {
            let word = ByteSearch.word(line, at: position, to: end)
            let colons = ByteSearch.mark(ASCII.colon, in: word)
            let others =
                ByteSearch.mark(UInt8(ascii: "@"), in: word) | ByteSearch.mark(ASCII.openParenthesis, in: word)
                | ByteSearch.mark(ASCII.space, in: word) | ByteSearch.mark(ASCII.tab, in: word)
            if colons | others != 0 {
                let length = colons.trailingZeroBitCount
                return length < others.trailingZeroBitCount ? position &+ length >> 3 : nil
            }
            position &+= 8
        }
        return nil
    }

    @inline(__always)
    private static func take(_ byte: UInt8, _ position: inout Int, _ end: Int, _ line: Span<UInt8>) -> Bool {
        guard position < end, line[position] == byte else { return false }
        position += 1
        return true
    }

    /// `a.b.c.d/port`.
    @inline(__always)
    private static func takePair(
        _ position: inout Int,
        _ end: Int,
        _ line: Span<UInt8>
    ) -> (address: IPv4Address, port: Port)? {
        guard let address = IPv4Address.take(&position, end, line), take(ASCII.slash, &position, end, line) else {
            return nil
        }
        guard let port = Port.take(&position, end, line) else { return nil }
        return (address, port)
    }

    /// The same where few texts have one; apart, so that there is one copy of it beside that of nearly all.
    @inline(never)
    private static func takeAnyPair(
        _ position: inout Int,
        _ end: Int,
        _ line: Span<UInt8>
    ) -> (address: IPv4Address, port: Port)? {
        takePair(&position, end, line)
    }
}
