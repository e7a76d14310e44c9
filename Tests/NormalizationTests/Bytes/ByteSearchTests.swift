// Finding bytes against three-line oracles, over random texts of few letters, so that near misses are common.

import TestSupport
import Testing

@testable import Normalization

@Suite struct ByteSearchTests {
    @Test func findsWhatAPlainLoopFinds() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        for _ in 0..<4000 {
            let count = Int.random(in: 0...40, using: &generator)
            let text = (0..<count).map { _ in UInt8.random(in: 97...99, using: &generator) }
            let needle = UInt8.random(in: 97...100, using: &generator)
            let start = Int.random(in: 0...count, using: &generator)
            let end = Int.random(in: start...count, using: &generator)
            let last = ByteSearch.last(needle, in: text.span, from: start, to: end)
            let first = ByteSearch.first(needle, in: text.span, from: start, to: end)
            #expect(last == text[start..<end].lastIndex(of: needle), "seed \(seed)")
            #expect(first == text[start..<end].firstIndex(of: needle), "seed \(seed)")
        }
    }

    @Test func aLiteralStandsWhereAllItsBytesDo() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var standing = 0
        for _ in 0..<4000 {
            let text = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
                UInt8.random(in: 97...98, using: &generator)
            }
            let offset = Int.random(in: 0...text.count, using: &generator)
            let end = Int.random(in: offset...text.count, using: &generator)
            // A piece of the text itself, now and then with one byte changed: from shorter than a word to longer than
            // two.
            var wording = Array(text[offset...].prefix(Int.random(in: 1...20, using: &generator)))
            if wording.isEmpty { wording = [97] }
            if Bool.random(using: &generator) { wording[Int.random(in: wording.indices, using: &generator)] = 97 }
            let pool = [0, 0] + wording + [0]
            let literal = Literal(ByteRange(2, 2 + wording.count), in: pool.span)
            let stands = literal.stands(in: text.span, at: offset, to: end, pool.span)
            let expected = Array(text[offset..<end].prefix(wording.count)) == wording
            standing += stands ? 1 : 0
            #expect(stands == expected, "\(wording) in \(text)[\(offset)..<\(end)], seed \(seed)")
        }
        #expect(standing > 100)
    }

    @Test(arguments: [
        ("Deny tcp", 0, 8, true), ("xDeny", 1, 5, true), ("deny tcp", 0, 8, false), ("Den", 0, 3, false),
        ("Deny", 0, 3, false),
        ("Deny", 1, 4, false), ("Deny", -1, 4, false), ("Deny", 0, 9, false), ("", 0, 0, false),
    ])
    func aWordStandsWholeInsideTheBounds(_ printed: String, _ offset: Int, _ end: Int, _ holds: Bool) {
        let line = bytes(printed)
        let found = ByteSearch.holds("Deny", in: line.span, at: offset, to: end)
        #expect(found == holds)
    }

    @Test(arguments: [
        ("DENY", true), ("deny", true), ("DeNy", true), ("den", false), ("d\u{45}n\u{79}", true), ("dEn9", false),
    ])
    func letterCaseIsForgivenOnlyWhereAsked(_ printed: String, _ holds: Bool) {
        let line = bytes(printed)
        let found = ByteSearch.holdsIgnoringCase("deny", in: line.span, at: 0, to: line.count)
        #expect(found == holds)
    }

    @Test func onlyLettersHaveALowerCase() {
        for byte in UInt8.min...UInt8.max {
            let isUpper = (0x41...0x5A).contains(byte)
            #expect(ASCII.lowercased(byte) == (isUpper ? byte + 0x20 : byte))
            #expect(ASCII.isLetter(byte) == (isUpper || (0x61...0x7A).contains(byte)))
            #expect(ASCII.isDigit(byte) == (0x30...0x39).contains(byte))
            #expect(ASCII.hexValue(byte) == Character(Unicode.Scalar(byte)).hexDigitValue.map(UInt8.init))
        }
    }
}

@Suite struct TextTests {
    @Test(arguments: [
        ("  a b \t", "a b", "a b"), ("reason.", "reason.", "reason"), ("reason. .", "reason. .", "reason"),
        ("...", "...", ""), ("", "", ""),
        (" \t ", "", ""), ("a.b", "a.b", "a.b"), (".a", ".a", ".a"),
    ])
    func blanksAndClosingStopsAreTrimmed(_ printed: String, _ trimmed: String, _ withoutStop: String) {
        let line = bytes(printed)
        #expect(text(Text.trimmed(whole(line), of: line.span), of: line) == trimmed)
        #expect(text(Text.withoutFullStop(whole(line), of: line.span), of: line) == withoutStop)
    }

    @Test(
        arguments: [
            ("0", 0), ("65535", 65535), ("65536", nil), ("", nil), ("-1", nil), ("1 ", nil), ("000000001", 1),
            ("0000000001", nil), ("1a", nil),
        ] as [(String, Int?)]
    )
    func numbersAreDigitsUpToALimit(_ printed: String, _ number: Int?) {
        let line = bytes(printed)
        #expect(Text.number(whole(line), in: line.span) == number)
    }
}
