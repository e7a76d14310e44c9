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

    /// The range without outer blanks and without the full stops that end a sentence.
    @inline(__always)
    static func withoutFullStop(_ range: ByteRange, of line: Span<UInt8>) -> ByteRange {
        guard !range.isEmpty else { return range }
        var result = trimmed(range, of: line)
        while !result.isEmpty {
            let last = line[result.upperBound - 1]
            guard last == ASCII.dot || ASCII.isBlank(last) else { break }
            result.end -= 1
        }
        return result
    }

    /// Whether the range reads exactly `word`, case included.
    static func reads(_ range: ByteRange, _ word: StaticString, in line: Span<UInt8>) -> Bool {
        range.count == word.utf8CodeUnitCount
            && ByteSearch.holds(word, in: line, at: range.lowerBound, to: range.upperBound)
    }

    /// Whether the range holds decimal digits and nothing else.
    static func isDigits(_ range: ByteRange, in line: Span<UInt8>) -> Bool {
        for index in range.lowerBound..<max(range.lowerBound, range.upperBound) where !ASCII.isDigit(line[index]) {
            return false
        }
        return !range.isEmpty
    }

    /// The decimal number that the whole range spells, or nil if it is not digits only or over `limit`.
    static func number(_ range: ByteRange, in line: Span<UInt8>, limit: Int = 65_535) -> Int? {
        guard !range.isEmpty, range.count <= 9 else { return nil }
        var value = 0
        for index in range.lowerBound..<range.upperBound {
            guard ASCII.isDigit(line[index]) else { return nil }
            value = value * 10 + Int(line[index] - ASCII.zero)
        }
        return value <= limit ? value : nil
    }

    /// Offset of the first `byte` inside the range, or nil.
    @inline(__always)
    static func first(_ byte: UInt8, in range: ByteRange, of line: Span<UInt8>) -> Int? {
        ByteSearch.first(byte, in: line, from: range.lowerBound, to: range.upperBound)
    }

    /// Offset of the last `byte` inside the range, or nil.
    static func last(_ byte: UInt8, in range: ByteRange, of line: Span<UInt8>) -> Int? {
        var index = range.upperBound - 1
        while index >= range.lowerBound {
            if line[index] == byte { return index }
            index -= 1
        }
        return nil
    }
}
