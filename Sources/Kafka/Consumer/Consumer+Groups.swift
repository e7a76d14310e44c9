// Which groups there are, which of them read a topic, and who is in one. Changes nothing. Runs on the consumer's
// thread.

internal import CRdKafka

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
        return try unsafe client.ask(
            RD_KAFKA_ADMIN_OP_DESCRIBECONSUMERGROUPS,
            answeredBy: RD_KAFKA_EVENT_DESCRIBECONSUMERGROUPS_RESULT,
            until: deadline,
            operation
        ) { options, queue in
            unsafe group.withCString { name in
                var names: [UnsafePointer<CChar>?] = unsafe [name]
                unsafe rd_kafka_DescribeConsumerGroups(client.pointer, &names, 1, options, queue)
            }
        } read: { (event) throws(KafkaError) in
            try unsafe GroupDescription(answer: event, operation)
        }
    }

    /// Asks all brokers for their groups, and which members have partitions of a topic (`rd_kafka_list_groups`).
    ///
    /// Brokers leave out groups that the client may not see. The cost grows with the number of groups on the cluster.
    ///
    /// - Returns: The `client.id`s of the members that have partitions of the topic, by group; groups without such are
    ///   left out.
    public func clients(reading topic: String, timeout: Duration) throws(KafkaError) -> [String: Set<String>] {
        let assigned = Self.name(of: topic)
        return try unsafe withGroups(timeout) { groups in
            var found: [String: Set<String>] = [:]
            for index in 0..<groups.count {
                let group = unsafe groups[index]
                for place in 0..<(unsafe Int(group.member_cnt)) {
                    let member = unsafe group.members[place]
                    let assignment = unsafe UnsafeRawBufferPointer(
                        start: member.member_assignment,
                        count: Int(member.member_assignment_size)
                    )
                    guard unsafe assignment.contains(assigned) else { continue }
                    let name = unsafe String(library: group.group)
                    unsafe found[name, default: []].insert(String(library: member.client_id))
                }
            }
            return found
        }
    }

    /// The names of all groups that the client may see (`rd_kafka_list_groups`).
    public func groupNames(timeout: Duration) throws(KafkaError) -> [String] {
        try unsafe withGroups(timeout) { groups in unsafe groups.map { unsafe String(library: $0.group) } }
    }

    /// Lends the groups that all brokers list.
    @unsafe
    private func withGroups<Result>(
        _ timeout: Duration,
        _ body: (UnsafeBufferPointer<rd_kafka_group_info>) -> Result
    ) throws(KafkaError) -> Result {
        let operation = "list groups"
        let client = try open(operation)
        // SAFETY: the client is alive; the list is ours, lent before it is destroyed, and its arrays have the sizes
        // that it states.
        var answer: UnsafePointer<rd_kafka_group_list>?
        let code = unsafe rd_kafka_list_groups(client.pointer, nil, &answer, timeout.libraryMilliseconds)
        defer { unsafe answer.map { unsafe rd_kafka_group_list_destroy($0) } }
        // With part of the brokers away the list is partial, and good enough.
        if unsafe answer == nil { try KafkaError.check(code, operation) }
        let count = unsafe answer.map { unsafe Int($0.pointee.group_cnt) } ?? 0
        return unsafe body(UnsafeBufferPointer(start: answer?.pointee.groups, count: count))
    }

    /// A topic's name as an assignment of the consumer protocol holds it: its length in two bytes, then its bytes.
    private static func name(of topic: String) -> [UInt8] {
        let bytes = Array(topic.utf8)
        return [UInt8(truncatingIfNeeded: bytes.count >> 8), UInt8(truncatingIfNeeded: bytes.count)] + bytes
    }
}
