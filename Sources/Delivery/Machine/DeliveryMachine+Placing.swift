// Where partitions are read on that cannot be read on by themselves: their position is not in the log, or they have
// none. librdkafka says so (`auto.offset.reset=error`) and what follows is decided here.

internal import Kafka

extension DeliveryMachine {
    /// Takes an answer while partitions are placed.
    mutating func placed(_ answer: Answer) -> Command {
        switch (state, answer) {
        case (.readingLogs, .logs(let view)): return decide(view)
        case (.readingLogs, .failed(let error, _)):
            if error.isFatal { return finish(.failed(error.description)) }
            notes.append(.consumerFailed(error))
            return collect()
        case (.restarting(let moves), .done):
            for move in moves { begin(move) }
            nextPlacing = 0
            return endBatch()
        case (.restarting, .failed(let error, _)): return finish(.failed(error.description))
        default: return unexpected(answer)
        }
    }

    /// Decides about those partitions that brokers have said something about; the others stay.
    private mutating func decide(_ view: LogView) -> Command {
        guard !doubts(areOld(view.entries, of: view.bounds.keys.sorted())) else { return collect() }
        let moves = view.bounds.sorted { $0.key < $1.key }.map { move($0.key, $0.value, view) }
        if let refusal = refusal(of: moves) {
            for move in moves { tell(move) }
            return finish(.failed(refusal))
        }
        return commitStarts(moves)
    }

    /// Why no other offset may be chosen; nil if one may, or need not be.
    private func refusal(of moves: [Move]) -> String? {
        func places(_ causes: Set<LogDecision.Cause>) -> String? {
            let found = moves.filter { causes.contains($0.decision.cause) }.map { "\($0.partition)" }
            return found.isEmpty ? nil : found.joined(separator: ", ")
        }
        return switch settings.start {
        case .earliest, .latest: nil
        case .error:
            places([.none, .removed, .replaced]).map {
                "the group has no offset in the log of \($0), and --auto-offset-reset is error"
            }
        case .planned:
            places([.none, .replaced]).map {
                "the log of \($0) ends before the offset at which the plan goes on: was the topic made again?"
            }
        }
    }

    private func move(_ partition: TopicPartition, _ log: Watermarks, _ view: LogView) -> Move {
        let entry = view.entries.first { $0.partition == partition }
        let known = committed[partition]?.next
        // What was handed out of a topic that seemed to be deleted was dropped, and what was given up is read again.
        let reached = astray[partition] == .outsideLog ? view.positions[partition] : nil
        let position = reached ?? known ?? entry?.offset
        let knownEnd = view.knownEnds[partition]
        let isDeleted = astray[partition] == .topicDeleted
        // An offset before the known one is that of the new log: it was placed already, in an attempt whose outcome is
        // not known.
        let isForgotten =
            entry.map { isDeleted && $0.offset < known ?? 0 } ?? (isDeleted || committed.wasCommitted(partition))
        if keepsOffsets, isForgotten {
            // What was handed out since then may be of the new log.
            let decision = LogDecision(afterDeletionAt: known ?? position, log: log, knownEnd: knownEnd)
            return Move(partition: partition, decision: decision, isGroups: false, note: note(partition, nil, view))
        }
        let skips = position == nil && settings.start == .latest && !isLater(partition, view)
        return Move(
            partition: partition,
            decision: LogDecision(position: position, log: log, knownEnd: knownEnd, skipsHistory: skips),
            isGroups: entry != nil,
            note: note(partition, entry, view)
        )
    }

    /// Whether a partition came after the group had begun, or its topic after the lane had joined.
    private func isLater(_ partition: TopicPartition, _ view: LogView) -> Bool {
        view.newTopics.contains(partition.topic) || FirstStart.isLater(partition, than: view.entries)
    }

    /// The text beside the offset at which a partition starts.
    private func note(_ partition: TopicPartition, _ entry: TopicPartitionOffset?, _ view: LogView) -> String {
        guard settings.start == .latest else { return "" }
        if let entry { return entry.metadata }
        guard isLater(partition, view) else { return FirstStart.note(of: partition.topic, view.partitionCounts) }
        return FirstStart.note(of: partition, than: view.entries)
    }

    /// Whether the group has to have a start before its first batch: one at the end, so that a crash skips nothing, and
    /// one that follows a loss, so that the loss is told once.
    private func isCommitted(_ move: Move) -> Bool {
        switch move.decision.cause {
        case .present: false
        case .none: settings.start == .latest
        // A plan has room for it in the offset of the next batch.
        case .removed: settings.start != .planned
        case .replaced: true
        }
    }

    /// Commits where partitions start, as an attempt without records.
    mutating func commitStarts(_ moves: [Move]) -> Command {
        // A producer may have been waited for since it was decided.
        let moves = moves.filter { !lost.contains($0.partition) }
        guard !moves.isEmpty else { return collect() }
        let starts = moves.filter { isCommitted($0) }
            .map { TopicPartitionOffset($0.partition, $0.decision.start, metadata: $0.note) }
        guard !starts.isEmpty else { return place(moves) }
        if let reason = reasonToRenew { return replaceProducer(for: .placing(moves), after: reason) }
        return begin(Attempt(count: 0, moves: moves, began: moment.now, offsets: starts))
    }

    /// Gives up such an attempt: the partitions are decided about again.
    mutating func giveUpPlacing(_ attempt: Attempt, _ failure: DeliveryFailure) -> Command {
        switch failure.recovery {
        case .giveUp: finish(.misfit(failure.error))
        case .renewProducer: renew(for: .collecting, after: failure.error)
        default: endBatch()
        }
    }

    /// Reads on at the places, which the group has by now as far as it needs them.
    mutating func place(_ moves: [Move]) -> Command {
        // The next owner finds the new start and tells nothing.
        for move in moves { tell(move) }
        let moves = moves.filter { !lost.contains($0.partition) }
        guard !moves.isEmpty else { return endBatch() }
        let starts = moves.map { TopicPartitionOffset($0.partition, $0.decision.start) }
        return go(.restarting(moves), .restart(starts))
    }

    private mutating func tell(_ move: Move) {
        switch move.decision.cause {
        case .present: return
        case .none where settings.start == .error: break
        case .none: notes.append(.startChosen(move.partition, move.decision.start))
        case .removed: break
        case .replaced: notes.append(.logReplaced(move.partition, start: move.decision.start))
        }
        if let gone = move.decision.gone { notes.append(.logGap(move.partition, gone)) }
    }

    /// Books that a partition is read from elsewhere.
    private mutating func begin(_ move: Move) {
        let partition = move.partition
        astray[partition] = nil
        restarted[partition] = nil
        begun.insert(partition)
        if move.decision.cause == .replaced { committed.forgetHistory(of: partition) }
        if move.decision.cause == .present, committed[partition] != nil { return }
        committed.readAgain(partition)
        if settings.start == .planned, let gone = move.decision.gone {
            if committed[partition] == nil {
                committed.begin(partition, at: gone.lowerBound, isGroups: true, note: move.note)
            }
            committed.addHole(OffsetGap(partition: partition, expected: gone.lowerBound, found: gone.upperBound))
            return
        }
        let isGroups = move.isGroups || isCommitted(move)
        committed.begin(partition, at: move.decision.start, isGroups: isGroups, note: move.note)
    }
}
