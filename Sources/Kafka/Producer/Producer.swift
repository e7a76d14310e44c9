// A producer: made, served, flushed, closed in bounded time.
// Producing and transactions are in its extensions. Used from exactly one thread; it is not Sendable.

internal import CRdKafka

/// Writes records to Kafka.
///
/// All calls come from one thread, and all handlers run on it: events (with the logs of librdkafka's own threads, which
/// wait in the client's queue) inside `poll`, `flush` and `close`; delivery reports also inside the transaction calls.
public final class Producer {
    private var client: Client?
    let context: CallbackContext

    /// Makes a producer; it connects in the background (`rd_kafka_new`).
    ///
    /// - Parameters:
    ///   - configuration: The settings; with `transactional.id` the producer is transactional.
    ///   - headers: What records carry that are produced without headers of their own. They cost next to nothing; with
    ///     any, successes are reported, and `delivery.report.only.error` is not regarded.
    ///   - onEvent: Takes logs, errors and statistics.
    ///   - onDelivery: Takes the answer for each record; only for failed ones under `delivery.report.only.error`.
    ///   - onFailure: Takes the answer for each record that was not delivered; that costs less.
    /// - Throws: All refused settings at once.
    public init(
        _ configuration: ClientConfiguration,
        headers: RecordHeaders = RecordHeaders(),
        onEvent: ClientEventHandler? = nil,
        onDelivery: DeliveryHandler? = nil,
        onFailure: DeliveryHandler? = nil
    ) throws(ConfigurationError) {
        var configuration = configuration
        let context = CallbackContext(
            eventHandler: onEvent,
            deliveryHandler: onDelivery,
            failureHandler: onFailure,
            sharedHeaders: SharedHeaders(headers)
        )
        if context.sharedHeaders != nil { configuration.set("delivery.report.only.error", "false") }
        let client = try Client(.producer, configuration, context: context)
        self.context = context
        self.client = client
    }

    /// What brokers have not answered.
    var requests: RequestWatch { context.requests }

    /// How many records, and unserved events, are still in the library's hands (`rd_kafka_outq_len`).
    public var outstandingCount: Int {
        // SAFETY: the client is alive.
        client.map { unsafe Int(rd_kafka_outq_len($0.pointer)) } ?? 0
    }

    /// Opens a topic to produce to.
    ///
    /// Make one per topic and keep it.
    public func topic(_ name: String) throws(KafkaError) -> TopicHandle {
        try TopicHandle(name, of: open("open topic"))
    }

    /// Fetches a topic's layout, so that the first record does not wait for it (`rd_kafka_metadata`).
    ///
    /// Before librdkafka 2.10.1 a topic not asked for in advance delays its first record by a second.
    @discardableResult
    public func prewarm(_ topic: TopicHandle, timeout: Duration) throws(KafkaError) -> TopicMetadata {
        try use(topic, "prewarm")
        return try TopicMetadata(of: topic, timeout: timeout)
    }

    /// Serves delivery reports and events, waiting at most so long for a first one (`rd_kafka_poll`).
    ///
    /// - Returns: How many were served.
    @discardableResult
    public func poll(timeout: Duration = .zero) -> Int {
        guard let client else { return 0 }
        // SAFETY: the client is alive; handlers run inside the call, on this thread.
        return unsafe Int(rd_kafka_poll(client.pointer, timeout.libraryMilliseconds))
    }

    /// Waits until every record is answered for, without regard to `linger.ms` (`rd_kafka_flush`).
    ///
    /// - Returns: Whether that came about in time. Records may still have failed: see the delivery reports.
    public func flush(timeout: Duration) -> Bool {
        guard let client else { return true }
        // SAFETY: the client is alive; handlers run inside the call, on this thread.
        return unsafe rd_kafka_flush(client.pointer, timeout.libraryMilliseconds) == RD_KAFKA_RESP_ERR_NO_ERROR
    }

    /// Drops every record not answered for (`rd_kafka_purge`); their reports are served here, with the codes
    /// `purgedFromQueue` (waiting to be sent; a leader may have sent it back after it had it) and `purgedInFlight`
    /// (sent, outcome unknown).
    public func purge() {
        guard let client else { return }
        // SAFETY: the client is alive; handlers run inside the call to rd_kafka_poll, on this thread.
        let parts = Int32(RD_KAFKA_PURGE_F_QUEUE) | Int32(RD_KAFKA_PURGE_F_INFLIGHT)
        guard unsafe rd_kafka_purge(client.pointer, parts) == RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        unsafe rd_kafka_poll(client.pointer, 0)
    }

    /// Flushes, drops what is left when the time is used up, and ends the producer.
    ///
    /// Closing again does nothing.
    ///
    /// An open transaction is not committed: its records stay invisible, and the broker ends it. The client is
    /// destroyed at once if no `TopicHandle` of it is held, otherwise with the last of them.
    ///
    /// - Returns: Whether every record was answered for before any had to be dropped.
    @discardableResult
    public func close(within time: Duration) -> Bool {
        guard client != nil else { return true }
        let isFlushed = flush(timeout: time)
        if !isFlushed { purge() }
        if let shared = context.sharedHeaders { dropCarriers(of: shared) }
        client = nil
        return isFlushed
    }

    /// Drops records until none carries the shared headers, for three seconds.
    ///
    /// Once is enough nearly always. A partition whose leader changes in that moment is with no broker's thread, and
    /// its records stay.
    private func dropCarriers(of shared: SharedHeaders) {
        let deadline = Deadline(after: .seconds(3))
        while shared.carrierCount > 0, !deadline.hasPassed {
            purge()
            poll(timeout: .milliseconds(10))
        }
    }

    /// The client, or the error of using it after `close`.
    func open(_ operation: String) throws(KafkaError) -> Client {
        guard let client else { throw .closed(operation) }
        return client
    }

    /// The client, provided that the topic is one of its own.
    @discardableResult
    func use(_ topic: TopicHandle, _ operation: String) throws(KafkaError) -> Client {
        guard client != nil else { throw .closed(operation) }
        precondition(topic.client === client, "a topic belongs to the producer that opened it")
        return topic.client
    }
}
