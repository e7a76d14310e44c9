// Finds `%ASA-6-113005` in a line: product, level, number. Everything before it is header, everything
// after it is text. Forgives what relays and releases do to it. Pure.

/// The message tag of a line.
struct ASATag: Equatable {
    /// `ASA`, `FTD`, `PIX`, `FWSM` or `NGIPS`.
    var product: ByteRange
    /// The level digit; nil if the tag has none.
    var level: UInt8?
    /// Cisco's number.
    var id: Int32
    /// All of it, percent sign included.
    private var place: ByteRange

    private init(product: ByteRange, level: UInt8?, id: Int, start: Int, end: Int) {
        self.product = product
        self.level = level
        self.id = Int32(truncatingIfNeeded: id)
        place = ByteRange(start, end)
    }

    /// Offset of the tag's first byte, percent sign included.
    @inline(__always)
    var start: Int { place.lowerBound }
    /// Offset just past the number.
    @inline(__always)
    var end: Int { place.upperBound }

    /// Whether the line prints it as product, level and number, with nothing else among them.
    ///
    /// Each of them has a dash before it, so that the length tells.
    @inline(__always)
    var isCanonical: Bool { level != nil && end &- product.upperBound == (ASATag.isLong(id) ? 10 : 9) }

    /// Whether a number has seven digits.
    @inline(__always)
    private static func isLong(_ id: Int32) -> Bool { id > 999_999 }

    static let products: [StaticString] = ["ASA", "FTD", "PIX", "FWSM", "NGIPS"]

    /// The tag of the message that `line[..<end]` holds: the first, unless that one stands in structured data and
    /// another behind it.
    @inline(__always)
    static func ofMessage(_ line: Span<UInt8>, to end: Int) -> ASATag? {
        guard let tag = find(in: line, from: 0, to: end) else { return nil }
        guard let after = StructuredData.end(around: tag.start, in: line) else { return tag }
        return find(in: line, from: min(after, end), to: end) ?? tag
    }

    /// The tag that stands at `start` with a percent sign, if it has the form of nearly all; the message's may be
    /// another.
    @inline(__always)
    static func common(in line: Span<UInt8>, at start: Int, to end: Int) -> ASATag? {
        guard start < end, line[start] == ASCII.percent else { return nil }
        return parseCommon(line, start &+ 1, end, start: start)
    }

    /// Whether nothing before a tag with a percent sign at `start` depends on what stands behind that: if one that
    /// stands there is the message's, any is.
    @inline(__always)
    static func standsApart(at start: Int, in line: Span<UInt8>) -> Bool {
        line[start] == ASCII.percent && ByteSearch.first(ASCII.percent, in: line, from: 0, to: start) == nil
            && StructuredData.start(before: start, in: line) == nil
    }

    /// Whether a tag with a percent sign at `start` is the message's, since no other begins before it.
    @inline(__always)
    static func isFirst(at start: Int, in line: Span<UInt8>) -> Bool {
        standsApart(at: start, in: line) && ByteSearch.first(ASCII.dash, in: line, from: 0, to: start) == nil
    }

    /// The first tag in `line[from..<end]`; near the beginning, one with a percent sign goes before one without, unless
    /// that has the colon which a text follows.
    static func find(in line: Span<UInt8>, from: Int, to end: Int) -> ASATag? {
        var position = from
        while let percent = ByteSearch.first(ASCII.percent, in: line, from: position, to: end) {
            if let tag = parse(line, percent + 1, end, start: percent) {
                guard ByteSearch.first(ASCII.dash, in: line, from: from, to: percent) != nil,
                    let bare = bare(in: line, from: from, to: percent)
                else { return tag }
                return percent - from > longestHeader || line[bare.end] == ASCII.colon ? bare : tag
            }
            position = percent + 1
        }
        return bare(in: line, from: from, to: end)
    }

    /// Most bytes before a tag that are a header: where more stand there, another tag may be among them whose percent
    /// sign is lost.
    private static let longestHeader = 48

