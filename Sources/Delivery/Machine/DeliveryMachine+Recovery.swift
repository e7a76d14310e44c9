// What a lane does after a failed attempt, as `Recovery` decides: it tries the records again, or fewer of them, reads
// again from the committed offsets, makes a new producer, waits for an operator, or ends.

internal import Kafka

extension DeliveryMachine {
    /// Decides what follows a failed attempt.
    ///
    /// Once the time for draining is over, or the lane needs new clients, it ends and tries nothing else.
    mutating func recover(_ attempt: Attempt, _ failure: DeliveryFailure) -> Command {
        notes.append(.attemptFailed(records: attempt.count, failure.error))
        notes.append(.outcomeUnknown(records: failure.isOutcomeUnknown ? attempt.count : 0))
        if moment.isDrainOver { return giveUp() }
        if let renewal = moment.renewal { return finish(.renewed(renewal)) }
        // An attempt with moves places partitions and holds no records that could be sent again.
        guard attempt.moves.isEmpty else { return giveUpPlacing(attempt, failure) }
        let isOverdue = isOverdue(since: attempt.began)
        switch failure.recovery {
        case .repeatCall, .retryBatch:
            if isOverdue { size.overdue(attempt.count) } else { size.failed(attempt.count) }
            return backOff(size.failuresInARow, then: .attempt)
        case .isolate(let code):
            // Which record is refused is known only of an attempt with one record; until then, fewer are tried.
            guard size.refused(attempt.count) else { return serveThen(.attempt) }
            notes.append(.recordRefused(code))
            return go(.refusing(failure), .refuseFirst(code))
        case .resume:
            return failure.isOutcomeUnknown && obeys(.settleUnknownOutcomes)
                ? serveThen(.settling(attempt)) : goBack()
        case .awaitOperator: return awaitOperator(failure.error, then: .attempt)
        case .renewProducer:
            if isOverdue { size.overdue(attempt.count) }
            if let rival = bookFencing(failure.error, isOverdue: isOverdue) { return finish(rival) }
            let mustSettle = failure.isOutcomeUnknown && obeys(.settleUnknownOutcomes)
            return renew(for: mustSettle ? .settling(attempt) : .goingBack, after: failure.error)
        case .giveUp: return finish(.misfit(failure.error))
        }
    }

    /// Notes an error by which the producer is fenced, and ignores all others.
    ///
    /// - Returns: The end of the lane if another process uses the same transactional id, otherwise nil.
    private mutating func bookFencing(_ error: KafkaError, isOverdue: Bool) -> LaneEnd? {
        guard error.code.isFencing else { return nil }
        notes.append(.fenced(error))
        guard fencings.isRival(at: moment.now, isOverdue: isOverdue) else { return nil }
        return .failed(
            "another process uses the transactional id \(settings.transactionalID): "
                + "two workers have the same --group-instance-id, or two groups the same --transactional-id-prefix"
        )
    }

    // MARK: - Waits

    /// Waits, then goes on with `next`: twice as long after each failure in a row, 5 seconds at most.
    private mutating func backOff(_ failures: Int, then next: Next) -> Command {
        let milliseconds: Int64 = min(50 << Int64(min(failures, 10)), 5000)
        return go(.backingOff(next), .wait(milliseconds: milliseconds, endsAtStop: false))
    }

    /// Waits until an operator may have granted a right or made a topic, then goes on with `next`.
    private mutating func awaitOperator(_ error: KafkaError, then next: Next) -> Command {
        notes.append(.waitingForOperator(error))
        return go(.awaitingOperator(next), .wait(milliseconds: settings.operatorMilliseconds, endsAtStop: true))
    }

    /// Polls the consumer once, then goes on with `next`.
    ///
    /// A rebalance may wait for the poll, and the records of partitions that it takes away must not be sent any more.
    private mutating func serveThen(_ next: Next) -> Command { go(.serving(next), .serve) }

    /// Drops the records of partitions that were taken away, then goes on with `next`.
    mutating func dropThen(_ next: Next) -> Command {
        guard obeys(.dropRevoked) else {
            lost = []
            return carryOn(next)
        }
        let gone = takeLost()
        return gone.isEmpty ? carryOn(next) : go(.dropping(next), .drop(gone))
    }

