// Sends events and dead letters of a lane and waits for the brokers' answers. Knows topics and keys, not
// when to commit. One lane's thread.

internal import Kafka
internal import Normalization

/// The producer of a lane with its two topics.
final class RecordSender {
    /// A record that the brokers did not take.
    struct Failure {
        /// Index of the record in its batch.
        var index: Int
        var code: KafkaErrorCode
    }

    /// Failures of the current batch, as delivery reports come in.
    private final class Failures {
        private(set) var list: [Failure] = []
        /// Number of the current batch, in the upper half of its records' tokens: reports of an abandoned one are told apart by it.
        private var batch: UInt = 0

        func token(of index: Int) -> UInt { batch << 32 | UInt(index) }

        func add(_ report: DeliveryReport) {
            guard let code = report.error, report.token >> 32 == batch else { return }
            list.append(Failure(index: Int(report.token & 0xFFFF_FFFF), code: code))
        }

        func beginBatch() {
            batch = (batch + 1) & 0xFFFF_FFFF
            list.removeAll(keepingCapacity: true)
        }
    }

    private let producer: Producer
    private let events: TopicHandle
    private let deadLetters: TopicHandle
    private let failures: Failures
    private let stop: StopSignal
    private let inputTopic: String
    private let forwardedHeaders: [String]
    private var headers = RecordHeaders()

    /// Makes the producer; it connects in the background.
    ///
    /// - Throws: `LaneFailure` if librdkafka refuses the settings.
    init(
        _ configuration: WorkerConfiguration,
        stop: StopSignal,
        onEvent: @escaping ClientEventHandler
    ) throws(LaneFailure) {
        let failures = Failures()
        do {
            producer = try Producer(ClientSettings.producer(configuration), onEvent: onEvent) { failures.add($0) }
        } catch {
            throw .configuration(error.faults.map { "producer: \($0)" })
        }
        do {
            events = try producer.topic(configuration.outputTopic)
            deadLetters = try producer.topic(configuration.deadLetterTopic)
        } catch {
            throw .kafka(error.description)
        }
        self.failures = failures
        self.stop = stop
        inputTopic = configuration.inputTopic
        forwardedHeaders = configuration.forwardedHeaders
    }

    /// Asks for the layout of both topics, so that the first record does not wait a second for it.
    ///
    /// Brokers that cannot be reached are no fault yet, and a stop is not kept waiting.
    func prewarm() {
        for topic in [events, deadLetters] {
            for _ in 0..<5 where !stop.isRequested {
                if (try? producer.prewarm(topic, timeout: .seconds(1))) != nil { break }
            }
        }
    }

    /// Sends the event of the record at `index`, with the headers of the record that the settings name.
    ///
    /// - Returns: nil if it is on its way, else why it cannot be sent.
    func send(
        event: Span<UInt8>,
        key: Span<UInt8>?,
        of batch: borrowing MessageBatch,
        at index: Int
    ) -> KafkaError? {
        let time = batch.timestamp(at: index)?.epochMilliseconds
        let forwarded = forwardedHeaders.isEmpty ? nil : headersToForward(batch, at: index)
        while true {
            switch producer.produce(
                to: events,
                value: event,
                key: key,
                epochMilliseconds: time,
                headers: forwarded,
                token: failures.token(of: index)
            ) {
            case .queued: return nil
            case .queueFull: if !serveFullQueue() { return RecordSender.gaveUp }
            case .refused(let error): return error
            }
        }
    }

    private func headersToForward(_ batch: borrowing MessageBatch, at index: Int) -> RecordHeaders {
        headers.removeAll()
        for name in forwardedHeaders {
            batch.withHeader(name, at: index) { value in
                if let value { headers.append(name: name, value: value) }
            }
        }
        return headers
    }

    /// Sends a record of the batch to the dead-letter topic as it came, with the headers `source` and `reason`.
    func sendDeadLetter(_ batch: borrowing MessageBatch, at index: Int, reason: String) -> KafkaError? {
        headers.removeAll()
        batch.appendHeaders(at: index, to: &headers)
        headers.append(name: "source", value: "\(inputTopic)/\(batch.partition(at: index))/\(batch.offset(at: index))")
        headers.append(name: "reason", value: reason)
        let time = batch.timestamp(at: index)?.epochMilliseconds
        while true {
            let result = batch.withPayload(at: index) { value in
                batch.withKey(at: index) { key in
                    producer.produce(
                        to: deadLetters,
                        value: value,
                        key: key,
                        epochMilliseconds: time,
                        headers: headers,
                        token: failures.token(of: index)
                    )
                }
            }
            switch result {
            case .queued: return nil
            case .queueFull: if !serveFullQueue() { return RecordSender.gaveUp }
            case .refused(let error): return error
            }
        }
    }

    /// Waits until all records sent are answered for, and hands over those that failed.
    ///
    /// - Returns: nil if the time for draining ran out first.
    func finishBatch() -> [Failure]? {
        while !producer.flush(timeout: .milliseconds(100)) {
            if stop.hasExpired { return nil }
        }
        defer { failures.beginBatch() }
        return failures.list
    }

    /// Gives up what is still on its way.
    func abandonBatch() {
        producer.purge()
        _ = producer.flush(timeout: .seconds(1))
        failures.beginBatch()
    }

    /// Ends the producer.
    func close(within time: Duration) { producer.close(within: time) }

    /// Serves delivery reports while the queue is full; false once the time for draining is over.
    private func serveFullQueue() -> Bool {
        producer.poll(timeout: .milliseconds(50))
        return !stop.hasExpired
    }

    private static let gaveUp = KafkaError(
        code: .timedOut,
        operation: "produce",
        message: "the time for draining is over"
    )
}
