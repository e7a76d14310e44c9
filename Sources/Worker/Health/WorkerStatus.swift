// The board on which lanes write what they do, and from which metrics, health and status are read. Safe from every
// thread.

internal import Synchronization

/// What all lanes of a worker are doing.
public final class WorkerStatus: Sendable {
    private struct State {
        var lanes: [Int: LaneSnapshot] = [:]
        var view: ClusterView?
        /// The member of the group that is to join again, how often lanes have, and from when on one may.
        var rejoining: String?
        var rejoins = 0
        var nextRejoin: Int64 = 0
        /// Records read over time: monotonic nanoseconds and the total, for the rate.
        var samples: [(time: Int64, read: Int)] = []
    }

    private let state = Mutex(State())
    private let heartbeats: [Heartbeat]
    private let configuration: WorkerConfiguration

    /// A sign of life, written without a lock.
    final class Heartbeat: Sendable {
        private let last: Atomic<Int64>

        init(now: Int64) { last = Atomic(now) }

        func beat(at now: Int64) { last.store(now, ordering: .relaxed) }

        var time: Int64 { last.load(ordering: .relaxed) }
    }

    init(_ configuration: WorkerConfiguration) {
        self.configuration = configuration
        let now = SystemClock.monotonicNanoseconds
        heartbeats = (0..<configuration.lanes).map { _ in Heartbeat(now: now) }
    }

    func heartbeat(of lane: Int) -> Heartbeat { heartbeats[lane] }

    /// The oldest of the lanes' last signs of life, in monotonic nanoseconds.
    var oldestHeartbeat: Int64 { heartbeats.map(\.time).min() ?? 0 }

    func publish(_ snapshot: LaneSnapshot, of lane: Int) {
        state.withLock { state in
            state.lanes[lane] = snapshot
            let now = SystemClock.monotonicNanoseconds
            if now - (state.samples.last?.time ?? 0) >= 1_000_000_000 {
                state.samples.append((now, state.lanes.values.reduce(0) { $0 + $1.report.read }))
                state.samples.removeAll { now - $0.time > 60_000_000_000 }
            }
        }
    }

    func publish(_ view: ClusterView) { state.withLock { $0.view = view } }

    /// Asks the lane that is this member of the group, if it is one of this worker's, to join again; nil if none need
    /// to any more.
    func askToRejoin(_ member: String?) {
        state.withLock { state in
            state.rejoining = member
            if member == nil { (state.rejoins, state.nextRejoin) = (0, 0) }
        }
    }

    /// Whether a lane is asked to join again; where that does not help, less and less often.
    func takeRejoin(of member: String?, at now: Int64 = SystemClock.monotonicNanoseconds) -> Bool {
        state.withLock { state in
            guard let member, state.rejoining == member, now >= state.nextRejoin else { return false }
            state.rejoining = nil
            state.nextRejoin = now + (30_000_000_000 << Int64(min(state.rejoins, 6)))
            state.rejoins += 1
            return true
        }
    }

    /// What all lanes said last, and what was last seen of the cluster.
    func snapshot() -> WorkerSnapshot {
        let now = SystemClock.monotonicNanoseconds
        return state.withLock { state in
            var rate = 0.0
            if let first = state.samples.first, let last = state.samples.last, last.time > first.time {
                rate = Double(last.read - first.read) * 1e9 / Double(last.time - first.time)
            }
            return WorkerSnapshot(
                laneCount: configuration.lanes,
                lanes: state.lanes,
                recordsPerSecond: rate,
                now: now,
                oldestHeartbeat: oldestHeartbeat,
                isObserved: configuration.isObserved,
                view: state.view,
                reset: configuration.autoOffsetReset,
                groupProtocol: configuration.groupProtocol
            )
        }
    }
}
