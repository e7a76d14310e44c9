// Makes plans, writes them as offsets of the group that is to read them, and follows their progress. A plan is written
// in one transaction whose id all processes with the same replay share, so that of two that begin at once the second
// finds the plan of the first; and only while the group has no members, whose work it would undo.

internal import Kafka
public import Worker

/// Makes plans for one replay.
///
/// All calls come from one thread.
public final class ReplayPlanner {
    private let configuration: WorkerConfiguration
    private let group: String
    private let command: Int64
    private let topic: TopicInspector

    /// Connects in the background.
    ///
    /// - Parameters:
    ///   - configuration: That of the replay's workers.
    ///   - group: The group that is to read the plan.
    ///   - words: What the command was given that decides what is read and where to it is written. A plan that was made
    ///     for other words is refused.
    /// - Throws: What librdkafka refuses of the settings.
    public init(_ configuration: WorkerConfiguration, group: String, words: [String]) throws(ConfigurationFaults) {
        self.configuration = configuration
        self.group = group
        command = ReplayPlan.hash(of: words)
        // A process that was killed may have left transactions open, which hold up the lanes, but not the plan.
        topic = try TopicInspector(configuration, group: group, awaitsTransactions: false)
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
        _ = try topic.partitions(wanted)
        let earlier = try stored()
        if let earlier, !restarts { return try own(earlier) }
        return try newPlan(from: from, to: to, partitions: wanted, replacing: earlier?.number)
    }

    /// A plan for what the places stand for now.
    public func newPlan(
        from: RangeBound,
        to: RangeBound,
        partitions wanted: [Int32]?,
        replacing number: Int64? = nil
    ) throws(CommandFailure) -> ReplayPlan {
        ReplayPlan(
            group: group,
            of: command,
            try topic.ranges(from: from, to: to, partitions: wanted),
            replacing: number
        )
    }

    /// The plan for what the group has not read: one that was begun and is not done, or all from its offsets to the
    /// end.
    public func planOfRest() throws(CommandFailure) -> ReplayPlan {
        let earlier = try stored()
        if let earlier, earlier.origin == .unfinished { return try own(earlier) }
        let ranges = try topic.unreadRanges(to: .latest, partitions: nil)
        return ReplayPlan(group: group, of: command, ranges, replacing: earlier?.number)
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

    /// The times of the first records of each step.
    public func times(_ plan: ReplayPlan) throws(CommandFailure) -> [Int32: Int64] {
        let starts = plan.steps.filter { $0.count > 0 }.map { ($0.partition, $0.from) }
        return try topic.times(of: Dictionary(uniqueKeysWithValues: starts))
    }

    /// Brings a plan up to date with what all processes of the replay have committed.
    public func refresh(_ plan: inout ReplayPlan) throws(CommandFailure) {
        plan.take(try topic.entries(plan.steps.map(\.partition)).compactMap { ReplayStep($0) })
    }

    /// The plan that stands on the cluster in the place of this one.
    public func standing(in plan: ReplayPlan) throws(CommandFailure) -> ReplayPlan { try stored().map(own) ?? plan }

    /// Ends the connections.
    public func close() { topic.close() }

    // MARK: - On the cluster

    /// Writes a new plan, unless another process has written one since it was made.
    ///
    /// - Returns: The plan that stands on the cluster now.
    /// - Throws: Why it cannot be written.
    public func begin(_ plan: ReplayPlan) throws(CommandFailure) -> ReplayPlan {
        var failure = KafkaError(code: .timedOut, operation: "write the plan")
        for _ in 0..<5 {
            if let there = try stored(), there.number != plan.replaced { return try own(there) }
            do throws(KafkaError) {
                try write(plan)
            } catch {
                // Another process is about it or at work already, or the outcome is not known: what stands there now
                // decides. Kafka 3.9 may answer a producer that is replaced while it commits that the error is unknown.
                failure = error
                let mayStand = error.code.isFencing || error.code.isLostMembership || error.isRetriable
                guard mayStand || [.timedOut, .unknown].contains(error.code) else { break }
            }
        }
        if failure.code == .unsupportedFeature {
            throw CommandFailure("--delivery exactly-once: \(failure.message); use --delivery at-least-once")
        }
        if failure.code.isLostMembership || failure.code == .rebalanceInProgress {
            throw CommandFailure(
                try topic.activity() ?? "group '\(group)' has active members: stop the processes of this replay first"
            )
        }
        throw CommandFailure(
            failure,
            Rights(
                topic: (configuration.inputTopic, "Read"),
                group: (group, "Read"),
                transactionalID: ClientSettings.planTransactionalID(configuration)
            )
        )
    }

    /// A plan that stands on the cluster, if this command may go on with it.
    private func own(_ plan: ReplayPlan) throws(CommandFailure) -> ReplayPlan {
        guard plan.isMade(by: command) else {
            throw CommandFailure(
                "group '\(group)' holds the plan of a command with other topics, places, partitions or reasons: "
                    + "give that command again, or, to replay, --restart or another --replay-id"
            )
        }
        return plan
    }

    /// Writes a plan if none was written meanwhile; whether it was has to be looked up.
    private func write(_ plan: ReplayPlan) throws(KafkaError) {
        let entries = plan.steps.map { $0.entry(in: configuration.inputTopic) }
        let timeout = configuration.patience.limit
        guard configuration.delivery == .exactlyOnce else {
            return try topic.consumer.commit(entries, timeout: timeout)
        }
        let id = ClientSettings.planTransactionalID(configuration)
        let producer: Producer
        do {
            producer = try Producer(ClientSettings.transactionalProducer(configuration, id: id, "plan"))
        } catch {
            throw KafkaError(code: .invalidArgument, operation: "make a producer", message: error.description)
        }
        defer { producer.close(within: .zero) }
        try producer.initTransactions(timeout: timeout)
        // From here on no other process can write one unless this one's is refused.
        let there: ReplayPlan?
        do throws(CommandFailure) {
            there = try stored()
        } catch {
            throw KafkaError(code: .timedOut, operation: "read the plan", message: error.description)
        }
        guard there?.number == plan.replaced else { return }
        try producer.beginTransaction()
        do throws(KafkaError) {
            try producer.sendOffsets(entries, groupMetadata: GroupMetadata(ofEmptyGroup: group), timeout: timeout)
        } catch {
            try? producer.abortTransaction(timeout: timeout)
            throw error
        }
        try producer.commitTransaction(timeout: timeout)
    }

    /// The plan that stands on the cluster, with its progress.
    private func stored() throws(CommandFailure) -> ReplayPlan? {
        let entries = try topic.entries(topic.partitions(nil))
        return ReplayPlan(group: group, entries.compactMap { ReplayStep($0) })
    }
}
