// Creates, deletes and looks at topics, each with a deadline.
// For demonstrations and tests on real brokers; the worker itself creates nothing. Used on one thread.

internal import CRdKafka

/// A topic to create.
public struct NewTopic: Hashable, Sendable {
    /// Its name.
    public let name: String
    /// How many partitions.
    public let partitions: Int
    /// How many copies of each.
    public let replication: Int
    /// Settings, by the names that Kafka gives them; the broker's own for all others.
    public let settings: [String: String]

    /// Describes a topic.
    public init(_ name: String, partitions: Int, replication: Int = 1, settings: [String: String] = [:]) {
        self.name = name
        self.partitions = partitions
        self.replication = replication
        self.settings = settings
    }
}

/// Administration of topics over a connection of its own.
public final class Admin {
    let client: Client

    /// Connects in the background.
    ///
    /// Takes the settings of the connection; of any others the library warns in its log.
    public init(_ configuration: ClientConfiguration, onEvent: ClientEventHandler? = nil) throws(ConfigurationError) {
        client = try Client(.producer, configuration, context: CallbackContext(eventHandler: onEvent))
    }

    /// Creates topics (`rd_kafka_CreateTopics`).
    ///
    /// One that exists already is an error, `topicAlreadyExists`.
    ///
    /// - Throws: The first topic's error that is not success; the others may have been created.
    public func create(_ topics: [NewTopic], timeout: Duration) throws(KafkaError) {
        let operation = "create topics"
        // SAFETY: each object made is destroyed in `defer`; the library copies them before the call returns.
        var requests: [OpaquePointer?] = unsafe []
        defer { unsafe requests.forEach { unsafe rd_kafka_NewTopic_destroy($0) } }
        for topic in topics {
            let (request, text) = unsafe withErrorText { buffer, size in
                unsafe rd_kafka_NewTopic_new(
                    topic.name,
                    Int32(clamping: topic.partitions),
                    Int32(clamping: topic.replication),
                    buffer,
                    size
                )
            }
            guard unsafe request != nil else {
                throw KafkaError(code: .invalidArgument, operation: "\(operation): \(topic.name)", message: text)
            }
            unsafe requests.append(request)
            for (name, value) in topic.settings { unsafe rd_kafka_NewTopic_set_config(request, name, value) }
        }
        let count = unsafe requests.count
        try unsafe client.ask(
            RD_KAFKA_ADMIN_OP_CREATETOPICS,
            answeredBy: RD_KAFKA_EVENT_CREATETOPICS_RESULT,
            until: Deadline(after: timeout),
            operation
        ) { options, queue in
            unsafe rd_kafka_CreateTopics(client.pointer, &requests, count, options, queue)
        } read: { (event) throws(KafkaError) in
            // SAFETY: the event is alive during this closure, and with it the results it lends.
            var count = 0
            let results = unsafe rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), &count)
            try unsafe Self.check(results, count, operation)
        }
    }

    /// Deletes topics (`rd_kafka_DeleteTopics`).
    ///
    /// - Throws: The first topic's error that is not success; the others may have been deleted.
    public func delete(_ topics: [String], timeout: Duration) throws(KafkaError) {
        let operation = "delete topics"
        // SAFETY: each object made is destroyed in `defer`; the library copies them before the call returns.
        var requests = unsafe topics.map { unsafe rd_kafka_DeleteTopic_new($0) }
        defer { unsafe requests.forEach { unsafe rd_kafka_DeleteTopic_destroy($0) } }
        try unsafe client.ask(
            RD_KAFKA_ADMIN_OP_DELETETOPICS,
            answeredBy: RD_KAFKA_EVENT_DELETETOPICS_RESULT,
            until: Deadline(after: timeout),
            operation
        ) { options, queue in
            unsafe rd_kafka_DeleteTopics(client.pointer, &requests, topics.count, options, queue)
        } read: { (event) throws(KafkaError) in
            // SAFETY: the event is alive during this closure, and with it the results it lends.
            var count = 0
            let results = unsafe rd_kafka_DeleteTopics_result_topics(rd_kafka_event_DeleteTopics_result(event), &count)
            try unsafe Self.check(results, count, operation)
        }
    }

    /// Asks how a topic is laid out (`rd_kafka_metadata`).
    public func metadata(of topic: String, timeout: Duration) throws(KafkaError) -> TopicMetadata {
        try TopicMetadata(of: topic, from: client, timeout: timeout)
    }

    /// Throws the first topic's error that is not success.
    @unsafe
    private static func check(
        _ results: UnsafeMutablePointer<OpaquePointer?>?,
        _ count: Int,
        _ operation: String
    ) throws(KafkaError) {
        // SAFETY: the `count` results are alive; their texts are NUL-ended or NULL.
        for index in 0..<count {
            let result = unsafe results?[index]
            let code = unsafe KafkaErrorCode(rd_kafka_topic_result_error(result))
            guard code != .noError else { continue }
            let topic = unsafe String(library: rd_kafka_topic_result_name(result))
            let text = unsafe rd_kafka_topic_result_error_string(result).map { unsafe String(cString: $0) }
            throw KafkaError(code: code, operation: "\(operation): \(topic)", message: text)
        }
    }
}
