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
            try Self.deliver(rig) {
                // One record, so that no other one is dropped with it. Then the producer would be replaced, and of a
                // topic with this error the embedded cluster tells a new one no layout: it would wait for one, in
                // place of being refused.
                rig.cluster.setError(.topicAuthorizationFailed, ofTopic: name)
                switch topic {
                case .events: try rig.write(5..<6)
                case .deadLetters: try rig.rig.broker.write(["no tag here"], to: rig.configuration.inputTopic)
                }
                return topic
            } repair: {
                rig.cluster.setError(.noError, ofTopic: name)
            }
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

    /// Delivers events and a dead letter, which fails until it is repaired; with a fault, which says for which topic it
    /// has written one more record, that one does.
    private static func deliver(
        _ rig: FaultRig,
        fault: (() throws -> Topic)? = nil,
        repair: () -> Void
    ) throws {
        let isAtLeastOnce = rig.configuration.delivery == .atLeastOnce
        var (events, deadLetters) = (5, 1)
        try rig.write(0..<events)
        try rig.rig.broker.write(["no tag here"], to: rig.configuration.inputTopic)
        let result = try rig.run {
            if let fault {
                try rig.probe.awaitCommitted(events + deadLetters)
                switch try fault() {
                case .events: events += 1
                case .deadLetters: deadLetters += 1
                }
            }
            let committed = rig.probe.committed
            try rig.probe.await("waiting-for-operator", 3)
            #expect(rig.probe.committed == committed)
            if isAtLeastOnce { #expect(try rig.rig.committed(partitions: 1) == 0) }
            repair()
            try rig.probe.awaitCommitted(events + deadLetters)
        }
        rig.expectSound(result, read: events + deadLetters)
        try rig.expectAll(0..<events)
        let letters = try rig.rig.contents(of: rig.configuration.deadLetterTopic, partitions: 1)
        #expect(letters.map(\.value) == [String](repeating: "no tag here", count: deadLetters))
        #expect(result.report.deadLetters == deadLetters)
    }
}
