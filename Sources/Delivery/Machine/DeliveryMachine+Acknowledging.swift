// An attempt with delivery at least once: the records are flushed, and the offsets committed by themselves.

internal import Kafka

extension DeliveryMachine {
    mutating func acknowledged(_ answer: Answer) -> Command {
        switch (state, answer) {
        case (.flushing(let attempt), .pending):
            if moment.isDrainOver { return abandon(attempt, DeliveryFailure(.retryBatch, .gaveUp("flush"))) }
            return go(state, .flush)
        case (.flushing(let attempt), .failed(let error, let reports)):
            return abandon(attempt, DeliveryFailure(reports.recovery ?? .retryBatch, reports.error ?? error))
        case (.flushing(var attempt), .done):
            attempt.deadline = moment.now + DeliveryMachine.commitPatience
            // An earlier commit that is not answered yet would undo this one if it came after it.
            return go(.finishingEarlierCommit(attempt), .finishEarlierCommit)
        case (.finishingEarlierCommit(let attempt), .pending), (.finishingEarlierCommit(let attempt), .done):
            if let error = commitIsVain(attempt) { return abandon(attempt, DeliveryFailure(.resume, error)) }
            guard case .done = answer else { return go(state, .finishEarlierCommit) }
            return confirm(attempt)
        case (.committingOffsets(let attempt), .pending):
            if let error = commitIsVain(attempt) {
                return abandon(attempt, DeliveryFailure(.resume, error, isOutcomeUnknown: true))
            }
            return go(state, .commitOffsets(attempt.offsets))
        case (.committingOffsets(let attempt), .failed(let error, _)):
            let failure = DeliveryFailure(error, .commitOffsets, timeIsUp: moment.now >= attempt.deadline)
            guard failure.recovery == .repeatCall else { return abandon(attempt, failure) }
            if let error = commitIsVain(attempt) {
                return abandon(attempt, DeliveryFailure(.resume, error, isOutcomeUnknown: true))
            }
            return go(state, .commitOffsets(attempt.offsets))
        default: return unexpected(answer)
        }
    }

    /// The group is waited for no longer than this, in nanoseconds.
    private static let commitPatience: Int64 = 30 * .second

    /// Why it is of no use to wait for a commit of offsets; nil if it is.
    private func commitIsVain(_ attempt: Attempt) -> KafkaError? {
        if attempt.offsets.contains(where: { lost.contains($0.partition) }) {
            return KafkaError(code: .assignmentLost, operation: "commit offsets")
        }
        if moment.isDrainOver { return .gaveUp("commit offsets") }
        return moment.now >= attempt.deadline ? KafkaError(code: .timedOut, operation: "commit offsets") : nil
    }
}
