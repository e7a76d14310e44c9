// How the observer reads where a lane stands still: whether a record is there, or only markers of transactions and what
// was aborted, and whether reading is allowed at all. The observer's thread.

internal import Kafka

extension ClusterObserver {
    /// A partition that the lane moves in is not looked into, in nanoseconds.
    private static let calm: Int64 = 2_000_000_000

    /// Reads from where lanes stand still: a record, or nothing but markers up to the end, or not allowed.
    func probe(_ owned: [TopicPartition: PartitionSnapshot], _ consumer: Consumer) {
        let now = SystemClock.monotonicNanoseconds
        let reset = configuration.autoOffsetReset
        var open: [TopicPartition: Int64] = [:]
        // The start of the partition that each answer belongs to.
        var starts: [TopicPartition: Int64] = [:]
        for (place, lane) in owned where now - lane.lastProgress >= ClusterObserver.calm {
            guard let known = view.partition(place, at: now), known.lag(next: lane.next, reset) > 0,
                known.firstUnreadTime(next: lane.next, reset) == nil
            else { continue }
            open[place] = known.position(next: lane.next, reset)
            starts[place] = known.start(next: lane.next, reset)
        }
        // Where nothing waits, reading at the end of one partition says whether it is allowed.
        if open.isEmpty, let place = owned.keys.min(), let known = view.partition(place, at: now) {
            open[place] = known.end
        }
        // The only error is that of a closed consumer.
        try? read(open, consumer) { place, probe in
            note(.reading, nil)
            if let start = starts[place] { view.partitions[place]?.probe = probe(start) }
        }
    }

    /// Books when a partition was found to be read to its end.
    func noteDrained(_ owned: [TopicPartition: PartitionSnapshot]) {
        let now = SystemClock.monotonicNanoseconds
        for (place, lane) in owned {
            guard let known = view.partition(place, at: now),
                known.lag(next: lane.next, configuration.autoOffsetReset) == 0
            else { continue }
            view.partitions[place]?.drainedAt = now
        }
    }

    /// Reads one record of each partition, or up to its end.
    ///
    /// - Parameters:
    ///   - places: Where to read from.
    ///   - consumer: The observer's.
    ///   - found: Is told what each partition has, as an answer to the question from which offset it was looked for.
    /// - Throws: That the consumer is closed.
    func read(
        _ places: [TopicPartition: Int64],
        _ consumer: Consumer,
        found: (TopicPartition, (Int64) -> PartitionView.Probe) -> Void
    ) throws(KafkaError) {
        guard !places.isEmpty, !stop.isRequested else { return }
        var open = places
        let limits = BatchLimits(maxMessages: 1, maxWait: .milliseconds(100))
        let deadline = ContinuousClock.now + ClusterObserver.patience
        func isOver() -> Bool { open.isEmpty || ContinuousClock.now >= deadline || stop.isRequested }
        while !isOver() {
            try consumer.assign(open.map { PartitionPosition($0.key, .offset($0.value)) })
            var batch = MessageBatch()
            while batch.isEmpty, !isOver() {
                let outcome = try consumer.collect(into: &batch, limits: limits)
                for end in outcome.partitionEnds {
                    guard open.removeValue(forKey: end.partition) != nil else { continue }
                    found(end.partition) { .nothing(from: $0, to: end.offset) }
                }
                for failure in outcome.errors {
                    noteRefusal(failure.error)
                    noteFailure(failure, &open)
                }
            }
            // Once a partition has brought a record, the others are read without it.
            guard !batch.isEmpty, open.removeValue(forKey: batch.topicPartition(at: 0)) != nil else { continue }
            let (offset, time) = (batch.offset(at: 0), batch.timestamp(at: 0)?.epochMilliseconds)
            found(batch.topicPartition(at: 0)) { .record(from: $0, at: offset, time: time) }
        }
        try consumer.assign([])
    }

    private func noteFailure(_ failure: ConsumerError, _ open: inout [TopicPartition: Int64]) {
        guard let partition = failure.partition else { return }
        open[partition] = nil
        guard failure.error.code == .topicAuthorizationFailed else { return }
        let topic = partition.topic
        note(.reading, Obstacle(.missingRight, topic, "not allowed to read topic '\(topic)': grant Read on it"))
    }
}
