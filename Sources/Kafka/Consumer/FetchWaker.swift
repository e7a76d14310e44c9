// Has a librdkafka before 2.2 fetch on at once where it would rest for a second. The consumer's thread.

internal import CRdKafka

/// Wakes the threads that fetch for a consumer.
///
/// A broker's thread that has found the queue of fetched records full looks at it again after a second, unless
/// something wakes it. The one call of a consumer that does so, and sends nothing, hands over new credentials
/// (`rd_kafka_sasl_set_credentials`): it is given those in use.
struct FetchWaker {
    private let username: String
    private let password: String
    private var last: ContinuousClock.Instant?

    /// Queues fill and empty within milliseconds; waking costs microseconds.
    private static let interval = Duration.milliseconds(5)

    /// Takes the credentials of a consumer's settings; nil where the library needs no waking.
    init?(_ configuration: ClientConfiguration) {
        guard KafkaLibrary.behavior.restsWithFullQueue else { return nil }
        username = configuration["sasl.username"] ?? ""
        password = configuration["sasl.password"] ?? ""
    }

    /// Wakes the threads of a consumer, unless they have just been.
    ///
    /// - Returns: How long to wait for a record at most before the next call.
    mutating func wake(_ client: Client, _ wait: Int32) -> Int32 {
        let now = ContinuousClock.now
        if let last, now - last < FetchWaker.interval { return min(wait, FetchWaker.interval.libraryMilliseconds) }
        last = now
        // SAFETY: the client is alive; the library copies both texts, and the error object is handed over.
        _ = unsafe KafkaError(consuming: rd_kafka_sasl_set_credentials(client.pointer, username, password), "wake")
        return wait
    }
}
