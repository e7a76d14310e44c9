// The error codes of librdkafka and of the Kafka protocol under names of our own.
// Says what a code is called, not what to do about it. Values: any thread.

internal import CRdKafka

/// A code of librdkafka (negative) or of the Kafka protocol (positive).
public struct KafkaErrorCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    /// The number, as `rd_kafka_resp_err_t`.
    public let rawValue: Int32

    /// Takes any number, also one that this library version has no name for.
    public init(rawValue: Int32) { self.rawValue = rawValue }

    init(_ code: rd_kafka_resp_err_t) { rawValue = Int32(code.rawValue) }

    var libraryCode: rd_kafka_resp_err_t { rd_kafka_resp_err_t(rawValue: .init(rawValue)) }

    /// The symbolic name, such as `_TIMED_OUT` (`rd_kafka_err2name`).
    public var name: String {
        // SAFETY: the library returns a pointer to static text, never NULL.
        unsafe String(cString: rd_kafka_err2name(libraryCode))
    }

    /// The library's sentence for this code (`rd_kafka_err2str`).
    public var explanation: String {
        // SAFETY: the library returns static text, or for a number it does not know text in a buffer of this thread.
        unsafe String(cString: rd_kafka_err2str(libraryCode))
    }

    /// The symbolic name.
    public var description: String { name }
}

extension KafkaErrorCode {
    /// Success, where the library reports it as a code.
    public static let noError = Self(RD_KAFKA_RESP_ERR_NO_ERROR)

    // MARK: Raised by librdkafka itself

    /// The time given to the operation is used up; its outcome may be unknown.
    public static let timedOut = Self(RD_KAFKA_RESP_ERR__TIMED_OUT)
    /// A record was not delivered within `message.timeout.ms`.
    public static let recordTimedOut = Self(RD_KAFKA_RESP_ERR__MSG_TIMED_OUT)
    /// The producer's local queue is full.
    public static let queueFull = Self(RD_KAFKA_RESP_ERR__QUEUE_FULL)
    /// A record was purged while it waited to be sent, for the first time or again.
    public static let purgedFromQueue = Self(RD_KAFKA_RESP_ERR__PURGE_QUEUE)
    /// A record was purged after it was sent; whether the broker has it is unknown.
    public static let purgedInFlight = Self(RD_KAFKA_RESP_ERR__PURGE_INFLIGHT)
    /// The connection to a broker broke.
    public static let transport = Self(RD_KAFKA_RESP_ERR__TRANSPORT)
    /// No broker is connected.
    public static let allBrokersDown = Self(RD_KAFKA_RESP_ERR__ALL_BROKERS_DOWN)
    /// A host name does not resolve.
    public static let resolve = Self(RD_KAFKA_RESP_ERR__RESOLVE)
    /// SASL authentication failed.
    public static let authentication = Self(RD_KAFKA_RESP_ERR__AUTHENTICATION)
    /// TLS failed.
    public static let tls = Self(RD_KAFKA_RESP_ERR__SSL)
    /// The client has a fatal error; only a new client helps.
    public static let fatal = Self(RD_KAFKA_RESP_ERR__FATAL)
    /// Another producer took over this `transactional.id`.
    public static let fenced = Self(RD_KAFKA_RESP_ERR__FENCED)
    /// The operation does not fit the client's state.
    public static let state = Self(RD_KAFKA_RESP_ERR__STATE)
    /// Another call of the same kind is under way.
    public static let conflict = Self(RD_KAFKA_RESP_ERR__CONFLICT)
    /// An argument was refused.
    public static let invalidArgument = Self(RD_KAFKA_RESP_ERR__INVALID_ARG)
    /// The client is closed.
    public static let destroyed = Self(RD_KAFKA_RESP_ERR__DESTROY)
    /// The end of a partition was reached (`enable.partition.eof`).
    public static let partitionEnd = Self(RD_KAFKA_RESP_ERR__PARTITION_EOF)
    /// There is no offset to start from and `auto.offset.reset` is `error`.
    public static let autoOffsetReset = Self(RD_KAFKA_RESP_ERR__AUTO_OFFSET_RESET)
    /// The topic does not exist, says the local metadata.
    public static let unknownTopic = Self(RD_KAFKA_RESP_ERR__UNKNOWN_TOPIC)
    /// The partition does not exist, says the local metadata.
    public static let unknownPartition = Self(RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION)
    /// The group coordinator is not known yet.
    public static let waitingForCoordinator = Self(RD_KAFKA_RESP_ERR__WAIT_COORD)
    /// The partitions belong to another member already.
    public static let assignmentLost = Self(RD_KAFKA_RESP_ERR__ASSIGNMENT_LOST)
    /// The broker is too old or leaves the request out.
    public static let unsupportedFeature = Self(RD_KAFKA_RESP_ERR__UNSUPPORTED_FEATURE)

