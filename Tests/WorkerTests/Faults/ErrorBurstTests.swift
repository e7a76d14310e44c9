// The same error again and again, and several at once: the worker waits longer each time, and goes on as soon as it
// can.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct ErrorBurstTests {
    private static let short: [(KafkaRequest, KafkaErrorCode)] = [
        (.endTransaction, .requestTimedOut), (.produce, .unknown), (.addPartitionsToTransaction, .unknown),
        (.transactionOffsetCommit, .illegalGeneration), (.addOffsetsToTransaction, .coordinatorNotAvailable),
    ]

    @Test func threeOfAnErrorAreGotOver() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            var count = 0
            let result = try rig.run {
                for (request, code) in Self.short {
                    rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                        cluster.pushErrors([code, code, code], for: request)
                    }
                    try rig.write(count..<count + 4)
                    count += 4
                    try rig.probe.awaitCommitted(count)
                }
            }
            rig.expectSound(result, read: count)
            try rig.expectAll(0..<count)
        }
    }

    @Test
    func differentErrorsAtOnceAreGotOver() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                cluster.pushErrors([.transport, .unknown, .noError, .notLeaderForPartition], for: .produce)
                cluster.pushErrors([.requestTimedOut, .notCoordinator, .transport], for: .addPartitionsToTransaction)
                cluster.pushErrors([.coordinatorLoading, .unknown, .transport], for: .addOffsetsToTransaction)
                cluster.pushErrors([.transport, .unknownMember, .unknown], for: .transactionOffsetCommit)
                cluster.pushErrors([.noError, .requestTimedOut, .transport, .unknown], for: .endTransaction)
            }
            try rig.write(0..<30)
            let result = try rig.run { try rig.probe.awaitCommitted(30) }
            rig.expectSound(result, read: 30)
            try rig.expectAll(0..<30)
        }
    }

    @Test func fiftyOfATransientErrorNeedNoSecondAttempt() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                let errors = [KafkaErrorCode](repeating: .notLeaderForPartition, count: 50)
                cluster.pushErrors(errors, for: .produce)
            }
            try rig.write(0..<10)
            let result = try rig.run { try rig.probe.awaitCommitted(10) }
            rig.expectSound(result, read: 10)
            try rig.expectAll(0..<10)
            #expect(result.report.fenced == 0)
        }
    }

    @Test(arguments: [WorkerConfiguration.Delivery.exactlyOnce, .atLeastOnce])
    func attemptsThatFailAgainAndAgainComeEverMoreSeldom(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery)
            let code = KafkaErrorCode.unknown
            rig.cluster.pushErrors([], for: .produce)
            try rig.write(0..<10)
            let start = ContinuousClock.now
            rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                cluster.pushErrors([KafkaErrorCode](repeating: code, count: 50), for: .produce)
            }
            let result = try rig.run {
                try rig.probe.await("attempt-failed", 6)
                // 100, 200, 400, 800 and 1600 ms lie between six failures.
                #expect(ContinuousClock.now - start >= .milliseconds(3100))
                #expect(rig.probe.count("batch-committed") == 0)
                #expect(rig.probe.count("partitions-paused") == 1)
                rig.cluster.clearErrors(for: .produce)
                try rig.probe.awaitCommitted(10)
                try rig.probe.await("partitions-continued")
            }
            rig.expectSound(result, read: 10)
            try rig.expectAll(0..<10)
        }
    }
}
