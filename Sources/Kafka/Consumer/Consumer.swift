// A consumer: made, pointed at topics or partitions, closed in bounded time.
// Collecting and offsets are in its extensions. Used from exactly one thread; it is not Sendable.

internal import CRdKafka

/// Reads records from Kafka, in batches.
///
/// All calls come from one thread, and all handlers run on it: the event handler also with what librdkafka's own
/// threads have to say, since logs wait in the client's queue until it is polled.
public final class Consumer {
    private var client: Client?
    private var fetchWaker: FetchWaker?

    /// Makes a consumer; it connects in the background (`rd_kafka_new`, `rd_kafka_poll_set_consumer`).
    ///
    /// - Parameters:
    ///   - configuration: The settings; `group.id` is required, also for reading without a group.
    ///   - onEvent: Takes logs, errors and statistics.
    ///   - onRebalance: Takes changes of the owned partitions, inside a collection or `close`.
    /// - Throws: All refused settings at once.
    public init(
        _ configuration: ClientConfiguration,
        onEvent: ClientEventHandler? = nil,
        onRebalance: RebalanceHandler? = nil
    ) throws(ConfigurationError) {
        let context = CallbackContext(eventHandler: onEvent, rebalanceHandler: onRebalance)
        let client = try Client(.consumer, configuration, context: context)
        // SAFETY: the client was just made and is alive.
        let code = unsafe rd_kafka_poll_set_consumer(client.pointer)
        guard code == RD_KAFKA_RESP_ERR_NO_ERROR else {
            throw ConfigurationError(faults: [.init(key: "group.id", message: KafkaErrorCode(code).explanation)])
        }
        self.client = client
        fetchWaker = FetchWaker(configuration)
    }

    /// Has the library fetch on at once, where it would not by itself.
    ///
    /// - Returns: How much of a wait for a record may pass before it is to be called again.
    @discardableResult
    func wakeFetching(_ client: Client, _ wait: Int32 = 0) -> Int32 { fetchWaker?.wake(client, wait) ?? wait }

    /// Wakes the thread that polls, from any other; nil once the consumer is closed.
    public var waker: ClientWaker? { client?.waker }

    /// Joins the group for these topics; partitions arrive by rebalance (`rd_kafka_subscribe`).
    ///
    /// A name that starts with `^` is a regular expression.
    public func subscribe(to topics: [String]) throws(KafkaError) {
        let client = try open("subscribe")
        let list = PartitionList(topics.map { TopicPartition($0, RD_KAFKA_PARTITION_UA) })
        // SAFETY: client and list are alive; the library copies the list.
        unsafe try KafkaError.check(rd_kafka_subscribe(client.pointer, list.pointer), "subscribe")
    }

    /// Leaves the group and joins it again, so that partitions are shared out among its members
    /// (`rd_kafka_unsubscribe`, `rd_kafka_subscribe`).
    ///
    /// What this member has is taken away with the next collection, and given to some member after it.
    public func rejoin(for topics: [String]) throws(KafkaError) {
        let client = try open("unsubscribe")
        // SAFETY: the client is alive.
        unsafe try KafkaError.check(rd_kafka_unsubscribe(client.pointer), "unsubscribe")
        try subscribe(to: topics)
    }

    /// Reads exactly these partitions from these positions, outside of any group's rebalancing (`rd_kafka_assign`).
    ///
    /// Replaces what was assigned before, whose records leave the batch with the next collection. What is assigned is
    /// not paused. No rebalance is reported. An empty list ends reading.
    public func assign(_ positions: [PartitionPosition]) throws(KafkaError) {
        let client = try open("assign")
        let list = PartitionList(positions)
        // SAFETY: client and list are alive; the library copies the list.
        unsafe try KafkaError.check(rd_kafka_assign(client.pointer, list.pointer), "assign")
        let stillPaused = client.context.paused.intersection(positions.map(\.partition))
        if !stillPaused.isEmpty { try resume(Array(stillPaused)) }
        client.context.tracker.revokeAll()
        client.context.tracker.assign(positions.map(\.partition))
        for entry in positions { client.context.tracker.expect(entry.position.expectedOffset, of: entry.partition) }
    }

