// Which lane reads which partition of a range. Processes that share a range do not talk to each other: each takes partitions that
// nobody seems to be at, and taking one ends by its transactional id whatever another process had under way there. So a wrong
// guess costs the other one a batch, and never a record.

internal import Synchronization

/// The partitions of a range as the lanes of one process take them.
///
/// Safe from every thread.
final class RangeClaims: Sendable {
    /// How the work on a partition ended.
    enum End {
        /// All of it is read and committed.
        case done
        /// Another process has taken it.
        case lost
    }

    private struct Partition {
        let step: ReplayStep
        var next: Int64
        var isOurs = false
        var isDone: Bool
        /// How often another process has taken it.
        var losses = 0
        /// When it was last seen to move, or taken by another process; nil for never.
        var moved: ContinuousClock.Instant?

        init(_ step: ReplayStep) {
            self.step = step
            next = step.next
            isDone = step.isDone
        }
    }

    private struct State {
        var partitions: [Int32: Partition]
        /// Whether no other process was seen at work.
        var isAlone = true
    }

    private let state: Mutex<State>
    private let patience: Duration
    private let begin: ContinuousClock.Instant

    /// Begins with a plan as the cluster holds it.
    ///
    /// - Parameters:
    ///   - steps: What is to be read.
    ///   - patience: For how long a partition that another process has begun must stand still before it is taken: longer than
    ///     that one needs for a batch.
    ///   - now: The time.
    init(_ steps: [ReplayStep], patience: Duration, at now: ContinuousClock.Instant) {
        state = Mutex(State(partitions: Dictionary(uniqueKeysWithValues: steps.map { ($0.partition, Partition($0)) })))
        self.patience = patience
        begin = now
    }

    /// Whether nothing is left to read.
    var isDone: Bool { state.withLock { $0.partitions.values.allSatisfy(\.isDone) } }

    /// Books how far partitions are.
    func see(_ steps: [ReplayStep], at now: ContinuousClock.Instant) {
        state.withLock { state in
            for step in steps {
                guard var partition = state.partitions[step.partition], !partition.isDone, step.next > partition.next
                else { continue }
                partition.next = step.next
                partition.isDone = step.isDone
                if !partition.isOurs {
                    partition.moved = now
                    state.isAlone = false
                }
                state.partitions[step.partition] = partition
            }
        }
    }

    /// Takes a partition: rather one that nobody has begun, and as long as no other process is seen at work any.
    ///
    /// - Returns: nil if none is to be had at present.
    func take(at now: ContinuousClock.Instant) -> ReplayStep? {
        state.withLock { state in
            let open = state.partitions.values.filter { !$0.isDone && !$0.isOurs }
            let untouched = open.filter { $0.next == $0.step.from && $0.moved == nil }
            let idle = open.filter { partition in
                if partition.moved == nil, state.isAlone { return true }
                return now - (partition.moved ?? begin) >= patience * (1 + partition.losses)
            }
            // Processes that begin at once are to begin with different ones.
            guard let chosen = untouched.randomElement() ?? idle.randomElement() else { return nil }
            state.partitions[chosen.step.partition]?.isOurs = true
            return chosen.step
        }
    }

    /// Books how the work on a partition ended.
    func end(_ partition: Int32, _ end: End, at now: ContinuousClock.Instant) {
        state.withLock { state in
            state.partitions[partition]?.isOurs = false
            switch end {
            case .done: state.partitions[partition]?.isDone = true
            case .lost:
                state.isAlone = false
                state.partitions[partition]?.moved = now
                state.partitions[partition]?.losses += 1
            }
        }
    }
}
