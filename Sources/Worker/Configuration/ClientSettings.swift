// The librdkafka properties that the worker's clients start from, each for a reason, and what the user
// passes on top. Values only.

package import Kafka

package enum ClientSettings {
    /// Properties of a lane's consumer.
    package static func consumer(_ configuration: WorkerConfiguration, lane: Int) -> ClientConfiguration {
        var settings = commonConsumer(configuration, "\(lane)", group: configuration.groupID)
        if let instance = instanceID(configuration, lane: lane) { settings.set("group.instance.id", instance) }
        if configuration.groupProtocol == .consumer {
            settings.setIfSupported("group.protocol", "consumer")
        } else {
            // All members of a group must agree on it, also across versions of the library.
            settings.set("partition.assignment.strategy", configuration.assignmentStrategy.rawValue)
        }
        if configuration.plan != nil {
            // The end of a range may lie behind records that are never handed out, such as transaction markers.
            settings.set("enable.partition.eof", "true")
            // What one that was killed had is soon with others, or with the same command given again.
            settings.set("session.timeout.ms", "10000")
        }
        let budget = configuration.budget
        settings.set("queued.max.messages.kbytes", "\(budget.fetchedBytes / 1024)")
        settings.set("fetch.max.bytes", "\(budget.fetchBytes)")
        settings.set("fetch.message.max.bytes", "\(min(1 << 20, budget.fetchBytes))")
        settings.setIfSupported("fetch.queue.backoff.ms", "50")
        if let rack = configuration.clientRack { settings.set("client.rack", rack) }
        pass(configuration, prefix: "consumer.", to: &settings)
        fitMessages(into: budget.fetchBytes, &settings)
        return settings
    }

    /// Lowers a consumer's `message.max.bytes` to the answers that it asks for.
    ///
    /// It limits nothing of a consumer, but the library wants answers to be no smaller. Answers that the user has set
    /// are left to be refused.
    private static func fitMessages(into answer: Int, _ settings: inout ClientConfiguration) {
        guard settings["fetch.max.bytes"] == "\(answer)",
            answer < settings["message.max.bytes"].map({ Int($0) ?? 0 }) ?? 1_000_000
        else { return }
        settings.set("message.max.bytes", "\(answer)")
    }

    /// Why a certificate was refused the library logs as an error; nothing else that it logs is of use to commands.
    private static let errorsOnly = "3"

    /// Properties of a client that only asks.
    package static func connection(_ configuration: WorkerConfiguration) -> ClientConfiguration {
        var settings = common(configuration, "admin")
        settings.set("log_level", errorsOnly)
        // Of both kinds, properties for the connection are written alike.
        pass(configuration, prefix: "producer.", to: &settings)
        return settings
    }

    /// Properties of a consumer that looks at partitions and at a group's offsets without being a member.
    package static func inspector(_ configuration: WorkerConfiguration, group: String) -> ClientConfiguration {
        var settings = commonConsumer(configuration, "inspector", group: group)
        settings.set("enable.partition.eof", "true")
        // Ranges are read from end to end: quickly, but within little memory.
        settings.set("queued.max.messages.kbytes", "\(inspectorQueueBytes / 1024)")
        settings.set("fetch.max.bytes", "\(inspectorQueueBytes / 2)")
        settings.set("log_level", errorsOnly)
        pass(configuration, prefix: "consumer.", to: &settings)
        fitMessages(into: inspectorQueueBytes / 2, &settings)
        return settings
    }

    /// Properties of a consumer that looks at the cluster beside a worker: like an inspector's, but with next to
    /// nothing in memory.
    static func observer(_ configuration: WorkerConfiguration) -> ClientConfiguration {
        var settings = inspector(configuration, group: configuration.groupID)
        settings.set("client.id", clientID("observer"))
        settings.set("queued.max.messages.kbytes", "1024")
        settings.set("fetch.max.bytes", "1048576")
        settings.set("fetch.message.max.bytes", "65536")
        settings.set("statistics.interval.ms", "0")
        fitMessages(into: 1 << 20, &settings)
        return settings
    }

    /// Properties of a consumer that asks for the group's offsets beside a transaction that is open.
    static func groupReader(_ configuration: WorkerConfiguration) -> ClientConfiguration {
        var settings = observer(configuration)
        settings.set("client.id", clientID("group-reader"))
        settings.set("isolation.level", "read_uncommitted")
        return settings
    }

    /// Bytes that an inspector fetches ahead.
    package static let inspectorQueueBytes = 16 << 20

    /// Properties of a lane's producer, for an output that has so many copies; nil if that is not known.
    static func producer(_ configuration: WorkerConfiguration, lane: Int, copies: Int? = nil) -> ClientConfiguration {
        var settings =
            configuration.delivery == .exactlyOnce
            ? transactionalProducer(configuration, lane: lane)
            : idempotentProducer(configuration, lane: lane)
        // Small pieces stay in the processor's caches from the normalizer to the socket. Where there are copies, each
        // piece is a request more for all brokers that keep one.
        if copies == 1, settings["batch.size"] == nil { settings.set("batch.size", "500000") }
        return settings
    }

    private static func idempotentProducer(_ configuration: WorkerConfiguration, lane: Int) -> ClientConfiguration {
        var settings = commonProducer(configuration, "\(lane)")
        // No duplicates and no reordering through the library's own retries.
        settings.set("enable.idempotence", "true")
        // Well under max.poll.interval.ms, so that a stuck broker is noticed before the group expels the lane.
        settings.set("message.timeout.ms", "60000")
        pass(configuration, prefix: "producer.", to: &settings)
        return settings
    }

    /// Properties of a lane's producer with transactions.
    package static func transactionalProducer(_ configuration: WorkerConfiguration, lane: Int) -> ClientConfiguration {
        transactionalProducer(configuration, id: transactionalID(configuration, lane: lane), "\(lane)")
    }

    /// Properties of a producer with transactions of this id.
    package static func transactionalProducer(
        _ configuration: WorkerConfiguration,
        id: String,
        _ purpose: String
    ) -> ClientConfiguration {
        var settings = commonProducer(configuration, purpose)
        settings.set("transactional.id", id)
        settings.set("transaction.timeout.ms", "\(configuration.transactionMilliseconds)")
        settings.set("message.timeout.ms", "\(configuration.transactionMilliseconds)")
        settings.set("socket.timeout.ms", "\(min(socketMilliseconds, configuration.transactionMilliseconds))")
        pass(configuration, prefix: "producer.", to: &settings)
        return settings
    }

    /// The id that tells brokers which transactions belong to one lane through restarts, if it has a name that lasts.
    static func transactionalID(_ configuration: WorkerConfiguration, lane: Int) -> String {
        let prefix = configuration.transactionalIDPrefix ?? configuration.groupID
        return "\(prefix)-\(configuration.groupInstanceID ?? configuration.processID)-\(lane)"
    }

    /// The id of the transaction that writes the plan of a range.
    package static func planTransactionalID(_ configuration: WorkerConfiguration) -> String {
        "\(configuration.transactionalIDPrefix ?? configuration.groupID)-plan"
    }

    /// The id of the transactions that the doctor tries: one of those that a worker's rights cover.
    package static func doctorTransactionalID(_ configuration: WorkerConfiguration) -> String {
        "\(configuration.transactionalIDPrefix ?? configuration.groupID)-doctor-\(configuration.processID)"
    }

    /// The id under which a lane is a member that keeps its partitions through restarts; nil for none.
    static func instanceID(_ configuration: WorkerConfiguration, lane: Int) -> String? {
        configuration.groupInstanceID.map { configuration.lanes == 1 ? $0 : "\($0)-\(lane)" }
    }

    private static func commonConsumer(
        _ configuration: WorkerConfiguration,
        _ purpose: String,
        group: String
    ) -> ClientConfiguration {
        var settings = common(configuration, purpose)
        settings.set("group.id", group)
        // Offsets are committed by who reads, with or after the batch, and by nothing else.
        settings.set("enable.auto.commit", "false")
        settings.set("enable.auto.offset.store", "false")
        settings.set("isolation.level", "read_committed")
        // A position that is not in the log is to be told: who reads decides where reading goes on.
        settings.set("auto.offset.reset", "error")
        settings.set("fetch.wait.max.ms", "100")
        return settings
    }

    private static func commonProducer(_ configuration: WorkerConfiguration, _ purpose: String) -> ClientConfiguration {
        var settings = common(configuration, purpose)
        let budget = configuration.budget
        settings.set("linger.ms", "50")
        settings.set("batch.num.messages", "10000")
        settings.set("queue.buffering.max.messages", "\(budget.producedRecords)")
        settings.set("queue.buffering.max.kbytes", "\(budget.producedBytes / 1024)")
        settings.set("compression.type", codec)
        settings.set("partitioner", "murmur2_random")
        // Reports of success say nothing that the flush does not say. But with them it is the lane that frees a record,
        // which has made it; if the connection's thread freed it, the two would wait for each other in malloc.
        settings.set("delivery.report.only.error", "false")
        return settings
    }

    /// How records are compressed, unless the user says otherwise.
    package static let codec = "lz4"

    /// A lost answer is noticed after so long; with the library's own 60 s, later than the transaction is over.
    private static let socketMilliseconds = 15_000

    /// New partitions, and topics that were made again, are noticed after so long.
    private static let refreshMilliseconds = 10_000

    private static func common(_ configuration: WorkerConfiguration, _ purpose: String) -> ClientConfiguration {
        var settings = ClientConfiguration()
        settings.set("bootstrap.servers", configuration.bootstrapServers)
        settings.set("client.id", clientID(purpose))
        settings.set("topic.metadata.refresh.interval.ms", "\(refreshMilliseconds)")
        // Where brokers make topics that are asked for, a name with a typing error would be one without readers.
        settings.set("allow.auto.create.topics", "false")
        settings.set("socket.nagle.disable", "true")
        settings.set("socket.keepalive.enable", "true")
        // Brokers that come back are to be found within seconds.
        settings.set("reconnect.backoff.max.ms", "2000")
        settings.set("socket.connection.setup.timeout.ms", "10000")
        settings.set("socket.timeout.ms", "\(socketMilliseconds)")
        settings.setIfSupported("enable.metrics.push", "false")
        if configuration.httpAddress != nil { settings.set("statistics.interval.ms", "5000") }
        return settings
    }

    /// The name that brokers log, limit and list a client by: of this machine, and of a lane by its number.
    package static func clientID(_ purpose: String) -> String { "anyconnect-normalizer-\(HostName.current)-\(purpose)" }

    /// The machine that `clientID` has named; nil for the name of another program.
    package static func host(ofClient id: String) -> String? {
        let prefix = "anyconnect-normalizer-"
        guard id.hasPrefix(prefix), let end = id.lastIndex(of: "-"),
            end >= id.index(id.startIndex, offsetBy: prefix.count)
        else { return nil }
        return String(id[id.index(id.startIndex, offsetBy: prefix.count)..<end])
    }

    /// Sets the user's properties: those for both clients, and those behind `prefix` for one of them.
    private static func pass(
        _ configuration: WorkerConfiguration,
        prefix: String,
        to settings: inout ClientConfiguration
    ) {
        for (key, value) in configuration.kafkaProperties {
            if key.hasPrefix(prefix) {
                settings.set(String(key.dropFirst(prefix.count)), value)
            } else if !key.hasPrefix("consumer."), !key.hasPrefix("producer.") {
                settings.set(key, value)
            }
        }
    }
}
