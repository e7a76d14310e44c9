// Partitions that are read from elsewhere while all others go on.

import Kafka
import KafkaTestSupport
import Testing

@Suite struct ConsumerRestartTests {
    @Test(.timeLimit(.minutes(2)), arguments: ["range", "cooperative-sticky"])
    func aPartitionWithoutAnOffsetIsStartedAndOthersGoOn(_ strategy: String) async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let topic = try broker.makeTopic(partitions: 2)
            try broker.write(["a", "b", "c"], to: topic, partition: 0)
            try broker.write(["x", "y"], to: topic, partition: 1)
            var settings = broker.consumerConfiguration()
            settings.set("auto.offset.reset", "error")
            settings.set("partition.assignment.strategy", strategy)
            let consumer = try Consumer(settings)
            try consumer.subscribe(to: [topic])
            var stray: Set<TopicPartition> = []
            var batch = MessageBatch()
            try eventually("both partitions have no offset") {
                let outcome = try consumer.collect(into: &batch, limits: BatchLimits(maxMessages: 10, maxWait: .zero))
                for failure in outcome.errors where failure.error.code == .autoOffsetReset {
                    stray.insert(try failure.partition.unwrap("partition"))
                }
                return stray.count == 2
            }
            let (first, second) = (TopicPartition(topic, 0), TopicPartition(topic, 1))
            let logs = try consumer.logBounds(of: [first, second], timeout: .seconds(30))
            #expect(logs == [first: Watermarks(low: 0, high: 3), second: Watermarks(low: 0, high: 2)])
            try consumer.restart([PartitionPosition(first, .offset(1)), PartitionPosition(second, .offset(0))])
            #expect(try Set(consumer.read(4).compactMap(\.value)) == ["b", "c", "x", "y"])
            try consumer.restart([PartitionPosition(second, .offset(1))])
            #expect(try consumer.read(1).map(\.value) == ["y"])
            try broker.write(["d"], to: topic, partition: 0)
            #expect(try consumer.read(1).map(\.value) == ["d"], "the first one has gone on where it was")
            #expect(consumer.assignment.count == 2)
            #expect(consumer.close(within: .seconds(30)))
        }
    }
}
