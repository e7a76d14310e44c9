// A closed range of records to be read once more beside the live group, and how far that has come. Values.

/// One partition of a replay.
public struct ReplayStep: Sendable, Equatable {
    /// The partition's number.
    public let partition: Int32
    /// The first offset to read.
    public let from: Int64
    /// The offset after the last one to read.
    public let to: Int64
    /// How far it is.
    public package(set) var progress: RangeProgress

    /// Nothing of it is done yet.
    public init(plan: Int64, partition: Int32, from: Int64, to: Int64) {
        self.partition = partition
        self.from = from
        self.to = to
        progress = RangeProgress(plan: plan, next: from)
    }

    /// Offsets in the range.
    public var count: Int64 { max(0, to - from) }
    /// The next offset to read.
    public var next: Int64 { progress.next }
    /// Offsets that are dealt with.
    public var done: Int64 { min(max(0, next - from), count) }
    /// Whether all of it is dealt with.
    public var isDone: Bool { done == count }
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

    /// The group that keeps the progress.
    public let group: String
    /// Tells plans of one replay apart; a later one has a greater number.
    public let number: Int64
    /// The number of the plan that stood on the cluster when this one was made; nil for none.
    package let replaced: Int64?
    /// One for each partition, in order.
    public package(set) var steps: [ReplayStep]
    /// Where the plan comes from.
    public let origin: Origin
    /// Whether another process has begun the replay anew since.
    public package(set) var isReplaced = false

    /// Makes a plan of ranges.
    ///
    /// - Parameters:
    ///   - group: The group that keeps the progress.
    ///   - ranges: Offsets by partition.
    ///   - replaced: The number of the plan that stands on the cluster.
    public init(group: String, _ ranges: [Int32: Range<Int64>], replacing replaced: Int64? = nil) {
        let number = max(SystemClock.epochMilliseconds, (replaced ?? 0) + 1)
        self.init(
            group: group,
            number: number,
            replaced: replaced,
            steps: ranges.sorted { $0.key < $1.key }.map { partition, range in
                ReplayStep(plan: number, partition: partition, from: range.lowerBound, to: range.upperBound)
            },
            origin: .new
        )
    }

    package init(group: String, number: Int64, replaced: Int64?, steps: [ReplayStep], origin: Origin) {
        self.group = group
        self.number = number
        self.replaced = replaced
        self.steps = steps
        self.origin = origin
    }

    /// Partitions that are read together, under one transactional id.
    package struct Share: Sendable, Equatable {
        /// One for each partition; at least one.
        var steps: [ReplayStep]
        /// The first partition, after which the share is named.
        var number: Int32 { steps[0].partition }
        /// Offsets that are dealt with.
        var done: Int64 { steps.reduce(0) { $0 + $1.done } }
        /// Whether all of it is dealt with.
        var isDone: Bool { steps.allSatisfy(\.isDone) }
    }

    /// What lanes take: for all processes with this plan the same, wherever it is.
    ///
    /// A partition each, unless there are many with little to read in each: then taking them would be most of the work.
    package var shares: [Share] {
        let filled = steps.filter { $0.count > 0 }
        let most = Int(max(8, count / 250_000))
        return (0..<min(most, filled.count)).map { first in
            Share(steps: stride(from: first, to: filled.count, by: most).map { filled[$0] })
        }
    }

    /// Offsets in the range.
    public var count: Int64 { steps.reduce(0) { $0 + $1.count } }
    /// Offsets that are dealt with.
    public var done: Int64 { steps.reduce(0) { $0 + $1.done } }
    /// Whether all of the range is dealt with.
    public var isDone: Bool { done == count }
    /// What became of all offsets that are dealt with.
    public var account: RangeProgress {
        steps.reduce(into: RangeProgress(plan: number, next: 0)) { $0.add($1.progress) }
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

    /// The group whose offsets say where the ranges of a plan begin; a note beside each tells the plan's number and the end.
    package static func record(of group: String) -> String { "\(group).plan" }
}
