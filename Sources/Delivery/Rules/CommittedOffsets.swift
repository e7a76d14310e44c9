// What a lane has committed, partition by partition, against what the group says and what the log explains. Pure; one
// lane's thread.

package import Kafka

/// The offsets that a lane has committed in the partitions it owns.
package struct CommittedOffsets {
    /// One partition.
    package struct Place {
        /// The next offset to read, everything before it being committed.
        package var next: Int64
        /// Whether the group has it: not before the first commit after a start that the group had no offset for.
        package var isGroups: Bool
        /// The text beside the offset, kept with each commit.
        package var note: String
        /// When records last came, in monotonic nanoseconds.
        package var lastArrival: Int64 = 0
    }

    package private(set) var places: [TopicPartition: Place] = [:]
    /// Offsets behind the committed ones that hold no record that can be read: markers, what was aborted or compacted.
    ///
    /// They may be found before the place of a partition is known.
    private var holes: [TopicPartition: [Range<Int64>]] = [:]
    /// The offsets that the group has had of this process at last, whoever owns the partitions now.
    private var history: [TopicPartition: Int64] = [:]

    /// The place of a partition; nil before it is known.
    package subscript(partition: TopicPartition) -> Place? { places[partition] }

    /// Whether the group has ever had an offset of this lane in a partition.
    package func wasCommitted(_ partition: TopicPartition) -> Bool { history[partition] != nil }

    /// Whether an offset of the group, nil for none, is older than what it has had of this lane: others only go on.
    package func isOld(_ offset: Int64?, of partition: TopicPartition) -> Bool {
        history[partition].map { offset ?? -1 < $0 } ?? false
    }

    /// Begins at an offset.
    package mutating func begin(_ partition: TopicPartition, at next: Int64, isGroups: Bool, note: String) {
        places[partition] = Place(next: next, isGroups: isGroups, note: note)
        if isGroups { history[partition] = next }
    }

    /// Forgets partitions that were taken away.
    package mutating func forget(_ partitions: Set<TopicPartition>) {
        guard !partitions.isEmpty else { return }
        for partition in partitions {
            places[partition] = nil
            holes[partition] = nil
        }
    }

    /// Forgets that the group had an offset, because it was one of another log.
    package mutating func forgetHistory(of partition: TopicPartition) { history[partition] = nil }

    /// Books offsets that were passed over.
    package mutating func addHole(_ gap: OffsetGap) {
        guard gap.found > gap.expected else { return }
        let hole = gap.expected..<gap.found
        // The one before the first record of a partition is found by the consumer, too.
        guard !holes[gap.partition, default: []].contains(where: { $0.overlaps(hole) }) else { return }
        holes[gap.partition, default: []].append(hole)
    }

    /// Forgets what was passed over from the committed offset on, because it is read again.
    package mutating func readAgain(_ partition: TopicPartition) { holes[partition] = nil }

    /// Books that records have come.
    ///
    /// - Returns: Whether none had come for so long that the topic may have been made again meanwhile.
    package mutating func arrive(_ partition: TopicPartition, at now: Int64) -> Bool {
        guard let place = places[partition] else { return false }
        places[partition]?.lastArrival = now
        return place.isGroups && now - place.lastArrival >= CommittedOffsets.quiet
    }

    /// A topic is not made again in less, in nanoseconds.
    package static let quiet: Int64 = 250_000_000

    /// Books a commit.
    ///
    /// - Parameters:
    ///   - partition: The partition.
    ///   - read: How many records were read since the last one.
    ///   - next: The offset after the last of them.
    /// - Returns: How many offsets were passed over, and how many of them nothing explains; both 0 for the first commit
    ///   of a partition without a known start.
    package mutating func commit(_ partition: TopicPartition, read: Int, to next: Int64) -> (
        skipped: Int64, unexplained: Int64
    ) {
        history[partition] = next
        guard var place = places[partition] else {
            places[partition] = Place(next: next, isGroups: true, note: "")
            return (0, 0)
        }
        let passed = holes[partition, default: []].filter { $0.lowerBound < next }
        let explained = passed.reduce(0) { $0 + Int64($1.count) }
        let skipped = next - place.next - Int64(read)
        holes[partition]?.removeAll { $0.lowerBound < next }
        place.next = next
        place.isGroups = true
        places[partition] = place
        return (skipped, skipped - explained)
    }
}
