// Turns the records of a batch into events and dead letters and sends them, in order. Counts what it
// made of each, so that the numbers add up. One lane's thread.

internal import Kafka
internal import Normalization

/// What one attempt made of the records of a batch.
struct BatchCounts {
    /// By place in the batch's `partitionRanges`.
    private(set) var ranges: [PartitionCounts]
    /// Headers with a value that could not be used.
    var ignoredHeaders = 0
    /// Dead letters, by reason.
    private(set) var reasons: [String: Int] = [:]
    /// Events whose text fits no layout of their message, by message id.
    fileprivate(set) var layoutMisses: [Int32: Int] = [:]
    /// Bytes of records and of events.
    fileprivate(set) var inputBytes = 0
    fileprivate(set) var outputBytes = 0
    /// Why sending ended before the end of the attempt.
    var failure: KafkaError?

    init(rangeCount: Int) {
        ranges = [PartitionCounts](repeating: .init(), count: rangeCount)
    }

    mutating func countEvent(_ range: Int, offset: Int64) {
        count(range, offset)
        ranges[range].events += 1
    }

    mutating func countTombstone(_ range: Int, offset: Int64) {
        count(range, offset)
        ranges[range].tombstones += 1
    }

    mutating func countDeadLetter(_ range: Int, offset: Int64, _ reason: String) {
        count(range, offset)
        ranges[range].deadLetters += 1
        reasons[reason, default: 0] += 1
    }

    private mutating func count(_ range: Int, _ offset: Int64) {
        ranges[range].read += 1
        ranges[range].next = offset + 1
    }
}

/// What is to be done with a record that brokers have refused.
enum Refusal: Sendable {
    /// Its event was refused: it becomes a dead letter.
    case event(reason: String)
    /// Its dead letter was refused too: it becomes one that only points to it.
    case deadLetter(reason: String)

    /// The stable word for it.
    var reason: String {
        switch self {
        case .event(let reason), .deadLetter(let reason): reason
        }
    }
}

/// The refused records of a batch.
struct Refusals {
    private struct Place: Hashable {
        var partition: Int32
        var offset: Int64
    }

    private var places: [Place: Refusal] = [:]

    /// Forgets all.
    mutating func removeAll() { places.removeAll() }

    /// Whether there are any.
    var isEmpty: Bool { places.isEmpty }

    /// What is known of the record at `index`.
    func refusal(of batch: borrowing MessageBatch, at index: Int) -> Refusal? {
        places[Place(partition: batch.partition(at: index), offset: batch.offset(at: index))]
    }

    /// Books that the record at `index` was refused once more.
    ///
    /// - Returns: Whether there is something left to do with it.
    mutating func add(_ batch: borrowing MessageBatch, at index: Int, _ code: KafkaErrorCode) -> Bool {
        let place = Place(partition: batch.partition(at: index), offset: batch.offset(at: index))
        switch places[place] {
        case nil: places[place] = .event(reason: Refusals.reason(of: code))
        case .event(let reason): places[place] = .deadLetter(reason: reason)
        case .deadLetter: return false
        }
        return true
    }

    /// The stable word for a record that brokers, or librdkafka by `message.max.bytes`, refuse.
    static func reason(of code: KafkaErrorCode) -> String {
        code == .recordTooLarge || code == .recordListTooLarge ? "event-too-large" : "event-refused"
    }
}

/// A normalizer with the buffers that a lane uses for all its batches.
struct BatchNormalizer: ~Copyable {
    private var normalizer: Normalizer
    private var envelopes: EnvelopeReader
    private var output = OutputBuffer(capacity: 8192)
    private var redrive: Redrive?
    /// What is sent in place of events; nothing if it is empty.
    private let fixedEvents: [[UInt8]]

    /// What is known of dead letters that are normalized once more.
    private struct Redrive {
        /// The reasons that are tried; all if nil.
        let reasons: Set<String>?
        /// The name in eventId, if it is not that of the topic which the record came from.
        let namespace: String?
        /// Where the record at hand came from.
        var source: RecordSource?
        /// Why it became a dead letter.
        var reason = ""

        /// Looks at the dead letter at `index`.
        ///
        /// - Returns: Whether its record can be made of it, and is to be tried.
        mutating func admits(_ batch: borrowing MessageBatch, _ index: Int) -> Bool {
            let headers = DeadLetterHeaders(batch, at: index)
            source = headers.source
            reason = headers.reason
            guard source != nil, !headers.isPointer else { return false }
            return reasons?.contains(headers.reason) ?? true
        }
    }

    init(_ configuration: WorkerConfiguration, _ catalogue: Catalogue) {
        normalizer = Normalizer(catalogue: catalogue, settings: configuration.events)
        envelopes = EnvelopeReader(namespace: configuration.eventNamespace)
        fixedEvents = configuration.fixedEvents
        if case .deadLetters(let reasons) = configuration.input {
            redrive = Redrive(reasons: reasons, namespace: configuration.namespace)
        }
    }

    /// Name of the last header that was ignored.
    var lastIgnoredHeader: String { envelopes.lastIgnored }

