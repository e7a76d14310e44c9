// The spellings of a shared beginning, told by what stands before a name: the same mark that opens it says what closes
// it.

/// What stands between the parts of a beginning.
enum PrefixStyle {
    /// `User <u> IP <a>`
    case brackets
    /// `Username = u, IP = a,`
    case equals
    /// `User u IP a`
    case bare

    /// The style in which the name at `name` is printed.
    init(of name: ByteRange, in text: Span<UInt8>) {
        var before = name.lowerBound
        while before > 0, ASCII.isBlank(text[before - 1]) { before -= 1 }
        switch before > 0 ? text[before - 1] : 0 {
        case ASCII.lessThan: self = .brackets
        case ASCII.equals: self = .equals
        default: self = .bare
        }
    }

    /// The byte behind a name.
    var mark: UInt8 {
        switch self {
        case .brackets: ASCII.greaterThan
        case .equals: ASCII.comma
        case .bare: ASCII.space
        }
    }
}
