// What a lane says of itself: after each batch, while it waits, and at least every second. The lane's thread.

internal import Kafka

extension Lane {
    /// Publishes the lane's state, if the last time is a while ago or it is asked to.
    func publish(isUrgent: Bool = false) {
        let now = SystemClock.monotonicNanoseconds
        books.heartbeat.beat(at: now)
        guard isUrgent || now - books.lastPublished >= 500_000_000 else { return }
        books.lastPublished = now
        var owned: [Int32: PartitionSnapshot] = [:]
        for place in consumer.assignment {
            var state = books.state.partitions[place.partition] ?? PartitionSnapshot(lastProgress: now)
            let next = books.report.partitions[place.partition]?.next ?? consumer.nextOffset(of: place)
            if let marks = consumer.cachedWatermarks(of: place) {
                state.lag = max(0, marks.high - max(next ?? marks.low, marks.low))
                if state.lag == 0 { state.lastProgress = now }
            }
            owned[place.partition] = state
        }
        books.state.partitions = owned
        books.state.report = books.report
        books.status.publish(books.state, of: number)
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
    /// Books whether brokers are connected, as the statistics say.
    func tellConnection(isUp: Bool) {
        if case .connection = state.trouble, isUp { state.trouble = nil }
        if state.trouble == nil, !isUp { state.trouble = .connection("no broker is connected") }
        status.publish(state, of: lane)
    }
}
