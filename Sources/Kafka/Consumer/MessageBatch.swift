// The one owner of consumed records: it holds librdkafka's own messages, so no byte is copied.
// Knows nothing of collecting; Consumer+Collection fills it. Used on the thread of its consumer.

internal import CRdKafka

/// Records taken from a consumer, in the order of arrival, readable by index until they are removed.
///
/// Meant to be reused: `removeAll` keeps the memory. While it holds records the client they came from stays alive,
/// even if its consumer was closed.
@safe
public struct MessageBatch: ~Copyable {
    /// One record and the partition it belongs to, as an index into `runs`.
    @safe
    struct Entry {
        // SAFETY: owned by the batch: destroyed exactly when the entry is removed.
        @unsafe let message: UnsafeMutablePointer<rd_kafka_message_t>
        let run: Int
    }

    /// What the batch holds of one partition.
    struct Run {
        let partition: TopicPartition
        /// The address of the library's topic, by which records are told apart without reading its name.
        ///
        /// Valid as a name while the batch holds the record it was read from; compared only, never followed.
        let topicAddress: UInt
        /// The partition's slot in the consumer's books.
        let slot: Int
        var count = 0
        var firstOffset: Int64 = 0
        var nextOffset: Int64 = 0
    }

    private struct RunKey: Hashable {
        let topicAddress: UInt
        let partition: Int32
    }

    private(set) var entries: [Entry] = []
    private(set) var runs: [Run] = []
    private var runIndex: [RunKey: Int] = [:]
    private var lastRun = -1
    private var client: Client?

    /// The size of all values and keys together.
    public private(set) var byteCount = 0

    /// Makes an empty batch with room for so many records.
    public init(capacity: Int = 0) { entries.reserveCapacity(capacity) }

    /// How many records there are.
    public var count: Int { entries.count }

    /// Whether there are none.
    public var isEmpty: Bool { entries.isEmpty }

    /// Removes all records and gives them back to the library; the memory for their places is kept.
    public mutating func removeAll() {
        for entry in entries {
            // SAFETY: owned by the entry, which is removed below.
            unsafe rd_kafka_message_destroy(entry.message)
        }
        entries.removeAll(keepingCapacity: true)
        runs.removeAll(keepingCapacity: true)
        runIndex.removeAll(keepingCapacity: true)
        lastRun = -1
        byteCount = 0
        client = nil
    }

    /// Removes the records of one partition from an offset on, for instance those after a gap.
    ///
    /// - Returns: How many were removed.
    @discardableResult
    public mutating func removeAll(in partition: TopicPartition, from offset: Int64 = 0) -> Int {
        removeAll { run, recordOffset in run.partition == partition && recordOffset >= offset }
    }

    /// Removes the records of all these partitions.
    ///
    /// - Returns: How many were removed.
    @discardableResult
    public mutating func removeAll(in partitions: Set<TopicPartition>) -> Int {
        partitions.isEmpty ? 0 : removeAll { run, _ in partitions.contains(run.partition) }
    }

    /// Removes the first records, for instance those that are dealt with.
    public mutating func removeFirst(_ count: Int) {
        guard count < entries.count else { return removeAll() }
        var left = count
        removeAll(where: { _, _ in
            left -= 1
            return left >= 0
        })
    }

    /// The run of the partition that a message belongs to, made by the closure if it is the first of it.
    @unsafe
    mutating func run(of message: UnsafeMutablePointer<rd_kafka_message_t>, slot: (TopicPartition) -> Int) -> Int {
        // SAFETY: the message is alive, has no error, and so has a topic, whose name is NUL-ended.
        let topicAddress = unsafe UInt(bitPattern: message.pointee.rkt)
        let number = unsafe message.pointee.partition
        if lastRun >= 0, runs[lastRun].topicAddress == topicAddress, runs[lastRun].partition.partition == number {
            return lastRun
        }
        let key = RunKey(topicAddress: topicAddress, partition: number)
        if let known = runIndex[key] {
            lastRun = known
            return known
        }
        let sameTopic = runs.last { $0.topicAddress == topicAddress }?.partition.topic
        let topic = unsafe sameTopic ?? String(cString: rd_kafka_topic_name(message.pointee.rkt))
        let partition = TopicPartition(topic, number)
        lastRun = runs.count
        runIndex[key] = lastRun
        runs.append(Run(partition: partition, topicAddress: topicAddress, slot: slot(partition)))
        return lastRun
    }

    /// Takes over a message of the client.
    @unsafe
    mutating func append(_ message: UnsafeMutablePointer<rd_kafka_message_t>, run: Int, from client: Client) {
        // SAFETY: the caller hands the message over; it is destroyed with its entry.
        if runs[run].count == 0 { runs[run].firstOffset = unsafe message.pointee.offset }
        runs[run].count += 1
        runs[run].nextOffset = unsafe message.pointee.offset + 1
        byteCount += unsafe message.pointee.len + message.pointee.key_len
        if self.client == nil { self.client = client }
        unsafe entries.append(Entry(message: message, run: run))
    }

    @discardableResult
    private mutating func removeAll(where isUnwanted: (Run, Int64) -> Bool) -> Int {
        let before = entries.count
        for run in runs.indices { runs[run].count = 0 }
        byteCount = 0
        var kept = 0
        for entry in entries {
            // SAFETY: each message is either kept in exactly one entry or destroyed here; the tail is cut off below.
            let message = unsafe entry.message
            let run = entry.run
            let offset = unsafe message.pointee.offset
            if isUnwanted(runs[run], offset) {
                unsafe rd_kafka_message_destroy(message)
                continue
            }
            if runs[run].count == 0 { runs[run].firstOffset = offset }
            runs[run].count += 1
            runs[run].nextOffset = offset + 1
            byteCount += unsafe message.pointee.len + message.pointee.key_len
            entries[kept] = entry
            kept += 1
        }
        entries.removeLast(before - kept)
        return before - kept
    }

    deinit {
        for entry in entries {
            // SAFETY: the only owner ends here; the client outlives this loop because `client` is still held.
            unsafe rd_kafka_message_destroy(entry.message)
        }
    }
}
