// Formats for people to read: `Group <group> User <user> ...`, words in braces, optional parts in brackets.
// Text only.

extension MessageFormat: CustomStringConvertible {
    /// The layout with `<name>` for holes, `{a|b}` for words and `[...]` for parts that may be missing.
    public var description: String { MessageFormat.text(of: pieces) }

    private static func text(of pieces: [Piece]) -> String {
        pieces.map { piece in
            switch piece {
            case .literal(let text): text
            case .hole(let hole, _): "<\(hole.label)>"
            case .words(_, let words):
                words.count == 1 ? words[0].text : "{" + words.map(\.text).joined(separator: "|") + "}"
            case .optional(let inner): "[" + text(of: inner) + "]"
            case .session: "Group <group> User <user> IP <public address>"
            case .ike: "Group = <group>, Username = <user>, IP = <public address>, "
            }
        }.joined()
    }
}

extension Hole {
    /// The kind in words: `sourceAddress` is `source address`.
    public var label: String {
        var words = ""
        for scalar in "\(self)".unicodeScalars {
            if scalar.properties.isUppercase, let last = words.unicodeScalars.last, last.properties.isLowercase {
                words += " "
            }
            words.unicodeScalars.append(scalar)
        }
        return words.contains("IP") || words.contains("ID") ? words : words.lowercased()
    }
}
