// For clusters without transactions: every record is answered for, then the offsets are committed. A fault in between
// repeats at most one batch.

internal import Kafka

/// Delivery by acknowledgement, then offset commit.
final class AtLeastOnceDelivery: Delivery {
    private(set) var sender: RecordSender
    private let make: () throws(LaneFailure) -> RecordSender
    private let consumer: Consumer
    private let keeper: GroupKeeper

    /// Makes the producer; it connects in the background.
    init(
        _ configuration: WorkerConfiguration,
        _ consumer: Consumer,
        _ keeper: GroupKeeper,
        onEvent: @escaping ClientEventHandler
    ) throws(LaneFailure) {
        let settings = ClientSettings.producer(configuration)
        let make = { () throws(LaneFailure) in
            try RecordSender(configuration, settings, keeper, onEvent: onEvent)
        }
        sender = try make()
        self.make = make
        self.consumer = consumer
        self.keeper = keeper
    }

    func open(until isOver: () -> Bool) -> Bool {
        sender.prewarm()
        return true
    }

    func begin() {
        sender.beginBatch()
        FaultPoint.pass(.transactionBegun)
    }

    func commit(_ offsets: [TopicPartitionOffset], membership: borrowing GroupMetadata) throws(DeliveryFailure) {
        while !sender.producer.flush(timeout: .milliseconds(100)) {
            guard keeper.wait() else { throw DeliveryFailure(.retryBatch, GroupKeeper.gaveUp("flush")) }
        }
        if let recovery = sender.recovery {
            throw DeliveryFailure(recovery, sender.failure)
        }
        FaultPoint.pass(.offsetsSent)
        let deadline = ContinuousClock.now + .seconds(30)
        // Each call starts anew: brokers that need longer than one of them need a longer one.
        var patience = Duration.seconds(1)
        while true {
            guard !offsets.contains(where: { keeper.hasLost($0.partition) }) else {
                throw DeliveryFailure(.resume, KafkaError(code: .assignmentLost, operation: "commit offsets"))
            }
            do throws(KafkaError) {
                FaultPoint.pass(.committing)
                return try consumer.commit(offsets, timeout: keeper.isStopping ? .seconds(1) : patience)
            } catch {
                patience = min(patience * 2, .seconds(4))
                let failure = DeliveryFailure(error, .commitOffsets, timeIsUp: ContinuousClock.now >= deadline)
                guard failure.recovery == .repeatCall else { throw failure }
                guard keeper.wait() else { throw DeliveryFailure(.resume, GroupKeeper.gaveUp(error.operation)) }
                WorkerThread.sleep(milliseconds: 20)
            }
        }
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
