// An attempt: begin, send, offsets, commit; and what follows from each answer.

internal import Kafka

extension DeliveryMachine {
    private var isExactlyOnce: Bool { settings.promise == .exactlyOnce }

    /// Begins the next attempt at what is held; collects on if nothing is.
    ///
    /// The consumer may have been polled since the batch was collected: what was taken away is no longer ours to send,
    /// and the membership that is presented with it is a new one.
    mutating func proceed() -> Command {
        guard lost.isEmpty else { return dropThen(.attempt) }
        guard unplaced.isEmpty else { return go(.dropping(.attempt), .drop(unplaced)) }
        guard held.count > 0 || !held.ends.isEmpty else { return endBatch() }
        if let reason = reasonToRenew { return replaceProducer(for: .attempt, after: reason) }
        return begin(Attempt(count: size.next(of: held.count), began: moment.now))
    }

    /// Why the next attempt must not begin with the producer of the last one; nil if it may.
    var reasonToRenew: KafkaError? {
        let text: String
        switch moment.spentProducer {
        case .largePieces: text = "it sends more bytes at once than the brokers take"
        case .lateRequest where isExactlyOnce && obeys(.newEpochAfterLateRequests):
            text = "a request of the last transaction was not answered and may still reach a broker"
        case .droppedRecords where isExactlyOnce && obeys(.newEpochAfterDroppedRecords):
            text = "records of the last transaction were dropped that a broker may have"
        default: return nil
        }
        return KafkaError(code: .state, operation: "begin transaction", message: text)
    }

    mutating func begin(_ attempt: Attempt) -> Command { go(.beginning(attempt), .begin) }

    /// Takes an answer within an attempt.
    mutating func attempted(_ answer: Answer) -> Command {
        switch (state, answer) {
        case (.beginning(let attempt), .done): return send(attempt)
        case (.beginning(let attempt), .notMember(let error)): return recover(attempt, DeliveryFailure(.resume, error))
        case (.beginning(let attempt), .failed(let error, _)):
            return abandon(attempt, DeliveryFailure(error, .beginTransaction))
        case (.sending(var attempt), .sent(let records, let offsets)):
            (attempt.sent, attempt.offsets) = (records, offsets.map(noted))
            return sendOffsets(attempt)
        case (.sending(let attempt), .failed(let error, _)): return abandon(attempt, DeliveryFailure(error, .send))
        case (.sendingOffsets(let attempt), _): return sentOffsets(attempt, answer)
        case (.confirming(let attempt), .committed(let entries)):
            answerLimit.answer(at: moment.now)
            return confirmed(attempt, entries)
        case (.confirming(let attempt), .failed(let error, _)): return confirm(attempt, after: error)
        case (.committing(let attempt), .done), (.committingOffsets(let attempt), .done): return accept(attempt)
        case (.committing(let attempt), .failed(let error, let reports)): return committed(attempt, error, reports)
        case (.flushing, _), (.finishingEarlierCommit, _), (.committingOffsets, _): return acknowledged(answer)
        case (.aborting(let attempt, let failure), _): return aborted(attempt, failure, answer)
        case (.accepting, .held(let held)):
            self.held = held
            // While the commit was waited for, the group may have taken away what is left of the batch.
            return dropThen(.attempt)
        default: return unexpected(answer)
        }
    }

    private mutating func send(_ attempt: Attempt) -> Command {
        guard attempt.moves.isEmpty else { return sendOffsets(attempt) }
        return go(.sending(attempt), .send(count: attempt.count))
    }

    private mutating func sendOffsets(_ attempt: Attempt) -> Command {
        guard isExactlyOnce else { return go(.flushing(attempt), .flush) }
        guard obeys(.offsetsInTransaction) || !attempt.moves.isEmpty else {
            return go(.committing(attempt), .commitTransaction)
        }
        return go(.sendingOffsets(attempt), .sendOffsets(attempt.offsets))
    }

