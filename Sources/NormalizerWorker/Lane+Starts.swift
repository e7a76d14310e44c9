// Where the reading of a partition begins, and where it goes on when its position is not in the log. librdkafka begins at the
// group's offset by itself and says when it cannot (`auto.offset.reset=error`); what follows is decided here. The lane's
// thread.

internal import Kafka

extension Lane {
    /// Why a partition cannot be read on by itself.
    enum Stray {
        /// The group has no offset for it, or one that is not in its log.
        case outsideLog
        /// The group's offset has gone: brokers forget the offsets of a topic that is deleted.
        case topicDeleted
    }

    /// Checks the partitions whose first records since they came, or since a pause, are in the batch.
    ///
    /// Partitions whose first record is not the one at the group's offset are read from there again: librdkafka may have
    /// been told an offset that was not settled.
    func checkStarts() throws(LaneFailure) {
        guard ranges.isEmpty else { return }
        batch.removeAll(in: Set(astray.keys.filter { astray[$0] == .topicDeleted }))
        let now = SystemClock.monotonicNanoseconds
        var first: [TopicPartition: Int64] = [:]
        var rested: [TopicPartition] = []
        for place in batch.partitionRanges where place.count > 0 {
            if begun.contains(place.partition) {
                if committed.arrive(place.partition, at: now) { rested.append(place.partition) }
            } else if first[place.partition] == nil {
                first[place.partition] = place.firstOffset
            }
        }
        if !first.isEmpty { try begin(first) }
        if !rested.isEmpty { compareWithGroup(rested) }
        // The consumer may have been polled meanwhile.
        if !first.isEmpty { dropRevoked() }
    }

    /// Compares first records with the group's offsets.
    private func begin(_ first: [TopicPartition: Int64]) throws(LaneFailure) {
        guard let entries = try committedEntries(Array(first.keys)) else {
            batch.removeAll()
            return
        }
        var starts: [TopicPartition: Int64] = [:]
        for (partition, offset) in first {
            let entry = entries.first { $0.partition == partition }
            let found = restarted.removeValue(forKey: partition)
            if let entry, entry.offset != offset, found == nil {
                // What lies between may hold no record: only if another one comes first now, the start was wrong.
                starts[partition] = entry.offset
                restarted[partition] = offset
                continue
            }
            if let found, found != offset {
                log.write(.startCorrected(lane: number, place: "\(partition)@\(found)", committed: offset))
            }
            begun.insert(partition)
            let start = min(entry?.offset ?? offset, offset)
            committed.begin(partition, at: start, isGroups: entry != nil, note: entry?.metadata ?? "")
            if entry != nil { committed.see(partition) }
            committed.addHole(OffsetGap(partition: partition, expected: start, found: offset))
        }
        guard !starts.isEmpty else { return }
        books.report.resumed += 1
        let sought = try seek(to: starts)
        keeper.dropArrivals(of: sought)
        batch.removeAll(in: Set(starts.keys))
    }

    /// Learns whether the group has the offsets that were committed first, so that it can be told later that it has lost them.
    func learnCommits() {
        guard ranges.isEmpty, !stop.isRequested else { return }
        let unseen = committed.takeUnseen()
        if !unseen.isEmpty { compareWithGroup(unseen) }
    }

    /// Compares what was committed with what the group says; a question that is not answered at once is left.
    func compareWithGroup(_ partitions: [TopicPartition]) {
        guard let entries = try? consumer.committedEntries(partitions, timeout: .milliseconds(500)) else { return }
        for partition in partitions {
            guard let place = committed[partition], place.isGroups else { continue }
            if let entry = entries.first(where: { $0.partition == partition }) {
                compare(entry.offset, with: place, of: partition)
                committed.see(partition)
            } else if place.isSeen {
                astray[partition] = .topicDeleted
                batch.removeAll(in: [partition])
            }
        }
    }

    /// Notes an offset of the group's that this lane has not committed.
    ///
    /// It may be that the partition has gone to another worker and this one has not heard of it: only the next commit proves
    /// that it is its own.
    func compare(_ group: Int64, with place: CommittedOffsets.Place, of partition: TopicPartition) {
        guard place.isGroups, group != place.next else { return }
        foreign[partition] = (committed: place.next, found: group)
    }

    /// Tells of such an offset once a commit has shown that the partition is this lane's own.
    func tellForeignOffset(of partition: TopicPartition) {
        guard let (committed, found) = foreign.removeValue(forKey: partition) else { return }
        books.report.foreignOffsets += 1
        log.write(.foreignOffset(lane: number, partition: "\(partition)", committed: committed, found: found))
    }

    // MARK: - Positions outside the log

