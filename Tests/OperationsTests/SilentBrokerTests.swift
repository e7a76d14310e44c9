// Brokers that do not answer, partitions without a leader: commands end within their time, and say who does not answer.

import Kafka
import KafkaTestSupport
import Synchronization
import Testing
import WorkerTestSupport

@testable import Operations
@testable import Worker

@Suite struct SilentBrokerTests {
    /// A topic of two partitions, each led by a broker of its own.
    private static func makeRig() throws -> FaultRig {
        let rig = try FaultRig(brokers: 2, partitions: 2) { $0.patience = Patience(.seconds(1)) }
        for partition in 0..<Int32(2) {
            try rig.cluster.setLeader(of: TopicPartition(rig.configuration.inputTopic, partition), to: partition + 1)
            try rig.write(0..<3, partition: partition)
        }
        return rig
    }

    @Test func aLeaderThatDoesNotAnswerIsNamedWithItsPartition() async throws {
        try await onOwnThread {
            let rig = try Self.makeRig()
            let inspector = try TopicInspector(rig.configuration)
            defer { inspector.close() }
            #expect(try inspector.extents([0, 1]).count == 2)
            try rig.cluster.setRoundTripTime(.seconds(60), of: 2)
            let failure = #expect(throws: CommandFailure.self) { try inspector.extents([0, 1]) }
            let text = failure?.description ?? ""
            let topic = rig.configuration.inputTopic
            // What was asked, then who does not answer: nothing of the library's between them.
            #expect(text.contains(": no answer from broker 2 (127.0.0.1:"), "\(text)")
            #expect(!text.contains("_TIMED_OUT") && !text.contains("(retriable)"), "\(text)")
            #expect(text.contains("which leads partition 1 of topic '\(topic)'"), "\(text)")
            #expect(failure?.isTransient == true)
            #expect(try inspector.extents([0]).count == 1)
        }
    }

    /// So a question after an unanswered one does not add its own time.
    @Test func questionsTogetherHaveOneTimeLimit() throws {
        let whole = Patience(.seconds(60))
        #expect(whole.limit == .seconds(60))
        let together = whole.together()
        let first = together.limit
        #expect(first <= .seconds(60))
        try eventually("time passes") { together.limit < first }
        let over = Patience(.zero).together()
        #expect(over.limit > .zero)
    }

    @Test func aRecordThatDoesNotComeIsNoEmptyPartition() async throws {
        try await onOwnThread {
            let rig = try Self.makeRig()
            let inspector = try TopicInspector(rig.configuration)
            defer { inspector.close() }
            _ = try inspector.extents([0, 1])
            try rig.cluster.setRoundTripTime(.seconds(60), of: 2)
            let failure = #expect(throws: CommandFailure.self) { try inspector.times(of: [1: 0]) }
            #expect(failure?.isTransient == true)
            #expect(failure?.description.contains("partition 1 of topic") == true, "\(String(describing: failure))")
        }
    }

    @Test func aPartitionWithoutALeaderIsNamed() async throws {
        try await onOwnThread {
            let rig = try Self.makeRig()
            let inspector = try TopicInspector(rig.configuration)
            defer { inspector.close() }
            try rig.cluster.setLeader(of: TopicPartition(rig.configuration.inputTopic, 1), to: nil)
            let failure = #expect(throws: CommandFailure.self) { try inspector.extents([0, 1]) }
            #expect(
                failure?.description.hasPrefix("no broker leads partition 1 of topic") == true,
                "\(String(describing: failure))"
            )
            #expect(failure?.isTransient == true)
        }
    }

    @Test func whatIsWaitedForIsShownUntilTheAnswerIsThere() async throws {
        try await onOwnThread {
            let shown = Shown()
            let patience = Patience(show: { shown.add($0) })
            _ = try patience.ask("quick") { () throws(KafkaError) in 1 }
            try patience.ask("broker 2") { () throws(KafkaError) in
                do {
                    try eventually("it is shown") { shown.texts == ["broker 2"] }
                } catch {
                    throw KafkaError(code: .timedOut, operation: "\(error)")
                }
            }
            #expect(shown.texts == ["broker 2", nil])
        }
    }

    private final class Shown: Sendable {
        private let list = Mutex<[String?]>([])

        var texts: [String?] { list.withLock { $0 } }

        func add(_ text: String?) { list.withLock { $0.append(text) } }
    }
}
