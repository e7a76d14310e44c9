// The buffer against an array that grows: every append, over the border of its capacity, and what clearing keeps.

import TestSupport
import Testing

@testable import Normalization

@Suite struct OutputBufferTests {
    @Test func holdsWhatWasAppendedAtAnyCapacity() {
        let seed = UInt64.random(in: 0...UInt64.max)
        var generator = SeededGenerator(seed: seed)
        var buffer = OutputBuffer(capacity: 1)
        var expected: [UInt8] = []
        for _ in 0..<2000 {
            switch Int.random(in: 0...4, using: &generator) {
            case 0:
                let byte = UInt8.random(in: 0...255, using: &generator)
                buffer.append(byte)
                expected.append(byte)
            case 1:
                let piece = (0..<Int.random(in: 0...300, using: &generator)).map { _ in
                    UInt8.random(in: 0...255, using: &generator)
                }
                let start = Int.random(in: 0...piece.count, using: &generator)
                buffer.write(atMost: piece.count) { $0.append(piece.span, start, piece.count) }
                expected += piece[start...]
            case 2:
                buffer.append("constant")
                expected += bytes("constant")
            case 3:
                let number = Int.random(in: 0...Int.max, using: &generator)
                buffer.append(decimal: number)
                expected += bytes("\(number)")
            default:
                if Int.random(in: 0...50, using: &generator) == 0 {
                    buffer.removeAll()
                    expected = []
                }
            }
            #expect(buffer.count == expected.count, "seed \(seed)")
        }
        let held = buffer.withBytes { span in span.indices.map { span[$0] } }
        #expect(held == expected, "seed \(seed)")
    }

    @Test(arguments: [
        (0, 1, "0"), (7, 2, "07"), (42, 2, "42"), (42, 6, "000042"), (113_005, 6, "113005"), (1_000_000, 6, "1000000"),
        (Int.max, 1, "9223372036854775807"),
    ])
    func decimalsHaveAtLeastTheirDigits(_ value: Int, _ digits: Int, _ printed: String) {
        var buffer = OutputBuffer()
        buffer.append(decimal: value, digits: digits)
        #expect(buffer.text == printed)
    }

    @Test func anEmptyPieceAddsNothing() {
        var buffer = OutputBuffer()
        let line = bytes("abc")
        buffer.write(atMost: 0) {
            $0.append(line.span, 2, 2)
            $0.append(line.span, 3, 1)
        }
        #expect(buffer.count == 0)
    }
}
