// A queue of fetched records that is full all the time: reading does not rest.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite struct FullQueueTests {
    /// Each record fills the queue by itself: a library that rests for a second each time needs minutes.
    @Test(.enabled(if: KafkaLibrary.behavior.restsWithFullQueue), .timeLimit(.minutes(2)))
    func aFullQueueIsFilledAgainAtOnce() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let value = String(repeating: "x", count: 2000)
        // Each a batch of its own.
        for _ in 0..<200 { try broker.write([value], to: topic) }
        var configuration = broker.consumerConfiguration()
        configuration.set("queued.max.messages.kbytes", "1")
        configuration.set("fetch.message.max.bytes", "1000")
        let consumer = try Consumer(configuration)
        try consumer.assign([PartitionPosition(TopicPartition(topic, 0), .beginning)])
        let limits = BatchLimits(maxMessages: 10, maxWait: .seconds(5), idleWait: .seconds(5))
        var count = 0
        try eventually("all records were read") {
            var batch = MessageBatch()
            _ = try consumer.collect(into: &batch, limits: limits)
            count += batch.count
            return count == 200
        }
    }
}
