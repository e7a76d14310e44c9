// What commands ask about a topic before they do anything: partitions, watermarks, offsets of times and of a group, the
// time of a record. Writes nothing but the offsets that it is told to commit. One thread.

public import Kafka
public import Normalization
public import Worker

/// Looks at the input topic and at the offsets of a group.
public final class TopicInspector {
    let consumer: Consumer
    var topic: String
    let input: InputTopics
    /// How long each answer may take.
    let patience: Patience
    /// Why it cannot connect, in the clients' words.
    let reasons = Reasons()
    /// Asked for the group's offsets in place of `consumer`, if those that transactions are about to move are wanted as
    /// they are.
    let offsets: Consumer?
    let group: String
    /// Whether a client has said that the group's coordinator is not told for want of a right.
    var isGroupForbidden = false
    /// The layout of the topic when its partitions were last asked for.
    private var layout: TopicMetadata?
    /// The brokers to start from, in words.
    private let servers: String
    private let eventName: String

    /// Connects in the background.
    ///
    /// - Parameters:
    ///   - configuration: Connection, topic and group.
    ///   - topic: The topic, if not the input's.
    ///   - group: The group, if not the configuration's.
    ///   - awaitsTransactions: Whether to wait for the end of transactions that hold offsets of the group, which one
    ///     that was killed leaves open until they time out; otherwise the offsets before them are read.
    /// - Throws: What librdkafka refuses of the settings.
    public init(
        _ configuration: WorkerConfiguration,
        topic: String? = nil,
        group: String? = nil,
        awaitsTransactions: Bool = true
    ) throws(ConfigurationFaults) {
        self.topic = topic ?? configuration.inputTopic
        input = topic.map { .named([$0]) } ?? configuration.inputTopics
        self.group = group ?? configuration.groupID
        eventName = configuration.eventName(of: self.topic)
        patience = configuration.patience
        servers = "any broker of \(configuration.bootstrapServers)"
        do {
            var settings = ClientSettings.inspector(configuration, group: self.group)
            let reasons = reasons
            let onEvent: ClientEventHandler = { reasons.note($0) }
            consumer = try Consumer(settings, onEvent: onEvent)
            // For librdkafka the same property decides about records and about offsets.
            settings.set("isolation.level", "read_uncommitted")
            offsets = awaitsTransactions ? nil : try Consumer(settings, onEvent: onEvent)
        } catch {
            throw ConfigurationFaults(error.faults.map { "consumer: \($0)" })
        }
    }

    /// The numbers of the topic's partitions; those asked for must exist.
    public func partitions(_ wanted: [Int32]?) throws(CommandFailure) -> [Int32] {
        let layout = try layout(of: topic)
        self.layout = layout
        let count = layout.partitionCount
        if let missing = wanted?.first(where: { $0 >= count }) {
            let holds = count == 1 ? "1 partition" : "\(count) partitions"
            throw CommandFailure("topic '\(topic)' has \(holds): there is no partition \(missing)")
        }
        return wanted ?? (0..<Int32(clamping: count)).map { $0 }
    }

    /// Checks that a topic is there, and may be seen.
    ///
    /// - Returns: How many partitions it has.
    @discardableResult
    public func require(topic: String) throws(CommandFailure) -> Int { try layout(of: topic).partitionCount }

    func layout(of topic: String) throws(CommandFailure) -> TopicMetadata {
        do throws(KafkaError) {
            return try patience.ask("a broker for the layout of topic '\(topic)'") { () throws(KafkaError) in
                try consumer.metadata(of: topic, timeout: patience.limit)
            }
        } catch {
            guard error.code.isMissingTopic else {
                let cause = reasons.last(of: consumer)
                throw CommandFailure(error, Rights(topic: (topic, "Describe")), silent: servers, cause: cause)
            }
            throw CommandFailure("topic '\(topic)' does not exist")
        }
    }

    /// The broker that leads a partition, in words.
    func leader(of partition: Int32) -> String { layout?.leader(of: partition) ?? "the leader" }

    /// The extents of partitions.
    ///
    /// - Parameters:
    ///   - partitions: Their numbers.
    ///   - holdsOpen: Whether records behind an open transaction of a writer count, which no reader gets yet; only for
    ///     an inspector that does not wait for transactions.
    /// - Returns: The ends of each.
    /// - Throws: Also the first leader that does not answer in time, by name, and partitions without a leader.
    public func extents(_ partitions: [Int32], holdsOpen: Bool = false) throws(CommandFailure) -> [Int32: Watermarks] {
        let ends = holdsOpen ? offsets ?? consumer : consumer
        let layout = if let layout { layout } else { try layout(of: topic) }
        self.layout = layout
        let orphans = partitions.filter { layout.leaders[$0] == nil }
        guard orphans.isEmpty else {
            throw CommandFailure(
                "no broker leads \(TopicInspector.list(orphans)) of topic '\(topic)': bring its brokers back, "
                    + "and try again",
                isTransient: true
            )
        }
        var extents: [Int32: Watermarks] = [:]
        let byLeader = Dictionary(grouping: partitions) { layout.leaders[$0] ?? -1 }
        for (_, numbers) in byLeader.sorted(by: { $0.key < $1.key }) {
            let who = "\(leader(of: numbers[0])), which leads \(TopicInspector.list(numbers)) of topic '\(topic)'"
            do throws(KafkaError) {
                let places = numbers.map { TopicPartition(topic, $0) }
                let bounds = try patience.ask(who) { () throws(KafkaError) in
                    try ends.logBounds(of: places, timeout: patience.limit)
                }
                for (place, extent) in bounds { extents[place.partition] = extent }
            } catch {
                let cause = reasons.last(of: consumer)
                throw CommandFailure(error, Rights(topic: (topic, "Describe")), silent: who, cause: cause)
            }
        }
        return extents
    }

