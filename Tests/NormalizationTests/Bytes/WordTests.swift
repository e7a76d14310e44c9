// Reading eight bytes at once against reading them one by one, at every place of short and long texts.

import TestSupport
import Testing

@testable import Normalization

@Suite struct WordTests {
    private static func random(_ generator: inout SeededGenerator, _ alphabet: [UInt8]) -> [UInt8] {
        (0..<Int.random(in: 1...24, using: &generator)).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    }

    @Test func aWordHoldsTheBytesThatStandThere() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<500 {
            let text = WordTests.random(&generator, Array(0...255))
            let offset = Int.random(in: 0..<text.count, using: &generator)
            let count = Int.random(in: 1...min(8, text.count - offset), using: &generator)
            let word = ByteSearch.word(text.span, at: offset, count: count)
            let expected = text[offset..<offset + count].reversed().reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            #expect(word == expected, "\(text) at \(offset), \(count) bytes, seed \(seed)")
        }
    }

    @Test func leadingDigitsAreReadAsOneByOne() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<2000 {
            let text = WordTests.random(&generator, bytes("0123456789012345678901234567890123456789/:.?a\u{FF}"))
            let offset = Int.random(in: 0..<text.count, using: &generator)
            let end = Int.random(in: offset...text.count, using: &generator)
            let digits = text[offset..<end].prefix(8).prefix { (0x30...0x39).contains($0) }
            let expected = digits.reduce(0) { $0 * 10 + Int($1 - 0x30) }
            let read = Text.leadingDigits(text.span, at: offset, to: end)
            #expect(read.count == digits.count && read.value == expected, "\(text) \(offset)..<\(end), seed \(seed)")
        }
    }

    @Test func numbersAreWrittenAsTheyAre() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let edges = (0...8).flatMap { power in
            let limit = (0..<power).reduce(1) { product, _ in product * 10 }
            return [limit - 1, limit, limit + 1]
        }
        let others = (0..<4000).map { _ in Int.random(in: 0..<100_000_000, using: &generator) }
        for value in edges + others + [Int.max] {
            let digits = Int.random(in: 1...10, using: &generator)
            var buffer = OutputBuffer()
            buffer.append(decimal: value, digits: digits)
            let zeros = String(repeating: "0", count: max(0, digits - "\(value)".count))
            #expect(buffer.text == zeros + "\(value)", "\(value) in \(digits) digits, seed \(seed)")
        }
    }

    @Test func bytesOfARangeAreMarked() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<4000 {
            let low = UInt8.random(in: 0..<0x80, using: &generator)
            let high = UInt8.random(in: low..<0x80, using: &generator)
            // Near the edges more often than by chance.
            let near = [low, low &- 1, high, high &+ 1, low | 0x80, high | 0x80]
            let text = (0..<8).map { _ in
                Bool.random(using: &generator)
                    ? UInt8.random(in: 0...0xFF, using: &generator) : near.randomElement(using: &generator) ?? 0
            }
            let marks = ByteSearch.marks(low...high, in: ByteSearch.word(text.span, at: 0))
            let expected = text.reversed().reduce(UInt64(0)) { $0 << 8 | ((low...high).contains($1) ? 0x80 : 0) }
            #expect(marks == expected, "\(text), \(low)...\(high), seed \(seed)")
        }
    }

    @Test(arguments: [
        ("denied", 1), ("denied by ACL", 2), ("Deny", 0), ("deny", nil), ("denied by ACM", nil), ("", nil),
        ("den", nil),
    ])
    func anIndexFindsWholeWordsOnly(_ text: String, _ expected: Int?) {
        let index = WordIndex(["Deny", "denied", "denied by ACL"])
        let line = bytes(text)
        #expect(index.first(ByteRange(0, line.count), in: line.span) == expected)
    }
}
