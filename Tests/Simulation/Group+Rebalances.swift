// When a generation begins, and who is in it.

extension Group {
    mutating func prepareRebalance(topics: TopicTable, at now: Int64) {
        if state != .preparing {
            state = .preparing
            isInitial = false
            rebalanceEnd = now + max(members.map(\.rebalanceTimeout).max() ?? 0, 1)
        }
        completeIfAllJoined(topics: topics, at: now)
    }

    mutating func completeIfAllJoined(topics: TopicTable, at now: Int64) {
        guard !isInitial, expected.isEmpty, members.allSatisfy({ $0.heldJoin != nil }) else { return }
        complete(topics: topics, at: now)
    }

    /// Begins the next generation with those who are there.
    ///
    /// Static members keep their place until their session ends.
    private mutating func complete(topics: TopicTable, at now: Int64) {
        members.removeAll { $0.heldJoin == nil && $0.instance == nil }
        if !members.isEmpty && members.allSatisfy({ $0.heldJoin == nil }) {
            rebalanceEnd = now + max(members.map(\.rebalanceTimeout).max() ?? 0, 1)
            return
        }
        if let leader = members.firstIndex(where: { $0.heldJoin != nil }), leader > 0 {
            members.insert(members.remove(at: leader), at: 0)
        }
        generation += 1
        isInitial = false
        state = members.isEmpty ? .empty : .stable
        assign(topics)
        for index in members.indices {
            members[index].sessionEnd = max(members[index].sessionEnd, now + members[index].sessionTimeout)
            guard let held = members[index].heldJoin else { continue }
            members[index].heldJoin = nil
            answers.append((held, joined(index)))
        }
    }

    func joined(_ index: Int) -> Response {
        .joined(
            Joined(
                member: members[index].id,
                generation: generation,
                assignment: members[index].assignment,
                isLeader: index == 0,
                partitionCount: sharedCount
            )
        )
    }

    /// Gives each member a range of each of its topics, in the order of instance and member ids.
    private mutating func assign(_ topics: TopicTable) {
        for index in members.indices { members[index].assignment.removeAll(keepingCapacity: true) }
        let order = members.indices.sorted {
            (members[$0].instance ?? members[$0].id) < (members[$1].instance ?? members[$1].id)
        }
        sharedCount = 0
        for topic in Set(members.flatMap(\.topics)).sorted() {
            let readers = order.filter { members[$0].topics.contains(topic) }
            let count = topics.partitionCount(of: topic)
            sharedCount += count
            var next = 0
            for (place, index) in readers.enumerated() {
                let share = count / readers.count + (place < count % readers.count ? 1 : 0)
                members[index].assignment += (next..<next + share).map { PartitionID(topic, $0) }
                next += share
            }
        }
    }

    // MARK: Time

    /// When a session or a rebalance ends.
    ///
    /// A member that waits for its generation is alive.
    var nextDeadline: Int64? {
        var deadline = state == .preparing ? rebalanceEnd : nil
        for member in members where member.heldJoin == nil { deadline = min(deadline ?? .max, member.sessionEnd) }
        for each in expected { deadline = min(deadline ?? .max, each.end) }
        return deadline
    }

    mutating func advance(to now: Int64, topics: TopicTable) {
        let isWaiting = !expected.isEmpty
        expected.removeAll { $0.end <= now }
        if isWaiting && state == .preparing { completeIfAllJoined(topics: topics, at: now) }
        while let index = members.firstIndex(where: { $0.heldJoin == nil && $0.sessionEnd <= now }) {
            remove(index, topics: topics, at: now)
        }
        if state == .preparing && rebalanceEnd <= now { complete(topics: topics, at: now) }
    }
}
