// A lane that reads one partition of a range: it takes the partition itself, is a member of no group, and commits with each batch
// how far the range is and what became of it. It ends with the range, or when another process has taken the partition.
// The lane's thread.

internal import Kafka

extension Lane {
    /// Begins to read: in the group, or at what is left of the partition that the lane has taken; false once a stop is asked for.
    func startReading() throws(LaneFailure) -> Bool {
        if let claim = configuration.claim { return try read(claim) }
        do throws(KafkaError) {
            try consumer.subscribe(to: [configuration.inputTopic])
        } catch {
            throw .kafka(error.description)
        }
        return true
    }

    private func read(_ claim: RangeClaim) throws(LaneFailure) -> Bool {
        let partition = TopicPartition(configuration.inputTopic, claim.step.partition)
        guard let plan = try planNumber(claim), let entries = try committedEntries([partition]) else { return false }
        let fresh = RangeProgress(plan: claim.step.progress.plan, next: claim.step.from)
        guard plan <= fresh.plan else { throw .planReplaced }
        let found = entries.first.flatMap { RangeProgress($0) }
        let range = ClaimedRange(partition, end: claim.step.to, found?.plan == fresh.plan ? found ?? fresh : fresh)
        self.range = range
        do throws(KafkaError) {
            // Without the topic's layout the library would look at the assignment again only after a second.
            _ = try? consumer.metadata(of: partition.topic, timeout: .seconds(5))
            try consumer.assign([PartitionPosition(partition, .offset(range.position))])
        } catch {
            throw .kafka(error.description)
        }
        log.write(.claimed(lane: number, place: "\(partition)@\(range.position)", end: range.end))
        return true
    }

    /// The number of the plan that stands on the cluster, 0 for none; nil once a stop is asked for.
    private func planNumber(_ claim: RangeClaim) throws(LaneFailure) -> Int64? {
        let inspector: TopicInspector
        do throws(ConfigurationFaults) {
            inspector = try TopicInspector(configuration, group: claim.record, awaitsTransactions: false)
        } catch {
            throw .configuration(error.faults)
        }
        defer { inspector.close() }
        while true {
            do throws(CommandFailure) {
                let entry = try inspector.entries([claim.step.partition]).first
                return entry.flatMap { OffsetNote.numbers($0.metadata)["plan"] } ?? 0
            } catch {
                log.write(.consumerFailed(lane: number, error: error.description))
                guard keeper.waitUnlessStopping(for: .milliseconds(500)) else { return nil }
            }
        }
    }

    /// Takes out of the batch what lies behind the end.
    func trim() {
        guard let range, let next = batch.partitionRanges.first?.nextOffset, next >= range.end else { return }
        batch.removeAll(in: range.partition, from: range.end)
        self.range?.reachEnd()
    }

    /// The offsets to commit with the first `count` records.
    func offsets(first count: Int, _ counts: BatchCounts) -> [TopicPartitionOffset] {
        let next = batch.nextOffsets(first: count)
        guard let range else { return next }
        let progress = progress(of: range, next.first?.offset, count, counts)
        return [TopicPartitionOffset(range.partition, progress.next, metadata: progress.note)]
    }

    /// Books the first `count` records of the range as committed.
    func bookRange(_ count: Int, _ counts: BatchCounts) {
        guard let range else { return }
        self.range?.book(progress(of: range, batch.nextOffsets(first: count).first?.offset, count, counts))
    }

    private func progress(of range: ClaimedRange, _ next: Int64?, _ count: Int, _ counts: BatchCounts) -> RangeProgress
    {
        range.progress(to: next, isWhole: count == batch.count, counts.ranges.first ?? .init())
    }

    /// Goes on behind what retention has removed.
    func skipRemoved() throws(LaneFailure) {
        guard let range, range.isOutsideLog, !range.isRead else { return }
        let marks: Watermarks
        do throws(KafkaError) {
            marks = try consumer.queryWatermarks(of: range.partition, timeout: .seconds(5))
        } catch {
            log.write(.consumerFailed(lane: number, error: error.description))
            _ = keeper.waitUnlessStopping(for: .milliseconds(500))
            return
        }
        guard range.position <= marks.high else {
            throw .kafka(
                "\(range.partition) ends at \(marks.high), before offset \(range.position) of the plan: was the topic made anew?"
            )
        }
        do throws(KafkaError) {
            if marks.low > range.position {
                let removed = min(marks.low, range.end) - range.position
                log.write(.removed(lane: number, place: "\(range.partition)@\(range.position)", count: removed))
                self.range?.skip(to: marks.low)
            }
            self.range?.isOutsideLog = false
            guard self.range?.isRead == false else { return }
            try consumer.assign([PartitionPosition(range.partition, .offset(self.range?.position ?? range.position))])
        } catch {
            throw .kafka(error.description)
        }
    }

    /// Whether the partition is still where this lane has left it.
    ///
    /// Where transactions do not keep two processes apart, this does, but for the batch that both are at.
    func isClaimHeld() -> Bool {
        guard let range, configuration.delivery == .atLeastOnce else { return true }
        guard let entries = try? committedEntries([range.partition]) else { return true }
        guard let found = entries.first.flatMap({ RangeProgress($0) }), found.plan == range.progress.plan else {
            return true
        }
        return found.next == range.progress.next
    }
}
