// A broker that goes away in each phase of a batch, or answers slowly: the lane waits inside its group and goes on by
// itself.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct BrokerDownTests {
    /// Phases in which a lane has a batch at hand and needs the broker next.
    private static let phases: [FaultPoint] = [.transactionBegun, .recordsSent, .offsetsSent, .committing]

    @Test(arguments: FaultRig.deliveries)
    func anOutageInAnyPhaseIsWaitedFor(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery) { $0.transactionMilliseconds = 60_000 }
            try rig.write(0..<5)
            var count = 5
            let result = try rig.run {
                try rig.probe.awaitCommitted(count)
                for (outage, phase) in Self.phases.enumerated() {
                    rig.probe.once(at: phase) { [cluster = rig.cluster] in
                        #expect(throws: Never.self) { try cluster.setBrokerDown(1) }
                    }
                    try rig.write(count..<count + 5)
                    count += 5
                    try rig.probe.await("partitions-paused", outage + 1)
                    try rig.cluster.setBrokerUp(1)
                    try rig.probe.awaitCommitted(count)
                    try rig.probe.await("partitions-continued", outage + 1)
                }
            }
            rig.expectSound(result, read: count)
            try rig.expectAll(0..<count)
            #expect(result.report.fenced == 0)
        }
    }

    @Test(arguments: [WorkerConfiguration.Delivery.exactlyOnce, .atLeastOnce])
    func aSlowBrokerDoesNotCostTheMembership(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery) {
                $0.transactionMilliseconds = 60_000
                // A transaction takes at least five round trips: more than this.
                $0.kafkaProperties += [
                    ("consumer.max.poll.interval.ms", "6000"), ("consumer.session.timeout.ms", "6000"),
                ]
            }
            try rig.write(0..<5)
            let result = try rig.run {
                try rig.probe.awaitCommitted(5)
                try rig.write(5..<15)
                rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                    #expect(throws: Never.self) { try cluster.setRoundTripTime(.milliseconds(1500), of: 1) }
                }
                // The mock cluster gives each record in an answer of its own, so that each may be a batch.
                try rig.write(15..<18)
                try rig.probe.awaitCommitted(18)
                try rig.cluster.setRoundTripTime(.zero, of: 1)
            }
            rig.expectSound(result, read: 18)
            try rig.expectAll(0..<18)
            #expect(result.report.aborted == 0)
            #expect(result.report.rebalances == 2, "given once, and given back at the end")
            #expect(rig.probe.count("partitions-paused") >= 1)
        }
    }

    @Test func aCommitThatIsNotAnsweredInTimeIsSettledByANewProducer() async throws {
        try await onOwnThread {
            let rig = try FaultRig { $0.transactionMilliseconds = 2000 }
            rig.probe.once(at: .committing) { [cluster = rig.cluster] in
                // The connection breaks each time that the request arrives.
                cluster.pushErrors([KafkaErrorCode](repeating: .transport, count: 1000), for: .endTransaction)
            }
            rig.probe.onEvent { [cluster = rig.cluster] event in
                if event.name == "producer-renewed" { cluster.clearErrors(for: .endTransaction) }
            }
            try rig.write(0..<5)
            let result = try rig.run { try rig.probe.awaitCommitted(5) }
            rig.expectSound(result, read: 5)
            try rig.expectAll(0..<5)
            #expect(result.report.unknownOutcomes >= 1)
            #expect(rig.probe.count("outcome-settled") >= 1)
        }
    }
}
