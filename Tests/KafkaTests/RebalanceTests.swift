// Groups: membership, what a revocation does to a batch, and closing.
// Serialized, and few: each group takes seconds to form.

import CRdKafka
import Foundation
import KafkaTestSupport
import Testing

@testable import Kafka

@Suite(.serialized) struct RebalanceTests {
    @Test func membershipIsThereOnceAssigned() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let topic = try broker.makeTopic()
            try broker.write(["a"], to: topic)
            var events: [RebalanceEvent] = []
            let consumer = try Consumer(broker.consumerConfiguration(), onRebalance: { events.append($0) })
            // Of a group that the brokers share out, a member names itself before it joins.
            #expect(consumer.memberID == nil || broker.sharesOutPartitions)
            let early = try consumer.groupMetadata() == nil
            #expect(early)
            try consumer.subscribe(to: [topic])
            #expect(try consumer.read(1).map(\.value) == ["a"])
            #expect(consumer.memberID != nil)
            let isMember = try consumer.groupMetadata() != nil
            #expect(isMember)
            #expect(consumer.assignment == [TopicPartition(topic, 0)])
            #expect(events.map(\.change) == [.assigned])
            #expect(consumer.close(within: .seconds(30)))
            #expect(events.map(\.change) == [.assigned, .revoked], "closing gives partitions back")
        }
    }

    @Test func recordsOfRevokedPartitionsLeaveTheBatch() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let topic = try broker.makeTopic()
            try broker.write(["a", "b"], to: topic)
            let consumer = try Consumer(broker.consumerConfiguration())
            try consumer.subscribe(to: [topic])
            var batch = MessageBatch()
            try consumer.collect(2, into: &batch)
            try consumer.unsubscribe()
            var revoked = 0
            var partitions: Set<TopicPartition> = []
            try eventually("the partition is taken away") {
                let outcome = try consumer.serve(into: &batch)
                revoked += outcome.revokedCount
                partitions.formUnion(outcome.revokedPartitions)
                return !partitions.isEmpty
            }
            #expect(batch.count == 0)
            #expect(revoked == 2)
            #expect(partitions == [TopicPartition(topic, 0)])
            #expect(batch.nextOffsets == [])
            #expect(consumer.close(within: .seconds(30)))
        }
    }

    /// librdkafka keeps the pause of a partition while it is away; unknown to its owner it would never be read again.
    @Test func aPausedPartitionRunsWhenItComesBack() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let topic = try broker.makeTopic()
            try broker.write(["a", "b"], to: topic)
            let consumer = try Consumer(broker.consumerConfiguration())
            try consumer.subscribe(to: [topic])
            #expect(try consumer.read(1).count == 1)
            try consumer.pause(consumer.assignment)
            try consumer.unsubscribe()
            var batch = MessageBatch()
            try eventually("the partition is taken away") {
                _ = try consumer.serve(into: &batch)
                return consumer.assignment.isEmpty
            }
            try consumer.subscribe(to: [topic])
            #expect(try consumer.read(2).map(\.value) == ["a", "b"])
            consumer.close(within: .seconds(30))
        }
    }

    @Test func closingEndsWhenTheBrokerIsDown() async throws {
        try await onOwnThread {
            let broker = try TestBroker.embedded()
            let topic = try broker.makeTopic()
            try broker.write(["a"], to: topic)
            let consumer = try Consumer(broker.consumerConfiguration())
            try consumer.subscribe(to: [topic])
            var batch = MessageBatch()
            try consumer.collect(1, into: &batch)
            try broker.cluster?.setBrokerDown(1)
            let start = ContinuousClock.now
            consumer.close(within: .seconds(1))
            batch.removeAll()
            #expect(ContinuousClock.now - start < .seconds(30))
        }
    }
}

extension Consumer {
    /// Leaves the group; owned partitions are revoked by rebalance (`rd_kafka_unsubscribe`).
    fileprivate func unsubscribe() throws {
        // SAFETY: the client is alive.
        unsafe try KafkaError.check(rd_kafka_unsubscribe(open("unsubscribe").pointer), "unsubscribe")
    }
}
