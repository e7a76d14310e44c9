// Turns the records of a batch into events and dead letters and sends them, in order, but for the events that a rule
// drops. A few records are normalized, then those are sent: each half keeps its code in the processor's cache. One
// lane's thread.

internal import Kafka
internal import Normalization

/// A normalizer with the buffers that a lane uses for all its batches.
struct BatchNormalizer: ~Copyable {
    private var normalizer: Normalizer
    private var envelopes: EnvelopeReader
    /// Records that are ready to be sent, at most `portion` of them.
    private var prepared: [PreparedRecord] = []
    /// Their events, one behind the other.
    private var events = OutputBuffer(capacity: 2 * BatchNormalizer.portionBytes)
    /// The devices of those that have no key, or a clock that cannot be right, one behind the other.
    private var hosts = OutputBuffer(capacity: 4096)
    private var redrive: Redrive?
    /// What is sent in place of events; nothing if it is empty.
    private let fixedEvents: [[UInt8]]
    /// Which of the rules' topics each rule sends its events to, in the order of the rules; nil for the output topic.
    private let routes: [Int?]

    /// How many records are normalized before they are sent.
    private static let portion = 32
    /// Bytes of events after which no more are normalized before they are sent.
    private static let portionBytes = 32_768

    init(_ configuration: WorkerConfiguration, _ catalogue: Catalogue) {
        normalizer = Normalizer(catalogue: catalogue, settings: configuration.events)
        envelopes = EnvelopeReader { configuration.eventName(of: $0) }
        fixedEvents = configuration.fixedEvents
        let rules = configuration.events.rules
        let topics = rules.topics
        routes = rules.list.indices.map { rules.topic(ofRule: $0).flatMap(topics.firstIndex) }
        prepared.reserveCapacity(BatchNormalizer.portion)
        if case .deadLetters(let reasons) = configuration.input { redrive = Redrive(reasons: reasons) }
    }

    var lastIgnoredHeader: String { envelopes.lastIgnored }

    /// Sends an event or a dead letter for each of the first `count` records; stops at the first that can be neither.
    mutating func send(
        _ batch: borrowing MessageBatch,
        first count: Int,
        _ refusals: Refusals,
        to sender: RecordSender,
        _ heartbeat: WorkerStatus.Heartbeat
    ) -> BatchCounts {
        var counts = BatchCounts(rangeCount: batch.partitionRanges.count, ruleCount: routes.count)
        let ignored = envelopes.ignored
        envelopes.fallbackTime = SystemClock.epochMilliseconds
        var next = 0
        while next < count, counts.failure == nil {
            prepare(batch, next..<count, refusals)
            sendPrepared(batch, from: next, sender, &counts)
            sender.takeReports()
            next += prepared.count
            // What a line may cost is bounded, and so is what a few of them take: a lane that normalizes is seen to
            // live.
            heartbeat.beat(at: SystemClock.monotonicNanoseconds)
        }
        counts.ignoredHeaders = envelopes.ignored - ignored
        return counts
    }

    /// Prepares the first of the records at `indices`, at least one.
    private mutating func prepare(_ batch: borrowing MessageBatch, _ indices: Range<Int>, _ refusals: Refusals) {
        prepared.removeAll(keepingCapacity: true)
        events.removeAll()
        hosts.removeAll()
        for index in indices.prefix(BatchNormalizer.portion) {
            if let refusal = refusals.isEmpty ? nil : refusals.refusal(of: batch, at: index) {
                prepared.append(PreparedRecord(.refused(refusal)))
            } else {
                let record = batch.withPayload(at: index) { payload in
                    let isTried = redrive?.admits(batch, index) ?? true
                    if redrive != nil, payload == nil || !isTried { return PreparedRecord(.untried) }
                    guard let payload else { return PreparedRecord(.tombstone) }
                    return prepare(payload, batch, index)
                }
                prepared.append(record)
            }
            if events.count >= BatchNormalizer.portionBytes { return }
        }
    }

    private mutating func prepare(
        _ line: Span<UInt8>,
        _ batch: borrowing MessageBatch,
        _ index: Int
    ) -> PreparedRecord {
        envelopes.read(batch, at: index)
        guard fixedEvents.isEmpty else { return PreparedRecord(.fixedEvent, inputBytes: line.count) }
        var record = PreparedRecord(.event, inputBytes: line.count)
        if let source = redrive?.source { envelopes.move(to: source) }
        switch normalizer.normalize(line, envelopes.envelope, into: &events) {
        case .deadLetter(let reason): record.fate = .deadLetter(reason)
        case .dropped(let summary):
            record.fate = .dropped
            record.rule = summary.rule
        case .event(let summary):
            record.rule = summary.rule
            if summary.fit == .labels { record.missed = summary.id }
            record.clock = summary.clock
            if summary.clock != nil || !batch.hasKey(at: index) { record.host = takeHost(summary.host, line) }
        }
        record.eventEnd = events.count
        return record
    }

