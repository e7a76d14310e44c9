// A classic consumer group: members, generations and rebalances, after Kafka's ClassicGroup and GroupMetadataManager.

/// A group and its members. The first member leads: it is the one whose joining begins a rebalance.
struct Group: Sendable {
    enum State: Sendable {
        case empty, preparing, stable
    }

    struct Member: Sendable {
        var id: String
        var instance: String?
        var topics: [String]
        var sessionTimeout: Int64
        var rebalanceTimeout: Int64
        var sessionEnd: Int64
        /// The number of the answer that this member waits for.
        var heldJoin: Int?
        var assignment: [PartitionID] = []
    }

    let name: String
    var offsets = GroupOffsets()
    private(set) var state = State.empty
    private(set) var generation = 0
    private(set) var members: [Member] = []
    /// Ids that were given out and are expected to join.
    private var expected: [(id: String, end: Int64)] = []
    private var rebalanceEnd: Int64 = 0
    private var isInitial = false
    private var idsGiven = 0
    private(set) var answers: [(number: Int, response: Response)] = []

    init(name: String) {
        self.name = name
    }

    mutating func takeAnswers() -> [(number: Int, response: Response)] {
        defer { answers.removeAll(keepingCapacity: true) }
        return answers
    }

    private func index(of member: String) -> Int? { members.firstIndex { $0.id == member } }

    private mutating func makeID(_ instance: String?) -> String {
        idsGiven += 1
        return "\(instance ?? "member")-\(idsGiven)"
    }

    // MARK: Requests

    /// Answers JoinGroup, at once or under `number`.
    mutating func join(_ request: JoinGroup, number: Int, topics: TopicTable, delay: Int64, at now: Int64) -> Response {
        if request.member.isEmpty {
            guard let instance = request.instance else {
                let id = makeID(nil)
                expected.append((id, now + request.sessionTimeout))
                return .memberIDRequired(id)
            }
            if let index = members.firstIndex(where: { $0.instance == instance }) {
                return replace(index, request, number: number, topics: topics, at: now)
            }
            add(request, id: makeID(instance), number: number, topics: topics, delay: delay, at: now)
            return .held(number)
        }
        if let index = expected.firstIndex(where: { $0.id == request.member }) {
            expected.remove(at: index)
            add(request, id: request.member, number: number, topics: topics, delay: delay, at: now)
            return .held(number)
        }
        if let error = mismatch(request.member, request.instance) { return .failed(error) }
        guard let index = index(of: request.member) else { return .failed(.unknownMemberID) }
        if state == .stable && index != 0 && members[index].topics == request.topics {
            members[index].sessionEnd = now + members[index].sessionTimeout
            return joined(index)
        }
        members[index].topics = request.topics
        members[index].sessionTimeout = request.sessionTimeout
        members[index].rebalanceTimeout = request.rebalanceTimeout
        members[index].heldJoin = number
        prepareRebalance(topics: topics, at: now)
        return .held(number)
    }

    mutating func heartbeat(_ membership: Membership, at now: Int64) -> Response {
        if let error = refusal(of: membership) { return .failed(error) }
        touch(membership.member, at: now)
        return state == .preparing ? .failed(.rebalanceInProgress) : .done
    }

    mutating func leave(_ member: String, instance: String?, topics: TopicTable, at now: Int64) -> Response {
        if let index = expected.firstIndex(where: { $0.id == member && instance == nil }) {
            expected.remove(at: index)
            if state == .preparing { completeIfAllJoined(topics: topics, at: now) }
            return .done
        }
        let index =
            member.isEmpty
            ? members.firstIndex { $0.instance == instance && instance != nil } : index(of: member)
        if !member.isEmpty, let error = mismatch(member, instance) { return .failed(error) }
        guard let index else { return .failed(.unknownMemberID) }
        remove(index, topics: topics, at: now)
        return .done
    }

    /// Why a member may not speak for the group; nil if it may.
    func refusal(of membership: Membership) -> ErrorCode? {
        if let error = mismatch(membership.member, membership.instance) { return error }
        guard index(of: membership.member) != nil else { return .unknownMemberID }
        return membership.generation == generation ? nil : .illegalGeneration
    }

