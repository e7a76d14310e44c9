// The ledger of one input partition: records in = events + dead letters + dropped + tombstones, and every offset
// between two commits accounted for. A value; lanes count, reports add up.

/// What became of the records of one input partition, in committed batches only.
public struct PartitionCounts: Sendable, Equatable {
    /// Records taken from the partition.
    public var read = 0
    /// Events delivered.
    public var events = 0
    /// Dead letters delivered.
    public var deadLetters = 0
    /// Records whose event a rule drops.
    public var dropped = 0
    /// Records with a null value, which hold nothing to normalize.
    public var tombstones = 0
    /// The offset of the next record to read.
    public var next: Int64 = 0
    /// Offsets between committed batches and within them that hold no record for readers: markers of transactions, what
    /// was aborted or compacted.
    public var skipped: Int64 = 0
    /// Offsets between two commits that were neither read nor passed over; negative if some were read again.
    public var unexplained: Int64 = 0
    /// Records that were gone from the log before they were read.
    public var gone: Int64 = 0
    /// The last offsets that were.
    public var lastGone: Range<Int64>?

    /// Starts with nothing.
    public init() {}

    /// Whether every record read became exactly one of event, dead letter, dropped and tombstone, and no offset is
    /// missing between them.
    public var addsUp: Bool { read == events + deadLetters + dropped + tombstones && unexplained == 0 }

    /// Books records that are gone; those that were told last may be told again, before the group has passed over them.
    mutating func lose(_ offsets: Range<Int64>) {
        gone += Int64(offsets.count - (lastGone?.clamped(to: offsets).count ?? 0))
        lastGone = offsets
    }

    /// Adds the counts of another lane or batch.
    public mutating func add(_ other: PartitionCounts) {
        read += other.read
        events += other.events
        deadLetters += other.deadLetters
        dropped += other.dropped
        tombstones += other.tombstones
        next = max(next, other.next)
        skipped += other.skipped
        unexplained += other.unexplained
        gone += other.gone
        lastGone = other.lastGone ?? lastGone
    }
}
