// The one form in which nearly all flows print an endpoint, read in a single pass: the general reading of Endpoint
// gives the same for it and takes several. Anything else is left to that. Pure.

/// `interface:a.b.c.d/port`, with ` (a.b.c.d/port)` behind it or not, or `a.b.c.d/port` alone.
struct FlowEndpoint {
    private(set) var interface = ByteRange.absent
    private(set) var address = IPv4Address(0)
    private(set) var port = 0
    private(set) var mapped: IPv4Address?

    /// Reads the whole range; nil if it has any other form.
    @inline(__always)
    init?(_ range: ByteRange, in line: Span<UInt8>) {
        let end = range.upperBound
        if range.isEmpty { return nil }
        if ASCII.isDigit(line[range.lowerBound]) {
            var position = range.lowerBound
            if let own = FlowEndpoint.takePair(&position, end, line), position == end {
                (address, port) = own
                return
            }
        }
        guard let colon = FlowEndpoint.endOfName(line, from: range.lowerBound, to: end) else { return nil }
        interface = ByteRange(range.lowerBound, colon)
        var position = colon &+ 1
        guard let own = FlowEndpoint.takePair(&position, end, line) else { return nil }
        (address, port) = own
        guard position < end else { return }
        let pair = ByteRange(colon &+ 1, position)
        guard FlowEndpoint.take(ASCII.space, &position, end, line),
            FlowEndpoint.take(ASCII.openParenthesis, &position, end, line)
        else { return nil }
        // Most clients are not translated: the same stands there again.
        if position &+ pair.count &+ 1 == end, line[end &- 1] == ASCII.closeParenthesis,
            ByteSearch.holds(line, pair.lowerBound, pair.count, in: line, at: position, to: end)
        {
            mapped = address
            return
        }
        guard let translated = FlowEndpoint.takePair(&position, end, line),
            FlowEndpoint.take(ASCII.closeParenthesis, &position, end, line), position == end
        else { return nil }
        mapped = translated.address
    }

    /// Offset of the colon behind the interface; nil if something stands before it that the general reading takes for more than a
    /// name: a user with `@`, or a parenthesis.
    @inline(__always)
    private static func endOfName(_ line: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var position = start
        while position < end {
            let word = ByteSearch.word(line, at: position, count: min(8, end &- position))
            let colons = ByteSearch.mark(ASCII.colon, in: word)
            let others =
                ByteSearch.mark(UInt8(ascii: "@"), in: word) | ByteSearch.mark(ASCII.openParenthesis, in: word)
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
    ) -> (address: IPv4Address, port: Int)? {
        guard let address = IPv4Address.take(&position, end, line), take(ASCII.slash, &position, end, line) else {
            return nil
        }
        let port = Text.leadingDigits(line, at: position, to: end)
        guard port.count > 0, port.value <= 65_535 else { return nil }
        position += port.count
        return (address, port.value)
    }
}
