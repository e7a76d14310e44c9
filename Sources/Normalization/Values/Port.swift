// Ports, copied as printed where the line spells them as JSON writes a number. Pure.

/// A port, and where the line prints it without leading zeros.
struct Port {
    let value: Int
    /// Its digits; absent if the line spells it in another way.
    let text: ByteRange

    @inline(__always)
    init(_ value: Int, text: ByteRange = .absent) {
        self.value = value
        self.text = text
    }

    /// The digits at `position`, eight at most; `position` is just past them if a port is returned.
    @inline(__always)
    static func take(_ position: inout Int, _ end: Int, _ line: Span<UInt8>) -> Port? {
        let digits = Text.leadingDigits(line, at: position, to: end)
        guard digits.count > 0, digits.value <= 65_535 else { return nil }
        let start = position
        position &+= digits.count
        let isPlain = digits.count == 1 || line[start] != ASCII.zero
        return Port(digits.value, text: isPlain ? ByteRange(start, position) : .absent)
    }
}

extension OutputCursor {
    /// Appends a port: as the line prints it, or written from its value.
    @inline(__always)
    mutating func append(_ token: Token, _ line: Span<UInt8>, _ port: Port?) {
        guard let port else { return }
        let start = port.text.lowerBound
        if port.text.isPresent, start <= line.count &- 8 {
            append(token.declaration.key, word: ByteSearch.word(line, at: start), length: port.text.count)
            return
        }
        append(token.declaration.key)
        append(decimal: port.value)
    }
}
