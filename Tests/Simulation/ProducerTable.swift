// What a partition's leader remembers of producers, as Kafka's ProducerStateManager and ProducerAppendInfo do.

/// The producers of a log: their epochs, their last batches and their open transactions.
struct ProducerTable: Sendable {
    /// How many batches of a producer are remembered, so that a repeated one is known.
    static let rememberedBatches = 5

    private struct Batch {
        var sequence: Int
        var count: Int
        var first: Int64
    }

    private struct Producer {
        var id: Int64
        var epoch: Int16
        var batches: [Batch] = []
        /// The sequence number before the next one; -1 in an epoch without records.
        var lastSequence = -1
        var transactionStart: Int64?
    }

    /// A batch that the coordinator was asked about since the producer's last entry: the log takes none that begins
    /// later, since this one may still be on its way.
    private struct Expectation {
        var producer: ProducerIdentity
        var sequence: Int
    }

    private var producers: [Producer] = []
    private var expectations: [Expectation] = []

    private func index(of id: Int64) -> Int? { producers.firstIndex { $0.id == id } }

    /// The first offset that belongs to a transaction that is not over.
    var firstOpenOffset: Int64? {
        var first: Int64?
        for producer in producers {
            if let start = producer.transactionStart { first = min(first ?? start, start) }
        }
        return first
    }

    /// Whether the log has records of a transaction that is not over, of this producer in any epoch.
    func hasOpenTransaction(of producerID: Int64) -> Bool {
        index(of: producerID).map { producers[$0].transactionStart != nil } ?? false
    }

    /// The offset of a batch that the log holds already.
    func duplicate(of batch: Produce) -> Int64? {
        guard let index = index(of: batch.producer.id), producers[index].epoch == batch.producer.epoch else {
            return nil
        }
        return producers[index].batches.first { $0.sequence == batch.sequence && $0.count == batch.count }?.first
    }

    /// Takes note of a batch that the coordinator is asked about.
    ///
    /// It counts whether it is taken, refused or known already.
    mutating func expect(_ batch: Produce) {
        guard let index = expectations.firstIndex(where: { $0.producer.id == batch.producer.id }) else {
            expectations.append(Expectation(producer: batch.producer, sequence: batch.sequence))
            return
        }
        let known = expectations[index]
        if batch.producer.epoch > known.producer.epoch
            || (batch.producer.epoch == known.producer.epoch && batch.sequence < known.sequence)
        {
            expectations[index] = Expectation(producer: batch.producer, sequence: batch.sequence)
        }
    }

    /// Why the log cannot take a batch; nil if it can.
    func refusal(of batch: Produce) -> ErrorCode? {
        let epoch = index(of: batch.producer.id).map { producers[$0].epoch } ?? batch.producer.epoch
        if batch.producer.epoch < epoch { return .invalidProducerEpoch }
        if let expected = expectations.first(where: { $0.producer.id == batch.producer.id }),
            batch.sequence > expected.sequence
        {
            return .outOfOrderSequenceNumber
        }
        guard let index = index(of: batch.producer.id) else { return nil }
        let known = producers[index]
        let expected = batch.producer.epoch > known.epoch ? 0 : known.lastSequence + 1
        if batch.sequence != expected { return .outOfOrderSequenceNumber }
        if known.transactionStart != nil && batch.transactionalID == nil { return .invalidTxnState }
        return nil
    }

    /// Whether a marker is of an older epoch than the producer's records.
    func isFenced(_ producer: ProducerIdentity) -> Bool {
        guard let index = index(of: producer.id) else { return false }
        return producer.epoch < producers[index].epoch
    }

    /// Takes note of an entry that the log takes.
    ///
    /// - Returns: Where the transaction began that a marker ends; nil for records, and if the log has none of it.
    mutating func note(_ entry: LogEntry) -> Int64? {
        guard let identity = entry.producer else { return nil }
        if !expectations.isEmpty { expectations.removeAll { $0.producer.id == identity.id } }
        let index = index(of: identity.id) ?? producers.count
        if index == producers.count { producers.append(Producer(id: identity.id, epoch: identity.epoch)) }
        if producers[index].epoch != identity.epoch {
            producers[index].epoch = identity.epoch
            producers[index].batches.removeAll(keepingCapacity: true)
            producers[index].lastSequence = -1
        }
        guard case .records = entry.content else {
            defer { producers[index].transactionStart = nil }
            return producers[index].transactionStart
        }
        if producers[index].batches.count == Self.rememberedBatches { producers[index].batches.removeFirst() }
        producers[index].batches.append(Batch(sequence: entry.sequence, count: entry.count, first: entry.first))
        producers[index].lastSequence = entry.sequence + entry.count - 1
        if entry.isTransactional && producers[index].transactionStart == nil {
            producers[index].transactionStart = entry.first
        }
        return nil
    }
}
