// Transactions of a producer, each call one call of librdkafka with its error's three verdicts.
// Decides nothing: whether to repeat, abort or give up is read from the error. Runs on the producer's thread.

internal import CRdKafka

/// A timeout says nothing about the outcome; `isRetriable` says that the same call may be made again.
extension Producer {
    /// Takes over the `transactional.id`: fences older producers of it and ends what they left open
    /// (`rd_kafka_init_transactions`).
    ///
    /// Once, before the first transaction.
    public func initTransactions(timeout: Duration) throws(KafkaError) {
        unsafe try call("init transactions") { unsafe rd_kafka_init_transactions($0, timeout.libraryMilliseconds) }
    }

    /// Opens a transaction; everything produced from here on belongs to it (`rd_kafka_begin_transaction`).
    ///
    /// Asks no broker.
    public func beginTransaction() throws(KafkaError) {
        unsafe try call("begin transaction") { unsafe rd_kafka_begin_transaction($0) }
        requests.noteBegin()
    }

    /// Adds offsets of a consumer's group to the transaction (`rd_kafka_send_offsets_to_transaction`), on a thread of
    /// its own.
    ///
    /// - Parameters:
    ///   - offsets: Per partition the offset of the next record to read.
    ///   - groupMetadata: The consumer's membership, taken before the records were processed.
    /// - Returns: The call, which may be waited for and given up.
    /// - Throws: Only if the producer is closed, or the system gives no thread.
    public func beginSendOffsets(
        _ offsets: [TopicPartitionOffset],
        groupMetadata: GroupMetadata
    ) throws(KafkaError) -> TransactionOffsetCommit {
        try TransactionOffsetCommit(open(TransactionOffsetCommit.operation), offsets, groupMetadata)
    }

    /// The same, waited for.
    ///
    /// - Throws: `timedOut` if the call is still under way; the producer can then only be closed.
    public func sendOffsets(
        _ offsets: [TopicPartitionOffset],
        groupMetadata: GroupMetadata,
        timeout: Duration
    ) throws(KafkaError) {
        guard try beginSendOffsets(offsets, groupMetadata: groupMetadata).wait(for: timeout) else {
            throw KafkaError(code: .timedOut, operation: TransactionOffsetCommit.operation, isRetriable: false)
        }
    }

    /// Whether a request of an earlier transaction may still be on its way: it was sent, and no answer came.
    ///
    /// Brokers accept it under the same epoch at any time, in the midst of the next transaction too. Only a producer
    /// that takes over the `transactional.id` shuts it out.
    public var mayHaveRequestsUnderWay: Bool { requests.isInDoubt }

    /// Whether an abort has dropped records after some were sent: a broker may have them.
    ///
    /// The library gives their sequence numbers to the next records, and a broker that has them acknowledges those and
    /// appends nothing. Only a new producer, whose epoch has numbers of its own, is safe from it.
    public var mayReuseSequenceNumbers: Bool { requests.reusesSequences }

    /// Flushes and commits the transaction (`rd_kafka_commit_transaction`).
    public func commitTransaction(timeout: Duration) throws(KafkaError) {
        unsafe try call("commit transaction") { unsafe rd_kafka_commit_transaction($0, timeout.libraryMilliseconds) }
    }

    /// Drops what is not sent and aborts the transaction (`rd_kafka_abort_transaction`); dropped records are reported
    /// with `purgedFromQueue` or `purgedInFlight`.
    public func abortTransaction(timeout: Duration) throws(KafkaError) {
        unsafe try call("abort transaction") { unsafe rd_kafka_abort_transaction($0, timeout.libraryMilliseconds) }
    }

    /// Makes a call that answers with an error object.
    private func call(_ operation: String, _ body: (OpaquePointer) -> OpaquePointer?) throws(KafkaError) {
        // SAFETY: the client is alive during the call; the error object is handed over.
        unsafe try KafkaError.check(consuming: body(open(operation).pointer), operation)
    }
}
