// What a lane reads of its topic: all that the group gives it, or of that the ranges of a plan, each to its end. A
// value; one lane's thread.

internal import Kafka

/// The partitions of a lane as its group gives them, without an end, or with the end that a plan has for each.
struct Assignment {
    private let topic: String
    private let plan: Int64
    /// Where each partition of the plan ends, others than which are not read; nil if there is no plan.
    private let ends: [TopicPartition: Int64]?
    private var ranges: [TopicPartition: AssignedRange] = [:]
    private var lost: Set<TopicPartition> = []
    /// The ends of logs when they were last seen.
    var logEnds: [TopicPartition: Int64] = [:]

    init(_ configuration: WorkerConfiguration) {
        let topic = configuration.inputTopic
        self.topic = topic
        plan = configuration.plan?.number ?? 0
        ends = configuration.plan.map { plan in
            Dictionary(uniqueKeysWithValues: plan.steps.map { (TopicPartition(topic, $0.partition), $0.to) })
        }
    }

    // MARK: - Partitions that go

    /// Forgets partitions that were taken away, even if they came back.
    mutating func giveUp(_ partitions: Set<TopicPartition>) {
        lost.formUnion(partitions)
        for partition in partitions { ranges[partition] = nil }
    }

    mutating func takeLost() -> Set<TopicPartition> {
        defer { lost = [] }
        return lost
    }

    // MARK: - Reading

    /// Whether records of a partition are still to come.
    func isWanted(_ partition: TopicPartition) -> Bool {
        guard let ends else { return true }
        return ends[partition] != nil && ranges[partition]?.isRead != true
    }

    /// Takes out of a batch what is not to be read, and pauses where nothing more is.
    ///
    /// - Returns: Offsets that were passed over, those between the last record and the end of a range among them.
    mutating func cut(_ batch: inout MessageBatch, _ outcome: CollectionOutcome, _ consumer: Consumer) -> [OffsetGap] {
        guard let ends else { return outcome.gaps }
        var gaps = outcome.gaps.compactMap { gap in
            let end = isWanted(gap.partition) ? ends[gap.partition] ?? 0 : 0
            return gap.expected < end
                ? OffsetGap(partition: gap.partition, expected: gap.expected, found: min(gap.found, end)) : nil
        }
        var idle: [TopicPartition] = []
        for place in outcome.partitionEnds {
            guard isWanted(place.partition), let end = ends[place.partition], place.offset >= end else { continue }
            if let next = consumer.nextOffset(of: place.partition), next < end {
                gaps.append(OffsetGap(partition: place.partition, expected: next, found: end))
            }
            reachEnd(of: place.partition)
            idle.append(place.partition)
        }
        for held in batch.partitionRanges where held.count > 0 && held.nextOffset >= ends[held.partition] ?? 0 {
            batch.removeAll(in: held.partition, from: ends[held.partition] ?? 0)
            reachEnd(of: held.partition)
            idle.append(held.partition)
        }
        // A partition that cannot be paused has just been taken away.
        if !idle.isEmpty { try? consumer.pause(idle) }
        return gaps
    }

    private mutating func reachEnd(of partition: TopicPartition) {
        guard let end = ends?[partition] else { return }
        ranges[partition, default: AssignedRange(end: end)].isRead = true
    }

    /// The ends of ranges that are read and not committed, as far as is known.
    var uncommittedEnds: [TopicPartitionOffset] {
        ranges.filter { $1.isRead && $1.step?.isDone != true }.map { TopicPartitionOffset($0, $1.end) }
            .sorted { $0.partition < $1.partition }
    }

    /// Books that partitions are read from these places.
    ///
    /// - Returns: Those that may be paused and have records to come.
    mutating func go(to places: [TopicPartitionOffset]) -> [TopicPartition] {
        guard let ends else { return [] }
        let open = places.filter { $0.offset < ends[$0.partition] ?? 0 }.map(\.partition)
        for partition in open { ranges[partition]?.isRead = false }
        return open
    }

