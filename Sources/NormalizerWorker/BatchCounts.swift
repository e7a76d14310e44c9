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

    mutating func countEvent(_ range: Int, offset: Int64) {
        count(range, offset)
        ranges[range].events += 1
    }

    mutating func countTombstone(_ range: Int, offset: Int64) {
        count(range, offset)
        ranges[range].tombstones += 1
    }

    mutating func countDeadLetter(_ range: Int, offset: Int64, _ reason: String) {
        count(range, offset)
        ranges[range].deadLetters += 1
        reasons[reason, default: 0] += 1
    }

    private mutating func count(_ range: Int, _ offset: Int64) {
        ranges[range].read += 1
        ranges[range].next = offset + 1
    }
}
