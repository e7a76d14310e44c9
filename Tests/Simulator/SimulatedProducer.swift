// A transactional producer as librdkafka is one: it repeats requests by itself, reports only the last answer, and knows
// which errors end a transaction and which end the producer.

internal import Delivery
internal import Kafka
internal import Simulation

/// A producer of one process.
final class SimulatedProducer {
    private let world: World
    private let client: Client
    private let transactionalID: String
    private let onChange: () -> Void
    private var isClosed = false
    private var identity: ProducerIdentity?
    private var sequences: [PartitionID: Int] = [:]
    private var added: Set<PartitionID> = []
    /// The transaction whose partitions are being added; what is answered for an earlier one is of no concern.
    private var adding: Int?
    private var number = 0
    private var waiting: [(PartitionID, Int, Payload)] = []
    /// Records that are not answered for, and whether some were refused.
    private var outstanding = 0
    /// The codes of records that were refused since `begin`.
    private var failures: Set<KafkaErrorCode> = []
    private var isInTransaction = false
    private var abortable: KafkaError?
    private var fatal: KafkaError?
    private var initialization = Progress.none
    private var offsets = Progress.none
    private var end = Progress.none
    /// Copies of requests that were sent, and those that were answered.
    private var sent = 0
    private var answered = 0

    private enum Progress {
        case none, running
        case done(KafkaError?)
    }

    init(_ world: World, _ client: Client, _ transactionalID: String, onChange: @escaping () -> Void) {
        self.world = world
        self.client = client
        self.transactionalID = transactionalID
        self.onChange = onChange
    }

    /// Records that a leader has sent back, which wait for the next one.
    private var returned: [Int: Produce] = [:]
    private var returns = 0
    /// Whether some of these were dropped, so that others get their sequence numbers.
    private var reusesSequences = false

    /// Why no transaction may begin; nil if one may.
    var spentProducer: SpentProducer? {
        // Whether a copy of a request was not answered.
        if sent != answered { return .lateRequest }
        return reusesSequences ? .droppedRecords : nil
    }

    func close() { isClosed = true }

    /// What became of the records since `begin`.
    var reports: Reports {
        let recovery = Recovery.after(deliveryFailures: failures)
        return Reports(
            isFlushing: outstanding > 0,
            recovery: recovery,
            error: recovery == nil
                ? nil
                : failures.max { $0.rawValue < $1.rawValue }.map {
                    KafkaError(code: $0, operation: "deliver")
                }
        )
    }

    /// Sends a request until it is answered.
    private func ask(_ request: Request, _ answer: @escaping (Response) -> Void) {
        guard !isClosed else { return }
        sent += 1
        world.send(request, from: client) { [self] response in
            guard !isClosed else { return }
            guard let response else {
                return world.after(world.delay(10, 100)) { [self] in client.wake { [self] in ask(request, answer) } }
            }
            answered += 1
            switch response.error {
            case .concurrentTransactions, .notEnoughReplicas:
                world.after(20) { [self] in client.wake { [self] in ask(request, answer) } }
            default:
                answer(response)
                onChange()
            }
        }
    }

    // MARK: - The calls

    /// What `rd_kafka_init_transactions` says by now; nil while it waits.
    func initTransactions() -> KafkaError?? {
        if case .none = initialization {
            initialization = .running
            ask(.initProducerID(transactionalID: transactionalID, timeout: world.settings.transactionMilliseconds)) {
                [self] response in
                if case .producer(let producer) = response {
                    identity = producer
                    initialization = .done(nil)
                } else {
                    initialization = .done(error(response, "init transactions"))
                }
            }
        }
        guard case .done(let error) = initialization else { return nil }
        return .some(error)
    }

    func begin() -> KafkaError? {
        if let fatal { return fatal }
        guard identity != nil, !isInTransaction else { return KafkaError(code: .state, operation: "begin transaction") }
        isInTransaction = true
        number += 1
        adding = nil
        abortable = nil
        added = []
        failures = []
        return nil
    }

    func produce(_ partition: PartitionID, count: Int, _ payload: Payload) -> KafkaError? {
        if let error = fatal ?? abortable { return error }
        outstanding += 1
        waiting.append((partition, count, payload))
        sendWaiting()
        return nil
    }

    private func sendWaiting() {
        guard let identity, adding != number else { return }
        let missing = Set(waiting.map(\.0)).subtracting(added).sorted()
        guard missing.isEmpty else {
            let transaction = number
            adding = transaction
            return ask(.addPartitionsToTxn(transactionalID: transactionalID, identity, missing)) { [self] response in
                guard adding == transaction, number == transaction else { return }
                adding = nil
                if fail(response, "add partitions") {
                    outstanding -= waiting.count
                    waiting = []
                } else {
                    added.formUnion(missing)
                    sendWaiting()
                }
            }
        }
        for (partition, count, payload) in waiting {
            let sequence = sequences[partition, default: 0]
            sequences[partition] = sequence + count
            let batch = Produce(
                partition,
                transactionalID: transactionalID,
                identity,
                sequence: sequence,
                count: count,
                payload
            )
            send(batch)
        }
        waiting = []
    }

    private func send(_ batch: Produce) {
        ask(.produce(batch)) { [self] response in
            guard response.error != .notLeaderOrFollower else { return sendBack(batch) }
            outstanding -= 1
            // What follows a record that was refused is out of order, too.
            if response.error == .outOfOrderSequenceNumber, !failures.isEmpty { return }
            if let error = response.error { failures.insert(Self.code(error)) }
            _ = fail(response, "produce")
        }
    }

