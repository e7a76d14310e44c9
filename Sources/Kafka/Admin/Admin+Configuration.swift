// The settings of a topic as its brokers hold them. Changes nothing. Used on one thread.

internal import CRdKafka

extension Admin {
    /// Asks for a topic's settings, defaults included (`rd_kafka_DescribeConfigs`).
    ///
    /// - Returns: Values by name; those that brokers keep to themselves are left out.
    public func configuration(of topic: String, timeout: Duration) throws(KafkaError) -> [String: String] {
        let operation = "describe settings of \(topic)"
        // SAFETY: the resource is destroyed in `defer`; the library copies it before the call returns.
        var resource = unsafe rd_kafka_ConfigResource_new(RD_KAFKA_RESOURCE_TOPIC, topic)
        defer { unsafe rd_kafka_ConfigResource_destroy(resource) }
        return try unsafe client.ask(
            RD_KAFKA_ADMIN_OP_DESCRIBECONFIGS,
            answeredBy: RD_KAFKA_EVENT_DESCRIBECONFIGS_RESULT,
            until: Deadline(after: timeout),
            operation
        ) { options, queue in
            unsafe rd_kafka_DescribeConfigs(client.pointer, &resource, 1, options, queue)
        } read: { (event) throws(KafkaError) in
            try unsafe Self.readSettings(event, operation)
        }
    }

    @unsafe
    private static func readSettings(
        _ event: OpaquePointer,
        _ operation: String
    ) throws(KafkaError) -> [String: String] {
        // SAFETY: the event is alive, and with it all that it lends; texts are NUL-ended or NULL.
        var count = 0
        let result = unsafe rd_kafka_event_DescribeConfigs_result(event)
        guard let resources = unsafe rd_kafka_DescribeConfigs_result_resources(result, &count), count == 1,
            let resource = unsafe resources[0]
        else { throw KafkaError(code: .unknown, operation: operation) }
        unsafe try KafkaError.check(rd_kafka_ConfigResource_error(resource), operation)
        let entries = unsafe rd_kafka_ConfigResource_configs(resource, &count)
        var settings: [String: String] = [:]
        for index in 0..<count {
            guard let entry = unsafe entries?[index], let value = unsafe rd_kafka_ConfigEntry_value(entry) else {
                continue
            }
            settings[unsafe String(library: rd_kafka_ConfigEntry_name(entry))] = unsafe String(library: value)
        }
        return settings
    }
}
