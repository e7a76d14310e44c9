// Reads ranges of a topic from end to end, outside of any group. Commits nothing. One thread.

public import Kafka
internal import Worker

extension TopicInspector {
    /// The offsets of a range in each partition, checked: there must be records in it.
    ///
    /// - Parameters:
    ///   - from: Where it begins.
    ///   - to: Where it ends.
    ///   - wanted: The partitions; all if not given.
    /// - Returns: The ranges by partition; some may be empty.
    /// - Throws: What is wrong with topic, partitions or range, or with the connection.
    public func ranges(
        from: RangeBound,
        to: RangeBound,
        partitions wanted: [Int32]?
    ) throws(CommandFailure) -> [Int32: Range<Int64>] {
        let extents = try extents(partitions(wanted))
        guard extents.values.contains(where: { $0.low < $0.high }) else {
            throw CommandFailure("topic '\(topic)' is empty")
        }
        let ranges = extents.ranges(from: try offsets(of: from, extents), to: try offsets(of: to, extents))
        if ranges.values.allSatisfy(\.isEmpty) {
            throw CommandFailure("no record of topic '\(topic)' is in this range; " + (try contents(extents)))
        }
        return ranges
    }

    /// Checks that there is a record at or after a time; these are the offsets that were found for it.
    public func requireRecord(
        since time: Int64,
        _ offsets: [Int32: Int64],
        _ extents: [Int32: Watermarks]
    ) throws(CommandFailure) {
        guard extents.allSatisfy({ offsets[$0.key] == $0.value.high }) else { return }
        throw CommandFailure(
            "no record of topic '\(topic)' is of \(SystemClock.text(time)) or later; "
                + (try contents(extents))
        )
    }

    /// Checks that a partition is there, and has not lost an offset nor has it still to come.
    public func require(_ offset: Int64, in partition: Int32) throws(CommandFailure) {
        guard let extent = try extents(partitions([partition]))[partition],
            !(extent.low..<extent.high).contains(offset)
        else { return }
        throw CommandFailure(
            (offset < extent.low ? "retention has removed the record" : "there is no record at this offset")
                + ": partition \(partition) holds the offsets \(extent.low)..<\(extent.high)"
        )
    }

