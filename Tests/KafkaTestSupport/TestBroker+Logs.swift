// What else than producers changes a topic: retention, and somebody who adds partitions. Speaks to librdkafka itself,
// since the product does neither. Any thread; each call makes a client of its own.

internal import CRdKafka
public import Kafka

extension TestBroker {
    /// Removes the records of a partition before an offset, as retention does (`rd_kafka_DeleteRecords`).
    public func removeRecords(of partition: TopicPartition, before offset: Int64) throws {
        unsafe try administrate("delete records") { client, queue in
            // SAFETY: list and request live until the call has copied them.
            let list = unsafe rd_kafka_topic_partition_list_new(1)
            defer { unsafe rd_kafka_topic_partition_list_destroy(list) }
            unsafe rd_kafka_topic_partition_list_add(list, partition.topic, partition.partition).pointee.offset = offset
            var request = unsafe rd_kafka_DeleteRecords_new(list)
            defer { unsafe rd_kafka_DeleteRecords_destroy(request) }
            unsafe rd_kafka_DeleteRecords(client, &request, 1, nil, queue)
        }
    }

    /// Writes a transaction for each list of values to the first partition of a topic, one after the other, and commits
    /// or aborts it: markers take offsets, too.
    public func writeTransactions(_ transactions: [(values: [String], isCommitted: Bool)], to topic: String) throws {
        let producer = try transactionalProducer()
        defer { producer.close(within: .seconds(10)) }
        for (values, isCommitted) in transactions {
            try write(values, to: topic, with: producer)
            if isCommitted {
                try producer.commitTransaction(timeout: .seconds(30))
            } else {
                try producer.abortTransaction(timeout: .seconds(30))
            }
        }
    }

    /// Writes values to the first partition of a topic in a transaction that stays open.
    ///
    /// - Returns: The producer, to commit or to abort it with.
    public func beginTransaction(_ values: [String], to topic: String) throws -> Producer {
        let producer = try transactionalProducer()
        try write(values, to: topic, with: producer)
        return producer
    }

    private func transactionalProducer() throws -> Producer {
        var settings = producerConfiguration()
        settings.set("transactional.id", TestBroker.uniqueName("writer"))
        let producer = try Producer(settings)
        try producer.initTransactions(timeout: .seconds(30))
        return producer
    }

    private func write(_ values: [String], to topic: String, with producer: Producer) throws {
        try producer.beginTransaction()
        let handle = try producer.topic(topic)
        for value in values { try producer.send(value, to: handle, partition: 0) }
        guard producer.flush(timeout: .seconds(30)) else { throw NeverHappened(description: "records are sent") }
    }

    /// Gives a topic more partitions (`rd_kafka_CreatePartitions`).
    public func addPartitions(to topic: String, total: Int) throws {
        unsafe try administrate("create partitions") { client, queue in
            // SAFETY: the request lives until the call has copied it.
            var request = unsafe rd_kafka_NewPartitions_new(topic, total, nil, 0)
            defer { unsafe rd_kafka_NewPartitions_destroy(request) }
            unsafe rd_kafka_CreatePartitions(client, &request, 1, nil, queue)
        }
    }

    /// Deletes a topic and makes it again; when it returns, the broker takes records for the new one.
    public func makeAgain(_ topic: String) throws {
        let admin = try Admin(["bootstrap.servers": bootstrapServers])
        try admin.delete([topic], timeout: .seconds(30))
        // A broker takes records for the old log until it has heard of its end.
        try eventually("the topic is gone") {
            do {
                _ = try admin.metadata(of: topic, timeout: .seconds(5))
                return false
            } catch let error as KafkaError {
                return error.code == .unknownTopicOrPartition
            }
        }
        try eventually("the topic is made again") {
            (try? admin.create([NewTopic(topic, partitions: 1, replication: 1)], timeout: .seconds(30))) != nil
        }
        let reader = try Consumer(consumerConfiguration())
        defer { reader.close(within: .seconds(5)) }
        let partition = TopicPartition(topic, 0)
        try eventually("its log is empty") {
            (try? reader.logBounds(of: [partition], timeout: .seconds(5)))?[partition]?.high == 0
        }
    }

    /// Makes a request and waits for its answer.
    @unsafe
    private func administrate(_ operation: String, _ request: (_ client: OpaquePointer, _ queue: OpaquePointer) -> Void)
        throws
    {
        let configuration = unsafe rd_kafka_conf_new()
        _ = unsafe rd_kafka_conf_set(configuration, "bootstrap.servers", bootstrapServers, nil, 0)
        // SAFETY: the client takes the configuration over; client and queue are destroyed below, after their last use.
        guard let client = unsafe rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nil, 0),
            let queue = unsafe rd_kafka_queue_new(client)
        else { throw NeverHappened(description: operation) }
        defer {
            unsafe rd_kafka_queue_destroy(queue)
            unsafe rd_kafka_destroy(client)
        }
        unsafe request(client, queue)
        // SAFETY: the event, if one comes in time, is ours.
        guard let event = unsafe rd_kafka_queue_poll(queue, 30_000) else {
            throw NeverHappened(description: "\(operation): an answer")
        }
        defer { unsafe rd_kafka_event_destroy(event) }
        guard unsafe rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR_NO_ERROR else {
            throw NeverHappened(
                description: "\(operation): \(unsafe String(cString: rd_kafka_event_error_string(event)))"
            )
        }
    }
}
