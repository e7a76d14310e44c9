// What a lane does after a failed attempt, as Recovery decides: again, smaller, from the committed offsets, with a new
// producer, or not at all. The lane's thread.

internal import Kafka

extension Lane {
    /// Gets the delivery ready; false if a stop was asked for first.
    func open() throws(LaneFailure) -> Bool {
        do throws(DeliveryFailure) {
            if try delivery.open(until: isOpeningOver) { return true }
        } catch {
            return try renew(after: error, until: isOpeningOver)
        }
        try checkCredentials()
        return false
    }

    /// Whether there is no use in waiting for brokers before the first batch; what the clients have to say is told meanwhile.
    private func isOpeningOver() -> Bool { stop.isRequested || !keeper.wait() || hasNewCredentials }

    /// Deals with a failed attempt at the first `count` records.
    ///
    /// - Returns: Whether the batch, as far as it is left, is to be tried again; otherwise it will be read again.
    func recover(
        _ failure: DeliveryFailure,
        _ count: Int,
        _ counts: BatchCounts,
        _ started: ContinuousClock.Instant
    ) throws(LaneFailure) -> Bool {
        try checkCredentials()
        try leaveClaim(failure)
        switch failure.recovery {
        case .repeatCall, .retryBatch:
            if isOverdue(started) { size.overdue(count) } else { size.failed(count) }
            guard keeper.wait(for: backoff(size.failuresInARow)) else { return giveBack() }
        case .isolate(let code):
            if size.refused(count) {
                let place = "\(batch.topicPartition(at: 0))@\(batch.offset(at: 0))"
                log.write(.recordRefused(lane: number, place: place, error: code.name))
                if !refusals.add(batch, at: 0, code) { return try awaitOperator(failure) }
            }
        case .resume:
            return try failure.isOutcomeUnknown ? settleOutcome(count, counts) : resume()
        case .awaitOperator:
            return try awaitOperator(failure)
        case .renewProducer:
            if isOverdue(started) { size.overdue(count) }
            try bookFencing(failure.error, isOverdue: isOverdue(started))
            guard try renew(after: failure, until: { !keeper.wait() || hasNewCredentials }) else { return giveBack() }
            guard failure.isOutcomeUnknown else { return try resume() }
            return try settleOutcome(count, counts)
        case .giveUp:
            throw explain(failure.error)
        }
        // A rebalance may be waiting to be answered; what it takes away is no longer ours to send.
        keeper.serve()
        dropRevoked()
        return true
    }

    /// Ends the lane if it reads a share of a range, and its producer or its offsets are of no more use.
    private func leaveClaim(_ failure: DeliveryFailure) throws(LaneFailure) {
        guard !ranges.isEmpty, failure.recovery == .resume || failure.recovery == .renewProducer else { return }
        let isLost = failure.error.code.isFencing || failure.error.code == .assignmentLost
        log.write(
            isLost
                ? .fenced(lane: number, error: failure.error.description)
                : .producerRenewed(lane: number, error: failure.error.description)
        )
        guard isLost else { throw .claimInterrupted(failure.error.description) }
        books.report.fenced += 1
        throw .claimLost
    }

    /// Whether an attempt took longer than its transaction may.
    private func isOverdue(_ started: ContinuousClock.Instant) -> Bool {
        ContinuousClock.now - started >= .milliseconds(configuration.transactionMilliseconds)
    }

    /// Waits, with the partitions paused, for a right to be granted or a topic to be made.
    private func awaitOperator(_ failure: DeliveryFailure) throws(LaneFailure) -> Bool {
        tellOperator(failure)
        keeper.awaited = nil
        guard keeper.waitUnlessStopping(for: operatorWait) else { return giveBack() }
        dropRevoked()
        return true
    }

    private var operatorWait: Duration { .milliseconds(configuration.operatorWaitMilliseconds) }

    private func tellOperator(_ failure: DeliveryFailure) {
        log.write(.waitingForOperator(lane: number, error: failure.error.description))
        books.state.trouble = .waitingForOperator(failure.error.description)
        publish(isUrgent: true)
    }

    /// Leaves the batch uncommitted because the time for draining is over.
    private func giveBack() -> Bool {
        isUndrained = true
        return false
    }

