// Everything that the worker tells its operator, typed, in one place: level, name and fields of a log
// line never drift apart. Nothing here is written for each record. Values only.

public import Kafka

/// Something that an operator should know.
public enum WorkerEvent: Sendable {
    case started(library: String, lanes: Int, configuration: WorkerConfiguration)
    case serving(address: String)
    case laneStarted(lane: Int)
    case laneEnded(lane: Int, isClean: Bool)
    case rejoining(lane: Int)
    case assigned(lane: Int, partitions: String)
    case revoked(lane: Int, partitions: String, isLost: Bool)
    case batchCommitted(lane: Int, records: Int)
    case attemptFailed(lane: Int, records: Int, error: String)
    case recordRefused(lane: Int, place: String, error: String)
    case fenced(lane: Int, error: String)
    case producerRenewed(lane: Int, error: String)
    case outcomeSettled(lane: Int, committed: String)
    case resumed(lane: Int, partitions: Int)
    case waitingForOperator(lane: Int, error: String)
    case waitingForBrokers(lane: Int, awaited: String)
    case paused(lane: Int, partitions: Int)
    case continued(lane: Int)
    case consumerFailed(lane: Int, error: String)
    case clientFailed(lane: Int, code: String, error: String)
    case credentialsRead(lane: Int)
    case clockSetBack(milliseconds: Int64)
    case laneSilent(seconds: Int)
    case observerFailed(error: String)
    case notReady(kind: String, subject: String, reason: String)
    case ready
    case library(lane: Int, level: LogLevel, facility: String, message: String)
    case offsetGap(lane: Int, place: String, missing: Int64)
    case startCorrected(lane: Int, place: String, committed: Int64)
    case startChosen(lane: Int, place: String)
    case logGap(lane: Int, partition: String, from: Int64, to: Int64)
    case logReplaced(lane: Int, partition: String, start: Int64)
    case foreignOffset(lane: Int, partition: String, committed: Int64, found: Int64)
    case ledgerDiffers(lane: Int, place: String, unexplained: Int64)
    case headerIgnored(name: String)
    case ruleRemark(String)
    case stopping(signal: String)
    case inputCommitted
    case fatal(lane: Int, error: String)
    case ledger(TopicPartition, PartitionCounts)
    case ended(WorkerReport)

    /// How much it matters.
    var level: LogLevel {
        switch self {
        case .started, .serving, .laneStarted, .assigned, .revoked(_, _, false), .stopping, .inputCommitted, .ledger,
            .ended,
            .continued, .credentialsRead, .ready, .laneEnded(_, true), .startChosen:
            .info
        case .batchCommitted: .debug
        case .revoked, .attemptFailed, .recordRefused, .fenced, .producerRenewed, .outcomeSettled, .resumed, .paused,
            .waitingForBrokers, .consumerFailed, .clientFailed, .offsetGap, .startCorrected, .headerIgnored,
            .clockSetBack, .notReady, .observerFailed, .rejoining, .ruleRemark:
            .warning
        case .library(_, let level, _, _): level
        case .waitingForOperator, .fatal, .laneEnded, .laneSilent, .logGap, .logReplaced, .foreignOffset,
            .ledgerDiffers:
            .error
        }
    }

    /// What it has in common with those of its kind, if it can come again and again and one line a minute is enough of
    /// them.
    var repetition: String? {
        switch self {
        case .headerIgnored, .consumerFailed, .offsetGap, .attemptFailed, .observerFailed, .waitingForOperator: name
        // Each reason once: the one that says what is wrong may come after one that does not.
        case .clientFailed(let lane, let code, _): "\(name) \(lane) \(code)"
        case .library(let lane, let level, let facility, _) where level < .debug: "\(name) \(lane) \(level) \(facility)"
        default: nil
        }
    }

    /// A stable word.
    package var name: String {
        switch self {
        case .started: "started"
        case .serving: "http-serving"
        case .laneStarted: "lane-started"
        case .laneEnded: "lane-ended"
        case .rejoining: "group-rejoined"
        case .assigned: "partitions-assigned"
        case .revoked(_, _, let isLost): isLost ? "partitions-lost" : "partitions-revoked"
        case .batchCommitted: "batch-committed"
        case .attemptFailed: "attempt-failed"
        case .recordRefused: "record-refused"
        case .fenced: "fenced"
        case .producerRenewed: "producer-renewed"
        case .outcomeSettled: "outcome-settled"
        case .resumed: "resumed"
        case .waitingForOperator: "waiting-for-operator"
        case .waitingForBrokers: "waiting-for-brokers"
        case .paused: "partitions-paused"
        case .continued: "partitions-continued"
        case .consumerFailed: "consumer-failed"
        case .clientFailed: "client-failed"
        case .credentialsRead: "credentials-read"
        case .clockSetBack: "clock-set-back"
        case .laneSilent: "lane-silent"
        case .observerFailed: "observer-failed"
        case .notReady: "not-ready"
        case .ready: "ready"
        case .library: "librdkafka"
        case .offsetGap: "offset-gap"
        case .startCorrected: "start-offset-corrected"
        case .startChosen: "start-offset-chosen"
        case .logGap: "log-gap"
        case .logReplaced: "log-replaced"
        case .foreignOffset: "foreign-offset"
        case .ledgerDiffers: "ledger-differs"
        case .headerIgnored: "header-ignored"
        case .ruleRemark: "rule-remark"
        case .stopping: "stopping"
        case .inputCommitted: "input-committed"
        case .fatal: "fatal"
        case .ledger: "ledger"
        case .ended: "ended"
        }
    }

