// The guide's two value tables, whole ("Field Value Mappings", pages 7 and 8), and the teardown reasons
// that are denials. Data only.

enum ValueTables {
    /// Guide, "Data source field: severity": the level digit to the normalized word; nil for 0, 8 and 9.
    static func severity(_ level: UInt8) -> StaticString? {
        switch level {
        case 1: "Alert"
        case 2: "Critical"
        case 3: "Error"
        case 4: "Warning"
        case 5: "Notice"
        case 6: "Informational"
        case 7: "Debug"
        default: nil
        }
    }

    /// Guide, "Data source field: action": exact and case-sensitive; nil for a verb that passes unchanged.
    static func action(_ verb: ByteRange, in line: Span<UInt8>) -> StaticString? {
        actionIndex.first(verb, in: line).map { actions[$0].1 }
    }

    /// The verbs of lines that token `action` has a value for.
    static func verbs(_ action: String) -> [String] {
        let own = actions.contains { "\($0.0)" == action } ? [] : [action]
        return own + actions.filter { "\($0.1)" == action }.map { "\($0.0)" }
    }

    private static let actionIndex = WordIndex(actions.map(\.0))

    static let actions: [(StaticString, StaticString)] = [
        ("Built", "Allow"), ("Teardown", "Block"), ("Deny", "Deny"), ("denied", "Deny"), ("requested", "Request"),
        ("permitted", "Allow"), ("Denied", "Deny"), ("denied by ACL", "Deny"), ("discarded", "Discarded"),
        ("est-allowed", "Allow"), ("Dropping", "Drop"), ("created", "Created"), ("deleted", "Deleted"),
    ]

    /// What a teardown reason says: that the flow was refused (Cisco 302014, table of reasons), or that it came to an
    /// ordinary end; nil if it is cut off in words that say the first.
    static func teardown(_ reason: ByteRange, in line: Span<UInt8>) -> EventOutcome? {
        guard !reason.isEmpty else { return .success }
        // Most connections end with a `TCP` or `SYN` reason, which no denial begins with.
        let first = ASCII.lowercased(line[reason.lowerBound])
        guard first != UInt8(ascii: "t"), first != UInt8(ascii: "s") else { return .success }
        let refuses = denials.contains {
            ByteSearch.holdsIgnoringCase($0, in: line, at: reason.lowerBound, to: reason.upperBound)
        }
        if refuses { return .failure }
        return denials.contains { Text.begins($0, with: reason, in: line) } ? nil : .success
    }

    /// Whether a text says that something failed, could not be done or was refused, with one of `failures` at the
    /// beginning of a word.
    static func saysFailure(_ text: ByteRange, in line: Span<UInt8>) -> Bool {
        guard text.isPresent else { return false }
        for index in text.lowerBound..<text.upperBound
        where ASCII.isLetter(line[index]) && (index == text.lowerBound || !ASCII.isLetter(line[index - 1])) {
            for word in failures
            where ByteSearch.holdsIgnoringCase(word, in: line, at: index, to: text.upperBound) {
                return true
            }
        }
        return false
    }

    /// Lower-case beginnings.
    private static let failures: [StaticString] = [
        "failed", "failure", "failing", "unable to", "can't", "cannot", "could not", "dropping", "dropped", "rejecting",
        "rejected", "denied", "aborting", "aborted",
    ]

    /// Lower-case beginnings.
    private static let denials: [StaticString] = [
        "deny", "unauth deny", "denied", "flow closed by inspection", "flow terminated by ips", "flow reset by ips",
        "flow terminated by inspection", "flow terminated by tcp intercept", "ips fail-close", "flow is denied",
        "flow denied", "access denied", "idfw denied", "blocked", "block",
    ]
}
