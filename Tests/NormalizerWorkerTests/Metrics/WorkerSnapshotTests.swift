// What follows from the state of lanes: ready or not and why, lag, age, and a page that Prometheus can read.

import Testing

@testable import NormalizerWorker

@Suite struct WorkerSnapshotTests {
    private static let second: Int64 = 1_000_000_000

    private func snapshot(
        now: Int64 = 1000 * second,
        heartbeat: Int64? = nil,
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
            oldestHeartbeat: heartbeat ?? now
        )
    }

    @Test func anIdleWorkerIsReady() {
        #expect(snapshot().obstacles == [])
        #expect(snapshot().isAlive)
        #expect(snapshot().secondsToDrain == 0)
    }

    @Test func aLaneThatHasNotStartedIsNotReady() {
        #expect(snapshot { $0.isStarted = false }.obstacles.count == 1)
        #expect(
            WorkerSnapshot(laneCount: 2, lanes: [:], recordsPerSecond: 0, now: 0, oldestHeartbeat: 0).obstacles.count
                == 1
        )
    }

    @Test func aPartitionWithRecordsAndNoProgressIsStuck() {
        func stuck(lag: Int64?, secondsAgo: Int64) -> [String] {
            snapshot { lane in
                let progress = (1000 - secondsAgo) * Self.second
                lane.partitions[3] = PartitionSnapshot(lag: lag, lastRecordTime: nil, lastProgress: progress)
            }.obstacles
        }
        #expect(stuck(lag: 5, secondsAgo: 61) == ["partition 3 is stuck: 5 records, no progress"])
        #expect(stuck(lag: 5, secondsAgo: 59) == [])
        #expect(stuck(lag: 0, secondsAgo: 600) == [])
        #expect(stuck(lag: nil, secondsAgo: 600) == [])
    }

    @Test func troubleIsAnObstacle() {
        #expect(
            snapshot { $0.trouble = .waitingForBrokers("the coordinator of the group") }.obstacles
                == ["lane 0 waits for an answer of the coordinator of the group"]
        )
        #expect(snapshot { $0.trouble = .connection("refused") }.obstacles == ["lane 0 has no connection: refused"])
        #expect(snapshot { $0.trouble = .waitingForOperator("ACL") }.obstacles == ["lane 0 waits for an operator: ACL"])
    }

    @Test func aSilentLaneIsNotAlive() {
        let silent = snapshot(heartbeat: 1000 * Self.second - WorkerSnapshot.silence)
        #expect(!silent.isAlive)
        #expect(silent.obstacles == ["a lane gives no sign of life"])
    }

    @Test func ageAndTimeToDrainCountWhatIsNotRead() {
        let behind = snapshot { lane in
            lane.partitions[0] = PartitionSnapshot(lag: 100, lastRecordTime: 5000, lastProgress: 0)
            lane.partitions[1] = PartitionSnapshot(lag: 0, lastRecordTime: 1000, lastProgress: 0)
        }
        #expect(behind.lag == 100)
        #expect(behind.secondsToDrain == 10)
        #expect(behind.oldestUnprocessedAge(epochMilliseconds: 8000) == 3000)
    }

    @Test func thePageHasOneFamilyForEachNameAndNothingTwice() {
        let busy = snapshot { lane in
            lane.report.partitions[0] = PartitionCounts()
            lane.report.deadLetterReasons = ["empty": 2, "no-asa-tag": 1]
            lane.report.layoutMisses = [722_051: 3]
            lane.partitions[0] = PartitionSnapshot(lag: 7, lastRecordTime: 1, lastProgress: 0)
            lane.timings.records.add(20)
            lane.timings.add(.commit, .milliseconds(30))
        }
        let page = MetricsPage(busy, WorkerConfiguration(), ProcessFigures()).text
        let lines = page.split(separator: "\n").map(String.init)
        let samples = lines.filter { !$0.hasPrefix("#") }
        #expect(Set(samples.map { $0.split(separator: " ")[0] }).count == samples.count)
        let types = lines.filter { $0.hasPrefix("# TYPE ") }.map { $0.split(separator: " ")[2] }
        #expect(Set(types).count == types.count)
        let form = #/^[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? (\+Inf|-?[0-9.e+-]+)$/#
        for sample in samples { #expect(sample.wholeMatch(of: form) != nil, "\(sample)") }
        #expect(samples.contains("normalizer_dead_letters_total{reason=\"empty\"} 2"))
        #expect(samples.contains("normalizer_layout_misses_total{id=\"722051\"} 3"))
        #expect(samples.contains("normalizer_lag_records{partition=\"0\"} 7"))
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
