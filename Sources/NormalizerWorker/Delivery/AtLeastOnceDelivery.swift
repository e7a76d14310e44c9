// For clusters without transactions: every record is answered for, then the offsets are committed. A fault in between
// repeats at most one batch.

internal import Kafka

/// Delivery by acknowledgement, then offset commit.
final class AtLeastOnceDelivery: Delivery {
    private(set) var sender: RecordSender
    private let make: () throws(LaneFailure) -> RecordSender
    private let consumer: Consumer
    private let keeper: GroupKeeper
    /// A commit that is not answered yet.
    private var pending: OffsetCommit?

    /// Makes the producer; it connects in the background.
    init(
        _ configuration: WorkerConfiguration,
        lane: Int,
        _ consumer: Consumer,
        _ keeper: GroupKeeper,
        onEvent: @escaping ClientEventHandler
    ) throws(LaneFailure) {
        let settings = ClientSettings.producer(configuration, lane: lane)
        let make = { () throws(LaneFailure) in
            try RecordSender(configuration, settings, keeper, onEvent: onEvent)
        }
        sender = try make()
        self.make = make
        self.consumer = consumer
        self.keeper = keeper
    }

    /// A late copy of a record comes again at the most, which is what is promised.
    var mustRenew: Bool { false }

    func open(until isOver: () -> Bool) -> Bool {
        sender.prewarm()
        return true
    }

    func begin() {
        sender.beginBatch()
        FaultPoint.pass(.transactionBegun)
    }

    func commit(_ offsets: [TopicPartitionOffset], membership: GroupMetadata) throws(DeliveryFailure) {
        keeper.awaited = "the leaders of the output partitions"
        while !sender.producer.flush(timeout: .milliseconds(100)) {
            guard keeper.wait() else { throw DeliveryFailure(.retryBatch, GroupKeeper.gaveUp("flush")) }
        }
        if let recovery = sender.recovery {
            throw DeliveryFailure(recovery, sender.failure)
        }
        FaultPoint.pass(.offsetsSent)
        keeper.awaited = "the coordinator of the group"
        let deadline = ContinuousClock.now + .seconds(30)
        // An earlier commit that is not answered yet would undo this one if it came after it.
        while let earlier = pending {
            if (try? earlier.wait(for: slice)) != false { pending = nil }
            try waitOn(offsets, until: deadline, isOutcomeUnknown: false)
        }
        var isOutcomeUnknown = false
        while true {
            try waitOn(offsets, until: deadline, isOutcomeUnknown: isOutcomeUnknown)
            do throws(KafkaError) {
                if pending == nil {
                    FaultPoint.pass(.committing)
                    pending = try consumer.beginCommit(offsets)
                    isOutcomeUnknown = true
                }
                guard try pending?.wait(for: slice) ?? true else { continue }
                pending = nil
                return
            } catch {
                pending = nil
                let failure = DeliveryFailure(error, .commitOffsets, timeIsUp: ContinuousClock.now >= deadline)
                guard failure.recovery == .repeatCall else { throw failure }
                // The group waits for this consumer, too.
                if error.code == .rebalanceInProgress { keeper.serve() }
                WorkerThread.sleep(milliseconds: 20)
            }
        }
    }

    /// What a wait for the group's answer may take before the consumer is polled again.
    private var slice: Duration { .milliseconds(100) }

    /// Goes on waiting, unless that is of no use any more.
    private func waitOn(
        _ offsets: [TopicPartitionOffset],
        until deadline: ContinuousClock.Instant,
        isOutcomeUnknown: Bool
    ) throws(DeliveryFailure) {
        let error: KafkaError
        if offsets.contains(where: { keeper.hasLost($0.partition) }) {
            error = KafkaError(code: .assignmentLost, operation: "commit offsets")
        } else if !keeper.wait() {
            error = GroupKeeper.gaveUp("commit offsets")
        } else if ContinuousClock.now >= deadline {
            error = KafkaError(code: .timedOut, operation: "commit offsets")
        } else {
            return
        }
        throw DeliveryFailure(.resume, error, isOutcomeUnknown: isOutcomeUnknown)
    }

    func abandon() {
        sender.producer.purge()
        _ = sender.producer.flush(timeout: .milliseconds(200))
    }

    func renew(until isOver: () -> Bool) throws(DeliveryFailure) -> Bool {
        close()
        do throws(LaneFailure) {
            sender = try make()
        } catch {
            throw DeliveryFailure(
                .giveUp,
                KafkaError(code: .invalidArgument, operation: "make a producer", message: error.description)
            )
        }
        sender.prewarm()
        return true
    }

    func close() {
        sender.producer.purge()
        sender.producer.close(within: .zero)
    }
}