    // MARK: - The plan

    /// Takes over from the group's offsets how far partitions are.
    ///
    /// - Throws: That the group has no offset of the plan.
    mutating func learn(_ partitions: [TopicPartition], from entries: [TopicPartitionOffset]) throws(KafkaError) {
        for partition in partitions {
            guard let end = ends?[partition] else { continue }
            let step = entries.first { $0.partition == partition }.flatMap { ReplayStep($0) }
            guard let step, step.plan == plan else {
                throw KafkaError(
                    code: .state,
                    operation: "go on with \(partition)",
                    message: step == nil
                        ? "the group has no plan for it any more: was the topic made again?"
                        : "another process has written a new plan for this range",
                    isFatal: true
                )
            }
            ranges[partition, default: AssignedRange(end: end)].step = step
        }
    }

    /// The part of a log that lies before the end of its range.
    func clip(_ log: Watermarks, of partition: TopicPartition) -> Watermarks {
        Watermarks(low: min(log.low, ends?[partition] ?? .max), high: log.high)
    }

    /// Books that retention has removed records before they were read.
    mutating func lose(_ gone: Range<Int64>, of partition: TopicPartition) {
        ranges[partition]?.skip(to: gone.upperBound)
    }

    /// How far ranges are after an attempt, those that it takes on.
    ///
    /// - Parameters:
    ///   - outcomes: What became of its records.
    ///   - isWhole: Whether nothing that was handed out lies behind them.
    /// - Returns: What to commit with it, in order of the partitions; nothing if there is no plan.
    func steps(after outcomes: [PartitionOutcome], isWhole: Bool) -> [ReplayStep] {
        guard !ranges.isEmpty else { return [] }
        let counts = Dictionary(uniqueKeysWithValues: outcomes.map { ($0.partition, $0.counts) })
        return ranges.sorted { $0.key < $1.key }.compactMap { partition, range in
            range.step(after: counts[partition], isWhole: isWhole)
        }
    }

    /// What to commit after an attempt, with which ranges are as far as `steps` say.
    func offsets(after outcomes: [PartitionOutcome], _ steps: [ReplayStep]) -> [TopicPartitionOffset] {
        guard ends == nil else { return steps.map { $0.entry(in: topic) } }
        return outcomes.map { TopicPartitionOffset($0.partition, $0.counts.next) }
    }

    mutating func book(_ steps: [ReplayStep]) {
        for step in steps { ranges[TopicPartition(topic, step.partition)]?.book(step) }
    }
}

/// Where a lane is in a range that was assigned to it.
struct AssignedRange {
    let end: Int64
    /// What the group has committed; nil before it was asked.
    var step: ReplayStep?
    /// Offsets after that which retention has removed since.
    private(set) var removed: Int64 = 0
    /// Whether everything before the end was handed out.
    var isRead = false

    init(end: Int64) { self.end = end }

    /// Passes over what retention has removed, up to the oldest record that is left.
    mutating func skip(to low: Int64) {
        guard let step else { return }
        removed = max(0, min(low, end) - step.next)
        if low >= end { isRead = true }
    }

    /// How far it is after a batch, or a part of it.
    ///
    /// - Parameters:
    ///   - counts: What became of its records; nil if there were none.
    ///   - isWhole: Whether nothing that was handed out lies behind them.
    /// - Returns: What to commit; nil if it is not known or nothing new.
    func step(after counts: PartitionCounts?, isWhole: Bool) -> ReplayStep? {
        guard var after = step else { return nil }
        let position = isWhole && isRead ? end : counts?.next ?? after.next
        guard position > after.next else { return nil }
        after.advance(to: position, counts ?? PartitionCounts(), removed: removed)
        return after
    }

    mutating func book(_ step: ReplayStep) {
        self.step = step
        removed = 0
    }
}
