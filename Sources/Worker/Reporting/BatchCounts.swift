// What became of the records of a batch, counted so that the numbers add up. A value; one lane's thread.

internal import Kafka
internal import Normalization

/// What one attempt made of the records of a partition that had any.
struct PartitionOutcome {
    let partition: TopicPartition
    let counts: PartitionCounts
    /// The time of the last of them, in milliseconds since 1970; nil if it has none.
    let lastRecordTime: Int64?
}

struct BatchCounts {
    /// By place in the batch's `partitionRanges`, with the index of the last record.
    private var ranges: [(counts: PartitionCounts, last: Int)]
    /// Headers with a value that could not be used.
    var ignoredHeaders = 0
    private(set) var reasons: [String: Int] = [:]
    /// By rule, in their order.
    private(set) var rules: [RuleCounts]
    /// Events whose text fits no layout of their message, by message id.
    var layoutMisses: [Int32: Int] = [:]
    var clocks = DeviceClocks()
    /// Bytes of records and of events.
    var inputBytes = 0
    var outputBytes = 0
    /// Why sending ended before the end of the attempt.
    var failure: KafkaError?

    init(rangeCount: Int, ruleCount: Int = 0) {
        rules = [RuleCounts](repeating: RuleCounts(), count: ruleCount)
        ranges = [(PartitionCounts, Int)](repeating: (PartitionCounts(), 0), count: rangeCount)
    }

    /// What became of the records, by partition; to be asked for before the batch changes.
    func partitions(of batch: borrowing MessageBatch) -> [PartitionOutcome] {
        zip(batch.partitionRanges, ranges).compactMap { range, entry in
            guard entry.counts.read > 0 else { return nil }
            return PartitionOutcome(
                partition: range.partition,
                counts: entry.counts,
                lastRecordTime: batch.timestamp(at: entry.last)?.epochMilliseconds
            )
        }
    }

    /// Counts the record at `index` of the batch as one that became an event.
    mutating func countEvent(_ batch: borrowing MessageBatch, _ index: Int) {
        ranges[count(batch, index)].counts.events += 1
    }

    mutating func countDropped(_ batch: borrowing MessageBatch, _ index: Int, _ rule: Int) {
        ranges[count(batch, index)].counts.dropped += 1
        rules[rule].dropped += 1
    }

    mutating func countMatch(_ rule: Int) { rules[rule].matches += 1 }

    mutating func countTombstone(_ batch: borrowing MessageBatch, _ index: Int) {
        ranges[count(batch, index)].counts.tombstones += 1
    }

    mutating func countDeadLetter(_ batch: borrowing MessageBatch, _ index: Int, _ reason: String) {
        ranges[count(batch, index)].counts.deadLetters += 1
        reasons[reason, default: 0] += 1
    }

    /// Counts the record as read.
    ///
    /// - Returns: The place of its partition in `ranges`.
    private mutating func count(_ batch: borrowing MessageBatch, _ index: Int) -> Int {
        let range = batch.rangeIndex(at: index)
        ranges[range].counts.read += 1
        ranges[range].counts.next = batch.offset(at: index) + 1
        ranges[range].last = index
        return range
    }
}
