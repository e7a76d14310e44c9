// Logs that change under a worker: records removed before they were read, a topic made again, partitions that come
// later. Nothing that still exists is skipped, and what is gone is counted.

import Kafka
import KafkaTestSupport
import Synchronization
import Testing
import WorkerTestSupport

@testable import Worker

@Suite(.enabled(if: TestBroker.can(.topicAdministration), "the embedded broker takes no such requests"))
struct ChangedLogTests {
    private let probe = WorkerProbe()

    private func rig(_ reset: WorkerConfiguration.OffsetReset, partitions: Int = 1) throws -> WorkerRig {
        try WorkerRig(TestBroker.any(), partitions: partitions) { configuration in
            configuration.autoOffsetReset = reset
            configuration.kafkaProperties.append(("topic.metadata.refresh.interval.ms", "500"))
        }
    }

    private func write(_ numbers: Range<Int>, _ rig: WorkerRig, partition: Int32 = 0) throws {
        let lines = numbers.map { FaultRig.line($0, partition: partition) }
        try rig.broker.write(lines, to: rig.configuration.inputTopic, partition: partition)
    }

    private func numbers(_ rig: WorkerRig) throws -> [Int] {
        try rig.contents(of: rig.configuration.outputTopic, partitions: 1).compactMap { record in
            record.value?.firstMatch(of: /"user([0-9]+)"/).flatMap { Int($0.output.1) }
        }
    }

    private func start(_ rig: WorkerRig, while body: () throws -> Void) throws -> WorkerResult {
        let result = try rig.run(log: probe.log) { _ in try body() }
        #expect(result.report.addsUp, "\(probe.story)")
        return result
    }

    @Test(arguments: [WorkerConfiguration.OffsetReset.earliest, .latest])
    func recordsRemovedWhileNobodyReadAreCountedAndTheRestIsRead(_ reset: WorkerConfiguration.OffsetReset) async throws
    {
        try await onOwnThread {
            let rig = try rig(reset)
            let first = try start(rig) {
                try probe.await("start-offset-chosen")
                try write(0..<10, rig)
                try probe.awaitCommitted(10)
            }
            #expect(first.report.read == 10)
            try write(10..<50, rig)
            let partition = TopicPartition(rig.configuration.inputTopic, 0)
            try rig.broker.removeRecords(of: partition, before: 35)
            let second = try start(rig) {
                try probe.awaitCommitted(25)
                try write(50..<60, rig)
                try probe.awaitCommitted(35)
            }
            #expect(second.failure == nil)
            #expect(second.report.read == 25)
            #expect(second.report.gone == 25, "\(probe.story)")
            #expect(second.report.partitions[partition]?.lastGone == 10..<35)
            #expect(probe.count("log-gap") == 1)
            #expect(try numbers(rig) == Array(0..<10) + Array(35..<60))
        }
    }

    @Test func withoutAResetTheWorkerEndsAndSaysWhatIsGone() async throws {
        try await onOwnThread {
            let rig = try rig(.earliest)
            _ = try start(rig) {
                try write(0..<10, rig)
                try probe.awaitCommitted(10)
            }
            try write(10..<20, rig)
            try rig.broker.removeRecords(of: TopicPartition(rig.configuration.inputTopic, 0), before: 15)
            var configuration = rig.configuration
            configuration.autoOffsetReset = .error
            let worker = Worker(configuration: configuration, catalogue: standardCatalogue, log: probe.log)
            let result = worker.run()
            #expect(result.failure != nil)
            #expect(result.report.gone == 5)
            #expect(try numbers(rig) == Array(0..<10))
        }
    }

    @Test(arguments: [WorkerConfiguration.OffsetReset.earliest, .latest], [5, 40])
    func aTopicThatIsMadeAgainIsReadFromItsBeginning(
        _ reset: WorkerConfiguration.OffsetReset,
        _ count: Int
    ) async throws {
        try await onOwnThread {
            let rig = try rig(reset)
            let topic = rig.configuration.inputTopic
            let result = try start(rig) {
                try probe.await("start-offset-chosen")
                try write(0..<20, rig)
                try probe.awaitCommitted(20)
                try rig.broker.makeAgain(topic)
                try write(100..<100 + count, rig)
                try probe.awaitCommitted(20 + count)
            }
            #expect(result.failure == nil)
            #expect(probe.count("log-replaced") == 1, "\(probe.story)")
            #expect(try numbers(rig) == Array(0..<20) + Array(100..<100 + count))
        }
    }

    /// Offsets of the old log are within the new one by then: committed, they would have it read from its middle.
    @Test func aTopicThatIsMadeAgainWithinABatchIsReadFromItsBeginning() async throws {
        try await onOwnThread {
            let rig = try rig(.earliest)
            let result = try start(rig) {
                try probe.await("start-offset-chosen")
                try write(0..<20, rig)
                try probe.awaitCommitted(20)
                let isWritten = Mutex(false)
                probe.once(at: .recordsSent) { [self] in
                    try? rig.broker.makeAgain(rig.configuration.inputTopic)
                    // This broker is quicker than anybody is by hand.
                    WorkerThread.sleep(milliseconds: 300)
                    isWritten.withLock { $0 = (try? write(100..<180, rig)) != nil }
                }
                try write(20..<25, rig)
                try probe.awaitCommitted(100)
                #expect(isWritten.withLock { $0 })
            }
            #expect(result.failure == nil)
            #expect(probe.count("log-replaced") == 1, "\(probe.story)")
            #expect(try numbers(rig) == Array(0..<20) + Array(100..<180))
        }
    }

    @Test func whatCameAfterTheFirstStartIsNotSkippedByLatest() async throws {
        try await onOwnThread {
            let rig = try rig(.latest)
            try write(0..<5, rig)
            _ = try start(rig) { try probe.await("start-offset-chosen") }
            try write(5..<15, rig)
            let result = try start(rig) { try probe.awaitCommitted(10) }
            #expect(result.report.read == 10)
            #expect(try numbers(rig) == Array(5..<15))
        }
    }

    @Test func aPartitionThatComesLaterIsReadFromItsBeginningByLatest() async throws {
        try await onOwnThread {
            let rig = try rig(.latest)
            let result = try start(rig) {
                try probe.await("start-offset-chosen")
                try write(0..<5, rig)
                try probe.awaitCommitted(5)
                try rig.broker.addPartitions(to: rig.configuration.inputTopic, total: 2)
                try eventually("the new partition takes records") {
                    (try? write(5..<12, rig, partition: 1)) != nil
                }
                try probe.awaitCommitted(12)
            }
            #expect(result.report.read == 12)
            #expect(try Set(numbers(rig)) == Set(0..<12))
        }
    }
}
