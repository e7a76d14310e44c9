// A classic consumer group: members, generations and rebalances, after Kafka's ClassicGroup and GroupMetadataManager.

/// A group and its members.
///
/// The first member leads: it is the one whose joining begins a rebalance.
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
    var state = State.empty
    var generation = 0
    var members: [Member] = []
    /// Ids that were given out and are expected to join.
    var expected: [(id: String, end: Int64)] = []
    var rebalanceEnd: Int64 = 0
    var isInitial = false
    /// How many partitions were shared out in this generation.
    var sharedCount = 0
    private var idsGiven = 0
    var answers: [(number: Int, response: Response)] = []

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

    mutating func remove(_ index: Int, topics: TopicTable, at now: Int64) {
        let member = members.remove(at: index)
        if let held = member.heldJoin { answers.append((held, .failed(.unknownMemberID))) }
        prepareRebalance(topics: topics, at: now)
    }
}
