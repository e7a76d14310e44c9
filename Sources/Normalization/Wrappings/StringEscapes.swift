// How characters are escaped where a line stands in something else: as JSON and Python do, as pages and XML, or as the
// common event format. Pure.

enum StringEscapes {
    case json
    /// `&lt;` and other entities.
    case entities
    /// `\=`, as the common event format has it.
    case event
    case none

    /// Offset of the first byte that may begin an escape; `end` if there is none.
    func first(in line: Span<UInt8>, from position: Int, to end: Int) -> Int {
        let mark: UInt8
        switch self {
        case .json, .event: mark = ASCII.backslash
        case .entities: mark = UInt8(ascii: "&")
        case .none: return end
        }
        return ByteSearch.first(mark, in: line, from: position, to: end) ?? end
    }

    /// The escape at `position`; nil for a byte that stands for itself.
    ///
    /// Python escapes an apostrophe, which JSON does not.
    func escape(in line: Span<UInt8>, at position: Int, to end: Int) -> JSONEscape? {
        switch self {
        case .json:
            guard line[position] == ASCII.backslash else { return nil }
            if position + 1 < end, line[position + 1] == ASCII.apostrophe { return JSONEscape("'", length: 2) }
            return JSONEscape(line, at: position, to: end)
        case .entities:
            guard line[position] == UInt8(ascii: "&") else { return nil }
            for (name, scalar) in StringEscapes.names where ByteSearch.holds(name, in: line, at: position, to: end) {
                return JSONEscape(scalar, length: name.utf8CodeUnitCount)
            }
            return nil
        case .event:
            guard line[position] == ASCII.backslash, position + 1 < end else { return nil }
            switch line[position + 1] {
            case ASCII.equals, ASCII.backslash: return JSONEscape(Unicode.Scalar(line[position + 1]), length: 2)
            default: return nil
            }
        case .none: return nil
        }
    }

    private static let names: [(StaticString, Unicode.Scalar)] = [
        ("&lt;", "<"), ("&gt;", ">"), ("&amp;", "&"), ("&quot;", "\""), ("&apos;", "'"), ("&#39;", "'"),
        ("&#34;", "\""),
        ("&#x27;", "'"), ("&#xD;", "\r"), ("&#xA;", "\n"),
    ]
}
