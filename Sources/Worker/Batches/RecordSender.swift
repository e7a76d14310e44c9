// Sends the events and dead letters of a batch through one producer and keeps what was refused. Knows topics, keys and
// headers, not when to commit. One lane's thread.

internal import Delivery
internal import Kafka
internal import Normalization

/// A producer with the topics that a lane writes to.
final class RecordSender {
    /// Codes of records that the brokers did not take, since the last `beginBatch`.
    private final class Failures {
        private(set) var codes: Set<KafkaErrorCode> = []
        /// Number of the current attempt, which is its records' token: reports of an earlier one are told apart by it.
        private(set) var attempt: UInt = 1

        func add(_ report: DeliveryReport) {
            guard let code = report.error, report.token == attempt else { return }
            codes.insert(code)
        }

        func beginBatch() {
            attempt += 1
            codes.removeAll(keepingCapacity: true)
        }
    }

    /// The producer, for what only the delivery may do with it.
    let producer: Producer
    private let events: TopicHandle
    private let deadLetters: TopicHandle
    /// The topics that rules send events to, in the order of the rules.
    private let others: [TopicHandle]
    private let failures: Failures
    private let bounds: OutputBounds
    private let keeper: GroupKeeper
    private let forwardedHeaders: [String]
    /// Whether the records of the input are dead letters already.
    private let isRedriving: Bool
    private var headers = RecordHeaders()

    /// Makes the producer; it connects in the background.
    ///
    /// - Throws: `LaneFailure` if librdkafka refuses the settings.
    init(
        _ configuration: WorkerConfiguration,
        _ settings: ClientConfiguration,
        _ keeper: GroupKeeper,
        _ bounds: OutputBounds,
        onEvent: @escaping ClientEventHandler
    ) throws(LaneFailure) {
        let failures = Failures()
        var eventHeaders = RecordHeaders()
        eventHeaders.append(name: HeaderRule.mappingVersion.name, value: HeaderRule.version)
        do {
            producer = try Producer(settings, headers: eventHeaders, onEvent: onEvent, onFailure: failures.add)
        } catch {
            throw .configuration(error.faults.map { "producer: \($0)" })
        }
        do {
            events = try producer.topic(configuration.outputTopic)
            deadLetters = try producer.topic(configuration.deadLetterTopic)
            others = try configuration.events.rules.topics.map(producer.topic)
        } catch {
            throw .kafka(error.description)
        }
        self.failures = failures
        self.keeper = keeper
        self.bounds = bounds
        forwardedHeaders = configuration.forwardedHeaders
        isRedriving = configuration.input != .lines
    }

    /// Asks for the layout of the topics, so that the first record does not wait a second for it.
    ///
    /// Brokers that cannot be reached are no fault yet, and a stop is not kept waiting.
    func prewarm() {
        for topic in [events, deadLetters] + others {
            for _ in 0..<5 where !keeper.isStopping {
                if (try? producer.prewarm(topic, timeout: .seconds(1))) != nil { break }
            }
        }
    }

    /// Forgets what earlier attempts were answered.
    func beginBatch() {
        failures.beginBatch()
        bounds.beginAttempt(at: SystemClock.epochMilliseconds)
    }

    /// Takes the reports that have come in; what was delivered is freed.
    func takeReports() { producer.poll() }

    /// What the reports so far call for; nil if no record failed.
    var recovery: Recovery? { Recovery.after(deliveryFailures: failures.codes) }

    /// What is done about the records that failed, without looking for one of them; nil if nothing can be.
    var remedy: OutputBounds.Remedy? { failures.codes.isEmpty ? nil : bounds.remedy(for: failures.codes) }

    /// The error that the codes of the records that failed add up to.
    var failure: KafkaError {
        let names = failures.codes.map(\.name).sorted().joined(separator: ",")
        let telling = failures.codes.first { $0.isFencing || $0 == .unsupportedCompression }
        return KafkaError(code: telling ?? .unknown, operation: "deliver", message: names)
    }

    /// Sends the event of the record at `index`, with the headers of the record that the settings name and the version
    /// of the mapping behind them.
    ///
    /// - Parameters:
    ///   - event: The event.
    ///   - route: Which of the rules' topics it goes to; nil for the output topic.
    ///   - key: The key of its record.
    ///   - batch: The records.
    ///   - index: The place of the record that it is made of.
    /// - Returns: nil if it is on its way, else why it cannot be sent.
    func send(
        event: Span<UInt8>,
        on route: Int? = nil,
        key: Span<UInt8>?,
        of batch: borrowing MessageBatch,
        at index: Int
    ) -> KafkaError? {
        let time = batch.timestamp(at: index)?.epochMilliseconds
        let headers = forwardedHeaders.isEmpty ? nil : headersToForward(batch, at: index)
        return produce(to: route.map { others[$0] } ?? events, event, key, time, headers)
    }

