// The forgiving form of a text, and the way back from it to the bytes of the line.

import TestSupport
import Testing

@testable import Normalization

@Suite struct FoldingTests {
    private func fold(_ text: String) -> String {
        let line = bytes(text)
        var folded = FoldedText()
        folded.fold(line.span, from: 0, to: line.count)
        return String(decoding: folded.bytes, as: UTF8.self)
    }

    @Test(arguments: [
        ("Group <Dev> User <john>", "group dev user john"),
        ("GROUP  Dev\t User john ", "group dev user john"),
        ("reason = AAA failure : server = x", "reason=aaa failure:server=x"),
        ("reason=AAA failure:server=x", "reason=aaa failure:server=x"),
        ("a , b", "a,b"), ("user 'x' \"y\"", "user x y"), ("  a", "a"), ("a  ", "a"), ("", ""), (" ", ""), ("<>", ""),
        ("' '", ""),
        ("address ::1", "address ::1"), ("address : :1", "address::1"), ("x :1", "x :1"), ("a :", "a:"),
        ("a: b", "a:b"), ("ÄÖ", "ÄÖ"),
    ])
    func blanksCaseQuotesAndBracketsAreForgiven(_ printed: String, _ folded: String) {
        #expect(fold(printed) == folded)
    }

    @Test func aLiteralKeepsItsOuterBlanks() {
        #expect(String(decoding: Folding.fold(bytes(" on  Interface ")), as: UTF8.self) == " on interface ")
        #expect(String(decoding: Folding.fold(bytes(", to ")), as: UTF8.self) == ",to ")
    }

    @Test func rangesLeadBackToTheLine() {
        let line = bytes("Group <Dev>  User <John.Doe>  ended")
        var folded = FoldedText()
        folded.fold(line.span, from: 0, to: line.count)
        #expect(String(decoding: folded.bytes, as: UTF8.self) == "group dev user john.doe ended")
        #expect(text(folded.original(ByteRange(6, 9), lineEnd: line.count), of: line) == "Dev")
        #expect(text(folded.original(ByteRange(15, 23), lineEnd: line.count), of: line) == "John.Doe")
        #expect(text(folded.original(ByteRange(29, 29), lineEnd: line.count), of: line) == "")
        #expect(!folded.original(.absent, lineEnd: line.count).isPresent)
    }

    /// A folded text is never longer, and every byte of it comes from where it says.
    @Test func foldingNeverGrowsAndLeadsBack() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        let alphabet = bytes("aB9 :,=<>'\"\t.-")
        for _ in 0..<3000 {
            let line = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
                alphabet.randomElement(using: &generator) ?? 0
            }
            var folded = FoldedText()
            folded.fold(line.span, from: 0, to: line.count)
            #expect(folded.bytes.count <= line.count, "seed \(seed)")
            for index in folded.bytes.indices {
                let origin = folded.original(ByteRange(index, index + 1), lineEnd: line.count)
                let byte = line[origin.lowerBound]
                let isSame = ASCII.lowercased(byte) == folded.bytes[index]
                #expect(isSame || (ASCII.isBlank(byte) && folded.bytes[index] == ASCII.space), "seed \(seed)")
            }
        }
    }
}
