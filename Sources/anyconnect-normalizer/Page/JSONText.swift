// JSON of small things, for what commands print. Text only.

internal import Normalization

enum JSONText {
    /// A string with its quotation marks.
    static func string(_ text: String) -> String { "\"\(Escaped.text(text))\"" }

    /// Bytes as a string, in which those that are no UTF-8 are replaced; `null` for none.
    static func string(bytes: Span<UInt8>?) -> String {
        guard let bytes else { return "null" }
        return "\"\(Escaped.text(bytes))\""
    }

    /// A time in RFC 3339 of milliseconds since 1970; nil for none.
    static func time(_ milliseconds: Int64?) -> String? { milliseconds.map { string(Timestamps.text($0)) } }

    /// An object with the members that have a value; each value is JSON.
    static func object(_ members: [(name: String, value: String?)]) -> String {
        "{" + members.compactMap { name, value in value.map { "\"\(name)\":\($0)" } }.joined(separator: ",") + "}"
    }

    /// An array of JSON values.
    static func array(_ values: [String]) -> String { "[" + values.joined(separator: ",") + "]" }
}
