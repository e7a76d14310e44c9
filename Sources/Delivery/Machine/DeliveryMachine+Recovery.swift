// What follows a failed attempt, as Recovery decides: again, smaller, from the committed offsets, with a new producer,
// or not at all.

internal import Kafka

extension DeliveryMachine {
    /// Deals with a failed attempt.
    mutating func recover(_ attempt: Attempt, _ failure: DeliveryFailure) -> Command {
        notes.append(.attemptFailed(records: attempt.count, failure.error))
        notes.append(.outcomeUnknown(records: failure.isOutcomeUnknown ? attempt.count : 0))
        if moment.isDrainOver { return giveUp() }
        if let renewal = moment.renewal { return finish(.renewed(renewal)) }
        guard attempt.moves.isEmpty else { return giveUpPlacing(attempt, failure) }
        let isOverdue = isOverdue(since: attempt.began)
        switch failure.recovery {
        case .repeatCall, .retryBatch:
            if isOverdue { size.overdue(attempt.count) } else { size.failed(attempt.count) }
            return backOff(size.failuresInARow, then: .attempt)
        case .isolate(let code):
            guard size.refused(attempt.count) else { return serveThen(.attempt) }
            notes.append(.recordRefused(code))
            return go(.refusing(failure), .refuseFirst(code))
        case .resume:
            return failure.isOutcomeUnknown && obeys(.settleUnknownOutcomes)
                ? serveThen(.settling(attempt)) : goBack()
        case .awaitOperator:
            return awaitOperator(failure.error, then: .attempt)
        case .renewProducer:
            if isOverdue { size.overdue(attempt.count) }
            if let rival = bookFencing(failure.error, isOverdue: isOverdue) { return finish(rival) }
            let isSettled = failure.isOutcomeUnknown && obeys(.settleUnknownOutcomes)
            return renew(for: isSettled ? .settling(attempt) : .goingBack, after: failure.error)
        case .giveUp:
            return finish(.misfit(failure.error))
        }
    }

    /// Books that the producer was fenced; tells why to end if another process uses its id.
    private mutating func bookFencing(_ error: KafkaError, isOverdue: Bool) -> LaneEnd? {
        guard error.code.isFencing else { return nil }
        notes.append(.fenced(error))
        guard fencings.isRival(at: moment.now, isOverdue: isOverdue) else { return nil }
        return .failed(
            "another process uses the transactional id \(settings.transactionalID): "
                + "two workers have the same --group-instance-id"
        )
    }

    // MARK: - Waits

    private mutating func backOff(_ failures: Int, then next: Next) -> Command {
        let milliseconds: Int64 = min(50 << Int64(min(failures, 10)), 5000)
        return go(.backingOff(next), .wait(milliseconds: milliseconds, endsAtStop: false))
    }

    /// Waits for a right to be granted or a topic to be made.
    private mutating func awaitOperator(_ error: KafkaError, then next: Next) -> Command {
        notes.append(.waitingForOperator(error))
        return go(
            .awaitingOperator(next),
            .wait(milliseconds: settings.operatorMilliseconds, endsAtStop: true)
        )
    }

    /// A rebalance may be waiting to be answered; what it takes away is no longer ours to send.
    private mutating func serveThen(_ next: Next) -> Command { go(.serving(next), .serve) }

    /// Drops what was taken away.
    mutating func dropThen(_ next: Next) -> Command {
        guard obeys(.dropRevoked) else {
            lost = []
            return carryOn(next)
        }
        let gone = takeLost()
        return gone.isEmpty ? carryOn(next) : go(.dropping(next), .drop(gone))
    }

    /// Takes an answer after a failure.
    mutating func recovered(_ answer: Answer) -> Command {
        switch (state, answer) {
        case (.backingOff(let next), .done):
            if moment.isDrainOver { return giveUp() }
            if case .renewal = next { return carryOn(next) }
            return serveThen(next)
        case (.awaitingOperator(let next), .done):
            if case .renewal(let purpose, _) = next { return renewalIsOver(purpose) ?? carryOn(next) }
            // The batch stays uncommitted.
            return moment.isStopping ? giveUp() : dropThen(next)
        case (.serving(let next), .held(let held)):
            self.held = held
            // Whether the attempt counts is asked first: its records are the first of the batch, whoever has their
            // partitions now.
            if case .settling = next { return carryOn(next) }
            return dropThen(next)
        case (.dropping(let next), .held(let held)):
            self.held = held
            return carryOn(next)
        case (.refusing, .done): return serveThen(.attempt)
        case (.refusing(let failure), .failed): return awaitOperator(failure.error, then: .attempt)
        default: return unexpected(answer)
        }
    }

    mutating func carryOn(_ next: Next) -> Command {
        switch next {
        case .attempt: proceed()
        case .starting: checkStarts()
        case .renewal(let purpose, let error): makeProducer(for: purpose, after: error)
        case .settling(let attempt): lookUp(attempt)
        case .goingBack: readAgain()
        }
    }

