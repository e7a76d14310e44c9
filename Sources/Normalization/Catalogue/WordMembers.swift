// What events say of words that a layout prints in one spelling: the whole member, made once. Pure.

/// Members of the words of layouts, each of them once.
struct WordMembers: Sendable {
    private(set) var fragments = Fragments()
    /// Of words of each hole: -1 for one that makes none.
    private var numbers: [Hole: [[UInt8]: Int32]] = [:]

    /// The number of the member that a word of a hole makes; -1 if it makes none that is always the same.
    mutating func number(of word: [UInt8], in hole: Hole) -> Int32 {
        guard hole == .action || hole == .networkProtocol else { return -1 }
        if let known = numbers[hole]?[word] { return known }
        let number = WordMembers.member(of: word.span, in: hole).map { Int32(fragments.add($0)) } ?? -1
        numbers[hole, default: [:]][word] = number
        return number
    }

    /// What the encoder writes of a word, as it would of the same bytes in a line; nil if that is nothing, or not all
    /// of the word: of one that has a member, nothing is trimmed.
    private static func member(of word: Span<UInt8>, in hole: Hole) -> [UInt8]? {
        let text = Text.withoutFullStop(ByteRange(0, word.count), of: word)
        guard !text.isEmpty, text.count == word.count, !Absence.isNone(text, in: word) else { return nil }
        let value = String(decoding: (text.lowerBound..<text.upperBound).map { word[$0] }, as: UTF8.self)
        switch hole {
        case .action: return JSONText.member(.action, ValueTables.action(text, in: word).map { "\($0)" } ?? value)
        case .networkProtocol where !Absence.isUnknown(text, in: word):
            return JSONText.member(.networkProtocol, value)
        default: return nil
        }
    }
}
