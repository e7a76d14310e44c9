// Writing into room that an OutputBuffer has made: a place and an end, small enough for two registers, so that a member of
// an event costs a few instructions. Every write is checked against the end. Lives as long as the call that lends it.

internal import Glibc

/// A place in an output buffer, and the room behind it.
@safe struct OutputCursor {
    private var next: UnsafeMutablePointer<UInt8>
    private let end: UnsafeMutablePointer<UInt8>
    private let start: UnsafeMutablePointer<UInt8>

    /// Bytes beyond the room that a write of a whole word may touch and leave undefined.
    static let slack = 8

    /// Makes a cursor at `start`, whose memory reaches `slack` bytes beyond the room.
    @inline(__always)
    @unsafe init(start: UnsafeMutablePointer<UInt8>, room: Int) {
        unsafe next = start
        unsafe self.start = start
        unsafe end = start + room
    }

    /// Bytes written so far.
    @inline(__always)
    var written: Int { unsafe next - start }

    /// Lends the bytes written from offset `mark` on.
    func withBytes(from mark: Int, _ body: (Span<UInt8>) -> Void) {
        precondition(mark >= 0 && mark <= written)
        // SAFETY: the bytes from `start` to `next` were written, and stay in place during the call.
        body(unsafe Span(_unsafeElements: UnsafeBufferPointer(start: start + mark, count: written - mark)))
    }

    /// Checks that there is room for `count` more bytes.
    @inline(__always)
    private func check(_ count: Int) {
        precondition(unsafe count <= end - next, "an event is longer than the room that was made for it")
    }

    /// Appends one byte.
    @inline(__always)
    mutating func append(_ byte: UInt8) {
        check(1)
        // SAFETY: checked just above.
        unsafe next.pointee = byte
        unsafe next += 1
    }

    /// Appends the first `length` bytes of a word, 0 to 8, the least significant byte first.
    @inline(__always)
    mutating func append(word: UInt64, length: Int) {
        check(length)
        precondition(UInt(bitPattern: length) <= 8)
        // SAFETY: `length` bytes were checked, and the memory has eight more for what lies beyond, which comes next overwrites.
        unsafe UnsafeMutableRawPointer(next).storeBytes(of: word.littleEndian, as: UInt64.self)
        unsafe next += length
    }

    /// Appends `text[start..<end]`.
    @inline(__always)
    mutating func append(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        guard start < end else { return }
        precondition(start >= 0 && end <= text.count)
        check(end - start)
        // SAFETY: the source range was checked, so was the room, and the two do not overlap.
        unsafe text.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return }
            unsafe memcpy(next, from + start, end - start)
        }
        unsafe next += end - start
    }

    /// Appends a constant.
    @inline(__always)
    mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        check(length)
        text.withUTF8Buffer { source in
            guard let from = source.baseAddress else { return }
            // SAFETY: the constant holds `length` bytes, and the room was checked.
            unsafe memcpy(next, from, length)
        }
        unsafe next += length
    }

    /// Appends a decimal number of at least `digits` digits; the number must not be negative.
    @inline(__always)
    mutating func append(decimal value: Int, digits: Int = 1) {
        precondition(value >= 0)
        if value >= 100_000_000 || digits > 8 {
            self = OutputCursor.appending(long: value, digits, to: self)
            return
        }
        let text = Decimal.text(UInt32(truncatingIfNeeded: value), digits: digits)
        append(word: text.word, length: text.length)
    }

    /// Appends a number of more than eight digits: what stands before the last eight, then those.
    private static func appending(long value: Int, _ digits: Int, to cursor: OutputCursor) -> OutputCursor {
        var cursor = cursor
        cursor.append(decimal: value / 100_000_000, digits: max(1, digits - 8))
        cursor.append(decimal: value % 100_000_000, digits: 8)
        return cursor
    }

    /// Appends a number below 100 in two digits, and a byte behind it.
    @inline(__always)
    mutating func append(twoDigits value: Int, _ byte: UInt8) {
        append(word: Decimal.twoDigits(value) | UInt64(byte) << 16, length: 3)
    }
}

/// Decimal digits, packed into a word in the order of the text.
enum Decimal {
    /// The digits of a number below 100,000,000, at least `digits` of them.
    @inline(__always)
    static func text(_ value: UInt32, digits: Int = 1) -> (word: UInt64, length: Int) {
        var rest = value
        var word: UInt64 = 0
        var length = 0
        repeat {
            word = word << 8 | UInt64(0x30 + rest % 10)
            rest /= 10
            length += 1
        } while rest > 0 || length < digits
        return (word, length)
    }

    /// The digits of a number below 256, and `byte` behind them.
    @inline(__always)
    static func octet(_ value: UInt32, _ byte: UInt8) -> (word: UInt64, length: Int) {
        let value = UInt64(value)
        let behind = UInt64(byte)
        if value < 10 { return (0x30 + value | behind << 8, 2) }
        let hundreds = (value &* 41) >> 12
        let rest = value &- hundreds &* 100
        let tens = (rest &* 103) >> 10
        let last = 0x3030 &+ tens &+ (rest &- tens &* 10) << 8 | behind << 16
        return value < 100 ? (last, 3) : (last << 8 | 0x30 + hundreds, 4)
    }

    /// The two digits of a number below 100.
    @inline(__always)
    static func twoDigits(_ value: Int) -> UInt64 {
        let value = UInt64(truncatingIfNeeded: value)
        let tens = (value &* 103) >> 10
        return 0x3030 &+ tens &+ (value &- tens &* 10) << 8
    }
}
