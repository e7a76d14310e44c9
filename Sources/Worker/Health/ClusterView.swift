// What the observer of a worker has found out about the cluster: where logs begin and end, where the group stands, and
// what could not be asked or is not there. Values, handed from the observer's thread to those that ask.

package import Kafka

/// One partition of the input, as brokers say it.
package struct PartitionView: Sendable, Equatable {
    /// What a read from a position on has brought.
    package enum Probe: Sendable, Equatable {
        /// Nothing up to the other offset: markers of transactions and records that were aborted do not count.
        case nothing(from: Int64, to: Int64)
        /// A record at the other offset, with its time in milliseconds since 1970, if it has one.
        case record(from: Int64, at: Int64, time: Int64?)
    }

    /// The oldest offset, and the one after the newest record that is committed.
    package var first: Int64
    package var end: Int64
    /// When these were said, in monotonic nanoseconds.
    package var time: Int64
    /// Where a lane begins for want of anything better: the first end that was said, for `--auto-offset-reset latest`.
    package var latestStart: Int64
    /// The group's offset; nil if it has none, or none that is known.
    package var committed: Int64?
    var probe: Probe?
    /// When it was last found to be read to its end, in monotonic nanoseconds.
    package var drainedAt: Int64?

    /// Describes a partition as it was when it was first seen, at `time` in monotonic nanoseconds.
    package init(first: Int64, end: Int64, time: Int64, latestStart: Int64) {
        self.first = first
        self.end = end
        self.time = time
        self.latestStart = latestStart
    }

    /// The offset that comes after what is committed.
    ///
    /// - Parameters:
    ///   - next: What the lane would commit next; nil if it has read nothing yet.
    ///   - reset: Where a partition starts without a committed offset.
    /// - Returns: The offset, which is not before the beginning of the log.
    func start(next: Int64?, _ reset: WorkerConfiguration.OffsetReset) -> Int64 {
        let known = [next, committed].compactMap(\.self).max()
        return max(first, known ?? (reset == .latest ? latestStart : first))
    }

    /// The offset of the first record that is not read yet, as far as it is known.
    func position(next: Int64?, _ reset: WorkerConfiguration.OffsetReset) -> Int64 {
        let start = start(next: next, reset)
        switch probe {
        case .nothing(from: start, let end): return max(start, end)
        case .record(from: start, at: let offset, time: _): return max(start, offset)
        default: return start
        }
    }

    /// Whether readers of committed records are shown nothing, though the log goes on.
    func isHeldUp(next: Int64?, _ reset: WorkerConfiguration.OffsetReset) -> Bool {
        guard case .nothing(from: start(next: next, reset), let shown) = probe else { return false }
        return shown < end
    }

    /// Offsets between the first record that is not read yet and the end.
    func lag(next: Int64?, _ reset: WorkerConfiguration.OffsetReset) -> Int64 {
        max(0, end - position(next: next, reset))
    }

    /// The time of the first record that is not read yet, in milliseconds since 1970, if it was looked at.
    func firstUnreadTime(next: Int64?, _ reset: WorkerConfiguration.OffsetReset) -> Int64? {
        guard case .record(from: start(next: next, reset), at: _, let time) = probe else { return nil }
        return time
    }
}

/// The cluster as far as a worker needs it.
package struct ClusterView: Sendable {
    /// What is asked; each question has at most one obstacle as its answer.
    package enum Question: Hashable, Sendable {
        case topic(String)
        case leader(Int32)
        case committed
        case reading
        case sharing
    }

    /// An obstacle, and since when it stands in monotonic nanoseconds.
    struct Trouble: Sendable {
        var obstacle: Obstacle
        var since: Int64
    }

    /// The partitions of the input that lanes own.
    package var partitions: [TopicPartition: PartitionView] = [:]
    private(set) var troubles: [Question: Trouble] = [:]
    /// Since when something that may pass stood at the last look, in monotonic nanoseconds.
    private var passingSince: Int64?

    /// Nothing is known yet.
    package init() {}

    /// What may pass by itself, such as a leader that moves, is no obstacle for so long, in nanoseconds.
    static let grace: Int64 = 6_000_000_000
    /// What was said of a partition is not known any more after so long, in nanoseconds.
    static let validity: Int64 = 15_000_000_000

    /// Begins to ask all questions again.
    package mutating func beginLook() { passingSince = troubles.values.filter(\.obstacle.mayPass).map(\.since).min() }

    /// Books how a question was answered; nil if well.
    package mutating func note(_ question: Question, _ obstacle: Obstacle?, at now: Int64) {
        guard let obstacle else {
            troubles[question] = nil
            return
        }
        // What takes the place of something else in the answer to a question stands since that did: a topic was
        // missing, and now no broker answers. What may pass stands since anything else that may, as a broker without an
        // answer.
        let since = troubles[question]?.since ?? (obstacle.mayPass ? passingSince : nil) ?? now
        troubles[question] = Trouble(obstacle: obstacle, since: since)
    }

    func isUnanswered(_ question: Question) -> Bool { troubles[question]?.obstacle.kind == .noAnswer }

    mutating func forgetLeaders(but asked: Set<Int32>) {
        troubles = troubles.filter { if case .leader(let broker) = $0.key { asked.contains(broker) } else { true } }
    }

    /// Forgets the topics that are not asked about any more.
    mutating func forgetTopics(but asked: Set<String>) {
        troubles = troubles.filter { if case .topic(let topic) = $0.key { asked.contains(topic) } else { true } }
    }

    func obstacles(at now: Int64) -> [Obstacle] {
        troubles.values.filter { !$0.obstacle.mayPass || now - $0.since >= ClusterView.grace }
            .map(\.obstacle)
            .sorted { ($0.kind.rawValue, $0.subject) < ($1.kind.rawValue, $1.subject) }
    }

    /// What is known of a partition at a moment.
    func partition(_ place: TopicPartition, at now: Int64) -> PartitionView? {
        partitions[place].flatMap { now - $0.time < ClusterView.validity ? $0 : nil }
    }
}
