// The calls that a lane makes towards its producer, one for each command of the delivery's machine. None of them waits
// for brokers longer than half a second. The lane's thread.

internal import Delivery
internal import Kafka

/// A lane's producer, and what is under way with it.
final class ProducerCalls {
    private(set) var sender: RecordSender
    private let make: () throws(LaneFailure) -> RecordSender
    private let bounds: OutputBounds
    /// The bytes of pieces that the producer was made for.
    private var pieceBytes: Int?
    /// What was done about refusals and is not told yet.
    private var remedies: [(remedy: OutputBounds.Remedy, error: String)] = []
    private let isTransactional: Bool
    /// Calls that were begun and are not answered yet.
    private var pendingOffsets: TransactionOffsetCommit?
    private var pendingCommit: OffsetCommit?

    /// Makes the producer, for an output that has so many copies; it connects in the background.
    init(
        _ configuration: WorkerConfiguration,
        lane: Int,
        copies: Int? = nil,
        _ keeper: GroupKeeper,
        onEvent: @escaping ClientEventHandler
    ) throws(LaneFailure) {
        isTransactional = configuration.delivery == .exactlyOnce
        let settings = ClientSettings.producer(configuration, lane: lane, copies: copies)
        let bounds = OutputBounds(settings)
        let make = { () throws(LaneFailure) in
            var settings = settings
            if let bytes = bounds.pieceBytes { settings.set("batch.size", "\(bytes)") }
            return try RecordSender(configuration, settings, keeper, bounds, onEvent: onEvent)
        }
        self.bounds = bounds
        sender = try make()
        self.make = make
    }

    /// Why nothing more may begin with this producer; nil if it may.
    var spentProducer: SpentProducer? {
        if pieceBytes != bounds.pieceBytes { return .largePieces }
        guard isTransactional else { return nil }
        if sender.producer.mayHaveRequestsUnderWay { return .lateRequest }
        return sender.producer.mayReuseSequenceNumbers ? .droppedRecords : nil
    }

    /// How far the records of the attempt are.
    private var reports: Reports {
        sender.producer.poll()
        let recovery = sender.remedy == nil ? sender.recovery : .retryBatch
        return Reports(
            isFlushing: sender.producer.outstandingCount > 0,
            recovery: recovery,
            error: recovery == nil ? nil : sender.failure
        )
    }

    func replace() -> Answer {
        close()
        pendingOffsets = nil
        do throws(LaneFailure) {
            sender = try make()
            pieceBytes = bounds.pieceBytes
            return .done
        } catch {
            return .failed(KafkaError(code: .invalidArgument, operation: "make a producer", message: error.description))
        }
    }

    /// Takes over the transactional id, which ends what an earlier producer of it left open.
    func initTransactions() -> Answer {
        do throws(KafkaError) {
            if isTransactional { try sender.producer.initTransactions(timeout: .milliseconds(500)) }
            sender.prewarm()
            return .done
        } catch {
            // What keeps brokers away is told by the producer's events.
            sender.producer.poll()
            return .failed(error)
        }
    }

    func begin() -> Answer {
        sender.beginBatch()
        do throws(KafkaError) {
            if isTransactional { try sender.producer.beginTransaction() }
            FaultPoint.pass(.transactionBegun)
            return .done
        } catch {
            return .failed(error)
        }
    }

    func sendOffsets(_ offsets: [TopicPartitionOffset], _ membership: GroupMetadata) -> Answer {
        do throws(KafkaError) {
            if pendingOffsets == nil {
                pendingOffsets = try sender.producer.beginSendOffsets(offsets, groupMetadata: membership)
            }
            guard try pendingOffsets?.wait(for: .milliseconds(100)) ?? true else { return .pending }
            pendingOffsets = nil
            FaultPoint.pass(.offsetsSent)
            return .done
        } catch {
            pendingOffsets = nil
            return .failed(error)
        }
    }

    func commitTransaction() -> Answer {
        FaultPoint.pass(.committing)
        do throws(KafkaError) {
            try sender.producer.commitTransaction(timeout: .milliseconds(500))
            return .done
        } catch {
            return refused(error)
        }
    }

    func abort() -> Answer {
        guard isTransactional else {
            sender.producer.purge()
            _ = sender.producer.flush(timeout: .milliseconds(200))
            return aborted()
        }
        do throws(KafkaError) {
            try sender.producer.abortTransaction(timeout: .milliseconds(500))
            return aborted()
        } catch {
            return refused(error)
        }
    }

    /// Answers that a call has failed; one that another is in the way of comes back at once.
    private func refused(_ error: KafkaError) -> Answer {
        if error.code == .conflict { WorkerThread.sleep(milliseconds: 20) }
        return .failed(error, reports)
    }

    /// Keeps to the bounds that the attempt has shown, now that all reports are in.
    private func aborted() -> Answer {
        let reports = reports
        if let remedy = sender.remedy {
            bounds.take(remedy)
            remedies.append((remedy, sender.failure.description))
        }
        return .aborted(reports)
    }

    /// What was done about refusals since the last call, and the errors that called for it.
    func takeRemedies() -> [(remedy: OutputBounds.Remedy, error: String)] {
        defer { remedies.removeAll() }
        return remedies
    }

    func flush() -> Answer {
        guard sender.producer.flush(timeout: .milliseconds(100)) else { return .pending }
        if sender.recovery != nil { return .failed(sender.failure, reports) }
        FaultPoint.pass(.offsetsSent)
        return .done
    }

    /// Waits for a commit of offsets that was given up before it was answered.
    func finishEarlierCommit() -> Answer {
        guard let earlier = pendingCommit else { return .done }
        guard (try? earlier.wait(for: .milliseconds(100))) != false else { return .pending }
        pendingCommit = nil
        return .done
    }

    func commit(_ offsets: [TopicPartitionOffset], of consumer: Consumer, _ keeper: GroupKeeper) -> Answer {
        do throws(KafkaError) {
            if pendingCommit == nil {
                FaultPoint.pass(.committing)
                pendingCommit = try consumer.beginCommit(offsets)
            }
            guard try pendingCommit?.wait(for: .milliseconds(100)) ?? true else { return .pending }
            pendingCommit = nil
            return .done
        } catch {
            pendingCommit = nil
            // The group waits for this consumer, too.
            if error.code == .rebalanceInProgress { keeper.serve() }
            WorkerThread.sleep(milliseconds: 20)
            return .failed(error)
        }
    }

    /// Ends the producer; an open attempt is left to the brokers.
    func close() {
        sender.producer.purge()
        sender.producer.close(within: .zero)
    }
}
