// The group coordinator: which group a request is about, and what a member may do to its offsets.

/// All groups.
struct GroupCoordinator: Sendable {
    private var groups: [Group] = []
    private var heldCount = 0

    private func index(of name: String) -> Int? { groups.firstIndex { $0.name == name } }

    /// The group of a name; the first who speaks of it makes it.
    private mutating func make(_ name: String) -> Int {
        if let index = index(of: name) { return index }
        groups.append(Group(name: name))
        return groups.count - 1
    }

    func generation(of name: String) -> Int { index(of: name).map { groups[$0].generation } ?? 0 }

    // MARK: Members

    mutating func join(_ request: JoinGroup, topics: TopicTable, delay: Int64, at now: Int64) -> Response {
        let index = index(of: request.group)
        if index == nil && !request.member.isEmpty { return .failed(.unknownMemberID) }
        heldCount += 1
        return groups[index ?? make(request.group)].join(
            request,
            number: heldCount,
            topics: topics,
            delay: delay,
            at: now
        )
    }

    mutating func heartbeat(_ group: String, _ membership: Membership, at now: Int64) -> Response {
        guard let index = index(of: group) else { return .failed(.unknownMemberID) }
        return groups[index].heartbeat(membership, at: now)
    }

    mutating func leave(
        _ group: String,
        _ member: String,
        instance: String?,
        topics: TopicTable,
        at now: Int64
    ) -> Response {
        guard let index = index(of: group) else { return .failed(.unknownMemberID) }
        return groups[index].leave(member, instance: instance, topics: topics, at: now)
    }

    // MARK: Offsets

    mutating func commit(
        _ offsets: [PartitionOffset],
        of name: String,
        _ membership: Membership,
        at now: Int64
    ) -> Response {
        let index = make(name)
        // Whoever is in no group may commit only where there is none.
        let isAlone = membership.generation < 0 && groups[index].state == .empty
        if !isAlone {
            if let error = groups[index].refusal(of: membership) { return .failed(missing(name, membership) ?? error) }
            groups[index].touch(membership.member, at: now)
        }
        groups[index].offsets.commit(offsets)
        return .done
    }

    func hasOpenTransaction(of producerID: Int64, in group: String) -> Bool {
        index(of: group).map { groups[$0].offsets.hasOpenTransaction(of: producerID) } ?? false
    }

    /// Keeps offsets for the end of a transaction.
    ///
    /// Who names neither member nor generation is not checked (KIP-447).
    mutating func hold(_ request: TxnOffsetCommit) -> Response {
        let index = make(request.group)
        if request.membership != .none, let error = groups[index].refusal(of: request.membership) {
            return .failed(missing(request.group, request.membership) ?? error)
        }
        return groups[index].offsets.hold(request.offsets, of: request.producer).map(Response.failed) ?? .done
    }

    /// A group that never had a member is no group that a generation could be of.
    private func missing(_ name: String, _ membership: Membership) -> ErrorCode? {
        guard let index = index(of: name), groups[index].generation == 0, groups[index].members.isEmpty else {
            return nil
        }
        return .illegalGeneration
    }

    func fetch(_ partitions: [PartitionID], of group: String, requiresStable: Bool) -> Response {
        guard let index = index(of: group) else { return .offsets(partitions.map { GroupOffset($0, nil) }) }
        return .offsets(groups[index].offsets.fetch(partitions, requiresStable: requiresStable))
    }

    mutating func writeMarker(of producer: ProducerIdentity, commits: Bool, in group: String) {
        groups[make(group)].offsets.writeMarker(of: producer, commits: commits)
    }

    mutating func forget(topic: String) {
        for index in groups.indices { groups[index].offsets.forget(topic: topic) }
    }

    // MARK: Time

    var nextDeadline: Int64? {
        var deadline: Int64?
        for group in groups {
            if let own = group.nextDeadline { deadline = min(deadline ?? own, own) }
        }
        return deadline
    }

    mutating func advance(to now: Int64, topics: TopicTable) {
        for index in groups.indices { groups[index].advance(to: now, topics: topics) }
    }

    mutating func takeAnswers() -> [(number: Int, response: Response)] {
        var answers: [(number: Int, response: Response)] = []
        for index in groups.indices where !groups[index].answers.isEmpty { answers += groups[index].takeAnswers() }
        return answers
    }
}
