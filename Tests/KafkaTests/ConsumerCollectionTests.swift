// Collecting: each limit ends a batch, errors are not records, and gaps and repeats are noticed.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite struct ConsumerCollectionTests {
    private let generous = BatchLimits(maxMessages: 1000, maxWait: .seconds(30), idleWait: .seconds(30))

    private func reader(
        _ broker: TestBroker,
        _ topic: String,
        at position: ReadPosition = .beginning,
        _ settings: [String: String] = [:]
    ) throws -> Consumer {
        var configuration = broker.consumerConfiguration()
        for (key, value) in settings { configuration.set(key, value) }
        let consumer = try Consumer(configuration)
        try consumer.assign([PartitionPosition(TopicPartition(topic, 0), position)])
        return consumer
    }

    @Test func eachLimitEndsABatch() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        try broker.write(Array(repeating: "0123456789", count: 100), to: topic)
        let consumer = try reader(broker, topic)
        var batch = MessageBatch()

        var limits = generous
        limits.maxMessages = 7
        _ = try consumer.collect(into: &batch, limits: limits)
        #expect(batch.count == 7)
        batch.removeAll()

        limits = generous
        limits.maxBytes = 25
        _ = try consumer.collect(into: &batch, limits: limits)
        #expect(batch.count == 3, "the record that goes over the limit is the last")
        #expect(batch.byteCount == 30)

        limits = generous
        limits.maxMessages = 10
        _ = try consumer.collect(into: &batch, limits: limits)
        #expect(batch.count == 10, "a batch that holds records is filled up")
        batch.removeAll()

        limits = generous
        limits.maxWait = .milliseconds(200)
        let start = ContinuousClock.now
        _ = try consumer.collect(into: &batch, limits: limits)
        #expect(batch.count == 100 - 7 - 10)
        #expect(ContinuousClock.now - start >= .milliseconds(200))
        #expect(batch.offset(at: 0) == 17)
        #expect(consumer.nextOffset(of: TopicPartition(topic, 0)) == 100)
        batch.removeAll()

        limits.idleWait = .milliseconds(50)
        _ = try consumer.collect(into: &batch, limits: limits)
        #expect(batch.count == 0)
    }

    @Test func stopsWhenTold() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let consumer = try reader(broker, topic)
        var batch = MessageBatch()
        let start = ContinuousClock.now
        var questions = 0
        _ = try consumer.collect(into: &batch, limits: generous) {
            questions += 1
            return questions > 3
        }
        #expect(ContinuousClock.now - start < .seconds(25), "long before the idle limit")
    }

    @Test func everyCallThrowsAfterClose() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let consumer = try reader(broker, topic)
        #expect(consumer.close(within: .seconds(30)))
        #expect(consumer.close(within: .zero), "closing again does nothing")
        var batch = MessageBatch()
        let error = #expect(throws: KafkaError.self) { try consumer.collect(into: &batch, limits: generous) }
        #expect(error?.code == .destroyed)
        #expect(throws: KafkaError.self) { try consumer.subscribe(to: [topic]) }
        #expect(consumer.assignment.isEmpty)
        #expect(consumer.memberID == nil)
    }

    @Test func anErrorRecordIsNotARecord() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        try broker.write(["only"], to: topic)
        let consumer = try reader(broker, topic, at: .offset(1000), ["auto.offset.reset": "error"])
        var batch = MessageBatch()
        var found: ConsumerError?
        try eventually("the error has come") {
            let outcome = try consumer.collect(into: &batch, limits: BatchLimits(maxMessages: 10, maxWait: .zero))
            found = outcome.errors.first
            return found != nil
        }
        #expect(batch.count == 0)
        let error = try found.unwrap()
        #expect(error.error.code == .autoOffsetReset || error.error.code == .offsetOutOfRange)
        #expect(error.partition == TopicPartition(topic, 0))
        #expect(!error.error.message.isEmpty)
    }

    @Test func partitionsWithoutAPositionAreReportedTogether() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic(partitions: 16)
        var settings = broker.consumerConfiguration()
        settings.set("auto.offset.reset", "error")
        let consumer = try Consumer(settings)
        try consumer.subscribe(to: [topic])
        var batch = MessageBatch()
        var found: [Set<TopicPartition>] = []
        try eventually("no partition has an offset") {
            let outcome = try consumer.collect(into: &batch, limits: BatchLimits(maxMessages: 10, maxWait: .zero))
            let partitions = outcome.errors.filter { $0.error.code == .autoOffsetReset }.compactMap(\.partition)
            if !partitions.isEmpty { found.append(Set(partitions)) }
            return found.reduce(into: Set()) { $0.formUnion($1) }.count == 16
        }
        #expect(found.count < 16, "a worker looks at the logs of all of them at a time")
    }

    @Test func reportsTheEndOfAPartition() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        try broker.write(["a", "b"], to: topic)
        let consumer = try reader(broker, topic, ["enable.partition.eof": "true"])
        var batch = MessageBatch()
        var ends: [TopicPartitionOffset] = []
        let limits = BatchLimits(maxMessages: 1000, maxWait: .milliseconds(50))
        try eventually("the partition's end is reported") {
            ends += try consumer.collect(into: &batch, limits: limits).partitionEnds
            return !ends.isEmpty
        }
        #expect(ends.first == TopicPartitionOffset(TopicPartition(topic, 0), 2))
        #expect(batch.copies().map(\.value) == ["a", "b"])
    }

    @Test func theEndOfAPartitionThatIsTakenAwayIsNotReported() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        try broker.write(["a", "b"], to: topic)
        let consumer = try reader(broker, topic, ["enable.partition.eof": "true"])
        let limits = BatchLimits(maxMessages: 1000, maxWait: .seconds(60), idleWait: .seconds(60))
        var batch = MessageBatch()
        var questions = 0
        let outcome = try consumer.collect(into: &batch, limits: limits) {
            guard consumer.nextOffset(of: TopicPartition(topic, 0)) == 2 || questions > 0 else { return false }
            // The end comes with the last record; nothing else tells that it was polled.
            questions += 1
            if questions == 10 { try? consumer.assign([]) }
            return questions == 12
        }
        #expect(outcome.revokedPartitions == [TopicPartition(topic, 0)])
        #expect(outcome.partitionEnds == [])
        #expect(batch.count == 0)
    }

    @Test func seekingBackReadsAgainAndForwardSkips() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        try broker.write((0..<10).map(String.init), to: topic)
        let consumer = try reader(broker, topic, at: .offset(2))
        #expect(try consumer.read(3).map(\.value) == ["2", "3", "4"])
        try consumer.seek(to: [PartitionPosition(partition, .offset(1))])
        #expect(consumer.nextOffset(of: partition) == 1)
        #expect(try consumer.read(2).map(\.value) == ["1", "2"])
        try consumer.seek(to: [PartitionPosition(partition, .offset(8))])
        #expect(try consumer.read(2).map(\.value) == ["8", "9"])
        try consumer.seek(to: [PartitionPosition(partition, .beginning)])
        #expect(try consumer.read(1).map(\.value) == ["0"])
    }

    @Test func pausedPartitionsGiveNothing() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        try broker.write(["a", "b", "c"], to: topic)
        let consumer = try reader(broker, topic)
        #expect(try consumer.read(1).map(\.value) == ["a"])
        try consumer.pause([partition])
        var batch = MessageBatch()
        let limits = BatchLimits(maxMessages: 10, maxWait: .milliseconds(10), idleWait: .milliseconds(300))
        _ = try consumer.collect(into: &batch, limits: limits)
        #expect(batch.count == 0)
        #expect(consumer.owns(partition))
        try consumer.resume([partition])
        #expect(try consumer.read(2).map(\.value) == ["b", "c"])
    }

    @Test func aPausedPartitionRunsAgainWhenItIsAssignedAnew() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        try broker.write(["a", "b"], to: topic)
        let consumer = try reader(broker, topic)
        #expect(try consumer.read(2).map(\.value) == ["a", "b"])
        try consumer.pause([partition])
        try consumer.assign([])
        try consumer.assign([PartitionPosition(partition, .offset(1))])
        #expect(try consumer.read(1).map(\.value) == ["b"])
    }

    /// The embedded broker keeps 5 MiB per partition, so reading from the start finds it gone.
    @Test func aGapIsCountedAndItsRecordIsKept() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        let consumer = try reader(broker, topic)
        try broker.write(["first"], to: topic)
        #expect(try consumer.read(1).map(\.value) == ["first"])
        try consumer.pause([partition])
        try broker.write(Array(repeating: String(repeating: "x", count: 500_000), count: 20), to: topic)
        try consumer.resume([partition])
        var batch = MessageBatch()
        var gaps: [OffsetGap] = []
        try eventually("a record arrives") {
            let outcome = try consumer.collect(into: &batch, limits: BatchLimits(maxMessages: 1, maxWait: .seconds(1)))
            gaps += outcome.gaps
            return batch.count == 1
        }
        let found = batch.offset(at: 0)
        #expect(found > 1)
        #expect(gaps == [OffsetGap(partition: partition, expected: 1, found: found)])
        #expect(gaps.first?.missingCount == found - 1)
        #expect(consumer.nextOffset(of: partition) == found + 1)
    }

    @Test func logsArriveOnThePollingThread() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let heard = SharedFlag()
        let strayed = SharedFlag()
        let home = UInt(bitPattern: pthread_self().hashValue)
        var configuration = broker.consumerConfiguration()
        configuration.set("debug", "broker,fetch")
        configuration.set("log_level", "7")
        let consumer = try Consumer(configuration) { event in
            guard case .log = event else { return }
            heard.raise()
            if UInt(bitPattern: pthread_self().hashValue) != home { strayed.raise() }
        }
        try consumer.assign([PartitionPosition(TopicPartition(topic, 0), .beginning)])
        var batch = MessageBatch()
        try eventually("a log line arrives") {
            _ = try consumer.collect(into: &batch, limits: BatchLimits(maxMessages: 1, maxWait: .zero))
            return heard.isRaised
        }
        #expect(consumer.close(within: .seconds(30)))
        #expect(!strayed.isRaised)
    }

    @Test func statisticsArriveAsJSON() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let heard = SharedFlag()
        var configuration = broker.consumerConfiguration()
        configuration.set("statistics.interval.ms", "100")
        let consumer = try Consumer(configuration) { event in
            guard case .statistics(let json) = event else { return }
            if (try? JSONSerialization.jsonObject(with: Data(json.utf8))) is [String: Any] { heard.raise() }
        }
        try consumer.assign([PartitionPosition(TopicPartition(topic, 0), .beginning)])
        var batch = MessageBatch()
        try eventually("statistics arrive") {
            _ = try consumer.collect(into: &batch, limits: BatchLimits(maxMessages: 1, maxWait: .zero))
            return heard.isRaised
        }
    }

    @Test func errorsOfTheConnectionAreEvents() throws {
        let broker = try TestBroker.embedded()
        try broker.cluster?.setBrokerDown(1)
        let heard = SharedFlag()
        let consumer = try Consumer(broker.consumerConfiguration()) { event in
            if case .error(let error) = event, !error.isFatal { heard.raise() }
        }
        var batch = MessageBatch()
        try eventually("the lost connection is reported") {
            _ = try consumer.collect(into: &batch, limits: BatchLimits(maxMessages: 1, maxWait: .zero))
            return heard.isRaised
        }
    }
}
