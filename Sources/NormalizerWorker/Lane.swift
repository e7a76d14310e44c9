// One thread with one consumer and one producer: collect, normalize, send, commit. No attempt at a batch is open while
// records are collected; Lane+Batches hands a batch over, Lane+Recovery deals with failures.

internal import Kafka
internal import Normalization

/// A lane of a worker; all of it runs on the thread that calls `run`.
final class Lane {
    /// The counts and the state of a lane, within reach of the client's handlers.
    final class Books: @unchecked Sendable {
        // Sendable because only the lane's thread touches it: the client's handlers run inside the lane's own calls.
        var report = WorkerReport()
        var state = LaneSnapshot()
        let lane: Int
        let status: WorkerStatus
        let heartbeat: WorkerStatus.Heartbeat
        /// Why the last connection broke, and whether that was a refusal to let the lane in.
        var reason: String?
        var isRefused = false
        /// When the state was last published, in monotonic nanoseconds.
        var lastPublished: Int64 = 0

        init(_ status: WorkerStatus, lane: Int) {
            self.lane = lane
            self.status = status
            heartbeat = status.heartbeat(of: lane)
        }
    }

    let number: Int
    let configuration: WorkerConfiguration
    let stop: StopSignal
    let log: Log
    let consumer: Consumer
    let keeper: GroupKeeper
    let delivery: any Delivery
    let books: Books
    let credentials: CredentialFiles
    /// Whether the wall clock was set back, and how often it had been when the lane began.
    let clock: ClockGuard
    let clockSteps: Int
    let limits: BatchLimits
    var normalizer: BatchNormalizer
    var batch: MessageBatch
    var refusals = Refusals()
    var size: AttemptSize
    var fencings: FencingWatch
    /// Renewals of the producer since the last commit, and when the first of them was.
    var renewals = 0
    var firstRenewal = ContinuousClock.now
    /// What is read, if that is a share of a range.
    var ranges: [ClaimedRange] = []
    /// Partitions of which it is certain that they were begun at the group's offset.
    var begun: Set<TopicPartition> = []
    /// First offsets of partitions that are read again from the group's offset.
    var restarted: [TopicPartition: Int64] = [:]
    /// Partitions that cannot be read on by themselves, and when brokers may be asked about them again, in monotonic
    /// nanoseconds.
    var astray: [TopicPartition: Stray] = [:]
    var nextSettling: Int64 = 0
    /// Offsets of the group that this lane has not committed, in partitions that may be another worker's by now.
    var foreign: [TopicPartition: (committed: Int64, found: Int64)] = [:]
    /// The ends of logs when they were last seen.
    var ends: [TopicPartition: Int64] = [:]
    var committed = CommittedOffsets()
    /// Records of an attempt of which it is not known yet whether it counts.
    var unsettled = 0
    /// Whether a stop came before the last batch was committed.
    var isUndrained = false

    /// Runs a lane until a stop is asked for or a client fails for good; it goes on counting from `report`.
    static func run(
        _ number: Int,
        _ configuration: WorkerConfiguration,
        _ catalogue: Catalogue,
        _ stop: StopSignal,
        _ status: WorkerStatus,
        _ clock: ClockGuard,
        _ log: Log,
        _ report: WorkerReport
    ) -> LaneResult {
        do throws(LaneFailure) {
            let lane = try Lane(number, configuration, catalogue, stop, status, clock, log)
            lane.books.report = report
            let failure = lane.work()
            return LaneResult(report: lane.close(isClean: failure?.isRenewal ?? true), failure: failure)
        } catch {
            log.write(.fatal(lane: number, error: error.description))
            return LaneResult(report: report, failure: error)
        }
    }

