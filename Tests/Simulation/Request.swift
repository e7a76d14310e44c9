// What clients and administrators ask of the simulated brokers. One case for one request of Kafka's protocol, with
// one partition where the protocol has many and nothing depends on their being together.

/// A request, in the words of the versions that librdkafka sends: clients of transaction version 2 say so.
package enum Request: Equatable, Sendable {
    /// A plain producer's records.
    case append(PartitionID, count: Int, Payload)
    case produce(Produce)
    case fetch(Fetch)
    case listOffset(PartitionID, Bound)
    /// Asks for a topic's id and its number of partitions.
    case metadata(topic: String)

    /// Without a transactional id any producer gets an id of its own.
    case initProducerID(transactionalID: String?, timeout: Int64, current: ProducerIdentity? = nil)
    case addPartitionsToTxn(transactionalID: String, ProducerIdentity, [PartitionID])
    case addOffsetsToTxn(transactionalID: String, ProducerIdentity, group: String)
    case txnOffsetCommit(TxnOffsetCommit)
    case endTxn(transactionalID: String, ProducerIdentity, commits: Bool, isVersion2: Bool = false)

    case joinGroup(JoinGroup)
    case heartbeat(group: String, Membership)
    case leaveGroup(group: String, member: String, instance: String? = nil)
    case offsetCommit(group: String, Membership, [PartitionOffset])
    case offsetFetch(group: String, [PartitionID], requiresStable: Bool)

    case createTopic(String, partitions: Int)
    case deleteTopic(String)
    /// Raises the number of a topic's partitions.
    case createPartitions(String, total: Int)
    case deleteRecords(PartitionID, before: Int64)
    /// Not a request: an unclean election has lost the end of the log.
    case truncate(PartitionID, to: Int64)
}

/// Records of an idempotent producer, or of a transactional one if it has a transactional id.
package struct Produce: Equatable, Sendable {
    package var partition: PartitionID
    package var transactionalID: String?
    package var producer: ProducerIdentity
    /// The number of the first record in the producer's sequence for the partition.
    package var sequence: Int
    package var count: Int
    package var payload: Payload
    /// Whether the request adds the partition to the transaction (Produce version 12).
    package var isVersion2: Bool

    package init(
        _ partition: PartitionID,
        transactionalID: String?,
        _ producer: ProducerIdentity,
        sequence: Int,
        count: Int,
        _ payload: Payload,
        isVersion2: Bool = false
    ) {
        self.partition = partition
        self.transactionalID = transactionalID
        self.producer = producer
        self.sequence = sequence
        self.count = count
        self.payload = payload
        self.isVersion2 = isVersion2
    }
}

/// Asks for records from an offset.
package struct Fetch: Equatable, Sendable {
    package var partition: PartitionID
    /// The topic that is meant; nil means the one of this name.
    package var topicID: Int?
    package var offset: Int64
    package var isCommittedOnly: Bool
    package var maxRecords: Int

    package init(
        _ partition: PartitionID,
        topicID: Int? = nil,
        offset: Int64,
        isCommittedOnly: Bool = true,
        maxRecords: Int = .max
    ) {
        self.partition = partition
        self.topicID = topicID
        self.offset = offset
        self.isCommittedOnly = isCommittedOnly
        self.maxRecords = maxRecords
    }
}

/// A place in a log that can be asked for.
package enum Bound: String, Sendable {
    case start, end, lastStable
}

/// Offsets that are to be the group's when the transaction is committed.
package struct TxnOffsetCommit: Equatable, Sendable {
    package var transactionalID: String
    package var producer: ProducerIdentity
    package var group: String
    package var membership: Membership
    package var offsets: [PartitionOffset]
    /// Whether the request adds the group to the transaction (TxnOffsetCommit version 5).
    package var isVersion2: Bool

    package init(
        transactionalID: String,
        _ producer: ProducerIdentity,
        group: String,
        _ membership: Membership,
        _ offsets: [PartitionOffset],
        isVersion2: Bool = false
    ) {
        self.transactionalID = transactionalID
        self.producer = producer
        self.group = group
        self.membership = membership
        self.offsets = offsets
        self.isVersion2 = isVersion2
    }
}

/// Asks to be a member of the next generation.
///
/// JoinGroup and SyncGroup in one: the answer holds the assignment.
package struct JoinGroup: Equatable, Sendable {
    package var group: String
    /// The member's id; empty at first, and after UNKNOWN_MEMBER_ID.
    package var member: String
    /// The id of a static member.
    package var instance: String?
    package var topics: [String]
    package var sessionTimeout: Int64
    package var rebalanceTimeout: Int64

    package init(
        group: String,
        member: String,
        instance: String? = nil,
        topics: [String],
        sessionTimeout: Int64,
        rebalanceTimeout: Int64
    ) {
        self.group = group
        self.member = member
        self.instance = instance
        self.topics = topics
        self.sessionTimeout = sessionTimeout
        self.rebalanceTimeout = rebalanceTimeout
    }
}

extension Request: CustomStringConvertible {
    package var description: String {
        switch self {
        case .append(let partition, let count, let payload): "Append \(partition) x\(count) \(payload)"
        case .produce(let it):
            "Produce \(it.partition) by \(it.producer) seq \(it.sequence) x\(it.count) \(it.payload)"
        case .fetch(let it): "Fetch \(it.partition) @\(it.offset)\(it.isCommittedOnly ? "" : " uncommitted")"
        case .listOffset(let partition, let bound): "ListOffset \(partition) \(bound)"
        case .metadata(let topic): "Metadata \(topic)"
        case .initProducerID(let id, let timeout, let current):
            "InitProducerId \(id ?? "-") timeout \(timeout)\(current.map { " as \($0)" } ?? "")"
        case .addPartitionsToTxn(let id, let producer, let partitions):
            "AddPartitionsToTxn \(id) \(producer) \(partitions)"
        case .addOffsetsToTxn(let id, let producer, let group): "AddOffsetsToTxn \(id) \(producer) \(group)"
        case .txnOffsetCommit(let it):
            "TxnOffsetCommit \(it.transactionalID) \(it.producer) \(it.group) \(it.membership) \(it.offsets)"
        case .endTxn(let id, let producer, let commits, _): "EndTxn \(id) \(producer) \(commits ? "commit" : "abort")"
        case .joinGroup(let it):
            "JoinGroup \(it.group) \(it.instance.map { "\($0):" } ?? "")\(it.member.isEmpty ? "new" : it.member)"
        case .heartbeat(let group, let membership): "Heartbeat \(group) \(membership)"
        case .leaveGroup(let group, let member, let instance): "LeaveGroup \(group) \(instance ?? member)"
        case .offsetCommit(let group, let membership, let offsets): "OffsetCommit \(group) \(membership) \(offsets)"
        case .offsetFetch(let group, let partitions, let requiresStable):
            "OffsetFetch \(group) \(partitions)\(requiresStable ? " stable" : "")"
        case .createTopic(let topic, let partitions): "CreateTopic \(topic) x\(partitions)"
        case .deleteTopic(let topic): "DeleteTopic \(topic)"
        case .createPartitions(let topic, let total): "CreatePartitions \(topic) x\(total)"
        case .deleteRecords(let partition, let offset): "DeleteRecords \(partition) before \(offset)"
        case .truncate(let partition, let offset): "Truncate \(partition) to \(offset)"
        }
    }
}
