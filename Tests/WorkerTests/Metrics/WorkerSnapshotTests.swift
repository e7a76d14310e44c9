// What follows from the state of lanes: ready or not and why, lag, age, and a page that Prometheus can read.

import Kafka
import Normalization
import Testing

@testable import Worker

@Suite struct WorkerSnapshotTests {
    private static let second: Int64 = 1_000_000_000

    private func snapshot(
        now: Int64 = 1000 * second,
        heartbeat: Int64? = nil,
        view: ClusterView? = nil,
        _ change: (inout LaneSnapshot) -> Void = { _ in }
    ) -> WorkerSnapshot {
        var lane = LaneSnapshot()
        lane.isStarted = true
        change(&lane)
        return WorkerSnapshot(
            laneCount: 1,
            lanes: [0: lane],
            recordsPerSecond: 10,
            now: now,
            oldestHeartbeat: heartbeat ?? now,
            isObserved: view != nil,
            view: view
        )
    }

    private func place(_ number: Int32) -> TopicPartition { TopicPartition("in", number) }

    /// What is seen of partitions that end at these offsets.
    private func view(_ ends: [Int32: Int64], at time: Int64 = 1000 * second) -> ClusterView {
        var view = ClusterView()
        for (number, end) in ends {
            view.partitions[place(number)] = PartitionView(first: 0, end: end, time: time, latestStart: end)
        }
        return view
    }

    @Test func anIdleWorkerIsReady() {
        #expect(snapshot().obstacles == [])
        #expect(snapshot().isAlive)
        #expect(snapshot().secondsToDrain == 0)
    }

    @Test func aLaneThatHasNotStartedIsNotReady() {
        #expect(snapshot { $0.isStarted = false }.obstacles.map(\.kind) == [.notStarted])
        let empty = WorkerSnapshot(laneCount: 2, lanes: [:], recordsPerSecond: 0, now: 0, oldestHeartbeat: 0)
        #expect(empty.obstacles.map(\.kind) == [.notStarted])
    }

    @Test func aClusterThatNobodyHasLookedAtIsNotReady() {
        var unseen = snapshot()
        unseen.isObserved = true
        #expect(unseen.obstacles.map(\.text) == ["the cluster has not been looked at yet"])
    }

    @Test func aPartitionWithRecordsAndNoProgressIsStuck() {
        func stuck(lag: Int64, secondsAgo: Int64, drained: Int64? = nil) -> [String] {
            var view = view([3: 10 + lag])
            view.partitions[place(3)]?.drainedAt = drained
            return snapshot(view: view) { lane in
                let progress = (1000 - secondsAgo) * Self.second
                lane.partitions[place(3)] = PartitionSnapshot(next: 10, lastProgress: progress)
            }.obstacles.map(\.text)
        }
        #expect(stuck(lag: 5, secondsAgo: 61) == ["partition in[3] is stuck: 5 records, no progress"])
        #expect(stuck(lag: 5, secondsAgo: 59) == [])
        #expect(stuck(lag: 0, secondsAgo: 600) == [])
        #expect(stuck(lag: 5, secondsAgo: 600, drained: 950 * Self.second) == [])
    }

    @Test func markersBehindTheLastRecordAreNeitherLagNorStuck() {
        var view = view([0: 13])
        view.partitions[place(0)]?.probe = .nothing(from: 10, to: 13)
        let quiet = snapshot(view: view) { $0.partitions[place(0)] = PartitionSnapshot(next: 10, lastProgress: 0) }
        #expect(quiet.lag == 0)
        #expect(quiet.obstacles == [])
        #expect(quiet.oldestUnprocessedAge(epochMilliseconds: 1 << 40) == 0)
    }

    @Test func lagThatCannotBeAskedIsUnknown() {
        let owning: (inout LaneSnapshot) -> Void = {
            $0.partitions[place(0)] = PartitionSnapshot(next: 10, lastProgress: 0)
        }
        let unseen = snapshot(view: view([:]), owning)
        let old = snapshot(view: view([0: 10], at: 985 * Self.second), owning)
        let outside = snapshot(view: view([:])) { $0.outOfGroupSince = 980 * Self.second }
        for unknown in [unseen, old, outside] {
            #expect(unknown.lag == nil)
            #expect(unknown.secondsToDrain == nil)
            #expect(unknown.oldestUnprocessedAge(epochMilliseconds: 0) == nil)
            let page = MetricsPage(unknown, WorkerConfiguration(), ProcessFigures()).text
            #expect(page.contains("\nnormalizer_lag_known 0\n"))
            #expect(page.contains("\nnormalizer_oldest_unprocessed_seconds NaN\n"))
            #expect(!page.contains("\nnormalizer_lag_records{"))
            #expect(StatusPage.text(unknown, WorkerConfiguration()).contains(#""lag":null"#))
        }
        #expect(snapshot(view: view([0: 10], at: 986 * Self.second), owning).lag == 0)
    }

