// Where a group stands, at what rate it goes on, and what is said of groups that are not there.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Operations
@testable import Worker

@Suite struct GroupStatusTests {
    private static func status(
        _ partitions: [(committed: Int64?, end: Int64, lag: Int64)],
        at time: Int64,
        since earlier: GroupStatus? = nil
    ) -> GroupStatus {
        let parts = partitions.enumerated().map { number, part in
            GroupStatus.Partition(
                number: Int32(number),
                committed: part.committed,
                end: part.end,
                lag: part.lag,
                oldestUnread: nil,
                member: nil
            )
        }
        return GroupStatus(
            group: "g",
            topic: "t",
            time: time,
            state: nil,
            members: nil,
            partitions: parts,
            rates: earlier.flatMap { GroupStatus.rates(parts, at: time, since: $0) }
        )
    }

    @Test func theRestIsWhatIsGainedOnTheWriters() throws {
        let first = Self.status([(100, 500, 400), (nil, 50, 50)], at: 0)
        #expect(first.lag == 450 && first.rest == nil)
        let second = Self.status([(300, 600, 300), (50, 50, 0)], at: 2_000, since: first)
        let rates = try #require(second.rates)
        #expect(rates.committed == 125 && rates.written == 50)
        #expect(second.rest == .seconds(4))
        #expect(Self.status([(300, 700, 400), (50, 50, 0)], at: 4_000, since: second).rest == .never)
        #expect(Self.status([(700, 700, 0), (50, 50, 0)], at: 4_000, since: second).rest == .drained)
        #expect(Self.status([(700, 700, 1)], at: 2_000, since: second).rates == nil)
    }

    @Test func groupsThatLookLikeOneAreNamed() {
        let names = ["anyconnect-normalizer", "anyconnect-normalizer.replay.1", "billing", "normalizer"]
        #expect(NearestName.alike("anyconnect-normaliser", among: names) == ["anyconnect-normalizer"])
        #expect(NearestName.alike("normalizer", among: names).first == "normalizer")
        #expect(NearestName.alike("collector", among: names) == [])
    }

    @Test(.enabled(if: TestBroker.can(.transactions), "the embedded broker shows aborted records"))
    func markersAreNoLagAndRecordsOfAnOpenTransactionAre() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any(), partitions: 1)
            let topic = rig.configuration.inputTopic
            func lag() throws -> Int64? {
                let inspector = try TopicInspector(rig.configuration, awaitsTransactions: false)
                defer { inspector.close() }
                return try inspector.statusOfTopics(since: []).first?.lag
            }
            try rig.broker.writeTransactions([(["aborted"], false)], to: topic)
            #expect(try lag() == 0)
            let writer = try rig.broker.beginTransaction(["open", "open too"], to: topic)
            #expect(try lag() == 4, "from the beginning, as the group has no offset")
            try writer.commitTransaction(timeout: .seconds(30))
            writer.close(within: .seconds(10))
            #expect(try lag() == 5)
        }
    }
}
