// The one owner of rd_kafka_queue_t, for operations that answer on a queue of their own, and the owner of the events.
// Serves what belongs to the client's callbacks, hands out the rest. Used on the thread of its client.

internal import CRdKafka

/// Owns a queue of a client, on which one operation is answered.
@safe
struct EventQueue: ~Copyable {
    // SAFETY: made in init, freed in deinit; the client outlives it because `client` is held.
    @unsafe let pointer: OpaquePointer
    private let client: Client

    /// Makes an empty queue (`rd_kafka_queue_new`).
    init(_ client: Client) {
        // SAFETY: the client is alive; the queue is ours from here on.
        unsafe pointer = required(rd_kafka_queue_new(client.pointer))
        self.client = client
    }

    /// Waits for an event of one kind until the deadline; serves all others (`rd_kafka_queue_poll`).
    ///
    /// - Returns: What the body makes of the event, which is freed afterwards; nil if the deadline passed.
    /// - Throws: What the body throws.
    @unsafe
    func wait<Result>(
        for kind: Int32,
        until deadline: Deadline,
        _ body: (OpaquePointer) throws(KafkaError) -> Result
    ) throws(KafkaError) -> Result? {
        // SAFETY: each event is ours from the poll until it is destroyed, once, after its last use.
        while true {
            if let event = unsafe rd_kafka_queue_poll(pointer, deadline.remaining.libraryMilliseconds) {
                defer { unsafe rd_kafka_event_destroy(event) }
                if unsafe rd_kafka_event_type(event) == kind { return try unsafe body(event) }
                unsafe dispatch(event)
            } else if deadline.hasPassed {
                return nil
            }
        }
    }

    /// Waits for any event of a consumer that is being closed, for at most so long, and serves it.
    ///
    /// To answer a rebalance may take until the deadline of the closing.
    func serve(for time: Duration, closing: ConsumerClosing) {
        // SAFETY: the event is ours from the poll until it is destroyed, once.
        guard let event = unsafe rd_kafka_queue_poll(pointer, time.libraryMilliseconds) else { return }
        unsafe dispatch(event, closing: closing)
        unsafe rd_kafka_event_destroy(event)
    }

    /// Does with an event what the callback of its kind would have done; records are dropped.
    @unsafe
    private func dispatch(_ event: OpaquePointer, closing: ConsumerClosing? = nil) {
        // SAFETY: the event lives during the call, and with it the list and texts it lends.
        switch unsafe rd_kafka_event_type(event) {
        case RD_KAFKA_EVENT_REBALANCE:
            unsafe ClientCallbacks.rebalance(
                client.pointer,
                rd_kafka_event_error(event),
                rd_kafka_event_topic_partition_list(event),
                in: client.context,
                closing: closing
            )
        case RD_KAFKA_EVENT_ERROR:
            unsafe ClientCallbacks.error(
                of: client.pointer,
                rd_kafka_event_error(event).rawValue,
                rd_kafka_event_error_string(event),
                to: client.context
            )
        case RD_KAFKA_EVENT_LOG:
            var facility: UnsafePointer<CChar>?
            var message: UnsafePointer<CChar>?
            var level: Int32 = 0
            guard unsafe rd_kafka_event_log(event, &facility, &message, &level) == 0 else { return }
            unsafe ClientCallbacks.log(level, facility, message, to: client.context)
        case RD_KAFKA_EVENT_STATS:
            unsafe client.context.report(.statistics(json: String(library: rd_kafka_event_stats(event))))
        default: return
        }
    }

    deinit {
        // SAFETY: the only owner ends here; answers still under way are dropped by the library.
        unsafe rd_kafka_queue_destroy(pointer)
    }
}
