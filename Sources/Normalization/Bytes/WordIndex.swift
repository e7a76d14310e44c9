// Finds which of a few words a range reads, by length and first eight bytes: one comparison a word, and no text is touched
// but that of the word it can only be. Made once, read only. Pure.

/// A few constant words, none of them empty.
struct WordIndex: Sendable {
    private struct Entry: Sendable {
        var head: UInt64
        var count: Int
        var word: StaticString
    }

    private let entries: [Entry]

    init(_ words: [StaticString]) {
        entries = words.map { word in
            let bytes = Array("\(word)".utf8)
            return Entry(
                head: ByteSearch.word(bytes.span, at: 0, count: min(8, bytes.count)),
                count: bytes.count,
                word: word
            )
        }
    }

    /// The place of the first word that the range reads exactly, case included; nil if it reads none.
    @inline(__always)
    func first(_ range: ByteRange, in line: Span<UInt8>) -> Int? {
        let count = range.count
        guard count > 0 else { return nil }
        let head = ByteSearch.word(line, at: range.lowerBound, count: min(8, count))
        for index in entries.indices where entries[index].head == head && entries[index].count == count {
            if count <= 8 || Text.reads(range, entries[index].word, in: line) { return index }
        }
        return nil
    }
}
