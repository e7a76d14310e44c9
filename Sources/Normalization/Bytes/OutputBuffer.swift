// Where events are collected: memory that grows to what was longest and is used again after that. Knows nothing of
// JSON. One owner, one thread.

/// A reusable buffer of bytes; clearing it keeps its memory.
@safe public struct OutputBuffer: ~Copyable {
    private var memory: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Bytes written since the last `removeAll`.
    public private(set) var count = 0

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

    /// Lends a cursor with room for `room` further bytes; what was written with it is then part of the buffer.
    @inline(__always)
    mutating func write(atMost room: Int, _ body: (inout OutputCursor) -> Void) {
        precondition(room >= 0)
        let reserved = room + OutputCursor.slack
        if capacity - count < reserved { grow(reserved) }
        // SAFETY: the memory reaches `reserved` bytes beyond `count`, and nothing else touches it during the call.
        var cursor = unsafe OutputCursor(start: memory + count, room: room)
        body(&cursor)
        count += cursor.written
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
    public mutating func append(_ byte: UInt8) { write(atMost: 1) { $0.append(byte) } }

    /// Appends a whole span.
    public mutating func append(contentsOf text: Span<UInt8>) {
        write(atMost: text.count) { $0.append(text, 0, text.count) }
    }

    /// Appends a constant.
    public mutating func append(_ text: StaticString) {
        write(atMost: text.utf8CodeUnitCount) { $0.append(text) }
    }

    /// Appends a decimal number of at least `digits` digits; the number must not be negative.
    public mutating func append(decimal value: Int, digits: Int = 1) {
        write(atMost: max(20, digits)) { $0.append(decimal: value, digits: digits) }
    }
}
