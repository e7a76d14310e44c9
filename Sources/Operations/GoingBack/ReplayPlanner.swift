// Makes plans, keeps them on the cluster, and follows their progress. A plan is written in one transaction whose id all
// processes with the same replay share, so that of two that begin at once the second finds the plan of the first.

internal import Delivery
internal import Kafka
public import Worker

/// Makes plans for one replay.
///
/// All calls come from one thread.
public final class ReplayPlanner {
    private let configuration: WorkerConfiguration
    private let group: String
    private let topic: TopicInspector
    private let records: TopicInspector

    /// Connects in the background.
    ///
    /// - Parameters:
    ///   - configuration: That of the replay's workers.
    ///   - group: The group that keeps the progress.
    /// - Throws: What librdkafka refuses of the settings.
    public init(_ configuration: WorkerConfiguration, group: String) throws(ConfigurationFaults) {
        self.configuration = configuration
        self.group = group
        // A process that was killed may have left transactions open, which the lanes will end.
        topic = try TopicInspector(configuration, group: group, awaitsTransactions: false)
        records = try TopicInspector(configuration, group: ReplayPlan.record(of: group), awaitsTransactions: false)
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
        if let earlier, !restarts { return earlier }
        return try newPlan(from: from, to: to, partitions: wanted, replacing: earlier?.number)
    }

    /// A plan for what the places stand for now.
    public func newPlan(
        from: RangeBound,
        to: RangeBound,
        partitions wanted: [Int32]?,
        replacing number: Int64? = nil
    ) throws(CommandFailure) -> ReplayPlan {
        ReplayPlan(group: group, try topic.ranges(from: from, to: to, partitions: wanted), replacing: number)
    }

    /// The plan for what the group has not read: one that was begun and is not done, or all from its offsets to the end.
    public func planOfRest() throws(CommandFailure) -> ReplayPlan {
        let earlier = try stored()
        if let earlier, earlier.origin == .unfinished { return earlier }
        let partitions = try topic.partitions(nil)
        let extents = try topic.extents(partitions)
        let committed = try topic.committed(partitions)
        var ranges: [Int32: Range<Int64>] = [:]
        for (partition, extent) in extents {
            ranges[partition] = extent.unread(from: committed[partition])..<extent.high
        }
        return ReplayPlan(group: group, ranges, replacing: earlier?.number)
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
        let entries = try topic.entries(plan.steps.map(\.partition))
        for index in plan.steps.indices { plan.steps[index].take(entries) }
        plan.isReplaced = entries.contains { (RangeProgress($0)?.plan ?? 0) > plan.number }
    }

    /// Ends the connections.
    public func close() {
        topic.close()
        records.close()
    }

    // MARK: - On the cluster

    /// Writes a new plan, unless another process has written one since it was made.
    ///
    /// - Returns: The plan that stands on the cluster now.
    /// - Throws: Why it cannot be written.
    public func begin(_ plan: ReplayPlan) throws(CommandFailure) -> ReplayPlan {
        var failure = KafkaError(code: .timedOut, operation: "write the plan")
        for _ in 0..<5 {
            if let there = try stored(), there.number != plan.replaced { return there }
            do throws(KafkaError) {
                try write(plan)
            } catch {
                // Another process is about it, or the outcome is not known: what stands there now decides. Kafka 3.9 may
                // answer a producer that is replaced while it commits that the error is unknown.
                failure = error
                guard error.code.isFencing || error.isRetriable || [.timedOut, .unknown].contains(error.code) else {
                    break
                }
            }
        }
        if failure.code == .unsupportedFeature {
            throw CommandFailure("--delivery exactly-once: \(failure.message); use --delivery at-least-once")
        }
        throw CommandFailure(
            failure,
            Rights(
                topic: (configuration.inputTopic, "Read"),
                group: (ReplayPlan.record(of: group), "Read"),
                transactionalID: ClientSettings.planTransactionalID(configuration)
            )
        )
    }

    /// Writes a plan if none was written meanwhile; whether it was has to be looked up.
    private func write(_ plan: ReplayPlan) throws(KafkaError) {
        let entries = plan.steps.map { step in
            TopicPartitionOffset(
                TopicPartition(configuration.inputTopic, step.partition),
                step.from,
                metadata: OffsetNote.text(["plan": plan.number, "to": step.to])
            )
        }
        let timeout = configuration.patience.limit
        guard configuration.delivery == .exactlyOnce else {
            return try records.consumer.commit(entries, timeout: timeout)
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
        let membership = GroupMetadata(ofGroup: ReplayPlan.record(of: group))
        try producer.sendOffsets(entries, groupMetadata: membership, timeout: timeout)
        try producer.commitTransaction(timeout: timeout)
    }

    /// The plan that stands on the cluster, with its progress.
    private func stored() throws(CommandFailure) -> ReplayPlan? {
        let partitions = try topic.partitions(nil)
        let entries = try records.entries(partitions)
        let numbers = entries.map { OffsetNote.numbers($0.metadata) }
        guard let number = numbers.compactMap({ $0["plan"] }).max() else { return nil }
        let progress = try topic.entries(partitions)
        var steps: [ReplayStep] = []
        for (entry, numbers) in zip(entries, numbers) where numbers["plan"] == number {
            let partition = entry.partition.partition
            var step = ReplayStep(plan: number, partition: partition, from: entry.offset, to: numbers["to"] ?? 0)
            step.take(progress)
            steps.append(step)
        }
        steps.sort { $0.partition < $1.partition }
        return ReplayPlan(
            group: group,
            number: number,
            replaced: number,
            steps: steps,
            origin: steps.allSatisfy(\.isDone) ? .finished : .unfinished
        )
    }
}

extension ReplayStep {
    /// Takes the progress of this plan out of what the group has committed.
    fileprivate mutating func take(_ entries: [TopicPartitionOffset]) {
        guard let entry = entries.first(where: { $0.partition.partition == partition }),
            let found = RangeProgress(entry), found.plan == progress.plan
        else { return }
        progress = found
    }
}
