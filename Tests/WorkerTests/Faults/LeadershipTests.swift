// Leaders and coordinators that move, and partitions without a leader.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct LeadershipTests {
    @Test(arguments: [WorkerConfiguration.Delivery.exactlyOnce, .atLeastOnce])
    func leadersAndCoordinatorsMayMove(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery, brokers: 3) { $0.transactionMilliseconds = 60_000 }
            let configuration = rig.configuration
            let input = TopicPartition(configuration.inputTopic, 0)
            let output = TopicPartition(configuration.outputTopic, 0)
            let id = ClientSettings.transactionalID(configuration, lane: 0)
            var count = 0
            func deliverFive() throws {
                try rig.write(count..<count + 5)
                count += 5
                try rig.probe.awaitCommitted(count)
            }
            let result = try rig.run {
                try deliverFive()
                for broker in [Int32(2), 3, 1] {
                    // Before the batch, and in the middle of it.
                    try rig.cluster.setLeader(of: output, to: broker)
                    try rig.cluster.setCoordinator(.transaction, of: id, to: broker)
                    try deliverFive()
                    try rig.cluster.setLeader(of: input, to: broker)
                    try rig.cluster.setCoordinator(.group, of: configuration.groupID, to: broker)
                    try deliverFive()
                    rig.probe.once(at: .recordsSent) { [cluster = rig.cluster] in
                        #expect(throws: Never.self) {
                            try cluster.setLeader(of: output, to: broker % 3 + 1)
                            try cluster.setCoordinator(.transaction, of: id, to: broker % 3 + 1)
                        }
                    }
                    try deliverFive()
                    rig.probe.once(at: .offsetsSent) { [cluster = rig.cluster] in
                        #expect(throws: Never.self) {
                            try cluster.setCoordinator(.group, of: configuration.groupID, to: broker % 3 + 1)
                            try cluster.setCoordinator(.transaction, of: id, to: broker)
                        }
                    }
                    try deliverFive()
                }
            }
            rig.expectSound(result)
            try rig.expectAll(0..<count)
            #expect(result.report.fenced == 0)
        }
    }

    @Test(
        .enabled(
            if: KafkaLibrary.version < KafkaLibrary.Version(2, 4, 0),
            "the mock broker of librdkafka 2.4 and later crashes when it answers for a partition without a leader"
        ),
        arguments: [WorkerConfiguration.Delivery.exactlyOnce, .atLeastOnce]
    )
    func aPartitionWithoutALeaderIsWaitedFor(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery) { $0.transactionMilliseconds = 60_000 }
            let output = TopicPartition(rig.configuration.outputTopic, 0)
            try rig.write(0..<5)
            let result = try rig.run {
                try rig.probe.awaitCommitted(5)
                rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                    #expect(throws: Never.self) { try cluster.setLeader(of: output, to: nil) }
                }
                try rig.write(5..<10)
                try rig.probe.await("partitions-paused")
                try rig.cluster.setLeader(of: output, to: 1)
                try rig.probe.awaitCommitted(10)
            }
            rig.expectSound(result, read: 10)
            try rig.expectAll(0..<10)
        }
    }
}
