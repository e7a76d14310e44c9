// What codes have in common, for those who decide what to do about an error. Values.

extension KafkaErrorCode {
    /// Whether another producer, or the passing of the transaction's time, has ended this one.
    public var isFencing: Bool { self == .fenced || self == .producerFenced || self == .invalidProducerEpoch }

    /// Whether it comes from the library and not from a broker.
    public var isLocal: Bool { rawValue < KafkaErrorCode.unknown.rawValue }

    /// Whether the group no longer knows the consumer under the membership that was presented.
    public var isLostMembership: Bool {
        switch self {
        case .illegalGeneration, .unknownMember, .fencedInstance, .fencedMember, .staleMember: true
        default: false
        }
    }

    /// Whether a right is missing.
    public var isAuthorization: Bool {
        self == .topicAuthorizationFailed || self == .groupAuthorizationFailed || self == .clusterAuthorizationFailed
            || self == .transactionalIDAuthorizationFailed
    }

    /// Whether brokers cannot be reached, or do not let the client in.
    public var isConnectionLoss: Bool { self == .allBrokersDown || self == .authentication || self == .tls }

    /// Whether a group or an id is about to get another coordinator.
    public var isCoordinatorMoving: Bool {
        self == .notCoordinator || self == .coordinatorLoading || self == .coordinatorNotAvailable
    }

    /// Whether the topic or the partition is not there.
    public var isMissingTopic: Bool {
        self == .unknownTopic || self == .unknownPartition || self == .unknownTopicOrPartition
    }

    /// Whether brokers do not take the record for what it is, today or tomorrow.
    public var isRefusalOfRecord: Bool {
        switch self {
        case .recordTooLarge, .recordListTooLarge, .policyViolation, .invalidRecord, .invalidTimestamp: true
        default: false
        }
    }
}
