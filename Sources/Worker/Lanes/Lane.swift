// One thread with one consumer and one producer, from its opening to its close. What is done next is decided by the
// delivery's machine; the lane carries it out, one command after the other: it collects a batch, normalizes and
// delivers it, and settles what became of it, each in a file of that name.

internal import Delivery
internal import Kafka

/// A lane of a worker; all of it runs on the thread that calls `run`.
final class Lane {
    let number: Int
    let context: WorkerContext
    let configuration: WorkerConfiguration
    let books: LaneBooks
    let consumer: Consumer
    let keeper: GroupKeeper
    let producer: ProducerCalls
    let groupOffsets: GroupOffsets
    let renewals: RenewalWatch
    var machine: DeliveryMachine
    var normalizer: BatchNormalizer
    var assignment: Assignment
    var batch = BatchAtHand()
    var pace: Pace
    /// The topics of the input that were there when the lane joined its group, if that matters and is known.
    var topicsAtStart: Set<String>?

    /// Runs a lane until a stop is asked for, it needs new clients, or one fails for good; it goes on counting from
    /// `report`.
    static func run(
        _ number: Int,
        _ configuration: WorkerConfiguration,
        in context: WorkerContext,
        from report: WorkerReport
    ) -> LaneResult {
        do throws(LaneFailure) {
            let lane = try Lane(open: number, configuration, in: context, from: report)
            return lane.close(lane.work())
        } catch {
            context.log.write(.fatal(lane: number, error: error.description))
            return LaneResult(report: report, end: .failed(error))
        }
    }

    /// Makes the clients; they connect in the background.
    private init(
        open number: Int,
        _ configuration: WorkerConfiguration,
        in context: WorkerContext,
        from report: WorkerReport
    ) throws(LaneFailure) {
        self.number = number
        self.context = context
        self.configuration = configuration
        // What the clients are made of is looked at before they are made.
        renewals = RenewalWatch(configuration, context.clock)
        books = LaneBooks(context, lane: number, report)
        consumer = try books.makeConsumer(configuration)
        if let waker = consumer.waker { context.clock.watch(waker, of: number) }
        keeper = books.makeKeeper(of: consumer, context.stop)
        // Brokers that cannot be reached yet keep the lane no longer than this.
        let output = try? consumer.metadata(of: configuration.outputTopic, timeout: .milliseconds(500))
        let copies = output?.fewestReplicas
        producer = try ProducerCalls(configuration, lane: number, copies: copies, keeper, onEvent: books.onEvent)
        groupOffsets = GroupOffsets(configuration)
        machine = DeliveryMachine(DeliverySettings(configuration, lane: number))
        normalizer = BatchNormalizer(configuration, context.catalogue)
        assignment = Assignment(configuration)
        pace = Pace(from: report.read)
    }

    /// Carries out what the machine says until it says how the lane ends.
    private func work() -> LaneEnd {
        var command = machine.start()
        while true {
            if case .end(let end) = command { return end }
            keeper.awaited = machine.awaited
            let answer = carryOut(command)
            command = machine.next(answer, moment)
            for note in machine.takeNotes() { take(note) }
        }
    }

    private var moment: Moment {
        assignment.giveUp(keeper.takeRevoked())
        var moment = Moment(now: SystemClock.monotonicNanoseconds)
        moment.isStopping = context.stop.isRequested
        moment.isDrainOver = context.stop.hasExpired
        moment.renewal = moment.isStopping ? nil : renewals.renewal(books.state.trouble)
        moment.spentProducer = producer.spentProducer
        moment.lost = assignment.takeLost()
        return moment
    }

    private func carryOut(_ command: Command) -> Answer {
        switch command {
        case .startReading: startReading()
        case .collect: collect()
        case .makeProducer: producer.replace()
        case .initTransactions: waited(producer.initTransactions())
        case .begin: begin()
        case .send(let count): send(count)
        case .sendOffsets(let offsets): waited(sendOffsets(offsets))
        case .commitTransaction: waited(producer.commitTransaction())
        case .abort: waited(abort())
        case .flush: waited(producer.flush())
        case .finishEarlierCommit: waited(producer.finishEarlierCommit())
        case .commitOffsets(let offsets): waited(producer.commit(offsets, of: consumer, keeper))
        case .accept, .refuseFirst, .drop, .serve, .wait: settle(command)
        case .readCommitted, .readLastCommitted, .readLogs, .seek, .restart: ask(command)
        case .end: .done
        }
    }

    /// Ends the clients; what is not committed stays for whoever reads next.
    private func close(_ end: LaneEnd) -> LaneResult {
        let ending = LaneResult.End(end)
        // A drain that takes too long is told by the end of the lane alone.
        if case .failed(let failure) = ending, end != .drained(isWhole: false) {
            context.log.write(.fatal(lane: number, error: failure.description))
        }
        batch.records.removeAll()
        keeper.dropArrivals()
        books.report.unsettledRecords += batch.unsettled
        let remaining = context.stop.remainingMilliseconds ?? configuration.shutdownMilliseconds
        // Even when there is no time left for records, leaving lets others take the partitions over at once.
        let least = min(1000, configuration.shutdownMilliseconds / 8)
        let hasLeft = consumer.close(within: .milliseconds(min(10_000, max(least, remaining))))
        producer.close()
        groupOffsets.close()
        let result = LaneResult(report: books.report, end: ending)
        context.log.write(.laneEnded(lane: number, isClean: result.failure == nil && hasLeft))
        return result
    }
}

struct BatchAtHand: ~Copyable {
    var records = MessageBatch()
    /// What brokers have refused of it.
    var refusals = Refusals()
    /// The attempt that is open, or was the last.
    var attempt: OpenAttempt?
    /// Records of an attempt that may or may not count: it is not known yet.
    var unsettled = 0

    /// Books that brokers have refused the first record.
    ///
    /// - Returns: Whether there is something left to do with it.
    mutating func refuseFirst(_ code: KafkaErrorCode) -> Bool { refusals.add(records, at: 0, code) }
}

/// What an attempt at a batch has: its membership, what became of its records, what is committed with them, and when
/// they were on their way.
struct OpenAttempt {
    let membership: GroupMetadata
    var counts = BatchCounts(rangeCount: 0)
    var partitions: [PartitionOutcome] = []
    var steps: [ReplayStep] = []
    var sent = ContinuousClock.now
}
