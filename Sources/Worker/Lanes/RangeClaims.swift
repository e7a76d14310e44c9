// Which lane reads which share of a range. Processes on one range do not talk to each other: each takes shares that nobody seems
// to be at, and taking one ends by its transactional id whatever another process had under way there. So a wrong guess costs the
// other one a batch, and never a record.

internal import Synchronization

/// The shares of a range as the lanes of one process take them.
///
/// Safe from every thread.
final class RangeClaims: Sendable {
    /// How the work on a share ended.
    enum End {
        /// All of it is read and committed.
        case done
        /// Another process has taken it.
        case lost
    }

    private struct Entry {
        let share: ReplayPlan.Share
        /// Offsets that are dealt with.
        var done: Int64
        var isOurs = false
        var isDone: Bool
        /// How often another process has taken it.
        var losses = 0
        /// When it was last seen to move, or taken by another process; nil for never.
        var moved: ContinuousClock.Instant?

        init(_ share: ReplayPlan.Share) {
            self.share = share
            done = share.done
            isDone = share.isDone
        }
    }

    private struct State {
        var entries: [Int32: Entry]
        /// Whether no other process was seen at work.
        var isAlone = true
    }

    private let state: Mutex<State>
    private let patience: Duration
    private let begin: ContinuousClock.Instant

    /// Begins with a plan as the cluster holds it.
    ///
    /// - Parameters:
    ///   - shares: What is to be read.
    ///   - patience: For how long a share that another process has begun must stand still before it is taken: longer than that
    ///     one needs for a batch.
    ///   - now: The time.
    init(_ shares: [ReplayPlan.Share], patience: Duration, at now: ContinuousClock.Instant) {
        state = Mutex(State(entries: Dictionary(uniqueKeysWithValues: shares.map { ($0.number, Entry($0)) })))
        self.patience = patience
        begin = now
    }

    /// Whether nothing is left to read.
    var isDone: Bool { state.withLock { $0.entries.values.allSatisfy(\.isDone) } }

    /// Books how far shares are.
    func see(_ shares: [ReplayPlan.Share], at now: ContinuousClock.Instant) {
        state.withLock { state in
            for share in shares {
                guard var entry = state.entries[share.number], !entry.isDone, share.done > entry.done else { continue }
                entry.done = share.done
                entry.isDone = share.isDone
                if !entry.isOurs {
                    entry.moved = now
                    state.isAlone = false
                }
                state.entries[share.number] = entry
            }
        }
    }

    /// Takes a share: rather one that nobody has begun, and as long as no other process is seen at work any.
    ///
    /// - Returns: nil if none is to be had at present.
    func take(at now: ContinuousClock.Instant) -> ReplayPlan.Share? {
        state.withLock { state in
            let open = state.entries.values.filter { !$0.isDone && !$0.isOurs }
            let untouched = open.filter { $0.done == 0 && $0.moved == nil }
            let idle = open.filter { entry in
                if entry.moved == nil, state.isAlone { return true }
                return now - (entry.moved ?? begin) >= patience * (1 + entry.losses)
            }
            // Processes that begin at once are to begin with different ones.
            guard let chosen = untouched.randomElement() ?? idle.randomElement() else { return nil }
            state.entries[chosen.share.number]?.isOurs = true
            return chosen.share
        }
    }

    /// Books how the work on a share ended.
    func end(_ share: ReplayPlan.Share, _ end: End, at now: ContinuousClock.Instant) {
        state.withLock { state in
            state.entries[share.number]?.isOurs = false
            switch end {
            case .done: state.entries[share.number]?.isDone = true
            case .lost:
                state.isAlone = false
                state.entries[share.number]?.moved = now
                state.entries[share.number]?.losses += 1
            }
        }
    }
}
