// What brokers may answer while a transactional id is taken over: a fault of the settings ends the worker with a hint,
// a missing right is waited for, everything else is tried again.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct StartErrorTests {
    private static func configurationFaults(_ result: WorkerResult) -> String {
        guard case .configuration(let faults) = result.failure else {
            return "not a configuration failure: \(String(describing: result.failure))"
        }
        return faults.joined(separator: "\n")
    }

    @Test func aClusterWithoutTransactionsNamesTheOtherDelivery() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            try rig.cluster.disable(.initProducerID)
            let thread = BackgroundThread { rig.rig.makeWorker(log: rig.probe.log).run() }
            let faults = Self.configurationFaults(try thread.value())
            #expect(faults.contains("--delivery at-least-once"), "\(faults)")
        }
    }

    @Test func aTimeoutThatTheClusterForbidsNamesTheSetting() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            rig.cluster.pushErrors([.invalidTransactionTimeout], for: .initProducerID)
            let thread = BackgroundThread { rig.rig.makeWorker(log: rig.probe.log).run() }
            let faults = Self.configurationFaults(try thread.value())
            #expect(faults.contains("--transaction-timeout"), "\(faults)")
        }
    }

    @Test(arguments: [1000, 5000, 60_000]) func anyTransactionTimeoutIsOneThatTheLibraryTakes(_ milliseconds: Int)
        throws
    {
        var configuration = WorkerConfiguration()
        configuration.transactionMilliseconds = milliseconds
        configuration.bootstrapServers = "127.0.0.1:1"
        #expect(throws: Never.self) { try Producer(ClientSettings.transactionalProducer(configuration, lane: 0)) }
    }

    @Test func aMissingRightToTheIdIsWaitedFor() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            rig.cluster.pushErrors(
                [KafkaErrorCode](repeating: .transactionalIDAuthorizationFailed, count: 5),
                for: .initProducerID
            )
            try rig.write(0..<5)
            let result = try rig.run { try rig.probe.awaitCommitted(5) }
            rig.expectSound(result, read: 5)
            #expect(rig.probe.count("waiting-for-operator") == 5)
        }
    }

    @Test func aStopEndsTheWaitForARight() async throws {
        try await onOwnThread {
            let rig = try FaultRig { $0.operatorWaitMilliseconds = 600_000 }
            rig.cluster.pushErrors([.transactionalIDAuthorizationFailed], for: .initProducerID)
            let result = try rig.run { try rig.probe.await("waiting-for-operator") }
            #expect(result.failure == nil)
        }
    }

    @Test func everythingElseIsTriedAgain() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            rig.cluster.pushErrors(
                [
                    .transport, .coordinatorLoading, .notCoordinator, .concurrentTransactions, .producerFenced,
                    .requestTimedOut, .invalidProducerEpoch, .unknown,
                ],
                for: .initProducerID
            )
            try rig.write(0..<5)
            let result = try rig.run { try rig.probe.awaitCommitted(5) }
            rig.expectSound(result, read: 5)
        }
    }

    @Test func brokersThatAreAwayAreWaitedForUntilAStop() async throws {
        try await onOwnThread {
            let rig = try FaultRig { $0.shutdownMilliseconds = 4000 }
            try rig.cluster.setBrokerDown(1)
            let result = try rig.run { try rig.probe.await("started") }
            #expect(result.failure == nil)
            #expect(result.report.read == 0)
        }
    }
}
