// Where a partition is read on whose position is not in its log, case by case.

import Kafka
import Testing

@testable import Delivery

@Suite struct LogDecisionTests {
    private func decide(
        _ position: Int64?,
        _ log: Watermarks,
        knownEnd: Int64? = nil,
        skipsHistory: Bool = false
    ) -> LogDecision {
        LogDecision(position: position, log: log, knownEnd: knownEnd, skipsHistory: skipsHistory)
    }

    @Test func withoutAnOffsetTheSettingDecides() {
        let log = Watermarks(low: 10, high: 90)
        #expect(decide(nil, log).start == 10)
        #expect(decide(nil, log, skipsHistory: true).start == 90)
        #expect(decide(nil, log).cause == .none)
        #expect(decide(nil, log, knownEnd: 50).gone == nil)
    }

    @Test(arguments: [true, false])
    func recordsThatStillExistAreNeverSkipped(skipsHistory: Bool) {
        let removed = decide(40, Watermarks(low: 60, high: 90), skipsHistory: skipsHistory)
        #expect(removed.cause == .removed)
        #expect(removed.start == 60)
        #expect(removed.gone == 40..<60)
        let replaced = decide(100, Watermarks(low: 0, high: 90), knownEnd: 130, skipsHistory: skipsHistory)
        #expect(replaced.cause == .replaced)
        #expect(replaced.start == 0)
        #expect(replaced.gone == 100..<130)
    }

    @Test func aPositionWithinTheLogIsKept() {
        for position in [Int64(10), 50, 90] {
            let decision = decide(position, Watermarks(low: 10, high: 90), knownEnd: 200, skipsHistory: true)
            #expect(decision.cause == .present)
            #expect(decision.start == position)
            #expect(decision.gone == nil)
        }
    }

    @Test func ofAReplacedLogOnlyWhatWasSeenIsCountedAsGone() {
        #expect(decide(100, Watermarks(low: 0, high: 5)).gone == nil)
        #expect(decide(100, Watermarks(low: 0, high: 5), knownEnd: 100).gone == nil)
        let deleted = LogDecision(afterDeletionAt: 10, log: Watermarks(low: 0, high: 50), knownEnd: 12)
        #expect(deleted.cause == .replaced)
        #expect(deleted.start == 0)
        #expect(deleted.gone == 10..<12)
    }

    @Test func aPartitionThatCameLaterIsToldFromOneWithoutRecords() {
        func offset(_ partition: Int32, _ note: String) -> TopicPartitionOffset {
            TopicPartitionOffset(TopicPartition("in", partition), 7, metadata: note)
        }
        #expect(!FirstStart.isLater(3, than: []), "the group begins")
        let first = [offset(0, FirstStart.note(partitions: 12)), offset(5, FirstStart.note(partitions: 12))]
        #expect(!FirstStart.isLater(11, than: first))
        #expect(FirstStart.isLater(12, than: first))
        #expect(FirstStart.isLater(13, than: first + [offset(12, FirstStart.note(partitions: 13))]))
        #expect(FirstStart.isLater(3, than: [offset(0, ""), offset(1, "note=of someone else")]))
    }
}
