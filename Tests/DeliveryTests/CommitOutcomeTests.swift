// What the group's offsets say of a commit that was not answered, case by case.

import Kafka
import Testing

@testable import Delivery

@Suite struct CommitOutcomeTests {
    private static let first = TopicPartition("in", 0)
    private static let second = TopicPartition("in", 1)
    private static let wanted = [TopicPartitionOffset(first, 10), TopicPartitionOffset(second, 20)]

    private func outcome(_ group: [TopicPartition: Int64]?, owned: Set<TopicPartition>) -> CommitOutcome {
        CommitOutcome(of: Self.wanted, in: group) { owned.contains($0) }
    }

    @Test func ofOwnedPartitionsTheOffsetTells() {
        let owned: Set = [Self.first, Self.second]
        #expect(outcome([Self.first: 10, Self.second: 20], owned: owned) == .committed)
        #expect(outcome([Self.first: 3, Self.second: 4], owned: owned) == .notCommitted)
        #expect(outcome([:], owned: owned) == .notCommitted, "a group that has committed nothing")
    }

    @Test func onePartitionThatIsStillOwnedIsEnough() {
        #expect(outcome([Self.first: 10, Self.second: 90], owned: [Self.first]) == .committed)
        #expect(outcome([Self.first: 3, Self.second: 90], owned: [Self.first]) == .notCommitted)
    }

    @Test func anotherWorkerMayHaveGotThereByItself() {
        #expect(outcome([Self.first: 10, Self.second: 20], owned: []) == .unknown)
        #expect(outcome([Self.first: 11, Self.second: 95], owned: []) == .unknown)
        #expect(outcome(nil, owned: []) == .unknown)
    }

    @Test func offsetsNeverGoBackSoASmallerOneIsProof() {
        #expect(outcome([Self.first: 9, Self.second: 20], owned: []) == .notCommitted)
        #expect(outcome([Self.second: 20], owned: []) == .notCommitted)
    }
}
