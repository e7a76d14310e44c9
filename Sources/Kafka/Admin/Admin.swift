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

    /// Describes a topic.
    public init(_ name: String, partitions: Int, replication: Int = 1) {
        self.name = name
        self.partitions = partitions
        self.replication = replication
    }
}

/// Administration of topics over a connection of its own.
public final class Admin {
    let client: Client

    /// Connects in the background.
    ///
    /// Takes the settings of the connection; of any others the library warns in its log.
    public init(
        _ configuration: ClientConfiguration,
        onEvent: ClientEventHandler? = nil
    ) throws(ConfigurationError) {
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
        }
        let queue = EventQueue(client)
        let options = AdminOptions(client, for: RD_KAFKA_ADMIN_OP_CREATETOPICS, timeout: timeout)
        unsafe requests.withUnsafeMutableBufferPointer { requests in
            unsafe rd_kafka_CreateTopics(
                client.pointer,
                requests.baseAddress,
                requests.count,
                options.pointer,
                queue.pointer
            )
        }
        let answer = unsafe queue.wait(
            for: RD_KAFKA_EVENT_CREATETOPICS_RESULT,
            until: Deadline(after: timeout + .seconds(1))
        ) { event in
            // SAFETY: the event is alive during this closure, and with it the results it lends.
            var count = 0
            let results = unsafe rd_kafka_CreateTopics_result_topics(rd_kafka_event_CreateTopics_result(event), &count)
            return unsafe Self.firstFailure(of: event, results, count, operation)
        }
        try Self.check(answer, operation)
    }

    /// Deletes topics (`rd_kafka_DeleteTopics`).
    ///
    /// - Throws: The first topic's error that is not success; the others may have been deleted.
    public func delete(_ topics: [String], timeout: Duration) throws(KafkaError) {
        let operation = "delete topics"
        // SAFETY: each object made is destroyed in `defer`; the library copies them before the call returns.
        var requests = unsafe topics.map { unsafe rd_kafka_DeleteTopic_new($0) }
        defer { unsafe requests.forEach { unsafe rd_kafka_DeleteTopic_destroy($0) } }
        let queue = EventQueue(client)
        let options = AdminOptions(client, for: RD_KAFKA_ADMIN_OP_DELETETOPICS, timeout: timeout)
        unsafe requests.withUnsafeMutableBufferPointer { requests in
            unsafe rd_kafka_DeleteTopics(
                client.pointer,
                requests.baseAddress,
                requests.count,
                options.pointer,
                queue.pointer
            )
        }
        let answer = unsafe queue.wait(
            for: RD_KAFKA_EVENT_DELETETOPICS_RESULT,
            until: Deadline(after: timeout + .seconds(1))
        ) { event in
            // SAFETY: the event is alive during this closure, and with it the results it lends.
            var count = 0
            let results = unsafe rd_kafka_DeleteTopics_result_topics(rd_kafka_event_DeleteTopics_result(event), &count)
            return unsafe Self.firstFailure(of: event, results, count, operation)
        }
        try Self.check(answer, operation)
    }

    /// Asks how a topic is laid out (`rd_kafka_metadata`).
    public func metadata(of topic: String, timeout: Duration) throws(KafkaError) -> TopicMetadata {
        try TopicMetadata(of: topic, from: client, timeout: timeout)
    }

    /// The request's own error, else the first topic's; nil if all went well.
    @unsafe
    private static func firstFailure(
        of event: OpaquePointer,
        _ results: UnsafeMutablePointer<OpaquePointer?>?,
        _ count: Int,
        _ operation: String
    ) -> KafkaError? {
        // SAFETY: the event and the `count` results it lends are alive; their texts are NUL-ended or NULL.
        let code = unsafe KafkaErrorCode(rd_kafka_event_error(event))
        guard code == .noError else {
            let message = unsafe String(library: rd_kafka_event_error_string(event))
            return KafkaError(code: code, operation: operation, message: message)
        }
        let results = unsafe UnsafeBufferPointer(start: results, count: count)
        return unsafe results.lazy.compactMap { result -> KafkaError? in
            let code = unsafe KafkaErrorCode(rd_kafka_topic_result_error(result))
            guard code != .noError else { return nil }
            let topic = unsafe String(library: rd_kafka_topic_result_name(result))
            let text = unsafe rd_kafka_topic_result_error_string(result).map { unsafe String(cString: $0) }
            return KafkaError(code: code, operation: "\(operation): \(topic)", message: text)
        }
        .first
    }

    private static func check(_ answer: KafkaError??, _ operation: String) throws(KafkaError) {
        guard let answer else { throw KafkaError(code: .timedOut, operation: operation) }
        if let failure = answer { throw failure }
    }
}

/// Owns the options of one administrative request.
@safe
private struct AdminOptions: ~Copyable {
    // SAFETY: made in init, freed in deinit, lent to C only while self lives.
    @unsafe let pointer: OpaquePointer?

    init(_ client: Client, for operation: rd_kafka_admin_op_t, timeout: Duration) {
        // SAFETY: the client is alive; a time limit the library refuses leaves its own in place.
        unsafe pointer = rd_kafka_AdminOptions_new(client.pointer, operation)
        _ = unsafe withErrorText { buffer, size in
            unsafe rd_kafka_AdminOptions_set_request_timeout(pointer, timeout.libraryMilliseconds, buffer, size)
        }
    }

    deinit {
        // SAFETY: the only owner ends here.
        if let pointer = unsafe pointer { unsafe rd_kafka_AdminOptions_destroy(pointer) }
    }
}
