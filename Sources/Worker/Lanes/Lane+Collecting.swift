// A lane reads: it joins its group, and fills one batch after the other. The lane's thread.

internal import Delivery
internal import Kafka

extension DeliverySettings {
    /// What the machine of a lane is told.
    init(_ configuration: WorkerConfiguration, lane: Int) {
        self.init(
            batchRecords: configuration.batchRecords,
            transactionMilliseconds: Int64(configuration.transactionMilliseconds),
            operatorMilliseconds: Int64(configuration.operatorWaitMilliseconds)
        )
        promise = configuration.delivery == .exactlyOnce ? .exactlyOnce : .atLeastOnce
        start =
            switch configuration.autoOffsetReset {
            case _ where configuration.plan != nil: .planned
            case .earliest: .earliest
            case .latest: .latest
            case .error: .error
            }
        transactionalID = ClientSettings.transactionalID(configuration, lane: lane)
    }
}

extension Lane {
    func startReading() -> Answer {
        // Of a topic that is not there yet, nothing is skipped later.
        if configuration.autoOffsetReset == .latest { topicsAtStart = try? Set(inputLayouts().map(\.topic)) }
        do throws(KafkaError) {
            try consumer.subscribe(to: configuration.inputTopics.subscription)
        } catch {
            return .failed(error)
        }
        books.noteMembership(false)
        context.log.write(.laneStarted(lane: number))
        books.state.isStarted = true
        return .joined(keepsOffsets: configuration.delivery == .atLeastOnce || !consumer.isOnMockCluster)
    }

    /// Fills the batch, beginning with what came while the lane was waiting.
    func collect() -> Answer {
        batch.records.removeAll()
        batch.refusals.removeAll()
        pace.keep(to: configuration.recordsPerSecond, books.report.read, keeper)
        guard !context.stop.isRequested else { return .finished }
        publish()
        keeper.takeArrivals(into: &batch.records)
        let started = ContinuousClock.now
        defer {
            if !batch.records.isEmpty { books.state.timings.add(.collect, .now - started) }
        }
        let limits = BatchLimits(
            maxMessages: configuration.batchRecords,
            maxBytes: configuration.budget.batchBytes,
            maxWait: .milliseconds(configuration.batchMilliseconds)
        )
        do throws(KafkaError) {
            if context.status.takeRejoin(of: consumer.memberID) {
                context.log.write(.rejoining(lane: number))
                try consumer.rejoin(for: configuration.inputTopics.subscription)
            }
            var outcome = try consumer.collect(into: &batch.records, limits: limits) { [context] in
                context.stop.isRequested
            }
            assignment.giveUp(keeper.takeRevoked().union(outcome.revokedPartitions))
            if var earlier = keeper.takeOutcome() {
                earlier.add(outcome)
                outcome = earlier
            }
            let findings = try take(outcome)
            // The first batch may take long.
            if books.state.partitions.isEmpty { publish(isUrgent: true) }
            if !batch.records.isEmpty { FaultPoint.pass(.batchCollected) }
            return .collected(held, findings)
        } catch {
            return .failed(error)
        }
    }

    /// Takes what a collection reported besides records; an error that no waiting helps against ends the lane.
    private func take(_ outcome: CollectionOutcome) throws(KafkaError) -> Findings {
        books.report.revokedRecords += outcome.revokedCount
        books.report.regressions += outcome.duplicateCount
        var findings = Findings()
        findings.gaps = assignment.cut(&batch.records, outcome, consumer)
        for gap in findings.gaps {
            books.report.gaps += gap.missingCount
            context.log.write(
                .offsetGap(lane: number, place: "\(gap.partition)@\(gap.expected)", missing: gap.missingCount)
            )
        }
        for failure in outcome.errors {
            if failure.error.code == .autoOffsetReset, let partition = failure.partition {
                if assignment.isWanted(partition) { findings.outside.append(partition) }
                continue
            }
            if failure.error.isFatal { throw failure.error }
            context.log.write(.consumerFailed(lane: number, error: failure.description))
            // If the group's offsets were refused, the library asks for them no more, and never begins to read.
            if failure.partition == nil {
                books.noteGroupRefusal(failure.description)
                findings.outside += consumer.assignment.filter {
                    consumer.nextOffset(of: $0) == nil && assignment.isWanted($0)
                }
            }
        }
        return findings
    }

    var held: Held {
        var held = Held()
        held.count = batch.records.count
        held.ranges = batch.records.partitionRanges.filter { $0.count > 0 }
        held.arrivals = keeper.arrivalRanges
        held.ends = assignment.uncommittedEnds
        return held
    }
}
