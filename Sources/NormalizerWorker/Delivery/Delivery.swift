// How the records of a batch and its offsets become visible. The lane drives one of two kinds through this
// protocol and does not know which. All calls come from the lane's thread.

internal import Kafka

/// What a delivery failed with and what to do about it.
struct DeliveryFailure: Error {
    var recovery: Recovery
    var error: KafkaError
    /// Whether the attempt may have been committed nevertheless.
    var isOutcomeUnknown = false

    /// Keeps an error and the decision about it.
    init(_ error: KafkaError, _ step: DeliveryStep, timeIsUp: Bool = false) {
        recovery = Recovery.after(error, step, timeIsUp: timeIsUp)
        self.error = error
        // The library repeats a commit of offsets by itself, so a refusal may follow an answer that was lost.
        isOutcomeUnknown =
            step == .commitTransaction && recovery == .renewProducer || step == .commitOffsets && recovery == .resume
    }

    /// Takes the decision as given.
    init(_ recovery: Recovery, _ error: KafkaError, isOutcomeUnknown: Bool = false) {
        self.recovery = recovery
        self.error = error
        self.isOutcomeUnknown = isOutcomeUnknown
    }
}

/// Makes what is sent between `begin` and `commit` count, or none of it.
protocol Delivery: AnyObject {
    /// Takes the records of the batch.
    var sender: RecordSender { get }

    /// Gets ready, once, before the first batch; waits for brokers until the closure says that it is over.
    ///
    /// - Returns: Whether it is ready.
    func open(until isOver: () -> Bool) throws(DeliveryFailure) -> Bool

    /// Whether the producer has to be replaced before the next attempt, although the last one has ended: a request of it may
    /// still be on its way, and would act on the next.
    var mustRenew: Bool { get }

    /// Begins an attempt at a batch.
    func begin() throws(DeliveryFailure)

    /// Ends an attempt: when it returns, all records sent are delivered and the offsets are the group's.
    ///
    /// - Parameters:
    ///   - offsets: Per partition the offset of the next record to read.
    ///   - membership: The consumer's, taken before the records were sent.
    /// - Throws: What failed, and what to do about it; the attempt is then still open.
    func commit(_ offsets: [TopicPartitionOffset], membership: GroupMetadata) throws(DeliveryFailure)

    /// Gives up an attempt; what was sent does not count, or counts again later.
    func abandon() throws(DeliveryFailure)

    /// Replaces the producer; afterwards no attempt is open, and the last one's outcome can be read from the group's offsets.
    ///
    /// - Returns: Whether it is ready: false if the closure said that it is over.
    func renew(until isOver: () -> Bool) throws(DeliveryFailure) -> Bool

    /// Ends the producer; an open attempt is left to the brokers.
    func close()
}
