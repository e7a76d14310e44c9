// One message of the catalogue: Cisco's number, the event's constants, and its layouts.
// A declaration only; Catalogue compiles and checks it.

/// A Cisco message, declared once: matcher, help and reference page come from this.
public struct Message: Sendable {
    /// Greatest number of a message: nearly all have six digits, Cisco 8300001 to 8300006 have seven.
    public static let greatestID: Int32 = 9_999_999

    /// Cisco's number.
    public let id: Int32
    /// Token `eventName`: Cisco's words without variables.
    public let name: String
    /// Token `eventType`.
    public let type: EventType
    /// How token `outcome` is known.
    public let outcome: OutcomeRule
    /// Layouts, the most specific first.
    ///
    /// None: only labels and constants are read.
    public let formats: [MessageFormat]

    /// Declares a message.
    @inline(never)
    public init(
        _ id: Int32,
        _ name: String,
        _ type: EventType,
        _ outcome: OutcomeRule = .unstated,
        _ formats: [MessageFormat] = []
    ) {
        self.id = id
        self.name = name
        self.type = type
        self.outcome = outcome
        self.formats = formats
    }

    /// Declares a message whose layouts follow in braces, one below the other.
    @inline(never)
    public init(
        _ id: Int32,
        _ name: String,
        _ type: EventType,
        _ outcome: OutcomeRule = .unstated,
        @LayoutBuilder formats: () -> [MessageFormat]
    ) {
        self.init(id, name, type, outcome, formats())
    }

    /// Whether each layout has one of `holes`, outside of optional parts.
    func eachLayoutHolds(_ holes: Set<Hole>) -> Bool {
        !formats.isEmpty
            && formats.allSatisfy { $0.holds(holes) }
    }
}

/// Collects the layouts of a message.
@resultBuilder
public enum LayoutBuilder {
    /// Called by the compiler for each layout.
    @inline(never)
    public static func buildExpression(_ format: MessageFormat) -> MessageFormat { format }
    /// Called by the compiler for all layouts.
    @inline(never)
    public static func buildBlock(_ formats: MessageFormat...) -> [MessageFormat] { formats }
}

/// Collects the messages of a family.
///
/// The compiler reads the entries one by one; those of an array literal it reads together, which takes minutes for a
/// hundred of them.
@resultBuilder
enum MessageBuilder {
    @inline(never)
    static func buildExpression(_ message: Message) -> Message { message }
    @inline(never)
    static func buildBlock(_ messages: Message...) -> [Message] { messages }
}
