// What a rebalance did to a consumer's partitions.
// The group protocol itself stays inside librdkafka. A value: any thread.

/// A change of the partitions a consumer owns.
public struct RebalanceEvent: Sendable {
    /// What happened to the partitions.
    public enum Change: Hashable, Sendable {
        /// They are ours from now on, unless there is a `failure`.
        case assigned
        /// They are taken away in an orderly way; until the handler returns their offsets may still be committed.
        case revoked
        /// They belong to somebody else already; committing their offsets would be wrong.
        case lost
    }

    /// How the group hands partitions over.
    public enum GroupProtocol: Hashable, Sendable {
        /// All partitions are given back before new ones are given out.
        case eager
        /// Only what moves is taken away.
        case cooperative
        /// No protocol is agreed on yet.
        case none
    }

    /// What happened.
    public let change: Change
    /// The partitions it happened to; under `cooperative` not all that are owned.
    public let partitions: [TopicPartition]
    /// The protocol in force.
    public let groupProtocol: GroupProtocol
    /// Set if the group or the library failed at it; the library rejoins by itself.
    public let failure: KafkaError?

    /// Describes a change.
    public init(
        change: Change,
        partitions: [TopicPartition],
        groupProtocol: GroupProtocol,
        failure: KafkaError? = nil
    ) {
        self.change = change
        self.partitions = partitions
        self.groupProtocol = groupProtocol
        self.failure = failure
    }
}

/// Takes rebalances, on the polling thread, inside a collection or while closing.
public typealias RebalanceHandler = (RebalanceEvent) -> Void
