// The account of a range: what is committed with each batch adds up, also where offsets hold no record or are gone.

import Kafka
import Testing

@testable import Worker

@Suite struct ReplayStepTests {
    private static let partition = TopicPartition("topic", 3)

    private static func counts(
        events: Int = 0,
        dead: Int = 0,
        dropped: Int = 0,
        null: Int = 0,
        next: Int64 = 0
    ) -> PartitionCounts {
        var counts = PartitionCounts()
        counts.next = next
        (counts.events, counts.deadLetters, counts.tombstones) = (events, dead, null)
        counts.dropped = dropped
        counts.read = events + dead + dropped + null
        return counts
    }

    /// A range of the offsets 10 to 20 before anything of it is done.
    private static func range() -> AssignedRange {
        var range = AssignedRange(end: 20)
        range.step = ReplayStep(plan: 1, of: 7, partition: 3, from: 10, to: 20)
        return range
    }

    @Test func theNoteIsReadAsItWasWritten() throws {
        var step = ReplayStep(plan: 1_795_771_458_716, of: 7, partition: 3, from: 10, to: 30)
        step.advance(to: 25, Self.counts(events: 4, dead: 2, dropped: 1, null: 1), removed: 3)
        let note = "plan=1795771458716 command=7 from=10 to=30 events=4 dead=2 dropped=1 null=1 vacant=4 removed=3"
        #expect(step.note == note)
        #expect(step.account.total == 15 && step.done == 15 && step.count == 20)
        #expect(ReplayStep(step.entry(in: "topic")) == step)
    }

    @Test(arguments: [
        "", "something else", "events=5", "plan=1 command=2 to=5", "plan=1 from=0 to=9", "plan=x command=2 from=0 to=9",
    ])
    func anOffsetOfSomethingElseIsNoStep(_ note: String) {
        #expect(ReplayStep(TopicPartitionOffset(Self.partition, 25, metadata: note)) == nil)
    }

    @Test func theEndIsCommittedOnceAndWithAllThatIsBeforeIt() throws {
        var range = Self.range()
        range.isRead = true
        // A part of what was handed out ends where it ends, all of it at the end of the range.
        #expect(range.step(after: Self.counts(events: 3, next: 13), isWhole: false)?.next == 13)
        let all = try #require(range.step(after: Self.counts(events: 4, dead: 1, next: 15), isWhole: true))
        #expect(all.next == 20 && all.account.vacant == 5 && all.account.total == 10 && all.isDone)
        range.book(all)
        #expect(range.step(after: nil, isWhole: true) == nil)
    }

    @Test func whatRetentionHasRemovedIsToldApartFromWhatHoldsNoRecord() throws {
        var range = Self.range()
        range.skip(to: 14)
        #expect(!range.isRead && range.step(after: nil, isWhole: true) == nil)
        let some = try #require(range.step(after: Self.counts(events: 3, next: 18), isWhole: true))
        #expect(some.account.removed == 4 && some.account.vacant == 1 && some.account.total == 8)
        range.book(some)
        range.skip(to: 99)
        #expect(range.isRead)
        let rest = try #require(range.step(after: nil, isWhole: true))
        #expect(rest.account.removed == 6 && rest.next == 20 && rest.account.total == 10)
    }

    @Test func beforeTheGroupHasSaidHowFarItIsNothingIsCommitted() {
        var range = AssignedRange(end: 20)
        range.isRead = true
        #expect(range.step(after: Self.counts(events: 5, next: 15), isWhole: true) == nil)
    }
}

@Suite struct PartitionCountsTests {
    @Test func recordsThatAreToldToBeGoneAgainAreCountedOnce() {
        var counts = PartitionCounts()
        for gone: Range<Int64> in [5..<10, 5..<12, 20..<22] { counts.lose(gone) }
        #expect(counts.gone == 9 && counts.lastGone == 20..<22)
    }
}

@Suite struct AssignmentTests {
    private let partition = TopicPartition("asa.raw", 0)

    private func assignment(_ plan: ReplayPlan) -> Assignment {
        var configuration = WorkerConfiguration()
        configuration.plan = plan
        return Assignment(configuration)
    }

    @Test func aGroupWithoutAPlanReadsEverything() throws {
        var assignment = Assignment(WorkerConfiguration())
        try assignment.learn([partition], from: [])
        #expect(assignment.isWanted(partition) && assignment.uncommittedEnds.isEmpty)
        #expect(assignment.go(to: [TopicPartitionOffset(partition, 7)]).isEmpty)
    }

    @Test func onlyThePartitionsOfThePlanAreRead() {
        let assignment = assignment(ReplayPlan(group: "g", of: 7, [0: 0..<10]))
        #expect(assignment.isWanted(partition))
        #expect(!assignment.isWanted(TopicPartition("asa.raw", 1)))
    }

    @Test func whatTheGroupHasMustBeOfThePlan() throws {
        let plan = ReplayPlan(group: "g", of: 7, [0: 0..<10])
        let later = ReplayPlan(group: "g", of: 7, [0: 0..<10], replacing: plan.number)
        var assignment = assignment(plan)
        try assignment.learn([partition], from: plan.steps.map { $0.entry(in: "asa.raw") })
        for entries in [later.steps.map { $0.entry(in: "asa.raw") }, [TopicPartitionOffset(partition, 3)], []] {
            let error = #expect(throws: KafkaError.self) { try assignment.learn([partition], from: entries) }
            #expect(error?.isFatal == true)
        }
    }

    @Test func ofALogWhatLiesBehindTheRangeDoesNotMatter() {
        let assignment = assignment(ReplayPlan(group: "g", of: 7, [0: 0..<10]))
        #expect(assignment.clip(Watermarks(low: 15, high: 20), of: partition) == Watermarks(low: 10, high: 20))
        #expect(assignment.clip(Watermarks(low: 5, high: 20), of: partition) == Watermarks(low: 5, high: 20))
    }
}
