// Turns the records of a batch into events and dead letters and sends them, in order. Counts what it
// made of each, so that the numbers add up. One lane's thread.

internal import Glibc
internal import Kafka
internal import Normalization

/// What became of the records of one batch.
struct BatchCounts {
    /// Counts to be added to the lane's once the batch is committed.
    var report = WorkerReport()
    /// Why sending ended before the end of the batch.
    var failure: KafkaError?
    /// Indices of records that went to the dead-letter topic.
    private var deadLetters: Set<Int> = []

    var ignoredHeaders: Int {
        get { report.ignoredHeaders }
        set { report.ignoredHeaders = newValue }
    }

    mutating func countDeadLetter(_ index: Int) {
        report.deadLetters += 1
        deadLetters.insert(index)
    }

    /// Counts an event as a dead letter instead; false if the record is one already.
    mutating func becomesDeadLetter(_ index: Int) -> Bool {
        guard deadLetters.insert(index).inserted else { return false }
        report.events -= 1
        report.deadLetters += 1
        return true
    }
}

/// A normalizer with the buffers that a lane uses for all its batches.
struct BatchNormalizer: ~Copyable {
    private var normalizer: Normalizer
    private var envelopes: EnvelopeReader
    private var output = OutputBuffer(capacity: 8192)

    init(_ configuration: WorkerConfiguration, _ catalogue: Catalogue) {
        normalizer = Normalizer(catalogue: catalogue, settings: configuration.events)
        envelopes = EnvelopeReader(namespace: configuration.eventNamespace)
    }

    /// Headers that were ignored since the beginning.
    var ignoredHeaders: Int { envelopes.ignored }
    /// Name of the last of them.
    var lastIgnoredHeader: String { envelopes.lastIgnored }

    /// The stable word for a record that the brokers refuse.
    static func reason(of code: KafkaErrorCode) -> String {
        code == .recordTooLarge ? "event-too-large" : "event-refused"
    }

    /// Sends an event or a dead letter for each record; stops at the first that can be neither.
    mutating func send(_ batch: borrowing MessageBatch, to sender: RecordSender) -> BatchCounts {
        var counts = BatchCounts()
        envelopes.fallbackTime = BatchNormalizer.now()
        for index in 0..<batch.count {
            counts.report.read += 1
            let outcome = batch.withPayload(at: index) { payload in
                guard let payload else { return RecordOutcome.tombstone }
                return send(payload, batch, index, sender)
            }
            switch outcome {
            case .tombstone: counts.report.tombstones += 1
            case .event: counts.report.events += 1
            case .deadLetter(let reason):
                counts.countDeadLetter(index)
                counts.failure = sender.sendDeadLetter(batch, at: index, reason: reason)
            case .failed(let error): counts.failure = error
            }
            if counts.failure != nil { break }
        }
        return counts
    }

    private enum RecordOutcome {
        case tombstone
        case event
        case deadLetter(String)
        case failed(KafkaError)
    }

    private mutating func send(
        _ line: Span<UInt8>,
        _ batch: borrowing MessageBatch,
        _ index: Int,
        _ sender: RecordSender
    ) -> RecordOutcome {
        envelopes.read(batch, at: index)
        output.removeAll()
        let summary: EventSummary
        switch normalizer.normalize(line, envelopes.envelope, into: &output) {
        case .deadLetter(let reason): return .deadLetter(reason.rawValue)
        case .event(let event): summary = event
        }
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
        return error.code == .recordTooLarge ? .deadLetter(BatchNormalizer.reason(of: error.code)) : .failed(error)
    }

    private static func now() -> Int64 {
        var time = timespec()
        // SAFETY: clock_gettime fills the structure that it is handed.
        unsafe clock_gettime(CLOCK_REALTIME, &time)
        return Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000
    }
}