    /// Sends an event or a dead letter for each of the first `count` records; stops at the first that can be neither.
    mutating func send(
        _ batch: borrowing MessageBatch,
        first count: Int,
        _ refusals: Refusals,
        to sender: RecordSender
    ) -> BatchCounts {
        var counts = BatchCounts(rangeCount: batch.partitionRanges.count)
        let ignored = envelopes.ignored
        envelopes.fallbackTime = SystemClock.epochMilliseconds
        for index in 0..<count {
            let range = batch.rangeIndex(at: index)
            let offset = batch.offset(at: index)
            if let refusal = refusals.isEmpty ? nil : refusals.refusal(of: batch, at: index) {
                counts.failure = sender.send(refusal, batch, at: index)
                counts.countDeadLetter(range, offset: offset, refusal.reason)
            } else {
                let outcome = batch.withPayload(at: index) { payload in
                    let isTried = redrive?.admits(batch, index) ?? true
                    guard let payload, isTried else { return redrive == nil ? .tombstone : RecordOutcome.untried }
                    counts.inputBytes += payload.count
                    return send(payload, batch, index, sender, &counts)
                }
                switch outcome {
                case .tombstone: counts.countTombstone(range, offset: offset)
                case .event: counts.countEvent(range, offset: offset)
                case .deadLetter(let reason):
                    counts.failure = sender.sendDeadLetterOrPointer(batch, at: index, reason: reason)
                    counts.countDeadLetter(range, offset: offset, reason)
                case .untried:
                    counts.failure = sender.sendCopy(batch, at: index)
                    counts.countDeadLetter(range, offset: offset, redrive?.reason ?? "")
                case .failed(let error): counts.failure = error
                }
            }
            if counts.failure != nil { break }
        }
        counts.ignoredHeaders = envelopes.ignored - ignored
        return counts
    }

    private enum RecordOutcome {
        case tombstone
        case event
        case deadLetter(String)
        /// A dead letter that stays as it is.
        case untried
        case failed(KafkaError)
    }

    private mutating func send(
        _ line: Span<UInt8>,
        _ batch: borrowing MessageBatch,
        _ index: Int,
        _ sender: RecordSender,
        _ counts: inout BatchCounts
    ) -> RecordOutcome {
        guard fixedEvents.isEmpty else { return sendFixed(batch, index, sender, &counts) }
        envelopes.read(batch, at: index)
        if let redrive, let source = redrive.source {
            let name = redrive.namespace ?? source.topic
            envelopes.move(to: source, namespace: RecordPosition.namespace(of: name))
        }
        output.removeAll()
        let summary: EventSummary
        switch normalizer.normalize(line, envelopes.envelope, into: &output) {
        case .deadLetter(let reason): return .deadLetter(reason.rawValue)
        case .event(let event): summary = event
        }
        if summary.fit == .labels { counts.layoutMisses[summary.id, default: 0] += 1 }
        counts.outputBytes += output.count
        let error = output.withBytes { event in
            batch.withKey(at: index) { key in
                if let key { return sender.send(event: event, key: key, of: batch, at: index) }
                switch summary.host {
                case .line(let range):
                    let host = line.extracting(Int(range.start)..<Int(range.end))
                    return sender.send(event: event, key: host, of: batch, at: index)
                case .envelope:
                    let host = envelopes.envelope.deviceHost
                    let text = envelopes.envelope.deviceHostText
                    let key = host.span.extracting(text.lowerBound..<text.upperBound)
                    return sender.send(event: event, key: key, of: batch, at: index)
                case .unknown: return sender.send(event: event, key: nil, of: batch, at: index)
                }
            }
        }
        guard let error else { return .event }
        return error.code == .recordTooLarge ? .deadLetter(Refusals.reason(of: error.code)) : .failed(error)
    }

    /// Sends a value that has nothing to do with the record but its key and time.
    private func sendFixed(
        _ batch: borrowing MessageBatch,
        _ index: Int,
        _ sender: RecordSender,
        _ counts: inout BatchCounts
    ) -> RecordOutcome {
        let event = fixedEvents[index % fixedEvents.count]
        counts.outputBytes += event.count
        let error = batch.withKey(at: index) { key in sender.send(event: event.span, key: key, of: batch, at: index) }
        return error.map { .failed($0) } ?? .event
    }
}

extension RecordSender {
    /// Sends a dead letter, or, where librdkafka finds even that too large, a pointer to the record.
    fileprivate func sendDeadLetterOrPointer(
        _ batch: borrowing MessageBatch,
        at index: Int,
        reason: String
    ) -> KafkaError? {
        let error = sendDeadLetter(batch, at: index, reason: reason)
        return error?.code == .recordTooLarge ? sendPointer(batch, at: index, reason: reason) : error
    }

    fileprivate func send(_ refusal: Refusal, _ batch: borrowing MessageBatch, at index: Int) -> KafkaError? {
        switch refusal {
        case .event(let reason): sendDeadLetterOrPointer(batch, at: index, reason: reason)
        case .deadLetter(let reason): sendPointer(batch, at: index, reason: reason)
        }
    }
}
