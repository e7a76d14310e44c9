// Offsets: what is committed is read back, every question ends at its deadline, lookups answer what was written.

import KafkaTestSupport
import Testing

@testable import Kafka

@Suite struct ConsumerOffsetsTests {
    @Test func aCommitIsReadBackByAnotherConsumer() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic(partitions: 2)
        let group = TestBroker.uniqueName("group")
        let first = TopicPartition(topic, 0)
        let second = TopicPartition(topic, 1)
        try broker.write(["a", "b", "c"], to: topic)
        let writer = try Consumer(broker.consumerConfiguration(group: group))
        try writer.assign([PartitionPosition(first, .beginning)])
        _ = try writer.read(3)
        let note = TopicPartitionOffset(first, 2, metadata: "events=2 größer")
        try eventually("the commit succeeds") {
            do throws(KafkaError) {
                try writer.commit([note], timeout: .seconds(30))
                return true
            } catch {
                guard error.isRetriable else { throw error }
                return false
            }
        }
        #expect(try writer.committed([first, second], timeout: .seconds(30)) == [first: 2])
        #expect(writer.close(within: .seconds(30)))

        var settings = broker.consumerConfiguration(group: group)
        settings.set("auto.offset.reset", "error")
        let reader = try Consumer(settings)
        #expect(try reader.committed([first, second], timeout: .seconds(30)) == [first: 2])
        #expect(try reader.committedEntries([first, second], timeout: .seconds(30)) == [note])
        try eventually("the library finds the offset") {
            // A coordinator that has just begun may have none for a moment.
            try reader.assign([PartitionPosition(first, .committed)])
            return (try? reader.read(1).map(\.value)) == ["c"]
        }
        #expect(reader.close(within: .seconds(30)))
    }

    @Test func committingNothingSucceeds() throws {
        let consumer = try Consumer(["bootstrap.servers": "127.0.0.1:1", "group.id": "g", "log_level": "0"])
        try consumer.commit([], timeout: .zero)
        #expect(try consumer.committed([], timeout: .zero).isEmpty)
        try consumer.seek(to: [])
    }

    @Test func aRefusedCommitNamesItsPartitions() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        let consumer = try Consumer(broker.consumerConfiguration())
        try consumer.assign([PartitionPosition(partition, .beginning)])
        try consumer.commit([TopicPartitionOffset(partition, 1)], timeout: .seconds(60))
        broker.cluster?.pushErrors([.topicAuthorizationFailed], for: .offsetCommit)
        let error = #expect(throws: KafkaError.self) {
            try consumer.commit([TopicPartitionOffset(partition, 2)], timeout: .seconds(60))
        }
        #expect(error?.code == .topicAuthorizationFailed)
        #expect(error?.isRetriable == false)
        #expect(error?.partitions == [.init(partition: partition, code: .topicAuthorizationFailed)])
        #expect(try consumer.committed([partition], timeout: .seconds(30)) == [partition: 1])
    }

    @Test func aCommitWithoutABrokerEndsAtItsDeadline() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        let consumer = try Consumer(broker.consumerConfiguration())
        try consumer.assign([PartitionPosition(partition, .beginning)])
        try consumer.commit([TopicPartitionOffset(partition, 1)], timeout: .seconds(60))
        try broker.cluster?.setBrokerDown(1)
        let start = ContinuousClock.now
        let error = #expect(throws: KafkaError.self) {
            try consumer.commit([TopicPartitionOffset(partition, 2)], timeout: .milliseconds(500))
        }
        #expect(error?.isRetriable == true)
        #expect(ContinuousClock.now - start < .seconds(20))
        consumer.close(within: .milliseconds(500))
        #expect(ContinuousClock.now - start < .seconds(40), "closing without a broker ends too")
    }

    @Test func watermarksFollowTheLog() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        let consumer = try Consumer(broker.consumerConfiguration())
        #expect(consumer.cachedWatermarks(of: partition) == nil)
        #expect(
            try consumer.logBounds(of: [partition], timeout: .seconds(30))[partition] == Watermarks(low: 0, high: 0)
        )
        try broker.write(["a", "b"], to: topic)
        #expect(
            try consumer.logBounds(of: [partition], timeout: .seconds(30))[partition] == Watermarks(low: 0, high: 2)
        )
        #expect(try consumer.bounds(of: [partition], .first, timeout: .seconds(30)) == [partition: 0])
        #expect(try consumer.bounds(of: [partition], .end, timeout: .seconds(30)) == [partition: 2])
        try consumer.assign([PartitionPosition(partition, .beginning)])
        _ = try consumer.read(2)
        #expect(consumer.cachedWatermarks(of: partition)?.high == 2)
    }

    @Test(.enabled(if: TestBroker.can(.offsetsByTime), "the embedded broker cannot look up offsets by time"))
    func findsOffsetsByTime() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        let producer = try Producer(broker.producerConfiguration())
        let handle = try producer.topic(topic)
        let start: Int64 = 1_700_000_000_000
        for step in 0..<5 {
            try producer.send("\(step)", to: handle, epochMilliseconds: start + Int64(step) * 1000)
            #expect(producer.flush(timeout: .seconds(30)))
        }
        let consumer = try Consumer(broker.consumerConfiguration())
        func offset(at milliseconds: Int64) throws -> Int64? {
            try consumer.offsets(of: [partition], at: milliseconds, timeout: .seconds(30))[partition]
        }
        #expect(try offset(at: start - 1) == 0)
        #expect(try offset(at: start + 2000) == 2)
        #expect(try offset(at: start + 2001) == 3)
        #expect(try offset(at: start + 9000) == nil, "nothing that late")
    }

    @Test func knowsATopicsLayout() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic(partitions: 3)
        let consumer = try Consumer(broker.consumerConfiguration())
        let metadata = try consumer.metadata(of: topic, timeout: .seconds(30))
        #expect(metadata.partitions == (0..<3).map { TopicPartition(topic, $0) })
        #expect(metadata.leaderlessPartitions.isEmpty)
    }

    @Test func questionsWithoutABrokerEndAtTheirDeadline() throws {
        let configuration: ClientConfiguration = [
            "bootstrap.servers": "127.0.0.1:1", "group.id": "g", "log_level": "0",
        ]
        let consumer = try Consumer(configuration)
        let partition = TopicPartition("none", 0)
        let start = ContinuousClock.now
        #expect(throws: KafkaError.self) { try consumer.committed([partition], timeout: .milliseconds(100)) }
        #expect(throws: KafkaError.self) { try consumer.logBounds(of: [partition], timeout: .milliseconds(100)) }
        #expect(throws: KafkaError.self) { try consumer.metadata(of: "none", timeout: .milliseconds(100)) }
        #expect(throws: KafkaError.self) {
            try consumer.offsets(of: [partition], at: 0, timeout: .milliseconds(100))
        }
        #expect(ContinuousClock.now - start < .seconds(20))
        #expect(consumer.memberID == nil)
        let hasMetadata = try consumer.groupMetadata() != nil
        #expect(!hasMetadata)
    }

    @Test func aMemberKnowsItsGeneration() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let topic = try broker.makeTopic()
            try broker.write(["a"], to: topic)
            let consumer = try Consumer(broker.consumerConfiguration())
            let isMemberAtOnce = try consumer.groupMetadata() != nil
            #expect(!isMemberAtOnce)
            try consumer.subscribe(to: [topic])
            #expect(try consumer.read(1).count == 1)
            let generation = try consumer.groupMetadata()?.generation ?? -1
            #expect(generation >= 0)
            consumer.close(within: .seconds(10))
        }
    }
}
