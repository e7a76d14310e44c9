// How the observer reads where a lane stands still: whether a record is there, or only markers of transactions and what
// was aborted, and whether reading is allowed at all. The observer's thread.

internal import Kafka

extension ClusterObserver {
    /// A partition that the lane moves in is not looked into, in nanoseconds.
    private static let calm: Int64 = 2_000_000_000

    /// Where to read from, and the start of the partition that the answer belongs to; nil if it belongs to none.
    private struct Reading {
        var from: Int64
        var start: Int64?
    }

    /// Reads from where lanes stand still: a record, or nothing but markers up to the end, or not allowed.
    func probe(_ owned: [Int32: PartitionSnapshot], _ consumer: Consumer) {
        let now = SystemClock.monotonicNanoseconds
        let reset = configuration.autoOffsetReset
        var open: [TopicPartition: Reading] = [:]
        for (number, lane) in owned where now - lane.lastProgress >= ClusterObserver.calm {
            guard let known = view.partition(number, at: now), known.lag(next: lane.next, reset) > 0,
                known.firstUnreadTime(next: lane.next, reset) == nil
            else { continue }
            open[TopicPartition(configuration.inputTopic, number)] = Reading(
                from: known.position(next: lane.next, reset),
                start: known.start(next: lane.next, reset)
            )
        }
        // Where nothing waits, reading at the end of one partition says whether it is allowed.
        if open.isEmpty, let number = owned.keys.min(), let known = view.partition(number, at: now) {
            open[TopicPartition(configuration.inputTopic, number)] = Reading(from: known.end)
        }
        // The only error is that of a closed consumer.
        if !open.isEmpty, !stop.isRequested { try? read(open, consumer) }
    }

    private func read(_ places: [TopicPartition: Reading], _ consumer: Consumer) throws(KafkaError) {
        var open = places
        let limits = BatchLimits(maxMessages: 1, maxWait: .milliseconds(100))
        let deadline = ContinuousClock.now + ClusterObserver.patience
        func isOver() -> Bool { open.isEmpty || ContinuousClock.now >= deadline || stop.isRequested }
        while !isOver() {
            try consumer.assign(open.map { PartitionPosition($0.key, .offset($0.value.from)) })
            var batch = MessageBatch()
            while batch.isEmpty, !isOver() {
                let outcome = try consumer.collect(into: &batch, limits: limits)
                for end in outcome.partitionEnds {
                    guard let reading = open.removeValue(forKey: end.partition) else { continue }
                    finish(end.partition, reading) { .nothing(from: $0, to: end.offset) }
                }
                for failure in outcome.errors {
                    noteRefusal(failure.error)
                    noteFailure(failure, &open)
                }
            }
            // Once a partition has brought a record, the others are read without it.
            guard !batch.isEmpty, let reading = open.removeValue(forKey: batch.topicPartition(at: 0)) else { continue }
            let (offset, time) = (batch.offset(at: 0), batch.timestamp(at: 0)?.epochMilliseconds)
            finish(batch.topicPartition(at: 0), reading) { .record(from: $0, at: offset, time: time) }
        }
        try consumer.assign([])
    }

    private func finish(_ place: TopicPartition, _ reading: Reading, _ probe: (Int64) -> PartitionView.Probe) {
        note(.reading, nil)
        guard let start = reading.start else { return }
        view.partitions[place.partition]?.probe = probe(start)
    }

    private func noteFailure(_ failure: ConsumerError, _ open: inout [TopicPartition: Reading]) {
        guard let partition = failure.partition else { return }
        open[partition] = nil
        guard failure.error.code == .topicAuthorizationFailed else { return }
        let topic = configuration.inputTopic
        note(.reading, Obstacle(.missingRight, topic, "not allowed to read topic '\(topic)': grant Read on it"))
    }
}
