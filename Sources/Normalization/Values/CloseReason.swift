// What newer releases print among the words that tell why a connection ended: the receive ring that it came in by, and
// rates. Neither is a reason. Pure.

enum CloseReason {
    /// The range without `Internal-Data0/1:RX[3]` and `max-rate 1200/5000 Bps` before and behind the words; empty if
    /// nothing else is there.
    static func withoutMeasures(_ range: ByteRange, in line: Span<UInt8>) -> ByteRange {
        var text = range
        while !text.isEmpty {
            let last = line[text.upperBound - 1]
            if last == ASCII.closeBracket, let start = lastWord(of: text, in: line),
                isRing(start, text.upperBound, line)
            {
                text = Text.trimmed(ByteRange(text.lowerBound, start), of: line)
            } else if last == UInt8(ascii: "s"), let rate = rate(endingAt: text, in: line) {
                text = Text.trimmed(ByteRange(text.lowerBound, rate), of: line)
            } else if line[text.lowerBound] == UInt8(ascii: "I"), let end = leadingRing(text, in: line) {
                text = Text.trimmed(ByteRange(end, text.upperBound), of: line)
            } else {
                break
            }
        }
        return text
    }

    private static func lastWord(of text: ByteRange, in line: Span<UInt8>) -> Int? {
        var start = text.upperBound
        while start > text.lowerBound, !ASCII.isBlank(line[start - 1]) { start -= 1 }
        return start
    }

    /// Whether a word is `NAME:RX[n]`.
    private static func isRing(_ start: Int, _ end: Int, _ line: Span<UInt8>) -> Bool {
        var position = end - 2
        while position > start, ASCII.isDigit(line[position]) { position -= 1 }
        guard position < end - 2, position - 3 > start, line[position] == ASCII.openBracket else { return false }
        return ByteSearch.holds(":RX", in: line, at: position - 3, to: position)
            || ByteSearch.holds(":TX", in: line, at: position - 3, to: position)
    }

    private static func leadingRing(_ text: ByteRange, in line: Span<UInt8>) -> Int? {
        guard let blank = Text.first(ASCII.space, in: text, of: line), line[blank - 1] == ASCII.closeBracket,
            isRing(text.lowerBound, blank, line)
        else { return nil }
        return blank
    }

    /// Where `max-rate 1200/5000 Bps` begins that ends the text.
    private static func rate(endingAt text: ByteRange, in line: Span<UInt8>) -> Int? {
        guard text.count > 4, ByteSearch.holds(" Bps", in: line, at: text.upperBound - 4, to: text.upperBound) else {
            return nil
        }
        let figures = ByteRange(text.lowerBound, text.upperBound - 4)
        guard let value = lastWord(of: figures, in: line), value < figures.upperBound, ASCII.isDigit(line[value]) else {
            return nil
        }
        let name = Text.trimmed(ByteRange(text.lowerBound, value), of: line)
        guard let start = lastWord(of: name, in: line), name.upperBound - start >= 4,
            ByteSearch.holds("rate", in: line, at: name.upperBound - 4, to: name.upperBound)
        else { return nil }
        return start
    }
}
