// How a topic is laid out, as the brokers say it.
// Owns the library's metadata for the length of one call. Runs on the thread of the client that asks.

internal import CRdKafka

/// The layout of one topic.
public struct TopicMetadata: Hashable, Sendable {
    /// The topic's name.
    public let topic: String
    /// How many partitions it has.
    public let partitionCount: Int
    /// The broker that leads each partition, by the partition's number; none for one that cannot be read or written at
    /// the moment.
    public let leaders: [Int32: Int32]
    /// Where brokers are reached, `host:port` by their numbers.
    public let addresses: [Int32: String]
    /// How many copies that partition has that has fewest.
    public let fewestReplicas: Int
    /// The partitions with a copy that is not up to date.
    public let partitionsOutOfSync: [Int32]

    /// The partitions that no broker leads at the moment, and that cannot be read or written.
    public var leaderlessPartitions: [Int32] { partitions.map(\.partition).filter { leaders[$0] == nil } }

    /// The broker that leads a partition, as people find it: `broker 2 (kafka-2:9092)`; nil for none.
    public func leader(of partition: Int32) -> String? {
        leaders[partition].map { number in "broker \(number)" + (addresses[number].map { " (\($0))" } ?? "") }
    }

    /// The topic's partitions in order.
    public var partitions: [TopicPartition] {
        (0..<Int32(clamping: partitionCount)).map { TopicPartition(topic, $0) }
    }

    /// Asks the brokers, and thereby fills the client's own cache.
    init(of topic: String, from client: Client, timeout: Duration) throws(KafkaError) {
        let handle = try TopicHandle(topic, of: client)
        try self.init(of: handle, timeout: timeout)
    }

    /// Asks the brokers, and thereby fills the client's own cache (`rd_kafka_metadata`).
    init(of handle: TopicHandle, timeout: Duration) throws(KafkaError) {
        let operation = "metadata of \(handle.name)"
        // SAFETY: client and topic are alive; the answer is ours, read before it is destroyed, and has one topic whose
        // `partitions` hold `partition_cnt` elements.
        var answer: UnsafePointer<rd_kafka_metadata>?
        let code = unsafe rd_kafka_metadata(
            handle.client.pointer,
            0,
            handle.pointer,
            &answer,
            timeout.libraryMilliseconds
        )
        try KafkaError.check(code, operation)
        guard let answer = unsafe answer else { throw KafkaError(code: .unknown, operation: operation) }
        defer { unsafe rd_kafka_metadata_destroy(answer) }
        guard unsafe answer.pointee.topic_cnt == 1 else {
            throw KafkaError(code: .unknownTopicOrPartition, operation: operation)
        }
        let metadata = unsafe answer.pointee.topics[0]
        unsafe try KafkaError.check(metadata.err, operation)
        let partitions = unsafe UnsafeBufferPointer(start: metadata.partitions, count: Int(metadata.partition_cnt))
        topic = handle.name
        partitionCount = partitions.count
        leaders = unsafe partitions.reduce(into: [:]) { leaders, partition in
            if unsafe partition.leader >= 0 { unsafe leaders[partition.id] = partition.leader }
        }
        let brokers = unsafe UnsafeBufferPointer(start: answer.pointee.brokers, count: Int(answer.pointee.broker_cnt))
        addresses = unsafe brokers.reduce(into: [:]) { addresses, broker in
            unsafe addresses[broker.id] = "\(String(library: broker.host)):\(broker.port)"
        }
        fewestReplicas = unsafe partitions.map { unsafe Int($0.replica_cnt) }.min() ?? 0
        partitionsOutOfSync =
            unsafe partitions.filter { unsafe $0.isr_cnt < $0.replica_cnt }.map { unsafe $0.id }.sorted()
    }
}
