// One thread with one consumer and one producer. What is done next is decided by the delivery's machine; the lane
// carries it out, one command after the other (Lane+Commands), and tells what the machine has to say (Lane+Notes).

internal import Delivery
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
    let producer: ProducerCalls
    let groupOffsets: GroupOffsets
    let books: Books
    let credentials: CredentialFiles
    /// Whether the wall clock was set back, and how often it had been when the lane began.
    let clock: ClockGuard
    let clockSteps: Int
    let limits: BatchLimits
    var machine: DeliveryMachine
    var normalizer: BatchNormalizer
    var batch: MessageBatch
    var refusals = Refusals()
    /// What the attempt that is open has: its membership, what became of its records, and when they were on their way.
    var attempt: OpenAttempt?
    var pace: Pace
    /// What is read, if that is a share of a range.
    var ranges: [ClaimedRange] = []
    /// The ends of logs when they were last seen.
    var ends: [TopicPartition: Int64] = [:]
    /// Records of an attempt of which it is not known yet whether it counts.
    var unsettled = 0

    struct OpenAttempt {
        let membership: GroupMetadata
        var counts = BatchCounts(rangeCount: 0)
        var sent = ContinuousClock.now
    }

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
            let lane = try Lane(number, configuration, catalogue, stop, status, clock, log, report)
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
        _ log: Log,
        _ report: WorkerReport
    ) throws(LaneFailure) {
        self.clock = clock
        clockSteps = clock.steps
        let books = Books(status, lane: number)
        books.report = report
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
        producer = try ProducerCalls(configuration, lane: number, keeper, onEvent: onEvent)
        groupOffsets = GroupOffsets(configuration)
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
        machine = DeliveryMachine(Lane.settings(configuration, lane: number))
        normalizer = BatchNormalizer(configuration, catalogue)
        batch = MessageBatch(capacity: configuration.batchRecords)
        pace = Pace(from: report.read)
    }

    private static func settings(_ configuration: WorkerConfiguration, lane: Int) -> DeliverySettings {
        var settings = DeliverySettings(
            batchRecords: configuration.batchRecords,
            transactionMilliseconds: Int64(configuration.transactionMilliseconds),
            operatorMilliseconds: Int64(configuration.operatorWaitMilliseconds)
        )
        settings.promise = configuration.delivery == .exactlyOnce ? .exactlyOnce : .atLeastOnce
        settings.start =
            switch configuration.autoOffsetReset {
            case .earliest: .earliest
            case .latest: .latest
            case .error: .error
            }
        settings.readsRange = configuration.claim != nil
        settings.transactionalID = ClientSettings.transactionalID(configuration, lane: lane)
        return settings
    }

    /// Carries out what the machine says until it says that the lane ends.
    private func work() -> LaneFailure? {
        var command = machine.start()
        while true {
            keeper.awaited = machine.awaited
            let answer: Answer
            do throws(LaneFailure) {
                if case .end(let end) = command { return try conclude(end) }
                answer = try perform(command)
            } catch {
                if !error.isExpected { log.write(.fatal(lane: number, error: error.description)) }
                return error
            }
            command = machine.next(answer, moment)
            for note in machine.takeNotes() { tell(note) }
        }
    }

    private var moment: Moment {
        var moment = Moment(now: SystemClock.monotonicNanoseconds)
        moment.isStopping = stop.isRequested
        moment.isDrainOver = stop.hasExpired
        moment.renewal = moment.isStopping ? nil : renewal
        moment.hasLateRequests = producer.hasLateRequests
        moment.lost = keeper.takeRevoked()
        return moment
    }

    private func close(isClean: Bool) -> WorkerReport {
        batch.removeAll()
        keeper.dropArrivals()
        books.report.unsettledRecords += unsettled
        let remaining = stop.remainingMilliseconds ?? configuration.shutdownMilliseconds
        // Even when there is no time left for records, leaving lets others take the partitions over at once.
        let least = min(1000, configuration.shutdownMilliseconds / 8)
        let hasLeft = consumer.close(within: .milliseconds(min(10_000, max(least, remaining))))
        producer.close()
        groupOffsets.close()
        log.write(.laneEnded(lane: number, isClean: isClean && hasLeft))
        return books.report
    }
}
