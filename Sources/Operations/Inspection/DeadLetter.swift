// Dead letters as people look at them, and how many there are of each kind. Reading them changes nothing. One thread.

internal import Kafka
public import Normalization
internal import Worker

/// What stands in the dead-letter topic.
public struct DeadLetter: Sendable {
    /// Its partition in the dead-letter topic.
    public var partition: Int32
    /// Its offset there.
    public var offset: Int64
    /// Its time in milliseconds since 1970; nil if it has none.
    public var time: Int64?
    /// Header `reason`; empty if there is none.
    public var reason: String
    /// Header `source`: topic, partition and offset of the record; nil if there is none.
    public var source: String?
    /// How often a redrive has tried it.
    public var redriven: Int
    /// Whether its value is only the beginning of the record.
    public var isPointer: Bool
    /// Cisco's number, if the value has a tag.
    public var messageID: Int32?
    /// Size of the value in bytes; nil for a null value.
    public var size: Int?

    /// Whether its record can be made of it: it holds all of it, and says where it stands.
    public var isUsable: Bool { !isPointer && size != nil && source.flatMap(RecordSource.init) != nil }

    init(_ batch: borrowing MessageBatch, at index: Int) {
        let headers = DeadLetterHeaders(batch, at: index)
        partition = batch.partition(at: index)
        offset = batch.offset(at: index)
        time = batch.timestamp(at: index)?.epochMilliseconds
        reason = headers.reason
        source = headers.sourceText
        redriven = headers.redriven
        isPointer = headers.isPointer
        (messageID, size) = batch.withPayload(at: index) { value in
            guard let value else { return (nil, nil) }
            return (Normalizer.messageID(in: value), value.count)
        }
    }
}

/// Dead letters counted by reason and message.
public struct DeadLetterCensus: Sendable {
    /// What is counted together.
    public struct Kind: Hashable, Sendable {
        /// The reason.
        public var reason: String
        /// Cisco's number; nil for values without a tag.
        public var messageID: Int32?
    }

    /// How many there are of one kind, and from when.
    public struct Counts: Sendable {
        /// How many.
        public var count = 0
        /// The earliest time.
        public var first: Int64?
        /// The latest time.
        public var last: Int64?
    }

    /// The counts.
    public private(set) var kinds: [Kind: Counts] = [:]

    /// Counts nothing yet.
    public init() {}

    /// How many there are.
    public var total: Int { kinds.values.reduce(0) { $0 + $1.count } }

    /// Counts one.
    public mutating func count(_ letter: DeadLetter) {
        let kind = Kind(reason: letter.reason, messageID: letter.messageID)
        var counts = kinds[kind] ?? Counts()
        counts.count += 1
        if let time = letter.time {
            counts.first = min(counts.first ?? time, time)
            counts.last = max(counts.last ?? time, time)
        }
        kinds[kind] = counts
    }
}

extension TopicInspector {
    /// Lends each dead letter of the ranges to `body`, with its value, until it says no.
    public func forEachDeadLetter(
        in ranges: [Int32: Range<Int64>],
        _ body: (DeadLetter, _ value: Span<UInt8>?) -> Bool
    ) throws(CommandFailure) {
        try scan(ranges) { batch, index in
            let letter = DeadLetter(batch, at: index)
            return batch.withPayload(at: index) { body(letter, $0) }
        }
    }

    /// Lends the dead letter at an offset to `body`.
    ///
    /// - Parameters:
    ///   - partition: Its partition.
    ///   - offset: Its offset.
    ///   - eventName: The name in eventId of the topic that the record came from.
    ///   - body: Is also lent its value, what came beside the record, and all headers in order.
    /// - Returns: Whether it is there.
    /// - Throws: What is wrong with the connection.
    public func withDeadLetter(
        _ partition: Int32,
        _ offset: Int64,
        eventName: @escaping (_ topic: String) -> String,
        _ body: (DeadLetter, Span<UInt8>?, Envelope, _ headers: [(name: String, value: String?)]) -> Void
    ) throws(CommandFailure) -> Bool {
        var batch = MessageBatch()
        try read(partition, offset, into: &batch)
        guard !batch.isEmpty, batch.offset(at: 0) == offset else { return false }
        var headers: [(name: String, value: String?)] = []
        batch.forEachHeader(at: 0) { name, value in headers.append((name.text, value?.text)) }
        let letter = DeadLetter(batch, at: 0)
        var envelopes = EnvelopeReader(name: eventName)
        envelopes.read(batch, at: 0)
        if let source = letter.source.flatMap(RecordSource.init) { envelopes.move(to: source) }
        batch.withPayload(at: 0) { body(letter, $0, envelopes.envelope, headers) }
        return true
    }
}
