// Turns librdkafka's two ways of failing, bare codes and error objects, into KafkaError.
// The only place that reads and frees rd_kafka_error_t. Runs on the thread that made the failing call.

internal import CRdKafka

extension KafkaError {
    /// Throws if the library returned a code other than success.
    static func check(_ code: rd_kafka_resp_err_t, _ operation: String) throws(KafkaError) {
        guard code != RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        throw KafkaError(code: KafkaErrorCode(code), operation: operation)
    }

    /// Throws if the library returned an error object, and frees it; NULL is success.
    @unsafe
    static func check(consuming error: OpaquePointer?, _ operation: String) throws(KafkaError) {
        // SAFETY: the caller owns the object it was just given and hands it over.
        if let failure = unsafe KafkaError(consuming: error, operation) { throw failure }
    }

    /// Reads an error object and frees it; nil for NULL.
    @unsafe
    init?(consuming error: OpaquePointer?, _ operation: String) {
        // SAFETY: the object is ours, read before it is destroyed, and destroyed once; its text lives as long as it.
        guard let error = unsafe error else { return nil }
        let code = unsafe KafkaErrorCode(rd_kafka_error_code(error))
        let text = unsafe rd_kafka_error_string(error).map { unsafe String(cString: $0) }
        self.init(
            code: code,
            operation: operation,
            message: text,
            isRetriable: unsafe rd_kafka_error_is_retriable(error) != 0,
            isFatal: unsafe rd_kafka_error_is_fatal(error) != 0,
            requiresAbort: unsafe rd_kafka_error_txn_requires_abort(error) != 0
        )
        unsafe rd_kafka_error_destroy(error)
    }

    /// The error of a call on a client that was closed before.
    static func closed(_ operation: String) -> KafkaError {
        KafkaError(code: .destroyed, operation: operation, message: "the client is closed", isRetriable: false)
    }
}
