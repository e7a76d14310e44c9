// The beginnings that hundreds of messages share. They are no layouts, because relays and releases spell them in
// many ways: brackets eaten, a part or a value missing, other separators. Linear. Pure.

enum Prefixes {
    /// Reads the beginning of a layout into the captures.
    ///
    /// - Returns: Offset at which the layout's own wording starts.
    static func read(
        _ beginning: Beginning,
        _ text: Span<UInt8>,
        from start: Int,
        to end: Int,
        _ captures: inout Captures
    ) -> Int {
        var reader = SessionReader(position: start, end: end)
        switch beginning {
        case .plain: return start
        // Releases and relays print either beginning in the other's spelling; nearly all sessions are printed in their
        // own.
        case .session where reader.readCommon(text, &captures): return reader.position
        case .session where IKEReader.begins(at: start, text, end):
            return IKEReader.read(text, from: start, to: end, &captures)
        case .ike where IKEReader.begins(at: start, text, end) || !SessionReader.begins(at: start, text, end):
            return IKEReader.read(text, from: start, to: end, &captures)
        case .session, .ike:
            reader.read(text, &captures)
            return reader.position
        }
    }

    /// Whether a byte begins a label of either beginning; most that are asked about do not.
    @inline(__always)
    static func beginsALabel(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "G") || byte == UInt8(ascii: "U") || byte == UInt8(ascii: "I")
    }

    /// Whether a byte may stand between the parts of a beginning.
    @inline(__always)
    static func isSeparator(_ byte: UInt8) -> Bool {
        ASCII.isBlank(byte) || byte == ASCII.comma || byte == ASCII.colon || byte == ASCII.semicolon
    }
}
