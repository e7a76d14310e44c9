// The settings of a topic as its brokers hold them. Changes nothing. Used on one thread.

internal import CRdKafka

extension Admin {
    /// Asks for a topic's settings, defaults included (`rd_kafka_DescribeConfigs`).
    ///
    /// - Returns: Values by name; those that brokers keep to themselves are left out.
    public func configuration(of topic: String, timeout: Duration) throws(KafkaError) -> [String: String] {
        let operation = "describe settings of \(topic)"
        let client = client
        let queue = EventQueue(client)
        // SAFETY: each object made is destroyed in `defer`; the library copies them before the call returns.
        let resource = unsafe rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic)
        let options = unsafe rd_kafka_AdminOptions_new(client.pointer, RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS)
        defer {
            unsafe rd_kafka_ConfigResource_destroy(resource)
            unsafe rd_kafka_AdminOptions_destroy(options)
        }
        _ = unsafe withErrorText { buffer, size in
            unsafe rd_kafka_AdminOptions_set_request_timeout(options, timeout.libraryMilliseconds, buffer, size)
        }
        var resources: [OpaquePointer?] = unsafe [resource]
        unsafe rd_kafka_DescribeConfigs(client.pointer, &resources, 1, options, queue.pointer)
        let answer = unsafe queue.wait(
            for: RD_KAFKA_EVENT_DESCRIBECONFIGS_RESULT,
            until: Deadline(after: timeout + .seconds(1))
        ) { event in
            unsafe Self.readSettings(event, operation)
        }
        guard let answer else { throw KafkaError(code: .timedOut, operation: operation) }
        return try answer.get()
    }

    @unsafe
    private static func readSettings(
        _ event: OpaquePointer,
        _ operation: String
    ) -> Result<[String: String], KafkaError> {
        // SAFETY: the event is alive, and with it all that it lends; texts are NUL-ended or NULL.
        let code = unsafe KafkaErrorCode(rd_kafka_event_error(event))
        guard code == .noError else {
            let message = unsafe String(library: rd_kafka_event_error_string(event))
            return .failure(KafkaError(code: code, operation: operation, message: message))
        }
        var count = 0
        let result = unsafe rd_kafka_event_DescribeConfigs_result(event)
        guard let resources = unsafe rd_kafka_DescribeConfigs_result_resources(result, &count), count == 1,
            let resource = unsafe resources[0]
        else { return .failure(KafkaError(code: .unknown, operation: operation)) }
        let failure = unsafe KafkaErrorCode(rd_kafka_ConfigResource_error(resource))
        guard failure == .noError else { return .failure(KafkaError(code: failure, operation: operation)) }
        var entryCount = 0
        let entries = unsafe rd_kafka_ConfigResource_configs(resource, &entryCount)
        var settings: [String: String] = [:]
        for index in 0..<entryCount {
            guard let entry = unsafe entries?[index], let value = unsafe rd_kafka_ConfigEntry_value(entry) else {
                continue
            }
            settings[unsafe String(library: rd_kafka_ConfigEntry_name(entry))] = unsafe String(library: value)
        }
        return .success(settings)
    }
}