    private mutating func sentOffsets(_ attempt: Attempt, _ answer: Answer) -> Command {
        var attempt = attempt
        let again = Command.sendOffsets(attempt.offsets)
        switch answer {
        case .done: return confirm(attempt)
        case .pending:
            // While the call is under way nothing else can be done with the producer but to replace it.
            if moment.isDrainOver { return abandon(attempt, DeliveryFailure(.renewProducer, .gaveUp("send offsets"))) }
            guard isOverdue(since: attempt.began) else { return go(.sendingOffsets(attempt), again) }
            return abandon(
                attempt,
                DeliveryFailure(.renewProducer, KafkaError(code: .timedOut, operation: "send offsets"))
            )
        case .failed(let error, _):
            // A transaction that fails while the call is under way is an error of state; the next call names the cause.
            if error.code == .state, error.requiresAbort, !attempt.isCauseKnown {
                attempt.isCauseKnown = true
                return go(.sendingOffsets(attempt), again)
            }
            if let failure = settle(error, .sendOffsets, since: attempt.began) { return abandon(attempt, failure) }
            return go(.sendingOffsets(attempt), again)
        default: return unexpected(answer)
        }
    }

    /// Commits, or asks first whether the group still has what was committed before, where it may have forgotten it.
    ///
    /// The library repeats offsets that brokers refuse because their topic is not there. If the topic is made again
    /// meanwhile, they are taken for the new log, which would be read from its middle. After some attempts in vain the
    /// work goes on without an answer.
    mutating func confirm(_ attempt: Attempt, after error: KafkaError? = nil) -> Command {
        if let error, error.code != .timedOut || moment.isDrainOver || isOverdue(since: attempt.began) {
            // The offsets of the next attempt find the coordinator, wherever it is by then.
            unanswered += 1
            return abandon(attempt, DeliveryFailure(.retryBatch, error))
        }
        guard moment.now - collected >= CommittedOffsets.quiet, attempt.moves.isEmpty, keepsOffsets,
            unanswered < DeliveryMachine.vainConfirmations, obeys(.confirmSlowOffsets)
        else { return commit(attempt) }
        let partitions = attempt.offsets.map(\.partition).filter { committed[$0]?.isGroups ?? false }
        guard !partitions.isEmpty else { return commit(attempt) }
        if error != nil { answerLimit.runOut() }
        return go(.confirming(attempt), .readLastCommitted(partitions, milliseconds: answerLimit.ask(at: moment.now)))
    }

    /// After so many attempts without an answer of the group a batch is committed without one.
    private static let vainConfirmations = 3

    /// Commits if the group has an offset wherever this lane has committed one; otherwise the topic is another one.
    private mutating func confirmed(_ attempt: Attempt, _ entries: [TopicPartitionOffset]) -> Command {
        let isForgotten = attempt.offsets.map(\.partition).contains { partition in
            committed[partition]?.isGroups ?? false && !entries.contains { $0.partition == partition }
        }
        guard isForgotten else { return commit(attempt) }
        let error = KafkaError(code: .unknownTopicOrPartition, operation: "read last committed offsets")
        return abandon(attempt, DeliveryFailure(.resume, error))
    }

    private mutating func commit(_ attempt: Attempt) -> Command {
        isExactlyOnce
            ? go(.committing(attempt), .commitTransaction)
            : go(.committingOffsets(attempt), .commitOffsets(attempt.offsets))
    }

    private mutating func committed(_ attempt: Attempt, _ error: KafkaError, _ reports: Reports) -> Command {
        var attempt = attempt
        // All records are answered for before the commit is asked for: if one failed or is missing, it never was.
        let isAmbiguous = error.code.isLocal && !error.code.isFencing && !error.isFatal && error.requiresAbort
        if isAmbiguous, reports.recovery != nil {
            return abandon(attempt, DeliveryFailure(.retryBatch, error), reports)
        }
        if reports.isFlushing, isOverdue(since: attempt.began), !error.isFatal {
            // While a commit waits for records the library takes no abort: only a new producer ends the transaction.
            let recovery = error.requiresAbort ? Recovery.retryBatch : .renewProducer
            return abandon(attempt, DeliveryFailure(recovery, error), reports)
        }
        attempt.isFlushing = reports.isFlushing
        if let failure = settle(error, .commitTransaction, since: attempt.began) {
            return abandon(attempt, failure, reports)
        }
        return go(.committing(attempt), .commitTransaction)
    }

