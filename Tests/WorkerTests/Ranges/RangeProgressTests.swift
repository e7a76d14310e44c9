// The account of a range: what is committed with each batch adds up, also where offsets hold no record or are gone.

import Kafka
import Testing

@testable import Worker

@Suite struct RangeProgressTests {
    private let partition = TopicPartition("topic", 3)

    private func counts(events: Int = 0, dead: Int = 0, null: Int = 0) -> PartitionCounts {
        var counts = PartitionCounts()
        (counts.events, counts.deadLetters, counts.tombstones) = (events, dead, null)
        counts.read = events + dead + null
        return counts
    }

    @Test func theNoteIsReadAsItWasWritten() {
        var progress = RangeProgress(plan: 1_795_771_458_716, next: 10)
        progress.advance(to: 25, counts(events: 5, dead: 2, null: 1), removed: 3)
        #expect(progress.note == "plan=1795771458716 events=5 dead=2 null=1 vacant=4 removed=3")
        #expect(progress.total == 15)
        #expect(RangeProgress(TopicPartitionOffset(partition, 25, metadata: progress.note)) == progress)
    }

    @Test(arguments: ["", "something else", "events=5", "plan=", "plan=x events=1"])
    func anOffsetOfSomethingElseIsNoProgress(_ note: String) {
        #expect(RangeProgress(TopicPartitionOffset(partition, 25, metadata: note)) == nil)
    }

    @Test func theEndIsCommittedOnceAndWithAllThatIsBeforeIt() {
        var range = ClaimedRange(partition, end: 20, RangeProgress(plan: 1, next: 10))
        range.reachEnd()
        // A part of what was handed out ends where it ends, all of it at the end of the range.
        #expect(range.progress(to: 13, isWhole: false, counts(events: 3)).next == 13)
        let all = range.progress(to: 15, isWhole: true, counts(events: 4, dead: 1))
        #expect(all.next == 20 && all.vacant == 5 && all.total == 10)
        #expect(range.hasNewEnd && !range.isDone)
        range.book(all)
        #expect(!range.hasNewEnd && range.isDone)
        #expect(!ClaimedRange(partition, end: 20, all).hasNewEnd)
    }

    @Test func whatRetentionHasRemovedIsToldApartFromWhatHoldsNoRecord() {
        var range = ClaimedRange(partition, end: 20, RangeProgress(plan: 1, next: 10))
        range.skip(to: 14)
        #expect(range.position == 14 && !range.isRead)
        let some = range.progress(to: 18, isWhole: true, counts(events: 3))
        #expect(some.removed == 4 && some.vacant == 1 && some.total == 8)
        range.book(some)
        #expect(range.position == 18)
        range.skip(to: 99)
        #expect(range.position == 20 && range.isRead)
        let rest = range.progress(to: nil, isWhole: true, counts())
        #expect(rest.removed == 6 && rest.next == 20 && rest.total == 10)
    }
}
