// The one error that running clients throw: what failed, with which code, and what the library says may be done.
// Holds no decision of its own. A value: any thread.

/// A failed operation of a consumer, a producer or the administration.
public struct KafkaError: Error, Hashable, Sendable {
    /// The code of librdkafka or of the broker.
    public let code: KafkaErrorCode
    /// What was being done, in a few words: `commit transaction`.
    public let operation: String
    /// The library's text, free of settings' values.
    public let message: String
    /// Whether the same call with the same arguments may succeed later.
    public let isRetriable: Bool
    /// Whether this client is of no more use and has to be replaced.
    public let isFatal: Bool
    /// Whether the current transaction has to be aborted before anything else.
    public let requiresAbort: Bool
    /// The partitions that failed, if the operation was about several; empty otherwise.
    public let partitions: [PartitionFailure]

    /// One partition that the operation failed for.
    public struct PartitionFailure: Hashable, Sendable {
        /// The partition.
        public let partition: TopicPartition
        /// Why.
        public let code: KafkaErrorCode
    }

    /// Describes a failure; without a message it takes the code's own sentence, and without a verdict on whether a
    /// repeated call may succeed it judges by the code.
    public init(
        code: KafkaErrorCode,
        operation: String,
        message: String? = nil,
        isRetriable: Bool? = nil,
        isFatal: Bool = false,
        requiresAbort: Bool = false,
        partitions: [PartitionFailure] = []
    ) {
        self.code = code
        self.operation = operation
        self.message = message ?? code.explanation
        self.isRetriable = isRetriable ?? (code.isTransient && !isFatal)
        self.isFatal = isFatal || code == .fatal
        self.requiresAbort = requiresAbort
        self.partitions = partitions
    }
}

extension KafkaError: CustomStringConvertible {
    /// One line: operation, code, text, and the library's verdicts.
    public var description: String {
        var line = "\(operation): \(code.name): \(message)"
        if isFatal { line += " (fatal)" }
        if requiresAbort { line += " (abort required)" }
        if isRetriable { line += " (retriable)" }
        for failure in partitions { line += "; \(failure.partition): \(failure.code.name)" }
        return line
    }
}
