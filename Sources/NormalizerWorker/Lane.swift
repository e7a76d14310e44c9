// One thread with one consumer and one producer: collect, normalize, send, wait for every answer, commit.
// No transaction and no unfinished batch is ever open while the consumer is polled, so a rebalance has
// nothing to wait for.

internal import Kafka
internal import Normalization

/// A lane of a worker; all of it runs on the thread that calls `run`.
final class Lane {
    private let number: Int
    private let configuration: WorkerConfiguration
    private let stop: StopSignal
    private let log: Log
    private let consumer: Consumer
    private let sender: RecordSender
    private let limits: BatchLimits
    private var normalizer: BatchNormalizer
    private var batch: MessageBatch
    private var report = WorkerReport()
    /// Whether a stop came before the last batch was committed.
    private var isUndrained = false

    /// Runs a lane until a stop is asked for or a client fails for good.
    static func run(
        _ number: Int,
        _ configuration: WorkerConfiguration,
        _ catalogue: Catalogue,
        _ stop: StopSignal,
        _ log: Log
    ) -> LaneResult {
        do throws(LaneFailure) {
            let lane = try Lane(number, configuration, catalogue, stop, log)
            let failure = lane.work()
            return LaneResult(report: lane.close(isClean: failure == nil), failure: failure)
        } catch {
            log.write(.fatal(lane: number, error: error.description))
            return LaneResult(report: WorkerReport(), failure: error)
        }
    }

    private init(
        _ number: Int,
        _ configuration: WorkerConfiguration,
        _ catalogue: Catalogue,
        _ stop: StopSignal,
        _ log: Log
    ) throws(LaneFailure) {
        let onEvent: ClientEventHandler = { event in Lane.tell(event, number, log) }
        do {
            consumer = try Consumer(ClientSettings.consumer(configuration), onEvent: onEvent) { event in
                Lane.tell(event, number, log)
            }
        } catch {
            throw .configuration(error.faults.map { "consumer: \($0)" })
        }
        sender = try RecordSender(configuration, stop: stop, onEvent: onEvent)
        self.number = number
        self.configuration = configuration
        self.stop = stop
        self.log = log
        limits = BatchLimits(
            maxMessages: configuration.batchRecords,
            maxBytes: configuration.batchBytes,
            maxWait: .milliseconds(configuration.batchMilliseconds)
        )
        normalizer = BatchNormalizer(configuration, catalogue)
        batch = MessageBatch(capacity: configuration.batchRecords)
    }

    // MARK: - The loop

    private func work() -> LaneFailure? {
        do throws(KafkaError) {
            sender.prewarm()
            try consumer.subscribe(to: [configuration.inputTopic])
            log.write(.laneStarted(lane: number))
            while !stop.isRequested {
                let outcome = try consumer.collect(into: &batch, limits: limits) { [stop] in stop.isRequested }
                try take(outcome)
                if !batch.isEmpty { try handOver() }
                batch.removeAll()
            }
            return isUndrained ? .kafka("the last batch was not delivered in time; it will be read again") : nil
        } catch {
            batch.removeAll()
            log.write(.fatal(lane: number, error: error.description))
            return .kafka(error.description)
        }
    }

    /// Tells what a collection reported besides records; an error that no waiting mends ends the lane.
    private func take(_ outcome: CollectionOutcome) throws(KafkaError) {
        for gap in outcome.gaps {
            report.gaps += gap.found - gap.expected
            log.write(
                .offsetGap(lane: number, place: "\(gap.partition)@\(gap.expected)", missing: gap.found - gap.expected)
            )
        }
        for failure in outcome.errors {
            if failure.error.isFatal || failure.error.code == .autoOffsetReset { throw failure.error }
            log.write(.consumerFailed(lane: number, error: failure.description))
        }
    }

    /// Normalizes and sends the batch, and commits it once all of it is delivered; otherwise it is read again.
    private func handOver() throws(KafkaError) {
        let ignored = normalizer.ignoredHeaders
        var counts = normalizer.send(batch, to: sender)
        counts.ignoredHeaders = normalizer.ignoredHeaders - ignored
        if counts.ignoredHeaders > 0 { log.write(.headerIgnored(name: normalizer.lastIgnoredHeader)) }
        guard let error = deliver(&counts) else { return try commit(counts) }
        sender.abandonBatch()
        report.retriedBatches += 1
        log.write(.deliveryFailed(lane: number, records: batch.count, error: error))
        try readAgain()
    }

    /// Waits for the answers; records that brokers refuse for what they are become dead letters.
    ///
    /// - Returns: Why the batch is not delivered, nil if it is.
    private func deliver(_ counts: inout BatchCounts) -> String? {
        if let error = counts.failure { return error.description }
        guard let failures = sender.finishBatch() else { return "the time for draining is over" }
        guard !failures.isEmpty else { return nil }
        for failure in failures {
            let isRefusal = failure.code == .recordTooLarge || failure.code == .policyViolation
            guard isRefusal, counts.becomesDeadLetter(failure.index) else { return failure.code.name }
            let reason = BatchNormalizer.reason(of: failure.code)
            if let error = sender.sendDeadLetter(batch, at: failure.index, reason: reason) { return error.description }
        }
        guard let rest = sender.finishBatch() else { return "the time for draining is over" }
        return rest.first?.code.name
    }

    private func commit(_ counts: BatchCounts) throws(KafkaError) {
        while true {
            do throws(KafkaError) {
                try consumer.commit(batch.nextOffsets, timeout: .seconds(10))
                break
            } catch {
                log.write(.commitFailed(lane: number, error: error.description))
                if error.isFatal { throw error }
                if error.isRetriable, !stop.hasExpired, batch.nextOffsets.allSatisfy({ consumer.owns($0.partition) }) {
                    WorkerThread.sleep(milliseconds: 100)
                    continue
                }
                report.retriedBatches += 1
                return try readAgain()
            }
        }
        report.add(counts.report)
        report.batches += 1
        log.write(
            .batchCommitted(
                lane: number,
                records: counts.report.read,
                events: counts.report.events,
                deadLetters: counts.report.deadLetters
            )
        )
    }

    /// Goes back to the first record of the batch in every partition that is still owned, after a short wait.
    private func readAgain() throws(KafkaError) {
        let starts = batch.partitionRanges.filter { $0.count > 0 && consumer.owns($0.partition) }
            .map { PartitionPosition($0.partition, .offset($0.firstOffset)) }
        batch.removeAll()
        guard !stop.isRequested else {
            isUndrained = true
            return
        }
        var attempts = 10
        while true {
            WorkerThread.sleep(milliseconds: 500)
            do throws(KafkaError) {
                return try consumer.seek(to: starts)
            } catch {
                // A partition that has just come back is not being read yet. Going on without the seek would lose its records.
                attempts -= 1
                if attempts == 0 { throw error }
            }
        }
    }

    private func close(isClean: Bool) -> WorkerReport {
        batch.removeAll()
        let remaining = Duration.milliseconds(stop.remainingMilliseconds ?? configuration.shutdownMilliseconds)
        let hasLeft = consumer.close(within: min(remaining, .seconds(10)))
        sender.close(within: min(remaining, .seconds(5)))
        log.write(.laneEnded(lane: number, isClean: isClean && hasLeft))
        return report
    }
}
