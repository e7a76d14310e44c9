// Records of a batch: odd ones are read as they were written, and removing some keeps the rest right.

import KafkaTestSupport
import Testing

@testable import Kafka

@Suite struct MessageBatchTests {
    @Test func readsOddRecordsAsTheyWereWritten() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let producer = try Producer(broker.producerConfiguration())
        let handle = try producer.topic(topic)
        try producer.send(nil, to: handle, key: "tombstone")
        try producer.send("", to: handle, key: "")
        try producer.send("value", to: handle, key: nil, epochMilliseconds: 1_700_000_000_123)
        try producer.send("a\0b", to: handle, key: "k\0")
        #expect(producer.flush(timeout: .seconds(60)))

        let consumer = try Consumer(broker.consumerConfiguration())
        try consumer.assign([PartitionPosition(TopicPartition(topic, 0), .beginning)])
        var batch = MessageBatch(capacity: 4)
        try consumer.collect(4, into: &batch)
        let partition = TopicPartition(topic, 0)
        #expect(
            batch.copies() == [
                ReadRecord(partition: partition, offset: 0, value: nil, key: "tombstone"),
                ReadRecord(partition: partition, offset: 1, value: "", key: ""),
                ReadRecord(partition: partition, offset: 2, value: "value", key: nil),
                ReadRecord(partition: partition, offset: 3, value: "a\0b", key: "k\0"),
            ]
        )
        #expect(batch.timestamp(at: 2) == RecordTimestamp(epochMilliseconds: 1_700_000_000_123, kind: .created))
        #expect(try batch.timestamp(at: 0).unwrap().epochMilliseconds > 1_700_000_000_123)
        #expect(batch.byteCount == "tombstone".utf8.count + "value".utf8.count + 3 + 2)
        #expect(batch.topic(at: 3) == topic)
        #expect(batch.partition(at: 3) == 0)
        #expect(batch.nextOffsets == [TopicPartitionOffset(partition, 4)])
        for index in 0..<4 { #expect(batch.headerCount(at: index) == 0) }

        batch.removeAll()
        #expect(batch.count == 0)
        #expect(batch.byteCount == 0)
        #expect(batch.nextOffsets.isEmpty)
        #expect(consumer.close(within: .seconds(30)))
    }

    @Test func readsAndForwardsHeaders() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let producer = try Producer(broker.producerConfiguration())
        let handle = try producer.topic(topic)
        var headers = RecordHeaders()
        headers.append(name: "reason", value: "first")
        headers.append(name: "none", value: nil)
        headers.append(name: "empty", value: "")
        headers.append(name: "reason", value: "second")
        try producer.send("original", to: handle, headers: headers)
        try producer.send("bare", to: handle, headers: RecordHeaders())
        #expect(producer.flush(timeout: .seconds(60)))

        let consumer = try Consumer(broker.consumerConfiguration())
        try consumer.assign([PartitionPosition(TopicPartition(topic, 0), .beginning)])
        var batch = MessageBatch()
        try consumer.collect(2, into: &batch)
        var forwarded = RecordHeaders()
        batch.appendHeaders(at: 0, to: &forwarded)
        forwarded.append(name: "added", value: "third")
        try producer.send("forwarded", to: handle, headers: forwarded)
        #expect(producer.flush(timeout: .seconds(60)))
        try consumer.collect(3, into: &batch)

        let written = ["reason=first", "none=nil", "empty=", "reason=second"]
        for (index, expected) in [written, [], written + ["added=third"]].enumerated() {
            var read: [String] = []
            batch.forEachHeader(at: index) { name, value in
                read.append("\(text(name) ?? "?")=\(text(value) ?? "nil")")
            }
            #expect(read == expected)
            #expect(batch.headerCount(at: index) == expected.count)
        }
        #expect(batch.withHeader("reason", at: 0) { text($0) } == "second")
        #expect(batch.withHeader("none", at: 0) { text($0) } == nil)
        #expect(batch.withHeader("Reason", at: 0) { text($0) } == nil, "names differ by case")
        #expect(batch.withHeader("reason", at: 1) { text($0) } == nil)
    }

    @Test func removingRecordsKeepsTheRestRight() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic(partitions: 2)
        try broker.write(["a", "b", "c", "d"], to: topic, partition: 0)
        try broker.write(["ee", "ff"], to: topic, partition: 1)
        let consumer = try Consumer(broker.consumerConfiguration())
        let first = TopicPartition(topic, 0)
        let second = TopicPartition(topic, 1)
        try consumer.assign([PartitionPosition(first, .beginning), PartitionPosition(second, .beginning)])
        var batch = MessageBatch()
        try consumer.collect(6, into: &batch)

        #expect(batch.removeAll(in: first, from: 2) == 2)
        #expect(Set(batch.copies().map(\.value)) == ["a", "b", "ee", "ff"])
        #expect(batch.byteCount == 6)
        #expect(Set(batch.nextOffsets) == [TopicPartitionOffset(first, 2), TopicPartitionOffset(second, 2)])
        #expect(batch.removeAll(in: [second]) == 2)
        #expect(batch.copies().map(\.value) == ["a", "b"])
        #expect(batch.nextOffsets == [TopicPartitionOffset(first, 2)])
        #expect(batch.partitionRanges.map(\.count).sorted() == [0, 2])
        #expect(batch.removeAll(in: TopicPartition("other", 0)) == 0)
        #expect(batch.count == 2)
    }

    @Test func takingTheFirstRecordsLeavesTheOthersInOrder() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic(partitions: 2)
        let first = TopicPartition(topic, 0)
        let second = TopicPartition(topic, 1)
        let consumer = try Consumer(broker.consumerConfiguration())
        try consumer.assign([PartitionPosition(first, .beginning), PartitionPosition(second, .beginning)])
        // One after the other, so that the order across partitions is known.
        var batch = MessageBatch()
        for (partition, values) in [(first, ["a", "b"]), (second, ["c", "d"]), (first, ["e"])] {
            try broker.write(values, to: topic, partition: partition.partition)
            try consumer.collect(batch.count + values.count, into: &batch)
        }

        batch.removeFirst(0)
        #expect(batch.count == 5)
        batch.removeFirst(3)
        #expect(batch.copies().map(\.value) == ["d", "e"])
        #expect(batch.byteCount == 2)
        #expect(Set(batch.nextOffsets) == [TopicPartitionOffset(first, 3), TopicPartitionOffset(second, 2)])
        #expect(batch.partitionRanges.map(\.firstOffset) == [2, 1])
        batch.removeFirst(1)
        #expect(batch.nextOffsets == [TopicPartitionOffset(first, 3)], "a partition without records has no offset")
        batch.removeFirst(7)
        #expect(batch.isEmpty && batch.nextOffsets.isEmpty && batch.partitionRanges.isEmpty)
    }

    @Test func outlivesItsConsumer() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        try broker.write(["kept"], to: topic)
        var batch = MessageBatch()
        do {
            let consumer = try Consumer(broker.consumerConfiguration())
            try consumer.assign([PartitionPosition(TopicPartition(topic, 0), .beginning)])
            try consumer.collect(1, into: &batch)
            #expect(consumer.close(within: .seconds(30)))
        }
        #expect(batch.copies().map(\.value) == ["kept"])
        batch.removeAll()
        #expect(batch.count == 0)
    }
}
