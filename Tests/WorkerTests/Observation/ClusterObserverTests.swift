// A worker that is looked after by its observer: topics that are missing, lag of what cannot be read, markers of
// transactions.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct ClusterObserverTests {
    private static func kinds(_ worker: Worker) -> [Obstacle.Kind: Set<String>] {
        worker.status.snapshot().obstacles.reduce(into: [:]) { $0[$1.kind, default: []].insert($1.subject) }
    }

    private static func line(_ number: Int) -> String { FaultRig.line(number, partition: 0) }

    @Test func missingTopicsAreNamedUntilTheyAreThere() async throws {
        try await onOwnThread {
            let broker = try TestBroker.embedded()
            let cluster = try broker.cluster.unwrap("cluster")
            let probe = WorkerProbe()
            let rig = try WorkerRig(broker) { $0.isObserved = true }
            let topics = [rig.configuration.inputTopic, rig.configuration.outputTopic]
            try broker.write([Self.line(0)], to: topics[0])
            for topic in topics { cluster.setError(.unknownTopicOrPartition, ofTopic: topic) }
            let result = try rig.run(log: probe.log) { worker in
                try eventually("both are missed") { Self.kinds(worker)[.missingTopic] == Set(topics) }
                try probe.await("not-ready", 2)
                #expect(probe.committed == 0)
                for topic in topics { cluster.setError(.noError, ofTopic: topic) }
                try probe.awaitCommitted(1)
                try eventually("it is ready") { worker.status.snapshot().obstacles.isEmpty }
                try probe.await("ready")
            }
            #expect(result.failure == nil)
            #expect(result.report.events == 1)
        }
    }

    @Test func aPartitionWithoutALeaderIsNamedAndItsLagUnknown() async throws {
        try await onOwnThread {
            let broker = try TestBroker.embedded()
            let cluster = try broker.cluster.unwrap("cluster")
            let rig = try WorkerRig(broker) { $0.isObserved = true }
            let input = rig.configuration.inputTopic
            _ = try rig.run { worker in
                try eventually("all is known") {
                    let snapshot = worker.status.snapshot()
                    return snapshot.partitions.count == 2 && snapshot.lag == 0 && snapshot.obstacles.isEmpty
                }
                try cluster.setLeader(of: TopicPartition(input, 1), to: nil)
                try eventually("the topic is named") { Self.kinds(worker)[.noLeader] == [input] }
                try eventually("its lag is not known") { worker.status.snapshot().lag == nil }
                #expect(worker.status.snapshot().lag(of: TopicPartition(input, 0)) == 0)
                try cluster.setLeader(of: TopicPartition(input, 1), to: 1)
                try eventually("it is ready") {
                    worker.status.snapshot().obstacles.isEmpty && worker.status.snapshot().lag == 0
                }
            }
        }
    }

    /// Brokers take no session time-out above `group.max.session.timeout.ms`, half an hour.
    @Test(.enabled(if: TestBroker.can(.topicAdministration), "the embedded broker takes any session time-out"))
    func whatBrokersAnswerALaneThatIsToJoinIsKept() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(TestBroker.any()) { configuration in
                for name in ["consumer.session.timeout.ms", "consumer.max.poll.interval.ms"] {
                    configuration.kafkaProperties.append((name, "3600000"))
                }
            }
            _ = try rig.run { worker in
                try eventually("the refusal is kept") {
                    worker.status.snapshot().lanes[0]?.groupRefusal?.contains("INVALID_SESSION_TIMEOUT") == true
                }
            }
        }
    }

    @Test(.enabled(if: TestBroker.can(.transactions), "the embedded broker shows aborted records"))
    func markersAndAbortedRecordsAreNoLag() async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let rig = try WorkerRig(broker, partitions: 1) { $0.isObserved = true }
            let lines = (0..<20).map(Self.line)
            try broker.writeTransactions([(lines, true), (lines, false)], to: rig.configuration.inputTopic)
            let probe = WorkerProbe()
            _ = try rig.run(log: probe.log) { worker in
                try probe.awaitCommitted(20)
                try eventually("nothing is left to read") {
                    let place = TopicPartition(rig.configuration.inputTopic, 0)
                    let view = worker.status.snapshot().view?.partitions[place]
                    return view?.probe == .nothing(from: 20, to: 42) && worker.status.snapshot().lag == 0
                }
                #expect(worker.status.snapshot().oldestUnprocessedAge(epochMilliseconds: 1 << 42) == 0)
            }
        }
    }
}
