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
    /// Whether it has an assigned address beside the public one.
    var assigns: Bool
    /// Whether translated addresses stand behind its endpoints.
    var translates: Bool
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
    /// Whether each of its layouts has that name.
    var hasOneName: Bool
    /// Whether each of its layouts has a group beside the one of its beginning.
    var namesGroup: Bool
    var type: EventType
    var outcome: OutcomeRule
    /// Whether each of its layouts has an assigned address beside the public one.
    var assigns: Bool
    /// Whether each of its layouts has a second address of the client.
    var resumes: Bool
    /// Its layouts, a range of the catalogue's.
    var formats: Range<Int>
}
