// Compares what the normalizer makes of a range with what stands in the output topic and in those of rules. It reads
// three times: the range, to keep a hash for each record; these topics, to keep the events with another hash or in
// another topic; and, if there are any, the range again, to find what is different. One thread.

internal import Kafka
public import Normalization
public import Worker

/// Compares a range with its events in the output topic, and in those that rules send events to.
public struct OutputComparison: ~Copyable {
    struct Place: Hashable {
        var partition: Int32
        var index: Int
    }

    /// An event with another hash, or in another topic.
    struct Found {
        var topic: Int
        var event: [UInt8]
    }

    /// What is to be said of a topic that was read.
    public struct Remark: Sendable {
        /// Its name.
        public var topic: String
        /// Records that are no events with an eventId.
        public var unreadable = 0
        /// Partitions that a transaction still open hides a part of, from an offset on.
        public var hidden: [Int32: Int64] = [:]
    }

    var normalizer: Normalizer
    var output = OutputBuffer(capacity: 8192)
    let rules: Rules
    /// The output topic, and those of rules.
    public let topics: [String]
    let eventName: String
    private let namespace: UInt64
    private(set) var books: [Int32: ComparisonBook] = [:]
    /// Records with an eventId of their own.
    private var named: [UUID: Place] = [:]
    var others: [Place: Found] = [:]
    private var heldBytes = 0
    private let limit: Int
    private let share: Share
    /// The time of the earliest record; nil once one has no time.
    private var firstTime: Int64? = .max
    /// What was found.
    public internal(set) var report: ComparisonReport
    /// What is to be said of the topics, in their order.
    public private(set) var remarks: [Remark] = []

    /// Prepares a comparison of a share of the records, within the memory that the configuration allows.
    public init(_ configuration: WorkerConfiguration, _ catalogue: Catalogue, _ share: Share, samples: Int) {
        normalizer = Normalizer(catalogue: catalogue, settings: configuration.events)
        rules = configuration.events.rules
        topics = [configuration.outputTopic] + rules.topics.filter { $0 != configuration.outputTopic }
        eventName = configuration.eventName(of: configuration.inputTopic)
        namespace = RecordPosition.namespace(of: eventName)
        limit = max(1 << 20, configuration.memoryLimit - MemoryBudget.base - 2 * ClientSettings.inspectorQueueBytes)
        self.share = share
        report = ComparisonReport(samples: samples)
    }

    /// Compares the records of the ranges, or the share of them, with their events.
    ///
    /// - Parameters:
    ///   - ranges: Offsets of the input topic.
    ///   - inspector: For the input topic.
    ///   - outputInspector: For the topics with events.
    /// - Throws: What is wrong with the connection, or that the memory does not hold the range.
    public mutating func compare(
        _ ranges: [Int32: Range<Int64>],
        of inspector: TopicInspector,
        with outputInspector: TopicInspector
    ) throws(CommandFailure) {
        let counts = ranges.mapValues { $0.count / share.divisor + 1 }
        try hold(counts.values.reduce(0, +) * ComparisonBook.bytesPerRecord)
        for (partition, range) in ranges { books[partition] = ComparisonBook(range, capacity: counts[partition] ?? 0) }
        try readRange(ranges, inspector)
        if report.records > 0 {
            for topic in topics.indices { try readOutput(topic, outputInspector) }
        }
        let differing = books.compactMapValues(\.differing)
        if !differing.isEmpty { try explain(differing, inspector) }
    }

    private mutating func hold(_ bytes: Int) throws(CommandFailure) {
        heldBytes += bytes
        guard heldBytes > limit else { return }
        let records = books.values.reduce(0) { $0 + $1.offsets.count }
        throw CommandFailure(
            "--memory-limit: to compare this range takes more than the \(limit >> 20) MiB that are left for it"
                + (others.isEmpty ? "" : ", since \(others.count) of \(records) events and more differ")
                + "; name a smaller range with --from, --to or --partitions, a --sample, or a larger --memory-limit"
        )
    }

    // MARK: - The three readings

