// When a fencing means a rival and when it means that this worker was too slow.

import Testing

@testable import Delivery

@Suite struct FencingWatchTests {
    /// What a watch with a window of 60 s says to fencings at these seconds.
    private func verdicts(_ fencings: [(second: Int, isOverdue: Bool)]) -> [Bool] {
        var watch = FencingWatch(window: 60 * .second)
        return fencings.map { watch.isRival(at: Int64($0.second) * .second, isOverdue: $0.isOverdue) }
    }

    @Test func aFirstFencingIsNoRival() {
        #expect(verdicts([(0, false)]) == [false])
    }

    @Test func aSecondFencingWithinTheWindowIsARival() {
        #expect(verdicts([(0, false), (59, false)]) == [false, true])
    }

    @Test func aSecondFencingAfterTheWindowIsNoRival() {
        #expect(verdicts([(0, false), (60, false)]) == [false, false])
    }

    @Test func theWindowStartsWithTheLastFencing() {
        #expect(verdicts([(0, false), (60, false), (70, false)]) == [false, false, true])
    }

    @Test func aFencingOfAnOverdueTransactionIsExplained() {
        #expect(verdicts([(0, true), (1, true), (2, true)]) == [false, false, false])
        #expect(verdicts([(0, true), (1, false)]) == [false, false], "it does not count")
        #expect(
            verdicts([(0, false), (59, true), (61, false)]) == [false, false, false],
            "nor does it extend the window"
        )
    }
}
