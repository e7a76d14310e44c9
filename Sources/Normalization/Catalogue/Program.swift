// What the matcher walks: the layouts of all messages as flat arrays. Made once, at start; then only read.

/// The compiled layouts of a catalogue.
struct Program: Sendable {
    /// The bytes of all literals.
    var pool: [UInt8] = []
    var segments: [Segment] = []
    var terminators: [Terminator] = []
    var words: [CompiledWord] = []
    /// Members of events that are always the same: `,"action":"Allow"`.
    var members = WordMembers()
    var phrases: [Phrase] = []
    var phraseValues: [PhraseValue] = []
}

/// One step of a compiled format.
enum Segment: Sendable {
    /// The literal must stand here.
    case literal(Literal)
    /// A value stands here.
    case capture(Capture)
    /// One of the words `first..<last` must stand here; nearly all texts hold the phrase that begins with the first, if
    /// that is not -1.
    case words(Hole, first: Int32, last: Int32, phrase: Int32)
    /// If what begins here does not stand here, go on at segment `next`.
    case optional(next: Int32)
    /// The text must end here, but for stops and blanks.
    case end
}

/// A value that ends at one of its terminators.
struct Capture: Sendable {
    /// What may be true of a capture besides.
    struct Options: OptionSet {
        let rawValue: UInt8

        /// It may run to the end of the text.
        static let mayEnd = Options(rawValue: 1)
        /// A flow endpoint, which none of the terminators can stand in, is read on the way.
        static let mayBeFlow = Options(rawValue: 2)
        /// One word or one address: no blank parts it.
        static let isOneWord = Options(rawValue: 4)
        /// It ends at the nearest of its terminators, and all of them begin with the same byte.
        static let endsAtOneByte = Options(rawValue: 8)
        /// An endpoint with the translated address behind it.
        static let isTranslated = Options(rawValue: 16)
    }

    var hole: Hole
    var bound: Bound
    /// The terminators `first..<last` of the program.
    var first: Int32 = 0
    var last: Int32 = 0
    var options: Options = []

    @inline(__always)
    var terminators: Range<Int> { Int(first)..<Int(last) }
    @inline(__always)
    var mayEnd: Bool { options.contains(.mayEnd) }
    @inline(__always)
    var mayBeFlow: Bool { options.contains(.mayBeFlow) }
    @inline(__always)
    var isOneWord: Bool { options.contains(.isOneWord) }
    @inline(__always)
    var endsAtOneByte: Bool { options.contains(.endsAtOneByte) }
    @inline(__always)
    var isTranslated: Bool { options.contains(.isTranslated) }
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
    /// The nearest if a plain endpoint stands before it, as for `left`, otherwise as for `right`: a user may stand in
    /// it. Of two places that may end it none does if the name of another user may close behind the last.
    case endpoint
    /// The same where any other text that somebody chose stands behind the device's words: of two places that may end
    /// it, none does.
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
    /// The number of its member among the program's; -1 if it is written as any text.
    var member: Int32 = -1
}
