// What a lane says of itself: after each batch, while it waits, and at least every second. The lane's thread.

internal import Kafka

extension Lane {
    /// Publishes the lane's state, if the last time is a while ago or it is asked to.
    func publish(isUrgent: Bool = false) {
        let now = SystemClock.monotonicNanoseconds
        books.heartbeat.beat(at: now)
        guard isUrgent || now - books.lastPublished >= 500_000_000 else { return }
        books.lastPublished = now
        learnStarts(now)
        var owned: [Int32: PartitionSnapshot] = [:]
        for place in consumer.assignment {
            var state = books.state.partitions[place.partition] ?? PartitionSnapshot(lastProgress: now)
            if let marks = consumer.cachedWatermarks(of: place) {
                ends[place] = marks.high
                state.lag = max(0, marks.high - nextToCommit(place, marks))
                if state.lag == 0 { state.lastProgress = now }
            }
            owned[place.partition] = state
        }
        books.state.partitions = owned
        books.state.report = books.report
        books.status.publish(books.state, of: number)
    }

    /// The offset up to which everything is committed.
    private func nextToCommit(_ place: TopicPartition, _ marks: Watermarks) -> Int64 {
        if let held = batch.partitionRanges.first(where: { $0.partition == place && $0.count > 0 }) {
            return held.firstOffset
        }
        let start = configuration.autoOffsetReset == .latest ? marks.high : marks.low
        return max(marks.low, consumer.nextOffset(of: place) ?? books.starts[place] ?? start)
    }

    /// Asks where the group stands in partitions that were assigned and of which nothing was read yet.
    private func learnStarts(_ now: Int64) {
        let unknown = consumer.assignment.filter { consumer.nextOffset(of: $0) == nil && books.starts[$0] == nil }
        guard !unknown.isEmpty, now >= books.nextQuestion else { return }
        // Brokers that do not answer at once are asked again later; until then the lag may look larger than it is.
        books.nextQuestion = now + 5_000_000_000
        guard let committed = try? consumer.committed(unknown, timeout: .milliseconds(500)) else { return }
        books.starts.merge(committed) { _, new in new }
    }

    /// Ends a wait: the batch is delivered, or is to be read again.
    func endWaiting() {
        keeper.endWaiting()
        if case .waitingForBrokers = books.state.trouble { books.state.trouble = nil }
    }

    /// Books that records of the first `count` were committed.
    func bookProgress(_ count: Int, _ counts: BatchCounts) {
        let now = SystemClock.monotonicNanoseconds
        var seen: Set<Int32> = []
        for index in stride(from: count - 1, through: 0, by: -1) {
            let partition = batch.partition(at: index)
            guard seen.insert(partition).inserted else { continue }
            books.state.partitions[partition, default: PartitionSnapshot(lastProgress: now)].lastProgress = now
            books.state.partitions[partition]?.lastRecordTime = batch.timestamp(at: index)?.epochMilliseconds
            if seen.count == counts.ranges.count { break }
        }
        books.state.trouble = nil
    }
}

extension Lane.Books {
    /// Books that brokers cannot be reached or do not let the lane in.
    ///
    /// That they are all away follows from something else, which is kept as the reason: of a refusal to let the lane in,
    /// otherwise of the last connection that broke.
    func tellConnectionLoss(_ error: KafkaError) {
        guard error.code != .allBrokersDown else { return tellConnection(isUp: false) }
        if error.code == .transport || error.code == .resolve, !isRefused { reason = error.description }
        guard error.code.isConnectionLoss else { return }
        (reason, isRefused) = (error.description, true)
        state.trouble = .connection(error.description)
        status.publish(state, of: lane)
    }

    /// Books whether brokers are connected, as the statistics say.
    func tellConnection(isUp: Bool) {
        if isUp {
            if case .connection = state.trouble { state.trouble = nil }
            (reason, isRefused) = (nil, false)
        } else if state.trouble == nil {
            state.trouble = .connection(reason ?? "no broker is connected")
        }
        status.publish(state, of: lane)
    }
}