    /// Keeps the name of the device that an event is from.
    ///
    /// - Returns: Its place in `hosts`; nil if it is not known.
    private mutating func takeHost(_ host: EventSummary.Host, _ line: Span<UInt8>) -> Range<Int>? {
        let start = hosts.count
        switch host {
        case .line(let range): hosts.append(contentsOf: line.extracting(range.lowerBound..<range.upperBound))
        case .envelope:
            let name = envelopes.envelope.deviceHost
            let text = envelopes.envelope.deviceHostText
            hosts.append(contentsOf: name.span.extracting(text.lowerBound..<text.upperBound))
        case .unknown: return nil
        }
        return start..<hosts.count
    }

    /// Sends what is prepared, beginning with the record at `start`; stops at the first that can be neither event nor
    /// dead letter.
    private func sendPrepared(
        _ batch: borrowing MessageBatch,
        from start: Int,
        _ sender: RecordSender,
        _ counts: inout BatchCounts
    ) {
        var eventStart = 0
        for (place, record) in prepared.enumerated() {
            let index = start + place
            counts.inputBytes += record.inputBytes
            if let rule = record.rule { counts.countMatch(rule) }
            switch record.fate {
            case .event:
                send(record, eventStart, batch, index, sender, &counts)
                eventStart = record.eventEnd
            case .fixedEvent:
                let event = fixedEvents[index % fixedEvents.count]
                let error = batch.withKey(at: index) { sender.send(event: event.span, key: $0, of: batch, at: index) }
                book(error, event.count, batch, index, sender, &counts)
            case .dropped: if let rule = record.rule { counts.countDropped(batch, index, rule) }
            case .tombstone: counts.countTombstone(batch, index)
            case .deadLetter(let reason): sendDeadLetter(batch, index, reason.rawValue, sender, &counts)
            case .untried:
                counts.failure = sender.sendCopy(batch, at: index)
                counts.countDeadLetter(batch, index, DeadLetterHeaders(batch, at: index).reason)
            case .refused(let refusal):
                counts.failure = sender.send(refusal, batch, at: index)
                counts.countDeadLetter(batch, index, refusal.reason.rawValue)
            }
            if counts.failure != nil { return }
        }
    }

    /// Sends the event of one record, which begins at `start` of all.
    private func send(
        _ record: PreparedRecord,
        _ start: Int,
        _ batch: borrowing MessageBatch,
        _ index: Int,
        _ sender: RecordSender,
        _ counts: inout BatchCounts
    ) {
        let route = record.rule.flatMap { routes[$0] }
        let error = events.withBytes { events in
            let event = events.extracting(start..<record.eventEnd)
            guard let host = record.host, !batch.hasKey(at: index) else {
                return batch.withKey(at: index) { sender.send(event: event, on: route, key: $0, of: batch, at: index) }
            }
            return hosts.withBytes { hosts in
                sender.send(event: event, on: route, key: hosts.extracting(host), of: batch, at: index)
            }
        }
        if let missed = record.missed { counts.layoutMisses[missed, default: 0] += 1 }
        if let fault = record.clock {
            hosts.withBytes { counts.clocks.count(fault, of: $0.extracting(record.host ?? 0..<0)) }
        }
        book(error, record.eventEnd - start, batch, index, sender, &counts)
    }

    /// Books an event that was sent; one that librdkafka finds too large becomes a dead letter.
    private func book(
        _ error: KafkaError?,
        _ eventBytes: Int,
        _ batch: borrowing MessageBatch,
        _ index: Int,
        _ sender: RecordSender,
        _ counts: inout BatchCounts
    ) {
        counts.outputBytes += eventBytes
        switch error {
        case nil: counts.countEvent(batch, index)
        case let error? where error.code == .recordTooLarge:
            sendDeadLetter(batch, index, Refusal.Reason(error.code).rawValue, sender, &counts)
        case let error?: counts.failure = error
        }
    }

    private func sendDeadLetter(
        _ batch: borrowing MessageBatch,
        _ index: Int,
        _ reason: String,
        _ sender: RecordSender,
        _ counts: inout BatchCounts
    ) {
        counts.failure = sender.sendDeadLetterOrPointer(batch, at: index, reason: reason)
        counts.countDeadLetter(batch, index, reason)
    }
}
