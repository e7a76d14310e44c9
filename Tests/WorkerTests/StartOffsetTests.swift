// Where reading begins: at the group's offset, also if librdkafka has begun elsewhere because it was not told of it.
// Here it is not told because another producer's transaction commits the offset after it has asked.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite(.enabled(if: TestBroker.can(.transactions), "the embedded broker keeps no offsets of transactions"))
struct StartOffsetTests {
    /// Runs a worker whose group gets an offset after the partition has come and before the first record.
    ///
    /// - Returns: The numbers in the events, in order.
    private static func numbers(written before: Int, committed offset: Int64, then after: Int) throws -> [Int] {
        let probe = WorkerProbe()
        let rig = try WorkerRig(TestBroker.any(), partitions: 1) { configuration in
            configuration.kafkaProperties.append(("consumer.debug", "cgrp"))
            configuration.assignmentStrategy = .range
        }
        let topic = rig.configuration.inputTopic
        try rig.broker.write((0..<before).map { FaultRig.line($0, partition: 0) }, to: topic, partition: 0)
        if before > 0 { try commit(Int64(before), rig) }
        let result = try rig.run(log: probe.log) { _ in
            try eventually("it has begun") {
                probe.events.contains { event in
                    event.fields.contains { $0.1.description.contains("Starting pending assigned partition") }
                }
            }
            try commit(offset, rig)
            let lines = (before..<before + after).map { FaultRig.line($0, partition: 0) }
            try rig.broker.write(lines, to: topic, partition: 0)
            try probe.awaitCommitted(before + after - Int(offset))
        }
        #expect(result.failure == nil)
        #expect(result.report.read == before + after - Int(offset), "\(probe.story)")
        #expect(probe.count("start-offset-corrected") == 1, "\(probe.story)")
        return try rig.contents(of: rig.configuration.outputTopic, partitions: 1).compactMap { record in
            record.value?.firstMatch(of: /"user([0-9]+)"/).flatMap { Int($0.output.1) }
        }
    }

    private static func commit(_ offset: Int64, _ rig: WorkerRig) throws {
        var settings = rig.broker.producerConfiguration()
        settings.set("transactional.id", TestBroker.uniqueName("transactional"))
        let producer = try Producer(settings)
        defer { producer.close(within: .seconds(5)) }
        try producer.initTransactions(timeout: .seconds(30))
        try producer.beginTransaction()
        try producer.sendOffsets(
            [TopicPartitionOffset(TopicPartition(rig.configuration.inputTopic, 0), offset)],
            groupMetadata: GroupMetadata(ofGroup: rig.configuration.groupID),
            timeout: .seconds(30)
        )
        try producer.commitTransaction(timeout: .seconds(30))
    }

    @Test func recordsBehindTheGroupsOffsetAreNotPassedOver() async throws {
        try await onOwnThread {
            let numbers = try Self.numbers(written: 50, committed: 20, then: 10)
            #expect(numbers == Array(20..<60))
        }
    }

    /// The markers of the transactions that wrote the input take offsets, too: the first record is behind the group's
    /// offset.
    @Test func markersBeforeTheFirstRecordAreNoWrongStart() async throws {
        try await onOwnThread {
            let probe = WorkerProbe()
            let rig = try WorkerRig(TestBroker.any(), partitions: 1) { _ in }
            let topic = rig.configuration.inputTopic
            let transactions = [false, false, true].map { commits in
                (values: [FaultRig.line(commits ? 1 : 0, partition: 0)], isCommitted: commits)
            }
            try rig.broker.writeTransactions(transactions, to: topic)
            try Self.commit(0, rig)
            let result = try rig.run(log: probe.log) { _ in
                try probe.awaitCommitted(1)
                try rig.broker.write([FaultRig.line(2, partition: 0)], to: topic, partition: 0)
                try probe.awaitCommitted(2)
            }
            #expect(result.failure == nil)
            #expect(result.report.read == 2)
            #expect(result.report.addsUp, "\(probe.story)")
            #expect(result.report.partitions[TopicPartition(topic, 0)]?.skipped == 5, "2 aborted records, 3 markers")
            #expect(probe.count("start-offset-corrected") == 0, "\(probe.story)")
        }
    }
}
