// What a consumer asks about partitions without reading them: watermarks, offsets by time, partition counts.
// Changes nothing. Runs on the consumer's thread; each call but the cached one blocks it up to its timeout.

internal import CRdKafka

/// An end of a partition's log, with the time that ListOffsets has for it.
public enum LogBound: Int64, Sendable {
    /// The oldest offset that can be read.
    case first = -2
    /// The offset after the newest record that can be read.
    case end = -1
}

extension Consumer {
    /// The watermarks that came with the last fetch, without asking a broker; nil before the first fetch
    /// (`rd_kafka_get_watermark_offsets`).
    public func cachedWatermarks(of partition: TopicPartition) -> Watermarks? {
        guard let client = try? open("cached watermarks") else { return nil }
        var low: Int64 = -1
        var high: Int64 = -1
        // SAFETY: the client is alive; both numbers are written before the call returns.
        let code = unsafe rd_kafka_get_watermark_offsets(
            client.pointer,
            partition.topic,
            partition.partition,
            &low,
            &high
        )
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR, high >= 0 else { return nil }
        return Watermarks(low: max(low, 0), high: high)
    }

    /// Asks where logs begin, or where they end for this consumer: under `read_committed` that is the last stable
    /// offset (`rd_kafka_offsets_for_times` with the special times of ListOffsets).
    ///
    /// Unlike `rd_kafka_query_watermark_offsets` of 2.0.2 this keeps its time limit when a leader does not answer. One
    /// partition that cannot be asked fails the call.
    public func bounds(
        of partitions: [TopicPartition],
        _ bound: LogBound,
        timeout: Duration
    ) throws(KafkaError) -> [TopicPartition: Int64] {
        try offsets(of: partitions, at: bound.rawValue, timeout: timeout)
    }

    /// Asks for the first offset at or after a time, in milliseconds since 1970-01-01 UTC, per partition
    /// (`rd_kafka_offsets_for_times`).
    ///
    /// - Returns: Partitions without a record that late are left out: reading at their end is meant.
    public func offsets(
        of partitions: [TopicPartition],
        at epochMilliseconds: Int64,
        timeout: Duration
    ) throws(KafkaError) -> [TopicPartition: Int64] {
        let operation = "look up offsets by time"
        let client = try open(operation)
        guard !partitions.isEmpty else { return [:] }
        let list = PartitionList(partitions.map { TopicPartitionOffset($0, epochMilliseconds) })
        // SAFETY: client and list are alive; the library writes offsets and errors into the list.
        let code = unsafe rd_kafka_offsets_for_times(client.pointer, list.pointer, timeout.libraryMilliseconds)
        try list.check(code, operation)
        return list.elements.reduce(into: [:]) { known, element in
            if element.offset >= 0 { known[element.partition] = element.offset }
        }
    }

    /// Asks for both ends of logs, within the time limit.
    public func logBounds(
        of partitions: [TopicPartition],
        timeout: Duration
    ) throws(KafkaError) -> [TopicPartition: Watermarks] {
        let deadline = Deadline(after: timeout)
        let low = try bounds(of: partitions, .first, timeout: timeout)
        let high = try bounds(of: partitions, .end, timeout: deadline.remaining)
        return low.reduce(into: [:]) { bounds, entry in
            if let end = high[entry.key] { bounds[entry.key] = Watermarks(low: entry.value, high: end) }
        }
    }

    /// Asks how all topics are laid out that this client may see (`rd_kafka_metadata`).
    public func metadataOfAllTopics(timeout: Duration) throws(KafkaError) -> [TopicMetadata] {
        try TopicMetadata.all(from: open("metadata"), timeout: timeout)
    }

    /// Asks how a topic is laid out (`rd_kafka_metadata`).
    public func metadata(of topic: String, timeout: Duration) throws(KafkaError) -> TopicMetadata {
        try TopicMetadata(of: topic, from: open("metadata"), timeout: timeout)
    }
}
