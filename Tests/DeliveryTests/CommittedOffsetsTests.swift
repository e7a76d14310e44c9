// The books of a lane's offsets: what lies between two commits is read, passed over, or missing.

import Kafka
import TestSupport
import Testing

@testable import Delivery

@Suite struct CommittedOffsetsTests {
    private let partition = TopicPartition("in", 3)

    /// Books a commit and compares what was passed over and what nothing explains.
    private func expect(
        _ books: inout CommittedOffsets,
        read: Int,
        to next: Int64,
        _ expected: (skipped: Int64, unexplained: Int64),
        _ location: SourceLocation = #_sourceLocation
    ) {
        let found = books.commit(partition, read: read, to: next)
        #expect(found == expected, sourceLocation: location)
    }

    private func expectArrival(
        _ books: inout CommittedOffsets,
        at time: Int64,
        asks: Bool,
        _ location: SourceLocation = #_sourceLocation
    ) {
        let found = books.arrive(partition, at: time)
        #expect(found == asks, sourceLocation: location)
    }

    @Test func everyOffsetBetweenTwoCommitsIsReadOrPassedOver() {
        var books = CommittedOffsets()
        books.begin(partition, at: 100, isGroups: true, note: "")
        expect(&books, read: 10, to: 110, (0, 0))
        books.addHole(OffsetGap(partition: partition, expected: 110, found: 112))
        expect(&books, read: 5, to: 117, (2, 0))
        expect(&books, read: 5, to: 130, (8, 8))
        expect(&books, read: 5, to: 133, (-2, -2))
    }

    @Test func aHoleBehindTheCommitBelongsToTheNextOne() {
        var books = CommittedOffsets()
        books.begin(partition, at: 0, isGroups: true, note: "")
        books.addHole(OffsetGap(partition: partition, expected: 2, found: 4))
        books.addHole(OffsetGap(partition: partition, expected: 6, found: 7))
        expect(&books, read: 4, to: 6, (2, 0))
        expect(&books, read: 1, to: 8, (1, 0))
    }

    @Test func whatIsReadAgainIsPassedOverAgain() {
        var books = CommittedOffsets()
        books.begin(partition, at: 0, isGroups: true, note: "")
        books.addHole(OffsetGap(partition: partition, expected: 2, found: 4))
        books.readAgain(partition)
        books.addHole(OffsetGap(partition: partition, expected: 2, found: 4))
        expect(&books, read: 4, to: 6, (2, 0))
    }

    @Test func withoutAStartTheFirstCommitIsTheStart() {
        var books = CommittedOffsets()
        expect(&books, read: 3, to: 50, (0, 0))
        #expect(books[partition]?.next == 50)
        expect(&books, read: 3, to: 54, (1, 1))
    }

    @Test func aPartitionThatWasTakenAwayIsForgottenButNotThatItWasCommitted() {
        var books = CommittedOffsets()
        books.begin(partition, at: 47, isGroups: false, note: "")
        #expect(!books.wasCommitted(partition))
        _ = books.commit(partition, read: 3, to: 50)
        books.forget([partition])
        #expect(books[partition] == nil)
        #expect(books.wasCommitted(partition))
        #expect(!books.wasCommitted(TopicPartition("in", 4)))
    }

    @Test func onlyAfterAPauseTheGroupIsAsked() {
        let millisecond: Int64 = 1_000_000
        var books = CommittedOffsets()
        books.begin(partition, at: 0, isGroups: true, note: "")
        _ = books.arrive(partition, at: 1000 * millisecond)
        expectArrival(&books, at: 1100 * millisecond, asks: false)
        expectArrival(&books, at: 1400 * millisecond, asks: true)
        books.begin(partition, at: 0, isGroups: false, note: "")
        expectArrival(&books, at: 9000 * millisecond, asks: false)
    }

    /// Batches of a partition with holes in it, some read twice: the books explain all of them, and a lost record none.
    @Test(arguments: [UInt64](1...20))
    func randomBatchesAddUpUnlessARecordIsLost(_ seed: UInt64) {
        var random = SeededGenerator(seed: seed)
        var books = CommittedOffsets()
        books.begin(partition, at: 0, isGroups: true, note: "")
        var next: Int64 = 0
        var lost: Int64 = 0
        var unexplained: Int64 = 0
        for _ in 0..<200 {
            let isRepeated = Int.random(in: 0..<5, using: &random) == 0
            var read = 0
            var holes: [OffsetGap] = []
            for _ in 0..<Int.random(in: 1...20, using: &random) {
                let hole = Int64(Int.random(in: 0..<4, using: &random) == 0 ? Int.random(in: 1...3, using: &random) : 0)
                if hole > 0 { holes.append(OffsetGap(partition: partition, expected: next, found: next + hole)) }
                next += hole + 1
                read += 1
            }
            if isRepeated {
                for hole in holes { books.addHole(hole) }
                books.readAgain(partition)
            }
            for hole in holes { books.addHole(hole) }
            if Int.random(in: 0..<10, using: &random) == 0, read > 1 {
                read -= 1
                lost += 1
            }
            unexplained += books.commit(partition, read: read, to: next).unexplained
        }
        #expect(lost > 0, "seed \(seed)")
        #expect(unexplained == lost, "seed \(seed)")
    }
}