    /// What to do about an error of a transaction's call; nil if it is to be made again.
    private func settle(_ error: KafkaError, _ step: DeliveryStep, since began: Int64) -> DeliveryFailure? {
        var failure = DeliveryFailure(error, step, timeIsUp: isOverdue(since: began))
        if !obeys(.timeoutIsUnknown), step == .commitTransaction { failure.isOutcomeUnknown = false }
        guard failure.recovery == .repeatCall else { return failure }
        guard moment.isDrainOver else { return nil }
        return DeliveryFailure(.retryBatch, .gaveUp(error.operation), isOutcomeUnknown: step == .commitTransaction)
    }

    /// The offset with what stands beside it.
    private func noted(_ offset: TopicPartitionOffset) -> TopicPartitionOffset {
        guard settings.start == .latest else { return offset }
        return TopicPartitionOffset(
            offset.partition,
            offset.offset,
            metadata: committed[offset.partition]?.note ?? offset.metadata
        )
    }

    // MARK: - The end of an attempt

    /// Gives up an attempt, unless it has to be left to the producer's replacement.
    mutating func abandon(_ attempt: Attempt, _ failure: DeliveryFailure, _ reports: Reports = Reports()) -> Command {
        guard failure.recovery != .renewProducer, failure.recovery != .giveUp else { return recover(attempt, failure) }
        var attempt = attempt
        attempt.abortBegan = moment.now
        return go(.aborting(attempt, failure), .abort)
    }

    private mutating func aborted(_ attempt: Attempt, _ failure: DeliveryFailure, _ answer: Answer) -> Command {
        switch answer {
        case .failed(let error, _):
            guard let abortFailure = settle(error, .abortTransaction, since: attempt.abortBegan) else {
                return go(state, .abort)
            }
            // If the attempt does not count, only a new producer can say so to the brokers.
            return recover(
                attempt,
                DeliveryFailure(.renewProducer, abortFailure.error, isOutcomeUnknown: failure.isOutcomeUnknown)
            )
        case .aborted(let reports):
            var failure = failure
            // By now all reports are in. They name the cause where the transaction only says that it failed.
            if failure.recovery == .retryBatch, let cause = reports.recovery {
                failure.recovery = cause
                if failure.error.code == .state || cause == .giveUp { failure.error = reports.error ?? failure.error }
            }
            return recover(attempt, failure)
        default: return unexpected(answer)
        }
    }

    /// Books an attempt that counts.
    mutating func accept(_ attempt: Attempt) -> Command {
        (renewals, unanswered) = (0, 0)
        oldSince = nil
        guard attempt.moves.isEmpty else { return place(attempt.moves) }
        size.succeeded(attempt.count)
        return go(.accepting(attempt), .accept(count: attempt.count, settlements(attempt)))
    }

    private mutating func settlements(_ attempt: Attempt) -> [Settlement] {
        attempt.sent.map { records in
            let partition = records.partition
            if let known = foreign.removeValue(forKey: partition) {
                // Only a commit proves that the partition is this lane's own.
                notes.append(.foreignOffset(partition, committed: known.committed, found: known.found))
            }
            let (skipped, unexplained) = committed.commit(partition, read: records.count, to: records.next)
            if unexplained != 0 {
                notes.append(.ledgerDiffers(partition, next: records.next, unexplained: unexplained))
            }
            return Settlement(partition: partition, skipped: skipped - unexplained, unexplained: unexplained)
        }
    }

    /// An answer that does not belong to the command: the driver's fault.
    mutating func unexpected(_ answer: Answer) -> Command {
        finish(.failed("the machine of the delivery is in the state \(state.name) and was told \(answer)"))
    }
}
