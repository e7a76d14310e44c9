// The ledger of one input partition: records in = events + dead letters + tombstones. A value; lanes count, reports add up.

/// What became of the records of one input partition, in committed batches only.
public struct PartitionCounts: Sendable, Equatable {
    /// Records taken from the partition.
    public var read = 0
    /// Events delivered.
    public var events = 0
    /// Dead letters delivered.
    public var deadLetters = 0
    /// Records with a null value, which hold nothing to normalize.
    public var tombstones = 0
    /// The offset of the next record to read.
    public var next: Int64 = 0

    /// Starts with nothing.
    public init() {}

    /// Whether every record read became exactly one of event, dead letter and tombstone.
    public var addsUp: Bool { read == events + deadLetters + tombstones }

    /// Adds the counts of another lane or batch.
    public mutating func add(_ other: PartitionCounts) {
        read += other.read
        events += other.events
        deadLetters += other.deadLetters
        tombstones += other.tombstones
        next = max(next, other.next)
    }
}
