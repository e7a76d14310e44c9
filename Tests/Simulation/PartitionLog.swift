// The log of a partition as its leader keeps it. Appends are replicated at once: the high watermark is the end.

/// Records of one producer that follow each other, or a marker, which takes one offset.
struct LogEntry: Sendable {
    enum Content: Sendable {
        case records(Payload)
        case marker(commits: Bool)
    }

    var first: Int64
    var count: Int
    /// Who wrote it; nil for a producer that is not idempotent.
    var producer: ProducerIdentity?
    var sequence = 0
    var isTransactional = false
    var content: Content
    /// Whether it belongs to a transaction that was aborted.
    var isAborted = false

    var end: Int64 { first + Int64(count) }
}

/// A log.
struct PartitionLog: Sendable {
    private var entries: [LogEntry] = []
    private var producers = ProducerTable()
    /// The producers as of the first entry, from which the table is made again when the end of the log is lost.
    private var producersAtStart = ProducerTable()
    private(set) var start: Int64 = 0
    private(set) var end: Int64 = 0

    /// Where readers of committed records stop: the first record of a transaction that is not over, or the end.
    ///
    /// It is in no batch that was deleted, but it may be in one that lies partly before the start.
    var lastStable: Int64 {
        producers.firstOpenOffset.map { max($0, min(start, entries.first?.first ?? start)) } ?? end
    }

    func offset(of bound: Bound) -> Int64 {
        switch bound {
        case .start: start
        case .end: end
        case .lastStable: lastStable
        }
    }

    func hasOpenTransaction(of producerID: Int64) -> Bool { producers.hasOpenTransaction(of: producerID) }

    /// Takes note of a batch that the coordinator is asked about.
    mutating func expect(_ batch: Produce) { producers.expect(batch) }

    /// Appends records of a plain producer.
    mutating func append(count: Int, _ payload: Payload) -> Response {
        let first = end
        append(LogEntry(first: end, count: count, content: .records(payload)))
        return .appended(first: first)
    }

    /// Appends records of an idempotent producer; what it sent before is answered as it was then.
    mutating func produce(_ batch: Produce) -> Response {
        if let first = producers.duplicate(of: batch) { return .appended(first: first) }
        if let error = producers.refusal(of: batch) { return .failed(error) }
        let first = end
        append(
            LogEntry(
                first: end,
                count: batch.count,
                producer: batch.producer,
                sequence: batch.sequence,
                isTransactional: batch.transactionalID != nil,
                content: .records(batch.payload)
            )
        )
        return .appended(first: first)
    }

    /// Ends the transaction of a producer.
    ///
    /// The marker takes an offset even if the log has nothing of the transaction; one of an older epoch than the log
    /// has seen is refused.
    mutating func writeMarker(of producer: ProducerIdentity, commits: Bool) {
        guard !producers.isFenced(producer) else { return }
        append(
            LogEntry(
                first: end,
                count: 1,
                producer: producer,
                isTransactional: true,
                content: .marker(commits: commits)
            )
        )
    }

    func fetch(_ fetch: Fetch) -> Response {
        guard (start...end).contains(fetch.offset) else { return .failed(.offsetOutOfRange) }
        let limit = fetch.isCommittedOnly ? lastStable : end
        var answer = Fetched(runs: [], next: fetch.offset, logStart: start, lastStable: lastStable, highWatermark: end)
        var room = Int64(fetch.maxRecords)
        var index = firstIndex(endingAfter: fetch.offset)
        while index < entries.count, entries[index].first < limit, room > 0 {
            let entry = entries[index]
            index += 1
            answer.next = entry.end
            guard case .records(let payload) = entry.content, !(fetch.isCommittedOnly && entry.isAborted) else {
                continue
            }
            let first = max(entry.first, fetch.offset)
            let count = min(entry.end - first, room)
            room -= count
            answer.next = first + count
            answer.runs.append(RecordRun(first: first, count: Int(count), payload.dropping(first - entry.first)))
        }
        return .fetched(answer)
    }

    /// Moves the start of the log; -1 means to the end.
    mutating func deleteRecords(before offset: Int64) -> Response {
        guard offset <= end else { return .failed(.offsetOutOfRange) }
        start = max(start, offset < 0 ? end : offset)
        let count = firstIndex(endingAfter: start)
        for entry in entries[..<count] { _ = producersAtStart.note(entry) }
        entries.removeFirst(count)
        return .offset(start)
    }

    /// Loses the end of the log.
    ///
    /// Batches are lost as a whole, and what producers did is known as far as the log tells.
    mutating func truncate(to offset: Int64) {
        guard offset < end else { return }
        let kept = entries[..<firstIndex(endingAfter: offset)]
        entries = []
        producers = producersAtStart
        end = offset
        start = min(start, offset)
        for var entry in kept {
            entry.isAborted = false
            add(entry)
        }
    }

    private mutating func append(_ entry: LogEntry) {
        end = entry.end
        add(entry)
    }

    /// Takes an entry into the log, and marks the records of the transaction that it aborts.
    private mutating func add(_ entry: LogEntry) {
        let transactionStart = producers.note(entry)
        if case .marker(commits: false) = entry.content, let transactionStart {
            var index = entries.count - 1
            while index >= 0, entries[index].first >= transactionStart {
                if entries[index].producer?.id == entry.producer?.id && entries[index].isTransactional {
                    entries[index].isAborted = true
                }
                index -= 1
            }
        }
        entries.append(entry)
    }

    /// The first entry that holds this offset or a later one.
    private func firstIndex(endingAfter offset: Int64) -> Int {
        var low = 0
        var high = entries.count
        while low < high {
            let middle = (low + high) / 2
            if entries[middle].end > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
