// What a client reports: logs, errors and statistics, what a rebalance did to its partitions, the answers for its
// records. Values only; who prints or counts them is the caller's business. Any thread.

/// Something a client reports about itself.
public enum ClientEvent: Sendable {
    /// A line of librdkafka's own log.
    case log(level: LogLevel, facility: String, message: String)
    /// An error that belongs to no call. Unless fatal, the library goes on trying by itself: tell, do not act.
    case error(KafkaError)
    /// The statistics asked for by `statistics.interval.ms`, as the library's JSON.
    case statistics(json: String)

    /// How serious a log line is, with syslog's numbers.
    public enum LogLevel: Int32, Sendable {
        /// Unusable.
        case emergency
        /// Act at once.
        case alert
        /// Critical.
        case critical
        /// An error.
        case error
        /// A warning.
        case warning
        /// Worth a look.
        case notice
        /// For information.
        case info
        /// For debugging.
        case debug
    }
}

/// Takes a client's events, on the thread that polls, flushes or closes the client.
///
/// Logs of a client's background threads wait in its queue until then.
public typealias ClientEventHandler = @Sendable (ClientEvent) -> Void

/// A change of the partitions a consumer owns.
public struct RebalanceEvent: Sendable {
    /// What happened to the partitions.
    public enum Change: Hashable, Sendable {
        /// They are ours from now on, unless there is a `failure`.
        case assigned
        /// They are taken away in an orderly way; until the handler returns their offsets may still be committed.
        case revoked
        /// They belong to somebody else already; committing their offsets would be wrong.
        case lost
    }

    /// How the group hands partitions over.
    public enum GroupProtocol: Hashable, Sendable {
        /// All partitions are given back before new ones are given out.
        case eager
        /// Only what moves is taken away.
        case cooperative
        /// No protocol is agreed on yet.
        case none
    }

    /// What happened.
    public let change: Change
    /// The partitions it happened to; under `cooperative` not all that are owned.
    public let partitions: [TopicPartition]
    /// The protocol in force.
    public let groupProtocol: GroupProtocol
    /// Set if the group or the library failed at it; the library rejoins by itself.
    public let failure: KafkaError?
}

/// Takes rebalances, on the polling thread, inside a collection or while closing.
public typealias RebalanceHandler = (RebalanceEvent) -> Void

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
}

/// Takes delivery reports, on the thread that polls, flushes, commits or closes the producer.
public typealias DeliveryHandler = (DeliveryReport) -> Void
