// A closed range of records to be read once more beside the live group, and how far that has come. Both are kept on the
// cluster, as offsets of three groups: where it begins, where it ends, and the group that the replay's workers share.

/// One partition of a replay.
public struct ReplayStep: Sendable, Equatable {
    /// The partition's number.
    public var partition: Int32
    /// The first offset to read.
    public var from: Int64
    /// The offset after the last one to read.
    public var to: Int64
    /// The next offset to read; everything before it is accounted for.
    public var next: Int64

    /// Offsets in the range.
    public var count: Int64 { max(0, to - from) }
    /// Offsets that are accounted for.
    public var done: Int64 { min(max(0, next - from), count) }
}

/// The plan of a replay.
public struct ReplayPlan: Sendable, Equatable {
    /// Where the plan comes from.
    public enum Origin: Sendable, Equatable {
        /// Worked out now.
        case new
        /// An earlier run of the same replay, which is not done.
        case unfinished
        /// An earlier run of the same replay, which is done.
        case finished
    }

    /// The group that the workers of the replay share.
    public let group: String
    /// One for each partition, in order.
    public var steps: [ReplayStep]
    /// Where the plan comes from.
    public var origin: Origin

    /// Offsets in the range.
    public var count: Int64 { steps.reduce(0) { $0 + $1.count } }
    /// Offsets that are accounted for.
    public var done: Int64 { steps.reduce(0) { $0 + $1.done } }
    /// Whether all of the range is accounted for.
    public var isDone: Bool { done == count }
    /// Where reading ends in each partition.
    public var ends: [Int32: Int64] {
        Dictionary(uniqueKeysWithValues: steps.filter { $0.count > 0 }.map { ($0.partition, $0.to) })
    }

    /// Whether every offset of another plan is in this one.
    public func covers(_ other: ReplayPlan) -> Bool {
        other.steps.allSatisfy { step in
            step.count == 0
                || steps.contains {
                    $0.partition == step.partition && $0.from <= step.from && $0.to >= step.to
                }
        }
    }

    /// The group of a replay.
    public static func group(of liveGroup: String, named name: String) -> String { "\(liveGroup).replay.\(name)" }
}

/// Makes plans, keeps them on the cluster, and follows their progress.
public final class ReplayPlanner {
    private let group: String
    private let topic: TopicInspector
    private let begins: TopicInspector
    private let ends: TopicInspector

    /// Connects in the background.
    public init(_ configuration: WorkerConfiguration, group: String) throws(ConfigurationFaults) {
        self.group = group
        topic = try TopicInspector(configuration, group: group)
        begins = try TopicInspector(configuration, group: group + ".from")
        ends = try TopicInspector(configuration, group: group + ".to")
    }

    /// The plan of an earlier run of this replay, or a new one.
    ///
    /// - Parameters:
    ///   - from: Where a new one begins.
    ///   - to: Where a new one ends.
    ///   - wanted: The partitions of a new one; all if not given.
    ///   - restarts: Whether it is to be a new one anyway.
    /// - Returns: The plan; nothing is written yet.
    /// - Throws: What is wrong with topic or partitions, or with the connection.
    public func plan(
        from: RangeBound,
        to: RangeBound,
        partitions wanted: [Int32]?,
        restarts: Bool
    ) throws(CommandFailure) -> ReplayPlan {
        let partitions = try topic.partitions(wanted)
        if !restarts, let earlier = try earlier(partitions) { return earlier }
        return try newPlan(from: from, to: to, partitions: wanted)
    }

    /// A plan for what the places stand for now.
    public func newPlan(
        from: RangeBound,
        to: RangeBound,
        partitions wanted: [Int32]?
    ) throws(CommandFailure) -> ReplayPlan {
        let ranges = try topic.ranges(from: from, to: to, partitions: wanted)
        let steps = ranges.sorted { $0.key < $1.key }.map { partition, range in
            ReplayStep(partition: partition, from: range.lowerBound, to: range.upperBound, next: range.lowerBound)
        }
        return ReplayPlan(group: group, steps: steps, origin: .new)
    }

    /// Whether retention has removed records from before the beginning of a new plan that `from` asks for.
    public func isCut(_ plan: ReplayPlan, from: RangeBound) throws(CommandFailure) -> Bool {
        try topic.isCut(
            Dictionary(uniqueKeysWithValues: plan.steps.map { ($0.partition, $0.from..<$0.to) }),
            from: from
        )
    }

    /// Checks that topics are there to write to, before anything is written.
    public func require(topics: [String]) throws(CommandFailure) {
        for name in topics { try topic.require(topic: name) }
    }

    /// The members of the group that the workers of the replay share; nil from brokers that cannot say.
    public func members() throws(CommandFailure) -> [String]? { try topic.members() }

    /// The plan for what the group has not read: one that was begun and is not done, or all from its offsets to the end.
    public func planOfRest() throws(CommandFailure) -> ReplayPlan {
        let partitions = try topic.partitions(nil)
        if let earlier = try earlier(partitions), earlier.origin == .unfinished { return earlier }
        let extents = try topic.extents(partitions)
        let committed = try topic.committed(partitions)
        let steps = partitions.map { partition in
            let extent = extents[partition] ?? .init(low: 0, high: 0)
            let start = extent.unread(from: committed[partition])
            return ReplayStep(partition: partition, from: start, to: extent.high, next: start)
        }
        return ReplayPlan(group: group, steps: steps, origin: .new)
    }

    private func earlier(_ partitions: [Int32]) throws(CommandFailure) -> ReplayPlan? {
        let froms = try begins.committed(partitions)
        let tos = try ends.committed(partitions)
        let next = try topic.committed(partitions)
        guard !froms.isEmpty, froms.keys == tos.keys, froms.keys == next.keys else { return nil }
        let steps = froms.keys.sorted().map { partition in
            ReplayStep(
                partition: partition,
                from: froms[partition] ?? 0,
                to: tos[partition] ?? 0,
                next: next[partition] ?? 0
            )
        }
        var plan = ReplayPlan(group: group, steps: steps, origin: .unfinished)
        if plan.isDone { plan.origin = .finished }
        return plan
    }

    /// The times of the first records of each step.
    public func times(_ plan: ReplayPlan) throws(CommandFailure) -> [Int32: Int64] {
        let starts = plan.steps.filter { $0.count > 0 }.map { ($0.partition, $0.from) }
        return try topic.times(of: Dictionary(uniqueKeysWithValues: starts))
    }

    /// Writes a new plan; its group must have no members.
    public func begin(_ plan: ReplayPlan) throws(CommandFailure) {
        if let members = try topic.members(), !members.isEmpty {
            throw CommandFailure("replay '\(group)' is running already: \(members.joined(separator: ", "))")
        }
        try begins.commit(Dictionary(uniqueKeysWithValues: plan.steps.map { ($0.partition, $0.from) }))
        try ends.commit(Dictionary(uniqueKeysWithValues: plan.steps.map { ($0.partition, $0.to) }))
        // Last, since the plan counts as written with it.
        try topic.commit(Dictionary(uniqueKeysWithValues: plan.steps.map { ($0.partition, $0.from) }))
    }

    /// Brings a plan up to date with what all workers of the replay have committed.
    public func refresh(_ plan: inout ReplayPlan) throws(CommandFailure) {
        let next = try topic.committed(plan.steps.map(\.partition))
        for index in plan.steps.indices {
            if let offset = next[plan.steps[index].partition] { plan.steps[index].next = offset }
        }
    }

    /// Ends the connections.
    public func close() {
        for inspector in [topic, begins, ends] { inspector.close() }
    }
}
