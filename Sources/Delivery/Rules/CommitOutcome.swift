// Tells from the group's offsets whether an attempt counts whose commit was not answered. Pure.

package import Kafka

/// What the group's offsets say of a commit.
package enum CommitOutcome: Equatable {
    case committed
    case notCommitted
    /// All of its partitions are another worker's by now, which may have got there by itself.
    case unknown

    /// Compares.
    ///
    /// - Parameters:
    ///   - wanted: The offsets of the commit, which moves all of them or none.
    ///   - group: The group's offsets; nil if they are not known.
    ///   - isOwned: Whether a partition was the worker's all the time, so that no other worker can have moved it.
    package init(
        of wanted: [TopicPartitionOffset],
        in group: [TopicPartition: Int64]?,
        isOwned: (TopicPartition) -> Bool
    ) {
        guard let group else {
            self = .unknown
            return
        }
        if wanted.contains(where: { isOwned($0.partition) && group[$0.partition] == $0.offset }) {
            self = .committed
        } else if wanted.contains(where: { (group[$0.partition] ?? -1) < $0.offset }) {
            self = .notCommitted
        } else {
            self = .unknown
        }
    }

    /// The word for it in the log.
    package var text: String {
        switch self {
        case .committed: "true"
        case .notCommitted: "false"
        case .unknown: "unknown"
        }
    }
}
