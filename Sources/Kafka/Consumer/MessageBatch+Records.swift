// Reading the records of a batch: place, time, value, key. Spans are lent, nothing is copied.
// Headers have a file of their own. Used on the thread of the batch's consumer.

internal import CRdKafka

/// When a record was made.
public struct RecordTimestamp: Hashable, Sendable {
    /// Whose clock it is.
    public enum Kind: Hashable, Sendable {
        /// The producer's.
        case created
        /// The broker's, when it appended the record.
        case appended
    }

    /// Milliseconds since 1970-01-01 UTC.
    public let epochMilliseconds: Int64
    /// Whose clock it is.
    public let kind: Kind
}

extension MessageBatch {
    /// The record's topic.
    ///
    /// Costs no allocation.
    public func topic(at index: Int) -> String { runs[entries[index].run].partition.topic }

    /// The record's partition number.
    public func partition(at index: Int) -> Int32 { runs[entries[index].run].partition.partition }

    /// The record's topic and partition.
    ///
    /// Costs no allocation.
    public func topicPartition(at index: Int) -> TopicPartition { runs[entries[index].run].partition }

    /// Which of `partitionRanges` the record belongs to.
    public func rangeIndex(at index: Int) -> Int { entries[index].run }

    /// The record's offset.
    public func offset(at index: Int) -> Int64 {
        // SAFETY: the entry owns the message, so it is alive.
        unsafe entries[index].message.pointee.offset
    }

    /// The record's time; nil if it has none (`rd_kafka_message_timestamp`).
    public func timestamp(at index: Int) -> RecordTimestamp? {
        // SAFETY: the entry owns the message, so it is alive.
        var kind = RD_KAFKA_TIMESTAMP_NOT_AVAILABLE
        let milliseconds = unsafe rd_kafka_message_timestamp(entries[index].message, &kind)
        guard milliseconds >= 0 else { return nil }
        switch kind {
        case RD_KAFKA_TIMESTAMP_CREATE_TIME: return .init(epochMilliseconds: milliseconds, kind: .created)
        case RD_KAFKA_TIMESTAMP_LOG_APPEND_TIME: return .init(epochMilliseconds: milliseconds, kind: .appended)
        default: return nil
        }
    }

    /// Lends the record's value: nil for a tombstone, an empty span for an empty value.
    public func withPayload<Result, Failure: Error>(
        at index: Int,
        _ body: (Span<UInt8>?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: the entry owns the message, and the batch cannot change while it is borrowed for the body.
        let message = unsafe entries[index].message.pointee
        return try unsafe Self.lend(message.payload, message.len, body)
    }

    /// Whether the record has a key, be it an empty one.
    public func hasKey(at index: Int) -> Bool {
        // SAFETY: the entry owns the message, so it is alive.
        unsafe entries[index].message.pointee.key != nil
    }

    /// Lends the record's key: nil if it has none, an empty span for an empty key.
    public func withKey<Result, Failure: Error>(
        at index: Int,
        _ body: (Span<UInt8>?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: the entry owns the message, and the batch cannot change while it is borrowed for the body.
        let message = unsafe entries[index].message.pointee
        return try unsafe Self.lend(message.key, message.key_len, body)
    }

    /// Lends `count` bytes as a span, or nil for NULL.
    @unsafe
    static func lend<Result, Failure: Error>(
        _ start: UnsafeRawPointer?,
        _ count: Int,
        _ body: (Span<UInt8>?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: the caller keeps the bytes alive for the call; bytes have no alignment to violate.
        guard let start = unsafe start else { return try body(nil) }
        let bytes = unsafe UnsafeBufferPointer(start: start.assumingMemoryBound(to: UInt8.self), count: count)
        return try unsafe body(bytes.span)
    }
}

/// What a batch holds of one partition.
public struct PartitionRange: Hashable, Sendable {
    /// The partition.
    public let partition: TopicPartition
    /// How many records; 0 if all of them were removed again.
    public let count: Int
    /// The offset of the first record held.
    public let firstOffset: Int64
    /// The offset after the last record held: what to commit once all of them are dealt with.
    public let nextOffset: Int64

    /// Describes a range.
    public init(partition: TopicPartition, count: Int, firstOffset: Int64, nextOffset: Int64) {
        self.partition = partition
        self.count = count
        self.firstOffset = firstOffset
        self.nextOffset = nextOffset
    }
}

extension MessageBatch {
    /// What the batch holds of each partition, in the order of arrival; entries may have a count of 0.
    public var partitionRanges: [PartitionRange] {
        runs.map {
            .init(partition: $0.partition, count: $0.count, firstOffset: $0.firstOffset, nextOffset: $0.nextOffset)
        }
    }
}
