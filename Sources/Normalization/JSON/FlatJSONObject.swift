// Reads an event back: one flat JSON object of strings and whole numbers. Strict, so that what is read is what a reader
// of the output sees. For comparing events; the way of a record does not come by here. Pure.

/// A JSON object that holds nothing but strings and whole numbers, as events do.
public struct FlatJSONObject: Equatable, Sendable {
    /// The value of a member.
    public enum Value: Equatable, Sendable {
        /// A string, unescaped, in UTF-8.
        case text([UInt8])
        /// A whole number.
        case number(Int64)
    }

    /// A name with its value.
    public struct Member: Equatable, Sendable {
        /// The name, unescaped, in UTF-8.
        public var name: [UInt8]
        /// The value.
        public var value: Value
    }

    /// The members in the order of the text; no name stands there twice.
    public private(set) var members: [Member] = []

    /// Reads an object; nil for anything else, and for a name that stands there twice.
    public init?(_ json: Span<UInt8>) {
        var scanner = JSONScanner()
        guard scanner.take(UInt8(ascii: "{"), json) else { return nil }
        if !scanner.take(UInt8(ascii: "}"), json) {
            repeat {
                guard let name = scanner.text(json), scanner.take(ASCII.colon, json), let value = scanner.value(json),
                    self[name] == nil
                else { return nil }
                members.append(Member(name: name, value: value))
            } while scanner.take(ASCII.comma, json)
            guard scanner.take(UInt8(ascii: "}"), json) else { return nil }
        }
        guard scanner.isAtEnd(json) else { return nil }
    }

    /// The value of a member; nil if there is none of this name.
    public subscript(name: [UInt8]) -> Value? { members.first { $0.name == name }?.value }

    /// The value of a token; nil if the event does not have it.
    public subscript(token: Token) -> Value? { self[Array(token.rawValue.utf8)] }

    /// The identifier in token `eventId` of an event; nil if it has none.
    ///
    /// Finds it without reading the rest where the event is written without blanks.
    public static func eventID(of json: Span<UInt8>) -> UUID? {
        var position = 0
        while let quote = ByteSearch.first(ASCII.quote, in: json, from: position, to: json.count) {
            position = quote + 1
            // A quote that opens or ends a string has no other byte before it; one inside a string has a backslash.
            guard quote > 0, json[quote - 1] == ASCII.comma || json[quote - 1] == UInt8(ascii: "{"),
                ByteSearch.holds("\"eventId\":\"", in: json, at: quote, to: json.count)
            else { continue }
            let start = quote + 11
            guard start + 36 < json.count, json[start + 36] == ASCII.quote else { return nil }
            return UUID(json.extracting(start..<start + 36))
        }
        guard case .text(let text) = FlatJSONObject(json)?[.eventId] else { return nil }
        return UUID(text.span)
    }
}
