// What the driver tells the machine.

package import Kafka

/// What became of a command.
package enum Answer: Sendable {
    /// The call succeeded.
    case done
    /// The lane reads; librdkafka's mock cluster keeps no offsets of transactions, all others do.
    case joined(keepsOffsets: Bool)
    /// The call is under way.
    case pending
    /// The call failed; `reports` says how far the records of the attempt are.
    case failed(KafkaError, Reports = Reports())
    /// The attempt is given up; all of its records are answered for.
    case aborted(Reports)
    /// The attempt cannot be made: the consumer is in no group.
    case notMember(KafkaError)
    /// What the batch holds.
    case held(Held)
    /// A collection is over.
    case collected(Held, Findings)
    /// A stop was asked for.
    case finished
    /// Records are on their way; the offsets are those to commit with them.
    case sent([SentRecords], offsets: [TopicPartitionOffset])
    /// The group's offsets; partitions without one are missing.
    case committed([TopicPartitionOffset])
    /// The logs.
    case logs(LogView)
}

extension Answer {
    /// The answer's name, by which the table of states and traces call it.
    package var name: String { caseName(of: self) }
}

/// The name of a value's case, without what the case holds.
func caseName(of value: some Any) -> String { Mirror(reflecting: value).children.first?.label ?? "\(value)" }

/// What the driver says with each answer.
package struct Moment: Sendable {
    /// Monotonic nanoseconds.
    package var now: Int64
    /// Whether a stop was asked for, and whether the time for draining is over.
    package var isStopping = false
    package var isDrainOver = false
    /// Whether the lane needs new clients.
    package var renewal: Renewal?
    /// Why no attempt may begin with the producer; nil if one may.
    package var spentProducer: SpentProducer?
    /// Partitions that were taken away since the last answer, even if they came back.
    package var lost: Set<TopicPartition> = []

    /// Describes a moment.
    package init(now: Int64) { self.now = now }
}

/// Why an attempt that began with a producer could lose records, or would be refused.
package enum SpentProducer: Sendable {
    /// A request of the last transaction may still be on its way to a broker.
    case lateRequest
    /// Records of the last transaction were dropped that a broker may have, and the next ones get their sequence
    /// numbers.
    case droppedRecords
    /// It sends more at once than the brokers take.
    case largePieces
}

/// What brokers said of an attempt's records.
package struct Reports: Equatable, Sendable {
    /// Whether records are not answered for yet.
    package var isFlushing = false
    /// What the records that failed call for; nil if none did.
    package var recovery: Recovery?
    /// The error that their codes add up to.
    package var error: KafkaError?

    /// Describes reports.
    package init(isFlushing: Bool = false, recovery: Recovery? = nil, error: KafkaError? = nil) {
        self.isFlushing = isFlushing
        self.recovery = recovery
        self.error = error
    }
}

/// What a batch holds.
package struct Held: Equatable, Sendable {
    /// How many records.
    package var count = 0
    /// Their partitions.
    package var ranges: [PartitionRange] = []
    /// The partitions of records that were polled while the lane waited, and are not in the batch yet.
    package var arrivals: [PartitionRange] = []
    /// The ends of partitions that were read to the end of their range, each to be committed with or without a record.
    package var ends: [TopicPartitionOffset] = []

    /// Holds nothing.
    package init() {}

    /// Takes partitions out.
    mutating func removeRecords(of partitions: Set<TopicPartition>) {
        ranges.removeAll { partitions.contains($0.partition) }
        ends.removeAll { partitions.contains($0.partition) }
        count = ranges.reduce(0) { $0 + $1.count }
    }
}

/// What a collection found besides records.
package struct Findings: Sendable {
    /// Offsets that were passed over.
    package var gaps: [OffsetGap] = []
    /// Partitions whose position is not in their log.
    package var outside: [TopicPartition] = []

    /// Nothing.
    package init() {}
}

/// The records that an attempt has of a partition.
package struct SentRecords: Equatable, Sendable {
    /// The partition.
    package var partition: TopicPartition
    /// How many, and the offset after the last of them.
    package var count: Int
    package var next: Int64

    /// Describes records.
    package init(_ partition: TopicPartition, count: Int, next: Int64) {
        self.partition = partition
        self.count = count
        self.next = next
    }
}

/// Logs as brokers describe them.
package struct LogView: Sendable {
    /// How many partitions each topic of the input has.
    package var partitionCounts: [String: Int]
    /// Those of them that were not there when the lane joined its group.
    package var newTopics: Set<String> = []
    /// The bounds of those that were asked about.
    package var bounds: [TopicPartition: Watermarks]
    /// The group's offsets in all partitions.
    package var entries: [TopicPartitionOffset]
    /// The consumer's next offsets, and the ends of logs when they were last seen.
    package var positions: [TopicPartition: Int64]
    package var knownEnds: [TopicPartition: Int64]

    /// Describes logs.
    package init(
        partitionCounts: [String: Int],
        bounds: [TopicPartition: Watermarks],
        entries: [TopicPartitionOffset],
        positions: [TopicPartition: Int64],
        knownEnds: [TopicPartition: Int64]
    ) {
        self.partitionCounts = partitionCounts
        self.bounds = bounds
        self.entries = entries
        self.positions = positions
        self.knownEnds = knownEnds
    }
}
