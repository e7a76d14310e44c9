// Takes a line of the rules apart: words with blanks between them, some with values behind `=`, and a comment behind
// `#`. Knows quotes, not what words mean. Pure.

/// What is wrong with a line of the rules.
struct RuleFault: Error {
    var text: String
}

/// A word of a line.
struct RuleWord {
    /// What stands before `=`, or all of it.
    var name: String
    /// What stands behind `=`, taken apart at commas; nil if there is none.
    var values: [String]?

    /// Takes a line apart.
    ///
    /// What stands between double quotes is taken as it is. A comment begins with a `#` at the beginning of a word.
    static func words(of line: String) throws(RuleFault) -> [RuleWord] {
        var words: [RuleWord] = []
        var rest = line[...]
        while true {
            rest = rest.drop { $0.isWhitespace }
            guard let first = rest.first, first != "#" else { return words }
            words.append(try word(&rest))
        }
    }

    private static func word(_ rest: inout Substring) throws(RuleFault) -> RuleWord {
        var name: String?
        var parts = [""]
        while let character = rest.first, !character.isWhitespace {
            rest = rest.dropFirst()
            switch character {
            case "\"":
                guard let end = rest.firstIndex(of: "\"") else {
                    throw RuleFault(text: "a quote is opened and not closed")
                }
                parts[parts.count - 1] += rest[..<end]
                rest = rest[rest.index(after: end)...]
            case "=" where name == nil:
                name = parts[0]
                parts = [""]
            case "," where name != nil: parts.append("")
            default: parts[parts.count - 1].append(character)
            }
        }
        return RuleWord(name: name ?? parts[0], values: name == nil ? nil : parts)
    }
}