    private mutating func readRange(
        _ ranges: [Int32: Range<Int64>],
        _ inspector: TopicInspector
    ) throws(CommandFailure) {
        var envelopes = EnvelopeReader { [eventName] _ in eventName }
        try inspector.scan(ranges) { (batch, index) throws(CommandFailure) in
            let partition = batch.partition(at: index)
            envelopes.read(batch, at: index)
            guard share.holds(envelopes.envelope.id) else { return true }
            report.records += 1
            firstTime = batch.timestamp(at: index).flatMap { time in
                firstTime.map { min($0, time.epochMilliseconds) }
            }
            let place = Place(partition: partition, index: books[partition]?.offsets.count ?? 0)
            let (expectation, topic, hash) = batch.withPayload(at: index) { line in expect(line, envelopes.envelope) }
            books[partition]?.add(batch.offset(at: index), expectation, topic: topic, hash: hash)
            if let id = envelopes.envelope.eventID {
                named[id] = place
                try hold(64)
            }
            return true
        }
    }

    /// Normalizes a line and counts it; says what is to come of it, in which topic, and the hash of the event.
    private mutating func expect(
        _ line: Span<UInt8>?,
        _ envelope: Envelope
    ) -> (ComparisonBook.Expectation, topic: Int, hash: UInt64) {
        guard let line else { return (.nothing, 0, 0) }
        output.removeAll()
        switch normalizer.normalize(line, envelope, into: &output) {
        case .event(let event):
            report.countEvent(event.id)
            return (.event, topic(of: event), output.withBytes { $0.fingerprint })
        case .dropped:
            report.dropped += 1
            return (.nothing, 0, 0)
        case .deadLetter:
            report.deadLetters += 1
            return (.deadLetter, 0, 0)
        }
    }

    /// The topic that an event goes to, by its place among the topics.
    func topic(of event: EventSummary) -> Int { rules.topic(ofRule: event.rule).flatMap(topics.firstIndex) ?? 0 }

    private mutating func readOutput(_ topic: Int, _ inspector: TopicInspector) throws(CommandFailure) {
        inspector.topic = topics[topic]
        remarks.append(Remark(topic: topics[topic]))
        let extents = try inspector.extents(try inspector.partitions(nil))
        let starts = try inspector.offsets(of: firstTime.map(RangeBound.time) ?? .earliest, extents)
        let ranges = extents.ranges(from: starts)
        remarks[topic].hidden = try inspector.scan(ranges) { (batch, index) throws(CommandFailure) in
            let held = batch.withPayload(at: index) { event in
                guard let event else { return 0 }
                return take(event, topic)
            }
            try hold(held)
            return true
        }
    }

    /// Looks at one event of a topic.
    ///
    /// - Returns: Bytes that are held for it more than before.
    private mutating func take(_ event: Span<UInt8>, _ topic: Int) -> Int {
        guard let id = FlatJSONObject.eventID(of: event) else {
            remarks[topic].unreadable += 1
            return 0
        }
        guard share.holds(id) else { return 0 }
        if let place = named[id] { return take(event, topic, place) }
        guard let position = RecordPosition(eventID: id), position.namespace == namespace,
            let book = books[position.partition], book.range.contains(position.offset)
        else { return 0 }
        guard let index = book.index(of: position.offset) else {
            guard book.strays.insert(position.offset).inserted else { return 0 }
            let message = ComparisonReport.messageID(of: event)
            report.countEvent(message)
            report.countAlone(.eventRemoved, message, event: id.description, why: "no record")
            return 32
        }
        return take(event, topic, Place(partition: position.partition, index: index))
    }

    /// Books an event of a record: the last one counts, and one in the topic that it belongs into before all others.
    private mutating func take(_ event: Span<UInt8>, _ topic: Int, _ place: Place) -> Int {
        guard let book = books[place.partition] else { return 0 }
        let isOfTopic = book.isOf(topic, place.index)
        let finding = book.findings[place.index]
        guard isOfTopic || finding == .none || finding == .elsewhere else { return 0 }
        let before = others.removeValue(forKey: place).map { $0.event.count + 96 } ?? 0
        if isOfTopic, book.hashes[place.index] == event.fingerprint {
            book.findings[place.index] = .equal
            return -before
        }
        book.findings[place.index] = isOfTopic ? .other : .elsewhere
        others[place] = Found(topic: topic, event: event.indices.map { event[$0] })
        return event.count + 96 - before
    }
}

extension Span<UInt8> {
    /// A hash by which an event is told from another one of the same record.
    fileprivate var fingerprint: UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ UInt64(count)
        var word: UInt64 = 0
        for index in indices {
            word = word << 8 | UInt64(self[index])
            if index & 7 == 7 {
                hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash >> 29
                word = 0
            }
        }
        hash = (hash ^ word) &* 0x9E37_79B9_7F4A_7C15
        return hash ^ hash >> 32
    }
}
