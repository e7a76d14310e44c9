// An output topic that cannot be written to: nothing is committed, nothing is lost, and it goes on once it is repaired.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct OutputTopicTests {
    enum Topic: Sendable, CaseIterable {
        case events
        case deadLetters
    }

    private static let deliveries: [WorkerConfiguration.Delivery] = [.exactlyOnce, .atLeastOnce]

    @Test(arguments: Topic.allCases, deliveries)
    func aMissingTopicIsWaitedFor(_ topic: Topic, _ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery)
            let name = topic == .events ? rig.configuration.outputTopic : rig.configuration.deadLetterTopic
            rig.cluster.setError(.unknownTopicOrPartition, ofTopic: name)
            try Self.deliver(rig) { rig.cluster.setError(.noError, ofTopic: name) }
        }
    }

    @Test(arguments: Topic.allCases)
    func aForbiddenTopicIsWaitedForWithTransactions(_ topic: Topic) async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            let name = topic == .events ? rig.configuration.outputTopic : rig.configuration.deadLetterTopic
            // After the layout of the topic was read: the embedded cluster sends it even with the error.
            rig.probe.onEvent { [cluster = rig.cluster] event in
                if event.name == "lane-started" { cluster.setError(.topicAuthorizationFailed, ofTopic: name) }
            }
            try Self.deliver(rig) { rig.cluster.setError(.noError, ofTopic: name) }
        }
    }

    @Test func aForbiddenTopicIsWaitedForWithoutTransactions() async throws {
        try await onOwnThread {
            let rig = try FaultRig(.atLeastOnce)
            rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                let errors = [KafkaErrorCode](repeating: .topicAuthorizationFailed, count: 1000)
                cluster.pushErrors(errors, for: .produce)
            }
            try Self.deliver(rig) { rig.cluster.clearErrors(for: .produce) }
        }
    }

    /// Delivers events and a dead letter, which fails until it is repaired.
    private static func deliver(_ rig: FaultRig, mend: () -> Void) throws {
        let isAtLeastOnce = rig.configuration.delivery == .atLeastOnce
        try rig.write(0..<5)
        try rig.rig.broker.write(["no tag here"], to: rig.configuration.inputTopic)
        let result = try rig.run {
            try rig.probe.await("waiting-for-operator", 3)
            #expect(rig.probe.count("batch-committed") == 0)
            if isAtLeastOnce { #expect(try rig.rig.committed(partitions: 1) == 0) }
            mend()
            try rig.probe.awaitCommitted(6)
        }
        rig.expectSound(result, read: 6)
        try rig.expectAll(0..<5)
        let letters = try rig.rig.contents(of: rig.configuration.deadLetterTopic, partitions: 1)
        #expect(Set(letters.map(\.value)) == ["no tag here"])
        #expect(result.report.deadLetters == 1)
    }
}