    // MARK: - A new producer

    /// An outage of brokers that is shorter than this ends no process, in nanoseconds.
    private static let longestOutage: Int64 = 600 * .second

    /// Replaces the producer.
    mutating func renew(for purpose: Purpose, after error: KafkaError) -> Command {
        if let over = renewalIsOver(purpose) { return over }
        if renewals == 0 { firstRenewal = moment.now }
        renewals += 1
        if renewals > 20, moment.now - firstRenewal > DeliveryMachine.longestOutage {
            return finish(.failed(error.description))
        }
        guard renewals > 1 else { return makeProducer(for: purpose, after: error) }
        return backOff(renewals, then: .renewal(purpose, error))
    }

    private mutating func makeProducer(for purpose: Purpose, after error: KafkaError) -> Command {
        notes.append(.producerRenewed(error))
        return go(.makingProducer(purpose), .makeProducer)
    }

    /// The end of the lane, if there is no use in waiting for a producer any more.
    private mutating func renewalIsOver(_ purpose: Purpose) -> Command? {
        if let renewal = moment.renewal { return finish(.renewed(renewal)) }
        if moment.isDrainOver { return giveUp() }
        // Nothing is begun yet.
        if case .opening = purpose, moment.isStopping { return finish(.drained(isWhole: true)) }
        return nil
    }

    /// Takes an answer while a producer is made ready, and while the lane begins.
    mutating func opened(_ answer: Answer) -> Command {
        switch (state, answer) {
        case (.makingProducer(let purpose), .done): return go(.takingOver(purpose), .initTransactions)
        case (.makingProducer, .failed(let error, _)): return finish(.failed(error.description))
        case (.takingOver(let purpose), .done): return ready(for: purpose)
        case (.takingOver(let purpose), .failed(let error, _)):
            let failure = DeliveryFailure(error, .initTransactions)
            switch failure.recovery {
            case .repeatCall:
                return renewalIsOver(purpose) ?? go(.takingOver(purpose), .initTransactions)
            case .awaitOperator:
                return renewalIsOver(purpose) ?? awaitOperator(error, then: .renewal(purpose, error))
            case .renewProducer, .retryBatch: return renew(for: purpose, after: error)
            case .isolate, .resume, .giveUp: return finish(.misfit(error))
            }
        case (.joining, .joined(let keepsOffsets)):
            self.keepsOffsets = keepsOffsets
            return collect()
        case (.joining, .failed(let error, _)): return finish(.failed(error.description))
        default: return unexpected(answer)
        }
    }

    /// Goes on with what the producer was renewed for.
    private mutating func ready(for purpose: Purpose) -> Command {
        switch purpose {
        case .opening: go(.joining, .startReading)
        case .attempt: dropThen(.attempt)
        case .placing(let moves): commitStarts(moves)
        case .settling(let attempt): serveThen(.settling(attempt))
        case .goingBack: goBack()
        case .collecting: endBatch()
        }
    }

    // MARK: - Reading again

    /// Goes back to the committed offsets of all partitions that are still owned.
    mutating func goBack() -> Command {
        notes.append(.restarted)
        guard !moment.isStopping else { return endBatch() }
        guard obeys(.seekToCommitted) else { return endBatch() }
        return serveThen(.goingBack)
    }

    /// Asks where to read again; a partition that was taken away and came back starts from its committed offset by
    /// itself.
    private mutating func readAgain() -> Command {
        let ranges = (held.ranges + held.arrivals).filter { $0.count > 0 && !lost.contains($0.partition) }
        guard !ranges.isEmpty else {
            notes.append(.resumed(partitions: 0))
            return endBatch()
        }
        return ask(Question(purpose: .goBack(ranges), partitions: Set(ranges.map(\.partition)).sorted()))
    }

    /// Looks up whether the last attempt counts, now that the brokers have settled it.
    private mutating func lookUp(_ attempt: Attempt) -> Command {
        let owned = attempt.offsets.map(\.partition).filter { !lost.contains($0) }
        // Only for the counts: what is another worker's by now is of no concern otherwise, and not waited for.
        let partitions = owned.isEmpty ? attempt.offsets.map(\.partition) : owned
        return ask(Question(purpose: .settle(attempt), partitions: partitions, isOptional: owned.isEmpty))
    }

    /// Takes the group's offsets after an attempt with an unknown outcome; nil if they are not known.
    mutating func settled(_ attempt: Attempt, _ entries: [TopicPartitionOffset]?) -> Command {
        let group = entries.map { entries in
            entries.reduce(into: [TopicPartition: Int64]()) { $0[$1.partition] = $1.offset }
        }
        let owned = attempt.offsets.filter { !lost.contains($0.partition) }
        let outcome = CommitOutcome(of: owned.isEmpty ? attempt.offsets : owned, in: group) { !lost.contains($0) }
        notes.append(.outcomeSettled(outcome, records: attempt.count))
        return outcome == .committed ? accept(attempt) : goBack()
    }
}