    /// Takes the answer to a wait, a poll, a drop or a refusal that followed a failure.
    mutating func recovered(_ answer: Answer) -> Command {
        switch (state, answer) {
        case (.backingOff(let next), .done):
            if moment.isDrainOver { return giveUp() }
            if case .renewal = next { return carryOn(next) }
            return serveThen(next)
        case (.awaitingOperator(let next), .done):
            if case .renewal(let purpose, _) = next { return renewalIsOver(purpose) ?? carryOn(next) }
            // A lane that is to stop does not wait for an operator any longer: its batch stays uncommitted.
            return moment.isStopping ? giveUp() : dropThen(next)
        case (.serving(let next), .held(let held)):
            self.held = held
            // An attempt is settled before anything is dropped. If it counts, its records leave the batch as the first
            // so many, even those of partitions that were taken away, and a drop would change which ones these are.
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

    /// Does what was put off until after a wait, a poll or a drop.
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

    /// For how long, in nanoseconds, renewals of the producer may fail before the lane ends.
    private static let longestOutage: Int64 = 600 * .second

    /// Replaces the producer: at once the first time since the last commit, later after a wait.
    ///
    /// The lane ends after more than 20 renewals without a commit, but never during an outage shorter than
    /// `longestOutage`.
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

    /// Replaces the producer before the next transaction, which is no failure of the producer: attempts that fail have
    /// waited already.
    mutating func replaceProducer(for purpose: Purpose, after reason: KafkaError) -> Command {
        renewalIsOver(purpose) ?? makeProducer(for: purpose, after: reason)
    }

    private mutating func makeProducer(for purpose: Purpose, after error: KafkaError) -> Command {
        notes.append(.producerRenewed(error))
        return go(.makingProducer(purpose), .makeProducer)
    }

    /// Ends the lane if it has no more use for a producer; nil if it goes on.
    private mutating func renewalIsOver(_ purpose: Purpose) -> Command? {
        if let renewal = moment.renewal { return finish(.renewed(renewal)) }
        if moment.isDrainOver { return giveUp() }
        // Before the lane has begun to read there is nothing to drain.
        if case .opening = purpose, moment.isStopping { return finish(.drained(isWhole: true)) }
        return nil
    }

    /// Takes an answer while a producer is made and takes over its id, and while the lane joins its group.
    mutating func opened(_ answer: Answer) -> Command {
        switch (state, answer) {
        case (.makingProducer(let purpose), .done): return go(.takingOver(purpose), .initTransactions)
        case (.makingProducer, .failed(let error, _)): return finish(.failed(error.description))
        case (.takingOver(let purpose), .done): return ready(for: purpose)
        case (.takingOver(let purpose), .failed(let error, _)):
            let failure = DeliveryFailure(error, .initTransactions)
            switch failure.recovery {
            case .repeatCall: return renewalIsOver(purpose) ?? go(.takingOver(purpose), .initTransactions)
            case .awaitOperator: return renewalIsOver(purpose) ?? awaitOperator(error, then: .renewal(purpose, error))
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

    /// Gives the batch up and reads all partitions that are still owned again from their committed offsets.
    ///
    /// A lane that is to stop reads nothing again.
    mutating func goBack() -> Command {
        notes.append(.restarted)
        guard !moment.isStopping else { return endBatch() }
        guard obeys(.seekToCommitted) else { return endBatch() }
        return serveThen(.goingBack)
    }

    /// Asks the group for the offsets from which to read again.
    ///
    /// A partition that was taken away and came back is left out: it starts from its committed offset by itself.
    private mutating func readAgain() -> Command {
        let ranges = (held.ranges + held.arrivals).filter { $0.count > 0 && !lost.contains($0.partition) }
        guard !ranges.isEmpty else {
            notes.append(.resumed(partitions: 0))
            return endBatch()
        }
        return ask(Question(purpose: .goBack(ranges), partitions: Set(ranges.map(\.partition)).sorted()))
    }

    /// Asks the group for its offsets, which show whether the attempt was committed.
    ///
    /// By now the brokers have settled it, one way or the other.
    private mutating func lookUp(_ attempt: Attempt) -> Command {
        let owned = attempt.offsets.map(\.partition).filter { !lost.contains($0) }
        // Without a partition that is still this lane's, the answer changes only what is noted.
        let partitions = owned.isEmpty ? attempt.offsets.map(\.partition) : owned
        return ask(Question(purpose: .settle(attempt), partitions: partitions, isOptional: owned.isEmpty))
    }

    /// Compares an attempt with an unknown outcome to the group's offsets, then accepts it or goes back.
    ///
    /// The offsets are nil if the group does not give them.
    mutating func settled(_ attempt: Attempt, _ entries: [TopicPartitionOffset]?) -> Command {
        let outcome = outcome(of: attempt, in: entries)
        notes.append(.outcomeSettled(outcome, records: attempt.count))
        return outcome == .committed ? accept(attempt) : goBack()
    }

    /// What the group's offsets, nil if they are not known, say of an attempt.
    func outcome(of attempt: Attempt, in entries: [TopicPartitionOffset]?) -> CommitOutcome {
        let group = entries?.reduce(into: [TopicPartition: Int64]()) { $0[$1.partition] = $1.offset }
        let owned = attempt.offsets.filter { !lost.contains($0.partition) }
        return CommitOutcome(of: owned.isEmpty ? attempt.offsets : owned, in: group) { !lost.contains($0) }
    }
}
