// Where events are collected: memory that grows to what was longest and is used again after that, and the cursor that
// writes into it. Knows nothing of JSON. One owner, one thread.

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

    /// Appends a whole JSON string, quotes included; bytes that are no UTF-8 become U+FFFD.
    public mutating func append(jsonString text: Span<UInt8>) {
        write(atMost: 2 + text.count * OutputCursor.longestEscape) { cursor in
            cursor.append(ASCII.quote)
            cursor.append(escaping: text, 0, text.count)
            cursor.append(ASCII.quote)
        }
    }

    /// Appends `2020-11-03T09:50:01.123Z` of milliseconds since 1970; for log lines and reports.
    public mutating func append(timestamp milliseconds: Int64) {
        write(atMost: 32) { $0.append(timestamp: milliseconds) }
    }
}

/// A place in an output buffer, and the room behind it, small enough for registers: a member of an event costs a few instructions.
///
/// Every write is checked against the room. Lives as long as the call that lends it.
@safe struct OutputCursor {
    private var next: UnsafeMutablePointer<UInt8>
    private let end: UnsafeMutablePointer<UInt8>
    private let start: UnsafeMutablePointer<UInt8>

    /// Bytes beyond the room that a write of one whole word or two may touch and leave undefined.
    static let slack = 16

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
        // SAFETY: `length` bytes were checked, and the memory has `slack` more for what lies beyond, which comes next overwrites.
        unsafe UnsafeMutableRawPointer(next).storeBytes(of: word.littleEndian, as: UInt64.self)
        unsafe next += length
    }

    /// Appends the first `length` bytes of two words as they lie in memory, 0 to 16.
    @inline(__always)
    mutating func append(words: SIMD2<UInt64>, length: Int) {
        check(length)
        precondition(UInt(bitPattern: length) <= 16)
        // SAFETY: as in `append(word:length:)`.
        unsafe UnsafeMutableRawPointer(next).storeBytes(of: words, as: SIMD2<UInt64>.self)
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
}
