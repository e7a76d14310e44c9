// Which rules name a text: texts of all lengths, told apart by each of their bytes, in either case where it is of no
// account.

import Testing

@testable import Normalization

@Suite struct ValueIndexTests {
    /// Texts of 1 to 40 bytes, each with a first byte of its own.
    private static let texts = (1...40).map { length in
        String(decoding: (0..<length).map { UInt8(ascii: "0") + UInt8((length + $0 * 7) % 75) }, as: UTF8.self)
    }

    /// The places of the rules that name a text, which stands alone or within a line.
    private func find(_ text: [UInt8], in index: ValueIndex, before: Int = 0, behind: Int = 0) -> RuleSet {
        let line = [UInt8](repeating: 0xFF, count: before) + text + [UInt8](repeating: 0xFF, count: behind)
        return index.rules(naming: ByteRange(before, before + text.count), in: line.span)
    }

    private func index(_ texts: [String], ignoringCase: Bool) -> ValueIndex {
        ValueIndex(texts.map { [NamedValue($0, ignoringCase: ignoringCase)] }, ignoringCase: ignoringCase)
    }

    @Test(arguments: [false, true]) func everyTextIsFoundWhereverItStands(_ ignoringCase: Bool) {
        let index = index(Self.texts, ignoringCase: ignoringCase)
        for (rule, text) in Self.texts.enumerated() {
            for (before, behind) in [(0, 0), (1, 0), (0, 1), (9, 3), (0, 20), (20, 20)] {
                #expect(find(bytes(text), in: index, before: before, behind: behind).first == rule)
            }
        }
    }

    @Test(arguments: [false, true]) func aTextWithAnotherByteIsAnother(_ ignoringCase: Bool) {
        let index = index(Self.texts, ignoringCase: ignoringCase)
        for (rule, text) in Self.texts.enumerated() {
            for offset in bytes(text).indices {
                for bit in 0..<8 {
                    var other = bytes(text)
                    other[offset] ^= 1 << UInt8(bit)
                    let isSame = ignoringCase && bit == 5 && ASCII.isLetter(other[offset])
                    let found = find(other, in: index, behind: 8).first
                    #expect(found == (isSame ? rule : nil), "\(text), bit \(bit) of byte \(offset)")
                }
            }
        }
    }

    @Test func aRuleIsFoundByEachOfItsTextsAndOneWithoutTextsByAll() {
        let named: [[String]?] = [["a", "b"], nil, ["b", "long enough for three words"], []]
        let index = ValueIndex(named.map { $0?.map { NamedValue($0, ignoringCase: false) } })
        #expect(find(bytes("a"), in: index) == RuleSet(rawValue: 0b0011))
        #expect(find(bytes("b"), in: index) == RuleSet(rawValue: 0b0111))
        #expect(find(bytes("long enough for three words"), in: index) == RuleSet(rawValue: 0b0110))
        #expect(find(bytes("long enough for other words"), in: index) == RuleSet(rawValue: 0b0010))
        #expect(find([], in: index) == RuleSet(rawValue: 0b0010))
        #expect(index.askers == RuleSet(rawValue: 0b1101))
    }

    @Test func anIdentifierIsFoundByAllItsBits() {
        let ids = (0..<50).map { UUID(high: 7 &<< $0, low: 9 &<< ($0 / 2)) }
        let index = ValueIndex(ids.map { [NamedValue($0)] })
        for (rule, id) in ids.enumerated() {
            #expect(index.rules(naming: id).first == rule)
            #expect(index.rules(naming: UUID(high: id.high, low: id.low ^ 1 << 63)).isEmpty)
        }
    }
}
