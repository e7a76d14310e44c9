// Offsets of a consumer: committing, committed, seeking, and what is expected next.
// Positions are our own books: the library's `position` is wrong inside rebalances. Runs on the consumer's thread.

internal import CRdKafka

extension Consumer {
    /// Commits offsets for the group, each the offset of the next record to read.
    ///
    /// Committing nothing succeeds. After a timeout the broker may have the offsets, or get them later.
    ///
    /// - Throws: The group's answer; with `partitions` filled if some were refused.
    public func commit(_ offsets: [TopicPartitionOffset], timeout: Duration) throws(KafkaError) {
        guard try beginCommit(offsets)?.wait(for: timeout) ?? true else {
            throw KafkaError(code: .timedOut, operation: OffsetCommit.operation)
        }
    }

    /// Asks for offsets to be committed, each the offset of the next record to read (`rd_kafka_commit_queue`).
    ///
    /// The synchronous commit of the library has no time limit, so this one is answered on a queue of its own.
    ///
    /// - Returns: The commit under way; nil if there is nothing to commit.
    public func beginCommit(_ offsets: [TopicPartitionOffset]) throws(KafkaError) -> OffsetCommit? {
        let client = try open(OffsetCommit.operation)
        guard !offsets.isEmpty else { return nil }
        let list = PartitionList(offsets)
        let queue = EventQueue(client)
        // SAFETY: client, list and queue are alive; the library copies the list.
        let code = unsafe rd_kafka_commit_queue(client.pointer, list.pointer, queue.pointer, nil, nil)
        try KafkaError.check(code, OffsetCommit.operation)
        return OffsetCommit(queue)
    }

    /// Asks the group for its committed offsets (`rd_kafka_committed`).
    ///
    /// - Returns: The offset of the next record to read; partitions without one are left out.
    public func committed(
        _ partitions: [TopicPartition],
        timeout: Duration
    ) throws(KafkaError) -> [TopicPartition: Int64] {
        try committedEntries(partitions, timeout: timeout).reduce(into: [:]) { $0[$1.partition] = $1.offset }
    }

    /// The same, with the text that the group keeps beside each offset.
    public func committedEntries(
        _ partitions: [TopicPartition],
        timeout: Duration
    ) throws(KafkaError) -> [TopicPartitionOffset] {
        let operation = "read committed offsets"
        let client = try open(operation)
        guard !partitions.isEmpty else { return [] }
        let list = PartitionList(partitions)
        // SAFETY: client and list are alive; the library writes offsets, texts and errors into the list.
        let code = unsafe rd_kafka_committed(client.pointer, list.pointer, timeout.libraryMilliseconds)
        try list.check(code, operation)
        return list.elements.filter { $0.offset >= 0 }
            .map { TopicPartitionOffset($0.partition, $0.offset, metadata: $0.metadata) }
    }

    /// Goes on reading from other positions (`rd_kafka_seek_partitions`).
    ///
    /// Only for partitions that are owned and already being read: right after an assignment the library refuses.
    /// Records already in a batch stay there. No time limit can be given, since 2.0.2 misreads it; the library
    /// answers from its own threads, not from a broker.
    public func seek(to positions: [PartitionPosition]) throws(KafkaError) {
        let operation = "seek"
        let client = try open(operation)
        guard !positions.isEmpty else { return }
        let list = PartitionList(positions)
        // SAFETY: client and list are alive; the error object is handed over.
        unsafe try KafkaError.check(consuming: rd_kafka_seek_partitions(client.pointer, list.pointer, -1), operation)
        try list.checkElements(operation)
        for entry in positions { client.context.tracker.expect(entry.position.expectedOffset, of: entry.partition) }
    }

    /// The offset after the last record handed out of an owned partition; nil before the first one.
    public func nextOffset(of partition: TopicPartition) -> Int64? {
        (try? open("next offset"))?.context.tracker.nextOffset(of: partition)
    }

    /// This member's name in the group; nil while it is not a member (`rd_kafka_memberid`).
    public var memberID: String? {
        // SAFETY: the client is alive; the text is ours and freed after it was copied.
        guard let client = try? open("member"), let text = unsafe rd_kafka_memberid(client.pointer) else { return nil }
        defer { unsafe rd_kafka_mem_free(client.pointer, text) }
        let name = unsafe String(cString: text)
        return name.isEmpty ? nil : name
    }

    /// The membership to present with a transaction's offsets; nil while the consumer is not a member.
    ///
    /// Nil also while it has dropped out and does not know more than its old name: brokers do not check a membership
    /// without a name, nor, in a group that is empty, one without a generation. See `GroupMetadata` for when to take
    /// it.
    public func groupMetadata() throws(KafkaError) -> GroupMetadata? {
        let client = try open("group metadata")
        guard memberID != nil else { return nil }
        // SAFETY: the client is alive; the object is ours from here on and passes to its owner.
        guard unsafe rd_kafka_assignment_lost(client.pointer) == 0,
            let pointer = unsafe rd_kafka_consumer_group_metadata(client.pointer)
        else { return nil }
        let metadata = unsafe GroupMetadata(owning: pointer)
        if let generation = metadata.generation, generation < 0 { return nil }
        return metadata
    }
}
