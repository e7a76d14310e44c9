// The layout of one message in Cisco's wording, written as a Swift string: `\(.user)` is a hole,
// `\(action: "terminated")` a verb that is printed as it stands and becomes the action. Only a
// description; CompiledFormat is what runs. Nothing here is inlined: a thousand messages would each carry a copy
// (release build of the module 25 s so, 54 s otherwise).

/// A message text with typed holes.
///
///     "SSL session with \(oneOf: "client", "server") \(.source)\(optional: " to \(.destination)") ended"
///
/// A hole runs to the first place where what follows it stands. One whose text somebody outside chooses, and the last
/// one of any text, runs to the last place from which the device's words go on as declared, so that what stands in it
/// ends nothing. Where another such text follows, either may hold the words between the two: if they stand in more than
/// one place, nothing from there on counts. Blanks, letter case, quotes and angle brackets that differ from the wording
/// are forgiven when the exact wording does not fit.
public struct MessageFormat: ExpressibleByStringInterpolation, Sendable {
    /// One part of a format.
    indirect enum Piece: Sendable {
        case literal(String)
        case hole(Hole, Nature)
        case words(Hole, [Word])
        case optional([Piece])
        case session
        case ike
    }

    /// What a layout says about what stands in one of its holes.
    enum Nature: Sendable {
        /// The device chooses it.
        case own
        /// Somebody outside chooses it.
        case foreign
        /// An endpoint behind which the device prints the translated address in parentheses.
        case translated
    }

    /// One of several printed words.
    public struct Word: Sendable {
        var text: String
        var outcome: EventOutcome?

        /// A word that says that the operation succeeded.
        @inline(never)
        public static func success(_ text: String) -> Word { Word(text: text, outcome: .success) }
        /// A word that says that it failed.
        @inline(never)
        public static func failure(_ text: String) -> Word { Word(text: text, outcome: .failure) }
        /// A word that says neither.
        @inline(never)
        public static func neutral(_ text: String) -> Word { Word(text: text, outcome: nil) }
    }

    /// The beginnings that many messages share.
    public enum Prefix: Sendable {
        /// `Group <g> User <u> IP <a> `, also without brackets, with parts missing, or `TunnelGroup <t> GroupPolicy <p>
        /// User ...`.
        case groupUserIP
        /// `Group = g, Username = u, IP = a, `, each part only if the ASA knows it.
        case ike
    }

    var pieces: [Piece]
    /// The event name that this layout prints, if it differs from the message's.
    var name: String?

    /// A format without holes.
    @inline(never)
    public init(stringLiteral value: String) {
        pieces = value.isEmpty ? [] : [.literal(value)]
    }

    /// A format as the compiler hands it over.
    @inline(never)
    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    /// The same format with an event name of its own.
    @inline(never)
    public static func named(_ name: String, _ format: MessageFormat) -> MessageFormat {
        var copy = format
        copy.name = name
        return copy
    }

    /// Collects the parts of an interpolated format.
    public struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        /// Called by the compiler.
        @inline(never)
        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        /// Fixed wording.
        @inline(never)
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { pieces.append(.literal(literal)) }
        }

        /// A hole.
        @inline(never)
        public mutating func appendInterpolation(_ hole: Hole) {
            pieces.append(.hole(hole, hole.isForeign ? .foreign : .own))
        }

        /// A hole whose text somebody outside chooses here, though the device does elsewhere.
        @inline(never)
        public mutating func appendInterpolation(foreign hole: Hole) {
            pieces.append(.hole(hole, .foreign))
        }

        /// An endpoint behind which the device prints the translated address: ` (198.51.100.7/50188)`.
        ///
        /// In any other message an address in parentheses behind an endpoint is the name that a user has chosen.
        @inline(never)
        public mutating func appendInterpolation(translated endpoint: Hole) {
            pieces.append(.hole(endpoint, .translated))
        }

        /// The beginning that session and IKE messages share; nothing may stand before it.
        @inline(never)
        public mutating func appendInterpolation(_ prefix: Prefix) {
            pieces.append(prefix == .groupUserIP ? .session : .ike)
        }

        /// A verb, as printed (token `action`).
        @inline(never)
        public mutating func appendInterpolation(action word: String) {
            pieces.append(.words(.action, [.neutral(word)]))
        }

        /// One of several verbs (token `action`), each with what it says about the outcome.
        @inline(never)
        public mutating func appendInterpolation(action words: Word...) {
            pieces.append(.words(.action, words))
        }

        /// One of several words that say how it went and are no verb.
        @inline(never)
        public mutating func appendInterpolation(result words: Word...) {
            pieces.append(.words(.text, words))
        }

        /// Words that say why it happened and are always the same (token `reason`).
        @inline(never)
        public mutating func appendInterpolation(reason words: String) {
            pieces.append(.words(.reason, [.neutral(words)]))
        }

        /// One of several words without a token.
        @inline(never)
        public mutating func appendInterpolation(oneOf words: String...) {
            pieces.append(.words(.text, words.map(Word.neutral)))
        }

        /// One of several protocol names (token `protocol`).
        @inline(never)
        public mutating func appendInterpolation(networkProtocol words: String...) {
            pieces.append(.words(.networkProtocol, words.map(Word.neutral)))
        }

        /// A part that several layouts share.
        @inline(never)
        public mutating func appendInterpolation(_ part: MessageFormat) {
            pieces += part.pieces
        }

        /// A part that may be missing.
        @inline(never)
        public mutating func appendInterpolation(optional format: MessageFormat) {
            pieces.append(.optional(format.pieces))
        }
    }
}
