// What an attempt failed with. A value.

package import Kafka

/// What an attempt failed with and what to do about it.
package struct DeliveryFailure: Equatable, Sendable {
    package var recovery: Recovery
    package var error: KafkaError
    /// Whether the attempt may have been committed nevertheless.
    package var isOutcomeUnknown = false

    /// Keeps an error and the decision about it.
    package init(_ error: KafkaError, _ step: DeliveryStep, timeIsUp: Bool = false) {
        recovery = Recovery.after(error, step, timeIsUp: timeIsUp)
        self.error = error
        // The library repeats a commit of offsets by itself, so a refusal may follow an answer that was lost.
        isOutcomeUnknown =
            step == .commitTransaction && recovery == .renewProducer || step == .commitOffsets && recovery == .resume
    }

    /// Takes the decision as given.
    package init(_ recovery: Recovery, _ error: KafkaError, isOutcomeUnknown: Bool = false) {
        self.recovery = recovery
        self.error = error
        self.isOutcomeUnknown = isOutcomeUnknown
    }
}

extension KafkaError {
    /// The error of an operation that was given up because the time for draining is over.
    package static func gaveUp(_ operation: String) -> KafkaError {
        KafkaError(code: .timedOut, operation: operation, message: "the time for draining is over", isRetriable: false)
    }
}
