// A format as flat arrays: what the matcher walks. Made once at start by FormatCompiler, then only read.

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
        let count = self.count
        guard count <= end &- offset else { return false }
        let word =
            offset <= text.count &- 8
            ? ByteSearch.word(text, at: offset) : ByteSearch.word(text, at: offset, count: text.count &- offset)
        guard (word ^ head) & mask == 0 else { return false }
        guard count > 8 else { return true }
        guard ByteSearch.word(text, at: offset &+ count &- 8) == tail else { return false }
        return count <= 16
            || ByteSearch.holds(pool, place.lowerBound &+ 8, count &- 16, in: text, at: offset &+ 8, to: end)
    }
}

/// One step of a compiled format.
enum Segment: Sendable {
    /// The literal must stand here.
    case literal(Literal)
    /// Capture up to one of the terminators `first..<last`, or to the end of the text if `mayEnd`; a flow endpoint, which none of
    /// them can stand in, is read on the way if `mayBeFlow`.
    case capture(Hole, Bound, first: Int32, last: Int32, mayEnd: Bool, mayBeFlow: Bool)
    /// One of the words `first..<last` must stand here.
    case words(Hole, first: Int32, last: Int32)
    /// If what begins here does not stand here, go on at segment `next`.
    case optional(next: Int32)
    /// The text must end here, but for stops and blanks.
    case end
}

/// Which of several places ends a capture.
enum Bound: Sendable {
    /// The nearest: what stands there is the device's own, and cannot hold what follows it.
    case left
    /// The last one from which the device's words go on as declared: anything may stand in it.
    case right
    /// The only one from which they do: somebody else's text stands behind the device's words, too, and either may hold
    /// them.
    case sole
    /// The nearest if a plain endpoint stands before it, as for `left`, otherwise as for `right`: a user may stand in it.
    case endpoint
    /// The same where somebody else's text stands behind the device's words, too: of two places that may end it, none
    /// does.
    case soleEndpoint
}

/// A place where a capture may end: the literal that stands there, and the segment that goes on.
struct Terminator: Sendable {
    var literal: Literal
    /// The segment to go on with, once `taken` bytes of the literal are passed over.
    var segment: Int32
    /// All of the literal but for a word that the segment takes itself.
    var taken: Int32
    /// How many terminators of the capture, from this one on, begin with the same byte.
    var groupCount: Int32 = 1
    /// Whether the literal ends with a word of the segment.
    var isJoined = false
    /// Offset of the byte of the literal that texts hold least often, for looking from the right.
    var pivot: Int32

    /// The first byte of the literal.
    @inline(__always)
    var head: UInt8 { UInt8(truncatingIfNeeded: literal.head) }
}

/// A printed word and what it says.
struct CompiledWord: Sendable {
    var literal: Literal
    var outcome: EventOutcome?
}

/// What a message begins with.
enum Beginning: Sendable {
    case plain
    case session
    case ike
}

/// One layout, ready to be matched.
struct CompiledFormat: Sendable {
    var beginning: Beginning
    /// Whether somebody outside chooses a part of the text behind the beginning.
    var holdsForeign: Bool
    /// First segment of the program for the text as it stands.
    var exact: Int
    /// First segment of the program for the folded text.
    var folded: Int
    /// Index into the catalogue's names.
    var name: Int
}

/// One message, ready to be matched.
struct CompiledMessage: Sendable {
    var id: Int32
    var name: Int
    var type: EventType
    var outcome: OutcomeRule
    /// Its layouts, a range of the catalogue's.
    var formats: Range<Int>
}