    /// Reads owned partitions from other positions, also those that an error has ended the reading of
    /// (`rd_kafka_incremental_assign`, `rd_kafka_assign`).
    ///
    /// Unlike `seek` it restarts each of them, and unlike `assign` all others stay owned and go on where they are:
    /// the membership in the group is not touched. Records already in a batch stay there.
    public func restart(_ positions: [PartitionPosition]) throws(KafkaError) {
        let operation = "restart"
        let client = try open(operation)
        guard !positions.isEmpty else { return }
        // SAFETY: client and lists are alive; the library copies the lists, and error objects are handed over.
        if unsafe ClientCallbacks.groupProtocol(of: client.pointer) == .cooperative {
            let ended = PartitionList(positions.map(\.partition))
            let begun = PartitionList(positions)
            unsafe try KafkaError.check(
                consuming: rd_kafka_incremental_unassign(client.pointer, ended.pointer),
                operation
            )
            unsafe try KafkaError.check(
                consuming: rd_kafka_incremental_assign(client.pointer, begun.pointer),
                operation
            )
        } else {
            let moved = positions.reduce(into: [:]) { $0[$1.partition] = $1.position }
            let all = client.context.tracker.owned.map { partition in
                let next = client.context.tracker.nextOffset(of: partition).map(ReadPosition.offset)
                return PartitionPosition(partition, moved[partition] ?? next ?? .committed)
            }
            let list = PartitionList(all)
            unsafe try KafkaError.check(rd_kafka_assign(client.pointer, list.pointer), operation)
        }
        for entry in positions { client.context.tracker.expect(entry.position.expectedOffset, of: entry.partition) }
    }

    /// The partitions owned at present, as the last rebalance or `assign` left them.
    public var assignment: [TopicPartition] { client?.context.tracker.owned ?? [] }

    /// Whether a partition is owned at present.
    public func owns(_ partition: TopicPartition) -> Bool { client?.context.tracker.owns(partition) ?? false }

    /// Stops fetching from partitions; they stay owned (`rd_kafka_pause_partitions`).
    ///
    /// Until they are resumed, or taken away: a partition that is assigned again is not paused.
    public func pause(_ partitions: [TopicPartition]) throws(KafkaError) {
        let client = try open("pause")
        let list = PartitionList(partitions)
        // SAFETY: client and list are alive.
        client.context.paused.formUnion(partitions)
        try list.check(unsafe rd_kafka_pause_partitions(client.pointer, list.pointer), "pause")
    }

    /// Fetches from paused partitions again (`rd_kafka_resume_partitions`).
    public func resume(_ partitions: [TopicPartition]) throws(KafkaError) {
        let client = try open("resume")
        let list = PartitionList(partitions)
        // SAFETY: client and list are alive.
        client.context.paused.subtract(partitions)
        try list.check(unsafe rd_kafka_resume_partitions(client.pointer, list.pointer), "resume")
    }

    /// Leaves the group and ends the consumer, within the given time (`rd_kafka_consumer_close_queue`).
    ///
    /// Commits nothing by itself unless `enable.auto.commit` is on. What is owned is revoked first, so the rebalance
    /// handler runs. If the time passes, the consumer is destroyed without leaving, in the background; the group then
    /// notices by `session.timeout.ms`; with no time at all it is not even tried. Closing again does nothing. A batch
    /// that still holds records keeps the client's memory, not its membership.
    ///
    /// - Returns: Whether it left the group in time.
    @discardableResult
    public func close(within time: Duration) -> Bool {
        guard let client else { return true }
        self.client = nil
        client.destructionLimit = .zero
        guard time > .zero else { return false }
        let deadline = Deadline(after: time)
        let queue = EventQueue(client)
        // SAFETY: client and queue are alive; both live until the end of this scope.
        if let failure = unsafe KafkaError(
            consuming: rd_kafka_consumer_close_queue(client.pointer, queue.pointer),
            "close"
        ) {
            client.context.report(.error(failure))
            return false
        }
        let closing = ConsumerClosing(client: client, deadline: deadline)
        while !closing.isOver {
            if deadline.hasPassed { return false }
            queue.serve(for: min(deadline.remaining, .milliseconds(100)), closing: closing)
        }
        client.mayLeaveGroup = true
        client.destructionLimit = min(deadline.remaining, .seconds(2))
        return true
    }

    /// The client, or the error of using it after `close`.
    func open(_ operation: String) throws(KafkaError) -> Client {
        guard let client else { throw .closed(operation) }
        return client
    }
}
