// Users and domains: `DOMAIN\user` is taken apart, `user@domain` is a user as it stands. Takes a slice of the line,
// returns slices. Pure.

/// A user as printed, taken apart.
struct UserName {
    /// The user alone; empty if none.
    var user: ByteRange
    /// The part before the last backslash that stands next to the user; empty if none.
    var domain: ByteRange

    /// Takes `DOMAIN\user` apart at the last backslash; quotes and brackets around it are not part of it.
    init(_ range: ByteRange, in line: Span<UInt8>) {
        let name = UserName.bare(range, in: line)
        guard let last = Text.last(ASCII.backslash, in: name, of: line) else {
            user = name
            domain = ByteRange.absent
            return
        }
        user = Text.trimmed(ByteRange(last + 1, name.upperBound), of: line)
        var domainEnd = last
        while domainEnd > name.lowerBound, line[domainEnd - 1] == ASCII.backslash { domainEnd -= 1 }
        var before = ByteRange(name.lowerBound, domainEnd)
        if let earlier = Text.last(ASCII.backslash, in: before, of: line) { before.start = Int32(earlier + 1) }
        domain = Text.trimmed(before, of: line)
    }

    /// Most pairs around a name that are taken away: more than that are part of it.
    private static let mostPairs = 8

    /// The range without outer blanks and without the matching pairs of quotes or brackets around it.
    static func bare(_ range: ByteRange, in line: Span<UInt8>) -> ByteRange {
        if Text.isWordAtBothEnds(range, in: line) { return range }
        var text = Text.trimmed(range, of: line)
        for _ in 0..<mostPairs {
            guard text.count >= 2, isPair(line[text.lowerBound], line[text.upperBound - 1]), !isTwo(text, in: line)
            else { break }
            text = Text.trimmed(ByteRange(text.lowerBound + 1, text.upperBound - 1), of: line)
        }
        return text
    }

    /// The range without outer blanks and without the full stops that end a sentence.
    ///
    /// In front of a comma or a colon, and between quotes or brackets, no sentence ends: `<Example Ltd.>` is a name
    /// with a full stop.
    static func withoutFullStop(_ range: ByteRange, in line: Span<UInt8>) -> ByteRange {
        if range.isEmpty || Text.isWordAtBothEnds(range, in: line) { return range }
        let name = Text.trimmed(range, of: line)
        return isInside(name, of: line) ? name : Text.withoutFullStop(name, of: line)
    }

    private static func isInside(_ name: ByteRange, of line: Span<UInt8>) -> Bool {
        guard name.lowerBound > 0, name.upperBound < line.count else { return false }
        let next = line[name.upperBound]
        return next == ASCII.comma || next == ASCII.colon || isPair(line[name.lowerBound - 1], next)
    }

    /// The range without outer blanks and without the bracket that opens it and that nothing closes, since the text is
    /// cut off; nil if there is no such bracket.
    static func cutOff(_ range: ByteRange, in line: Span<UInt8>) -> ByteRange? {
        let text = Text.trimmed(range, of: line)
        guard !text.isEmpty, line[text.lowerBound] == ASCII.lessThan,
            Text.first(ASCII.greaterThan, in: text, of: line) == nil
        else { return nil }
        return Text.trimmed(ByteRange(text.lowerBound + 1, text.upperBound), of: line)
    }

    /// `<b>kim</b>`: the bracket that opens the text is closed before its end.
    private static func isTwo(_ text: ByteRange, in line: Span<UInt8>) -> Bool {
        guard line[text.lowerBound] == ASCII.lessThan else { return false }
        var depth = 0
        for index in text.lowerBound..<text.upperBound - 1 {
            if line[index] == ASCII.lessThan { depth += 1 }
            if line[index] == ASCII.greaterThan { depth -= 1 }
            if depth == 0 { return true }
        }
        return false
    }

    private static func isPair(_ open: UInt8, _ close: UInt8) -> Bool {
        switch open {
        case ASCII.quote, ASCII.apostrophe: close == open
        case ASCII.lessThan: close == ASCII.greaterThan
        case ASCII.openBracket: close == ASCII.closeBracket
        case ASCII.openParenthesis: close == ASCII.closeParenthesis
        default: false
        }
    }
}
