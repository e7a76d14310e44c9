// What to do after a call towards the brokers has failed: one pure function over the error and the step.
// The verdicts come from librdkafka's error object, in the order in which they outrank each other.

package import Kafka

/// A step of a batch's way to the brokers.
package enum DeliveryStep: Hashable, Sendable, CaseIterable {
    /// `rd_kafka_init_transactions`
    case initTransactions
    /// `rd_kafka_begin_transaction`
    case beginTransaction
    /// `rd_kafka_producev`, and the delivery reports
    case send
    /// `rd_kafka_send_offsets_to_transaction`
    case sendOffsets
    /// `rd_kafka_commit_transaction`
    case commitTransaction
    /// `rd_kafka_abort_transaction`
    case abortTransaction
    /// `rd_kafka_commit_queue`
    case commitOffsets
}

/// What to do next.
package enum Recovery: Hashable, Sendable {
    /// The same call with the same arguments.
    case repeatCall
    /// Give up this attempt, then send the same records again.
    case retryBatch
    /// Give up this attempt; a record of it is refused for what it is and has to be found.
    case isolate(KafkaErrorCode)
    /// Give up the batch: the group has moved on. Read on from the committed offsets.
    case resume
    /// Give up this attempt; somebody has to grant a right or make a topic before it can succeed.
    case awaitOperator
    /// The producer is of no more use, or it is not known how its transaction ended: a new one settles it.
    case renewProducer
    /// Nothing that this process does helps; the settings do not fit the cluster.
    case giveUp

    /// Decides about an error.
    ///
    /// - Parameters:
    ///   - error: What the call threw.
    ///   - step: The call.
    ///   - timeIsUp: Whether the time for the step is used up, so that repeating it is of no use.
    /// - Returns: What to do.
    package static func after(_ error: KafkaError, _ step: DeliveryStep, timeIsUp: Bool) -> Recovery {
        if step == .commitOffsets { return afterOffsetCommit(error, timeIsUp: timeIsUp) }
        if step == .initTransactions, error.code == .unsupportedFeature || error.code == .invalidTransactionTimeout {
            return .giveUp
        }
        if error.code.isAuthorization {
            // A producer that failed for good while it took over its id is replaced after the wait anyway.
            return error.isFatal && step != .initTransactions ? .renewProducer : .awaitOperator
        }
        if error.code.isFencing || error.isFatal { return .renewProducer }
        // A commit that no broker has refused may have been carried out, though the library wants to abort: an answer
        // that could not be read, for instance. Sending the same again would repeat it.
        if error.requiresAbort, step == .commitTransaction, error.code.isLocal, error.code != .state {
            return .renewProducer
        }
        // Offsets of a topic that is not there would be taken for the next one of its name.
        if step == .sendOffsets, error.code.isMissingTopic { return .resume }
        if error.requiresAbort { return error.code.isLostMembership ? .resume : .retryBatch }
        if step == .send { return afterSend(error) }
        if error.isRetriable || error.code == .timedOut {
            guard timeIsUp else { return .repeatCall }
            return step == .sendOffsets ? .retryBatch : .renewProducer
        }
        return .renewProducer
    }

    /// Decides about the codes of records that were not delivered.
    ///
    /// - Returns: nil if none failed for a reason of its own.
    package static func after(deliveryFailures codes: some Sequence<KafkaErrorCode>) -> Recovery? {
        var worst: Recovery?
        for code in codes {
            if code.isFencing { return .renewProducer }
            if code == .unsupportedCompression { return .giveUp }
            if code.isRefusalOfRecord {
                worst = .isolate(code)
            } else if worst == nil || worst == .retryBatch {
                worst = code.isAuthorization || code.isMissingTopic ? .awaitOperator : .retryBatch
            }
        }
        return worst
    }

    /// A record that the library does not take: for what it is, because its transaction has failed already, or its
    /// topic is not there.
    private static func afterSend(_ error: KafkaError) -> Recovery {
        if error.code.isRefusalOfRecord { return .isolate(error.code) }
        return error.code.isMissingTopic ? .awaitOperator : .retryBatch
    }

    private static func afterOffsetCommit(_ error: KafkaError, timeIsUp: Bool) -> Recovery {
        if error.isFatal { return .giveUp }
        if error.code.isAuthorization { return .awaitOperator }
        // While its members come together the group takes no offsets: from those who keep their partitions it does so
        // again.
        let isPassing = error.isRetriable || error.code == .rebalanceInProgress
        return isPassing && !timeIsUp ? .repeatCall : .resume
    }
}
