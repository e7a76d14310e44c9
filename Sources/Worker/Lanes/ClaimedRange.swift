// Where a lane is in the partitions of a range that it has taken. Values.

internal import Kafka

/// The share of a range that a lane has taken.
struct RangeClaim: Sendable {
    /// What is to be read.
    let share: ReplayPlan.Share
    /// The group whose offsets hold the plan.
    let record: String
}

/// Where a lane is in a partition that it has taken.
struct ClaimedRange {
    let partition: TopicPartition
    let end: Int64
    /// What is committed.
    private(set) var progress: RangeProgress
    /// Offsets after those that retention has removed since.
    private var removed: Int64 = 0
    /// Whether everything before the end was handed out.
    private(set) var isRead = false
    /// Whether the next offset to read is not in the log any more.
    var isOutsideLog = false

    /// Goes on from what is committed.
    init(_ partition: TopicPartition, end: Int64, _ progress: RangeProgress) {
        self.partition = partition
        self.end = end
        self.progress = progress
        isRead = progress.next >= end
    }

    /// Whether all of it is committed.
    var isDone: Bool { progress.next >= end }
    /// Whether the end is yet to be committed.
    var hasNewEnd: Bool { isRead && !isDone }
    /// The next offset to read, if everything that was handed out is committed.
    var position: Int64 { progress.next + removed }

    /// Books that everything before the end was handed out.
    mutating func reachEnd() { isRead = true }

    /// Passes over what retention has removed, up to the oldest record that is left.
    mutating func skip(to low: Int64) {
        removed = min(low, end) - progress.next
        if low >= end { isRead = true }
    }

    /// How far it is after a batch.
    ///
    /// - Parameters:
    ///   - next: The offset after the batch's last record; nil for a batch without records.
    ///   - isWhole: Whether nothing that was handed out lies behind it.
    ///   - counts: What became of the records.
    /// - Returns: What to commit with it.
    func progress(to next: Int64?, isWhole: Bool, _ counts: PartitionCounts) -> RangeProgress {
        var after = progress
        after.advance(to: isWhole && isRead ? end : next ?? position, counts, removed: removed)
        return after
    }

    /// Books progress as committed.
    mutating func book(_ progress: RangeProgress) {
        self.progress = progress
        removed = 0
    }
}
