// One transaction for each attempt at a batch: events, dead letters and offsets become visible together or not at all.
// The calls and their order are those of kafka.md 2.1; the lane decides what follows from a failure.

internal import Kafka

/// Delivery by Kafka's transactions.
final class ExactlyOnceDelivery: Delivery {
    private(set) var sender: RecordSender
    private let make: () throws(LaneFailure) -> RecordSender
    private let keeper: GroupKeeper
    private let timeout: Duration
    private var began = ContinuousClock.now

    /// Makes the producer; it connects in the background.
    init(
        _ configuration: WorkerConfiguration,
        lane: Int,
        _ keeper: GroupKeeper,
        onEvent: @escaping ClientEventHandler
    ) throws(LaneFailure) {
        let settings = ClientSettings.transactionalProducer(configuration, lane: lane)
        let make = { () throws(LaneFailure) in
            try RecordSender(configuration, settings, keeper, onEvent: onEvent)
        }
        sender = try make()
        self.make = make
        self.keeper = keeper
        timeout = .milliseconds(configuration.transactionMilliseconds)
    }

    func open(until isOver: () -> Bool) throws(DeliveryFailure) -> Bool {
        try takeOver(until: isOver)
    }

    func begin() throws(DeliveryFailure) {
        began = .now
        sender.beginBatch()
        do throws(KafkaError) {
            try sender.producer.beginTransaction()
        } catch {
            throw DeliveryFailure(error, .beginTransaction)
        }
        FaultPoint.pass(.transactionBegun)
    }

    var mustRenew: Bool { sender.producer.mayHaveRequestsUnderWay }

    func commit(_ offsets: [TopicPartitionOffset], membership: GroupMetadata) throws(DeliveryFailure) {
        try send(offsets, membership)
        FaultPoint.pass(.offsetsSent)
        while true {
            do throws(KafkaError) {
                FaultPoint.pass(.committing)
                return try sender.producer.commitTransaction(timeout: slice)
            } catch {
                // All records are answered for before the commit is asked for: if one failed or is missing, it never was.
                sender.producer.poll()
                let isFlushing = sender.producer.outstandingCount > 0
                let isAmbiguous = error.code.isLocal && !error.code.isFencing && !error.isFatal && error.requiresAbort
                if isAmbiguous, sender.recovery != nil { throw DeliveryFailure(.retryBatch, error) }
                if isFlushing, isOverdue, !error.isFatal { throw DeliveryFailure(.retryBatch, error) }
                keeper.awaited =
                    isFlushing ? "the leaders of the output partitions" : "the coordinator of the transaction"
                try settle(error, .commitTransaction)
            }
        }
    }

    /// Adds the offsets to the transaction, serving the consumer meanwhile.
    private func send(_ offsets: [TopicPartitionOffset], _ membership: GroupMetadata) throws(DeliveryFailure) {
        keeper.awaited = "the coordinator of the group"
        var isCauseKnown = false
        var pending: TransactionOffsetCommit?
        while true {
            do throws(KafkaError) {
                if pending == nil {
                    pending = try sender.producer.beginSendOffsets(offsets, groupMetadata: membership)
                }
                if try pending?.wait(for: .milliseconds(100)) ?? false { return }
            } catch {
                pending = nil
                // A transaction that fails while the call is under way is an error of state; the next call names the cause.
                if error.code == .state, error.requiresAbort, !isCauseKnown {
                    isCauseKnown = true
                    continue
                }
                try settle(error, .sendOffsets)
                continue
            }
            // While the call is under way nothing else can be done with the producer but to replace it.
            guard keeper.wait() else { throw DeliveryFailure(.renewProducer, GroupKeeper.gaveUp("send offsets")) }
            guard !isOverdue else {
                throw DeliveryFailure(.renewProducer, KafkaError(code: .timedOut, operation: "send offsets"))
            }
        }
    }

    func abandon() throws(DeliveryFailure) {
        began = .now
        keeper.awaited = "the coordinator of the transaction"
        while true {
            do throws(KafkaError) {
                return try sender.producer.abortTransaction(timeout: slice)
            } catch {
                try settle(error, .abortTransaction)
            }
        }
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
        return try takeOver(until: isOver)
    }

    func close() {
        sender.producer.purge()
        sender.producer.close(within: .zero)
    }

    /// What a call may take before the consumer is polled again.
    private var slice: Duration { .milliseconds(500) }

    /// Whether the transaction, or its end, has taken so long that brokers end it themselves.
    private var isOverdue: Bool { ContinuousClock.now - began >= timeout }

    /// Takes over the transactional id, which ends what an earlier producer of it left open.
    private func takeOver(until isOver: () -> Bool) throws(DeliveryFailure) -> Bool {
        keeper.awaited = "the coordinator of the transaction"
        while !isOver() {
            do throws(KafkaError) {
                try sender.producer.initTransactions(timeout: slice)
                sender.prewarm()
                return true
            } catch {
                // What keeps brokers away is told by the producer's events.
                sender.producer.poll()
                let failure = DeliveryFailure(error, .initTransactions)
                switch failure.recovery {
                case .repeatCall: continue
                case .awaitOperator, .renewProducer, .retryBatch: throw failure
                case .isolate, .resume, .giveUp: throw DeliveryFailure(.giveUp, error)
                }
            }
        }
        return false
    }

    /// Returns if the same call is to be made again; throws what else is to be done.
    private func settle(_ error: KafkaError, _ step: DeliveryStep) throws(DeliveryFailure) {
        let failure = DeliveryFailure(error, step, timeIsUp: isOverdue)
        guard failure.recovery == .repeatCall else { throw failure }
        guard keeper.wait() else {
            throw DeliveryFailure(
                .retryBatch,
                GroupKeeper.gaveUp(error.operation),
                isOutcomeUnknown: step == .commitTransaction
            )
        }
    }
}