    /// What partitions hold, in words.
    private func contents(_ extents: [Int32: Watermarks]) throws(CommandFailure) -> String {
        let filled = extents.filter { $0.value.low < $0.value.high }
        let places = extents.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.low)..<\($0.value.high)" }
        var text = "by partition it holds the offsets " + places.joined(separator: ", ")
        if let oldest = try times(of: filled.mapValues(\.low)).values.min() {
            text += "; the oldest record is of " + SystemClock.text(oldest)
        }
        if let newest = try times(of: filled.mapValues { $0.high - 1 }).values.max() {
            text += ", the newest of " + SystemClock.text(newest)
        }
        return text
    }

    /// Whether retention has removed records from before the ranges that a bound, from which they begin, asks for.
    public func isCut(_ ranges: [Int32: Range<Int64>], from bound: RangeBound) throws(CommandFailure) -> Bool {
        guard bound != .earliest, bound != .latest else { return false }
        let starts = try extents(Array(ranges.keys)).filter {
            ranges[$0.key]?.lowerBound == $0.value.low && $0.value.low > 0
        }
        switch bound {
        case .offset(let offset): return starts.values.contains { offset < $0.low }
        case .time(let time): return try times(of: starts.mapValues(\.low)).values.contains { $0 > time }
        case .earliest, .latest: return false
        }
    }

    /// What the group has not read yet of each partition, up to `to`; the ranges may be empty.
    public func unreadRanges(
        to: RangeBound,
        partitions wanted: [Int32]?
    ) throws(CommandFailure) -> [Int32: Range<Int64>] {
        let extents = try extents(partitions(wanted))
        let stops = try offsets(of: to, extents)
        let committed = try committed(Array(extents.keys))
        let starts = extents.reduce(into: [:]) { $0[$1.key] = $1.value.unread(from: committed[$1.key]) }
        return extents.ranges(from: starts, to: stops)
    }

    /// Lends each record of the ranges to `body`, in order within a partition, until it says no.
    ///
    /// - Returns: Where reading ended in partitions that hold a transaction which is still open: what lies behind is
    ///   not to be seen yet.
    @discardableResult
    func scan(
        _ ranges: [Int32: Range<Int64>],
        _ body: (borrowing MessageBatch, _ index: Int) throws(CommandFailure) -> Bool
    ) throws(CommandFailure) -> [Int32: Int64] {
        var open = ranges.filter { !$0.value.isEmpty }
        var hidden: [Int32: Int64] = [:]
        try startReading(open.mapValues(\.lowerBound))
        var batch = MessageBatch(capacity: 2000)
        var lastArrival = ContinuousClock.now
        while !open.isEmpty {
            let outcome = try collect(&batch, maxMessages: 2000)
            if outcome.isOutsideLog {
                throw CommandFailure("topic '\(topic)': retention has removed records of the range meanwhile")
            }
            for index in 0..<batch.count {
                let partition = batch.partition(at: index)
                guard let range = open[partition], range.contains(batch.offset(at: index)) else { continue }
                guard try body(batch, index) else {
                    open = [:]
                    break
                }
            }
            for place in batch.partitionRanges {
                guard let range = open[place.partition.partition], place.nextOffset >= range.upperBound else {
                    continue
                }
                open[place.partition.partition] = nil
                // Nothing more of it is wanted; what comes nevertheless is passed over.
                try? consumer.pause([place.partition])
            }
            for place in outcome.partitionEnds {
                guard let range = open.removeValue(forKey: place.partition.partition) else { continue }
                if place.offset < range.upperBound { hidden[place.partition.partition] = place.offset }
            }
            if !batch.isEmpty || !outcome.partitionEnds.isEmpty { lastArrival = .now }
            batch.removeAll()
            guard ContinuousClock.now - lastArrival < patience.limit else { throw silence(Array(open.keys)) }
        }
        try startReading([:])
        return hidden
    }

    /// Fills a batch; an error that no waiting mends is thrown.
    func collect(_ batch: inout MessageBatch, maxMessages: Int) throws(CommandFailure) -> CollectionOutcome {
        let limits = BatchLimits(maxMessages: maxMessages, maxBytes: 4 << 20, maxWait: .milliseconds(50))
        do throws(KafkaError) {
            let outcome = try consumer.collect(into: &batch, limits: limits)
            for failure in outcome.errors {
                noteRefusal(failure.error)
                // Reading outside of the group needs no right to it.
                let isOther = failure.error.code == .groupAuthorizationFailed || failure.error.code == .autoOffsetReset
                guard failure.error.isRetriable || isOther else { throw failure.error }
            }
            return outcome
        } catch {
            throw CommandFailure(error, Rights(topic: (topic, "Read")))
        }
    }

    /// Reads these partitions from these offsets, and no others.
    func startReading(_ places: [Int32: Int64]) throws(CommandFailure) {
        do throws(KafkaError) {
            try consumer.assign(places.map { PartitionPosition(TopicPartition(topic, $0.key), .offset($0.value)) })
        } catch {
            throw CommandFailure(error, Rights(topic: (topic, "Read")))
        }
    }
}

extension [Int32: Watermarks] {
    /// The ranges between offsets in each partition; where none is given, from its oldest record and to its end.
    func ranges(from starts: [Int32: Int64], to stops: [Int32: Int64] = [:]) -> [Int32: Range<Int64>] {
        reduce(into: [:]) { ranges, extent in
            let start = starts[extent.key] ?? extent.value.low
            ranges[extent.key] = start..<Swift.max(start, stops[extent.key] ?? extent.value.high)
        }
    }
}

extension CollectionOutcome {
    /// Whether there is no record at the offset that was to be read, nor behind it.
    var isOutsideLog: Bool { errors.contains { $0.error.code == .autoOffsetReset } }
}
