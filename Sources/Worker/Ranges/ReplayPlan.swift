// A closed range of records to be read again beside the live group, and how far that has come. Values.

internal import Normalization

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

    /// The group that reads it, whose offsets hold it and its progress.
    public let group: String
    /// Tells plans of one replay apart; a later one has a greater number.
    public let number: Int64
    /// The number of the plan that stood on the cluster when this one was made; nil for none.
    package let replaced: Int64?
    /// One for each partition, in order.
    public package(set) var steps: [ReplayStep]
    /// Where the plan comes from.
    public let origin: Origin
    /// Whether another process has written a later plan since.
    public package(set) var isReplaced = false

    /// Makes a plan of ranges.
    ///
    /// - Parameters:
    ///   - group: The group that is to read it.
    ///   - command: Tells the command that asks for it from others.
    ///   - ranges: Offsets by partition.
    ///   - replaced: The number of the plan that stands on the cluster.
    public init(group: String, of command: Int64, _ ranges: [Int32: Range<Int64>], replacing replaced: Int64? = nil) {
        let number = max(SystemClock.epochMilliseconds, (replaced ?? 0) + 1)
        self.group = group
        self.number = number
        self.replaced = replaced
        steps = ranges.sorted { $0.key < $1.key }.map { partition, range in
            ReplayStep(plan: number, of: command, partition: partition, from: range.lowerBound, to: range.upperBound)
        }
        origin = .new
    }

    /// The plan that the group's offsets hold: the latest one of these steps; nil if there is none.
    package init?(group: String, _ found: [ReplayStep]) {
        guard let number = found.map(\.plan).max() else { return nil }
        self.group = group
        self.number = number
        replaced = number
        steps = found.filter { $0.plan == number }.sorted { $0.partition < $1.partition }
        origin = steps.allSatisfy(\.isDone) ? .finished : .unfinished
    }

    /// Whether a command has made it, or one with the same words.
    package func isMade(by command: Int64) -> Bool { steps.allSatisfy { $0.command == command } }

    /// Offsets in the range.
    public var count: Int64 { steps.reduce(0) { $0 + $1.count } }
    /// Offsets that are dealt with.
    public var done: Int64 { steps.reduce(0) { $0 + $1.done } }
    /// Whether all of the range is dealt with.
    public var isDone: Bool { done == count }
    /// What became of all offsets that are dealt with.
    public var account: RangeAccount { steps.reduce(into: RangeAccount()) { $0.add($1.account) } }

    /// Whether every offset of another plan is in this one.
    public func covers(_ other: ReplayPlan) -> Bool {
        other.steps.allSatisfy { step in
            step.count == 0
                || steps.contains { $0.partition == step.partition && $0.from <= step.from && $0.to >= step.to }
        }
    }

    /// Brings the plan up to date with what the group's offsets hold.
    package mutating func take(_ found: [ReplayStep]) {
        for index in steps.indices {
            if let step = found.first(where: { $0.plan == number && $0.partition == steps[index].partition }) {
                steps[index] = step
            }
        }
        isReplaced = found.contains { $0.plan > number }
    }

    /// Tells the words of commands apart, by a number that is not negative.
    public static func hash(of words: [String]) -> Int64 {
        Int64(RecordPosition.namespace(of: words.joined(separator: "\n")))
    }

    /// The group of a replay.
    public static func group(of liveGroup: String, named name: String) -> String { "\(liveGroup).replay.\(name)" }
}
