// The forgiving form of a text: lower case, one blank for many, no blank around `: , =`, no quotes and
// no angle brackets. A line that does not fit a layout word for word is folded once and tried again, so
// relays that eat brackets and releases that space differently still fit. Linear. Pure.

/// A folded line, with the way back to the bytes it came from.
struct FoldedText: ~Copyable {
    private(set) var bytes: [UInt8] = []
    private var origins: [Int32] = []

    /// Folds `line[start..<end]`; what was folded before is forgotten, its memory kept.
    mutating func fold(_ line: Span<UInt8>, from start: Int, to end: Int) {
        bytes.removeAll(keepingCapacity: true)
        origins.removeAll(keepingCapacity: true)
        bytes.append(addingCapacity: end - start) { bytes in
            origins.append(addingCapacity: end - start) { origins in
                Folding.fold(line, from: start, to: end) { byte, origin in
                    bytes.append(byte)
                    origins.append(Int32(truncatingIfNeeded: origin))
                }
            }
        }
    }

    /// The range of the line that a range of the folded text came from.
    func original(_ range: ByteRange, lineEnd: Int) -> ByteRange {
        guard range.isPresent else { return .absent }
        guard !range.isEmpty else {
            let place = range.lowerBound < origins.count ? Int(origins[range.lowerBound]) : lineEnd
            return ByteRange(place, place)
        }
        return ByteRange(Int(origins[range.lowerBound]), Int(origins[range.upperBound - 1]) + 1)
    }
}

enum Folding {
    /// Whether a byte takes the blanks beside it.
    @inline(__always)
    static func isTight(_ byte: UInt8) -> Bool {
        byte == ASCII.colon || byte == ASCII.comma || byte == ASCII.equals
    }

    /// The folded bytes of a literal of a format.
    static func fold(_ literal: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        let span = literal.span
        fold(span, from: 0, to: span.count, keepsOuterBlanks: true) { byte, _ in result.append(byte) }
        return result
    }

    /// Calls `emit` for each folded byte with the offset it came from.
    @inline(__always)
    static func fold(
        _ text: Span<UInt8>,
        from start: Int,
        to end: Int,
        keepsOuterBlanks: Bool = false,
        _ emit: (UInt8, Int) -> Void
    ) {
        var afterTight = !keepsOuterBlanks
        var pendingBlank = -1
        for index in start..<end {
            let byte = text[index]
            switch byte {
            case ASCII.space, ASCII.tab:
                if pendingBlank < 0 { pendingBlank = index }
            case ASCII.quote, ASCII.apostrophe, ASCII.lessThan, ASCII.greaterThan:
                continue
            case ASCII.colon, ASCII.comma, ASCII.equals:
                // `x ::1` is a blank before an address, `x : y` is a separator.
                let isAddress = byte == ASCII.colon && index + 1 < end && !ASCII.isBlank(text[index + 1])
                if isAddress, pendingBlank >= 0, !afterTight { emit(ASCII.space, pendingBlank) }
                emit(byte, index)
                pendingBlank = -1
                // The second colon of `::` ends an address, and the blank behind it is an ordinary one.
                afterTight = !(byte == ASCII.colon && index > start && text[index - 1] == ASCII.colon)
            default:
                if pendingBlank >= 0, !afterTight { emit(ASCII.space, pendingBlank) }
                pendingBlank = -1
                afterTight = false
                emit(ASCII.lowercased(byte), index)
            }
        }
        if keepsOuterBlanks, pendingBlank >= 0, !afterTight { emit(ASCII.space, pendingBlank) }
    }
}
