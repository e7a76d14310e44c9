// Small readings of a piece of a line: trimming, numbers, comparing with a word.
// Every function takes the line and a range of it, and copies nothing. Runs on the caller's thread.

enum Text {
    /// The range without outer blanks.
    @inline(__always)
    static func trimmed(_ range: ByteRange, of line: Span<UInt8>) -> ByteRange {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end, ASCII.isBlank(line[start]) { start += 1 }
        while end > start, ASCII.isBlank(line[end - 1]) { end -= 1 }
        return ByteRange(start, end)
    }

    /// Whether the range begins and ends with an ASCII letter or a digit, as nearly all names do: nothing around it is
    /// to be taken away.
    @inline(__always)
    static func isWordAtBothEnds(_ range: ByteRange, in line: Span<UInt8>) -> Bool {
        !range.isEmpty && ASCII.isWord(line[range.lowerBound]) && ASCII.isWord(line[range.upperBound &- 1])
    }

    /// The range without outer blanks and without the full stops that end a sentence.
    @inline(__always)
    static func withoutFullStop(_ range: ByteRange, of line: Span<UInt8>) -> ByteRange {
        guard !range.isEmpty, !isWordAtBothEnds(range, in: line) else { return range }
        var result = trimmed(range, of: line)
        while !result.isEmpty {
            let last = line[result.upperBound - 1]
            guard last == ASCII.dot || ASCII.isBlank(last) else { break }
            result.end -= 1
        }
        return result
    }

    /// Whether the range reads exactly `word`, case included.
    @inline(__always)
    static func reads(_ range: ByteRange, _ word: StaticString, in line: Span<UInt8>) -> Bool {
        range.count == word.utf8CodeUnitCount
            && ByteSearch.holds(word, in: line, at: range.lowerBound, to: range.upperBound)
    }

    /// Whether the range reads `word`, which is in lower case, letter case aside.
    @inline(__always)
    static func readsIgnoringCase(_ range: ByteRange, _ word: StaticString, in line: Span<UInt8>) -> Bool {
        range.count == word.utf8CodeUnitCount
            && ByteSearch.holdsIgnoringCase(word, in: line, at: range.lowerBound, to: range.upperBound)
    }

    /// Whether a word in lower case goes on behind the range, which reads as its beginning without regard to case.
    static func begins(_ word: StaticString, with range: ByteRange, in line: Span<UInt8>) -> Bool {
        guard range.count < word.utf8CodeUnitCount else { return false }
        return word.withUTF8Buffer { word in
            (0..<range.count).allSatisfy { unsafe word[$0] == ASCII.lowercased(line[range.lowerBound + $0]) }
        }
    }

    /// Whether the range holds decimal digits and nothing else.
    static func isDigits(_ range: ByteRange, in line: Span<UInt8>) -> Bool {
        for index in range.lowerBound..<max(range.lowerBound, range.upperBound) where !ASCII.isDigit(line[index]) {
            return false
        }
        return !range.isEmpty
    }

    /// The decimal number that the whole range spells, or nil if it is not digits only or over `limit`.
    @inline(__always)
    static func number(_ range: ByteRange, in line: Span<UInt8>, limit: Int = 65_535) -> Int? {
        guard !range.isEmpty, range.count <= 9 else { return nil }
        let digits = leadingDigits(line, at: range.lowerBound, to: min(range.upperBound, range.lowerBound + 8))
        guard digits.count == min(range.count, 8) else { return nil }
        var value = digits.value
        if range.count == 9 {
            let last = line[range.upperBound - 1] &- ASCII.zero
            guard last < 10 else { return nil }
            value = value * 10 + Int(last)
        }
        return value <= limit ? value : nil
    }

    /// The decimal digits that stand at `offset`, at most eight of them: their value and how many there are.
    ///
    /// Reads all eight at once.
    @inline(__always)
    static func leadingDigits(_ line: Span<UInt8>, at offset: Int, to end: Int) -> (value: Int, count: Int) {
        guard offset < end else { return (0, 0) }
        // What lies beyond the end becomes no digits.
        let digits = ByteSearch.word(line, at: offset, to: end) ^ 0x3030_3030_3030_3030
        let others = (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0
        let count = others.trailingZeroBitCount >> 3
        guard count > 0 else { return (0, 0) }
        let aligned = digits &<< UInt64(truncatingIfNeeded: 64 - count * 8)
        return (value(ofDigits: aligned), count)
    }

    /// The number that the first six bytes of a word spell, the first one least significant; nil if not all are digits.
    @inline(__always)
    static func sixDigits(_ bytes: UInt64) -> Int? {
        // Zeros stand before them.
        let digits = (bytes ^ 0x3030_3030_3030) << 16
        guard (digits | (digits &+ 0x0606_0606_0606_0606)) & 0xF0F0_F0F0_F0F0_F0F0 == 0 else { return nil }
        return value(ofDigits: digits)
    }

    /// The number that eight digits make, the first one least significant.
    ///
    /// The multiplications join digits to pairs, pairs to fours, and those to the number.
    @inline(__always)
    private static func value(ofDigits digits: UInt64) -> Int {
        let pairs = digits &* 10 &+ digits >> 8
        let low = (pairs & 0x0000_00FF_0000_00FF) &* 0x000F_4240_0000_0064
        let high = (pairs >> 16 & 0x0000_00FF_0000_00FF) &* 0x0000_2710_0000_0001
        return Int((low &+ high) >> 32)
    }

    /// Offset of the first `byte` inside the range, or nil.
    @inline(__always)
    static func first(_ byte: UInt8, in range: ByteRange, of line: Span<UInt8>) -> Int? {
        ByteSearch.first(byte, in: line, from: range.lowerBound, to: range.upperBound)
    }

    /// Offset of the last `byte` inside the range, or nil.
    static func last(_ byte: UInt8, in range: ByteRange, of line: Span<UInt8>) -> Int? {
        ByteSearch.last(byte, in: line, from: range.lowerBound, to: range.upperBound)
    }

    /// Offset of the first byte from `offset` on that is no blank.
    @inline(__always)
    static func afterBlanks(_ offset: Int, _ text: Span<UInt8>, _ end: Int) -> Int {
        var position = offset
        while position < end, ASCII.isBlank(text[position]) { position += 1 }
        return position
    }

    /// Offset of the first byte from `from` on that is no blank and no colon.
    @inline(__always)
    static func afterColons(_ from: Int, _ line: Span<UInt8>, _ end: Int) -> Int {
        var position = from
        while position < end, ASCII.isBlank(line[position]) || line[position] == ASCII.colon { position += 1 }
        return position
    }
}
