// Broker errors on each request of a transaction, through a whole worker: every record comes out, whichever error it
// is.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct BrokerErrorTests {
    /// Errors that do not end the producer, by the request that is answered with them.
    private static let survivable: [(KafkaRequest, [KafkaErrorCode])] = [
        (
            .addPartitionsToTransaction,
            [.coordinatorLoading, .requestTimedOut, .topicAuthorizationFailed, .illegalGeneration, .unknown]
        ),
        (.produce, [.notLeaderForPartition, .unknown, .topicAuthorizationFailed, .illegalGeneration]),
        (.addOffsetsToTransaction, [.notCoordinator, .unknown, .illegalGeneration, .groupAuthorizationFailed]),
        (
            .transactionOffsetCommit,
            [
                .coordinatorNotAvailable, .unknown, .illegalGeneration, .unknownMember, .fencedInstance,
                .groupAuthorizationFailed,
            ]
        ),
        (.endTransaction, [.concurrentTransactions, .requestTimedOut, .unknown, .topicAuthorizationFailed]),
    ]

    @Test func noErrorThatTheProducerSurvivesLosesARecord() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            var count = 0
            let result = try rig.run {
                for (request, codes) in Self.survivable {
                    for code in codes {
                        rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                            cluster.pushErrors([code], for: request)
                        }
                        try rig.write(count..<count + 3)
                        count += 3
                        try rig.probe.awaitCommitted(count)
                        rig.cluster.clearErrors(for: request)
                    }
                }
            }
            rig.expectSound(result, read: count)
            try rig.expectAll(0..<count)
            #expect(result.report.fenced == 0)
            // An abort may drop records that were sent; nothing else asks for a new producer.
            let renewals = rig.probe.events.compactMap { event in
                if case .producerRenewed(_, let error) = event { error } else { nil }
            }
            #expect(renewals.allSatisfy { $0.contains("records of the last transaction were dropped") }, "\(renewals)")
            // All but those that the library mends by itself.
            #expect(result.report.aborted >= 18)
            #expect(result.report.resumed >= 6, "each lost membership was met")
            #expect(rig.probe.count("waiting-for-operator") >= 5, "each missing right was met")
        }
    }

    /// The library says so once, names no partition, and may ask no more.
    @Test func partitionsWhoseOffsetsAreRefusedAreBegunNevertheless() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            try rig.write(0..<20)
            rig.cluster.pushErrors([.unknown], for: .offsetFetch)
            let result = try rig.run { try rig.probe.awaitCommitted(20) }
            rig.expectSound(result, read: 20)
            try rig.expectAll(0..<20)
            #expect(rig.probe.count("consumer-failed") > 0, "\(rig.probe.story)")
        }
    }

    private static let fencings: [(KafkaRequest, KafkaErrorCode)] = [
        (.addPartitionsToTransaction, .producerFenced), (.produce, .producerFenced),
        (.produce, .invalidProducerEpoch), (.addOffsetsToTransaction, .producerFenced),
        (.transactionOffsetCommit, .producerFenced), (.transactionOffsetCommit, .invalidProducerEpoch),
        (.endTransaction, .producerFenced),
    ]

    @Test(arguments: fencings)
    func afterOneFencingANewProducerGoesOn(_ request: KafkaRequest, _ code: KafkaErrorCode) async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                cluster.pushErrors([code], for: request)
            }
            try rig.write(0..<20)
            let result = try rig.run { try rig.probe.awaitCommitted(20) }
            rig.expectSound(result, read: 20)
            try rig.expectAll(0..<20)
            #expect(result.report.fenced == 1, "\(rig.probe.story)")
            #expect(result.report.resumed == 1)
            if request == .endTransaction { #expect(result.report.unknownOutcomes == 1) }
        }
    }

    private static let breakages: [(KafkaRequest, KafkaErrorCode)] = [
        (.produce, .outOfOrderSequence), (.addPartitionsToTransaction, .invalidTransactionState),
        (.endTransaction, .invalidTransactionState), (.endTransaction, .transactionalIDAuthorizationFailed),
    ]

    @Test(arguments: breakages)
    func aBrokenProducerIsReplaced(_ request: KafkaRequest, _ code: KafkaErrorCode) async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                cluster.pushErrors([code], for: request)
            }
            try rig.write(0..<20)
            let result = try rig.run { try rig.probe.awaitCommitted(20) }
            rig.expectSound(result, read: 20)
            try rig.expectAll(0..<20)
            #expect(result.report.fenced == 0)
            #expect(rig.probe.count("producer-renewed") + rig.probe.count("waiting-for-operator") >= 1)
        }
    }

    @Test(arguments: WorkerConfiguration.Delivery.allCases)
    func aCodecThatBrokersDoNotTakeIsASettingToChange(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery)
            rig.probe.at(.transactionBegun) { [cluster = rig.cluster] _ in
                cluster.pushErrors([.unsupportedCompression], for: .produce)
            }
            try rig.write(0..<20)
            let thread = BackgroundThread { rig.rig.makeWorker(log: rig.probe.log).run() }
            let result = try thread.value()
            guard case .configuration(let faults) = result.failure else {
                Issue.record("\(String(describing: result.failure)) \(rig.probe.story)")
                return
            }
            #expect(faults.count == 1 && faults[0].contains("--kafka producer.compression.type=gzip"), "\(faults)")
            #expect(result.report.read == 0)
        }
    }

    @Test func aRivalWithTheSameIdEndsTheWorkerAndIsNamed() async throws {
        try await onOwnThread {
            let rig = try FaultRig { $0.groupInstanceID = "twin" }
            rig.probe.at(.transactionBegun) { [cluster = rig.cluster] number in
                if number <= 2 { cluster.pushErrors([.producerFenced], for: .endTransaction) }
            }
            try rig.write(0..<20)
            let thread = BackgroundThread { rig.rig.makeWorker(log: rig.probe.log).run() }
            let result = try thread.value()
            #expect(result.report.fenced == 2)
            #expect(result.report.read == 0)
            let text = result.failure?.description ?? ""
            #expect(text.contains("twin"), "\(text)")
            #expect(text.contains("--group-instance-id"), "\(text)")
        }
    }
}
