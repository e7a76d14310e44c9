// A lane whose reading is to end: what lies behind the end of a partition is left alone, and the end itself is committed,
// so that the group's offsets tell when all of the range is accounted for. The lane's thread.

internal import Kafka

/// The part of a topic that is to be read.
struct ReadRange {
    private let ends: [Int32: Int64]
    /// Partitions read to their end, by whether that is committed.
    private var reached: [TopicPartition: Bool] = [:]

    /// Takes the offset after the last record to read, by partition.
    init(ends: [Int32: Int64]) {
        self.ends = ends
    }

    /// The offset after the last record to read; 0 in a partition that is not to be read.
    func end(of partition: TopicPartition) -> Int64 { ends[partition.partition] ?? 0 }

    /// Books that everything before the end was handed out.
    mutating func reach(_ partition: TopicPartition) {
        guard end(of: partition) > 0, reached[partition] == nil else { return }
        reached[partition] = false
    }

    /// Forgets partitions that were taken away.
    mutating func forget(_ partitions: Set<TopicPartition>) {
        for partition in partitions { reached[partition] = nil }
    }

    /// Whether ends were reached that are not committed.
    var hasNewEnds: Bool { reached.values.contains(false) }

    /// The offsets of ends that are not committed.
    var newEnds: [TopicPartitionOffset] {
        reached.filter { !$0.value }.map { TopicPartitionOffset($0.key, end(of: $0.key)) }
    }

    /// Books all ends as committed.
    mutating func bookEnds() {
        for partition in reached.keys { reached[partition] = true }
    }
}

/// Keeps a lane from reading faster than it is to.
struct Pace {
    private let start = ContinuousClock.now

    /// Waits until `count` records since the start are no more than `rate` a second.
    func keep(to rate: Int?, _ count: Int, _ keeper: GroupKeeper) {
        guard let rate else { return }
        let due = start + .milliseconds(count * 1000 / rate)
        let wait = due - .now
        if wait > .zero { _ = keeper.waitUnlessStopping(for: wait) }
        keeper.endWaiting()
    }
}

extension Lane {
    /// Takes out of the batch what lies behind the ends.
    func trim() throws(KafkaError) {
        guard range != nil else { return }
        for place in batch.partitionRanges {
            guard let end = range?.end(of: place.partition), place.nextOffset > end else { continue }
            batch.removeAll(in: place.partition, from: end)
            range?.reach(place.partition)
            // A partition that cannot be paused has just been taken away.
            try? consumer.pause([place.partition])
        }
    }

    /// The offsets to commit with the first `count` records.
    func offsets(first count: Int) -> [TopicPartitionOffset] {
        let next = batch.nextOffsets(first: count)
        guard count == batch.count, let ends = range?.newEnds, !ends.isEmpty else { return next }
        let ended = Set(ends.map(\.partition))
        return next.filter { !ended.contains($0.partition) } + ends
    }
}
