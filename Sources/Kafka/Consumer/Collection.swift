// How a batch is collected: its limits, and what a collection reports besides the records.
// Values only; Consumer+Collection does the work. Any thread.

/// When a batch is full enough.
public struct BatchLimits: Hashable, Sendable {
    /// At most so many records.
    public var maxMessages: Int
    /// No further record once values and keys together have so many bytes; the last one may go over it.
    public var maxBytes: Int
    /// At most so long after the first record.
    public var maxWait: Duration
    /// How long to wait for a first record before an empty collection ends.
    public var idleWait: Duration

    /// Sets the limits.
    ///
    /// A message limit below 1 counts as 1.
    public init(maxMessages: Int, maxBytes: Int = .max, maxWait: Duration, idleWait: Duration = .milliseconds(100)) {
        self.maxMessages = max(1, maxMessages)
        self.maxBytes = maxBytes
        self.maxWait = maxWait
        self.idleWait = idleWait
    }
}

/// What a collection reports besides the records themselves.
public struct CollectionOutcome: Sendable {
    /// The errors the consumer reported in place of records.
    public internal(set) var errors: [ConsumerError] = []
    /// Offsets that were passed over.
    ///
    /// The records after a gap are in the batch.
    public internal(set) var gaps: [OffsetGap] = []
    /// Partitions read to their end, with the offset the next record will get (only with `enable.partition.eof`).
    ///
    /// Without those that were taken away since.
    public internal(set) var partitionEnds: [TopicPartitionOffset] = []
    /// Partitions that were taken away, even those that came back meanwhile.
    ///
    /// Their records are gone from this batch; remove them from other batches that are still held
    /// (`MessageBatch.removeAll(in:)`).
    public internal(set) var revokedPartitions: Set<TopicPartition> = []
    /// How many records were dropped because their partition was taken away.
    public internal(set) var revokedCount = 0
    /// How many records were dropped because they had been handed out before.
    public internal(set) var duplicateCount = 0

    /// Adds what a later collection reported; of errors of a kind only the first is kept.
    public mutating func add(_ later: CollectionOutcome) {
        // What the later one has found of a partition that was taken away is of the time after it came back.
        forget(later.revokedPartitions)
        for one in later.errors where !errors.contains(where: { $0.isOfKind(of: one) }) { errors.append(one) }
        gaps += later.gaps
        partitionEnds += later.partitionEnds
        revokedPartitions.formUnion(later.revokedPartitions)
        revokedCount += later.revokedCount
        duplicateCount += later.duplicateCount
    }

    /// Forgets what was found of the logs of partitions that are read again, or by another consumer.
    public mutating func forget(_ partitions: Set<TopicPartition>) {
        errors.removeAll { failure in
            failure.error.code == .autoOffsetReset && failure.partition.map { partitions.contains($0) } ?? false
        }
        gaps.removeAll { partitions.contains($0.partition) }
        partitionEnds.removeAll { partitions.contains($0.partition) }
    }
}

/// An error that a consumer reports in place of a record.
public struct ConsumerError: Hashable, Sendable, CustomStringConvertible {
    /// What went wrong.
    public let error: KafkaError
    /// The partition it is about; nil if it is about none.
    public let partition: TopicPartition?

    /// Whether both say the same, even if in other words.
    func isOfKind(of other: ConsumerError) -> Bool {
        error.code == other.error.code && error.isFatal == other.error.isFatal && partition == other.partition
    }

    /// The partition, if any, and the error.
    public var description: String { partition.map { "\($0): \(error)" } ?? error.description }
}

/// Offsets that a partition passed over.
///
/// Ordinary in compacted topics and after transactions, whose markers take an offset each; elsewhere records that
/// retention removed before they were read.
public struct OffsetGap: Hashable, Sendable, CustomStringConvertible {
    /// The partition.
    public let partition: TopicPartition
    /// The offset that should have come.
    public let expected: Int64
    /// The offset that came.
    public let found: Int64

    /// Describes a gap.
    public init(partition: TopicPartition, expected: Int64, found: Int64) {
        self.partition = partition
        self.expected = expected
        self.found = found
    }

    /// How many offsets are missing.
    public var missingCount: Int64 { found - expected }

    /// The partition and both offsets.
    public var description: String { "\(partition): expected \(expected), found \(found)" }
}
