// Quotes around a line, as tables, lists and programs print a text that they hold: they belong to nothing in it.
// Pure; linear.

/// The quote that the text of a line stands in, until its end is found.
struct LineQuotes {
    /// What opens before the text; nil if nothing does, or once it is closed.
    private var mark: UInt8?
    /// Whether a backslash stands before the quotes.
    private var isEscaped = false

    /// Reads what stands from `start` on before the first tag of `line[..<end]`: a quote that is not closed there, as
    /// in `"<166>...`, `'<166>...`, `\"<166>...`, `"fw1","<166>...` or `b'<166>...`.
    init(_ line: Span<UInt8>, from start: Int, to end: Int) {
        // What stands in a record is taken out of it.
        guard start < end, line[start] != ASCII.openBrace else { return }
        let tag = ByteSearch.first(ASCII.percent, in: line, from: start, to: end) ?? min(end, start + 2)
        for position in start..<tag {
            let byte = line[position]
            guard byte == ASCII.quote || byte == ASCII.apostrophe else { continue }
            if mark == nil {
                mark = byte
                isEscaped = position > start && line[position - 1] == ASCII.backslash
            } else if mark == byte {
                mark = nil
            }
        }
    }

    /// Offset behind the letter of `b'` or `b"`, in which Python prints bytes, where one stands at `start`.
    static func afterPrefix(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        guard start + 1 < end, line[start] == UInt8(ascii: "b"),
            line[start + 1] == ASCII.apostrophe || line[start + 1] == ASCII.quote
        else { return start }
        return start + 1
    }

    /// Whether the last byte of the line belongs to its end: the commas behind the closing quote, the quote, and the
    /// backslash before it.
    mutating func takesLast(_ byte: UInt8) -> Bool {
        switch byte {
        case ASCII.comma: return mark != nil
        case ASCII.backslash:
            defer { isEscaped = false }
            return isEscaped && mark == nil
        default:
            guard byte == mark else { return false }
            mark = nil
            return true
        }
    }
}
