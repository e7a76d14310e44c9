// Which records a share holds: so many of them, spread, and the same ones each time.

import Testing

@testable import Normalization

@Suite struct ShareTests {
    private func offsets(_ share: Share, partition: Int32) -> [Int64] {
        (0..<20_000).filter { offset in
            share.holds(RecordPosition(namespace: 0x35AE_BC79_A74F, partition: partition, offset: offset).eventID)
        }
    }

    @Test(arguments: [("1/2", 10_000), ("1/10", 2000), ("1/100", 200)])
    func holdsAsManyAsItSaysAndOfEveryStretch(_ text: String, _ expected: Int) throws {
        let share = try #require(Share(text))
        for partition in Int32(0)..<4 {
            let chosen = offsets(share, partition: partition)
            #expect(abs(chosen.count - expected) < expected / 3, "\(chosen.count)")
            #expect(chosen == offsets(share, partition: partition))
            for start in stride(from: Int64(0), to: 20_000, by: 2000) {
                #expect(chosen.contains { (start..<start + 2000).contains($0) }, "\(start)")
            }
        }
        #expect(offsets(share, partition: 0) != offsets(share, partition: 1))
    }

    @Test func allIsAll() {
        #expect(offsets(.all, partition: 0).count == 20_000)
        #expect(Share("1/1") == .all)
        #expect(Share("1/100").map { "\($0)" } == "1/100")
    }

    @Test(arguments: ["", "1/", "1/0", "1/-3", "1/+5", "2/3", "100", "0.01", "1/x", "1/99999999999999999999"])
    func otherTextsAreNoShare(_ text: String) { #expect(Share(text) == nil) }

    /// Workers of different versions have to agree, so that the texts are told one by one.
    @Test func aTextIsHeldWhereverItStandsAndInEitherCase() throws {
        let share = try #require(Share("1/2"))
        let text = Array("Field Staff\\Ä[Z@a`z{é}0".utf8)
        var held = ""
        for count in 1...text.count {
            let isHeld = share.holds(ByteRange(0, count), in: text.span)
            held += isHeld ? "1" : "0"
            for other in [text.map(ASCII.lowercased), text.map { ASCII.isLetter($0) ? $0 & ~0x20 : $0 }] {
                let line = [0xFF] + other.prefix(count)
                #expect(share.holds(ByteRange(1, count + 1), in: line.span) == isHeld, "\(count)")
            }
        }
        #expect(held == "0000111110111010101011111")
    }
}
