// What a group has committed, asked by the producer whose transaction is to commit more. Runs on the producer's thread.

internal import CRdKafka

extension Producer {
    /// Reads the offsets of a group as they are now (`rd_kafka_ListConsumerGroupOffsets`): also where an open
    /// transaction, the producer's own for instance, may still change them.
    ///
    /// After offsets were added to a transaction the producer knows the group's coordinator. Not for librdkafka's mock
    /// cluster.
    ///
    /// - Returns: The offsets, without text; partitions without one are missing.
    /// - Throws: `timedOut` if the coordinator has not answered within `timeout`.
    public func lastCommitted(
        _ partitions: [TopicPartition],
        of group: String,
        timeout: Duration
    ) throws(KafkaError) -> [TopicPartitionOffset] {
        let operation = "read last committed offsets"
        let client = try open(operation)
        let list = PartitionList(partitions)
        return try unsafe client.askCoordinator(
            RD_KAFKA_ADMIN_OP_LISTCONSUMERGROUPOFFSETS,
            RD_KAFKA_EVENT_LISTCONSUMERGROUPOFFSETS_RESULT,
            until: Deadline(after: timeout),
            operation
        ) { options, queue in
            // SAFETY: client, list and queue are alive; the library copies name, list and request before the calls
            // return, and the request is freed once.
            var request = unsafe group.withCString { unsafe rd_kafka_ListConsumerGroupOffsets_new($0, list.pointer) }
            unsafe rd_kafka_ListConsumerGroupOffsets(client.pointer, &request, 1, options, queue)
            unsafe rd_kafka_ListConsumerGroupOffsets_destroy(request)
        } read: { event in
            unsafe Self.readOffsets(event, operation)
        }
    }

    @unsafe
    private static func readOffsets(
        _ event: OpaquePointer,
        _ operation: String
    ) -> Result<[TopicPartitionOffset], KafkaError> {
        // SAFETY: the event is alive, and with it all that it lends.
        var count = 0
        let result = unsafe rd_kafka_event_ListConsumerGroupOffsets_result(event)
        guard let groups = unsafe rd_kafka_ListConsumerGroupOffsets_result_groups(result, &count), count == 1 else {
            return .failure(KafkaError(code: .unknown, operation: operation))
        }
        if let error = unsafe rd_kafka_group_result_error(groups[0]) {
            let code = unsafe KafkaErrorCode(rd_kafka_error_code(error))
            return .failure(KafkaError(code: code, operation: operation))
        }
        guard let list = unsafe rd_kafka_group_result_partitions(groups[0]) else { return .success([]) }
        let found = unsafe PartitionList.read(list).filter { $0.offset >= 0 }
        return .success(found.map { TopicPartitionOffset($0.partition, $0.offset) })
    }
}
