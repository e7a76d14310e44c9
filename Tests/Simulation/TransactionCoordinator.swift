// The transaction coordinator, after Kafka's TransactionCoordinator and TransactionMetadata. Its own log is written at
// once, so that the only state between two answers is the one in which markers are still to be written.

/// A transaction whose markers are due.
struct EndedTransaction: Sendable {
    var producer: ProducerIdentity
    var commits: Bool
    var partitions: [PartitionID]
    var groups: [String]
}

/// The transactions of all transactional ids.
struct TransactionCoordinator: Sendable {
    private var transactions: [Transaction] = []
    private var nextProducerID: Int64 = 0

    private mutating func makeProducerID() -> Int64 {
        defer { nextProducerID += 1 }
        return nextProducerID
    }

    private func index(of transactionalID: String) -> Int? {
        transactions.firstIndex { $0.transactionalID == transactionalID }
    }

    // MARK: Requests

    /// Gives a producer its id and epoch.
    ///
    /// An open transaction is aborted first: the client is to ask again.
    mutating func initProducerID(
        _ transactionalID: String?,
        timeout: Int64,
        current: ProducerIdentity?,
        _ settings: SimulatedKafka.Settings,
        at now: Int64
    ) -> Response {
        guard let transactionalID else { return .producer(ProducerIdentity(id: makeProducerID(), epoch: 0)) }
        let index = index(of: transactionalID) ?? transactions.count
        if index == transactions.count {
            transactions.append(Transaction(transactionalID: transactionalID, producerID: makeProducerID()))
        }
        if transactions[index].areMarkersPending { return .failed(.concurrentTransactions) }
        if let current, !transactions[index].accepts(current) { return .failed(.producerFenced) }
        if transactions[index].state == .ongoing {
            transactions[index].abortByBroker(settings, at: now)
            return .failed(.concurrentTransactions)
        }
        if transactions[index].isEpochExhausted && (current.map { $0.epoch == transactions[index].epoch } ?? true) {
            transactions[index].renew(producerID: makeProducerID(), timeout: timeout, keepsLastEpoch: current != nil)
        } else if !transactions[index].raiseEpoch(current: current?.epoch, timeout: timeout) {
            return .failed(.producerFenced)
        }
        return .producer(transactions[index].producer)
    }

    /// Adds partitions and groups to the open transaction, or opens one with them; nil if that succeeded.
    mutating func add(
        _ partitions: [PartitionID],
        groups: [String] = [],
        to transactionalID: String,
        _ producer: ProducerIdentity,
        isVersion2: Bool = false,
        at now: Int64
    ) -> ErrorCode? {
        guard let index = index(of: transactionalID) else { return .invalidProducerIDMapping }
        let error = transactions[index].mismatch(producer)
        // Even a fenced producer is told to wait.
        if transactions[index].areMarkersPending && error != .invalidProducerIDMapping {
            return .concurrentTransactions
        }
        if let error { return error }
        transactions[index].add(partitions, groups: groups, isVersion2: isVersion2, at: now)
        return nil
    }

    /// Why records of a producer may not be appended to a partition or to a group's offsets; nil if they may.
    ///
    /// Brokers ask this before the first records of a transaction in a log (KIP-890).
    func refusal(
        of partition: PartitionID? = nil,
        group: String? = nil,
        in transactionalID: String,
        _ producer: ProducerIdentity
    ) -> ErrorCode? {
        guard let index = index(of: transactionalID) else { return .invalidProducerIDMapping }
        if let error = transactions[index].mismatch(producer) { return error }
        if transactions[index].areMarkersPending { return .concurrentTransactions }
        let isIn =
            partition.map(transactions[index].partitions.contains) ?? group.map(transactions[index].groups.contains)
        return isIn == true ? nil : .transactionAbortable
    }

    /// Ends the open transaction, whichever it is: the request names the producer and not the transaction.
    mutating func endTxn(
        _ transactionalID: String,
        _ producer: ProducerIdentity,
        commits: Bool,
        isVersion2: Bool,
        _ settings: SimulatedKafka.Settings,
        at now: Int64
    ) -> Response {
        guard let index = index(of: transactionalID) else { return .failed(.invalidProducerIDMapping) }
        let nextID = isVersion2 && transactions[index].isEpochExhausted ? makeProducerID() : nil
        return transactions[index].end(
            producer,
            commits: commits,
            isVersion2: isVersion2,
            nextProducerID: nextID,
            settings,
            at: now
        )
    }

    // MARK: Time

    /// When a marker is to be written or a transaction is open for too long.
    func nextDeadline(_ settings: SimulatedKafka.Settings) -> Int64? {
        var deadline: Int64?
        for transaction in transactions {
            if let own = transaction.deadline(settings) { deadline = min(deadline ?? own, own) }
        }
        return deadline
    }

    /// Aborts the transactions that are open for too long by `now`, and ends those whose markers are due.
    ///
    /// - Returns: Those that ended, with markers to be written.
    mutating func advance(to now: Int64, _ settings: SimulatedKafka.Settings) -> [EndedTransaction] {
        var ended: [EndedTransaction] = []
        for index in transactions.indices {
            guard let deadline = transactions[index].deadline(settings), deadline <= now else { continue }
            if transactions[index].state == .ongoing { transactions[index].abortByBroker(settings, at: now) }
            if let one = transactions[index].complete(at: now) { ended.append(one) }
        }
        return ended
    }
}
