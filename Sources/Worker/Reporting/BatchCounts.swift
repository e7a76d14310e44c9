// What became of the records of a batch, counted so that the numbers add up. A value; one lane's thread.

internal import Kafka

/// What one attempt made of the records of a batch.
struct BatchCounts {
    /// By place in the batch's `partitionRanges`.
    private(set) var ranges: [PartitionCounts]
    /// Headers with a value that could not be used.
    var ignoredHeaders = 0
    /// Dead letters, by reason.
    private(set) var reasons: [String: Int] = [:]
    /// Events whose text fits no layout of their message, by message id.
    var layoutMisses: [Int32: Int] = [:]
    /// Bytes of records and of events.
    var inputBytes = 0
    var outputBytes = 0
    /// Why sending ended before the end of the attempt.
    var failure: KafkaError?

    init(rangeCount: Int) {
        ranges = [PartitionCounts](repeating: .init(), count: rangeCount)
    }

    /// What became of the records of a partition.
    func counts(of partition: TopicPartition, in batch: borrowing MessageBatch) -> PartitionCounts {
        let place = batch.partitionRanges.firstIndex { $0.partition == partition }
        return place.flatMap { ranges.indices.contains($0) ? ranges[$0] : nil } ?? PartitionCounts()
    }

    /// Counts the record at `index` of the batch as one that became an event.
    mutating func countEvent(_ batch: borrowing MessageBatch, _ index: Int) {
        ranges[count(batch, index)].events += 1
    }

    /// The same for one without a value.
    mutating func countTombstone(_ batch: borrowing MessageBatch, _ index: Int) {
        ranges[count(batch, index)].tombstones += 1
    }

    /// The same for one that became a dead letter.
    mutating func countDeadLetter(_ batch: borrowing MessageBatch, _ index: Int, _ reason: String) {
        ranges[count(batch, index)].deadLetters += 1
        reasons[reason, default: 0] += 1
    }

    /// Counts the record as read.
    ///
    /// - Returns: The place of its partition in `ranges`.
    private mutating func count(_ batch: borrowing MessageBatch, _ index: Int) -> Int {
        let range = batch.rangeIndex(at: index)
        ranges[range].read += 1
        ranges[range].next = batch.offset(at: index) + 1
        return range
    }
}
