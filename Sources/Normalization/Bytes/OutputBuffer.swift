// Where an event is written: memory that grows to the longest event and is used again for every line
// after that. Knows nothing of JSON. One owner, one thread.

internal import Glibc

/// A reusable buffer of bytes; clearing it keeps its memory.
@safe public struct OutputBuffer: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Bytes written since the last `removeAll`.
    public internal(set) var count = 0

    /// Makes an empty buffer with room for `capacity` bytes.
    public init(capacity: Int = 4096) {
        self.capacity = max(64, capacity)
        unsafe memory = .allocate(capacity: self.capacity)
    }

    deinit {
        unsafe memory.deallocate()
    }

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() { count = 0 }

    /// Lends the bytes written so far.
    public borrowing func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        // SAFETY: the first `count` bytes were written, and the borrow keeps the memory in place during the call.
        try body(unsafe Span(_unsafeElements: UnsafeBufferPointer(start: memory, count: count)))
    }

    /// What was written, as text.
    public var text: String { withBytes { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) } }

    /// Makes room for `more` further bytes.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if capacity - count < more { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        let larger = max(capacity * 2, count + more)
        // SAFETY: the old memory holds `count` bytes, the new one more than that, and the two do not overlap.
        unsafe memory = {
            let copy = UnsafeMutablePointer<UInt8>.allocate(capacity: larger)
            unsafe copy.update(from: memory, count: count)
            unsafe memory.deallocate()
            return unsafe copy
        }()
        capacity = larger
    }

    /// Appends one byte.
    @inline(__always)
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        appendReserved(byte)
    }

    /// Appends one byte for which room was made with `reserve`.
    @inline(__always)
    mutating func appendReserved(_ byte: UInt8) {
        precondition(count < capacity)
        // SAFETY: checked just above.
        unsafe memory[count] = byte
        count += 1
    }

    /// Appends `text[start..<end]`.
    @inline(__always)
    mutating func append(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        guard start < end else { return }
        precondition(start >= 0 && end <= text.count)
        reserve(end - start)
        // SAFETY: the source range was checked, `reserve` made room for it at `count`, and the two do not overlap.
        unsafe text.withUnsafeBufferPointer { source in
            guard let from = source.baseAddress else { return }
            unsafe memcpy(memory + count, from + start, end - start)
        }
        count += end - start
    }

    /// Appends a whole span.
    @inline(__always)
    public mutating func append(contentsOf text: Span<UInt8>) { append(text, 0, text.count) }

    /// Appends a constant.
    @inline(__always)
    public mutating func append(_ text: StaticString) {
        let length = text.utf8CodeUnitCount
        reserve(length)
        text.withUTF8Buffer { source in
            guard let from = source.baseAddress else { return }
            // SAFETY: the constant holds `length` bytes, and `reserve` made room for them at `count`.
            unsafe memcpy(memory + count, from, length)
        }
        count += length
    }

    /// Appends the first `length` bytes of a word, 0 to 8, the least significant byte first.
    @inline(__always)
    mutating func append(word: UInt64, length: Int) {
        precondition(length >= 0 && length <= 8)
        reserve(8)
        // SAFETY: `reserve` made room for eight bytes at `count`; those beyond `length` are overwritten by what comes next.
        unsafe UnsafeMutableRawPointer(memory + count).storeBytes(of: word.littleEndian, as: UInt64.self)
        count += length
    }

    /// Appends a decimal number of at least `digits` digits; the number must not be negative.
    public mutating func append(decimal value: Int, digits: Int = 1) {
        precondition(value >= 0)
        if value >= 100_000_000 || digits > 8 {
            append(decimal: value / 100_000_000, digits: max(1, digits - 8))
            append(decimal: value % 100_000_000, digits: 8)
            return
        }
        let text = Decimal.text(UInt32(truncatingIfNeeded: value), digits: digits)
        append(word: text.word, length: text.length)
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

    /// The two digits of a number below 100.
    @inline(__always)
    static func twoDigits(_ value: Int) -> UInt64 {
        let tens = UInt64(truncatingIfNeeded: value / 10)
        return 0x3030 | tens | (UInt64(truncatingIfNeeded: value) &- tens &* 10) << 8
    }
}
