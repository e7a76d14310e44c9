// The doctor: what it says of a healthy cluster, of missing topics, of brokers that are away, and of settings.

import Kafka
import KafkaTestSupport
import Normalization
import Testing
import WorkerTestSupport

@testable import Operations
@testable import Worker

@Suite struct DoctorTests {
    /// What the doctor finds; it waits for all that is there to answer, and for what does not answer only so long.
    private func findings(
        _ configuration: WorkerConfiguration,
        scratchTopic: String? = nil,
        within limit: Duration = .seconds(60)
    ) throws -> [Finding] {
        var configuration = configuration
        configuration.patience = Patience(limit)
        let doctor = Doctor(configuration) { _ in }
        try doctor.examine(scratchTopic: scratchTopic)
        return doctor.findings
    }

    private static let transactions: Comment =
        "the embedded broker neither isolates nor fences, as the next test has it"

    @Test(.enabled(if: TestBroker.can(.transactions), transactions))
    func aHealthyClusterHasNoFault() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any())
            let found = try findings(rig.configuration, scratchTopic: rig.broker.makeTopic())
            #expect(found.filter { $0.verdict == .fault } == [])
            #expect(found.filter { $0.subject.hasPrefix("transaction on") && $0.verdict == .good }.count == 3)
            #expect(found.contains { $0.subject.hasSuffix("max.message.bytes") })
        }
    }

    @Test func brokersWithoutIsolationAndFencingAreFoundOut() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .embedded())
            let found = TransactionTrial(configuration: rig.configuration, topic: try rig.broker.makeTopic()).findings()
            #expect(found.filter { $0.verdict == .fault && $0.advice.contains("--delivery at-least-once") }.count == 2)
        }
    }

    /// As one is whose transaction was open for too long, because a machine stood still.
    @Test func aProducerThatIsFencedBeforeItsTurnIsReplaced() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .embedded())
            let cluster = try rig.broker.cluster.unwrap("cluster")
            let trial = TransactionTrial(configuration: rig.configuration, topic: try rig.broker.makeTopic())
            cluster.pushErrors([.invalidProducerEpoch], for: .endTransaction)
            let found = trial.findings()
            #expect(found.contains { $0.verdict == .good && $0.detail == "committed, and aborted another" }, "\(found)")
            cluster.pushErrors([.invalidProducerEpoch, .invalidProducerEpoch], for: .endTransaction)
            let lost = trial.findings()
            #expect(lost.map(\.verdict) == [.fault], "another one may use its id: \(lost)")
        }
    }

    @Test(.enabled(if: TestBroker.can(.topicAdministration), "the embedded broker lists no groups"))
    func topicsOfRulesAreLookedAtAsOutputs() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let flows = try broker.makeTopic()
            let rig = try WorkerRig(broker) { configuration in
                #expect(configuration.events.rules.add("topic \(flows) id=302013", at: "test") == [])
                configuration.delivery = .exactlyOnce
            }
            let found = try findings(rig.configuration)
            let writing = found.filter { $0.subject == flows && $0.detail == "may be written" }
            #expect(writing.count == 1, "\(found)")
        }
    }

    // Both times: asking must not make the topic, on brokers that make those that a producer asks for.
    @Test(.enabled(if: TestBroker.can(.topicAdministration), "the embedded broker makes every topic that is asked for"))
    func aMissingTopicIsAFaultWithAdvice() async throws {
        try await onOwnThread {
            let missing = TestBroker.uniqueName("no-such-topic")
            let rig = try WorkerRig(try .any()) { $0.outputTopic = missing }
            for _ in 0..<2 {
                let found = try findings(rig.configuration)
                #expect(found.contains { $0.subject == missing && $0.verdict == .fault && !$0.advice.isEmpty })
            }
        }
    }

    @Test(.enabled(if: TestBroker.can(.topicAdministration), "the embedded broker lists no groups"))
    func workersOfAnotherGroupOnTheInputAreTold() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any())
            var other = rig.configuration
            other.groupID = TestBroker.uniqueName("other")
            func found() throws -> [Finding] { try findings(other).filter { $0.subject.hasPrefix("group ") } }
            _ = try rig.run { worker in
                try eventually("the partitions are owned") { worker.status.snapshot().partitions.count == 2 }
                let mine = "group \(rig.configuration.groupID)"
                #expect(try found().filter { $0.verdict == .warning }.map(\.subject) == [mine])
                #expect(try findings(rig.configuration).allSatisfy { $0.subject != "group \(other.groupID)" })
            }
            #expect(try found().map(\.subject) == ["group \(other.groupID)"])
        }
    }

    @Test func brokersThatAreAwayEndTheExamination() async throws {
        try await onOwnThread {
            var configuration = WorkerConfiguration()
            configuration.bootstrapServers = "127.0.0.1:1"
            let found = try findings(configuration, within: .seconds(3))
            #expect(found.last?.subject == "brokers")
            #expect(found.last?.verdict == .fault)
            #expect(found.last?.isTransient == true)
            #expect(found.last?.detail.contains("127.0.0.1:1") == true, "\(found)")
            #expect(found.last?.detail.contains("Connection refused") == true, "\(found)")
        }
    }

    /// So the command ends with 75: trying again later is enough.
    @Test func aPartitionWithoutALeaderMayHaveOneLater() async throws {
        try await onOwnThread {
            let rig = try FaultRig(brokers: 2, partitions: 2)
            let topic = rig.configuration.inputTopic
            try rig.cluster.setLeader(of: TopicPartition(topic, 1), to: nil)
            let found = try findings(rig.configuration, within: .seconds(3))
                .filter { $0.subject == topic && $0.verdict == .fault }
            #expect(found.first?.detail == "no broker leads partition 1", "\(found)")
            #expect(found.filter { !$0.isTransient } == [])
        }
    }

    /// What one broker does not answer leaves the other questions as they are.
    @Test func aBrokerThatDoesNotAnswerIsNamedAndTheOthersAreAsked() async throws {
        try await onOwnThread {
            let rig = try FaultRig(brokers: 2, partitions: 2)
            let topic = rig.configuration.inputTopic
            for partition in 0..<Int32(2) {
                try rig.cluster.setLeader(of: TopicPartition(topic, partition), to: partition + 1)
            }
            try rig.cluster.setCoordinator(.group, of: rig.configuration.groupID, to: 1)
            try rig.cluster.setRoundTripTime(.seconds(60), of: 2)
            let found = try findings(rig.configuration, within: .seconds(3))
            let silent = found.first { $0.subject == topic && $0.verdict == .fault }
            #expect(silent?.detail.contains("which leads partition 1") == true, "\(found)")
            #expect(silent?.isTransient == true)
            #expect(found.contains { $0.subject.hasPrefix("group ") }, "\(found)")
            #expect(found.contains { $0.subject.hasPrefix("transactional id ") }, "\(found)")
        }
    }

    @Test(
        arguments: [
            ("min.insync.replicas", "1", Finding.Verdict.good), ("min.insync.replicas", "2", .good),
            ("max.message.bytes", "1048588", .good), ("max.message.bytes", "65536", .warning),
            ("cleanup.policy", "compact", .warning), ("message.timestamp.after.max.ms", "60000", .warning),
        ]
    )
    func settingsOfAnOutputAreJudged(_ name: String, _ value: String, _ verdict: Finding.Verdict) {
        #expect(TopicRules.findings("t", .output, [name: value]).map(\.verdict) == [verdict])
    }

    @Test func whatKafka4BeginsWithIsNoWarning() {
        let settings = [
            "min.insync.replicas": "1", "max.message.bytes": "1048588", "cleanup.policy": "delete",
            "message.timestamp.after.max.ms": "3600000", "message.timestamp.before.max.ms": "9223372036854775807",
            "message.timestamp.type": "CreateTime", "retention.ms": "604800000",
        ]
        for role in [TopicRules.Role.input, .output, .deadLetters] {
            #expect(TopicRules.findings("t", role, settings).filter { $0.verdict != .good } == [])
        }
    }

    @Test func compactedDeadLettersAreAFault() {
        #expect(TopicRules.findings("t", .deadLetters, ["cleanup.policy": "compact"]).map(\.verdict) == [.fault])
    }

    @Test func aCompactedInputIsAFault() {
        #expect(TopicRules.findings("t", .input, ["cleanup.policy": "compact,delete"]).map(\.verdict) == [.fault])
        #expect(TopicRules.findings("t", .input, ["cleanup.policy": "delete", "retention.ms": "-1"]) == [])
        #expect(TopicRules.findings("t", .input, ["retention.ms": "3600000"]).map(\.verdict) == [.warning])
    }
}
