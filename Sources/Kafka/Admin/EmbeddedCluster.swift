// A Kafka cluster inside the process: librdkafka's mock cluster, on real sockets.
// For demonstrations, benchmarks and tests. Any thread: every call goes to the cluster's own thread or takes its lock.

internal import CRdKafka

/// A cluster of librdkafka's mock brokers (`rd_kafka_mock_cluster_new`).
///
/// What it does not do: it keeps 5 MiB per partition and drops the oldest beyond that, forgets a transaction's
/// offsets, shows aborted records, does not fence, and cannot look up offsets by time or create topics by request.
/// Group members need a `session.timeout.ms` above 3000.
@safe
public final class EmbeddedCluster: @unchecked Sendable {
    // Sendable because both fields are constant, and librdkafka's mock calls are thread-safe: each posts to the
    // cluster's thread and waits, or takes the cluster's lock.

    // SAFETY: made in init, destroyed in deinit before its client, lent to C only while self lives. Tests inject faults
    // with it.
    @unsafe package let pointer: OpaquePointer
    private let client: Client

    /// How many brokers there are; their numbers start at 1.
    public let brokerCount: Int

    /// The address of the brokers, for `bootstrap.servers`.
    public let bootstrapServers: String

    /// Starts a cluster on free ports of the loopback interface.
    public init(brokerCount: Int = 1) throws(KafkaError) {
        let operation = "start embedded cluster"
        let client: Client
        do {
            client = try Client(.producer, ["log_level": "0"], context: CallbackContext(eventHandler: nil))
        } catch {
            throw KafkaError(code: .invalidArgument, operation: operation, message: error.description)
        }
        // SAFETY: the client is alive; the addresses are text of the cluster, copied here.
        guard let pointer = unsafe rd_kafka_mock_cluster_new(client.pointer, Int32(clamping: brokerCount)) else {
            throw KafkaError(code: .unknown, operation: operation)
        }
        unsafe self.pointer = pointer
        bootstrapServers = unsafe String(library: rd_kafka_mock_cluster_bootstraps(pointer))
        self.client = client
        self.brokerCount = brokerCount
    }

    deinit {
        // SAFETY: the only owner ends here; the client is released after this body.
        unsafe rd_kafka_mock_cluster_destroy(pointer)
    }

    /// Creates a topic (`rd_kafka_mock_topic_create`).
    public func createTopic(_ name: String, partitions: Int, replication: Int = 1) throws(KafkaError) {
        // SAFETY: the cluster is alive and copies the name.
        try KafkaError.check(
            unsafe rd_kafka_mock_topic_create(pointer, name, Int32(clamping: partitions), Int32(clamping: replication)),
            "create topic \(name)"
        )
    }
}
