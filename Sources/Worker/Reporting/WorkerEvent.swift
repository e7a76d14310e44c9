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
    case boundFound(lane: Int, remedy: String, error: String)
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

    /// What a log line says of an event.
    struct Line {
        /// How much it matters.
        let level: LogLevel
        /// A stable word.
        let name: String
        /// What belongs to it, in order.
        let fields: [(String, FieldValue)]

        /// The line of an event, of one lane if it is.
        init(_ level: LogLevel, _ name: String, lane: Int? = nil, _ fields: KeyValuePairs<String, FieldValue> = [:]) {
            self.level = level
            self.name = name
            self.fields = (lane.map { [("lane", .number($0))] } ?? []) + fields.map { ($0.key, $0.value) }
        }
    }

    /// A stable word.
    package var name: String { line.name }
    /// What belongs to it, in order.
    package var fields: [(String, FieldValue)] { line.fields }

    /// What it has in common with those of its kind, if it can come again and again and one line a minute is enough of
    /// them.
    var repetition: String? {
        switch self {
        case .headerIgnored, .consumerFailed, .offsetGap, .attemptFailed, .observerFailed, .waitingForOperator,
            .resumed, .producerRenewed:
            name
        case .waitingForBrokers(let lane, let awaited): "\(name) \(lane) \(awaited)"
        // Each reason once: the one that says what is wrong may come after one that does not.
        case .clientFailed(let lane, let code, _): "\(name) \(lane) \(code)"
        case .library(let lane, let level, let facility, _) where level < .debug: "\(name) \(lane) \(level) \(facility)"
        default: nil
        }
    }

    /// The event as a log line: the one place where its level, its name and its fields stand.
    var line: Line {
        switch self {
        case .started(let library, let lanes, let configuration):
            Line(
                .info,
                "started",
                [
                    "version": .text(ProductVersion.current), "librdkafka": .text(library), "lanes": .number(lanes),
                    "brokers": .text(configuration.bootstrapServers), "group": .text(configuration.groupID),
                    "input": .text("\(configuration.inputTopics)"), "output": .text(configuration.outputTopic),
                    "deadLetters": .text(configuration.deadLetterTopic),
                    "delivery": .text(configuration.delivery.rawValue),
                    "memoryLimit": .text("\(configuration.memoryLimit / 1_048_576)MiB"),
                    "memoryOfLanes": .text(configuration.budget.description),
                ]
            )
        case .serving(let address): Line(.info, "http-serving", ["address": .text(address)])
        case .laneStarted(let lane): Line(.info, "lane-started", lane: lane)
        case .laneEnded(let lane, let isClean):
            Line(isClean ? .info : .error, "lane-ended", lane: lane, ["clean": .flag(isClean)])
        case .rejoining(let lane): Line(.warning, "group-rejoined", lane: lane)
        case .assigned(let lane, let partitions):
            Line(.info, "partitions-assigned", lane: lane, ["partitions": .text(partitions)])
        case .revoked(let lane, let partitions, isLost: false):
            Line(.info, "partitions-revoked", lane: lane, ["partitions": .text(partitions)])
        case .revoked(let lane, let partitions, isLost: true):
            Line(.warning, "partitions-lost", lane: lane, ["partitions": .text(partitions)])
        case .batchCommitted(let lane, let records):
            Line(.debug, "batch-committed", lane: lane, ["records": .number(records)])
        case .attemptFailed(let lane, let records, let error):
            Line(.warning, "attempt-failed", lane: lane, ["records": .number(records), "error": .text(error)])
        case .recordRefused(let lane, let place, let error):
            Line(.warning, "record-refused", lane: lane, ["at": .text(place), "error": .text(error)])
        case .boundFound(let lane, let remedy, let error):
            Line(.warning, "output-bound-found", lane: lane, ["fromNowOn": .text(remedy), "error": .text(error)])
        case .fenced(let lane, let error): Line(.warning, "fenced", lane: lane, ["error": .text(error)])
        case .producerRenewed(let lane, let error):
            Line(.warning, "producer-renewed", lane: lane, ["error": .text(error)])
        case .outcomeSettled(let lane, let committed):
            Line(.warning, "outcome-settled", lane: lane, ["committed": .text(committed)])
        case .resumed(let lane, let partitions):
            Line(.warning, "resumed", lane: lane, ["partitions": .number(partitions)])
        case .waitingForOperator(let lane, let error):
            Line(.error, "waiting-for-operator", lane: lane, ["error": .text(error)])
        case .waitingForBrokers(let lane, let awaited):
            Line(.warning, "waiting-for-brokers", lane: lane, ["for": .text(awaited)])
        case .paused(let lane, let partitions):
            Line(.warning, "partitions-paused", lane: lane, ["partitions": .number(partitions)])
        case .continued(let lane): Line(.info, "partitions-continued", lane: lane)
        case .consumerFailed(let lane, let error):
            Line(.warning, "consumer-failed", lane: lane, ["error": .text(error)])
        case .clientFailed(let lane, _, let error): Line(.warning, "client-failed", lane: lane, ["error": .text(error)])
        case .credentialsRead(let lane): Line(.info, "credentials-read", lane: lane)
        case .clockSetBack(let milliseconds): Line(.warning, "clock-set-back", ["milliseconds": .number(milliseconds)])
        case .laneSilent(let seconds): Line(.error, "lane-silent", ["seconds": .number(seconds)])
        case .observerFailed(let error): Line(.warning, "observer-failed", ["error": .text(error)])
        case .notReady(let kind, let subject, let reason):
            Line(.warning, "not-ready", ["kind": .text(kind), "subject": .text(subject), "reason": .text(reason)])
        case .ready: Line(.info, "ready")
        case .library(let lane, let level, let facility, let message):
            Line(level, "librdkafka", lane: lane, ["facility": .text(facility), "message": .text(message)])
        case .offsetGap(let lane, let place, let missing):
            Line(.warning, "offset-gap", lane: lane, ["at": .text(place), "missing": .number(missing)])
        case .startCorrected(let lane, let place, let committed):
            Line(.warning, "start-offset-corrected", lane: lane, ["at": .text(place), "committed": .number(committed)])
        case .startChosen(let lane, let place): Line(.info, "start-offset-chosen", lane: lane, ["at": .text(place)])
        case .logGap(let lane, let partition, let from, let to):
            Line(
                .error,
                "log-gap",
                lane: lane,
                [
                    "partition": .text(partition), "from": .number(from), "to": .number(to),
                    "missing": .number(to - from),
                ]
            )
        case .logReplaced(let lane, let partition, let start):
            Line(.error, "log-replaced", lane: lane, ["partition": .text(partition), "start": .number(start)])
        case .foreignOffset(let lane, let partition, let committed, let found):
            Line(
                .error,
                "foreign-offset",
                lane: lane,
                [
                    "partition": .text(partition), "committed": .number(committed), "found": .number(found),
                    "from": .number(min(committed, found)), "to": .number(max(committed, found)),
                ]
            )
        case .ledgerDiffers(let lane, let place, let unexplained):
            Line(.error, "ledger-differs", lane: lane, ["at": .text(place), "unexplained": .number(unexplained)])
        case .headerIgnored(let name): Line(.warning, "header-ignored", ["header": .text(name)])
        case .ruleRemark(let text): Line(.warning, "rule-remark", ["rule": .text(text)])
        case .stopping(let signal): Line(.info, "stopping", ["signal": .text(signal)])
        case .inputCommitted: Line(.info, "input-committed")
        case .fatal(let lane, let error): Line(.error, "fatal", lane: lane, ["error": .text(error)])
        case .ledger(let place, let counts):
            Line(
                .info,
                "ledger",
                [
                    "topic": .text(place.topic), "partition": .number(place.partition), "read": .number(counts.read),
                    "events": .number(counts.events), "deadLetters": .number(counts.deadLetters),
                    "dropped": .number(counts.dropped), "tombstones": .number(counts.tombstones),
                    "next": .number(counts.next), "skipped": .number(counts.skipped), "gone": .number(counts.gone),
                    "unexplained": .number(counts.unexplained),
                ]
            )
        case .ended(let report): Line(.info, "ended", report.fields)
        }
    }
}
