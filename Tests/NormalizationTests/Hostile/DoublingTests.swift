// How much work a hostile line makes: twice the line, at most 2.3 times the bytes looked at. Counted, not timed (Work),
// so that the machine has no say in it. Every piece in short lines, and some of the dearest up to the longest;
// `.ci/doubling` takes every piece to longer lines.

import Testing

@testable import Normalization

@Suite struct DoublingTests {
    private static func normalizer() -> Normalizer {
        Normalizer(catalogue: standardCatalogue, settings: HostileLine.settings)
    }

    @Test(arguments: HostileLine.frames.indices)
    func twiceTheLineIsTwiceTheWork(_ frame: Int) {
        var normalizer = Self.normalizer()
        let (beginning, ending) = HostileLine.frames[frame]
        for piece in HostileLine.pieces {
            check(HostileLine(beginning: beginning, piece: piece, ending: ending), [1024, 2048], &normalizer)
        }
    }

    @Test func twiceAWordingOfTheCatalogueIsTwiceTheWork() {
        var normalizer = Self.normalizer()
        for line in HostileLine.worded { check(line, [1024, 2048], &normalizer) }
    }

    @Test(arguments: ["<", "IP=", "> IP <", " : user IP = ", "(user=", "\\u005c", "{\"a\":\"", "/> IP <1> "])
    func theLongestLinesMakeNoMore(_ piece: String) {
        var normalizer = Self.normalizer()
        for beginning in [
            "%ASA-6-999999: User <a ", "%ASA-6-113039: Group <a> User <",
            "%ASA-6-106102: access-list a permitted tcp for user ", "{\"message\":\"%ASA-6-113039: Group <a> User <",
        ] {
            check(HostileLine(beginning: beginning, piece: Array(piece.utf8)), HostileLine.sizes, &normalizer)
        }
    }

    @Test func recordsInRecordsAreOpenedAFewTimes() {
        var normalizer = Self.normalizer()
        for depth in [2, 6, 10, 14] {
            let line = HostileLine.nested(depth)
            #expect(HostileLine.work(line, &normalizer) < 64 * line.count, "\(depth) records")
        }
    }

    private func check(_ line: HostileLine, _ sizes: [Int], _ normalizer: inout Normalizer) {
        var before: Int?
        for size in sizes {
            let count = HostileLine.work(line.bytes(size), &normalizer)
            if let first = before, Double(count) >= HostileLine.linear * Double(first) {
                // What looks at a bounded number of places grows faster until there are so many.
                if size <= 2048 { return check(line, [16_384, 32_768], &normalizer) }
                Issue.record("\(line.text) \(size): \(first) to \(count)")
            }
            before = count
        }
    }
}
