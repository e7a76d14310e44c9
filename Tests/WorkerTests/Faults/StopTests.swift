// A stop in each phase of a batch, with the broker there and gone: the worker ends in time and says whether it drained.

import Kafka
import KafkaTestSupport
import Synchronization
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct StopTests {
    private static let deliveries: [WorkerConfiguration.Delivery] = [.exactlyOnce, .atLeastOnce]
    private static let phases: [FaultPoint] = [
        .batchCollected, .transactionBegun, .recordsSent, .offsetsSent, .committing, .committed,
    ]

    /// Runs a worker that is stopped in a phase of its first batch with records.
    private static func stop(
        in phase: FaultPoint,
        _ rig: FaultRig,
        after action: @escaping @Sendable () -> Void = {}
    ) throws -> (result: WorkerResult, took: Duration) {
        let worker = rig.rig.makeWorker(log: rig.probe.log)
        let start = Mutex(ContinuousClock.now)
        rig.probe.once(at: phase) {
            start.withLock { $0 = .now }
            action()
            worker.requestStop()
        }
        try rig.write(0..<10)
        let thread = BackgroundThread { worker.run() }
        let result = try thread.value(within: .seconds(60))
        return (result, ContinuousClock.now - start.withLock { $0 })
    }

    @Test(arguments: phases, deliveries)
    func aStopWithinABatchDeliversIt(_ phase: FaultPoint, _ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery)
            let (result, _) = try Self.stop(in: phase, rig)
            // The first collection may have ended without records.
            rig.expectSound(result, read: phase == .batchCollected ? nil : 10)
            try rig.expectAll(0..<result.report.read)
        }
    }

    private static let open: [FaultPoint] = [.transactionBegun, .recordsSent, .offsetsSent, .committing]

    @Test(arguments: open, FaultRig.deliveries)
    func aStopWithTheBrokerGoneEndsInTimeAndSaysThatABatchIsLeft(
        _ phase: FaultPoint,
        _ delivery: WorkerConfiguration.Delivery
    ) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery) { $0.shutdownMilliseconds = 4000 }
            let (result, took) = try Self.stop(in: phase, rig) { [cluster = rig.cluster] in
                #expect(throws: Never.self) { try cluster.setBrokerDown(1) }
            }
            #expect(result.failure?.description.contains("not delivered in time") == true, "\(result)")
            #expect(result.report.read == 0)
            #expect(result.report.addsUp)
            // The deadline, and what a loaded machine needs to get there.
            #expect(took < .seconds(10))
        }
    }

    @Test(arguments: deliveries)
    func aStopWhileAttemptsFailGivesUpInTime(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery) { $0.shutdownMilliseconds = 4000 }
            rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                cluster.pushErrors([KafkaErrorCode](repeating: .unknown, count: 500), for: .produce)
            }
            try rig.write(0..<10)
            let start = Mutex(ContinuousClock.now)
            let result = try rig.run {
                try rig.probe.await("attempt-failed", 3)
                start.withLock { $0 = .now }
            }
            #expect(result.failure?.description.contains("not delivered in time") == true)
            #expect(result.report.read == 0)
            #expect(ContinuousClock.now - start.withLock { $0 } < .seconds(10))
        }
    }

    @Test func aStopWhileTheOperatorIsWaitedForEndsAtOnce() async throws {
        try await onOwnThread {
            let rig = try FaultRig { $0.operatorWaitMilliseconds = 600_000 }
            rig.cluster.setError(.unknownTopicOrPartition, ofTopic: rig.configuration.outputTopic)
            try rig.write(0..<10)
            let start = Mutex(ContinuousClock.now)
            let result = try rig.run {
                try rig.probe.await("waiting-for-operator")
                start.withLock { $0 = .now }
            }
            #expect(result.failure != nil, "a batch is left")
            #expect(result.report.read == 0)
            #expect(ContinuousClock.now - start.withLock { $0 } < .seconds(10))
        }
    }
}