    /// The headers of the record's event; nil if the record has none to forward, and its event those of all events.
    private func headersToForward(_ batch: borrowing MessageBatch, at index: Int) -> RecordHeaders? {
        headers.removeAll()
        // One that is repeated goes on as often as it stands.
        batch.forEachHeader(at: index) { name, value in
            guard let value, let known = forwardedHeaders.first(where: { name.reads($0) }) else { return }
            headers.append(name: known, value: value)
        }
        guard !headers.isEmpty else { return nil }
        headers.append(name: HeaderRule.mappingVersion.name, value: HeaderRule.version)
        return headers
    }

    /// Does with a record that brokers have refused what is left to do.
    ///
    /// - Returns: nil if it is on its way, else why it cannot be sent.
    func send(_ refusal: Refusal, _ batch: borrowing MessageBatch, at index: Int) -> KafkaError? {
        switch refusal {
        case .event(let reason): sendDeadLetterOrPointer(batch, at: index, reason: reason.rawValue)
        case .deadLetter(let reason): sendPointer(batch, at: index, reason: reason.rawValue)
        }
    }

    /// Sends a dead letter, or, where librdkafka finds even that too large, a pointer to the record.
    ///
    /// - Returns: nil if it is on its way, else why it cannot be sent.
    func sendDeadLetterOrPointer(_ batch: borrowing MessageBatch, at index: Int, reason: String) -> KafkaError? {
        let error = sendDeadLetter(batch, at: index, reason: reason)
        return error?.code == .recordTooLarge ? sendPointer(batch, at: index, reason: reason) : error
    }

    /// Sends a record of the batch to the dead-letter topic as it came, with the headers `source` and `reason`.
    ///
    /// One that was a dead letter before keeps its `source`, and counts in `redriven`.
    ///
    /// - Returns: nil if it is on its way, else why it cannot be sent.
    func sendDeadLetter(_ batch: borrowing MessageBatch, at index: Int, reason: String) -> KafkaError? {
        headers.removeAll()
        if isRedriving {
            DeadLetterHeaders(batch, at: index).append(batch, at: index, reason: reason, to: &headers)
        } else {
            batch.appendHeaders(at: index, to: &headers)
            appendProvenance(batch, index, reason)
        }
        return sendToDeadLetters(batch, index)
    }

    /// Sends a dead letter to its topic again as it is.
    ///
    /// - Returns: nil if it is on its way, else why it cannot be sent.
    func sendCopy(_ batch: borrowing MessageBatch, at index: Int) -> KafkaError? {
        headers.removeAll()
        batch.appendHeaders(at: index, to: &headers)
        return sendToDeadLetters(batch, index)
    }

    private func sendToDeadLetters(_ batch: borrowing MessageBatch, _ index: Int) -> KafkaError? {
        let time = batch.timestamp(at: index)?.epochMilliseconds
        return batch.withPayload(at: index) { value in
            batch.withKey(at: index) { key in produce(to: deadLetters, value, key, time, headers) }
        }
    }

    /// Sends a dead letter that no topic should have reason to refuse: a pointer to the record.
    ///
    /// It holds the first bytes of the record, the time of now, and the headers `source`, `reason` and `original-size`
    /// alone. The record itself stays where `source` says. One that was a dead letter before goes on as it was: its
    /// record may be gone.
    ///
    /// - Returns: nil if it is on its way, else why it cannot be sent.
    func sendPointer(_ batch: borrowing MessageBatch, at index: Int, reason: String) -> KafkaError? {
        if isRedriving { return sendCopy(batch, at: index) }
        headers.removeAll()
        appendProvenance(batch, index, reason)
        return batch.withPayload(at: index) { value in
            headers.append(name: HeaderRule.originalSize.name, value: "\(value?.count ?? 0)")
            guard let value else { return produce(to: deadLetters, nil, nil, nil, headers) }
            let beginning = value.extracting(0..<min(value.count, RecordSender.pointerBytes))
            return produce(to: deadLetters, beginning, nil, nil, headers)
        }
    }

    /// How much of a record stays in a pointer to it.
    private static let pointerBytes = 16_384

    private func appendProvenance(_ batch: borrowing MessageBatch, _ index: Int, _ reason: String) {
        let place = batch.topicPartition(at: index)
        let source = "\(place.topic)/\(place.partition)/\(batch.offset(at: index))"
        headers.append(name: HeaderRule.source.name, value: source)
        headers.append(name: HeaderRule.reason.name, value: reason)
    }

    /// Hands a record to the library; while its queue is full, delivery reports are served, until the time for draining
    /// is over.
    private func produce(
        to topic: TopicHandle,
        _ value: Span<UInt8>?,
        _ key: Span<UInt8>?,
        _ time: Int64?,
        _ headers: RecordHeaders?
    ) -> KafkaError? {
        let time = bounds.admit((value?.count ?? 0) + (key?.count ?? 0), time)
        while true {
            let result = producer.produce(
                to: topic,
                value: value,
                key: key,
                epochMilliseconds: time,
                headers: headers,
                token: failures.attempt
            )
            switch result {
            case .queued: return nil
            case .refused(let error): return error
            case .queueFull:
                producer.poll(timeout: .milliseconds(50))
                guard keeper.wait() else { return KafkaError.gaveUp("produce") }
            }
        }
    }
}
