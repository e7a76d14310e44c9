// Connections that break on a request, whichever it is: nothing but the log shows it.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct DisconnectTests {
    private static let transactional: [KafkaRequest] = [
        .addPartitionsToTransaction, .addOffsetsToTransaction, .transactionOffsetCommit, .endTransaction,
    ]
    private static let common: [KafkaRequest] = [.produce, .fetch, .metadata, .heartbeat, .findCoordinator]

    @Test(arguments: FaultRig.deliveries)
    func aBrokenConnectionFailsNoAttempt(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery)
            // Before the start: those that belong to joining the group.
            for request in [KafkaRequest.joinGroup, .syncGroup, .offsetFetch, .listOffsets, .initProducerID] {
                rig.cluster.pushErrors([.transport], for: request)
            }
            let requests = Self.common + (delivery == .exactlyOnce ? Self.transactional : [.offsetCommit])
            var count = 0
            let result = try rig.run {
                for request in requests + requests {
                    rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                        cluster.pushErrors([.transport], for: request)
                    }
                    try rig.write(count..<count + 3)
                    count += 3
                    try rig.probe.awaitCommitted(count)
                }
            }
            rig.expectSound(result, read: count)
            try rig.expectAll(0..<count)
            #expect(result.report.aborted == 0)
            #expect(result.report.resumed == 0)
        }
    }

    @Test func everythingBrokenAtOnceIsGotOver() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            try rig.write(0..<10)
            let result = try rig.run {
                try rig.probe.awaitCommitted(10)
                rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                    for request in Self.common + Self.transactional {
                        cluster.pushErrors([.transport, .transport, .transport], for: request)
                    }
                }
                try rig.write(10..<20)
                try rig.probe.awaitCommitted(20)
            }
            rig.expectSound(result, read: 20)
            try rig.expectAll(0..<20)
        }
    }
}
