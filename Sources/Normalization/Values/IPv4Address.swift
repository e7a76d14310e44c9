// Dotted quads, which nearly every line holds two of: read a word at a time, and copied as printed where the line
// spells them as the guide does. Pure.

/// An IPv4 address, and where the line prints it in the guide's form.
struct IPv4Address: Equatable {
    let bits: UInt32
    /// The dotted quad, without leading zeros; absent if the line spells it in another way.
    let text: ByteRange

    @inline(__always)
    init(_ bits: UInt32, text: ByteRange = .absent) {
        self.bits = bits
        self.text = text
    }

    /// Whether both are the same address, however they are printed.
    static func == (left: IPv4Address, right: IPv4Address) -> Bool { left.bits == right.bits }

    /// Whether it is `0.0.0.0`, which stands for "none".
    @inline(__always)
    var isUnspecified: Bool { bits == 0 }

    /// Four decimal numbers from 0 to 255, of at most three digits each, with dots between.
    ///
    /// - Parameters:
    ///   - position: Offset of the first digit; just past the last one, and what follows is no digit, if an address is
    ///     returned.
    ///   - end: Offset just past the last byte to read.
    ///   - line: The line.
    /// - Returns: The address, or nil if none stands there.
    @inline(__always)
    static func take(_ position: inout Int, _ end: Int, _ line: Span<UInt8>) -> IPv4Address? {
        let start = position
        var reader = QuadReader(place: start)
        // Sixteen bytes hold every dotted quad and the byte behind it.
        if start > line.count &- 16 || !reader.take(line) || reader.place > end {
            guard start > end &- 16 else { return nil }
            reader = QuadReader(place: start)
            guard reader.take(line, to: end) else { return nil }
        }
        position = reader.place
        return IPv4Address(reader.bits, text: reader.isPlain ? ByteRange(start, reader.place) : .absent)
    }
}

/// Reads two numbers and the dots with them out of one word: they have eight bytes at most.
private struct QuadReader {
    var place: Int
    var bits: UInt32 = 0
    /// Whether no number begins with a zero that says nothing.
    var isPlain = true
    private var word: UInt64 = 0

    @inline(__always)
    init(place: Int) { self.place = place }

    /// Takes a dotted quad from a line with sixteen bytes or more left.
    @inline(__always)
    mutating func take(_ line: Span<UInt8>) -> Bool {
        takePair(ByteSearch.word(line, at: place)) && takesDot() && takePair(ByteSearch.word(line, at: place))
    }

    /// Takes a dotted quad from a line that may end with it.
    @inline(never)
    mutating func take(_ line: Span<UInt8>, to end: Int) -> Bool {
        guard place < end, takePair(ByteSearch.word(line, at: place, count: min(8, end &- place))), takesDot(),
            place < end
        else { return false }
        return takePair(ByteSearch.word(line, at: place, count: min(8, end &- place)))
    }

    /// Takes `203.0`, with the dot that stands before the next pair left to take.
    @inline(__always)
    private mutating func takePair(_ bytes: UInt64) -> Bool {
        word = bytes
        return takeNumber() && takesDot() && takeNumber()
    }

    @inline(__always)
    private mutating func takesDot() -> Bool {
        guard UInt8(truncatingIfNeeded: word) == ASCII.dot else { return false }
        word >>= 8
        place &+= 1
        return true
    }

    @inline(__always)
    private mutating func takeNumber() -> Bool {
        let digits = UInt32(truncatingIfNeeded: word) ^ 0x3030_3030
        let others = (digits | (digits &+ 0x0606_0606)) & 0xF0F0_F0F0
        let count = others.trailingZeroBitCount >> 3
        guard (1...3).contains(count) else { return false }
        let aligned = digits &<< UInt32(truncatingIfNeeded: 24 &- count &* 8)
        let value = (aligned & 0xFF) &* 100 &+ (aligned >> 8 & 0xFF) &* 10 &+ (aligned >> 16 & 0xFF)
        guard value <= 255 else { return false }
        if digits & 0xFF == 0, count > 1 { isPlain = false }
        bits = bits &<< 8 | value
        word >>= UInt64(truncatingIfNeeded: count &* 8)
        place &+= count
        return true
    }
}

extension OutputCursor {
    /// Appends a dotted quad: as the line prints it, or written from its value.
    @inline(__always)
    mutating func append(ipv4 address: IPv4Address, of line: Span<UInt8>) {
        guard address.text.isPresent else {
            append(newly: address.bits)
            return
        }
        if address.text.lowerBound <= line.count &- 16 {
            append(words: ByteSearch.words(line, at: address.text.lowerBound), length: address.text.count)
            return
        }
        let first = min(8, address.text.count)
        append(word: ByteSearch.word(line, at: address.text.lowerBound, count: first), length: first)
        let rest = address.text.count &- first
        if rest > 0 { append(word: ByteSearch.word(line, at: address.text.lowerBound &+ 8, count: rest), length: rest) }
    }

    @inline(never)
    private mutating func append(newly bits: UInt32) {
        for shift: UInt32 in [24, 16, 8, 0] {
            append(decimal: Int(bits >> shift & 0xFF))
            if shift > 0 { append(ASCII.dot) }
        }
    }
}