    /// The first tag without a percent sign in `line[from..<end]`.
    private static func bare(in line: Span<UInt8>, from: Int, to end: Int) -> ASATag? {
        var position = from
        while let dash = ByteSearch.first(ASCII.dash, in: line, from: position, to: end) {
            var start = dash
            while start > from, ASCII.isLetter(line[start - 1]), dash - start < 6 { start -= 1 }
            let isWord = start > from && (ASCII.isDigit(line[start - 1]) || line[start - 1] == ASCII.dash)
            if start < dash, !isWord, let tag = parse(line, start, end, start: start) { return tag }
            position = dash + 1
        }
        return nil
    }

    /// Reads a tag whose product starts at `offset`.
    static func parse(_ line: Span<UInt8>, _ offset: Int, _ end: Int, start: Int) -> ASATag? {
        parseCommon(line, offset, end, start: start) ?? parseAny(line, offset, end, start: start)
    }

    /// `ASA-`, nothing for the level, a dash, and nothing for the two digits behind it; the first byte least
    /// significant.
    private static let beginning: UInt64 = 0x0000_2D00_2D41_5341

    /// Reads `ASA-6-113005` with two more bytes behind it, which nearly all tags are.
    @inline(__always)
    private static func parseCommon(_ line: Span<UInt8>, _ offset: Int, _ end: Int, start: Int) -> ASATag? {
        guard offset <= end &- 14 else { return nil }
        let word = ByteSearch.word(line, at: offset)
        let level = UInt8(truncatingIfNeeded: word >> 32) &- ASCII.zero
        guard word & 0x0000_FF00_FFFF_FFFF == beginning, level < 10 else { return nil }
        let rest = ByteSearch.word(line, at: offset &+ 6)
        guard let id = Text.sixDigits(rest), !isPart(UInt8(truncatingIfNeeded: rest >> 48)) else { return nil }
        return ASATag(
            product: ByteRange(offset, offset &+ 3),
            level: level,
            id: id,
            start: start,
            end: offset &+ 12
        )
    }

    private static func parseAny(_ line: Span<UInt8>, _ offset: Int, _ end: Int, start: Int) -> ASATag? {
        for product in products where ByteSearch.holds(product, in: line, at: offset, to: end) {
            let afterProduct = offset + product.utf8CodeUnitCount
            var tag = ASATag(product: ByteRange(offset, afterProduct), level: nil, id: 0, start: start, end: 0)
            return tag.readRest(line, afterProduct, end) ? tag : nil
        }
        return nil
    }

    /// Reads `-[class-]level-[infix-]number`; the parts may be empty.
    private mutating func readRest(_ line: Span<UInt8>, _ offset: Int, _ end: Int) -> Bool {
        var position = offset
        for _ in 0..<6 {
            // `%FTD<Up>-4-313005`: a word in angle brackets may stand before a dash, too.
            if position < end, line[position] == ASCII.lessThan,
                let close = ByteSearch.first(ASCII.greaterThan, in: line, from: position, to: min(end, position + 24))
            {
                position = close + 1
            }
            guard position < end, line[position] == ASCII.dash else { return false }
            position += 1
            let part = position
            while position < end, position - part < 24, ASATag.isPart(line[position]) { position += 1 }
            switch Text.number(ByteRange(part, position), in: line, limit: Int(Message.greatestID)) {
            case .some(let number) where position - part == (ASATag.isLong(Int32(number)) ? 7 : 6):
                id = Int32(number)
                place = ByteRange(start, position)
                return true
            case .some(let number) where position - part == 1 && level == nil: level = UInt8(number)
            case .some: return false
            case .none: break
            }
        }
        return false
    }

    @inline(__always)
    private static func isPart(_ byte: UInt8) -> Bool {
        ASCII.isLetter(byte) || ASCII.isDigit(byte) || byte == UInt8(ascii: "_")
    }
}
