// What a rewind will do to each partition, worked out before anything is done. Pure.

public import Kafka

/// A change of a group's offset in one partition.
public struct RewindStep: Sendable, Equatable {
    /// The partition's number.
    public var partition: Int32
    /// The committed offset; nil if there is none.
    public var from: Int64?
    /// The offset that was asked for, which may lie outside of the partition.
    public var wanted: Int64
    /// The offset to commit.
    public var to: Int64
    /// The offset after the newest record.
    public var high: Int64
    /// Records that were to be repeated, but that retention has removed.
    public var removed: Int64

    /// Records that will be read again; negative for records that will never be read.
    public var repeated: Int64 { min(from ?? high, high) - to }
}

/// How far a group is to go.
public enum RewindTarget: Sendable, Equatable {
    case bound(RangeBound)
    /// So many records on from the committed offset, or back if negative.
    case shift(Int64)
}

/// The steps of a rewind, by partition.
public struct RewindPlan: Sendable, Equatable {
    /// One for each partition, in order.
    public var steps: [RewindStep]

    /// Works out the steps.
    ///
    /// - Parameters:
    ///   - target: Where the group is to go.
    ///   - offsets: For a bound, what it stands for in each partition.
    ///   - extents: What each partition holds.
    ///   - committed: The group's offsets.
    /// - Throws: If a partition has no committed offset that `shift` could count from.
    public init(
        _ target: RewindTarget,
        offsets: [Int32: Int64],
        extents: [Int32: Watermarks],
        committed: [Int32: Int64]
    ) throws(CommandFailure) {
        steps = []
        for (partition, extent) in extents.sorted(by: { $0.key < $1.key }) {
            let from = committed[partition]
            let wanted: Int64
            switch target {
            case .shift(let count):
                guard let from else {
                    throw CommandFailure("--shift-by: the group has no committed offset in partition \(partition)")
                }
                wanted = from + count
            case .bound(.offset(let offset)): wanted = offset
            case .bound: wanted = offsets[partition] ?? extent.high
            }
            let to = min(max(wanted, extent.low), extent.high)
            steps.append(
                RewindStep(
                    partition: partition,
                    from: from,
                    wanted: wanted,
                    to: to,
                    high: extent.high,
                    removed: max(0, to - max(0, wanted))
                )
            )
        }
    }

    /// The steps that change something.
    public var changes: [RewindStep] { steps.filter { $0.from != $0.to } }
}
