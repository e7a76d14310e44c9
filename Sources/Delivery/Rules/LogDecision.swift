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
/// so that a partition, or a topic, that comes later is told from one that has had no record yet.
package enum FirstStart {
    private static let name = "partitions"
    /// What stands before the name of another topic.
    private static let other = "of:"
    /// The names of other topics take so many bytes at the most.
    ///
    /// Brokers keep 4096 bytes beside an offset. A topic that is left out counts as one that came later, and
    /// nothing of it is skipped.
    private static let limit = 3000

    /// The text beside an offset of a topic at which a group begins, with how many partitions each topic has.
    package static func note(of topic: String, _ counts: [String: Int]) -> String {
        var words = [OffsetNote.text([name: Int64(counts[topic] ?? 0)])]
        var room = limit
        for (other, count) in counts.sorted(by: { $0.key < $1.key }) where other != topic {
            let word = OffsetNote.text(["\(FirstStart.other)\(other)": Int64(count)])
            room -= word.utf8.count + 1
            if room >= 0 { words.append(word) }
        }
        return words.joined(separator: " ")
    }

    /// The text beside the offset of a partition that came later than a group with these offsets had begun.
    package static func note(of partition: TopicPartition, than offsets: [TopicPartitionOffset]) -> String {
        // Of a topic that came later, every partition did.
        let isKnown = offsets.contains { $0.partition.topic == partition.topic }
        return OffsetNote.text([name: isKnown ? Int64(partition.partition) + 1 : 0])
    }

    /// Whether a partition without an offset came after the group had begun, so that all its records are to be read.
    ///
    /// - Parameters:
    ///   - partition: The partition.
    ///   - offsets: The group's offsets in all partitions of the input.
    /// - Returns: false also for a group that begins.
    package static func isLater(_ partition: TopicPartition, than offsets: [TopicPartitionOffset]) -> Bool {
        guard !offsets.isEmpty else { return false }
        let own = offsets.filter { $0.partition.topic == partition.topic }
        let counts: [Int64]
        if own.isEmpty {
            // Only what the group began with says which topics there were.
            let notes = offsets.map { OffsetNote.numbers($0.metadata) }.filter { $0[name] ?? 0 > 0 }
            counts = notes.map { $0[other + partition.topic] ?? 0 }
        } else {
            counts = own.compactMap { OffsetNote.numbers($0.metadata)[name] }
        }
        guard let first = counts.min() else { return true }
        return Int64(partition.partition) >= first
    }
}
