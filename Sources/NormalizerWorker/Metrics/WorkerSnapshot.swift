// All lanes at one moment, and what follows from that: alive, ready, and why not. Pure.

/// What a worker is doing.
struct WorkerSnapshot: Sendable {
    var laneCount: Int
    var lanes: [Int: LaneSnapshot]
    /// Records committed in a second, over the last minute.
    var recordsPerSecond: Double
    /// Monotonic nanoseconds.
    var now: Int64
    /// When the lane that has been silent for longest last gave a sign of life.
    var oldestHeartbeat: Int64

    /// A lane whose thread is silent for so long hangs, in nanoseconds.
    static let silence: Int64 = 120_000_000_000
    /// A partition that has records and makes no progress for so long is stuck, in nanoseconds.
    static let stuck: Int64 = 60_000_000_000

    /// The counts of all lanes.
    var report: WorkerReport {
        lanes.values.reduce(into: WorkerReport()) { $0.add($1.report) }
    }

    /// All partitions that are owned.
    var partitions: [Int32: PartitionSnapshot] {
        lanes.values.reduce(into: [:]) { $0.merge($1.partitions) { first, _ in first } }
    }

    /// Records that are not read yet.
    var lag: Int64 { partitions.values.reduce(0) { $0 + ($1.lag ?? 0) } }

    /// Whether every lane's thread gives signs of life.
    var isAlive: Bool { now - oldestHeartbeat < WorkerSnapshot.silence }

    /// Why the worker is not ready; empty if it is.
    var obstacles: [String] {
        var obstacles: [String] = []
        if lanes.count < laneCount || lanes.values.contains(where: { !$0.isStarted }) {
            obstacles.append("not all lanes have started")
        }
        for (number, lane) in lanes.sorted(by: { $0.key < $1.key }) {
            switch lane.trouble {
            case .waitingForOperator(let text): obstacles.append("lane \(number) waits for an operator: \(text)")
            case .waitingForBrokers(let text):
                obstacles.append("lane \(number) waits for an answer of \(text)")
            case .connection(let text): obstacles.append("lane \(number) has no connection: \(text)")
            case nil: break
            }
        }
        for (number, partition) in partitions.sorted(by: { $0.key < $1.key })
        where partition.lag ?? 0 > 0 && now - partition.lastProgress >= WorkerSnapshot.stuck {
            obstacles.append("partition \(number) is stuck: \(partition.lag ?? 0) records, no progress")
        }
        if !isAlive { obstacles.append("a lane gives no sign of life") }
        return obstacles
    }

    /// The age, in milliseconds, of the record before the oldest one that is not read yet; 0 if all are read.
    func oldestUnprocessedAge(epochMilliseconds now: Int64) -> Int64 {
        partitions.values.reduce(0) { oldest, partition in
            guard partition.lag ?? 0 > 0, let time = partition.lastRecordTime else { return oldest }
            return max(oldest, now - time)
        }
    }

    /// Seconds until all is read at the present rate; nil if that never happens.
    var secondsToDrain: Double? {
        if lag == 0 { return 0 }
        return recordsPerSecond > 0 ? Double(lag) / recordsPerSecond : nil
    }
}
