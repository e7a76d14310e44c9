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

    /// Appends a decimal number of at least `digits` digits; the number must not be negative.
    public mutating func append(decimal value: Int, digits: Int = 1) {
        precondition(value >= 0)
        if digits == 2, value < 100 {
            append(twoDigits: value)
            return
        }
        var width = 1
        var limit = 10
        while width < 19, value >= limit || width < digits {
            width += 1
            (limit, _) = limit.multipliedReportingOverflow(by: 10)
        }
        reserve(width)
        var rest = UInt64(value)
        var place = count + width
        while place > count {
            place -= 1
            // SAFETY: `reserve` made room for `width` bytes from `count` on, and `place` lies among them.
            unsafe memory[place] = ASCII.zero + UInt8(truncatingIfNeeded: rest % 10)
            rest /= 10
        }
        count += width
    }

    @inline(__always)
    private mutating func append(twoDigits value: Int) {
        let value = UInt8(truncatingIfNeeded: value)
        reserve(2)
        appendReserved(ASCII.zero + value / 10)
        appendReserved(ASCII.zero + value % 10)
    }
}