    private init(
        _ number: Int,
        _ configuration: WorkerConfiguration,
        _ catalogue: Catalogue,
        _ stop: StopSignal,
        _ status: WorkerStatus,
        _ clock: ClockGuard,
        _ log: Log
    ) throws(LaneFailure) {
        self.clock = clock
        clockSteps = clock.steps
        let books = Books(status, lane: number)
        credentials = CredentialFiles(configuration.credentialPaths)
        let onEvent: ClientEventHandler = { event in Lane.tell(event, number, books, log) }
        let consumer: Consumer
        do {
            consumer = try Consumer(ClientSettings.consumer(configuration, lane: number), onEvent: onEvent) { event in
                books.report.rebalances += 1
                Lane.tell(event, number, books, log)
            }
        } catch {
            throw .configuration(error.faults.map { "consumer: \($0)" })
        }
        if let waker = consumer.waker { clock.watch(waker, of: number) }
        keeper = GroupKeeper(consumer, stop, books.heartbeat) { isWaiting, partitions in
            books.state.isPaused = isWaiting
            books.status.publish(books.state, of: number)
            log.write(isWaiting ? .paused(lane: number, partitions: partitions) : .continued(lane: number))
        } onDelay: { awaited in
            log.write(.waitingForBrokers(lane: number, awaited: awaited))
            books.state.trouble = .waitingForBrokers(awaited)
            books.status.publish(books.state, of: number)
        }
        switch configuration.delivery {
        case .exactlyOnce:
            delivery = try ExactlyOnceDelivery(configuration, lane: number, keeper, onEvent: onEvent)
        case .atLeastOnce:
            delivery = try AtLeastOnceDelivery(configuration, lane: number, consumer, keeper, onEvent: onEvent)
        }
        self.number = number
        self.configuration = configuration
        self.stop = stop
        self.log = log
        self.consumer = consumer
        self.books = books
        limits = BatchLimits(
            maxMessages: configuration.batchRecords,
            maxBytes: configuration.budget.batchBytes,
            maxWait: .milliseconds(configuration.batchMilliseconds)
        )
        normalizer = BatchNormalizer(configuration, catalogue)
        batch = MessageBatch(capacity: configuration.batchRecords)
        size = AttemptSize(maximum: configuration.batchRecords)
        fencings = FencingWatch(window: .milliseconds(4 * configuration.transactionMilliseconds))
    }

    private func work() -> LaneFailure? {
        do throws(LaneFailure) {
            guard try open(), try startReading() else { return nil }
            log.write(.laneStarted(lane: number))
            books.state.isStarted = true
            let pace = Pace(from: books.report.read)
            while !stop.isRequested, !isShareDone {
                publish()
                try checkCredentials()
                try checkClock()
                try settleStarts()
                try collect()
                if !batch.isEmpty { FaultPoint.pass(.batchCollected) }
                try handOver()
                endWaiting()
                batch.removeAll()
                learnCommits()
                try skipRemoved()
                pace.keep(to: configuration.recordsPerSecond, books.report.read, keeper)
            }
            return isUndrained ? .kafka("the last batch was not delivered in time; it will be read again") : nil
        } catch {
            switch error {
            case .credentialsChanged, .clockSetBack, .claimLost, .claimInterrupted: return error
            default: break
            }
            log.write(.fatal(lane: number, error: error.description))
            return error
        }
    }

    /// Fills the batch, beginning with what came while the lane was waiting.
    private func collect() throws(LaneFailure) {
        keeper.takeArrivals(into: &batch)
        let started = ContinuousClock.now
        defer {
            if !batch.isEmpty { books.state.timings.add(.collect, .now - started) }
        }
        do throws(KafkaError) {
            let outcome = try consumer.collect(into: &batch, limits: limits) { [self] in stop.isRequested || hasReadAll
            }
            if let earlier = keeper.takeOutcome() { try take(earlier) }
            try take(outcome)
            forget(keeper.takeRevoked())
            trim()
        } catch {
            throw .kafka(error.description)
        }
        try checkStarts()
    }

    /// Tells what a collection reported besides records; an error that no waiting mends ends the lane.
    private func take(_ outcome: CollectionOutcome) throws(KafkaError) {
        books.report.revokedRecords += outcome.revokedCount
        forget(outcome.revokedPartitions)
        books.report.regressions += outcome.duplicateCount
        takeEnds(outcome.partitionEnds)
        for gap in outcome.gaps {
            books.report.gaps += gap.missingCount
            committed.addHole(gap)
            log.write(.offsetGap(lane: number, place: "\(gap.partition)@\(gap.expected)", missing: gap.missingCount))
        }
        for failure in outcome.errors {
            if failure.error.code == .autoOffsetReset, !ranges.isEmpty {
                noteOutsideLog(failure.partition)
                continue
            }
            if failure.error.code == .autoOffsetReset, let partition = failure.partition {
                if astray[partition] == nil { astray[partition] = .outsideLog }
                continue
            }
            if failure.error.isFatal { throw failure.error }
            log.write(.consumerFailed(lane: number, error: failure.description))
        }
    }

    private func close(isClean: Bool) -> WorkerReport {
        batch.removeAll()
        keeper.dropArrivals()
        books.report.unsettledRecords += unsettled
        let remaining = stop.remainingMilliseconds ?? configuration.shutdownMilliseconds
        // Even when there is no time left for records, leaving lets others take the partitions over at once.
        let least = min(1000, configuration.shutdownMilliseconds / 8)
        let hasLeft = consumer.close(within: .milliseconds(min(10_000, max(least, remaining))))
        delivery.close()
        log.write(.laneEnded(lane: number, isClean: isClean && hasLeft))
        return books.report
    }
}
