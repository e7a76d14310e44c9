// What commands ask about a group: whether it is there, who is in it, its offsets. Writes nothing but the offsets that
// it is told to commit. One thread.

internal import Kafka
internal import Worker

extension TopicInspector {
    /// What the coordinator says of the group; nil from brokers that cannot say.
    func describeGroup() throws(CommandFailure) -> GroupDescription? {
        do throws(KafkaError) {
            return try askCoordinator(consumer) { () throws(KafkaError) in
                try consumer.describeGroup(group, timeout: patience.limit)
            }
        } catch {
            if error.code == .unsupportedFeature { return nil }
            throw CommandFailure(error, Rights(group: (group, "Describe")), silent: coordinator)
        }
    }

    /// The members of the group, in words; nil from brokers that cannot say.
    public func members() throws(CommandFailure) -> [String]? {
        try describeGroup()?.members.map { member in
            let name = member.instanceID.map { "\($0) (\(member.clientID))" } ?? member.memberID
            return "\(name) at \(member.host)"
        }
    }

    /// What keeps others from moving the group's offsets: its members, in words; nil if it has none, or brokers cannot
    /// say.
    public func activity() throws(CommandFailure) -> String? {
        guard let members = try members(), !members.isEmpty else { return nil }
        return "group '\(group)' has active members, stop them first:\n  " + members.joined(separator: "\n  ")
            + "\na worker that was killed, or stopped with a --group-instance-id, stays a member until its session "
            + "times out"
    }

    /// Checks that the group is there: that it has members or offsets.
    ///
    /// - Throws: Also the names of groups that the user may have meant.
    public func requireGroup() throws(CommandFailure) {
        guard try describeGroup()?.isUnknown == true else { return }
        // Without the right to see others there are none to name.
        let names = (try? consumer.groupNames(timeout: patience.limit)) ?? []
        let alike = NearestName.alike(group, among: names)
        throw CommandFailure(
            "group '\(group)' does not exist: no worker has ever run with --group-id \(group)"
                + (alike.isEmpty ? "" : "; did you mean " + alike.map { "'\($0)'" }.joined(separator: " or ") + "?")
        )
    }

    /// Asks the coordinator of the group, with `client`.
    ///
    /// A coordinator that has just begun to be one, or has moved, is asked again within the time limit. Without a right
    /// to the group librdkafka does not find its coordinator: the question only runs out of time, and the client tells
    /// the refusal by itself.
    private func askCoordinator<Answer>(
        _ client: Consumer,
        _ body: () throws(KafkaError) -> Answer
    ) throws(KafkaError) -> Answer {
        let end = ContinuousClock.now + patience.limit
        while true {
            do throws(KafkaError) {
                let answer = try patience.ask(coordinator, body)
                isGroupForbidden = false
                return answer
            } catch {
                client.spokenErrors().forEach(noteRefusal)
                if error.code.isTransient, isGroupForbidden {
                    throw KafkaError(code: .groupAuthorizationFailed, operation: error.operation)
                }
                guard error.code.isCoordinatorMoving, ContinuousClock.now < end else { throw error }
                WorkerThread.sleep(milliseconds: 250)
            }
        }
    }

    /// The broker that keeps the group, in words.
    var coordinator: String { "the coordinator of group '\(group)'" }

    /// The group's offsets; partitions without one are left out.
    public func committed(_ partitions: [Int32]) throws(CommandFailure) -> [Int32: Int64] {
        try entries(partitions).reduce(into: [:]) { $0[$1.partition.partition] = $1.offset }
    }

    /// The same, with the notes beside them.
    func entries(_ partitions: [Int32]) throws(CommandFailure) -> [TopicPartitionOffset] {
        do throws(KafkaError) {
            let places = partitions.map { TopicPartition(topic, $0) }
            let client = offsets ?? consumer
            return try askCoordinator(client) { () throws(KafkaError) in
                try client.committedEntries(places, timeout: patience.limit)
            }
        } catch {
            guard error.code == .timedOut, offsets == nil else { throw failure(error, "Describe") }
            throw CommandFailure(
                "the offsets of group '\(group)' cannot be read: no broker answers, or a worker that was killed has "
                    + "left a transaction open, which ends after its --transaction-timeout; try again",
                isTransient: true
            )
        }
    }

    /// Makes these the group's offsets; brokers refuse it while the group has members.
    public func commit(_ offsets: [Int32: Int64]) throws(CommandFailure) {
        do throws(KafkaError) {
            let places = offsets.map { TopicPartitionOffset(TopicPartition(topic, $0.key), $0.value) }
            try askCoordinator(consumer) { () throws(KafkaError) in
                try consumer.commit(places, timeout: patience.limit)
            }
        } catch {
            if error.code.isLostMembership || error.code == .rebalanceInProgress {
                throw CommandFailure("group '\(group)' has active members: stop its workers first")
            }
            throw failure(error, "Read")
        }
    }

    /// Checks that offsets of the group may be committed, by a commit for a partition that cannot be: brokers look at
    /// the right first, and then say that there is no such partition.
    func requireRightToCommit() throws(CommandFailure) {
        let nowhere = TopicPartitionOffset(TopicPartition(topic, .max), 0)
        do throws(KafkaError) {
            try askCoordinator(consumer) { () throws(KafkaError) in
                try consumer.commit([nowhere], timeout: patience.limit)
            }
        } catch {
            // Members commit with their names; without one it is refused after the right was looked at.
            if error.code.isMissingTopic || error.code.isLostMembership || error.code == .rebalanceInProgress { return }
            throw failure(error, "Read")
        }
    }

    /// The failure of a question about the group's offsets, which needs a right on the topic and in the group.
    private func failure(_ error: KafkaError, _ right: String) -> CommandFailure {
        CommandFailure(error, Rights(topic: (topic, right), group: (group, right)), silent: coordinator)
    }
}
