// Counts the requests of a producer that brokers have not answered, and sees records dropped that a broker may have.
// Written on the threads of connections, read on the producer's.

internal import CRdKafka
internal import Glibc
internal import Synchronization

/// Tells whether the next transaction may begin under the same epoch.
///
/// librdkafka repeats a request whose connection broke or whose answer is overdue, and reports only the last answer.
/// The earlier copy may reach the broker later and act on the next transaction of the same epoch (KAFKA-17754): an
/// EndTxn ends it, a TxnOffsetCommit sets back its offsets. Each copy that was written to a socket and not answered
/// keeps `isInDoubt` true.
///
/// An abort drops the records that wait in the library's queue, among them those that a leader has sent back
/// (NOT_LEADER_OR_FOLLOWER) after it had appended them, and the library gives their sequence numbers to the next
/// records. If these are as many for the same partition, as they are when a batch is tried again, the broker takes them
/// for the ones that it has: it acknowledges them and appends nothing. After such an abort `reusesSequences` is true.
final class RequestWatch: Sendable {
    private struct Counts {
        var sent = 0
        var answered = 0
        /// Whether records were sent since the transaction began, and whether some were dropped after that.
        var hasProduced = false
        var reusesSequences = false
        /// The threads that write to sockets and read from them.
        var connections: Set<pthread_t> = []
    }

    private let counts = Mutex(Counts())

    /// Whether fewer answers came than requests were sent.
    var isInDoubt: Bool { counts.withLock { $0.answered != $0.sent } }

    /// Whether records may get sequence numbers that a broker has already.
    var reusesSequences: Bool { counts.withLock { $0.reusesSequences } }

    /// Books that a transaction begins; what an earlier one has dropped is told by now.
    func noteBegin() { counts.withLock { $0.hasProduced = false } }

    /// Books that a record was dropped from the library's queue.
    func noteDropped() { counts.withLock { $0.reusesSequences = $0.reusesSequences || $0.hasProduced } }

    /// Books that a request of this kind was written to a socket as a whole; on the connection's thread.
    func noteSent(apiKey: Int16) {
        guard Self.transactional.contains(apiKey) else { return }
        counts.withLock { counts in
            counts.sent += 1
            counts.hasProduced = counts.hasProduced || apiKey == Self.produce
            counts.connections.insert(pthread_self())
        }
    }

    /// Books what became of such a request: its answer, or, with another code than `noError`, that none will come.
    ///
    /// The library tells most answers twice, on the connection's thread and on the one that deals with the answer; the
    /// first counts.
    func noteOutcome(apiKey: Int16, _ code: KafkaErrorCode) {
        guard code == .noError, Self.transactional.contains(apiKey) else { return }
        counts.withLock { counts in
            if counts.connections.contains(pthread_self()) { counts.answered += 1 }
        }
    }

    /// Produce, AddPartitionsToTxn, AddOffsetsToTxn, EndTxn and TxnOffsetCommit by their numbers in Kafka's protocol.
    private static let transactional: Set<Int16> = [produce, 24, 25, 26, 28]
    private static let produce: Int16 = 0
}

extension ClientCallbacks {
    /// Lets the client's requests be counted (`rd_kafka_interceptor_add_on_request_sent`,
    /// `rd_kafka_interceptor_add_on_response_received`).
    @unsafe
    static func installRequestWatch(on configuration: OpaquePointer, context: UnsafeMutableRawPointer) {
        // SAFETY: as in `install`: nothing is captured, and the context outlives the client. RequestWatch is
        // thread-safe.
        unsafe rd_kafka_conf_interceptor_add_on_new(
            configuration,
            "requests",
            { client, _, context, _, _ in
                unsafe rd_kafka_interceptor_add_on_request_sent(
                    client,
                    "requests",
                    { _, _, _, _, apiKey, _, _, _, context in
                        guard let context = unsafe context else { return RD_KAFKA_RESP_ERR_NO_ERROR }
                        unsafe ClientCallbacks.context(context).requests.noteSent(apiKey: apiKey)
                        return RD_KAFKA_RESP_ERR_NO_ERROR
                    },
                    context
                )
                return unsafe rd_kafka_interceptor_add_on_response_received(
                    client,
                    "requests",
                    { _, _, _, _, apiKey, _, _, _, _, code, context in
                        guard let context = unsafe context else { return RD_KAFKA_RESP_ERR_NO_ERROR }
                        unsafe ClientCallbacks.context(context).requests
                            .noteOutcome(apiKey: apiKey, KafkaErrorCode(code))
                        return RD_KAFKA_RESP_ERR_NO_ERROR
                    },
                    context
                )
            },
            context
        )
    }
}
