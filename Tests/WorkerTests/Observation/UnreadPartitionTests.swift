// Partitions that no member of the group was given: they are found, told, and shared out.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct UnreadPartitionTests {
    /// A member that does not ask how many partitions there are shares out too few, as one does that a broker tells an
    /// old number.
    @Test(
        .enabled(if: TestBroker.can(.transactions), "the embedded broker does not describe groups"),
        arguments: [WorkerConfiguration.AssignmentStrategy.range, .cooperativeSticky],
        [nil, "worker-1"]
    )
    func aPartitionThatNoMemberHasIsSharedOut(
        _ strategy: WorkerConfiguration.AssignmentStrategy,
        _ instance: String?
    ) async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            guard !broker.sharesOutPartitions else { return }
            let rig = try WorkerRig(broker) {
                $0.isObserved = true
                $0.assignmentStrategy = strategy
                $0.groupInstanceID = instance
                $0.kafkaProperties += [("topic.metadata.refresh.interval.ms", "-1")]
            }
            let input = rig.configuration.inputTopic
            let probe = WorkerProbe()
            let result = try rig.run(log: probe.log) { worker in
                try broker.write([FaultRig.line(0, partition: 0)], to: input, partition: 0)
                try probe.awaitCommitted(1)
                try broker.addPartitions(to: input, total: 3)
                try eventually("a record is written to the new partition") {
                    (try? broker.write([FaultRig.line(1, partition: 2)], to: input, partition: 2)) != nil
                }
                // Two questions to the coordinator, five looks each, which a loaded machine makes long.
                try probe.awaitCommitted(2, within: .seconds(240))
                #expect(probe.count("group-rejoined") >= 1)
                try eventually("it is ready") { worker.status.snapshot().obstacles.isEmpty }
            }
            #expect(result.failure == nil)
            #expect(result.report.addsUp)
            #expect(result.report.partitions[TopicPartition(input, 2)]?.events == 1)
            #expect(result.report.events == 2)
        }
    }

    @Test func whereJoiningAgainDoesNotHelpItIsDoneLessAndLessOften() {
        let status = WorkerStatus(WorkerConfiguration())
        var seconds: [Int64] = []
        for second in 0..<1000 as Range<Int64> {
            status.askToRejoin("member-1")
            if status.takeRejoin(of: "member-1", at: second * 1_000_000_000) { seconds.append(second) }
        }
        #expect(seconds == [0, 30, 90, 210, 450, 930])
        status.askToRejoin(nil)
        status.askToRejoin("member-1")
        #expect(status.takeRejoin(of: "member-1", at: 1_000_000_000_000))
    }

    @Test func onlyTheMemberThatIsAskedJoinsAgainAndOneTime() {
        let status = WorkerStatus(WorkerConfiguration())
        #expect(!status.takeRejoin(of: "member-1"))
        status.askToRejoin("member-1")
        #expect(!status.takeRejoin(of: nil))
        #expect(!status.takeRejoin(of: "member-2"))
        #expect(status.takeRejoin(of: "member-1"))
        #expect(!status.takeRejoin(of: "member-1"))
    }
}
