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
            // The layouts are known by then: the embedded cluster sends one even with the error.
            let fault = { rig.cluster.setError(.topicAuthorizationFailed, ofTopic: name) }
            try Self.deliver(rig, after: fault) { rig.cluster.setError(.noError, ofTopic: name) }
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

    /// Delivers events and a dead letter, which fails until it is repaired; with a fault, as much before it.
    private static func deliver(_ rig: FaultRig, after fault: (() -> Void)? = nil, repair: () -> Void) throws {
        let isAtLeastOnce = rig.configuration.delivery == .atLeastOnce
        func write(_ numbers: Range<Int>) throws {
            try rig.write(numbers)
            try rig.rig.broker.write(["no tag here"], to: rig.configuration.inputTopic)
        }
        try write(0..<5)
        var count = 5
        let result = try rig.run {
            if let fault {
                try rig.probe.awaitCommitted(6)
                fault()
                try write(5..<10)
                count = 10
            }
            let batches = rig.probe.count("batch-committed")
            try rig.probe.await("waiting-for-operator", 3)
            #expect(rig.probe.count("batch-committed") == batches)
            if isAtLeastOnce { #expect(try rig.rig.committed(partitions: 1) == 0) }
            repair()
            try rig.probe.awaitCommitted(count + count / 5)
        }
        rig.expectSound(result, read: count + count / 5)
        try rig.expectAll(0..<count)
        let letters = try rig.rig.contents(of: rig.configuration.deadLetterTopic, partitions: 1)
        #expect(letters.map(\.value) == [String](repeating: "no tag here", count: count / 5))
        #expect(result.report.deadLetters == count / 5)
    }
}
