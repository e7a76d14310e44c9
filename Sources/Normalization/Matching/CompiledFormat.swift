// A format as flat arrays: what the matcher walks. Made once at start by FormatCompiler, then only read.

/// One step of a compiled format.
enum Segment: Sendable {
    /// The literal, a range of the catalogue's pool, must stand here.
    case literal(ByteRange)
    /// Capture up to the nearest of the terminators `first..<last`, or to the end of the text if `mayEnd`.
    case capture(Hole, Extent, first: Int32, last: Int32, mayEnd: Bool)
    /// One of the words `first..<last` must stand here.
    case words(Hole, first: Int32, last: Int32)
    /// If what begins here does not stand here, go on at segment `next`.
    case optional(next: Int32)
    /// The text must end here, but for stops and blanks.
    case end
}

/// A place where a capture may end: the literal that stands there, and the segment that goes on.
struct Terminator: Sendable {
    var literal: ByteRange
    /// The segment to go on with, once `taken` bytes of the literal are passed over.
    var segment: Int32
    /// All of the literal where it is a segment of its own, none where words belong to it.
    var taken: Int32
}

/// A printed word and what it says.
struct CompiledWord: Sendable {
    var literal: ByteRange
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
