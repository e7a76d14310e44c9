// Writing and reading records in tests: short forms over Producer and Consumer.
// For small numbers of records: everything is copied into strings. On the test's thread.

public import Kafka

/// A record read back, copied out of its batch.
public struct ReadRecord: Hashable, Sendable {
    /// Where it lies.
    public let partition: TopicPartition
    /// Its offset.
    public let offset: Int64
    /// Its value as text; nil for a tombstone.
    public let value: String?
    /// Its key as text; nil for none.
    public let key: String?

    /// Describes a record.
    public init(partition: TopicPartition, offset: Int64, value: String?, key: String?) {
        self.partition = partition
        self.offset = offset
        self.value = value
        self.key = key
    }
}

extension MessageBatch {
    /// All records, copied out.
    public borrowing func copies() -> [ReadRecord] {
        var records: [ReadRecord] = []
        for index in 0..<count {
            records.append(
                ReadRecord(
                    partition: topicPartition(at: index),
                    offset: offset(at: index),
                    value: withPayload(at: index) { text($0) },
                    key: withKey(at: index) { text($0) }
                )
            )
        }
        return records
    }
}

/// The bytes of a span as text; nil for nil.
public func text(_ bytes: Span<UInt8>?) -> String? {
    guard let bytes else { return nil }
    var copy: [UInt8] = []
    for index in 0..<bytes.count { copy.append(bytes[index]) }
    return String(decoding: copy, as: UTF8.self)
}

extension Producer {
    /// Enqueues texts, serving the queue while it is full.
    public func send(
        _ value: String?,
        to topic: TopicHandle,
        partition: Int32? = 0,
        key: String? = nil,
        epochMilliseconds: Int64? = nil,
        headers: RecordHeaders? = nil,
        token: UInt = 0
    ) throws {
        let valueBytes = value.map { Array($0.utf8) }
        let keyBytes = key.map { Array($0.utf8) }
        while true {
            let result = produce(
                to: topic,
                partition: partition,
                value: valueBytes?.span,
                key: keyBytes?.span,
                epochMilliseconds: epochMilliseconds,
                headers: headers,
                token: token
            )
            switch result {
            case .queued: return
            case .queueFull: poll(timeout: .milliseconds(50))
            case .refused(let error): throw error
            }
        }
    }
}

extension TestBroker {
    /// Writes texts to one partition in their order, and waits until the broker has them all.
    ///
    /// - Parameters:
    ///   - values: The texts; nil for a tombstone.
    ///   - topic: The topic.
    ///   - partition: The partition.
    ///   - times: Their times in milliseconds of the epoch, in turn; the time of sending if it is empty.
    /// - Throws: `NeverHappened` if the broker refuses one or does not answer.
    public func write(_ values: [String?], to topic: String, partition: Int32 = 0, times: [Int64] = []) throws {
        var failures = 0
        let producer = try Producer(orderedConfiguration(), onDelivery: { failures += $0.error == nil ? 0 : 1 })
        let handle = try producer.topic(topic)
        try producer.prewarm(handle, timeout: .seconds(60))
        for (index, value) in values.enumerated() {
            let time = times.isEmpty ? nil : times[index % times.count]
            try producer.send(value, to: handle, partition: partition, epochMilliseconds: time)
        }
        guard producer.flush(timeout: .seconds(60)), failures == 0 else {
            throw NeverHappened(description: "\(values.count) records delivered to \(topic)")
        }
        producer.close(within: .seconds(10))
    }
}

extension TestBroker {
    /// Reads all that a topic holds at present, to the end of each partition.
    ///
    /// - Parameters:
    ///   - topic: The topic.
    ///   - partitions: How many partitions it has.
    ///   - isolation: `read_committed` leaves out records of aborted and open transactions.
    ///   - batch: Takes the records.
    /// - Throws: The consumer's error, or that the end is not reached within two minutes.
    public func readAll(
        _ topic: String,
        partitions: Int32,
        isolation: String = "read_committed",
        into batch: inout MessageBatch
    ) throws {
        var configuration = consumerConfiguration()
        configuration.set("enable.partition.eof", "true")
        configuration.set("isolation.level", isolation)
        let consumer = try Consumer(configuration)
        let places = (0..<partitions).map { TopicPartition(topic, $0) }
        try consumer.assign(places.map { PartitionPosition($0, .beginning) })
        var open = Set(places)
        let end = ContinuousClock.now + .seconds(120)
        while !open.isEmpty {
            let outcome = try consumer.collect(
                into: &batch,
                limits: BatchLimits(maxMessages: .max, maxWait: .seconds(1))
            )
            if let error = outcome.errors.first { throw error.error }
            for place in outcome.partitionEnds { open.remove(place.partition) }
            guard ContinuousClock.now < end else {
                throw NeverHappened(description: "\(topic) is read to its end, \(open.count) partitions are not")
            }
        }
        consumer.close(within: .seconds(10))
    }
}

extension Consumer {
    /// Collects until so many records are there, or a minute has passed.
    public func collect(_ count: Int, into batch: inout MessageBatch) throws {
        let end = ContinuousClock.now + .seconds(60)
        let limits = BatchLimits(maxMessages: count, maxWait: .seconds(1))
        while batch.count < count {
            let outcome = try collect(into: &batch, limits: limits)
            if let error = outcome.errors.first { throw error.error }
            guard ContinuousClock.now < end else {
                throw NeverHappened(description: "\(count) records arrive, only \(batch.count) did")
            }
        }
    }

    /// Collects so many records and returns copies of them.
    public func read(_ count: Int) throws -> [ReadRecord] {
        var batch = MessageBatch()
        try collect(count, into: &batch)
        return batch.copies()
    }
}

extension MessageBatch {
    /// The offset behind the last record of each partition.
    package var nextOffsets: [TopicPartitionOffset] {
        partitionRanges.filter { $0.count > 0 }.map { TopicPartitionOffset($0.partition, $0.nextOffset) }
    }
}
