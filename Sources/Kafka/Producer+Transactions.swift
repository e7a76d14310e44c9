// Transactions of a producer, each call one call of librdkafka with its error's three verdicts.
// Decides nothing: whether to repeat, abort or give up is read from the error. Runs on the producer's thread.

internal import CRdKafka

/// Time limits here may be nil: as long as the library itself allows, which is the rest of `transaction.timeout.ms`.
/// A timeout says nothing about the outcome; `isRetriable` says that the same call may be made again.
extension Producer {
    /// Takes over the `transactional.id`: fences older producers of it and ends what they left open
    /// (`rd_kafka_init_transactions`).
    ///
    /// Once, before the first transaction.
    public func initTransactions(timeout: Duration?) throws(KafkaError) {
        let client = try open("init transactions")
        // SAFETY: the client is alive; the error object is handed over.
        unsafe try KafkaError.check(
            consuming: rd_kafka_init_transactions(client.pointer, timeout.libraryMilliseconds),
            "init transactions"
        )
    }

    /// Opens a transaction; everything produced from here on belongs to it (`rd_kafka_begin_transaction`).
    ///
    /// Asks no broker.
    public func beginTransaction() throws(KafkaError) {
        let client = try open("begin transaction")
        // SAFETY: the client is alive; the error object is handed over.
        unsafe try KafkaError.check(consuming: rd_kafka_begin_transaction(client.pointer), "begin transaction")
    }

    /// Commits offsets of a consumer's group with the transaction (`rd_kafka_send_offsets_to_transaction`).
    ///
    /// - Parameters:
    ///   - offsets: Per partition the offset of the next record to read.
    ///   - groupMetadata: The consumer's membership, taken before the records were processed.
    ///   - timeout: How long to wait.
    /// - Throws: With the three verdicts; a refused membership requires the transaction to be aborted.
    public func sendOffsets(
        _ offsets: [TopicPartitionOffset],
        groupMetadata: borrowing GroupMetadata,
        timeout: Duration?
    ) throws(KafkaError) {
        let client = try open("send offsets")
        let list = PartitionList(offsets)
        // SAFETY: client, list and metadata are alive and only read; the error object is handed over.
        unsafe try KafkaError.check(
            consuming: rd_kafka_send_offsets_to_transaction(
                client.pointer,
                list.pointer,
                groupMetadata.pointer,
                timeout.libraryMilliseconds
            ),
            "send offsets"
        )
    }

    /// Flushes and commits the transaction (`rd_kafka_commit_transaction`).
    public func commitTransaction(timeout: Duration?) throws(KafkaError) {
        let client = try open("commit transaction")
        // SAFETY: the client is alive; the error object is handed over.
        unsafe try KafkaError.check(
            consuming: rd_kafka_commit_transaction(client.pointer, timeout.libraryMilliseconds),
            "commit transaction"
        )
    }

    /// Drops what is not sent and aborts the transaction (`rd_kafka_abort_transaction`); dropped records are reported
    /// with `purgedFromQueue` or `purgedInFlight`.
    public func abortTransaction(timeout: Duration?) throws(KafkaError) {
        let client = try open("abort transaction")
        // SAFETY: the client is alive; the error object is handed over.
        unsafe try KafkaError.check(
            consuming: rd_kafka_abort_transaction(client.pointer, timeout.libraryMilliseconds),
            "abort transaction"
        )
    }
}
