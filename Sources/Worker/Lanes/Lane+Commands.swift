// Carries out the commands of the delivery's machine: each is one call, or nearly. The lane's thread.

internal import Delivery
internal import Kafka

extension Lane {
    /// Carries out a command.
    ///
    /// - Throws: What only the lane can find, and ends it.
    func perform(_ command: Command) throws(LaneFailure) -> Answer {
        switch command {
        case .makeProducer: return producer.replace()
        case .initTransactions: return waited(producer.initTransactions())
        case .startReading:
            guard try startReading() else { return .finished }
            log.write(.laneStarted(lane: number))
            books.state.isStarted = true
            return .joined(
                keepsOffsets: configuration.delivery == .atLeastOnce || !consumer.isOnMockCluster
            )
        case .collect: return try collectNext()
        case .begin: return begin()
        case .send(let count): return send(count)
        case .sendOffsets(let offsets): return waited(sendOffsets(offsets))
        case .commitTransaction: return waited(producer.commitTransaction())
        case .abort: return waited(producer.abort())
        case .flush: return waited(producer.flush())
        case .finishEarlierCommit: return waited(producer.finishEarlierCommit())
        case .commitOffsets(let offsets): return waited(producer.commit(offsets, of: consumer, keeper))
        case .accept(let count, let settlements):
            accept(count, settlements)
            return .held(held)
        case .refuseFirst(let code):
            if refusals.add(batch, at: 0, code) { return .done }
            return .failed(KafkaError(code: code, operation: "deliver"))
        case .serve:
            keeper.serve()
            return .held(held)
        case .drop(let partitions):
            batch.removeAll(in: partitions)
            return .held(held)
        case .wait(let milliseconds, let endsAtStop):
            let time = Duration.milliseconds(milliseconds)
            _ = endsAtStop ? keeper.waitUnlessStopping(for: time) : keeper.wait(for: time)
            return .done
        case .readLastCommitted(let partitions, let milliseconds):
            return waited(groupOffsets.read(partitions, within: .milliseconds(milliseconds)))
        case .readCommitted, .seek, .readLogs, .restart: return ask(command)
        case .end: return .done
        }
    }

    /// Polls the consumer while brokers are waited for.
    private func waited(_ answer: Answer) -> Answer {
        switch answer {
        case .pending, .failed: _ = keeper.wait()
        default: break
        }
        return answer
    }

    /// What the batch holds.
    private var held: Held {
        var held = Held()
        held.count = batch.count
        held.ranges = batch.partitionRanges.filter { $0.count > 0 }
        held.arrivals = keeper.arrivalRanges
        held.mustCommit = ranges.contains(where: \.hasNewEnd)
        return held
    }

    // MARK: - Collecting

    /// Fills the batch, beginning with what came while the lane was waiting.
    private func collectNext() throws(LaneFailure) -> Answer {
        batch.removeAll()
        try skipRemoved()
        pace.keep(to: configuration.recordsPerSecond, books.report.read, keeper)
        guard !stop.isRequested, !isShareDone else { return .finished }
        publish()
        refusals.removeAll()
        keeper.takeArrivals(into: &batch)
        let started = ContinuousClock.now
        defer {
            if !batch.isEmpty { books.state.timings.add(.collect, .now - started) }
        }
        var findings = Findings()
        do throws(KafkaError) {
            let outcome = try consumer.collect(into: &batch, limits: limits) { [self] in stop.isRequested || hasReadAll
            }
            if let earlier = keeper.takeOutcome() { try take(earlier, &findings) }
            try take(outcome, &findings)
            trim()
        } catch {
            throw .kafka(error.description)
        }
        if !batch.isEmpty { FaultPoint.pass(.batchCollected) }
        return .collected(held, findings)
    }