    // MARK: Answered by a broker

    /// The broker failed for no reason it names.
    public static let unknown = Self(RD_KAFKA_RESP_ERR_UNKNOWN)
    /// The record is larger than allowed, by the broker or by the local `message.max.bytes`.
    public static let recordTooLarge = Self(RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)
    /// The records of one request and partition are together larger than allowed.
    public static let recordListTooLarge = Self(RD_KAFKA_RESP_ERR_RECORD_LIST_TOO_LARGE)
    /// The topic does not allow a record like this, for instance without a key.
    public static let invalidRecord = Self(RD_KAFKA_RESP_ERR_INVALID_RECORD)
    /// The topic does not allow a record of this time.
    public static let invalidTimestamp = Self(RD_KAFKA_RESP_ERR_INVALID_TIMESTAMP)
    /// The broker knows no such topic or partition.
    public static let unknownTopicOrPartition = Self(RD_KAFKA_RESP_ERR_UNKNOWN_TOPIC_OR_PART)
    /// The topic exists already.
    public static let topicAlreadyExists = Self(RD_KAFKA_RESP_ERR_TOPIC_ALREADY_EXISTS)
    /// No broker leads the partition at the moment.
    public static let leaderNotAvailable = Self(RD_KAFKA_RESP_ERR_LEADER_NOT_AVAILABLE)
    /// The broker no longer leads the partition.
    public static let notLeaderForPartition = Self(RD_KAFKA_RESP_ERR_NOT_LEADER_FOR_PARTITION)
    /// The broker did not finish in time.
    public static let requestTimedOut = Self(RD_KAFKA_RESP_ERR_REQUEST_TIMED_OUT)
    /// The partition does not hold the offset.
    public static let offsetOutOfRange = Self(RD_KAFKA_RESP_ERR_OFFSET_OUT_OF_RANGE)
    /// The coordinator knows no group of this name (`GROUP_ID_NOT_FOUND`).
    public static let groupNotFound = Self(RD_KAFKA_RESP_ERR_GROUP_ID_NOT_FOUND)
    /// The coordinator still reads its state.
    public static let coordinatorLoading = Self(RD_KAFKA_RESP_ERR_COORDINATOR_LOAD_IN_PROGRESS)
    /// There is no coordinator at the moment.
    public static let coordinatorNotAvailable = Self(RD_KAFKA_RESP_ERR_COORDINATOR_NOT_AVAILABLE)
    /// The coordinator is another broker.
    public static let notCoordinator = Self(RD_KAFKA_RESP_ERR_NOT_COORDINATOR)
    /// The group has moved on to another generation.
    public static let illegalGeneration = Self(RD_KAFKA_RESP_ERR_ILLEGAL_GENERATION)
    /// The group does not know this member.
    public static let unknownMember = Self(RD_KAFKA_RESP_ERR_UNKNOWN_MEMBER_ID)
    /// Another member took over this `group.instance.id`.
    public static let fencedInstance = Self(RD_KAFKA_RESP_ERR_FENCED_INSTANCE_ID)
    /// The brokers have put the member out of its group (KIP-848; `FENCED_MEMBER_EPOCH`).
    public static let fencedMember = Self(rawValue: 110)
    /// The member's epoch is not the one that the group knows (KIP-848; `STALE_MEMBER_EPOCH`).
    public static let staleMember = Self(rawValue: 113)
    /// The broker does not take this version of a request (`UNSUPPORTED_VERSION`).
    public static let unsupportedVersion = Self(RD_KAFKA_RESP_ERR_UNSUPPORTED_VERSION)
    /// The group is rebalancing.
    public static let rebalanceInProgress = Self(RD_KAFKA_RESP_ERR_REBALANCE_IN_PROGRESS)
    /// Another producer took over this `transactional.id`, says the broker.
    public static let producerFenced = Self(RD_KAFKA_RESP_ERR_PRODUCER_FENCED)
    /// The producer's epoch is out of date.
    public static let invalidProducerEpoch = Self(RD_KAFKA_RESP_ERR_INVALID_PRODUCER_EPOCH)
    /// A record's sequence number does not follow the last one.
    public static let outOfOrderSequence = Self(RD_KAFKA_RESP_ERR_OUT_OF_ORDER_SEQUENCE_NUMBER)
    /// The transaction's state does not allow this.
    public static let invalidTransactionState = Self(RD_KAFKA_RESP_ERR_INVALID_TXN_STATE)
    /// The broker does not allow so long a `transaction.timeout.ms`.
    public static let invalidTransactionTimeout = Self(RD_KAFKA_RESP_ERR_INVALID_TRANSACTION_TIMEOUT)
    /// The last transaction is still being finished.
    public static let concurrentTransactions = Self(RD_KAFKA_RESP_ERR_CONCURRENT_TRANSACTIONS)
    /// An offset commit of a transaction is still pending.
    public static let unstableOffsetCommit = Self(RD_KAFKA_RESP_ERR_UNSTABLE_OFFSET_COMMIT)
    /// Not allowed on this topic.
    public static let topicAuthorizationFailed = Self(RD_KAFKA_RESP_ERR_TOPIC_AUTHORIZATION_FAILED)
    /// Not allowed in this group.
    public static let groupAuthorizationFailed = Self(RD_KAFKA_RESP_ERR_GROUP_AUTHORIZATION_FAILED)
    /// Not allowed on this cluster.
    public static let clusterAuthorizationFailed = Self(RD_KAFKA_RESP_ERR_CLUSTER_AUTHORIZATION_FAILED)
    /// Not allowed with this `transactional.id`.
    public static let transactionalIDAuthorizationFailed = Self(RD_KAFKA_RESP_ERR_TRANSACTIONAL_ID_AUTHORIZATION_FAILED)
    /// The broker does not take records that are compressed like this.
    public static let unsupportedCompression = Self(RD_KAFKA_RESP_ERR_UNSUPPORTED_COMPRESSION_TYPE)
    /// A policy of the broker forbids it.
    public static let policyViolation = Self(RD_KAFKA_RESP_ERR_POLICY_VIOLATION)
}

extension KafkaErrorCode {
    /// Whether the same call may well succeed later, judged by the code alone.
    ///
    /// Used where librdkafka hands out a bare code; where it hands out an error object, that object's verdict counts.
    public var isTransient: Bool {
        switch self {
        case .timedOut, .transport, .allBrokersDown, .resolve, .waitingForCoordinator, .queueFull, .conflict,
            .requestTimedOut, .coordinatorLoading, .coordinatorNotAvailable, .notCoordinator, .leaderNotAvailable,
            .notLeaderForPartition,
            .unstableOffsetCommit, .concurrentTransactions:
            true
        default: false
        }
    }
}
