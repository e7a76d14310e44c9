// Which partitions are owned and which offset comes next in each: decides about every record that arrives.
// Pure: no C, no clock, no I/O. Used on the polling thread.

/// Books of a consumer's partitions.
///
/// Every partition ever seen has a slot that stays its own, so that the way of a record needs no hashing.
struct PartitionTracker {
    /// What to do with a record.
    enum Verdict: Equatable {
        /// It is the next one, or the first since the partition was assigned.
        case expected
        /// It is new, but offsets before it are missing, from this one on.
        case afterGap(expected: Int64)
        /// It was handed out before.
        case duplicate
        /// Its partition is not ours.
        case notOwned
    }

    private struct Slot {
        let partition: TopicPartition
        var isOwned = false
        var next: Int64?
    }

    private var slots: [Slot] = []
    private var index: [TopicPartition: Int] = [:]
    private var taken: Set<TopicPartition> = []

    /// Whether partitions were taken away since `takeRevocations` was last called.
    private(set) var hasRevocations = false

    /// The partition's slot, made if need be.
    mutating func slot(of partition: TopicPartition) -> Int {
        if let slot = index[partition] { return slot }
        slots.append(Slot(partition: partition))
        index[partition] = slots.count - 1
        return slots.count - 1
    }

    /// Gives out partitions.
    ///
    /// Their next offset is the one that arrives first.
    mutating func assign(_ partitions: some Sequence<TopicPartition>) {
        for partition in partitions {
            let slot = slot(of: partition)
            slots[slot].isOwned = true
            slots[slot].next = nil
        }
    }

    mutating func revoke(_ partitions: some Sequence<TopicPartition>) {
        for partition in partitions {
            guard let slot = index[partition] else { continue }
            slots[slot].isOwned = false
            slots[slot].next = nil
            taken.insert(partition)
            hasRevocations = true
        }
    }

    mutating func revokeAll() { revoke(owned) }

    /// The partitions taken away since the last call, even those that came back meanwhile.
    mutating func takeRevocations() -> Set<TopicPartition> {
        hasRevocations = false
        defer { taken = [] }
        return taken
    }

    /// Judges a record and, if it is new, expects the one after it.
    mutating func admit(offset: Int64, slot: Int) -> Verdict {
        guard slots[slot].isOwned else { return .notOwned }
        let expected = slots[slot].next ?? offset
        guard offset >= expected else { return .duplicate }
        slots[slot].next = offset + 1
        return offset == expected ? .expected : .afterGap(expected: expected)
    }

    func nextOffset(of partition: TopicPartition) -> Int64? { index[partition].flatMap { slots[$0].next } }

    /// Expects another offset after a seek; nil takes the one that arrives first.
    mutating func expect(_ offset: Int64?, of partition: TopicPartition) { slots[slot(of: partition)].next = offset }

    func owns(_ partition: TopicPartition) -> Bool { index[partition].map { slots[$0].isOwned } ?? false }

    /// All partitions that are ours, in the order first seen.
    var owned: [TopicPartition] { slots.filter(\.isOwned).map(\.partition) }
}