    /// Counts a sign of life.
    mutating func touch(_ member: String, at now: Int64) {
        guard let index = index(of: member) else { return }
        members[index].sessionEnd = now + members[index].sessionTimeout
    }

    /// Whether an instance id belongs to another member by now.
    private func mismatch(_ member: String, _ instance: String?) -> ErrorCode? {
        guard let instance else { return nil }
        guard let owner = members.first(where: { $0.instance == instance }) else { return .unknownMemberID }
        return owner.id == member ? nil : .fencedInstanceID
    }

    // MARK: Members

    private mutating func add(
        _ request: JoinGroup,
        id: String,
        number: Int,
        topics: TopicTable,
        delay: Int64,
        at now: Int64
    ) {
        members.append(
            Member(
                id: id,
                instance: request.instance,
                topics: request.topics,
                sessionTimeout: request.sessionTimeout,
                rebalanceTimeout: request.rebalanceTimeout,
                sessionEnd: now + request.sessionTimeout,
                heldJoin: number
            )
        )
        if state == .empty && delay > 0 {
            state = .preparing
            isInitial = true
            rebalanceEnd = now + delay
        } else {
            prepareRebalance(topics: topics, at: now)
        }
    }

    /// Gives a static member that comes back its place, under a new id that fences the old one.
    private mutating func replace(
        _ index: Int,
        _ request: JoinGroup,
        number: Int,
        topics: TopicTable,
        at now: Int64
    ) -> Response {
        if let held = members[index].heldJoin { answers.append((held, .failed(.fencedInstanceID))) }
        members[index].id = makeID(request.instance)
        members[index].sessionTimeout = request.sessionTimeout
        members[index].rebalanceTimeout = request.rebalanceTimeout
        members[index].sessionEnd = now + request.sessionTimeout
        members[index].heldJoin = nil
        if state == .stable && members[index].topics == request.topics { return joined(index) }
        members[index].topics = request.topics
        members[index].heldJoin = number
        prepareRebalance(topics: topics, at: now)
        return .held(number)
    }

    private mutating func remove(_ index: Int, topics: TopicTable, at now: Int64) {
        let member = members.remove(at: index)
        if let held = member.heldJoin { answers.append((held, .failed(.unknownMemberID))) }
        prepareRebalance(topics: topics, at: now)
    }

    // MARK: Rebalances

    private mutating func prepareRebalance(topics: TopicTable, at now: Int64) {
        if state != .preparing {
            state = .preparing
            isInitial = false
            rebalanceEnd = now + max(members.map(\.rebalanceTimeout).max() ?? 0, 1)
        }
        completeIfAllJoined(topics: topics, at: now)
    }

    private mutating func completeIfAllJoined(topics: TopicTable, at now: Int64) {
        guard !isInitial, expected.isEmpty, members.allSatisfy({ $0.heldJoin != nil }) else { return }
        complete(topics: topics, at: now)
    }

    /// Begins the next generation with those who are there. Static members keep their place until their session ends.
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

    private func joined(_ index: Int) -> Response {
        .joined(
            Joined(
                member: members[index].id,
                generation: generation,
                assignment: members[index].assignment,
                isLeader: index == 0
            )
        )
    }

    /// Gives each member a range of each of its topics, in the order of instance and member ids.
    private mutating func assign(_ topics: TopicTable) {
        for index in members.indices { members[index].assignment.removeAll(keepingCapacity: true) }
        let order = members.indices.sorted {
            (members[$0].instance ?? members[$0].id) < (members[$1].instance ?? members[$1].id)
        }
        for topic in Set(members.flatMap(\.topics)).sorted() {
            let readers = order.filter { members[$0].topics.contains(topic) }
            let count = topics.partitionCount(of: topic)
            var next = 0
            for (place, index) in readers.enumerated() {
                let share = count / readers.count + (place < count % readers.count ? 1 : 0)
                members[index].assignment += (next..<next + share).map { PartitionID(topic, $0) }
                next += share
            }
        }
    }

    // MARK: Time

    /// When a session or a rebalance ends. A member that waits for its generation is alive.
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
