// Finds which of a few words a range reads: a multiplication tells the only one that it can be, and no other is looked
// at. Made once, read only. Pure.

/// A few constant words, none of them empty.
struct WordIndex: Sendable {
    private struct Entry: Sendable {
        var head: UInt64
        var count: Int
        var word: StaticString
        var place: Int
    }

    /// One place for each value of a hash, so that no two words share one.
    private let entries: [Entry?]
    private let factor: UInt64

    /// Makes an index of words; no two have the same first eight bytes.
    init(_ words: [StaticString]) {
        let list = words.enumerated().map { place, word in
            let bytes = Array("\(word)".utf8)
            let head = ByteSearch.word(bytes.span, at: 0, count: min(8, bytes.count))
            return Entry(head: head, count: bytes.count, word: word, place: place)
        }
        precondition(Set(list.map(\.head)).count == list.count, "two words begin alike")
        var factor: UInt64 = 0x9E37_79B9_7F4A_7C15
        while Set(list.map { WordIndex.slot($0.head, factor) }).count < list.count { factor &*= 5 }
        self.factor = factor
        entries = list.reduce(into: [Entry?](repeating: nil, count: WordIndex.slots)) { entries, entry in
            entries[WordIndex.slot(entry.head, factor)] = entry
        }
    }

    private static let slots = 64

    @inline(__always)
    private static func slot(_ head: UInt64, _ factor: UInt64) -> Int {
        Int(truncatingIfNeeded: (head &* factor) >> 58)
    }

    /// The place of the word that the range reads exactly, case included; nil if it reads none.
    @inline(__always)
    func first(_ range: ByteRange, in line: Span<UInt8>) -> Int? {
        let count = range.count
        guard count > 0 else { return nil }
        let head = ByteSearch.word(line, at: range.lowerBound, count: min(8, count))
        guard let entry = entries[WordIndex.slot(head, factor)], entry.head == head, entry.count == count,
            count <= 8 || Text.reads(range, entry.word, in: line)
        else { return nil }
        return entry.place
    }
}