    @Test func aLaneThatIsInNoGroupForLongIsNotReady() {
        func kinds(_ seconds: Int64) -> [Obstacle.Kind] {
            snapshot { $0.outOfGroupSince = (1000 - seconds) * Self.second }.obstacles.map(\.kind)
        }
        #expect(kinds(9) == [])
        #expect(kinds(10) == [.noMembership])
        var outside = snapshot { $0.outOfGroupSince = 980 * Self.second }
        #expect(outside.obstacles.first?.text == "lane 0 is not a member of its group for 20 s")
        outside.groupProtocol = .consumer
        #expect(outside.obstacles.first?.text.contains("--group-protocol consumer, use classic") == true)
        let refused = snapshot {
            $0.outOfGroupSince = 980 * Self.second
            $0.groupRefusal = "INVALID_SESSION_TIMEOUT"
        }
        #expect(refused.obstacles.first?.text.hasSuffix("its group for 20 s: INVALID_SESSION_TIMEOUT") == true)
    }

    @Test func theLagOfALaneThatIsAboutToJoinIsNotKnown() {
        let view = view([0: 10], at: 986 * Self.second)
        #expect(snapshot(view: view) { $0.outOfGroupSince = 999 * Self.second }.lag == nil)
    }

    @Test func recordsBehindAnOpenTransactionAreToldAsWhatHoldsAPartitionUp() {
        var view = view([0: 30])
        view.partitions[place(0)]?.probe = .nothing(from: 10, to: 20)
        let stuck = snapshot(view: view) { $0.partitions[place(0)] = PartitionSnapshot(next: 10, lastProgress: 0) }
        let cause = "10 records, they stand behind a transaction of a writer that is open"
        #expect(stuck.obstacles.map(\.text) == ["partition in[0] is stuck: \(cause)"])
    }

    @Test func troubleIsAnObstacle() {
        func texts(_ trouble: LaneTrouble) -> [String] { snapshot { $0.trouble = trouble }.obstacles.map(\.text) }
        #expect(texts(.connection("refused")) == ["lane 0 has no connection: refused"])
        #expect(texts(.waitingForOperator("ACL")) == ["lane 0 waits for an operator: ACL"])
        #expect(texts(.waitingForBrokers("the group")) == ["lane 0 waits for an answer of the group"])
    }

    @Test func questionsGoUnansweredWithoutAConnectionAndThatIsSaidOnce() {
        var view = view([:])
        view.note(.committed, Obstacle(.noAnswer, "g", "no answer"), at: 0)
        view.note(.topic("t"), Obstacle(.missingTopic, "t", "missing"), at: 0)
        #expect(snapshot(view: view).obstacles.map(\.kind) == [.missingTopic, .noAnswer])
        let cut = snapshot(view: view) { $0.trouble = .connection("refused") }
        #expect(cut.obstacles.map(\.kind) == [.connection, .missingTopic])
    }

    @Test func aSilentLaneIsNotAlive() {
        let silent = snapshot(heartbeat: 1000 * Self.second - WorkerSnapshot.silence)
        #expect(!silent.isAlive)
        #expect(silent.obstacles.map(\.text) == ["a lane gives no sign of life"])
    }

    @Test func ageAndTimeToDrainCountWhatIsNotRead() {
        var view = view([0: 110, 1: 10])
        let busy: (inout LaneSnapshot) -> Void = { lane in
            lane.partitions[place(0)] = PartitionSnapshot(next: 10, lastRecordTime: 5000, lastProgress: 0)
            lane.partitions[place(1)] = PartitionSnapshot(next: 10, lastRecordTime: 1000, lastProgress: 0)
        }
        let behind = snapshot(view: view, busy)
        #expect(behind.lag == 100)
        #expect(behind.secondsToDrain == 10)
        #expect(behind.oldestUnprocessedAge(epochMilliseconds: 8000) == 3000)
        view.partitions[place(0)]?.drainedAt = 998 * Self.second
        #expect(snapshot(view: view, busy).oldestUnprocessedAge(epochMilliseconds: 8000) == 2000)
        view.partitions[place(0)]?.probe = .record(from: 10, at: 10, time: 7000)
        #expect(snapshot(view: view, busy).oldestUnprocessedAge(epochMilliseconds: 8000) == 1000)
    }

