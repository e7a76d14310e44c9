// What the simulated brokers answer.

/// An answer.
///
/// Which one a request gets if it succeeds is said with the case.
package enum Response: Equatable, Sendable {
    /// The request is refused, or nothing is known of its outcome but the error.
    case failed(ErrorCode)
    /// To requests that have nothing else to say.
    case done
    /// To `joinGroup`: the answer comes later, from `SimulatedKafka.takeHeldAnswers()` under this number.
    case held(Int)
    /// To `joinGroup` without a member's id: MEMBER_ID_REQUIRED, and the id to ask with again.
    case memberIDRequired(String)
    /// To `joinGroup`, later.
    case joined(Joined)
    /// To `append` and `produce`: the offset of the first record.
    case appended(first: Int64)
    case fetched(Fetched)
    /// To `listOffset` and to `deleteRecords` (the start of the log).
    case offset(Int64)
    /// To `metadata` and `createTopic`.
    case topic(id: Int, partitions: Int)
    /// To `initProducerID`, and to `endTxn` of clients of version 2.
    case producer(ProducerIdentity)
    /// To `offsetFetch`, in the order of the request.
    case offsets([GroupOffset])

    /// The error, if it is one.
    package var error: ErrorCode? {
        guard case .failed(let error) = self else { return nil }
        return error
    }
}

/// A member's part in a generation.
package struct Joined: Equatable, Sendable {
    package var member: String
    package var generation: Int
    package var assignment: [PartitionID]
    /// Whether this member's joining begins a rebalance; that of others gets the current generation.
    package var isLeader: Bool
    /// How many partitions the leader knew of when it shared them out.
    package var partitionCount = 0
}

/// Records of a log, and its bounds.
package struct Fetched: Equatable, Sendable {
    /// The records, with gaps where markers and aborted records are.
    package var runs: [RecordRun]
    /// The offset to fetch from next: behind all that the answer holds, markers and aborted records too.
    package var next: Int64
    package var logStart: Int64
    package var lastStable: Int64
    package var highWatermark: Int64
}

/// Records that follow each other: offsets, and what they are.
package struct RecordRun: Equatable, Sendable, CustomStringConvertible {
    package var first: Int64
    package var count: Int
    package var payload: Payload

    package init(first: Int64, count: Int, _ payload: Payload) {
        self.first = first
        self.count = count
        self.payload = payload
    }

    /// The offset after the last record.
    package var end: Int64 { first + Int64(count) }

    package var description: String { "\(first)..<\(end)\(payload)" }
}

/// What a group's coordinator knows of a partition.
package struct GroupOffset: Equatable, Sendable, CustomStringConvertible {
    package var partition: PartitionID
    /// The committed offset; nil if there is none.
    package var offset: Int64?
    /// UNSTABLE_OFFSET_COMMIT if an open transaction may still change it.
    package var error: ErrorCode?

    package init(_ partition: PartitionID, _ offset: Int64?, error: ErrorCode? = nil) {
        self.partition = partition
        self.offset = offset
        self.error = error
    }

    package var description: String {
        "\(partition)@\(error?.rawValue ?? offset.map(String.init) ?? "none")"
    }
}

extension Response: CustomStringConvertible {
    package var description: String {
        switch self {
        case .failed(let error): error.rawValue
        case .done: "done"
        case .held(let number): "held \(number)"
        case .memberIDRequired(let member): "MEMBER_ID_REQUIRED \(member)"
        case .joined(let it): "joined as \(it.member)#\(it.generation) \(it.assignment)"
        case .appended(let first): "at \(first)"
        case .fetched(let it):
            "\(it.runs) next \(it.next) start \(it.logStart) stable \(it.lastStable) end \(it.highWatermark)"
        case .offset(let offset): "offset \(offset)"
        case .topic(let id, let partitions): "topic \(id) x\(partitions)"
        case .producer(let producer): "producer \(producer)"
        case .offsets(let offsets): "\(offsets)"
        }
    }
}
