// The guide's labels, each declared once: `Group <`, `User =`, `reason =` and the others that give their tokens in any
// message. Data only.

/// A label in a text, and the hole that its value fills.
struct Label {
    /// What stands between a label and its value.
    enum Sign {
        case bracket
        case equals
        case colon
        /// The value follows a `=` or `:` at once and is the run of bytes up to a blank or comma.
        case word
    }

    /// In lower case.
    let text: StaticString
    let sign: Sign
    let hole: Hole

    private init(_ text: StaticString, _ sign: Sign, _ hole: Hole) {
        self.text = text
        self.sign = sign
        self.hole = hole
    }

    /// Longer labels before those that they begin or end with.
    static let all = [
        Label("tunnelgroup", .bracket, .group),
        Label("grouppolicy", .bracket, .policy),
        Label("group", .bracket, .group),
        Label("group", .equals, .group),
        Label("user ip", .equals, .sourceAddress),
        Label("username", .equals, .user),
        Label("user", .bracket, .user),
        Label("user", .equals, .user),
        Label("ipv4 address", .bracket, .assignedIPv4),
        Label("ipv6 address", .bracket, .assignedIPv6),
        Label("assigned ip", .equals, .assignedIPv4),
        Label("ip", .bracket, .publicAddress),
        Label("ip", .equals, .publicAddress),
        Label("server", .equals, .destinationAddress),
        Label("reason", .equals, .reason),
        Label("reason", .colon, .reason),
        Label("session", .word, .sessionID),
        Label("svc message", .colon, .clientMessage),
    ]
}
