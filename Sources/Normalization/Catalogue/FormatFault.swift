// Why a declared format is refused. Values only; a Program makes them.

/// Why a format cannot be matched.
public enum FormatFault: Error, Equatable, CustomStringConvertible {
    /// Nothing is declared.
    case empty
    /// Two holes touch: where the first ends could only be guessed.
    case adjacentHoles(Hole, Hole)
    /// A hole stands twice in one layout.
    case repeatedHole(Hole)
    /// A list of words is empty, or one of its words is.
    case emptyWords
    /// An optional part does not begin with wording.
    case optionalWithoutWording
    /// A prefix stands elsewhere than at the beginning.
    case prefixNotFirst
    /// Translated addresses are declared behind a hole that is no endpoint, or behind some endpoints of several.
    case translatedInPart(Hole)

    /// What is wrong, in a few words.
    public var description: String {
        switch self {
        case .empty: "the format is empty"
        case .adjacentHoles(let first, let second): "holes \(first) and \(second) touch"
        case .repeatedHole(let hole): "hole \(hole) stands twice"
        case .emptyWords: "a list of words is empty or holds an empty word"
        case .optionalWithoutWording: "an optional part must begin with wording"
        case .prefixNotFirst: "a prefix must stand first"
        case .translatedInPart(let hole): "hole \(hole) and the other endpoints must be translated alike"
        }
    }
}
