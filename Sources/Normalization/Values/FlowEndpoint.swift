// The one form in which nearly all flows print an endpoint, read in a single pass: the general reading of Endpoint
// gives the same for it and takes several. Anything else is left to that. Pure.

/// `interface:a.b.c.d/port`, with ` (a.b.c.d/port)` behind it or not.
struct FlowEndpoint {
    private(set) var interface: ByteRange
    private(set) var address: UInt32 = 0
    private(set) var port = 0
    private(set) var mapped: UInt32?

    /// Reads the whole range; nil if it has any other form.
    init?(_ range: ByteRange, in line: Span<UInt8>) {
        let end = range.upperBound
        var position = range.lowerBound
        while position < end, FlowEndpoint.isNameByte(line[position]) { position += 1 }
        interface = ByteRange(range.lowerBound, position)
        guard FlowEndpoint.take(ASCII.colon, &position, end, line),
            let own = FlowEndpoint.takePair(&position, end, line)
        else { return nil }
        (address, port) = own
        guard position < end else { return }
        guard FlowEndpoint.take(ASCII.space, &position, end, line),
            FlowEndpoint.take(ASCII.openParenthesis, &position, end, line),
            let translated = FlowEndpoint.takePair(&position, end, line),
            FlowEndpoint.take(ASCII.closeParenthesis, &position, end, line), position == end
        else { return nil }
        mapped = translated.address
    }

    /// Bytes of an interface that cannot be anything else in an endpoint.
    @inline(__always)
    private static func isNameByte(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == ASCII.dash || byte == UInt8(ascii: "_")
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
    ) -> (address: UInt32, port: Int)? {
        guard let address = IPAddress.takeIPv4(&position, end, line), take(ASCII.slash, &position, end, line) else {
            return nil
        }
        let port = Text.leadingDigits(line, at: position, to: end)
        guard port.count > 0, port.value <= 65_535 else { return nil }
        position += port.count
        return (address, port.value)
    }
}
