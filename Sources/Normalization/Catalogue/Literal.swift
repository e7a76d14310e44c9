// Fixed wording of a layout, ready to be compared a word at a time. Pure.

/// Fixed wording, with its first and last eight bytes at hand: most comparisons need no more.
struct Literal: Sendable {
    /// Where it stands in the catalogue's pool.
    var place: ByteRange
    /// Its first eight bytes, the first one least significant; zero where it is shorter.
    var head: UInt64
    /// The bits of `head` that count.
    var mask: UInt64
    /// Its last eight bytes, if there are more than eight.
    var tail: UInt64 = 0

    @inline(__always)
    var count: Int { place.count }

    /// Makes the literal of a place in the pool, which must not be empty.
    init(_ place: ByteRange, in pool: Span<UInt8>) {
        self.place = place
        head = ByteSearch.word(pool, at: place.lowerBound, count: min(8, place.count))
        mask = UInt64.max >> UInt64(64 - min(8, place.count) * 8)
        if place.count > 8 { tail = ByteSearch.word(pool, at: place.upperBound - 8) }
    }

    /// Whether it stands in `text[..<end]` at `offset`.
    @inline(__always)
    func stands(in text: Span<UInt8>, at offset: Int, to end: Int, _ pool: Span<UInt8>) -> Bool {
        begins(in: text, at: offset, to: end) && (count <= 16 || goesOn(in: text, at: offset, to: end, pool))
    }

    /// Whether there is room for it in `text[..<end]` at `offset`, and its first and last eight bytes stand there.
    @inline(__always)
    func begins(in text: Span<UInt8>, at offset: Int, to end: Int) -> Bool {
        let count = self.count
        guard count <= end &- offset else { return false }
        let word =
            offset <= text.count &- 8
            ? ByteSearch.word(text, at: offset)
            : ByteSearch.wordNearEnd(text, at: offset, count: text.count &- offset)
        guard (word ^ head) & mask == 0 else { return false }
        return count <= 8 || ByteSearch.word(text, at: offset &+ count &- 8) == tail
    }

    /// Whether what lies between its first and its last eight bytes stands there, too; apart, so that what is inlined
    /// stays small.
    @inline(never)
    private func goesOn(in text: Span<UInt8>, at offset: Int, to end: Int, _ pool: Span<UInt8>) -> Bool {
        ByteSearch.holds(pool, place.lowerBound &+ 8, count &- 16, in: text, at: offset &+ 8, to: end)
    }
}
