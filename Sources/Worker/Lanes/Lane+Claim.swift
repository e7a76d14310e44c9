// A lane that reads a share of a range: it takes the partitions itself, is a member of no group, and commits with each batch how far
// the range is and what became of it. It ends with the share, or when another process has taken that. The lane's thread.

internal import Delivery
internal import Kafka

extension Lane {
    /// Begins to read: in the group, or what is left of the share that the lane has taken; false once a stop is asked for.
    func startReading() throws(LaneFailure) -> Bool {
        if let claim = configuration.claim { return try read(claim) }
        do throws(KafkaError) {
            try consumer.subscribe(to: [configuration.inputTopic])
        } catch {
            throw .kafka(error.description)
        }
        books.tellMembership(false)
        return true
    }

    private func read(_ claim: RangeClaim) throws(LaneFailure) -> Bool {
        let topic = configuration.inputTopic
        let partitions = claim.share.steps.map { TopicPartition(topic, $0.partition) }
        guard let plan = try planNumber(claim), let entries = try committedEntries(partitions) else { return false }
        ranges = zip(partitions, claim.share.steps).map { partition, step in
            let fresh = RangeProgress(plan: step.progress.plan, next: step.from)
            let found = entries.first { $0.partition == partition }.flatMap { RangeProgress($0) }
            return ClaimedRange(partition, end: step.to, found?.plan == fresh.plan ? found ?? fresh : fresh)
        }
        guard plan <= claim.share.steps[0].progress.plan else { throw .planReplaced }
        // Without the topic's layout the library would look at the assignment again only after a second.
        _ = try? consumer.metadata(of: topic, timeout: .seconds(5))
        try assignRanges()
        for range in ranges {
            log.write(.claimed(lane: number, place: "\(range.partition)@\(range.position)", end: range.end))
        }
        return true
    }

    /// Reads what is left of the ranges, all of which stand where they are committed.
    private func assignRanges() throws(LaneFailure) {
        do throws(KafkaError) {
            keeper.dropArrivals()
            try consumer.assign(
                ranges.filter { !$0.isRead }.map { PartitionPosition($0.partition, .offset($0.position)) }
            )
        } catch {
            throw .kafka(error.description)
        }
    }

    /// The number of the plan that stands on the cluster, 0 for none; nil once a stop is asked for.
    private func planNumber(_ claim: RangeClaim) throws(LaneFailure) -> Int64? {
        let inspector: Consumer
        do throws(ConfigurationError) {
            inspector = try Consumer(ClientSettings.inspector(configuration, group: claim.record))
        } catch {
            throw .configuration(error.faults.map { "consumer: \($0)" })
        }
        defer { inspector.close(within: .milliseconds(200)) }
        let place = TopicPartition(configuration.inputTopic, claim.share.number)
        while true {
            do throws(KafkaError) {
                let entry = try inspector.committedEntries([place], timeout: configuration.patience.limit).first
                return entry.flatMap { OffsetNote.numbers($0.metadata)["plan"] } ?? 0
            } catch {
                log.write(.consumerFailed(lane: number, error: error.description))
                guard keeper.waitUnlessStopping(for: .milliseconds(500)) else { return nil }
            }
        }
    }

    /// The group's offsets with the notes beside them; nil once the time for draining is over.
    private func committedEntries(_ partitions: [TopicPartition]) throws(LaneFailure) -> [TopicPartitionOffset]? {
        while true {
            do throws(KafkaError) {
                return try consumer.committedEntries(partitions, timeout: .seconds(2))
            } catch {
                guard !error.isFatal else { throw .kafka(error.description) }
                log.write(.consumerFailed(lane: number, error: error.description))
                guard keeper.wait(for: .milliseconds(200)) else { return nil }
            }
        }
    }

    /// Whether all of the share is committed.
    var isShareDone: Bool { configuration.claim != nil && ranges.allSatisfy(\.isDone) }

    /// Whether all records of the share are in the batch, so that there is nothing to wait for.
    var hasReadAll: Bool {
        guard !ranges.isEmpty else { return false }
        return ranges.allSatisfy { $0.isRead || consumer.nextOffset(of: $0.partition) ?? 0 >= $0.end }
    }

