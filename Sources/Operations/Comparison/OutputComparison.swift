// Compares what the normalizer makes of a range with what stands in the output topic. It reads three times: the range,
// to keep a hash for each record; the output, to keep the events with another hash; and, if there are any, the range
// again, to find what is different. One thread.

internal import Kafka
public import Normalization
public import Worker

/// Compares a range with its events in the output topic.
public struct OutputComparison: ~Copyable {
    private struct Place: Hashable {
        var partition: Int32
        var index: Int
    }

    private var normalizer: Normalizer
    private var output = OutputBuffer(capacity: 8192)
    private let namespace: UInt64
    private var books: [Int32: ComparisonBook] = [:]
    /// Records with an eventId of their own.
    private var named: [UUID: Place] = [:]
    /// The events with another hash.
    private var others: [Place: [UInt8]] = [:]
    private var heldBytes = 0
    private let limit: Int
    /// The time of the earliest record; nil once one has no time.
    private var firstTime: Int64? = .max
    /// What was found.
    public private(set) var report: ComparisonReport
    /// Records of the output topic that are no events with an eventId.
    public private(set) var unreadable = 0
    /// Partitions of the output topic that a transaction still open hides a part of.
    public private(set) var hidden: [Int32: Int64] = [:]

    /// Prepares a comparison within the memory that the configuration allows.
    public init(_ configuration: WorkerConfiguration, _ catalogue: Catalogue, samples: Int) {
        normalizer = Normalizer(catalogue: catalogue, settings: configuration.events)
        namespace = configuration.eventNamespace
        limit = max(1 << 20, configuration.memoryLimit - MemoryBudget.base - 2 * ClientSettings.inspectorQueueBytes)
        report = ComparisonReport(samples: samples)
    }

