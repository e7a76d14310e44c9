// Between attempts: collecting, the first records of partitions against the group's offsets, and going back to them.

internal import Kafka

extension DeliveryMachine {
    /// Ends a batch: what is left of it has been dropped or is to be read again.
    mutating func endBatch() -> Command {
        notes.append(.settled)
        return collect()
    }

    /// Collects the next batch, once partitions that cannot be read on by themselves have been dealt with.
    mutating func collect() -> Command {
        held = Held()
        if let renewal = moment.renewal { return finish(.renewed(renewal)) }
        if !astray.isEmpty, moment.now >= nextPlacing, !moment.isStopping {
            nextPlacing = moment.now + .second
            return go(.readingLogs, .readLogs(astray.keys.sorted()))
        }
        return go(.collecting, .collect)
    }

    /// Takes an answer between attempts.
    mutating func read(_ answer: Answer) -> Command {
        switch (state, answer) {
        case (.collecting, .finished): return finish(.drained(isWhole: true))
        case (.collecting, .collected(let held, let findings)): return collected(held, findings)
        case (.collecting, .failed(let error, _)):
            // The brokers do not speak the group's protocol.
            let isMisfit = error.code == .unsupportedVersion || error.code == .unsupportedFeature
            return finish(isMisfit ? .misfit(error) : .failed(error.description))
        case (.asking(let question), .committed(let entries)):
            answerLimit.answer(at: moment.now)
            if !question.isOptional, doubts(isOld(entries, for: question)) {
                return go(.waitingToAsk(question), .wait(milliseconds: 200, endsAtStop: false))
            }
            return answered(question, entries)
        case (.asking(let question), .failed(let error, _)): return unanswered(question, error)
        case (.waitingToAsk(let question), .done):
            // What is not known is not sent: the batch will be read again.
            return moment.isDrainOver ? giveUp() : ask(question)
        case (.seeking(let seek), .done): return sought(seek)
        case (.seeking(var seek), .failed(let error, _)):
            // A partition that has just come is not being read yet. Going on without the seek would lose its records.
            seek.attempts -= 1
            guard seek.attempts > 0 else { return finish(.failed(error.description)) }
            return go(.waitingToSeek(seek), .wait(milliseconds: 250, endsAtStop: true))
        case (.waitingToSeek(let seek), .done): return moment.isStopping ? endBatch() : go(.servingToSeek(seek), .serve)
        case (.servingToSeek(let seek), .held(let held)):
            self.held = held
            return send(seek)
        default: return unexpected(answer)
        }
    }

    private mutating func collected(_ held: Held, _ findings: Findings) -> Command {
        self.held = held
        self.collected = moment.now
        size.beginBatch()
        // Their records are not in the batch. What came of those that are back since then is, with its gaps.
        _ = takeLost()
        for gap in findings.gaps { committed.addHole(gap) }
        for partition in findings.outside where astray[partition] == nil { astray[partition] = .outsideLog }
        return unplaced.isEmpty ? checkStarts() : go(.dropping(.starting), .drop(unplaced))
    }

    /// Partitions with records of a topic that was deleted meanwhile, or that follow on records that were given up:
    /// before they are placed, none is sent.
    var unplaced: Set<TopicPartition> {
        guard !astray.isEmpty else { return [] }
        return Set(held.ranges.map(\.partition).filter { astray[$0, default: .outsideLog] != .outsideLog })
    }

    /// Compares the partitions whose first records since they came, or since a pause, are in the batch.
    mutating func checkStarts() -> Command {
        var first: [TopicPartitionOffset] = []
        var rested: [TopicPartition] = []
        let records = held.ranges.filter { $0.count > 0 }.map { TopicPartitionOffset($0.partition, $0.firstOffset) }
        // Where a range holds no record, its end is what comes first.
        for place in records + held.ends {
            if begun.contains(place.partition) {
                if committed.arrive(place.partition, at: moment.now) { rested.append(place.partition) }
            } else if !first.contains(where: { $0.partition == place.partition }) {
                first.append(place)
            }
        }
        if !obeys(.checkStarts) {
            begun.formUnion(first.map(\.partition))
            first = []
        }
        guard first.isEmpty else {
            return ask(Question(purpose: .begin(first, rested: rested), partitions: first.map(\.partition)))
        }
        return compareRested(rested)
    }

    // MARK: - The group's offsets

    mutating func ask(_ question: Question) -> Command {
        let limit = answerLimit.ask(at: moment.now, isBrief: moment.isStopping || question.isOptional)
        return go(.asking(question), .readCommitted(question.partitions, milliseconds: limit))
    }

    private mutating func unanswered(_ question: Question, _ error: KafkaError) -> Command {
        if question.isOptional { return answered(question, nil) }
        if error.isFatal { return finish(.failed(error.description)) }
        if let renewal = moment.renewal { return finish(.renewed(renewal)) }
        notes.append(.consumerFailed(error))
        answerLimit.runOut()
        return go(.waitingToAsk(question), .wait(milliseconds: 200, endsAtStop: false))
    }

