// Faults that only the embedded cluster can be told to make: what brokers refuse or swallow is read
// again or becomes a dead letter, and nothing is committed before it is delivered.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite(.serialized) struct WorkerFaultTests {
    private static func lines(_ range: Range<Int>) -> [String] {
        range.map { "%ASA-6-113008: AAA transaction status ACCEPT : user = user\($0)" }
    }

    @Test func aFailedDeliveryIsNotCommittedAndReadAgain() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .embedded())
            try rig.broker.write(Self.lines(0..<20), to: rig.configuration.inputTopic)
            let cluster = try rig.broker.cluster.unwrap("cluster")
            // An error that is neither retried by the library nor a verdict on the record.
            cluster.pushErrors([.topicAuthorizationFailed], for: .produce)
            let result = try rig.run { _ in try rig.awaitCommitted(20) }
            #expect(result.failure == nil)
            #expect(result.report.aborted >= 1)
            #expect(result.report.read == 20)
            #expect(result.report.addsUp)
            #expect(Set(try rig.outputs().events.map(\.value)).count == 20)
        }
    }

    @Test func aRecordThatTheBrokerRefusesBecomesADeadLetter() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .embedded())
            try rig.broker.write(Self.lines(0..<1), to: rig.configuration.inputTopic)
            let cluster = try rig.broker.cluster.unwrap("cluster")
            cluster.pushErrors([.recordTooLarge], for: .produce)
            let result = try rig.run { _ in try rig.awaitCommitted(1) }
            #expect(result.report.deadLetters == 1)
            #expect(result.report.addsUp)
            #expect(try rig.outputs().deadLetters.first?.headers["reason"] == "event-too-large")
        }
    }

    @Test func aRefusedCommitIsTriedAgain() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .embedded())
            try rig.broker.write(Self.lines(0..<10), to: rig.configuration.inputTopic)
            let cluster = try rig.broker.cluster.unwrap("cluster")
            cluster.pushErrors([.requestTimedOut, .requestTimedOut], for: .offsetCommit)
            let result = try rig.run { _ in try rig.awaitCommitted(10) }
            #expect(result.failure == nil)
            #expect(result.report.addsUp)
        }
    }

    @Test func aBrokerThatIsDownForAWhileLosesNothing() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .embedded())
            let cluster = try rig.broker.cluster.unwrap("cluster")
            let result = try rig.run { _ in
                try rig.broker.write(Self.lines(0..<50), to: rig.configuration.inputTopic)
                try rig.awaitCommitted(50)
                try cluster.setBrokerDown(1)
                try cluster.setBrokerUp(1)
                try rig.broker.write(Self.lines(50..<100), to: rig.configuration.inputTopic)
                try rig.awaitCommitted(100)
            }
            #expect(Set(try rig.outputs().events.map(\.value)).count == 100)
            #expect(result.failure == nil)
            #expect(result.report.addsUp)
        }
    }

    @Test func aStopWithTheBrokerDownEndsWithinItsDeadline() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .embedded()) { $0.shutdownMilliseconds = 3000 }
            let cluster = try rig.broker.cluster.unwrap("cluster")
            try rig.broker.write(Self.lines(0..<5), to: rig.configuration.inputTopic)
            let worker = rig.makeWorker()
            let thread = BackgroundThread { worker.run() }
            try rig.awaitCommitted(5)
            try cluster.setBrokerDown(1)
            worker.requestStop()
            let result = try thread.value(within: .seconds(60))
            #expect(result.report.addsUp)
        }
    }
}