    /// `partition 3`, `partitions 0,2`.
    static func list(_ partitions: [Int32]) -> String {
        (partitions.count == 1 ? "partition " : "partitions ")
            + partitions.sorted().map { "\($0)" }.joined(separator: ",")
    }

    /// The offset that a bound stands for in each partition, within what the partition holds.
    public func offsets(of bound: RangeBound, _ extents: [Int32: Watermarks]) throws(CommandFailure) -> [Int32: Int64] {
        switch bound {
        case .earliest: return extents.mapValues(\.low)
        case .latest: return extents.mapValues(\.high)
        case .offset(let offset): return extents.mapValues { min(max(offset, $0.low), $0.high) }
        case .time(let time):
            let places = extents.keys.map { TopicPartition(topic, $0) }
            do throws(KafkaError) {
                let found = try patience.ask("the leaders of topic '\(topic)'") { () throws(KafkaError) in
                    try consumer.offsets(of: places, at: time, timeout: patience.limit)
                }
                return extents.reduce(into: [:]) { $0[$1.key] = found[TopicPartition(topic, $1.key)] ?? $1.value.high }
            } catch {
                let who = "a leader of \(TopicInspector.list(Array(extents.keys))) of topic '\(topic)'"
                throw CommandFailure(error, Rights(topic: (topic, "Describe")), silent: who)
            }
        }
    }

    /// The times, in milliseconds since 1970, of the first records from these offsets on; partitions without one are
    /// left out.
    public func times(of offsets: [Int32: Int64]) throws(CommandFailure) -> [Int32: Int64] {
        var times: [Int32: Int64] = [:]
        for (partition, offset) in offsets {
            var batch = MessageBatch()
            try read(partition, offset, into: &batch)
            if !batch.isEmpty { times[partition] = batch.timestamp(at: 0)?.epochMilliseconds }
        }
        return times
    }

    /// Lends the record at an offset to `body`: its value, nil for a tombstone, and what came beside it.
    ///
    /// - Returns: Whether it is there.
    public func withRecord(
        _ partition: Int32,
        _ offset: Int64,
        _ body: (_ value: Span<UInt8>?, _ envelope: Envelope) -> Void
    ) throws(CommandFailure) -> Bool {
        var batch = MessageBatch()
        try read(partition, offset, into: &batch)
        guard !batch.isEmpty, batch.offset(at: 0) == offset else { return false }
        var envelopes = EnvelopeReader { [eventName] _ in eventName }
        envelopes.read(batch, at: 0)
        batch.withPayload(at: 0) { body($0, envelopes.envelope) }
        return true
    }

    /// Reads the first record from an offset on; none if the partition ends before one.
    func read(_ partition: Int32, _ offset: Int64, into batch: inout MessageBatch) throws(CommandFailure) {
        try startReading([partition: offset])
        let deadline = ContinuousClock.now + patience.limit
        var isAtEnd = false
        while batch.isEmpty, !isAtEnd {
            let outcome = try collect(&batch, maxMessages: 1)
            isAtEnd = !outcome.partitionEnds.isEmpty || outcome.isOutsideLog
            guard !batch.isEmpty || isAtEnd || ContinuousClock.now < deadline else { throw silence([partition]) }
        }
        try startReading([:])
    }

    /// That nothing was read of partitions within the time.
    func silence(_ partitions: [Int32]) -> CommandFailure {
        let cause = reasons.last(of: consumer).map { ": \($0)" } ?? ""
        let whom = Set(partitions.map { leader(of: $0) }).sorted().joined(separator: ", ")
        return CommandFailure(
            "nothing came for \(patience.whole) of \(TopicInspector.list(partitions)) of topic '\(topic)' "
                + "from \(whom)\(cause)",
            isTransient: true
        )
    }

    /// Books that the group is forbidden, which a client says one time.
    func noteRefusal(_ error: KafkaError) {
        if error.code == .groupAuthorizationFailed { isGroupForbidden = true }
    }

    /// Ends the connection.
    public func close() {
        consumer.close(within: .seconds(1))
        offsets?.close(within: .seconds(1))
    }
}

extension Watermarks {
    /// The first offset that a group with this committed offset has yet to read; one behind the end is of an earlier
    /// topic of the same name.
    func unread(from committed: Int64?) -> Int64 {
        guard let committed, committed <= high else { return low }
        return max(low, committed)
    }
}