    private func backoff(_ failures: Int) -> Duration {
        min(.milliseconds(50 << min(failures, 10)), .seconds(5))
    }

    /// An outage of brokers that is shorter than this ends no process.
    private static let longestOutage = Duration.seconds(600)

    // MARK: - A new producer

    /// Replaces the producer if a request of the last transaction may still arrive during the next one; false once it is over.
    func shutOutLateRequests() throws(LaneFailure) -> Bool {
        guard delivery.mustRenew else { return true }
        let error = KafkaError(
            code: .state,
            operation: "begin transaction",
            message: "a request of the last transaction was not answered and may still reach a broker"
        )
        return try renew(after: DeliveryFailure(.renewProducer, error), until: { !keeper.wait() || hasNewCredentials })
    }

    /// Gives up an attempt that holds no records, with the producer if need be.
    func giveUpAttempt(after failure: DeliveryFailure) throws(LaneFailure) {
        var failure = failure
        if failure.recovery == .giveUp { throw explain(failure.error) }
        if failure.recovery != .renewProducer {
            do throws(DeliveryFailure) {
                return try delivery.abandon()
            } catch {
                failure = error
            }
        }
        failure.recovery = .renewProducer
        _ = try renew(after: failure, until: { !keeper.wait() || hasNewCredentials })
    }

    /// Replaces the producer until one is ready; false once it is over.
    private func renew(
        after failure: DeliveryFailure,
        until isOver: () -> Bool
    ) throws(LaneFailure) -> Bool {
        var failure = failure
        while !isOver() {
            switch failure.recovery {
            case .giveUp: throw explain(failure.error)
            case .awaitOperator:
                tellOperator(failure)
                keeper.awaited = nil
                guard keeper.waitUnlessStopping(for: operatorWait) else { return false }
            default:
                if renewals == 0 { firstRenewal = .now }
                renewals += 1
                if renewals > 20, .now - firstRenewal > Lane.longestOutage { throw .kafka(failure.error.description) }
                if renewals > 1 { guard keeper.wait(for: backoff(renewals)) else { return false } }
            }
            log.write(.producerRenewed(lane: number, error: failure.error.description))
            do throws(DeliveryFailure) {
                if try delivery.renew(until: isOver) { return true }
            } catch {
                failure = error
            }
        }
        try checkCredentials()
        return false
    }

    private func bookFencing(_ error: KafkaError, isOverdue: Bool) throws(LaneFailure) {
        guard error.code.isFencing else { return }
        books.report.fenced += 1
        log.write(.fenced(lane: number, error: error.description))
        guard fencings.isRival(at: .now, isOverdue: isOverdue) else { return }
        throw .kafka(
            "another process uses the transactional id \(ClientSettings.transactionalID(configuration, lane: number)): "
                + "two workers have the same --group-instance-id"
        )
    }

    /// Looks up whether the last attempt counts, now that the brokers have settled it.
    private func settleOutcome(_ count: Int, _ counts: BatchCounts) throws(LaneFailure) -> Bool {
        books.report.unknownOutcomes += 1
        keeper.serve()
        let wanted = offsets(first: count, counts)
        let owned = wanted.filter { !keeper.hasLost($0.partition) }
        let group: [TopicPartition: Int64]?
        if owned.isEmpty {
            // Only for the counts: what is another worker's by now is of no concern otherwise, and not waited for.
            group = try? consumer.committed(wanted.map(\.partition), timeout: .milliseconds(500))
        } else {
            group = try committedOffsets(owned.map(\.partition))
        }
        let outcome = CommitOutcome(of: owned.isEmpty ? wanted : owned, in: group) { !keeper.hasLost($0) }
        log.write(.outcomeSettled(lane: number, committed: outcome.text))
        guard group != nil || owned.isEmpty else { return giveBack() }
        if outcome == .unknown { books.report.unsettledRecords += count }
        unsettled = 0
        guard outcome == .committed else { return try resume() }
        accept(count, counts)
        dropRevoked()
        return true
    }

    // MARK: - Reading again

