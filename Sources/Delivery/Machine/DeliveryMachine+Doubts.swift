// Answers of the group that are older than what a lane knows: how they come about, and for how long they are doubted.

internal import Kafka

/// A coordinator that was frozen gives the offsets of its past until it hears that another broker has its place, which
/// takes it a second or two.
///
/// Believed, they would have records delivered again that are committed, or a topic taken for another one; and the
/// group's generation, which is the same all the while, would let it pass.
extension DeliveryMachine {
    /// For how long, in nanoseconds, such answers are doubted; after that the group has lost what it had.
    private static let longestDoubt: Int64 = 5 * .second

    /// Whether an answer is to be asked for again.
    mutating func doubts(_ isOld: Bool) -> Bool {
        guard isOld, obeys(.doubtOldOffsets) else {
            oldSince = nil
            return false
        }
        let since = oldSince ?? moment.now
        oldSince = since
        return moment.now - since < DeliveryMachine.longestDoubt
    }

    /// Whether offsets may be older than what the lane has committed, or has tried to.
    func isOld(_ entries: [TopicPartitionOffset], for question: Question) -> Bool {
        if case .settle(let attempt) = question.purpose { return outcome(of: attempt, in: entries) == .notCommitted }
        return areOld(entries, of: question.partitions)
    }

    /// Whether the group's offsets of these partitions are older than what the lane has committed.
    func areOld(_ entries: [TopicPartitionOffset], of partitions: [TopicPartition]) -> Bool {
        partitions.contains { partition in
            let offset = entries.first { $0.partition == partition }?.offset
            guard !lost.contains(partition), offset != nil || keepsOffsets else { return false }
            return committed.isOld(offset, of: partition)
        }
    }
}