    /// Decides where partitions are read on that cannot be read on by themselves, at most once a second; those that brokers
    /// say nothing about stay.
    func settleStarts() throws(LaneFailure) {
        guard !astray.isEmpty, SystemClock.monotonicNanoseconds >= nextSettling else { return }
        astray = astray.filter { consumer.owns($0.key) }
        nextSettling = SystemClock.monotonicNanoseconds + 1_000_000_000
        let moves: [Move]
        do throws(KafkaError) {
            moves = try decideStarts()
        } catch {
            guard !error.isFatal else { throw .kafka(error.description) }
            log.write(.consumerFailed(lane: number, error: error.description))
            return
        }
        let undecided = moves.filter { $0.decision.cause != .present }.map { "\($0.partition)" }
        if configuration.autoOffsetReset == .error, !undecided.isEmpty {
            for move in moves { tell(move) }
            let places = undecided.joined(separator: ", ")
            throw .kafka("the group has no offset in the log of \(places), and --auto-offset-reset is error")
        }
        guard try commitStarts(moves) else { return }
        for move in moves { tell(move) }
        do throws(KafkaError) {
            try consumer.restart(moves.map { PartitionPosition($0.partition, .offset($0.decision.start)) })
        } catch {
            throw .kafka(error.description)
        }
        for move in moves { begin(move) }
        nextSettling = 0
        endWaiting()
    }

    private func decideStarts() throws(KafkaError) -> [Move] {
        let timeout = Duration.seconds(2)
        let all = try consumer.metadata(of: configuration.inputTopic, timeout: timeout).partitions
        let offsets = try consumer.committedEntries(all, timeout: timeout)
        return try consumer.logBounds(of: Array(astray.keys), timeout: timeout).map { partition, bounds in
            let (decision, isFirst) = decide(partition, bounds, offsets)
            return Move(
                partition: partition,
                decision: decision,
                entry: offsets.first { $0.partition == partition },
                note: FirstStart.note(partitions: isFirst ? all.count : Int(partition.partition) + 1)
            )
        }
    }

    /// Whether the group has to have a start before its first batch: one at the end, so that a crash skips nothing, and one that
    /// follows a loss, so that the loss is told once.
    private func isCommitted(_ move: Move) -> Bool {
        switch move.decision.cause {
        case .present: false
        case .none: configuration.autoOffsetReset == .latest
        case .removed, .replaced: true
        }
    }

    /// Commits where partitions start, as a batch without records.
    ///
    /// - Returns: Whether the group has the offsets; if not, they are decided again.
    private func commitStarts(_ moves: [Move]) throws(LaneFailure) -> Bool {
        let starts = moves.filter { isCommitted($0) }
            .map { TopicPartitionOffset($0.partition, $0.decision.start, metadata: note(of: $0)) }
        guard !starts.isEmpty else { return true }
        guard let membership = membership(), try shutOutLateRequests() else { return false }
        do throws(DeliveryFailure) {
            try delivery.begin()
            try delivery.commit(starts, membership: membership)
            return true
        } catch {
            log.write(.attemptFailed(lane: number, records: 0, error: error.error.description))
            try giveUpAttempt(after: error)
            return false
        }
    }

    /// The text beside the offset at which a partition starts.
    private func note(of move: Move) -> String {
        configuration.autoOffsetReset == .latest ? move.entry?.metadata ?? move.note : ""
    }

    /// A partition that is to be read from elsewhere.
    private struct Move {
        let partition: TopicPartition
        let decision: LogDecision
        /// What the group has; nil for nothing.
        let entry: TopicPartitionOffset?
        /// How many partitions the group began with, where it begins.
        let note: String
    }

    /// Where a partition is read on, and whether that skips what was there before the group.
    private func decide(
        _ partition: TopicPartition,
        _ log: Watermarks,
        _ offsets: [TopicPartitionOffset]
    ) -> (LogDecision, Bool) {
        let entry = offsets.first { $0.partition == partition }
        let position = consumer.nextOffset(of: partition) ?? committed[partition]?.next ?? entry?.offset
        let wasCommitted = committed.wasCommitted(partition)
        if entry == nil, wasCommitted || astray[partition] == .topicDeleted {
            // What was handed out since then may be of the new log.
            let last = committed[partition]?.next ?? position
            return (LogDecision(afterDeletionAt: last, log: log, knownEnd: ends[partition]), false)
        }
        let skips =
            position == nil && configuration.autoOffsetReset == .latest
            && !FirstStart.isLater(partition.partition, than: offsets)
        return (LogDecision(position: position, log: log, knownEnd: ends[partition], skipsHistory: skips), skips)
    }

    private func tell(_ move: Move) {
        let partition = "\(move.partition)"
        let gone = move.decision.gone
        switch move.decision.cause {
        case .present: return
        case .none where configuration.autoOffsetReset == .error: break
        case .none: log.write(.startChosen(lane: number, place: "\(partition)@\(move.decision.start)"))
        case .removed: break
        case .replaced:
            books.report.replacedLogs += 1
            log.write(.logReplaced(lane: number, partition: partition, start: move.decision.start))
        }
        guard let gone else { return }
        books.report.partitions[move.partition.partition, default: .init()].lose(gone)
        log.write(.logGap(lane: number, partition: partition, from: gone.lowerBound, to: gone.upperBound))
    }

    /// Books that a partition is read from elsewhere.
    private func begin(_ move: Move) {
        let partition = move.partition
        astray[partition] = nil
        restarted[partition] = nil
        begun.insert(partition)
        if move.decision.cause == .replaced {
            ends[partition] = nil
            committed.forgetHistory(of: partition)
        }
        if move.decision.cause == .present, committed[partition] != nil { return }
        committed.begin(partition, at: move.decision.start, isGroups: isCommitted(move), note: note(of: move))
    }
}
