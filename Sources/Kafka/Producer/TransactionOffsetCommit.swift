// Adds offsets to a transaction, on a thread of its own. librdkafka's call takes a time limit, but ignores it while the
// coordinator of the group cannot be reached (librdkafka's issues 5456 and 5511), and the caller must be able to leave.

internal import CRdKafka

/// A call of `rd_kafka_send_offsets_to_transaction` that is under way.
///
/// It is made once, and the caller may wait for it several times, for a short time each. Until it is over, the producer
/// may be closed, but no other transaction call may be made on it. To give the call up, drop this object: the thread
/// runs on until the library returns, and then releases the client and the membership, or it ends with the process.
public final class TransactionOffsetCommit {
    static let operation = "send offsets"
    private let call: BackgroundCall<Result<Void, KafkaError>>

    init(_ client: Client, _ offsets: [TopicPartitionOffset], _ membership: GroupMetadata) throws(KafkaError) {
        let call = BackgroundCall<Result<Void, KafkaError>> {
            let list = PartitionList(offsets)
            // With -1 the library allows what is left of the transaction's time.
            // SAFETY: the closure holds client and membership, which are only read; the error object is handed over.
            let failure = unsafe KafkaError(
                consuming: rd_kafka_send_offsets_to_transaction(client.pointer, list.pointer, membership.pointer, -1),
                Self.operation
            )
            return failure.map { .failure($0) } ?? .success(())
        }
        guard let call else {
            let message = "the system gives no thread"
            throw KafkaError(code: .state, operation: Self.operation, message: message, isRetriable: true)
        }
        self.call = call
    }

    /// Waits for the library to return, for at most `time`.
    ///
    /// - Returns: true if the offsets are part of the transaction, false if the call is still under way.
    /// - Throws: The library's error with its three verdicts: whether it is fatal, requires an abort, or is retriable.
    ///   One that refuses the membership requires an abort.
    public func wait(for time: Duration) throws(KafkaError) -> Bool {
        guard let result = call.wait(for: time) else { return false }
        try result.get()
        return true
    }
}