    /// Goes back to the committed offsets of all partitions that are still owned.
    ///
    /// - Returns: false: the batch is given up.
    private func resume() throws(LaneFailure) -> Bool {
        defer { batch.removeAll() }
        books.report.resumed += 1
        guard !stop.isRequested else { return false }
        keeper.serve()
        // A partition that was taken away and came back starts from its committed offset by itself.
        dropRevoked()
        let ranges = (batch.partitionRanges + keeper.arrivalRanges).filter {
            $0.count > 0 && !keeper.hasLost($0.partition)
        }
        guard let offsets = try committedOffsets(ranges.map(\.partition)) else { return giveBack() }
        var starts: [TopicPartition: Int64] = [:]
        for range in ranges where starts[range.partition] == nil {
            starts[range.partition] = start(of: range, group: offsets[range.partition])
        }
        let sought = try seek(to: starts)
        // Arrivals of other partitions came meanwhile, and will not come again.
        keeper.dropArrivals(of: sought)
        log.write(.resumed(lane: number, partitions: starts.count))
        return false
    }

    /// Where a partition is to be read again: at the group's offset, or before it where this lane has committed less.
    private func start(of range: PartitionRange, group: Int64?) -> Int64 {
        let partition = range.partition
        guard let place = committed[partition] else { return group ?? range.firstOffset }
        committed.readAgain(partition)
        guard let group else {
            if place.isSeen { astray[partition] = .topicDeleted }
            return place.next
        }
        compare(group, with: place, of: partition)
        let start = place.isGroups ? min(group, place.next) : group
        if start != place.next { committed.begin(partition, at: start, isGroups: true, note: place.note) }
        return start
    }

    /// Goes to offsets in those partitions that are still owned.
    ///
    /// - Returns: The partitions; none if a stop was asked for first.
    func seek(to starts: [TopicPartition: Int64]) throws(LaneFailure) -> Set<TopicPartition> {
        var attempts = 20
        while true {
            let positions = starts.filter { !keeper.hasLost($0.key) }
                .map { PartitionPosition($0.key, .offset($0.value)) }
            do throws(KafkaError) {
                try consumer.seek(to: positions)
                return Set(positions.map(\.partition))
            } catch {
                // A partition that has just come is not being read yet. Going on without the seek would lose its records.
                attempts -= 1
                guard attempts > 0 else { throw .kafka(error.description) }
                guard keeper.waitUnlessStopping(for: .milliseconds(250)) else { return [] }
                keeper.serve()
            }
        }
    }

    /// The group's offsets; nil once the time for draining is over.
    func committedOffsets(_ partitions: [TopicPartition]) throws(LaneFailure) -> [TopicPartition: Int64]? {
        try committedEntries(partitions)?.reduce(into: [:]) { $0[$1.partition] = $1.offset }
    }

    /// The same, with the notes beside them.
    func committedEntries(_ partitions: [TopicPartition]) throws(LaneFailure) -> [TopicPartitionOffset]? {
        // Each call starts anew: brokers that need longer than one of them need a longer one.
        var patience = Duration.milliseconds(500)
        while true {
            do throws(KafkaError) {
                return try consumer.committedEntries(
                    partitions,
                    timeout: stop.isRequested ? .milliseconds(500) : patience
                )
            } catch {
                guard !error.isFatal else { throw .kafka(error.description) }
                try checkCredentials()
                patience = min(patience * 2, .seconds(4))
                log.write(.consumerFailed(lane: number, error: error.description))
                guard keeper.wait(for: .milliseconds(200)) else { return nil }
            }
        }
    }

    /// What to tell about an error that this process cannot mend.
    private func explain(_ error: KafkaError) -> LaneFailure {
        switch error.code {
        case .unsupportedFeature:
            .configuration(["--delivery exactly-once: \(error.message); use --delivery at-least-once"])
        case .unsupportedCompression:
            .configuration(
                [
                    "--kafka producer.compression.type: these brokers do not take what is set, or lz4 if nothing is; "
                        + "try --kafka producer.compression.type=gzip, or none"
                ]
            )
        case .invalidTransactionTimeout:
            .configuration(["--transaction-timeout: longer than the cluster's transaction.max.timeout.ms"])
        default: .kafka(error.description)
        }
    }
}
