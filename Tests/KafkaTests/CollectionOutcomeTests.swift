// Outcomes of several collections add up to what is true in the end, however many there are.

import Testing

@testable import Kafka

@Suite struct CollectionOutcomeTests {
    @Test func outcomesAddUp() {
        let places = (0..<2).map { TopicPartition("topic", $0) }
        let error = ConsumerError(error: KafkaError(code: .unknownTopic, operation: "consume"), partition: places[0])
        let again = ConsumerError(
            error: KafkaError(code: .unknownTopic, operation: "consume", message: "in other words"),
            partition: places[0]
        )
        var sum = CollectionOutcome()
        sum.errors = [error]
        sum.partitionEnds = [TopicPartitionOffset(places[0], 5), TopicPartitionOffset(places[1], 6)]
        // Gaps of a partition that is taken away later belong to records that are dropped.
        sum.gaps = [OffsetGap(partition: places[0], expected: 3, found: 4)]
        var later = CollectionOutcome()
        later.errors = [again]
        later.revokedPartitions = [places[0]]
        later.revokedCount = 3
        later.gaps = [OffsetGap(partition: places[1], expected: 1, found: 2)]
        for _ in 0..<2 { sum.add(later) }
        #expect(sum.errors == [error])
        #expect(sum.partitionEnds == [TopicPartitionOffset(places[1], 6)])
        #expect(sum.revokedPartitions == [places[0]])
        #expect(sum.revokedCount == 6)
        #expect(sum.gaps.count == 2)
    }

    /// A partition that came back without a position would never be read if this were forgotten: the library says it
    /// once.
    @Test func whatIsFoundAfterAPartitionCameBackIsKept() {
        let partition = TopicPartition("topic", 0)
        func misplaced(_ text: String) -> ConsumerError {
            ConsumerError(
                error: KafkaError(code: .autoOffsetReset, operation: "consume", message: text),
                partition: partition
            )
        }
        var sum = CollectionOutcome()
        sum.errors = [misplaced("before it was taken away")]
        var later = CollectionOutcome()
        later.revokedPartitions = [partition]
        later.errors = [misplaced("since it came back")]
        later.gaps = [OffsetGap(partition: partition, expected: 1, found: 2)]
        sum.add(later)
        #expect(sum.errors == later.errors)
        #expect(sum.gaps == later.gaps)
        sum.add(later)
        #expect(sum.errors == later.errors)
    }
}
