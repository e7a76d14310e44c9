// Shares a memory limit out: the program itself, then for each lane the fetched records, the batch, and the records on
// their way out. Pure arithmetic over measured overheads.

/// What each lane may hold, so that the process keeps within its limit.
public struct MemoryBudget: Sendable, Equatable, CustomStringConvertible {
    /// Bytes of records that the consumer fetches ahead (`queued.max.messages.kbytes`).
    public let fetchedBytes: Int
    /// Bytes of one fetch answer (`fetch.max.bytes`).
    public let fetchBytes: Int
    /// Bytes of input in a batch.
    public let batchBytes: Int
    /// Bytes of records on their way to the brokers (`queue.buffering.max.kbytes`).
    public let producedBytes: Int
    /// Records on their way to the brokers (`queue.buffering.max.messages`).
    public let producedRecords: Int

    /// The program, its catalogue, and librdkafka's threads and buffers.
    package static let base = 48 << 20
    /// What a lane needs to make progress at all.
    private static let leastOfLane = 16 << 20

    /// What the clients of a lane take, besides records.
    private static let clients = 5 << 20

    /// Fewer bytes ahead than this leave a lane waiting for every answer.
    private static let leastFetched = 2 << 20
    /// Smaller answers than this cost more requests than they save memory.
    private static let leastAnswer = 256 << 10

    /// Shares out a limit.
    ///
    /// - Parameters:
    ///   - limit: Bytes for the whole process.
    ///   - lanes: How many share it.
    ///   - batchBytes: Bytes of input that a batch should have if there is room.
    init(limit: Int, lanes: Int, batchBytes: Int) {
        let share = max(Self.leastOfLane, (limit - Self.base) / max(1, lanes)) - Self.clients
        // Records of 200 bytes cost librdkafka three times as much while they wait to be handed out, and half as much
        // again on their way out. An answer comes compressed, and whole, however full the queue is by then: lines of
        // one kind take a tenth of their memory on the way.
        fetchedBytes = max(share / 10, min(share / 4, Self.leastFetched))
        fetchBytes = max(share / 100, Self.leastAnswer)
        self.batchBytes = min(batchBytes, share / 12)
        producedBytes = share / 5
        producedRecords = max(1000, producedBytes / 256)
    }

    static func least(lanes: Int) -> Int { base + lanes * leastOfLane }

    /// The shares of a lane in MiB.
    public var description: String {
        func mebibytes(_ bytes: Int) -> String { "\(bytes / 1_048_576)MiB" }
        return
            "fetched \(mebibytes(fetchedBytes)), batch \(mebibytes(batchBytes)), produced \(mebibytes(producedBytes))"
    }
}
