// What librdkafka reports, as the worker's own events. Runs on the lane's thread.

internal import Kafka

extension Lane {
    /// Logs what a client reports about itself, and keeps what says how it is.
    static func tell(_ event: ClientEvent, _ lane: Int, _ books: Books, _ log: Log) {
        switch event {
        case .log(let level, let facility, let message):
            // What broke a connection comes as an error, too, and so does a certificate that was refused.
            let severity = ["FAIL", "SSLCERTVRFY"].contains(facility) ? LogLevel.debug : severity(of: level)
            log.write(.library(lane: lane, level: severity, facility: facility, message: message))
        case .error(let error):
            books.tellConnectionLoss(error)
            log.write(.clientFailed(lane: lane, code: error.code.name, error: error.description))
        case .statistics(let json):
            let statistics = StatisticsReader(json)
            if statistics.isConsumer {
                books.state.fetchedBytes = statistics.fetchedBytes
                books.tellConnection(isUp: statistics.isAnyBrokerUp)
            } else {
                books.state.producedBytes = statistics.producedBytes
            }
        case .throttled: break
        }
    }

    /// Logs a change of partitions.
    static func tell(_ event: RebalanceEvent, _ lane: Int, _ books: Books, _ log: Log) {
        books.tellMembership(event.change == .assigned)
        let partitions = event.partitions.map { "\($0.partition)" }.joined(separator: ",")
        if let failure = event.failure { log.write(.consumerFailed(lane: lane, error: failure.description)) }
        switch event.change {
        case .assigned: log.write(.assigned(lane: lane, partitions: partitions))
        case .revoked: log.write(.revoked(lane: lane, partitions: partitions, isLost: false))
        case .lost: log.write(.revoked(lane: lane, partitions: partitions, isLost: true))
        }
    }

    private static func severity(of level: ClientEvent.LogLevel) -> LogLevel {
        switch level {
        case .emergency, .alert, .critical, .error: .error
        case .warning: .warning
        case .notice, .info: .info
        case .debug: .debug
        }
    }
}
