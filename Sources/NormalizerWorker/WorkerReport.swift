// What a worker did, in numbers that must add up: records read = events + dead letters + tombstones.
// Counted by lanes, added up at the end. Values only.

/// Counts of one lane, or of all lanes of a worker.
public struct WorkerReport: Sendable, Equatable {
    /// Records taken from the input, each once, in batches that were committed.
    public var read = 0
    /// Events delivered.
    public var events = 0
    /// Dead letters delivered.
    public var deadLetters = 0
    /// Records with a null value, which hold nothing to normalize.
    public var tombstones = 0
    /// Batches committed.
    public var batches = 0
    /// Batches that were given back to the broker because a delivery or the commit failed; their records are read again.
    public var retriedBatches = 0
    /// Headers with a value that could not be used.
    public var ignoredHeaders = 0
    /// Offsets that the broker skipped between two records of a partition.
    public var gaps: Int64 = 0

    /// Makes an empty report.
    public init() {}

    /// Whether every record read became exactly one of event, dead letter and tombstone.
    public var addsUp: Bool { read == events + deadLetters + tombstones }

    /// Adds the counts of another report.
    public mutating func add(_ other: WorkerReport) {
        read += other.read
        events += other.events
        deadLetters += other.deadLetters
        tombstones += other.tombstones
        batches += other.batches
        retriedBatches += other.retriedBatches
        ignoredHeaders += other.ignoredHeaders
        gaps += other.gaps
    }

    var fields: [(String, String)] {
        [
            ("read", "\(read)"), ("events", "\(events)"), ("deadLetters", "\(deadLetters)"),
            ("tombstones", "\(tombstones)"), ("batches", "\(batches)"), ("retriedBatches", "\(retriedBatches)"),
            ("ignoredHeaders", "\(ignoredHeaders)"), ("gaps", "\(gaps)"), ("addsUp", "\(addsUp)"),
        ]
    }
}
