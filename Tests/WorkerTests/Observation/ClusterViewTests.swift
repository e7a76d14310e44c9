// What follows from what brokers say of a partition, and when an answer that is missing becomes an obstacle.

import Testing

@testable import Worker

@Suite struct ClusterViewTests {
    private func partition(
        first: Int64 = 0,
        end: Int64 = 100,
        committed: Int64? = nil,
        probe: PartitionView.Probe? = nil
    ) -> PartitionView {
        var view = PartitionView(first: first, end: end, time: 0, latestStart: 80)
        (view.committed, view.probe) = (committed, probe)
        return view
    }

    @Test func aPartitionStartsWhereMostIsKnownToBeRead() {
        #expect(partition().lag(next: nil, .earliest) == 100)
        #expect(partition(first: 30).lag(next: nil, .earliest) == 70)
        #expect(partition().lag(next: nil, .latest) == 20)
        #expect(partition(committed: 40).lag(next: nil, .latest) == 60)
        #expect(partition(committed: 40).lag(next: 90, .earliest) == 10)
        #expect(partition(committed: 95).lag(next: 90, .earliest) == 5)
        #expect(partition(first: 50, committed: 40).lag(next: nil, .earliest) == 50)
        #expect(partition(committed: 120).lag(next: nil, .earliest) == 0)
    }

    @Test func aProbeCountsOnlyFromWhereItBegan() {
        let nothing = partition(committed: 90, probe: .nothing(from: 90, to: 98))
        #expect(nothing.lag(next: nil, .earliest) == 2)
        #expect(nothing.lag(next: 91, .earliest) == 9)
        let record = partition(committed: 90, probe: .record(from: 90, at: 97, time: 5))
        #expect(record.lag(next: nil, .earliest) == 3)
        #expect(record.firstUnreadTime(next: nil, .earliest) == 5)
        #expect(record.firstUnreadTime(next: 98, .earliest) == nil)
    }

    @Test func whatMayPassIsAnObstacleOnlyWhenItStands() {
        var view = ClusterView()
        let absent = Obstacle(.noAnswer, "g", "first")
        view.note(.committed, absent, at: 1)
        view.note(.topic("t"), Obstacle(.missingTopic, "t", "missing"), at: 1)
        #expect(view.obstacles(at: 1).map(\.kind) == [.missingTopic])
        view.note(.committed, Obstacle(.noAnswer, "g", "second"), at: ClusterView.grace)
        #expect(view.obstacles(at: 1 + ClusterView.grace).map(\.text) == ["missing", "second"])
        view.note(.committed, nil, at: 2)
        view.note(.committed, absent, at: ClusterView.grace)
        #expect(view.obstacles(at: 1 + ClusterView.grace).map(\.kind) == [.missingTopic])
    }

    @Test func whatTakesThePlaceOfSomethingAlikeStandsSinceThen() {
        var view = ClusterView()
        view.note(.leader(1), Obstacle(.noAnswer, "broker 1", ""), at: 1)
        view.beginLook()
        view.note(.topic("t"), Obstacle(.noLeader, "t", ""), at: 5)
        view.note(.committed, Obstacle(.missingRight, "g", ""), at: 5)
        view.forgetLeaders(but: [])
        #expect(view.obstacles(at: 1 + ClusterView.grace).map(\.kind) == [.missingRight, .noLeader])
        view.note(.topic("t"), nil, at: 6)
        view.beginLook()
        view.note(.topic("t"), Obstacle(.noLeader, "t", ""), at: 7)
        #expect(view.obstacles(at: 1 + ClusterView.grace).map(\.kind) == [.missingRight])
    }

    /// Otherwise the worker would be ready for as long as a broker may be silent.
    @Test func aTopicThatWasMissingAndIsNotAnsweredForStandsInTheWayWithoutABreak() {
        var view = ClusterView()
        view.note(.topic("t"), Obstacle(.missingTopic, "t", ""), at: 0)
        view.beginLook()
        view.note(.topic("t"), Obstacle(.noAnswer, "t", ""), at: ClusterView.grace)
        #expect(view.obstacles(at: ClusterView.grace).map(\.kind) == [.noAnswer])
    }

    @Test func leadersThatLeadNothingAnyMoreAreForgotten() {
        var view = ClusterView()
        for broker: Int32 in [1, 2] { view.note(.leader(broker), Obstacle(.noAnswer, "broker \(broker)", ""), at: 0) }
        view.forgetLeaders(but: [2])
        #expect(view.obstacles(at: ClusterView.grace).map(\.subject) == ["broker 2"])
    }
}