    /// Books that everything before the end of a partition was handed out.
    func reachEnd(of partition: TopicPartition) {
        guard let index = ranges.firstIndex(where: { $0.partition == partition }) else { return }
        ranges[index].reachEnd()
        // What comes nevertheless is taken out.
        try? consumer.pause([partition])
    }

    /// Books the ends of the log that partitions have come to.
    func takeEnds(_ places: [TopicPartitionOffset]) {
        for place in places where ranges.contains(where: { $0.partition == place.partition && place.offset >= $0.end })
        {
            reachEnd(of: place.partition)
        }
    }

    /// Takes out of the batch what lies behind the ends.
    func trim() {
        guard !ranges.isEmpty else { return }
        for held in batch.partitionRanges {
            guard let range = ranges.first(where: { $0.partition == held.partition }), held.nextOffset >= range.end
            else { continue }
            batch.removeAll(in: range.partition, from: range.end)
            reachEnd(of: range.partition)
        }
    }

    /// The offsets to commit with the first `count` records.
    func offsets(first count: Int, _ counts: BatchCounts) -> [TopicPartitionOffset] {
        guard !ranges.isEmpty else {
            return batch.nextOffsets(first: count)
        }
        return zip(ranges, progress(count, counts)).filter { $0.progress != $1 }.map { range, progress in
            TopicPartitionOffset(range.partition, progress.next, metadata: progress.note)
        }
    }

    /// Books the first `count` records of the ranges as committed.
    func bookRanges(_ count: Int, _ counts: BatchCounts) {
        for (index, progress) in progress(count, counts).enumerated() { ranges[index].book(progress) }
    }

    /// How far the ranges are after the first `count` records.
    private func progress(_ count: Int, _ counts: BatchCounts) -> [RangeProgress] {
        let held = batch.partitionRanges.map(\.partition)
        let next = batch.nextOffsets(first: count)
        return ranges.map { range in
            let place = held.firstIndex(of: range.partition)
            return range.progress(
                to: next.first { $0.partition == range.partition }?.offset,
                isWhole: count == batch.count,
                place.flatMap { $0 < counts.ranges.count ? counts.ranges[$0] : nil } ?? .init()
            )
        }
    }

    /// Books that the next offset of a partition is not in the log.
    func noteOutsideLog(_ partition: TopicPartition?) {
        for index in ranges.indices where ranges[index].partition == partition { ranges[index].isOutsideLog = true }
    }

    /// Goes on behind what retention has removed.
    func skipRemoved() throws(LaneFailure) {
        let places = ranges.indices.filter { ranges[$0].isOutsideLog && !ranges[$0].isRead }
        guard !places.isEmpty else { return }
        for index in places {
            let range = ranges[index]
            let marks: Watermarks
            do throws(KafkaError) {
                let found = try consumer.logBounds(of: [range.partition], timeout: .seconds(5))
                guard let known = found[range.partition] else { continue }
                marks = known
            } catch {
                log.write(.consumerFailed(lane: number, error: error.description))
                _ = keeper.waitUnlessStopping(for: .milliseconds(500))
                return
            }
            let place = "\(range.partition)@\(range.position)"
            guard range.position <= marks.high else {
                throw .kafka(
                    "the log of \(place) ends at \(marks.high), before the plan goes on: was the topic made again?"
                )
            }
            if marks.low > range.position {
                let removed = min(marks.low, range.end) - range.position
                log.write(.removed(lane: number, place: place, count: removed))
                ranges[index].skip(to: marks.low)
            }
            ranges[index].isOutsideLog = false
        }
        try assignRanges()
    }

    /// Whether the share is still where this lane has left it.
    ///
    /// Where transactions do not keep two processes apart, this does, but for the batch that both are at.
    func isClaimHeld() -> Bool {
        guard !ranges.isEmpty, configuration.delivery == .atLeastOnce else { return true }
        let timeout = Duration.milliseconds(500)
        guard let entries = try? consumer.committedEntries(ranges.map(\.partition), timeout: timeout) else {
            return true
        }
        return entries.allSatisfy { entry in
            guard let found = RangeProgress(entry), let range = ranges.first(where: { $0.partition == entry.partition })
            else { return true }
            return found.plan != range.progress.plan || found.next == range.progress.next
        }
    }
}
