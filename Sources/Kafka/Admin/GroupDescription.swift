// A group as its coordinator describes it. Values: any thread.

internal import CRdKafka

/// Who is in a group.
public struct GroupDescription: Hashable, Sendable {
    /// One consumer of the group.
    public struct Member: Hashable, Sendable {
        /// Its `client.id`.
        public let clientID: String
        /// The name that the coordinator gave it.
        public let memberID: String
        /// Its `group.instance.id`; nil for none.
        public let instanceID: String?
        /// Where it connects from.
        public let host: String
        /// What it reads.
        public let partitions: [TopicPartition]
    }

    /// What the coordinator says of the group: `Stable`, `Empty`, `PreparingRebalance`, `CompletingRebalance`, or
    /// `Dead` for one that it does not know.
    public let state: String
    /// The members at present.
    public let members: [Member]
    /// Whether all members have what was shared out last.
    public var isStable: Bool { state == "Stable" }
    /// Whether there is no such group.
    public var isUnknown: Bool { state == GroupDescription.dead }

    private static let dead = "Dead"

    /// Reads the answer about one group (`rd_kafka_event_DescribeConsumerGroups_result`).
    @unsafe
    init(answer event: OpaquePointer, _ operation: String) throws(KafkaError) {
        // SAFETY: the event is alive, and with it all that it lends; texts are NUL-ended or NULL.
        var count = 0
        let result = unsafe rd_kafka_event_DescribeConsumerGroups_result(event)
        guard let groups = unsafe rd_kafka_DescribeConsumerGroups_result_groups(result, &count), count == 1,
            let group = unsafe groups[0]
        else { throw KafkaError(code: .unknown, operation: operation) }
        if let error = unsafe rd_kafka_ConsumerGroupDescription_error(group) {
            let code = unsafe KafkaErrorCode(rd_kafka_error_code(error))
            guard code == .groupNotFound else { throw KafkaError(code: code, operation: operation) }
            state = Self.dead
            members = []
            return
        }
        state = unsafe String(
            library: rd_kafka_consumer_group_state_name(rd_kafka_ConsumerGroupDescription_state(group))
        )
        members = unsafe (0..<rd_kafka_ConsumerGroupDescription_member_count(group)).map { index in
            let member = unsafe rd_kafka_ConsumerGroupDescription_member(group, index)
            let instance = unsafe String(library: rd_kafka_MemberDescription_group_instance_id(member))
            let assigned = unsafe rd_kafka_MemberAssignment_partitions(rd_kafka_MemberDescription_assignment(member))
            return unsafe Member(
                clientID: String(library: rd_kafka_MemberDescription_client_id(member)),
                memberID: String(library: rd_kafka_MemberDescription_consumer_id(member)),
                instanceID: instance.isEmpty ? nil : instance,
                host: String(library: rd_kafka_MemberDescription_host(member)),
                partitions: assigned.map { unsafe PartitionList.read($0).map(\.partition) } ?? []
            )
        }
    }
}
