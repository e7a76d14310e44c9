// The broker a test talks to: an embedded one of its own, or the real one that the environment names.
// Knows what the embedded one cannot do, so that tests are skipped by name. Any thread.

import Foundation
public import Kafka
import Synchronization

/// A broker for one test, with names that no other test uses.
public final class TestBroker: Sendable {
    /// Something that a real broker can do and the embedded one cannot.
    public enum Ability: Sendable {
        /// Looking up offsets by time.
        case offsetsByTime
        /// Creating and deleting topics by request, and saying that there is none of a name.
        case topicAdministration
        /// Keeping a transaction's offsets, hiding aborted records, fencing.
        case transactions
    }

    /// The embedded cluster, if it is one: for faults on demand.
    public let cluster: EmbeddedCluster?
    /// The address for `bootstrap.servers`.
    public let bootstrapServers: String
    private let topics = Mutex<[String]>([])

    private init(cluster: EmbeddedCluster?, bootstrapServers: String) {
        self.cluster = cluster
        self.bootstrapServers = bootstrapServers
    }

    /// Takes the topics that were made off a real broker, which keeps files and memory for each partition.
    deinit {
        let topics = topics.withLock { $0 }
        guard !topics.isEmpty else { return }
        // A test that has left a cluster without leaders is not held up by this, and has failed already.
        try? Admin(connection).delete(topics, timeout: .seconds(10))
    }

    /// Whether the broker of `any` can do something; where a test is skipped for it, say why.
    public static func can(_ ability: Ability) -> Bool {
        switch ability {
        case .offsetsByTime, .topicAdministration, .transactions: externalServers != nil
        }
    }

    /// The broker that `KAFKA_BOOTSTRAP_SERVERS` names, which is Apache Kafka or the like, otherwise an embedded one.
    public static func any(brokers: Int = 1) throws -> TestBroker {
        guard let externalServers else { return try embedded(brokers: brokers) }
        return TestBroker(cluster: nil, bootstrapServers: externalServers)
    }

    /// An embedded broker always: for tests that inject faults.
    public static func embedded(brokers: Int = 1) throws -> TestBroker {
        let cluster = try EmbeddedCluster(brokerCount: brokers)
        return TestBroker(cluster: cluster, bootstrapServers: cluster.bootstrapServers)
    }

    /// Creates a topic with a name of its own, or with one that begins with such a name; the embedded broker knows no
    /// settings.
    public func makeTopic(
        partitions: Int = 1,
        named given: String? = nil,
        settings: [String: String] = [:]
    ) throws -> String {
        let name = given ?? Self.uniqueName("topic")
        if let cluster {
            try cluster.createTopic(name, partitions: partitions)
        } else {
            let admin = try Admin(connection)
            let topic = NewTopic(name, partitions: partitions, settings: settings)
            try admin.create([topic], timeout: .seconds(30))
            topics.withLock { $0.append(name) }
            try eventually("topic \(name) is there") {
                let metadata = try? admin.metadata(of: name, timeout: .seconds(5))
                return metadata?.partitionCount == partitions && metadata?.leaderlessPartitions == []
            }
        }
        return name
    }

    /// The settings that every client of this broker needs.
    public var connection: ClientConfiguration {
        ["bootstrap.servers": bootstrapServers, "log_level": "2", "socket.nagle.disable": "true"]
    }

    /// Settings for a consumer that commits nothing by itself, reads from the start, and answers quickly.
    public func consumerConfiguration(group: String? = nil) -> ClientConfiguration {
        var configuration = connection
        configuration.set("group.id", group ?? Self.uniqueName("group"))
        configuration.set("enable.auto.commit", "false")
        configuration.set("enable.auto.offset.store", "false")
        configuration.set("auto.offset.reset", "earliest")
        configuration.set("fetch.wait.max.ms", "10")
        if sharesOutPartitions {
            configuration.set("group.protocol", "consumer")
            configuration.set("max.poll.interval.ms", "60000")
            return configuration
        }
        // The embedded broker needs more than 3000 and waits for it in each rebalance; others refuse less than 6000.
        configuration.set("session.timeout.ms", cluster == nil ? "6000" : "4000")
        configuration.set("heartbeat.interval.ms", "200")
        configuration.set("max.poll.interval.ms", "60000")
        return configuration
    }

    /// Settings for a producer that sends at once.
    public func producerConfiguration() -> ClientConfiguration {
        var configuration = connection
        configuration.set("linger.ms", "0")
        return configuration
    }

    /// Settings for a producer whose records stand in the log as they were sent.
    ///
    /// One request at a time: a broker that does not know yet that it leads a new topic refuses the first record, and
    /// would take the second before the first is sent again.
    public func orderedConfiguration() -> ClientConfiguration {
        var configuration = producerConfiguration()
        configuration.set("max.in.flight.requests.per.connection", "1")
        return configuration
    }

    /// A producer with transactions that has taken over its id, and a topic whose layout it knows.
    public func transactionalProducer(
        to topic: String,
        id: String = TestBroker.uniqueName("t")
    ) throws -> (Producer, TopicHandle) {
        var configuration = producerConfiguration()
        configuration.set("transactional.id", id)
        let producer = try Producer(configuration)
        try producer.initTransactions(timeout: .seconds(60))
        let handle = try producer.topic(topic)
        try producer.prewarm(handle, timeout: .seconds(30))
        return (producer, handle)
    }

    /// A name that no other test and no earlier run uses.
    public static func uniqueName(_ purpose: String) -> String {
        "\(purpose)-\(UUID().uuidString.lowercased())"
    }

    /// Whether the brokers share out the partitions of the test's groups (KIP-848), as `KAFKA_GROUP_PROTOCOL=consumer`
    /// wants it; the embedded cluster is left to the other protocol.
    public var sharesOutPartitions: Bool {
        cluster == nil && ProcessInfo.processInfo.environment["KAFKA_GROUP_PROTOCOL"] == "consumer"
    }

    /// What a worker of such a group is started with, or how it is a member that is soon missed otherwise.
    public var membership: [String] {
        sharesOutPartitions
            ? ["--group-protocol", "consumer"] : TestBroker.shortSession.flatMap { ["--kafka", $0] }
    }

    /// The same as variables.
    public var membershipVariables: [String: String] {
        sharesOutPartitions
            ? ["NORMALIZER_GROUP_PROTOCOL": "consumer"]
            : ["NORMALIZER_KAFKA": TestBroker.shortSession.joined(separator: "\n")]
    }

    private static let shortSession = ["consumer.session.timeout.ms=6000", "consumer.heartbeat.interval.ms=500"]

    /// The properties that brokers decide for such groups.
    public static let decided = ["session.timeout.ms", "heartbeat.interval.ms", "partition.assignment.strategy"]

    private static let externalServers = ProcessInfo.processInfo.environment["KAFKA_BOOTSTRAP_SERVERS"]
}
