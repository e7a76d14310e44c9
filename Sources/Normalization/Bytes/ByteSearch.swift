// Finding and comparing bytes: the fast library calls behind checked bounds. Only this file, OutputBuffer, OutputCursor
// and the counter of debug builds touch raw memory. Runs on the caller's thread.

internal import Glibc

enum ByteSearch {
    /// Offset of the first `byte` in `text[start..<end]`, or nil.
    ///
    /// Linear (`memchr`).
    @inline(__always)
    static func first(_ byte: UInt8, in text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        precondition(start >= 0 && end <= text.count)
        guard start < end else { return nil }
        // SAFETY: start..<end was checked to lie inside the span, whose memory outlives the closure.
        return unsafe text.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress,
                let hit = unsafe memchr(base + start, Int32(byte), end - start)
            else {
                Work.visit(end - start)
                return nil
            }
            let offset = unsafe UnsafeRawPointer(hit) - UnsafeRawPointer(base)
            Work.visit(offset - start)
            return offset
        }
    }

    /// Whether `text` holds `needle[needleStart..<needleStart + count]` at offset `at`.
    ///
    /// Compares eight bytes at once; up to twenty-four take three comparisons that may overlap.
    @inline(__always)
    static func holds(
        _ needle: Span<UInt8>,
        _ needleStart: Int,
        _ count: Int,
        in text: Span<UInt8>,
        at offset: Int,
        to end: Int
    ) -> Bool {
        guard count <= end - offset else { return false }
        if count < 8 {
            guard count > 0 else { return true }
            return word(text, at: offset, count: count) == word(needle, at: needleStart, count: count)
        }
        guard word(text, at: offset) == word(needle, at: needleStart) else { return false }
        let last = count - 8
        if last > 16 {
            guard isSame(needle, needleStart + 8, text, offset + 8, count: last - 8) else { return false }
        } else if last > 8 {
            guard word(text, at: offset + 8) == word(needle, at: needleStart + 8) else { return false }
        }
        return word(text, at: offset + last) == word(needle, at: needleStart + last)
    }

    /// Whether `count` bytes of two texts are the same.
    @inline(__always)
    static func isSame(
        _ left: Span<UInt8>,
        _ leftStart: Int,
        _ right: Span<UInt8>,
        _ rightStart: Int,
        count: Int
    ) -> Bool {
        precondition(leftStart >= 0 && leftStart + count <= left.count)
        precondition(rightStart >= 0 && rightStart + count <= right.count)
        Work.visit(count)
        // SAFETY: both ranges were checked against their spans just above.
        return unsafe left.withUnsafeBufferPointer { left in
            unsafe right.withUnsafeBufferPointer { right in
                guard let left = left.baseAddress, let right = right.baseAddress else { return count == 0 }
                return unsafe memcmp(left + leftStart, right + rightStart, count) == 0
            }
        }
    }

    /// The highest bit of the first byte of a word that equals `byte`, and perhaps of bytes behind it; 0 if none does.
    @inline(__always)
    static func mark(_ byte: UInt8, in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let difference = word ^ (ones &* UInt64(byte))
        return (difference &- ones) & ~difference & (ones << 7)
    }

    /// Offset of the first of two bytes among the sixteen from `start` on; nil if neither is there.
    ///
    /// Of less than sixteen it looks at the first eight, and of less than eight at none.
    @inline(__always)
    static func firstNearby(_ byte: UInt8, _ other: UInt8, in text: Span<UInt8>, from start: Int) -> Int? {
        guard start <= text.count &- 8 else { return nil }
        let first = word(text, at: start)
        let marks = mark(byte, in: first) | mark(other, in: first)
        if marks != 0 { return start &+ marks.trailingZeroBitCount >> 3 }
        guard start <= text.count &- 16 else { return nil }
        let second = word(text, at: start &+ 8)
        let others = mark(byte, in: second) | mark(other, in: second)
        return others != 0 ? start &+ 8 &+ others.trailingZeroBitCount >> 3 : nil
    }

    /// The same for one byte.
    @inline(__always)
    static func firstNearby(_ byte: UInt8, in text: Span<UInt8>, from start: Int) -> Int? {
        guard start <= text.count &- 8 else { return nil }
        let marks = mark(byte, in: word(text, at: start))
        if marks != 0 { return start &+ marks.trailingZeroBitCount >> 3 }
        guard start <= text.count &- 16 else { return nil }
        let others = mark(byte, in: word(text, at: start &+ 8))
        return others != 0 ? start &+ 8 &+ others.trailingZeroBitCount >> 3 : nil
    }

    /// The highest bits of all bytes of a word.
    static let highs: UInt64 = 0x8080_8080_8080_8080

    /// The highest bit of each byte of a word that is one of `bytes`, which are ASCII.
    @inline(__always)
    static func marks(_ bytes: ClosedRange<UInt8>, in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let low = word & ~highs
        // Neither difference borrows from the byte beside it.
        let notBelow = (low | highs) &- ones &* UInt64(bytes.lowerBound)
        let notAbove = (ones &* UInt64(bytes.upperBound) | highs) &- low
        return notBelow & notAbove & ~word & highs
    }

    /// The eight bytes at `offset`, the first one least significant.
    @inline(__always)
    static func word(_ text: Span<UInt8>, at offset: Int) -> UInt64 {
        precondition(offset >= 0 && offset <= text.count - 8)
        Work.visit(8)
        // SAFETY: the eight bytes were checked to lie inside the span.
        let word = unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt64.self)
        return UInt64(littleEndian: word)
    }

    /// The sixteen bytes at `offset`, as they lie in memory.
    @inline(__always)
    static func words(_ text: Span<UInt8>, at offset: Int) -> SIMD2<UInt64> {
        precondition(offset >= 0 && offset <= text.count - 16)
        Work.visit(16)
        // SAFETY: the sixteen bytes were checked to lie inside the span.
        return unsafe text.bytes.unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: SIMD2<UInt64>.self)
    }

    /// The `count` bytes at `offset`, 1 to 8, the first one least significant; the bytes beyond are zero.
    @inline(__always)
    static func word(_ text: Span<UInt8>, at offset: Int, count: Int) -> UInt64 {
        guard offset <= text.count &- 8 else { return wordNearEnd(text, at: offset, count: count) }
        return word(text, at: offset) & UInt64.max &>> UInt64(truncatingIfNeeded: 64 &- count &* 8)
    }

    /// The bytes of `text[offset..<end]`, at least one and eight at most, the first one least significant; the bytes
    /// beyond are zero.
    @inline(__always)
    static func word(_ text: Span<UInt8>, at offset: Int, to end: Int) -> UInt64 {
        offset <= end &- 8 ? word(text, at: offset) : word(text, at: offset, count: end &- offset)
    }

    /// The `count` bytes at `offset` where eight would go beyond the end of the text; apart, so that what is inlined
    /// stays small.
    @inline(never)
    static func wordNearEnd(_ text: Span<UInt8>, at offset: Int, count: Int) -> UInt64 {
        precondition(offset >= 0 && count >= 1 && count <= 8 && offset <= text.count - count)
        if text.count >= 8 {
            let last = text.count - 8
            let word = word(text, at: last) &>> UInt64(truncatingIfNeeded: (offset - last) * 8)
            return word & UInt64.max &>> UInt64(truncatingIfNeeded: 64 - count * 8)
        }
        var word: UInt64 = 0
        for index in 0..<count { word |= UInt64(text[offset + index]) &<< UInt64(truncatingIfNeeded: index * 8) }
        return word
    }

    /// A hash of words so far, and of one more.
    @inline(__always)
    static func mixed(_ hash: UInt64, _ word: UInt64) -> UInt64 {
        let product = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return product ^ product >> 32
    }

    /// Whether `word` stands at `offset`, case included.
    @inline(__always)
    static func holds(_ word: StaticString, in line: Span<UInt8>, at offset: Int, to end: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset >= 0, count <= end - offset, end <= line.count else { return false }
        Work.visit(count)
        // SAFETY: the constant holds `count` bytes, and as many of the span were checked to stand at `offset`.
        return word.withUTF8Buffer { bytes in
            unsafe line.withUnsafeBufferPointer { text in
                guard let left = text.baseAddress, let right = bytes.baseAddress else { return count == 0 }
                return unsafe memcmp(left + offset, right, count) == 0
            }
        }
    }

    /// Whether the lower-case `word` stands at `offset`, letter case aside.
    static func holdsIgnoringCase(_ word: StaticString, in line: Span<UInt8>, at offset: Int, to end: Int) -> Bool {
        let count = word.utf8CodeUnitCount
        guard offset >= 0, count <= end - offset, end <= line.count else { return false }
        return word.withUTF8Buffer { bytes in
            // SAFETY: the buffer holds `count` constant bytes.
            for index in 0..<count where unsafe bytes[index] != ASCII.lowercased(line[offset + index]) { return false }
            return true
        }
    }

    /// Copies `text[start..<end]` into `target`, from offset `place` on.
    @inline(__always)
    static func copy(_ text: Span<UInt8>, _ start: Int, _ end: Int, into target: inout [UInt8], at place: Int) {
        let count = end - start
        Work.visit(count)
        precondition(start >= 0 && count >= 0 && end <= text.count && place >= 0 && place + count <= target.count)
        // SAFETY: both ranges were checked just above, and the two cannot overlap: the array is exclusively borrowed.
        unsafe text.withUnsafeBufferPointer { source in
            unsafe target.withUnsafeMutableBufferPointer { target in
                guard let from = source.baseAddress, let to = target.baseAddress else { return }
                unsafe memcpy(to + place, from + start, count)
            }
        }
    }

    /// Offset of the last `byte` in `text[start..<end]`, or nil.
    static func last(_ byte: UInt8, in text: Span<UInt8>, from start: Int, to end: Int) -> Int? {
        var position = end
        // Eight bytes at once, from the right: a mark in a word may be a false one only to the left of a true one.
        while position &- 8 >= start {
            if mark(byte, in: word(text, at: position &- 8)) != 0 { break }
            position &-= 8
        }
        while position > start {
            position &-= 1
            if text[position] == byte { return position }
        }
        return nil
    }
}
