// What a client reports about itself, apart from records: logs, errors, statistics, throttling.
// Values only; who prints or counts them is the caller's business. Any thread.

/// Something a client reports about itself.
public enum ClientEvent: Sendable {
    /// A line of librdkafka's own log.
    case log(level: LogLevel, facility: String, message: String)
    /// An error that belongs to no call. Unless fatal, the library goes on trying by itself: tell, do not act.
    case error(KafkaError)
    /// The statistics asked for by `statistics.interval.ms`, as the library's JSON.
    case statistics(json: String)
    /// A broker held back an answer because a quota is used up.
    case throttled(broker: String, brokerID: Int32, time: Duration)

    /// How serious a log line is, with syslog's numbers.
    public enum LogLevel: Int32, Sendable, Comparable {
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

        /// The more serious level is the smaller.
        public static func < (left: LogLevel, right: LogLevel) -> Bool {
            left.rawValue < right.rawValue
        }
    }
}

/// Takes a client's events, on the thread that polls, flushes or closes the client.
///
/// Logs of a client's background threads wait in its queue until then.
public typealias ClientEventHandler = @Sendable (ClientEvent) -> Void