    /// Keeps records until the next leader is known.
    private func sendBack(_ batch: Produce) {
        returns += 1
        let number = returns
        returned[number] = batch
        world.after(world.delay(20, 500)) { [self] in
            client.wake { [self] in
                guard let batch = returned.removeValue(forKey: number) else { return }
                send(batch)
            }
        }
    }

    /// Drops what a leader has sent back; the library goes on with the sequence numbers of these records.
    private func dropReturned() {
        for batch in returned.values {
            outstanding -= 1
            sequences[batch.partition, default: 0] -= batch.count
            reusesSequences = true
        }
        returned = [:]
    }

    /// What `rd_kafka_send_offsets_to_transaction` says by now; nil while it is under way.
    func sendOffsets(_ places: [PartitionOffset], _ membership: Membership) -> KafkaError?? {
        if case .none = offsets, let identity {
            if let error = fatal ?? abortable { return .some(error) }
            offsets = .running
            ask(.addOffsetsToTxn(transactionalID: transactionalID, identity, group: World.group)) { [self] response in
                if fail(response, "send offsets") { return finishOffsets() }
                let commit = TxnOffsetCommit(
                    transactionalID: transactionalID,
                    identity,
                    group: World.group,
                    membership,
                    places
                )
                let deadline = world.now + world.settings.transactionMilliseconds
                ask(.txnOffsetCommit(commit)) { [self] response in finishOffsets(commit, response, until: deadline) }
            }
        }
        guard case .done(let error) = offsets else { return nil }
        offsets = .none
        return .some(error)
    }

    /// Takes the answer to offsets; those of a topic that is not there are sent again.
    private func finishOffsets(_ commit: TxnOffsetCommit, _ response: Response, until deadline: Int64) {
        guard response.error == .unknownTopicOrPartition, world.now < deadline else {
            _ = fail(response, "send offsets")
            return finishOffsets()
        }
        world.after(500) { [self] in
            client.wake { [self] in
                ask(.txnOffsetCommit(commit)) { [self] response in finishOffsets(commit, response, until: deadline) }
            }
        }
    }

    private func finishOffsets() { offsets = .done(fatal ?? abortable) }

    /// What `rd_kafka_commit_transaction` says by now; nil while it waits.
    func commit() -> KafkaError?? {
        if let fatal { return .some(fatal) }
        if case .none = end {
            if let abortable { return .some(abortable) }
            guard outstanding == 0 else { return nil }
            finish(commits: true, "commit transaction")
        }
        return takeEnd()
    }

    /// What `rd_kafka_abort_transaction` says by now; nil while it waits.
    func abort() -> KafkaError?? {
        if let fatal { return .some(fatal) }
        // What is under way is waited for: the sequence of the records must have no gaps.
        outstanding -= waiting.count
        waiting = []
        dropReturned()
        if case .none = end {
            guard outstanding == 0 else { return nil }
            finish(commits: false, "abort transaction")
        }
        return takeEnd()
    }

    private func takeEnd() -> KafkaError?? {
        guard case .done(let error) = end else { return nil }
        end = .none
        isInTransaction = error != nil
        return .some(error)
    }

    private func finish(commits: Bool, _ operation: String) {
        guard let identity else { return }
        end = .running
        ask(.endTxn(transactionalID: transactionalID, identity, commits: commits)) { [self] response in
            _ = fail(response, operation)
            guard failures.isEmpty || fatal != nil else { return raiseEpoch(identity) }
            end = .done(fatal ?? (commits ? abortable : nil))
        }
    }

    /// Gets another epoch, because the sequence of records has a gap.
    private func raiseEpoch(_ current: ProducerIdentity) {
        let timeout = world.settings.transactionMilliseconds
        ask(.initProducerID(transactionalID: transactionalID, timeout: timeout, current: current)) { [self] response in
            if case .producer(let producer) = response {
                identity = producer
                sequences = [:]
            } else {
                _ = fail(response, "raise the epoch")
            }
            end = .done(fatal)
        }
    }

    // MARK: - Errors

    /// Takes an answer; whether it is an error.
    private func fail(_ response: Response, _ operation: String) -> Bool {
        guard let error = error(response, operation) else { return false }
        if error.isFatal || error.code.isFencing {
            fatal = fatal ?? error
        } else {
            abortable = abortable ?? error
        }
        return true
    }

    private func error(_ response: Response, _ operation: String) -> KafkaError? {
        guard let code = response.error.map(Self.code) else { return nil }
        switch code {
        case .producerFenced, .invalidProducerEpoch, .invalidTransactionState, .outOfOrderSequence,
            .transactionalIDAuthorizationFailed:
            return KafkaError(code: code, operation: operation, isFatal: true)
        default: return KafkaError(code: code, operation: operation, isRetriable: false, requiresAbort: true)
        }
    }

    static func code(_ error: ErrorCode) -> KafkaErrorCode {
        switch error {
        case .invalidProducerEpoch: .invalidProducerEpoch
        case .producerFenced: .producerFenced
        case .invalidTxnState: .invalidTransactionState
        case .outOfOrderSequenceNumber: .outOfOrderSequence
        case .illegalGeneration: .illegalGeneration
        case .unknownMemberID: .unknownMember
        case .fencedInstanceID: .fencedInstance
        case .rebalanceInProgress: .rebalanceInProgress
        case .unknownTopicOrPartition: .unknownTopicOrPartition
        case .messageTooLarge: .recordTooLarge
        case .topicAuthorizationFailed: .topicAuthorizationFailed
        case .groupAuthorizationFailed: .groupAuthorizationFailed
        case .transactionalIDAuthorizationFailed: .transactionalIDAuthorizationFailed
        case .unstableOffsetCommit: .unstableOffsetCommit
        default: .unknown
        }
    }
}