    /// What belongs to it, in order.
    package var fields: [(String, FieldValue)] {
        switch self {
        case .started(let library, let lanes, let configuration):
            [
                ("version", .text(ProductVersion.current)), ("librdkafka", .text(library)), ("lanes", .number(lanes)),
                ("brokers", .text(configuration.bootstrapServers)), ("group", .text(configuration.groupID)),
                ("input", .text("\(configuration.inputTopics)")), ("output", .text(configuration.outputTopic)),
                ("deadLetters", .text(configuration.deadLetterTopic)),
                ("delivery", .text(configuration.delivery.rawValue)),
                ("memoryLimit", .text("\(configuration.memoryLimit / 1_048_576)MiB")),
                ("memoryOfLanes", .text(configuration.budget.description)),
            ]
        case .serving(let address): [("address", .text(address))]
        case .laneStarted(let lane), .rejoining(let lane): [("lane", .number(lane))]
        case .laneEnded(let lane, let isClean): [("lane", .number(lane)), ("clean", .flag(isClean))]
        case .assigned(let lane, let partitions): [("lane", .number(lane)), ("partitions", .text(partitions))]
        case .revoked(let lane, let partitions, _): [("lane", .number(lane)), ("partitions", .text(partitions))]
        case .batchCommitted(let lane, let records): [("lane", .number(lane)), ("records", .number(records))]
        case .attemptFailed(let lane, let records, let error):
            [("lane", .number(lane)), ("records", .number(records)), ("error", .text(error))]
        case .recordRefused(let lane, let place, let error):
            [("lane", .number(lane)), ("at", .text(place)), ("error", .text(error))]
        case .outcomeSettled(let lane, let committed): [("lane", .number(lane)), ("committed", .text(committed))]
        case .resumed(let lane, let partitions), .paused(let lane, let partitions):
            [("lane", .number(lane)), ("partitions", .number(partitions))]
        case .waitingForBrokers(let lane, let awaited): [("lane", .number(lane)), ("for", .text(awaited))]
        case .continued(let lane), .credentialsRead(let lane): [("lane", .number(lane))]
        case .consumerFailed(let lane, let error), .clientFailed(let lane, _, let error), .fenced(let lane, let error),
            .producerRenewed(let lane, let error), .waitingForOperator(let lane, let error),
            .fatal(let lane, let error):
            [("lane", .number(lane)), ("error", .text(error))]
        case .library(let lane, _, let facility, let message):
            [("lane", .number(lane)), ("facility", .text(facility)), ("message", .text(message))]
        case .offsetGap(let lane, let place, let missing):
            [("lane", .number(lane)), ("at", .text(place)), ("missing", .number(missing))]
        case .startChosen(let lane, let place): [("lane", .number(lane)), ("at", .text(place))]
        case .logGap(let lane, let partition, let from, let to):
            [
                ("lane", .number(lane)), ("partition", .text(partition)), ("from", .number(from)), ("to", .number(to)),
                ("missing", .number(to - from)),
            ]
        case .logReplaced(let lane, let partition, let start):
            [("lane", .number(lane)), ("partition", .text(partition)), ("start", .number(start))]
        case .foreignOffset(let lane, let partition, let committed, let found):
            [
                ("lane", .number(lane)), ("partition", .text(partition)), ("committed", .number(committed)),
                ("found", .number(found)),
                ("from", .number(min(committed, found))), ("to", .number(max(committed, found))),
            ]
        case .ledgerDiffers(let lane, let place, let unexplained):
            [("lane", .number(lane)), ("at", .text(place)), ("unexplained", .number(unexplained))]
        case .startCorrected(let lane, let place, let committed):
            [("lane", .number(lane)), ("at", .text(place)), ("committed", .number(committed))]
        case .headerIgnored(let name): [("header", .text(name))]
        case .clockSetBack(let milliseconds): [("milliseconds", .number(milliseconds))]
        case .laneSilent(let seconds): [("seconds", .number(seconds))]
        case .observerFailed(let error): [("error", .text(error))]
        case .notReady(let kind, let subject, let reason):
            [("kind", .text(kind)), ("subject", .text(subject)), ("reason", .text(reason))]
        case .ready, .inputCommitted: []
        case .ruleRemark(let text): [("rule", .text(text))]
        case .stopping(let signal): [("signal", .text(signal))]
        case .ledger(let place, let counts):
            [
                ("topic", .text(place.topic)), ("partition", .number(place.partition)), ("read", .number(counts.read)),
                ("events", .number(counts.events)),
                ("deadLetters", .number(counts.deadLetters)), ("dropped", .number(counts.dropped)),
                ("tombstones", .number(counts.tombstones)),
                ("next", .number(counts.next)), ("skipped", .number(counts.skipped)), ("gone", .number(counts.gone)),
                ("unexplained", .number(counts.unexplained)),
            ]
        case .ended(let report): report.fields
        }
    }
}
