// A layout and a message, ready to be matched: places in the program. Made once, at start; then only read.

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
