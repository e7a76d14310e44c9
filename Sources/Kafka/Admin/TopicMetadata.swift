// How a topic is laid out, as the brokers describe it.
// Owns the library's metadata only during the call that asks for it. Runs on the thread of the client that asks.

internal import CRdKafka

/// The layout of one topic.
public struct TopicMetadata: Hashable, Sendable {
    /// The topic's name.
    public let topic: String
    /// How many partitions it has.
    public let partitionCount: Int
    /// The number of the broker that leads each partition, by the partition's number.
    ///
    /// A partition without a leader is left out.
    public let leaders: [Int32: Int32]
    /// The address of each broker, `host:port`, by the broker's number.
    public let addresses: [Int32: String]
    /// The number of copies of the partition with the fewest; 0 for a topic without partitions.
    public let fewestReplicas: Int
    /// The partitions with a copy that is not up to date.
    public let partitionsOutOfSync: [Int32]

    /// The topic's partitions in order.
    public var partitions: [TopicPartition] { (0..<Int32(clamping: partitionCount)).map { TopicPartition(topic, $0) } }

    /// The numbers of the partitions that no broker leads at the moment, so that they cannot be read or written.
    public var leaderlessPartitions: [Int32] { partitions.map(\.partition).filter { leaders[$0] == nil } }

    /// The broker that leads a partition, in words for an operator: `broker 2 (kafka-2:9092)`; nil without a leader.
    public func leader(of partition: Int32) -> String? {
        leaders[partition].map { number in "broker \(number)" + (addresses[number].map { " (\($0))" } ?? "") }
    }

    /// Opens the topic and asks the brokers for its layout.
    init(of topic: String, from client: Client, timeout: Duration) throws(KafkaError) {
        let handle = try TopicHandle(topic, of: client)
        try self.init(of: handle, timeout: timeout)
    }

    /// Asks the brokers for the layout of an open topic (`rd_kafka_metadata`).
    ///
    /// The library keeps the answer too, so that the first record produced to the topic does not wait for it.
    init(of handle: TopicHandle, timeout: Duration) throws(KafkaError) {
        let found = try unsafe TopicMetadata.ask(handle.client, handle.pointer, "metadata of \(handle.name)", timeout)
        guard found.count == 1 else {
            throw KafkaError(code: .unknownTopicOrPartition, operation: "metadata of \(handle.name)")
        }
        self = try found[0].get()
    }

    /// Asks the brokers for the layouts of all topics; one that cannot be told is left out.
    static func all(from client: Client, timeout: Duration) throws(KafkaError) -> [TopicMetadata] {
        try unsafe ask(client, nil, "metadata of all topics", timeout).compactMap { try? $0.get() }
    }

    /// Asks for one topic, or, without one, for all.
    @unsafe
    private static func ask(
        _ client: Client,
        _ topic: OpaquePointer?,
        _ operation: String,
        _ timeout: Duration
    ) throws(KafkaError) -> [Result<TopicMetadata, KafkaError>] {
        // SAFETY: client and topic are alive; the answer is ours and read before it is destroyed. Each of its arrays
        // holds as many elements as the count beside it says.
        var answer: UnsafePointer<rd_kafka_metadata>?
        let code = unsafe rd_kafka_metadata(
            client.pointer,
            topic == nil ? 1 : 0,
            topic,
            &answer,
            timeout.libraryMilliseconds
        )
        try KafkaError.check(code, operation)
        guard let answer = unsafe answer else { throw KafkaError(code: .unknown, operation: operation) }
        defer { unsafe rd_kafka_metadata_destroy(answer) }
        let brokers = unsafe UnsafeBufferPointer(start: answer.pointee.brokers, count: Int(answer.pointee.broker_cnt))
        let addresses: [Int32: String] = unsafe brokers.reduce(into: [:]) { addresses, broker in
            unsafe addresses[broker.id] = "\(String(library: broker.host)):\(broker.port)"
        }
        let topics = unsafe UnsafeBufferPointer(start: answer.pointee.topics, count: Int(answer.pointee.topic_cnt))
        return unsafe topics.map { metadata in
            let code = unsafe KafkaErrorCode(metadata.err)
            guard unsafe metadata.err == RD_KAFKA_RESP_ERR_NO_ERROR else {
                return .failure(KafkaError(code: code, operation: operation))
            }
            return unsafe .success(TopicMetadata(metadata, addresses))
        }
    }

    /// Reads one topic of an answer.
    @unsafe
    private init(_ metadata: rd_kafka_metadata_topic, _ addresses: [Int32: String]) {
        // SAFETY: the answer that the topic is of is alive.
        let partitions = unsafe UnsafeBufferPointer(start: metadata.partitions, count: Int(metadata.partition_cnt))
        topic = unsafe String(library: metadata.topic)
        partitionCount = partitions.count
        leaders = unsafe partitions.reduce(into: [:]) { leaders, partition in
            if unsafe partition.leader >= 0 { unsafe leaders[partition.id] = partition.leader }
        }
        self.addresses = addresses
        fewestReplicas = unsafe partitions.map { unsafe Int($0.replica_cnt) }.min() ?? 0
        partitionsOutOfSync =
            unsafe partitions.filter { unsafe $0.isr_cnt < $0.replica_cnt }.map { unsafe $0.id }.sorted()
    }
}
