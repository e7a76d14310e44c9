// Reading dotted quads a word at a time, against reading them digit by digit.

import TestSupport
import Testing

@testable import Normalization

@Suite struct IPv4AddressTests {
    /// The address at the beginning of a text and its length, read digit by digit; nil if none stands there.
    private func slowly(_ text: ArraySlice<UInt8>) -> (bits: UInt32, length: Int, isPlain: Bool)? {
        var bits: UInt32 = 0
        var rest = text
        var isPlain = true
        for part in 0..<4 {
            if part > 0, rest.popFirst() != ASCII.dot { return nil }
            let digits = rest.prefix { ASCII.isDigit($0) }
            let value = digits.prefix(4).reduce(0) { $0 * 10 + Int($1 - ASCII.zero) }
            guard (1...3).contains(digits.count), value <= 255 else { return nil }
            if digits.count > 1, digits.first == ASCII.zero { isPlain = false }
            bits = bits << 8 | UInt32(value)
            rest = rest.dropFirst(digits.count)
        }
        return (bits, text.count - rest.count, isPlain)
    }

    @Test func readsWhatOneByOneGives() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let numbers = ["0", "00", "1", "9", "10", "99", "100", "007", "255", "256", "300", "1000", ""]
        var readings = 0
        for _ in 0..<20_000 {
            var text = (0..<Int.random(in: 3...5, using: &generator)).map { _ in
                Int.random(in: 0...3, using: &generator) > 0
                    ? "\(UInt8.random(in: 0...255, using: &generator))" : numbers.randomElement(using: &generator) ?? ""
            }.joined(separator: ".")
            text += ["", "", "/443", " ", ".", "x", "\u{E9}", ")"].randomElement(using: &generator) ?? ""
            let line = bytes(String(repeating: "1", count: Int.random(in: 0...3, using: &generator)) + text)
            let start = line.count - text.utf8.count
            let end = Int.random(in: max(start, line.count - 3)...line.count, using: &generator)
            var position = start
            let address = IPv4Address.take(&position, end, line.span)
            let expected = slowly(line[start..<end])
            #expect((address?.bits) == expected?.bits, "'\(text)' to \(end - start), seed \(seed)")
            guard let address, let expected else { continue }
            readings += 1
            let range = ByteRange(start, start + expected.length)
            #expect(
                position == range.upperBound && address.text == (expected.isPlain ? range : .absent),
                "'\(text)', seed \(seed)"
            )
        }
        #expect(readings > 2000)
    }

    @Test(arguments: [
        ("192.0.2.1", "192.0.2.1"), ("192.000.02.1", "192.0.2.1"), ("255.255.255.255", "255.255.255.255"),
        ("0.0.0.0", "0.0.0.0"),
    ])
    func isWrittenWithoutLeadingZeros(_ printed: String, _ form: String) throws {
        let line = bytes(printed)
        var position = 0
        let address = try #require(IPv4Address.take(&position, line.count, line.span))
        #expect(written(.v4(address), of: line) == form)
        #expect(written(.v4(IPv4Address(address.bits))) == form)
    }
}
