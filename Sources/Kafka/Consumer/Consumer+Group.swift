// Who is in a group, asked of its coordinator. Changes nothing. Runs on the consumer's thread.

internal import CRdKafka

/// A group as its coordinator sees it.
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

        /// Describes a member.
        public init(
            clientID: String,
            memberID: String,
            instanceID: String?,
            host: String,
            partitions: [TopicPartition] = []
        ) {
            self.clientID = clientID
            self.memberID = memberID
            self.instanceID = instanceID
            self.host = host
            self.partitions = partitions
        }
    }

    /// What the coordinator says of the group: `Stable`, `Empty`, `PreparingRebalance`, `CompletingRebalance`, or `Dead` for one that
    /// it does not know.
    public let state: String
    /// The members at present.
    public let members: [Member]
    /// Whether there is no such group.
    public var isUnknown: Bool { state == GroupDescription.dead }

    static let dead = "Dead"
}

extension Consumer {
    /// Whether the brokers are librdkafka's own mock cluster (`rd_kafka_clusterid`); false if none answers within 5 s.
    public var isOnMockCluster: Bool {
        (try? isOnMockCluster(until: Deadline(after: .seconds(5)), "cluster id")) ?? false
    }

    private func isOnMockCluster(until deadline: Deadline, _ operation: String) throws(KafkaError) -> Bool {
        let client = try open(operation)
        // SAFETY: the client is alive; the text is ours, NUL-ended, and freed once after it was read.
        guard let text = unsafe rd_kafka_clusterid(client.pointer, deadline.remaining.libraryMilliseconds) else {
            throw KafkaError(code: .timedOut, operation: operation)
        }
        defer { unsafe rd_kafka_mem_free(client.pointer, text) }
        return unsafe String(library: text).hasPrefix("mockCluster")
    }

    /// Asks who is in a group (`rd_kafka_DescribeConsumerGroups`).
    ///
    /// librdkafka's mock cluster is not asked: it cannot say, and up to 2.14.1 the library ends the process for that
    /// (its issue 4605).
    ///
    /// - Throws: `unsupportedFeature` from brokers that cannot say.
    public func describeGroup(_ group: String, timeout: Duration) throws(KafkaError) -> GroupDescription {
        let operation = "describe group \(group)"
        let client = try open(operation)
        let deadline = Deadline(after: timeout)
        guard try !isOnMockCluster(until: deadline, operation) else {
            throw KafkaError(code: .unsupportedFeature, operation: operation)
        }
        return try unsafe client.askCoordinator(
            RD_KAFKA_ADMIN_OP_DESCRIBECONSUMERGROUPS,
            RD_KAFKA_EVENT_DESCRIBECONSUMERGROUPS_RESULT,
            until: deadline,
            operation
        ) { options, queue in
            unsafe group.withCString { name in
                var names: [UnsafePointer<CChar>?] = unsafe [name]
                unsafe rd_kafka_DescribeConsumerGroups(client.pointer, &names, 1, options, queue)
            }
        } read: { event in
            unsafe Self.readGroup(event, operation)
        }
    }

    @unsafe
    private static func readGroup(
        _ event: OpaquePointer,
        _ operation: String
    ) -> Result<GroupDescription, KafkaError> {
        // SAFETY: the event is alive, and with it all that it lends; texts are NUL-ended or NULL.
        var count = 0
        let result = unsafe rd_kafka_event_DescribeConsumerGroups_result(event)
        guard let groups = unsafe rd_kafka_DescribeConsumerGroups_result_groups(result, &count), count == 1,
            let group = unsafe groups[0]
        else { return .failure(KafkaError(code: .unknown, operation: operation)) }
        if let error = unsafe rd_kafka_ConsumerGroupDescription_error(group) {
            let code = unsafe KafkaErrorCode(rd_kafka_error_code(error))
            if code == .groupNotFound { return .success(GroupDescription(state: GroupDescription.dead, members: [])) }
            return .failure(KafkaError(code: code, operation: operation))
        }
        let members = unsafe (0..<rd_kafka_ConsumerGroupDescription_member_count(group)).map { index in
            let member = unsafe rd_kafka_ConsumerGroupDescription_member(group, index)
            let instance = unsafe String(library: rd_kafka_MemberDescription_group_instance_id(member))
            let assigned = unsafe rd_kafka_MemberAssignment_partitions(rd_kafka_MemberDescription_assignment(member))
            return unsafe GroupDescription.Member(
                clientID: String(library: rd_kafka_MemberDescription_client_id(member)),
                memberID: String(library: rd_kafka_MemberDescription_consumer_id(member)),
                instanceID: instance.isEmpty ? nil : instance,
                host: String(library: rd_kafka_MemberDescription_host(member)),
                partitions: assigned.map { unsafe PartitionList.read($0).map(\.partition) } ?? []
            )
        }
        let state = unsafe String(
            library:
                rd_kafka_consumer_group_state_name(rd_kafka_ConsumerGroupDescription_state(group))
        )
        return .success(GroupDescription(state: state, members: members))
    }
}