    /// Tells what a collection reported besides records; an error that no waiting helps against ends the lane.
    private func take(_ outcome: CollectionOutcome, _ findings: inout Findings) throws(KafkaError) {
        books.report.revokedRecords += outcome.revokedCount
        keeper.noteLoss(of: outcome.revokedPartitions)
        books.report.regressions += outcome.duplicateCount
        takeEnds(outcome.partitionEnds)
        for gap in outcome.gaps {
            books.report.gaps += gap.missingCount
            findings.gaps.append(gap)
            log.write(.offsetGap(lane: number, place: "\(gap.partition)@\(gap.expected)", missing: gap.missingCount))
        }
        for failure in outcome.errors {
            if failure.error.code == .autoOffsetReset, !ranges.isEmpty {
                noteOutsideLog(failure.partition)
            } else if failure.error.code == .autoOffsetReset, let partition = failure.partition {
                findings.outside.append(partition)
            } else {
                if failure.error.isFatal { throw failure.error }
                log.write(.consumerFailed(lane: number, error: failure.description))
                // If the group's offsets were refused, the library asks for them no more, and never begins to read.
                if failure.partition == nil, ranges.isEmpty {
                    findings.outside += consumer.assignment.filter { consumer.nextOffset(of: $0) == nil }
                }
            }
        }
    }

    // MARK: - An attempt

    private func begin() -> Answer {
        // The only error is that of a closed consumer. One that takes its partitions itself is a member of no group.
        let membership =
            ranges.isEmpty ? try? consumer.groupMetadata() : GroupMetadata(ofGroup: configuration.groupID)
        guard let membership else {
            return .notMember(KafkaError(code: .unknownMember, operation: "group metadata"))
        }
        guard isClaimHeld() else {
            return .notMember(KafkaError(code: .assignmentLost, operation: "read committed offsets"))
        }
        attempt = OpenAttempt(membership: membership)
        return producer.begin()
    }

    private func send(_ count: Int) -> Answer {
        let started = ContinuousClock.now
        let counts = normalizer.send(batch, first: count, refusals, to: producer.sender, books.heartbeat)
        let sent = ContinuousClock.now
        books.state.timings.add(.normalize, sent - started)
        FaultPoint.pass(.recordsSent)
        attempt?.counts = counts
        attempt?.sent = sent
        if let error = counts.failure { return .failed(error) }
        let records = zip(batch.partitionRanges, counts.ranges).filter { $1.read > 0 }.map { range, counts in
            SentRecords(range.partition, count: counts.read, next: counts.next)
        }
        return .sent(records, offsets: offsets(first: count, counts))
    }

    private func sendOffsets(_ offsets: [TopicPartitionOffset]) -> Answer {
        guard let attempt else { return .failed(KafkaError(code: .state, operation: "send offsets")) }
        return producer.sendOffsets(offsets, attempt.membership)
    }

    /// Books the first `count` records as delivered and takes them from the batch.
    private func accept(_ count: Int, _ settlements: [Settlement]) {
        guard let attempt else { return }
        FaultPoint.pass(.committed)
        books.state.timings.add(.commit, .now - attempt.sent)
        let counts = attempt.counts
        for (index, range) in batch.partitionRanges.enumerated() where counts.ranges[index].read > 0 {
            var settled = counts.ranges[index]
            if let settlement = settlements.first(where: { $0.partition == range.partition }) {
                (settled.skipped, settled.unexplained) = (settlement.skipped, settlement.unexplained)
            }
            books.report.partitions[range.partition.partition, default: .init()].add(settled)
            // In a log that was made again it goes back.
            books.report.partitions[range.partition.partition]?.next = settled.next
        }
        bookProgress(count, counts)
        books.report.batches += 1
        books.report.ignoredHeaders += counts.ignoredHeaders
        books.report.deadLetterReasons.merge(counts.reasons, uniquingKeysWith: +)
        books.report.layoutMisses.merge(counts.layoutMisses, uniquingKeysWith: +)
        books.report.inputBytes += counts.inputBytes
        books.report.outputBytes += counts.outputBytes
        books.state.timings.records.add(Double(count))
        if counts.ignoredHeaders > 0 { log.write(.headerIgnored(name: normalizer.lastIgnoredHeader)) }
        bookRanges(count, counts)
        keeper.noteProgress()
        batch.removeFirst(count)
        log.write(.batchCommitted(lane: number, records: count))
    }
}
