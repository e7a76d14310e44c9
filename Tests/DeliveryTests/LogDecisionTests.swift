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
        func place(_ partition: Int32) -> TopicPartition { TopicPartition("in", partition) }
        func offset(_ partition: Int32, _ note: String) -> TopicPartitionOffset {
            TopicPartitionOffset(place(partition), 7, metadata: note)
        }
        #expect(!FirstStart.isLater(place(3), than: []), "the group begins")
        let note = FirstStart.note(of: "in", ["in": 12])
        #expect(note == "partitions=12")
        let first = [offset(0, note), offset(5, note)]
        #expect(!FirstStart.isLater(place(11), than: first))
        #expect(FirstStart.isLater(place(12), than: first))
        let later = FirstStart.note(of: place(12), than: first)
        #expect(FirstStart.isLater(place(13), than: first + [offset(12, later)]))
        #expect(FirstStart.isLater(place(3), than: [offset(0, ""), offset(1, "note=of someone else")]))
    }

    @Test func aTopicThatCameLaterIsToldFromOneWithoutRecords() {
        let counts = ["a": 2, "b": 3, "partitions": 4]
        let first = [TopicPartitionOffset(TopicPartition("a", 1), 7, metadata: FirstStart.note(of: "a", counts))]
        #expect(first[0].metadata == "partitions=2 of:b=3 of:partitions=4")
        for there in [TopicPartition("a", 0), TopicPartition("b", 2), TopicPartition("partitions", 3)] {
            #expect(!FirstStart.isLater(there, than: first), "\(there) was there when the group began")
        }
        for late in [TopicPartition("a", 2), TopicPartition("b", 3), TopicPartition("c", 0)] {
            #expect(FirstStart.isLater(late, than: first), "\(late) was not")
        }
        // Its partitions are placed one after the other, in any order.
        let last = TopicPartition("c", 1)
        let both = first + [TopicPartitionOffset(last, 0, metadata: FirstStart.note(of: last, than: first))]
        #expect(FirstStart.isLater(TopicPartition("c", 0), than: both))
        #expect(!FirstStart.isLater(TopicPartition("b", 0), than: both), "what came later says nothing of the others")
        #expect(FirstStart.isLater(TopicPartition("d", 0), than: both))
    }

    /// Brokers refuse a commit with more than 4096 bytes beside an offset.
    @Test func theNoteFitsBesideAnOffset() {
        let counts = (0..<200).reduce(into: [:]) { $0["topic-with-a-long-name-\($1)"] = 60 }
        let note = FirstStart.note(of: "topic-with-a-long-name-7", counts)
        #expect((2900...4096).contains(note.utf8.count))
        let first = [TopicPartitionOffset(TopicPartition("topic-with-a-long-name-7", 0), 1, metadata: note)]
        #expect(!FirstStart.isLater(TopicPartition("topic-with-a-long-name-0", 59), than: first))
        #expect(FirstStart.isLater(TopicPartition("topic-with-a-long-name-99", 0), than: first), "nothing is skipped")
    }
}
