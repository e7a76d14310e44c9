// All lanes at one moment, and what follows from that: alive, ready, and why not. Pure.

internal import Kafka

/// What a worker is doing.
package struct WorkerSnapshot: Sendable {
    var laneCount: Int
    var lanes: [Int: LaneSnapshot]
    /// Records committed in a second, over the last minute.
    var recordsPerSecond: Double
    /// Monotonic nanoseconds.
    var now: Int64
    /// When the lane that has been silent for longest last gave a sign of life.
    var oldestHeartbeat: Int64
    /// Whether somebody looks at the cluster, and what there was to see.
    var isObserved = false
    var view: ClusterView?
    var reset = WorkerConfiguration.OffsetReset.earliest
    var groupProtocol = WorkerConfiguration.GroupProtocol.classic

    /// Describes a worker at a moment; `isObserved` says whether a view of the cluster is to be expected.
    package init(
        laneCount: Int,
        lanes: [Int: LaneSnapshot],
        recordsPerSecond: Double,
        now: Int64,
        oldestHeartbeat: Int64,
        isObserved: Bool = false,
        view: ClusterView? = nil,
        reset: WorkerConfiguration.OffsetReset = .earliest,
        groupProtocol: WorkerConfiguration.GroupProtocol = .classic
    ) {
        self.laneCount = laneCount
        self.lanes = lanes
        self.recordsPerSecond = recordsPerSecond
        self.now = now
        self.oldestHeartbeat = oldestHeartbeat
        self.isObserved = isObserved
        self.view = view
        self.reset = reset
        self.groupProtocol = groupProtocol
    }

    /// A lane whose thread is silent for so long hangs, in nanoseconds.
    static let silence: Int64 = 120_000_000_000
    /// A partition that has records and makes no progress for so long is stuck, in nanoseconds.
    static let stuck: Int64 = 60_000_000_000
    /// A lane that is in no group for so long, in nanoseconds, does not only take part in a rebalance.
    static let joining: Int64 = 10_000_000_000

    var report: WorkerReport { lanes.values.reduce(into: WorkerReport()) { $0.add($1.report) } }

    var partitions: [TopicPartition: PartitionSnapshot] {
        lanes.values.reduce(into: [:]) { $0.merge($1.partitions) { first, _ in first } }
    }

    /// Offsets of an owned partition that are not read yet; nil if brokers did not say lately where it ends.
    func lag(of place: TopicPartition) -> Int64? {
        partitions[place].flatMap { lane in
            view?.partition(place, at: now)?.lag(next: lane.next, reset)
        }
    }

    /// Offsets of all owned partitions that are not read yet; nil if that is not known, as for a lane that is not in
    /// its group, or about to join it.
    package var lag: Int64? {
        let isJoining = lanes.values.contains { $0.partitions.isEmpty && $0.outOfGroupSince != nil }
        guard !isJoining, !lanes.values.contains(where: isOutOfGroup) else { return nil }
        var sum: Int64 = 0
        for place in partitions.keys {
            guard let lag = lag(of: place) else { return nil }
            sum += lag
        }
        return sum
    }

    var isAlive: Bool { now - oldestHeartbeat < WorkerSnapshot.silence }

    private func isOutOfGroup(_ lane: LaneSnapshot) -> Bool {
        lane.outOfGroupSince.map { now - $0 >= WorkerSnapshot.joining } ?? false
    }

    /// Why the worker is not ready; empty if it is.
    package var obstacles: [Obstacle] {
        var obstacles: [Obstacle] = []
        if lanes.count < laneCount || lanes.values.contains(where: { !$0.isStarted }) {
            obstacles.append(Obstacle(.notStarted, "lanes", "not all lanes have started"))
        }
        if isObserved, view == nil {
            obstacles.append(Obstacle(.notStarted, "observer", "the cluster has not been looked at yet"))
        }
        for (number, lane) in lanes.sorted(by: { $0.key < $1.key }) {
            let name = "lane \(number)"
            switch lane.trouble {
            case .waitingForOperator(let text):
                obstacles.append(Obstacle(.waitingForOperator, name, "\(name) waits for an operator: \(text)"))
            case .waitingForBrokers(let text):
                obstacles.append(Obstacle(.noAnswer, name, "\(name) waits for an answer of \(text)"))
            case .waitingForMember(let text):
                obstacles.append(Obstacle(.notStarted, name, "\(name) waits until \(text) has left the group"))
            case .connection(let text):
                obstacles.append(Obstacle(.connection, name, "\(name) has no connection: \(text)"))
            case nil: break
            }
            if isOutOfGroup(lane) {
                let seconds = (now - (lane.outOfGroupSince ?? now)) / 1_000_000_000
                // Where brokers do not speak the protocol at all, librdkafka only waits.
                let hint =
                    groupProtocol == .consumer
                    ? "brokers before Kafka 4.0 do not take --group-protocol consumer, use classic there" : nil
                let reason = (lane.groupRefusal ?? hint).map { ": \($0)" } ?? ""
                let text = "\(name) is not a member of its group for \(seconds) s\(reason)"
                obstacles.append(Obstacle(.noMembership, name, text))
            }
        }
        // That questions go unanswered follows from a connection that is not there.
        let isConnected = !obstacles.contains { $0.kind == .connection }
        obstacles += (view?.obstacles(at: now) ?? []).filter { isConnected || $0.kind != .noAnswer }
        for (place, partition) in partitions.sorted(by: { $0.key < $1.key }) {
            guard let lag = lag(of: place), lag > 0,
                now - max(partition.lastProgress, view?.partitions[place]?.drainedAt ?? 0) >= WorkerSnapshot.stuck
            else { continue }
            // A reader is shown nothing up to there.
            let isHeldUp = view?.partitions[place]?.isHeldUp(next: partition.next, reset) ?? false
            let cause = isHeldUp ? "they stand behind a transaction of a writer that is open" : "no progress"
            let text = "partition \(place) is stuck: \(lag) records, \(cause)"
            obstacles.append(Obstacle(.stuck, "partition \(place)", text))
        }
        if !isAlive { obstacles.append(Obstacle(.silent, "lanes", "a lane gives no sign of life")) }
        return obstacles
    }

    /// The age, in milliseconds, of the oldest record that is not read yet, 0 if all are; nil if that is not known.
    ///
    /// Where a lane stands still it is that of the record itself. Where it moves it is that of the record before, but
    /// no longer ago than the partition was last read to its end.
    func oldestUnprocessedAge(epochMilliseconds wall: Int64) -> Int64? {
        guard lag != nil else { return nil }
        return partitions.reduce(0) { oldest, entry in
            guard let lag = lag(of: entry.key), lag > 0, let known = view?.partition(entry.key, at: now) else {
                return oldest
            }
            if let time = known.firstUnreadTime(next: entry.value.next, reset) { return max(oldest, wall - time) }
            guard let time = entry.value.lastRecordTime else { return oldest }
            let sinceDrained = known.drainedAt.map { (now - $0) / 1_000_000 } ?? .max
            return max(oldest, min(wall - time, sinceDrained))
        }
    }

    /// Seconds until all is read at the present rate, infinite if that never happens; nil if the lag is not known.
    var secondsToDrain: Double? {
        guard let lag else { return nil }
        if lag == 0 { return 0 }
        return recordsPerSecond > 0 ? Double(lag) / recordsPerSecond : .infinity
    }
}