    /// Compares the records of the ranges with their events.
    ///
    /// - Parameters:
    ///   - ranges: Offsets of the input topic.
    ///   - inspector: For the input topic.
    ///   - outputInspector: For the output topic.
    /// - Throws: What is wrong with the connection, or that the memory does not hold the range.
    public mutating func compare(
        _ ranges: [Int32: Range<Int64>],
        of inspector: TopicInspector,
        with outputInspector: TopicInspector
    ) throws(CommandFailure) {
        let count = ranges.values.reduce(0) { $0 + $1.count }
        try hold(count * ComparisonBook.bytesPerRecord)
        books = ranges.mapValues { ComparisonBook($0) }
        try readRange(ranges, inspector)
        try readOutput(outputInspector)
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
                + "; name a smaller range with --from, --to or --partitions, or a larger --memory-limit"
        )
    }

    // MARK: - The three readings

    private mutating func readRange(
        _ ranges: [Int32: Range<Int64>],
        _ inspector: TopicInspector
    ) throws(CommandFailure) {
        var envelopes = EnvelopeReader(namespace: namespace)
        envelopes.fallbackTime = SystemClock.epochMilliseconds
        try inspector.scan(ranges) { (batch, index) throws(CommandFailure) in
            let partition = batch.partition(at: index)
            envelopes.read(batch, at: index)
            report.records += 1
            firstTime = batch.timestamp(at: index).flatMap { time in
                firstTime.map { min($0, time.epochMilliseconds) }
            }
            let place = Place(partition: partition, index: books[partition]?.offsets.count ?? 0)
            let (expectation, hash) = batch.withPayload(at: index) { line in expect(line, envelopes.envelope) }
            books[partition]?.add(batch.offset(at: index), expectation, hash: hash)
            if let id = envelopes.envelope.eventID {
                named[id] = place
                try hold(64)
            }
            return true
        }
    }

    /// Normalizes a line and counts it.
    private mutating func expect(_ line: Span<UInt8>?, _ envelope: Envelope) -> (ComparisonBook.Expectation, UInt64) {
        guard let line else { return (.nothing, 0) }
        output.removeAll()
        switch normalizer.normalize(line, envelope, into: &output) {
        case .event(let event):
            report.countEvent(event.id)
            return (.event, output.withBytes { $0.fingerprint })
        case .deadLetter:
            report.deadLetters += 1
            return (.deadLetter, 0)
        }
    }

    private mutating func readOutput(_ inspector: TopicInspector) throws(CommandFailure) {
        guard report.records > 0 else { return }
        let extents = try inspector.extents(try inspector.partitions(nil))
        let starts = try inspector.offsets(of: firstTime.map(RangeBound.time) ?? .earliest, extents)
        var ranges: [Int32: Range<Int64>] = [:]
        for (partition, extent) in extents {
            let start = starts[partition] ?? extent.low
            ranges[partition] = start..<max(start, extent.high)
        }
        hidden = try inspector.scan(ranges) { (batch, index) throws(CommandFailure) in
            let held = batch.withPayload(at: index) { event in
                guard let event else { return 0 }
                return take(event)
            }
            try hold(held)
            return true
        }
    }

    /// Looks at one event of the output.
    ///
    /// - Returns: Bytes that are held for it more than before.
    private mutating func take(_ event: Span<UInt8>) -> Int {
        guard let id = FlatJSONObject.eventID(of: event) else {
            unreadable += 1
            return 0
        }
        if let place = named[id] { return take(event, place) }
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
        return take(event, Place(partition: position.partition, index: index))
    }

    /// Books an event of a record; the last one counts.
    private mutating func take(_ event: Span<UInt8>, _ place: Place) -> Int {
        guard let book = books[place.partition] else { return 0 }
        let before = others.removeValue(forKey: place).map { $0.count + 96 } ?? 0
        if book.expectations[place.index] == .event, book.hashes[place.index] == event.fingerprint {
            book.findings[place.index] = .equal
            return -before
        }
        book.findings[place.index] = .other
        others[place] = event.indices.map { event[$0] }
        return event.count + 96 - before
    }

    /// Reads what differs of the range again.
    private mutating func explain(
        _ ranges: [Int32: Range<Int64>],
        _ inspector: TopicInspector
    ) throws(CommandFailure) {
        var envelopes = EnvelopeReader(namespace: namespace)
        envelopes.fallbackTime = SystemClock.epochMilliseconds
        try inspector.scan(ranges) { batch, index in
            let partition = batch.partition(at: index)
            guard let book = books[partition], let slot = book.index(of: batch.offset(at: index)),
                book.isDifferent(slot)
            else { return true }
            envelopes.read(batch, at: index)
            let found = others.removeValue(forKey: Place(partition: partition, index: slot))
            let isTimeless = batch.timestamp(at: index) == nil
            batch.withPayload(at: index) { explain($0, envelopes.envelope, found, isTimeless) }
            return true
        }
    }

    private mutating func explain(_ line: Span<UInt8>?, _ envelope: Envelope, _ found: [UInt8]?, _ isTimeless: Bool) {
        let id = (envelope.eventID ?? envelope.position.eventID).description
        output.removeAll()
        var outcome: Outcome?
        if let line { outcome = normalizer.normalize(line, envelope, into: &output) }
        switch (outcome, found) {
        case (.event(let event), let found?):
            output.withBytes { now in
                report.compare(
                    old: found.span,
                    new: now,
                    messageID: event.id,
                    event: id,
                    // The time of a record without one is that of its reading.
                    ignoring: isTimeless ? .collectorReceivedTime : nil
                )
            }
        case (.event(let event), nil): report.countAlone(.eventAdded, event.id, event: id, why: nil)
        case (let outcome, let found?):
            let message = ComparisonReport.messageID(of: found.span)
            var why = "null value"
            if case .deadLetter(let reason) = outcome { why = "dead letter: \(reason.rawValue)" }
            report.countEvent(message)
            report.countAlone(.eventRemoved, message, event: id, why: why)
        case (_, nil): break
        }
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
