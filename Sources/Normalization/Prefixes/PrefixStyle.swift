// The spellings of a shared beginning, told by what stands before a name: the same mark that opens it says what closes
// it.

/// What stands between the parts of a beginning.
enum PrefixStyle {
    /// `User <u> IP <a>`
    case brackets
    /// `Username = u, IP = a,`
    case equals
    /// `Username = u; IP = a;`
    case semicolons
    /// `User u IP a`
    case bare

    /// The style in which the name at `name` is printed; the device chooses what stands behind the group before it.
    init(of name: ByteRange, behind group: ByteRange, in text: Span<UInt8>) {
        var before = name.lowerBound
        while before > 0, ASCII.isBlank(text[before - 1]) { before -= 1 }
        switch before > 0 ? text[before - 1] : 0 {
        case ASCII.lessThan: self = .brackets
        case ASCII.equals:
            let hasSemicolons =
                group.isPresent && group.upperBound < text.count && text[group.upperBound] == ASCII.semicolon
            self = hasSemicolons ? .semicolons : .equals
        default: self = .bare
        }
    }

    /// Whether an equals sign stands before a name.
    var hasEquals: Bool { self == .equals || self == .semicolons }

    /// The byte behind a name.
    var mark: UInt8 {
        switch self {
        case .brackets: ASCII.greaterThan
        case .equals: ASCII.comma
        case .semicolons: ASCII.semicolon
        case .bare: ASCII.space
        }
    }
}
