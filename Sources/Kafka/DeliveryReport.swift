// The broker's answer for one produced record.
// A value without text, since there may be millions. Any thread.

/// What became of one produced record.
public struct DeliveryReport: Sendable {
    /// The number given when the record was produced.
    public let token: UInt
    /// Why the record was not delivered; nil if it was.
    public let error: KafkaErrorCode?
    /// The partition; negative if none was chosen before the record failed.
    public let partition: Int32
    /// The offset the record got; nil if it was not delivered or the broker did not say.
    public let offset: Int64?

    /// Describes an answer.
    public init(token: UInt, error: KafkaErrorCode?, partition: Int32, offset: Int64?) {
        self.token = token
        self.error = error
        self.partition = partition
        self.offset = offset
    }
}

/// How many records were answered for.
public struct DeliveryCounters: Hashable, Sendable {
    /// Records the brokers have.
    ///
    /// Stays 0 under `delivery.report.only.error`.
    public internal(set) var delivered = 0
    /// Records that failed, purged ones among them.
    public internal(set) var failed = 0
}

/// Takes delivery reports, on the thread that polls, flushes, commits or closes the producer.
public typealias DeliveryHandler = (DeliveryReport) -> Void
