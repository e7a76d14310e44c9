// Writes into an output buffer, a word at a time where it can. Knows nothing of JSON. One owner, one thread.

internal import Glibc

/// A place in an output buffer, and the room behind it, small enough for registers: a member of an event costs a few
/// instructions.
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
        // SAFETY: `length` bytes were checked, and the memory has `slack` more for what lies beyond, which comes next
        // overwrites.
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

    /// Writes the first four bytes of a word over what was written at an offset.
    @inline(__always)
    func overwrite(_ word: UInt64, at offset: Int) {
        precondition(offset >= 0 && offset <= written &- 4)
        // SAFETY: the four bytes were written, as was checked just above.
        unsafe UnsafeMutableRawPointer(start + offset).storeBytes(
            of: UInt32(truncatingIfNeeded: word).littleEndian,
            as: UInt32.self
        )
    }

    /// Appends a constant and the first `length` bytes of a word, 0 to 8.
    @inline(__always)
    mutating func append(_ key: StaticString, word: UInt64, length: Int) {
        let before = key.utf8CodeUnitCount
        precondition(UInt(bitPattern: length) <= 8)
        check(before &+ length)
        key.withUTF8Buffer { source in
            guard let from = source.baseAddress else { return }
            // SAFETY: the constant holds `before` bytes, and the room was checked.
            unsafe memcpy(next, from, before)
        }
        // SAFETY: the room was checked, and the memory has `slack` more for the rest of the word.
        unsafe UnsafeMutableRawPointer(next + before).storeBytes(of: word.littleEndian, as: UInt64.self)
        unsafe next += before &+ length
    }

    /// Appends a constant, the first `length` bytes of two words, 0 to 16, and a quote.
    @inline(__always)
    mutating func append(_ key: StaticString, string words: SIMD2<UInt64>, length: Int) {
        let before = key.utf8CodeUnitCount
        precondition(UInt(bitPattern: length) <= 16)
        check(before &+ length &+ 1)
        key.withUTF8Buffer { source in
            guard let from = source.baseAddress else { return }
            // SAFETY: the constant holds `before` bytes, and the room was checked.
            unsafe memcpy(next, from, before)
        }
        // SAFETY: the room was checked, and the memory has `slack` more for the rest of the words.
        unsafe UnsafeMutableRawPointer(next + before).storeBytes(of: words, as: SIMD2<UInt64>.self)
        unsafe next[before &+ length] = ASCII.quote
        unsafe next += before &+ length &+ 1
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
