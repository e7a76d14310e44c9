// The errors that the simulated brokers answer with, under the names of Kafka's protocol.

/// An error of the protocol; the raw value is Kafka's name of it.
package enum ErrorCode: String, Sendable, CustomStringConvertible {
    case offsetOutOfRange = "OFFSET_OUT_OF_RANGE"
    case unknownTopicOrPartition = "UNKNOWN_TOPIC_OR_PARTITION"
    case unknownTopicID = "UNKNOWN_TOPIC_ID"
    case topicAlreadyExists = "TOPIC_ALREADY_EXISTS"
    case invalidPartitions = "INVALID_PARTITIONS"
    case notLeaderOrFollower = "NOT_LEADER_OR_FOLLOWER"
    case notEnoughReplicas = "NOT_ENOUGH_REPLICAS"

    case outOfOrderSequenceNumber = "OUT_OF_ORDER_SEQUENCE_NUMBER"
    case invalidProducerEpoch = "INVALID_PRODUCER_EPOCH"
    case invalidProducerIDMapping = "INVALID_PRODUCER_ID_MAPPING"
    case invalidTxnState = "INVALID_TXN_STATE"
    case concurrentTransactions = "CONCURRENT_TRANSACTIONS"
    case producerFenced = "PRODUCER_FENCED"
    case transactionAbortable = "TRANSACTION_ABORTABLE"

    case illegalGeneration = "ILLEGAL_GENERATION"
    case unknownMemberID = "UNKNOWN_MEMBER_ID"
    case rebalanceInProgress = "REBALANCE_IN_PROGRESS"
    case fencedInstanceID = "FENCED_INSTANCE_ID"
    case unstableOffsetCommit = "UNSTABLE_OFFSET_COMMIT"

    case messageTooLarge = "MESSAGE_TOO_LARGE"
    case topicAuthorizationFailed = "TOPIC_AUTHORIZATION_FAILED"
    case groupAuthorizationFailed = "GROUP_AUTHORIZATION_FAILED"
    case transactionalIDAuthorizationFailed = "TRANSACTIONAL_ID_AUTHORIZATION_FAILED"

    package var description: String { rawValue }
}
