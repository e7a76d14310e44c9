// Finds a line inside a JSON record, as shippers write them (Filebeat, Fluent Bit, Logstash, Docker): quotes, angle brackets
// and backslashes of the line are escaped there, and the other members were said by no device. Pure; linear.

/// The JSON string that holds the message tag of a line.
struct WrappedLine: Equatable {
    /// Where the record begins; a relay's header may stand before it.
    private let brace: Int
    /// The string's text, without its quotes.
    private let range: ByteRange

    /// Finds the string around the tag that starts at `tagStart`; nil if it stands in none that is the value of an object's member.
    init?(_ line: Span<UInt8>, around tagStart: Int, to end: Int) {
        guard let brace = ByteSearch.first(ASCII.openBrace, in: line, from: 0, to: tagStart) else { return nil }
        var last = ASCII.openBrace
        var position = brace + 1
        while position < tagStart {
            let byte = line[position]
            position += 1
            if byte == ASCII.quote {
                let start = position
                position = WrappedLine.stringEnd(line, position, end)
                if position >= tagStart {
                    guard WrappedLine.mayStandBeforeValue(last) else { return nil }
                    self.brace = brace
                    range = ByteRange(start, position)
                    return
                }
                position += 1
            }
            if !ASCII.isBlank(byte) { last = byte }
        }
        return nil
    }

    /// Offset of the quote that ends a string, or `end` if it was cut off.
    private static func stringEnd(_ line: Span<UInt8>, _ start: Int, _ end: Int) -> Int {
        var position = start
        while position < end, line[position] != ASCII.quote { position += line[position] == ASCII.backslash ? 2 : 1 }
        return min(position, end)
    }

    private static func mayStandBeforeValue(_ byte: UInt8) -> Bool {
        byte == ASCII.colon || byte == ASCII.comma || byte == ASCII.openBracket
    }

    /// Writes what stands before the record, a blank, and the string's text, unescaped, over what `text` held.
    ///
    /// An escape that JSON does not know stays as it is.
    func unwrap(_ line: Span<UInt8>, into text: inout [UInt8]) {
        text.removeAll(keepingCapacity: true)
        for index in 0..<brace { text.append(line[index]) }
        text.append(ASCII.space)
        var position = range.lowerBound
        while position < range.upperBound {
            let piece = Piece(line, position, range.upperBound)
            switch piece.scalar {
            case .some(let scalar):
                for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter { text.append(byte) }
            case .none: text.append(line[position])
            }
            position += piece.length
        }
    }

    /// Offset in the line of what stands at `target` of the unwrapped text.
    func offset(of target: Int, in line: Span<UInt8>) -> Int {
        guard target > brace else { return target }
        var position = range.lowerBound
        var count = brace + 1
        while position < range.upperBound, count < target {
            let piece = Piece(line, position, range.upperBound)
            count += piece.scalar.map { UTF8.width($0) } ?? 1
            position += piece.length
        }
        return position
    }

    /// Range in the line of what stands at `text` of the unwrapped text.
    func range(of text: ByteRange, in line: Span<UInt8>) -> ByteRange {
        guard text.isPresent else { return text }
        let start = offset(of: text.lowerBound, in: line)
        return ByteRange(start, max(start, offset(of: text.upperBound, in: line)))
    }

    /// One byte, or an escape with the character that it stands for.
    private struct Piece {
        var scalar: Unicode.Scalar?
        var length = 1

        init(_ line: Span<UInt8>, _ position: Int, _ end: Int) {
            guard line[position] == ASCII.backslash, position + 1 < end else { return }
            switch line[position + 1] {
            case ASCII.quote, ASCII.backslash, ASCII.slash: scalar = Unicode.Scalar(line[position + 1])
            case UInt8(ascii: "b"): scalar = "\u{08}"
            case UInt8(ascii: "f"): scalar = "\u{0C}"
            case UInt8(ascii: "n"): scalar = "\n"
            case UInt8(ascii: "r"): scalar = "\r"
            case UInt8(ascii: "t"): scalar = "\t"
            case UInt8(ascii: "u"):
                guard let unit = Piece.codeUnit(line, position, end) else { return }
                length = 6
                guard unit & 0xFC00 == 0xD800, let low = Piece.codeUnit(line, position + 6, end), low & 0xFC00 == 0xDC00
                else {
                    scalar = Unicode.Scalar(unit) ?? "\u{FFFD}"
                    return
                }
                length = 12
                scalar = Unicode.Scalar(0x10000 + (unit & 0x3FF) << 10 + (low & 0x3FF))
                return
            default: return
            }
            length = 2
        }

        /// The value of `\u003c`; nil if none stands at `position`.
        private static func codeUnit(_ line: Span<UInt8>, _ position: Int, _ end: Int) -> UInt32? {
            guard position + 6 <= end, line[position] == ASCII.backslash, line[position + 1] == UInt8(ascii: "u") else {
                return nil
            }
            var value: UInt32 = 0
            for index in position + 2..<position + 6 {
                guard let digit = ASCII.hexValue(line[index]) else { return nil }
                value = value << 4 | UInt32(digit)
            }
            return value
        }
    }
}
