// Where an event is written: bytes that grow once and are used again for every line after that.
// Knows nothing of JSON. One owner, one thread.

internal import Glibc

/// A reusable buffer of bytes; clearing it keeps its memory.
public struct OutputBuffer: ~Copyable {
    private var storage: [UInt8]
    /// Bytes written since the last `removeAll`.
    public internal(set) var count = 0

    /// Makes an empty buffer with room for `capacity` bytes.
    public init(capacity: Int = 4096) {
        storage = [UInt8](repeating: 0, count: max(64, capacity))
    }

    /// Forgets what was written and keeps the memory.
    public mutating func removeAll() { count = 0 }

    /// Lends the bytes written so far.
    public borrowing func withBytes<Result>(_ body: (Span<UInt8>) throws -> Result) rethrows -> Result {
        let whole = storage.span
        return try body(whole.extracting(0..<count))
    }

    /// What was written, as text.
    public var text: String { withBytes { bytes in String(decoding: bytes.indices.map { bytes[$0] }, as: UTF8.self) } }

    /// Makes room for `more` further bytes.
    @inline(__always)
    mutating func reserve(_ more: Int) {
        if count + more > storage.count { grow(more) }
    }

    @inline(never)
    private mutating func grow(_ more: Int) {
        storage.append(contentsOf: repeatElement(0, count: max(storage.count, more)))
    }

    /// Appends one byte.
    @inline(__always)
    public mutating func append(_ byte: UInt8) {
        reserve(1)
        storage[count] = byte
        count += 1
    }

    /// Appends `text[start..<end]`.
    @inline(__always)
    mutating func append(_ text: Span<UInt8>, _ start: Int, _ end: Int) {
        guard start < end else { return }
        precondition(start >= 0 && end <= text.count)
        reserve(end - start)
        // SAFETY: the source range was checked, `reserve` made room for it at `count`, and the two do not overlap.
        unsafe storage.withUnsafeMutableBufferPointer { target in
            unsafe text.withUnsafeBufferPointer { source in
                guard let to = target.baseAddress, let from = source.baseAddress else { return }
                unsafe memcpy(to + count, from + start, end - start)
            }
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
        // SAFETY: a StaticString with a pointer holds `utf8CodeUnitCount` constant bytes; `reserve` made room for them.
        unsafe storage.withUnsafeMutableBufferPointer { target in
            text.withUTF8Buffer { source in
                guard let to = target.baseAddress, let from = source.baseAddress else { return }
                unsafe memcpy(to + count, from, length)
            }
        }
        count += length
    }

    /// Appends a decimal number of at least `digits` digits; the number must not be negative.
    public mutating func append(decimal value: Int, digits: Int = 1) {
        precondition(value >= 0)
        var divisor = 1
        var width = 1
        while value / divisor >= 10 || width < digits {
            divisor *= 10
            width += 1
        }
        while divisor > 0 {
            append(ASCII.zero + UInt8(value / divisor % 10))
            divisor /= 10
        }
    }
}
