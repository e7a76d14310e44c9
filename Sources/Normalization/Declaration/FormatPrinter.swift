// Prints a format with values in its holes: what a device would send. Validation, tests, the bench and
// the catalogue's reference page use it, so that all of them speak of the same text. Pure.

/// Prints message texts from their formats.
public struct FormatPrinter {
    /// What stands in a hole.
    public var value: (Hole) -> String
    /// Which of several words is printed: an index into a list of the given length.
    public var choice: (Int) -> Int
    /// Whether an optional part is printed.
    public var printsOptional: () -> Bool

    /// Makes a printer; without further word it prints the first word of each list and every optional part.
    public init(
        value: @escaping (Hole) -> String,
        choice: @escaping (Int) -> Int = { _ in 0 },
        printsOptional: @escaping () -> Bool = { true }
    ) {
        self.value = value
        self.choice = choice
        self.printsOptional = printsOptional
    }

    /// The text of one layout.
    public func text(of format: MessageFormat) -> String { text(of: format.pieces) }

    private func text(of pieces: [MessageFormat.Piece]) -> String {
        var result = ""
        for piece in pieces {
            switch piece {
            case .literal(let text): result += text
            case .hole(let hole, _): result += value(hole)
            case .words(_, let words): result += words[choice(words.count)].text
            case .optional(let inner): if printsOptional() { result += text(of: inner) }
            case .session: result += "Group <\(value(.group))> User <\(value(.user))> IP <\(value(.publicAddress))>"
            case .ike: result += "Group = \(value(.group)), Username = \(value(.user)), IP = \(value(.publicAddress)), "
            }
        }
        return result
    }
}

extension MessageFormat {
    /// The kinds of hole that this layout fills, prefixes included, in the order printed.
    public var holes: [Hole] { MessageFormat.holes(of: pieces) }

    /// Whether it has one of `holes`, outside of optional parts.
    func holds(_ holes: Set<Hole>) -> Bool {
        pieces.contains { if case .hole(let hole, _) = $0 { holes.contains(hole) } else { false } }
    }

    /// Whether the device prints translated addresses behind its endpoints.
    public var translates: Bool { MessageFormat.translates(pieces) }

    static func translates(_ pieces: [Piece]) -> Bool {
        pieces.contains { piece in
            switch piece {
            case .hole(_, let nature): nature == .translated
            case .optional(let inner): translates(inner)
            default: false
            }
        }
    }

    /// The most words that stand at one place; 0 if every word is fixed.
    public var longestWordList: Int { MessageFormat.longestWordList(in: pieces) }

    private static func longestWordList(in pieces: [Piece]) -> Int {
        pieces.reduce(0) { longest, piece in
            switch piece {
            case .words(_, let words): max(longest, words.count)
            case .optional(let inner): max(longest, longestWordList(in: inner))
            default: longest
            }
        }
    }

    private static func holes(of pieces: [Piece]) -> [Hole] {
        pieces.flatMap { piece -> [Hole] in
            switch piece {
            case .literal: []
            case .hole(let hole, _), .words(let hole, _): [hole]
            case .optional(let inner): holes(of: inner)
            case .session, .ike: [.group, .user, .publicAddress]
            }
        }
    }
}
