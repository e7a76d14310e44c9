// Everything that the worker tells its operator, typed, in one place: level, name and fields of a log
// line never drift apart. Nothing here is written for each record. Values only.

/// Something that an operator should know.
public enum WorkerEvent: Sendable {
    case started(library: String, lanes: Int, configuration: WorkerConfiguration)
    case laneStarted(lane: Int)
    case laneEnded(lane: Int, isClean: Bool)
    case assigned(lane: Int, partitions: String)
    case revoked(lane: Int, partitions: String, isLost: Bool)
    case batchCommitted(lane: Int, records: Int, events: Int, deadLetters: Int)
    case deliveryFailed(lane: Int, records: Int, error: String)
    case commitFailed(lane: Int, error: String)
    case consumerFailed(lane: Int, error: String)
    case clientFailed(lane: Int, error: String)
    case library(lane: Int, level: LogLevel, facility: String, message: String)
    case offsetGap(lane: Int, place: String, missing: Int64)
    case headerIgnored(name: String)
    case stopping(signal: String)
    case fatal(lane: Int, error: String)
    case ended(WorkerReport)

    /// How much it matters.
    var level: LogLevel {
        switch self {
        case .started, .laneStarted, .assigned, .revoked(_, _, false), .stopping, .ended, .laneEnded(_, true): .info
        case .batchCommitted: .debug
        case .revoked, .deliveryFailed, .commitFailed, .consumerFailed, .clientFailed, .offsetGap, .headerIgnored:
            .warning
        case .library(_, let level, _, _): level
        case .fatal, .laneEnded: .error
        }
    }

    /// Whether it can come again and again, so that one line a minute is enough.
    var repeats: Bool {
        switch self {
        case .headerIgnored, .clientFailed, .consumerFailed, .offsetGap: true
        default: false
        }
    }

    /// A stable word.
    var name: String {
        switch self {
        case .started: "started"
        case .laneStarted: "lane-started"
        case .laneEnded: "lane-ended"
        case .assigned: "partitions-assigned"
        case .revoked(_, _, let isLost): isLost ? "partitions-lost" : "partitions-revoked"
        case .batchCommitted: "batch-committed"
        case .deliveryFailed: "delivery-failed"
        case .commitFailed: "commit-failed"
        case .consumerFailed: "consumer-failed"
        case .clientFailed: "client-failed"
        case .library: "librdkafka"
        case .offsetGap: "offset-gap"
        case .headerIgnored: "header-ignored"
        case .stopping: "stopping"
        case .fatal: "fatal"
        case .ended: "ended"
        }
    }

    /// What belongs to it, in order.
    var fields: [(String, String)] {
        switch self {
        case .started(let library, let lanes, let configuration):
            [
                ("version", ProductVersion.current), ("librdkafka", library), ("lanes", "\(lanes)"),
                ("brokers", configuration.bootstrapServers), ("group", configuration.groupID),
                ("input", configuration.inputTopic), ("output", configuration.outputTopic),
                ("deadLetters", configuration.deadLetterTopic), ("delivery", "at-least-once"),
            ]
        case .laneStarted(let lane): [("lane", "\(lane)")]
        case .laneEnded(let lane, let isClean): [("lane", "\(lane)"), ("clean", "\(isClean)")]
        case .assigned(let lane, let partitions): [("lane", "\(lane)"), ("partitions", partitions)]
        case .revoked(let lane, let partitions, _): [("lane", "\(lane)"), ("partitions", partitions)]
        case .batchCommitted(let lane, let records, let events, let deadLetters):
            [
                ("lane", "\(lane)"), ("records", "\(records)"), ("events", "\(events)"),
                ("deadLetters", "\(deadLetters)"),
            ]
        case .deliveryFailed(let lane, let records, let error):
            [("lane", "\(lane)"), ("records", "\(records)"), ("error", error)]
        case .commitFailed(let lane, let error), .consumerFailed(let lane, let error),
            .clientFailed(let lane, let error),
            .fatal(let lane, let error):
            [("lane", "\(lane)"), ("error", error)]
        case .library(let lane, _, let facility, let message):
            [("lane", "\(lane)"), ("facility", facility), ("message", message)]
        case .offsetGap(let lane, let place, let missing):
            [("lane", "\(lane)"), ("at", place), ("missing", "\(missing)")]
        case .headerIgnored(let name): [("header", name)]
        case .stopping(let signal): [("signal", signal)]
        case .ended(let report): report.fields
        }
    }
}
