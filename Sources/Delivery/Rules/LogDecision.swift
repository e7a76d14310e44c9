// Where to read a partition on whose position is not in its log, or that has none. Pure.

package import Kafka

/// A position, and what was lost on the way to it.
package struct LogDecision: Equatable {
    /// Why the position was not in the log.
    package enum Cause: Hashable {
        /// The group has no offset for the partition.
        case none
        /// Retention, or DeleteRecords, has removed records that were not read yet.
        case removed
        /// The log ends before the position: the topic was made again, or brokers have lost its end.
        case replaced
        /// It is there: an answer of brokers that did not hold.
        case present
    }

    package let cause: Cause
    /// The offset to read from.
    package let start: Int64
    /// The offsets of records that were not read and are gone, as far as is known.
    package var gone: Range<Int64>?

    /// Decides.
    ///
    /// - Parameters:
    ///   - position: The next offset to read; nil if the group has none.
    ///   - log: The oldest offset, and the end.
    ///   - knownEnd: The end of the log when it was last seen; nil if it never was.
    ///   - skipsHistory: Whether a partition without an offset starts at its end; what is not read yet of a partition
    ///     with one is never skipped.
    package init(position: Int64?, log: Watermarks, knownEnd: Int64?, skipsHistory: Bool) {
        guard let position else {
            cause = .none
            start = skipsHistory ? log.high : log.low
            return
        }
        if position < log.low {
            cause = .removed
            start = log.low
            gone = position..<log.low
        } else if position > log.high {
            cause = .replaced
            start = log.low
            if let knownEnd, knownEnd > position { gone = position..<knownEnd }
        } else {
            cause = .present
            start = position
        }
    }

    /// Decides about a partition of a topic that was deleted and made again: the new log is read from its beginning.
    package init(afterDeletionAt position: Int64?, log: Watermarks, knownEnd: Int64?) {
        cause = .replaced
        start = log.low
        if let position, let knownEnd, knownEnd > position { gone = position..<knownEnd }
    }
}

/// Which partitions there were when a group began with `--auto-offset-reset latest`: kept beside each committed offset,
/// so that a partition that comes later is told from one that has had no record yet.
package enum FirstStart {
    private static let name = "partitions"

    /// The text beside an offset.
    package static func note(partitions: Int) -> String { OffsetNote.text([name: Int64(partitions)]) }

    /// Whether a partition without an offset came after the group had begun, so that all its records are to be read.
    ///
    /// - Parameters:
    ///   - partition: The partition's number.
    ///   - offsets: The group's offsets in all partitions of the topic.
    /// - Returns: false also for a group that begins.
    package static func isLater(_ partition: Int32, than offsets: [TopicPartitionOffset]) -> Bool {
        guard !offsets.isEmpty else { return false }
        let counts = offsets.compactMap { OffsetNote.numbers($0.metadata)[name] }
        guard let first = counts.min() else { return true }
        return Int64(partition) >= first
    }
}