    private mutating func answered(_ question: Question, _ entries: [TopicPartitionOffset]?) -> Command {
        switch question.purpose {
        case .begin(let first, let rested): return begin(first, rested, entries ?? [])
        case .rested:
            compareWithGroup(question.partitions, entries ?? [])
            return dropThen(.attempt)
        case .settle(let attempt): return settled(attempt, entries)
        case .goBack(let ranges): return goBack(ranges, entries ?? [])
        }
    }

    /// Compares first records with the group's offsets.
    ///
    /// Partitions whose first record is not the one at the group's offset are read from there again: librdkafka may
    /// have been told an offset that was not settled.
    private mutating func begin(
        _ first: [TopicPartitionOffset],
        _ rested: [TopicPartition],
        _ entries: [TopicPartitionOffset]
    ) -> Command {
        var starts: [TopicPartitionOffset] = []
        for place in first {
            let (partition, offset) = (place.partition, place.offset)
            let entry = entries.first { $0.partition == partition }
            let found = restarted.removeValue(forKey: partition)
            if entry == nil, keepsOffsets {
                // The partition came with an offset of the group's, or it would have been placed.
                astray[partition] = .topicDeleted
                continue
            }
            if let entry, entry.offset != offset, found == nil {
                guard astray[partition] == nil else {
                    astray[partition] = .givenUp
                    continue
                }
                // What lies between may hold no record: only if another one comes first now, the start was wrong.
                starts.append(entry)
                restarted[partition] = offset
                committed.readAgain(partition)
                continue
            }
            if let found, found != offset { notes.append(.startCorrected(partition, found: found, committed: offset)) }
            begun.insert(partition)
            let start = min(entry?.offset ?? offset, offset)
            committed.begin(partition, at: start, isGroups: entry != nil, note: entry?.metadata ?? "")
            committed.addHole(OffsetGap(partition: partition, expected: start, found: offset))
            held.ends.removeAll { $0.partition == partition && $0.offset == entry?.offset }
        }
        guard !starts.isEmpty else { return compareRested(rested) }
        notes.append(.restarted)
        return send(Seek(starts: starts, isGoingBack: false, rested: rested))
    }

    private mutating func compareRested(_ rested: [TopicPartition]) -> Command {
        guard rested.isEmpty else { return ask(Question(purpose: .rested, partitions: rested)) }
        return dropThen(.attempt)
    }

    /// Compares what was committed with what the group says.
    private mutating func compareWithGroup(_ partitions: [TopicPartition], _ entries: [TopicPartitionOffset]) {
        // A partition that was taken away meanwhile may be another worker's.
        for partition in partitions where !lost.contains(partition) {
            guard let place = committed[partition], place.isGroups else { continue }
            if let entry = entries.first(where: { $0.partition == partition }) {
                compare(entry.offset, with: place, of: partition)
            } else if keepsOffsets {
                astray[partition] = .topicDeleted
            }
        }
    }

    /// Notes an offset of the group's that this lane has not committed.
    ///
    /// It may be that the partition has gone to another worker and this one has not heard of it: only the next commit
    /// proves that it is its own.
    private mutating func compare(_ group: Int64, with place: CommittedOffsets.Place, of partition: TopicPartition) {
        guard place.isGroups, group != place.next else { return }
        foreign[partition] = ForeignOffset(committed: place.next, found: group)
    }

    // MARK: - Going back

    private mutating func goBack(_ ranges: [PartitionRange], _ entries: [TopicPartitionOffset]) -> Command {
        var starts: [TopicPartitionOffset] = []
        for range in ranges where !starts.contains(where: { $0.partition == range.partition }) {
            let group = entries.first { $0.partition == range.partition }?.offset
            let start = start(of: range, group: group)
            // Where the topic was deleted, there is nothing to go to yet, and the library cannot go on from a position
            // outside the log: such a partition is placed.
            guard astray[range.partition] == nil else {
                if astray[range.partition] == .outsideLog, obeys(.placeGivenUp) { astray[range.partition] = .givenUp }
                continue
            }
            starts.append(TopicPartitionOffset(range.partition, start))
        }
        return send(Seek(starts: starts, isGoingBack: true))
    }

    /// Where a partition is to be read again: at the group's offset, or before it where this lane has committed less.
    private mutating func start(of range: PartitionRange, group: Int64?) -> Int64 {
        let partition = range.partition
        guard let place = committed[partition] else { return group ?? range.firstOffset }
        committed.readAgain(partition)
        guard let group else {
            if keepsOffsets, place.isGroups { astray[partition] = .topicDeleted }
            return place.next
        }
        compare(group, with: place, of: partition)
        let start = place.isGroups ? min(group, place.next) : group
        if start != place.next { committed.begin(partition, at: start, isGroups: true, note: place.note) }
        return start
    }

    /// Goes to offsets in those partitions that are still owned.
    private mutating func send(_ seek: Seek) -> Command {
        var seek = seek
        seek.starts.removeAll { lost.contains($0.partition) }
        return go(.seeking(seek), .seek(seek.starts))
    }

    private mutating func sought(_ seek: Seek) -> Command {
        if seek.isGoingBack {
            notes.append(.resumed(partitions: seek.starts.count))
            return endBatch()
        }
        // The driver has dropped what was polled of them.
        held.removeRecords(of: Set(seek.starts.map(\.partition)))
        return compareRested(seek.rested)
    }
}