    @Test func thePageHasOneFamilyForEachNameAndNothingTwice() {
        var view = view([0: 8])
        view.note(.topic("t"), Obstacle(.missingTopic, "a \"b\"", "missing"), at: 0)
        let busy = snapshot(view: view) { lane in
            lane.report.partitions[place(0)] = PartitionCounts()
            lane.report.deadLetterReasons = ["empty": 2, "no-asa-tag": 1]
            lane.report.layoutMisses = [722_051: 3]
            var clocks = DeviceClocks()
            for host in ["fw1", "a\"b", ""] {
                clocks.count(.off(fitting: host.isEmpty ? nil : 7200), of: Array(host.utf8).span)
            }
            clocks.count(.leftOut, of: Array("fw1".utf8).span)
            lane.report.add(clocks)
            lane.report.add(clocks)
            lane.partitions[place(0)] = PartitionSnapshot(next: 1, lastRecordTime: 1, lastProgress: 0)
            lane.timings.records.add(20)
            lane.timings.add(.commit, .milliseconds(30))
        }
        let page = MetricsPage(busy, WorkerConfiguration(), ProcessFigures()).text
        let lines = page.split(separator: "\n").map(String.init)
        let samples = lines.filter { !$0.hasPrefix("#") }
        #expect(Set(samples.map { $0.split(separator: " ")[0] }).count == samples.count)
        let types = lines.filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
        #expect(Set(types).count == types.count)
        let form = #/^[a-z_]+(\{[a-z]+="([^"\\]|\\.)*"(,[a-z]+="([^"\\]|\\.)*")*\})? (\+Inf|-?[0-9.e+-]+)$/#
        for sample in samples { #expect(sample.wholeMatch(of: form) != nil, "\(sample)") }
        #expect(samples.contains("normalizer_dead_letters_total{reason=\"empty\"} 2"))
        #expect(samples.contains("normalizer_layout_misses_total{id=\"722051\"} 3"))
        #expect(samples.contains(#"normalizer_device_clock_faults_total{host="fw1",kind="off"} 2"#))
        #expect(samples.contains(#"normalizer_device_clock_faults_total{host="fw1",kind="left-out"} 2"#))
        #expect(samples.contains(#"normalizer_device_clock_faults_total{host="a\"b",kind="off"} 2"#))
        #expect(samples.contains(#"normalizer_device_clock_faults_total{host="",kind="off"} 2"#))
        #expect(
            samples.filter { $0.hasPrefix("normalizer_device_clock_fitting_offset_seconds") }.sorted() == [
                #"normalizer_device_clock_fitting_offset_seconds{host="a\"b"} 7200"#,
                #"normalizer_device_clock_fitting_offset_seconds{host="fw1"} 7200"#,
            ]
        )
        #expect(samples.contains("normalizer_lag_records{topic=\"in\",partition=\"0\"} 7"))
        #expect(samples.contains(#"normalizer_obstacle{kind="missing-topic",subject="a \"b\""} 1"#))
        #expect(samples.contains("normalizer_lag_known 1"))
        #expect(samples.contains("normalizer_batch_records_bucket{le=\"100.0\"} 1"))
        #expect(samples.contains("normalizer_batch_records_bucket{le=\"10.0\"} 0"))
        #expect(samples.contains("normalizer_batch_phase_seconds_bucket{phase=\"commit\",le=\"0.05\"} 1"))
    }

    @Test func figuresOfStatisticsAreFound() {
        let json =
            #"{"type":"consumer","msg_size":12,"brokers":{"a":{"state":"UP"}},"topics":{"t":{"partitions":"#
            + #"{"0":{"fetchq_size": 40},"1":{"fetchq_size":2,"x":1}}}}}"#
        let reader = StatisticsReader(json)
        #expect(reader.isConsumer)
        #expect(reader.isAnyBrokerUp)
        #expect(reader.fetchedBytes == 42)
        #expect(reader.producedBytes == 12)
        let other = StatisticsReader(#"{"type":"producer","brokers":{"a":{"state":"DOWN"}}}"#)
        #expect(!other.isConsumer && !other.isAnyBrokerUp && other.fetchedBytes == 0)
    }
}
