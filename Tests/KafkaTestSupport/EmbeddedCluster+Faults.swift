// Faults of the embedded cluster, on demand. Any thread: every call goes to the cluster's own thread or takes its lock.

internal import CRdKafka
public import Kafka

extension EmbeddedCluster {
    /// Takes a broker down: its connections break and new ones are refused (`rd_kafka_mock_broker_set_down`).
    public func setBrokerDown(_ broker: Int32) throws(KafkaError) {
        // SAFETY: the cluster is alive.
        try check(unsafe rd_kafka_mock_broker_set_down(pointer, broker), "set broker \(broker) down")
    }

    /// Brings a broker back (`rd_kafka_mock_broker_set_up`).
    public func setBrokerUp(_ broker: Int32) throws(KafkaError) {
        // SAFETY: the cluster is alive.
        try check(unsafe rd_kafka_mock_broker_set_up(pointer, broker), "set broker \(broker) up")
    }

    /// Delays a broker's answers (`rd_kafka_mock_broker_set_rtt`).
    public func setRoundTripTime(_ time: Duration, of broker: Int32) throws(KafkaError) {
        // SAFETY: the cluster is alive.
        let code = unsafe rd_kafka_mock_broker_set_rtt(pointer, broker, Int32(time / .milliseconds(1)))
        try check(code, "set round trip time")
    }

    /// Answers the next requests of a kind with these errors, one each; `noError` lets one through
    /// (`rd_kafka_mock_push_request_errors_array`).
    ///
    /// `transport` breaks the connection instead.
    public func pushErrors(_ errors: [KafkaErrorCode], for request: KafkaRequest) {
        // SAFETY: the cluster is alive and copies the codes.
        unsafe rd_kafka_mock_push_request_errors_array(
            pointer,
            request.rawValue,
            errors.count,
            errors.map(libraryCode)
        )
    }

    /// Forgets pushed errors that were not used yet (`rd_kafka_mock_clear_request_errors`).
    public func clearErrors(for request: KafkaRequest) {
        // SAFETY: the cluster is alive.
        unsafe rd_kafka_mock_clear_request_errors(pointer, request.rawValue)
    }

    /// Answers Metadata and AddPartitionsToTxn about a topic with an error; `noError` ends that
    /// (`rd_kafka_mock_topic_set_error`).
    public func setError(_ error: KafkaErrorCode, ofTopic topic: String) {
        // SAFETY: the cluster is alive and copies the name.
        unsafe rd_kafka_mock_topic_set_error(pointer, topic, libraryCode(error))
    }

    /// Makes the brokers one that knows no requests of a kind (`rd_kafka_mock_set_apiversion`).
    ///
    /// Clients learn it when they connect.
    public func disable(_ request: KafkaRequest) throws(KafkaError) {
        // SAFETY: the cluster is alive.
        try check(unsafe rd_kafka_mock_set_apiversion(pointer, request.rawValue, -1, -1), "disable request")
    }

    /// What a coordinator coordinates.
    public enum CoordinatorKind: String, Sendable {
        /// A consumer group.
        case group
        /// The transactions of a `transactional.id`.
        case transaction
    }

    /// Moves a coordinator to a broker (`rd_kafka_mock_coordinator_set`).
    public func setCoordinator(_ kind: CoordinatorKind, of name: String, to broker: Int32) throws(KafkaError) {
        // SAFETY: the cluster is alive and copies the names.
        let code = unsafe rd_kafka_mock_coordinator_set(pointer, kind.rawValue, name, broker)
        try check(code, "set coordinator")
    }

    /// Moves a partition's leadership to a broker; nil leaves it without (`rd_kafka_mock_partition_set_leader`).
    public func setLeader(of partition: TopicPartition, to broker: Int32?) throws(KafkaError) {
        // SAFETY: the cluster is alive and copies the name.
        let code = unsafe rd_kafka_mock_partition_set_leader(
            pointer,
            partition.topic,
            partition.partition,
            broker ?? -1
        )
        try check(code, "set leader")
    }

    private func libraryCode(_ code: KafkaErrorCode) -> rd_kafka_resp_err_t {
        rd_kafka_resp_err_t(rawValue: .init(code.rawValue))
    }

    private func check(_ code: rd_kafka_resp_err_t, _ operation: String) throws(KafkaError) {
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        throw KafkaError(code: KafkaErrorCode(rawValue: Int32(code.rawValue)), operation: operation)
    }
}

/// A kind of request of the Kafka protocol, by its number.
public struct KafkaRequest: RawRepresentable, Hashable, Sendable {
    /// The protocol's number (`ApiKey`).
    public let rawValue: Int16

    /// Takes any number.
    public init(rawValue: Int16) {
        self.rawValue = rawValue
    }

    /// Produce.
    public static let produce = Self(rawValue: 0)
    /// OffsetCommit.
    public static let offsetCommit = Self(rawValue: 8)
    /// OffsetFetch.
    public static let offsetFetch = Self(rawValue: 9)
    /// JoinGroup.
    public static let joinGroup = Self(rawValue: 11)
    /// Heartbeat.
    public static let heartbeat = Self(rawValue: 12)
    /// InitProducerId.
    public static let initProducerID = Self(rawValue: 22)
    /// AddPartitionsToTxn.
    public static let addPartitionsToTransaction = Self(rawValue: 24)
    /// AddOffsetsToTxn.
    public static let addOffsetsToTransaction = Self(rawValue: 25)
    /// EndTxn.
    public static let endTransaction = Self(rawValue: 26)
    /// TxnOffsetCommit.
    public static let transactionOffsetCommit = Self(rawValue: 28)
}
