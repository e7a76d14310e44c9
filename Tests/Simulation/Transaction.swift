// What the coordinator keeps for a transactional id.

/// The state of a transactional id.
struct Transaction: Sendable {
    enum State: Sendable {
        case empty, ongoing, completeCommit, completeAbort
        /// The outcome is written; markers are not.
        case prepareCommit, prepareAbort
    }

    let transactionalID: String
    private(set) var state = State.empty
    private(set) var partitions: [PartitionID] = []
    private(set) var groups: [String] = []
    private var producerID: Int64
    /// -1 before the first producer.
    private(set) var epoch: Int16 = -1
    private var previousProducerID: Int64 = -1
    private var lastEpoch: Int16 = -1
    /// The id that the producer gets with the markers, since its epochs are used up.
    private var nextProducerID: Int64?
    private var timeout: Int64 = 0
    private var startTime: Int64 = 0
    private var markersDue: Int64 = 0
    /// Whether the transaction, or the last one if none is open, is that of a client of version 2.
    private var isVersion2 = false

    init(transactionalID: String, producerID: Int64) {
        self.transactionalID = transactionalID
        self.producerID = producerID
    }

    var producer: ProducerIdentity { ProducerIdentity(id: producerID, epoch: epoch) }
    var areMarkersPending: Bool { state == .prepareCommit || state == .prepareAbort }
    /// The last epoch of an id is kept for fencing.
    var isEpochExhausted: Bool { epoch >= Int16.max - 1 }

    /// Whether a producer that asks to continue is the owner of the id, or may not have heard that it was given
    /// another.
    func accepts(_ current: ProducerIdentity) -> Bool {
        epoch == -1 || current.id == producerID
            || (current.id == previousProducerID && current.epoch >= Int16.max - 1)
    }

    /// Why a request is not the current producer's; nil if it is.
    func mismatch(_ other: ProducerIdentity) -> ErrorCode? {
        if other.id != producerID { return .invalidProducerIDMapping }
        return other.epoch == epoch ? nil : .producerFenced
    }

    // MARK: Producers

    /// Gives the id a new owner, or an owner that names its epoch the next one; false if that owner is fenced.
    mutating func raiseEpoch(current: Int16?, timeout: Int64) -> Bool {
        if let current, epoch != -1, current != epoch {
            // The answer to an earlier request of the same producer was lost.
            guard current == lastEpoch else { return false }
        } else {
            lastEpoch = current == nil ? -1 : epoch
            epoch += 1
        }
        becomeEmpty(timeout: timeout)
        return true
    }

    /// Gives the id another producer id, since the epochs of the old one are used up.
    mutating func renew(producerID: Int64, timeout: Int64, keepsLastEpoch: Bool) {
        previousProducerID = self.producerID
        lastEpoch = keepsLastEpoch ? epoch : -1
        self.producerID = producerID
        epoch = 0
        becomeEmpty(timeout: timeout)
    }

    private mutating func becomeEmpty(timeout: Int64) {
        self.timeout = timeout
        state = .empty
        isVersion2 = false
    }

    // MARK: One transaction

    mutating func add(_ added: [PartitionID], groups addedGroups: [String], isVersion2: Bool, at now: Int64) {
        if state != .ongoing {
            state = .ongoing
            startTime = now
            self.isVersion2 = isVersion2
        }
        for partition in added where !partitions.contains(partition) { partitions.append(partition) }
        for group in addedGroups where !groups.contains(group) { groups.append(group) }
    }

    /// Answers EndTxn.
    mutating func end(
        _ other: ProducerIdentity,
        commits: Bool,
        isVersion2 isClientVersion2: Bool,
        nextProducerID: Int64?,
        _ settings: SimulatedKafka.Settings,
        at now: Int64
    ) -> Response {
        let isRetryOfRaised = isVersion2 && other.id == producerID && other.epoch == epoch - 1
        let isRetryOfRenewed =
            isVersion2 && other.id == previousProducerID && other.epoch == Int16.max - 1 && epoch == 0
        let isRetry = isRetryOfRaised || (isRetryOfRenewed && !areMarkersPending)
        if other.id != producerID && !isRetry { return .failed(.invalidProducerIDMapping) }
        guard
            isRetry ? state != .ongoing && state != .empty : other.epoch == epoch && !(isVersion2 && areMarkersPending)
        else { return .failed(isClientVersion2 ? .producerFenced : .invalidProducerEpoch) }
        if areMarkersPending { return .failed(.concurrentTransactions) }
        switch state {
        case .ongoing: break
        case .completeCommit where commits && (isRetry || !isClientVersion2),
            .completeAbort where !commits && (isRetry || !isClientVersion2):
            return isClientVersion2 ? .producer(producer) : .done
        default:
            // A client of version 2 does not know whether brokers have heard of its transaction.
            guard isClientVersion2 && !commits && !isRetry else { return .failed(.invalidTxnState) }
        }
        isVersion2 = isClientVersion2
        if isVersion2 {
            lastEpoch = epoch
            epoch += 1
        }
        prepare(commits: commits, settings, at: now)
        self.nextProducerID = nextProducerID
        return isClientVersion2 ? .producer(producer) : .done
    }

    /// Aborts the open transaction and fences its producer.
    ///
    /// Since transaction version 2 the fenced producer may go on under the epoch that this takes, if it names its own.
    mutating func abortByBroker(_ settings: SimulatedKafka.Settings, at now: Int64) {
        lastEpoch = settings.transactionVersion >= 2 ? epoch : -1
        epoch += 1
        prepare(commits: false, settings, at: now)
        nextProducerID = nil
    }

    private mutating func prepare(commits: Bool, _ settings: SimulatedKafka.Settings, at now: Int64) {
        state = commits ? .prepareCommit : .prepareAbort
        markersDue = now + settings.markerDelay
    }

    // MARK: Time

    /// When markers are due, or when the search for overdue transactions finds this one.
    func deadline(_ settings: SimulatedKafka.Settings) -> Int64? {
        if areMarkersPending { return markersDue }
        guard state == .ongoing else { return nil }
        let interval = max(settings.expiryInterval, 1)
        return ((startTime + timeout) / interval + 1) * interval
    }

    /// Ends the transaction if its markers are due: they are to be written with what is returned.
    mutating func complete(at now: Int64) -> EndedTransaction? {
        guard areMarkersPending, markersDue <= now else { return nil }
        let ended = EndedTransaction(
            producer: producer,
            commits: state == .prepareCommit,
            partitions: partitions,
            groups: groups
        )
        state = state == .prepareCommit ? .completeCommit : .completeAbort
        partitions.removeAll(keepingCapacity: true)
        groups.removeAll(keepingCapacity: true)
        if let nextProducerID {
            previousProducerID = producerID
            producerID = nextProducerID
            lastEpoch = epoch
            epoch = 0
        }
        nextProducerID = nil
        return ended
    }
}
