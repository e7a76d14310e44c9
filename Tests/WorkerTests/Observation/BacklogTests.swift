// A worker that ends with its input: what it waits for, and when it has seen enough.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct BacklogTests {
    private static let places = (0..<3).map { TopicPartition("asa.raw", Int32($0)) }

    private static func logs(_ bounds: (Int64, Int64)...) -> [TopicPartition: Watermarks] {
        Dictionary(uniqueKeysWithValues: zip(places, bounds.map { Watermarks(low: $0, high: $1) }))
    }

    /// Waits for ten records of the first partition and five of the second; the third is empty.
    private static func backlog() -> Backlog {
        var backlog = Backlog()
        backlog.begin(logs((0, 10), (5, 10), (7, 7)))
        return backlog
    }

    @Test func itIsDoneOnceAllThatThereWasIsCommitted() {
        var backlog = Self.backlog()
        let later = Self.logs((0, 99), (5, 99), (7, 99))
        #expect(!backlog.isDone)
        #expect(backlog.open == [Self.places[0], Self.places[1]])
        _ = backlog.look(committed: [Self.places[0]: 10, Self.places[1]: 9], later)
        #expect(backlog.open == [Self.places[1]])
        _ = backlog.look(committed: [Self.places[1]: 12], later)
        #expect(backlog.isDone)
    }

    @Test func nothingIsKnownBeforeTheLogsAre() {
        #expect(!Backlog().isDone)
    }

    @Test func itLooksForRecordsOnlyWhereTheGroupStandsStill() {
        var backlog = Self.backlog()
        let logs = Self.logs((0, 10), (5, 10), (7, 7))
        #expect(backlog.look(committed: [:], logs).isEmpty)
        #expect(backlog.look(committed: [Self.places[0]: 8], logs) == [Self.places[1]: 5])
        #expect(backlog.look(committed: [Self.places[0]: 8], logs) == [Self.places[0]: 8, Self.places[1]: 5])
        backlog.pass(Self.places[0], to: 9)
        #expect(backlog.open.count == 2, "a record is at 9")
        backlog.pass(Self.places[0], to: 10)
        #expect(backlog.open == [Self.places[1]])
    }

    @Test func aLogThatWasCutIsNotWaitedForBeyondItsEnd() {
        var backlog = Self.backlog()
        _ = backlog.look(committed: [Self.places[0]: 3], Self.logs((0, 3), (10, 12), (7, 7)))
        #expect(backlog.isDone, "retention has removed what was to be read of the second partition")
    }

    @Test func aWorkerEndsWithItsInput() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let rig = try WorkerRig(broker) {
                $0.isObserved = true
                $0.endsWithInput = true
            }
            let probe = WorkerProbe()
            try broker.write((0..<20).map { FaultRig.line($0, partition: 0) }, to: rig.configuration.inputTopic)
            let worker = rig.makeWorker(log: probe.log)
            let result = worker.run()
            #expect(result.failure == nil)
            #expect(result.report.events == 20)
            #expect(probe.count("input-committed") == 1)
            #expect(try rig.committed() == 20)

            // There is nothing more to do for a second one.
            #expect(rig.makeWorker().run().failure == nil)
        }
    }

    @Test(.enabled(if: TestBroker.can(.transactions), "the embedded broker shows aborted records"))
    func markersAtTheEndOfAPartitionAreNotWaitedFor() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let rig = try WorkerRig(broker, partitions: 1) {
                $0.isObserved = true
                $0.endsWithInput = true
            }
            let lines = (0..<5).map { FaultRig.line($0, partition: 0) }
            try broker.writeTransactions([(lines, true), (lines, false)], to: rig.configuration.inputTopic)
            let result = rig.makeWorker().run()
            #expect(result.failure == nil)
            #expect(result.report.events == 5)
        }
    }

    @Test(.enabled(if: TestBroker.can(.transactions), "the embedded broker does not hold up readers"))
    func recordsBehindAnOpenTransactionCountAndAreWaitedFor() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let rig = try WorkerRig(broker, partitions: 1) {
                $0.isObserved = true
                $0.endsWithInput = true
            }
            let topic = rig.configuration.inputTopic
            let lines = (0..<15).map { FaultRig.line($0, partition: 0) }
            try broker.write(Array(lines[0..<5]), to: topic)
            let writer = try broker.beginTransaction(Array(lines[5..<10]), to: topic)
            try broker.write(Array(lines[10..<15]), to: topic)
            let worker = rig.makeWorker()
            let thread = BackgroundThread { worker.run() }
            defer { worker.requestStop() }
            try eventually("the worker sees what it cannot read yet") {
                guard try rig.committed(partitions: 1) == 5 else { return false }
                return worker.status.snapshot().lag == 10
            }
            try writer.commitTransaction(timeout: .seconds(30))
            writer.close(within: .seconds(10))
            #expect(try thread.value().report.events == 15)
        }
    }
}
