// What a lane says of itself: after each batch, while it waits, and at least every second. The lane's thread.

internal import Kafka

extension Lane {
    /// Publishes the lane's state, if the last time is a while ago or it is asked to.
    func publish(isUrgent: Bool = false) {
        let now = SystemClock.monotonicNanoseconds
        books.heartbeat.beat(at: now)
        guard isUrgent || now - books.lastPublished >= 500_000_000 else { return }
        books.lastPublished = now
        var owned: [TopicPartition: PartitionSnapshot] = [:]
        for place in consumer.assignment {
            var state = books.state.partitions[place] ?? PartitionSnapshot(lastProgress: now)
            if let marks = consumer.cachedWatermarks(of: place) {
                assignment.logEnds[place] = marks.high
                state.logEnd = marks.high
            }
            state.next = nextToCommit(place)
            owned[place] = state
        }
        books.state.partitions = owned
        books.state.report = books.report
        books.publish()
    }

    /// The offset up to which everything is committed; nil while nothing was read.
    private func nextToCommit(_ place: TopicPartition) -> Int64? {
        let held = batch.records.partitionRanges.first { $0.partition == place && $0.count > 0 }
        return held?.firstOffset ?? consumer.nextOffset(of: place)
    }

    /// Ends a wait: the batch is delivered, or is to be read again.
    func endWaiting() {
        keeper.endWaiting()
        if case .waitingForBrokers = books.state.trouble { books.state.trouble = nil }
    }

    /// Books that records of these partitions were committed.
    func noteProgress(_ outcomes: [PartitionOutcome]) {
        let now = SystemClock.monotonicNanoseconds
        for outcome in outcomes {
            let partition = outcome.partition
            books.state.partitions[partition, default: PartitionSnapshot(lastProgress: now)].lastProgress = now
            books.state.partitions[partition]?.lastRecordTime = outcome.lastRecordTime
        }
        books.state.trouble = nil
    }
}
