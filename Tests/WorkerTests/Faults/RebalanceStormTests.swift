// A second worker that joins and leaves while records trickle in: every record comes out, none is passed over.

import Foundation
import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct RebalanceStormTests {
    @Test(
        arguments: [WorkerConfiguration.AssignmentStrategy.range, .cooperativeSticky],
        [WorkerConfiguration.Delivery.exactlyOnce, .atLeastOnce]
    )
    func workersThatComeAndGoLoseNothing(
        _ strategy: WorkerConfiguration.AssignmentStrategy,
        _ delivery: WorkerConfiguration.Delivery
    ) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery, partitions: 4) {
                $0.assignmentStrategy = strategy
                $0.kafkaProperties += [("consumer.session.timeout.ms", "4000")]
            }
            let isWritten = SharedFlag()
            let writer = BackgroundThread {
                let producer = try Producer(rig.rig.broker.producerConfiguration())
                let topic = try producer.topic(rig.configuration.inputTopic)
                try producer.prewarm(topic, timeout: .seconds(30))
                var count = 0
                while !isWritten.isRaised {
                    let partition = Int32(count % 4)
                    try producer.send(FaultRig.line(count / 4, partition: partition), to: topic, partition: partition)
                    producer.poll()
                    count += 1
                    usleep(5000)
                }
                guard producer.flush(timeout: .seconds(60)) else { throw NeverHappened(description: "all is written") }
                return count
            }
            var second: WorkerResult?
            let first = try rig.run {
                try rig.probe.awaitCommitted(20)
                let probe = WorkerProbe()
                second = try rig.rig.run(log: probe.log) { _ in try probe.awaitCommitted(20) }
                let assignments = rig.probe.count("partitions-assigned")
                try rig.probe.await("partitions-assigned", assignments)
                isWritten.raise()
                let count = try writer.value()
                try eventually("everything came out") {
                    let numbers = try rig.numbers()
                    return (0..<4).allSatisfy { host in
                        Set(numbers[host] ?? []) == Set(0..<(count - Int(host) + 3) / 4)
                    }
                }
            }
            rig.expectSound(first)
            rig.expectSound(try second.unwrap("second worker"))
            #expect(first.report.rebalances >= 3)
        }
    }
}
