// Offsets on their way into a transaction, on a thread of their own: librdkafka's call does not return while the
// coordinator of the group cannot be reached, though it has a time limit (issues 5456 and 5511), and its caller must be
// able to leave.

internal import CRdKafka

/// A call of `rd_kafka_send_offsets_to_transaction` under way: made once, waited for in as many slices as the caller
/// likes.
///
/// Until it is over, no other transaction call may be made on the producer; the producer may be closed. Dropping the
/// object gives the call up: its thread then destroys what it holds of the client when the library returns, or ends
/// with the process.
public final class TransactionOffsetCommit {
    static let operation = "send offsets"
    private let call: BackgroundCall<Result<Void, KafkaError>>

    init(_ client: Client, _ offsets: [TopicPartitionOffset], _ membership: GroupMetadata) throws(KafkaError) {
        let call = BackgroundCall<Result<Void, KafkaError>> {
            let list = PartitionList(offsets)
            // SAFETY: the closure holds client and metadata, which are only read; the error object is handed over. The
            // time limit is that of the transaction.
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

    /// Waits so long for the library to return.
    ///
    /// - Returns: Whether the offsets are part of the transaction; false if the call is still under way.
    /// - Throws: With the three verdicts; a refused membership requires the transaction to be aborted.
    public func wait(for time: Duration) throws(KafkaError) -> Bool {
        guard let result = call.wait(for: time) else { return false }
        try result.get()
        return true
    }
}
