// What is known of a message that no family declares: its name, its type and its outcome. The names are Cisco's words
// without variables. The tables are text, because the compiler would take minutes for as many declarations.

/// Reads the tables of names.
///
/// A row is `NUMBER TYPE OUTCOME NAME`: type `S` SVC connection, `T` traffic, `Y` system; outcome `+` success, `-`
/// failure, `.` neither.
enum EventNames {
    /// Every table; within each the numbers ascend.
    static let tables = [access, failover, hardware, routing, system, traffic]

    /// The messages of all tables, without layouts.
    static let messages = tables.flatMap { table in
        table.utf8.split(separator: 0x0A).map { row in
            guard let message = message(row) else { preconditionFailure("not a row of a table of names: \(row)") }
            return message
        }
    }

    /// The message that a row declares; nil if it is not a row.
    static func message(_ row: Substring.UTF8View) -> Message? {
        var id: Int32 = 0
        var rest = row
        for _ in 0..<6 {
            guard let digit = rest.popFirst(), ASCII.isDigit(digit) else { return nil }
            id = id * 10 + Int32(digit - ASCII.zero)
        }
        guard rest.popFirst() == ASCII.space, let type = rest.popFirst().flatMap(type(_:)),
            rest.popFirst() == ASCII.space, let outcome = rest.popFirst().flatMap(outcome(_:)),
            rest.popFirst() == ASCII.space, let first = rest.first, !ASCII.isBlank(first)
        else { return nil }
        return Message(id, String(Substring(rest)), type, outcome)
    }

    private static func type(_ letter: UInt8) -> EventType? {
        switch letter {
        case UInt8(ascii: "S"): .svcConnection
        case UInt8(ascii: "T"): .traffic
        case UInt8(ascii: "Y"): .system
        default: nil
        }
    }

    private static func outcome(_ sign: UInt8) -> OutcomeRule? {
        switch sign {
        case ASCII.plus: .success
        case ASCII.dash: .failure
        case ASCII.dot: .unstated
        default: nil
        }
    }
}
