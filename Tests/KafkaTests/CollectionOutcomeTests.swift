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
}
