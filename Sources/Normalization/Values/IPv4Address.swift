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
        var reader = QuadReader()
        // Sixteen bytes hold every dotted quad and the byte behind it.
        if start > line.count &- 16 || !reader.take(line, from: start) || start &+ reader.count > end {
            guard start > end &- 16 else { return nil }
            reader = QuadReader()
            guard reader.take(line, from: start, to: end) else { return nil }
        }
        position = start &+ reader.count
        return IPv4Address(reader.bits, text: reader.isPlain ? ByteRange(start, position) : .absent)
    }
}

/// Reads two numbers and the dots with them out of one word: they have eight bytes at most.
private struct QuadReader {
    var bits: UInt32 = 0
    /// Bits of the bytes that were taken.
    private var length = 0
    /// Digits that the numbers have without zeros that say nothing before them.
    private var digits = 0
    private var word: UInt64 = 0

    /// Bytes that were taken.
    @inline(__always)
    var count: Int { length >> 3 }

    /// Whether no number of a whole quad begins with a zero that says nothing.
    @inline(__always)
    var isPlain: Bool { digits &+ 3 == count }

    /// Takes a dotted quad from a line with sixteen bytes or more left.
    @inline(__always)
    mutating func take(_ line: Span<UInt8>, from start: Int) -> Bool {
        takePair(ByteSearch.word(line, at: start)) && takesDot()
            && takePair(ByteSearch.word(line, at: start &+ count))
    }

    /// Takes a dotted quad from a line that may end with it.
    @inline(never)
    mutating func take(_ line: Span<UInt8>, from start: Int, to end: Int) -> Bool {
        guard start < end, takePair(ByteSearch.word(line, at: start, to: end)), takesDot() else {
            return false
        }
        let rest = start &+ count
        guard rest < end else { return false }
        return takePair(ByteSearch.word(line, at: rest, to: end))
    }

    /// Takes `203.0`, with the dot that stands before the next pair left to take; what stands behind is no digit.
    @inline(__always)
    private mutating func takePair(_ bytes: UInt64) -> Bool {
        word = bytes
        return takeNumber() && takesDot() && takeNumber() && !ASCII.isDigit(UInt8(truncatingIfNeeded: word))
    }

    @inline(__always)
    private mutating func takesDot() -> Bool {
        guard UInt8(truncatingIfNeeded: word) == ASCII.dot else { return false }
        word >>= 8
        length &+= 8
        return true
    }

    /// Takes one to three digits; of four, the first three.
    @inline(__always)
    private mutating func takeNumber() -> Bool {
        let text = UInt32(truncatingIfNeeded: word) ^ 0x3030_3030
        let others = (text | (text &+ 0x0606_0606)) & 0xF0F0_F0F0
        guard others & 0xFF == 0 else { return false }
        // Bits of the digits: 8, 16 or 24.
        let taken = (others | 0x8000_0000).trailingZeroBitCount & 0x18
        // The digits move to the highest bytes, zeros before them.
        let aligned = text &<< UInt32(truncatingIfNeeded: 0 &- taken)
        guard aligned.byteSwapped <= 0x02_05_05 else { return false }
        // Hundreds, tens and ones meet in the highest byte.
        let value = (aligned &* 0x64_0A_01) >> 24
        bits = bits &<< 8 | value
        digits &+= 1 &+ (value > 9 ? 1 : 0) &+ (value > 99 ? 1 : 0)
        word >>= UInt64(truncatingIfNeeded: taken)
        length &+= taken
        return true
    }
}

extension OutputCursor {
    /// Appends a string that is a dotted quad, as the line prints it or written from its value; `key` ends with the
    /// quote that opens it.
    @inline(__always)
    mutating func append(_ key: StaticString, ipv4 address: IPv4Address, of line: Span<UInt8>) {
        let start = address.text.lowerBound
        if address.text.isPresent, start <= line.count &- 16 {
            append(key, string: ByteSearch.words(line, at: start), length: address.text.count)
            return
        }
        append(key)
        if address.text.isPresent {
            append(line, start, address.text.upperBound)
        } else {
            append(newly: address.bits)
        }
        append(ASCII.quote)
    }

    @inline(never)
    private mutating func append(newly bits: UInt32) {
        for shift: UInt32 in [24, 16, 8, 0] {
            append(decimal: Int(bits >> shift & 0xFF))
            if shift > 0 { append(ASCII.dot) }
        }
    }
}
