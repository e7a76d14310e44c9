// Offsets that somebody else commits for the group while the partition is a worker's own.

import Foundation
import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite(.enabled(if: TestBroker.can(.transactions), "the embedded broker keeps no offsets of transactions"))
struct ForeignOffsetTests {
    private let probe = WorkerProbe()

    /// Commits an offset as a stranger can: brokers do not check who commits in a transaction without a membership.
    private func commit(_ offset: Int64, of partition: TopicPartition, _ producer: Producer, _ group: String) throws {
        try producer.beginTransaction()
        try producer.sendOffsets(
            [TopicPartitionOffset(partition, offset)],
            groupMetadata: GroupMetadata(ofGroup: group),
            timeout: .seconds(30)
        )
        try producer.commitTransaction(timeout: .seconds(30))
    }

    @Test(arguments: [Int64(3), 12])
    func aStrangersOffsetIsToldAndNothingIsLostOrRepeated(_ offset: Int64) async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let rig = try WorkerRig(broker, partitions: 1)
            let partition = TopicPartition(rig.configuration.inputTopic, 0)
            var settings = broker.producerConfiguration()
            settings.set("transactional.id", TestBroker.uniqueName("stranger"))
            let stranger = try Producer(settings)
            try stranger.initTransactions(timeout: .seconds(30))
            var written = 0
            func write(_ count: Int) throws {
                let lines = (written..<written + count).map { FaultRig.line($0, partition: 0) }
                try broker.write(lines, to: partition.topic)
                written += count
            }

            let result = try rig.run(log: probe.log) { _ in
                try write(10)
                try probe.awaitCommitted(10)
                // The worker asks the group after a pause; an answer that does not come in time is left, and the next
                // commit hides what there was.
                try eventually("it is told") {
                    try commit(offset, of: partition, stranger, rig.configuration.groupID)
                    usleep(300_000)
                    try write(10)
                    try probe.awaitCommitted(written)
                    return probe.count("foreign-offset") > 0
                }
            }
            #expect(result.failure == nil)
            #expect(result.report.foreignOffsets == 1, "\(probe.story)")
            #expect(!result.report.addsUp)
            #expect(result.report.unexplained == 0)
            let fields = try probe.events.last { $0.name == "foreign-offset" }.unwrap("event").fields
            #expect(fields.contains { $0.1 == .number(offset) }, "\(fields)")
            let numbers = try rig.contents(of: rig.configuration.outputTopic, partitions: 1).compactMap { record in
                record.value?.firstMatch(of: /"user([0-9]+)"/).flatMap { Int($0.output.1) }
            }
            #expect(numbers == Array(0..<written))
        }
    }
}
