// What may run: settings with types. Made from SettingValues or by hand in tests; knows no flags.

public import Normalization

/// Severity of a log line.
public enum LogLevel: String, Sendable, CaseIterable, Comparable {
    case error
    case warning
    case info
    case debug

    /// More severe levels are smaller.
    public static func < (left: LogLevel, right: LogLevel) -> Bool { left.severity < right.severity }

    private var severity: Int { LogLevel.allCases.firstIndex(of: self) ?? 0 }
}

/// Form of a log line.
public enum LogForm: String, Sendable, CaseIterable {
    case logfmt
    case json
}

/// Settings of the worker.
public struct WorkerConfiguration: Sendable {
    /// What faults may do to the output.
    public enum Delivery: String, Sendable, CaseIterable {
        /// Events, dead letters and offsets of a batch become visible together, in one transaction.
        case exactlyOnce = "exactly-once"
        /// Offsets are committed after the records; a fault can repeat a batch.
        case atLeastOnce = "at-least-once"
    }

    /// How a group shares out partitions; all its members must agree.
    public enum AssignmentStrategy: String, Sendable, CaseIterable {
        case range
        case cooperativeSticky = "cooperative-sticky"
    }

    /// Who decides which member of a group reads which partition.
    public enum GroupProtocol: String, Sendable, CaseIterable {
        /// A member, while all of them come together.
        case classic
        /// The brokers, member by member (KIP-848).
        case consumer
    }

    /// Where a partition starts without a committed offset.
    public enum OffsetReset: String, Sendable, CaseIterable {
        case earliest
        case latest
        case error
    }

    /// What the records of the input topic are.
    public enum Input: Sendable, Equatable {
        /// Lines of devices.
        case lines
        /// Dead letters: each is normalized as the record that it came from; nil tries those of every reason.
        case deadLetters(reasons: Set<String>?)
    }

    /// Kafka brokers, `host:port`, comma-separated.
    public var bootstrapServers = ""
    /// Topics with raw syslog.
    public var inputTopics = InputTopics.named(["asa.raw"])
    /// Where the records of the input came from first, if they are dead letters.
    public var sourceTopics: InputTopics?
    /// What its records are.
    public var input = Input.lines
    /// Topic for events.
    public var outputTopic = "qualys.events"
    /// Topic for records that no event can be made of.
    public var deadLetterTopic = "asa.dead-letters"
    /// Consumer group.
    public var groupID = "anyconnect-normalizer"
    /// Name under which a worker keeps its partitions through a restart; lanes add their number to it.
    public var groupInstanceID: String?
    /// Who shares out the partitions.
    public var groupProtocol = GroupProtocol.classic
    /// The rack or zone that the worker is in, so that it reads from the replica there.
    public var clientRack: String?
    /// How a member does it.
    public var assignmentStrategy = AssignmentStrategy.range
    /// What faults may do to the output.
    public var delivery = Delivery.exactlyOnce
    /// What transactional ids start with, if not with the group's name.
    public var transactionalIDPrefix: String?
    /// Milliseconds after which brokers abort a transaction that its worker has left open.
    public var transactionMilliseconds = 15_000
    /// Milliseconds until the next try while a right is missing or a topic is not there.
    package var operatorWaitMilliseconds = 5000
    /// Whether the worker looks at the cluster by a client of its own, for readiness and lag.
    package var isObserved = true
    /// Tells this process from others where `groupInstanceID` does not.
    public let processID = WorkerConfiguration.randomID()
    /// Threads, each with a consumer and a producer.
    public var lanes = 1
    /// Where a partition starts without a committed offset.
    public var autoOffsetReset = OffsetReset.earliest
    /// A batch ends at so many records.
    public var batchRecords = 50_000
    /// A batch ends at so many bytes, if `memoryLimit` allows so many.
    public var batchBytes = 16 * 1_048_576
    /// Bytes of memory that the process is to keep within.
    public var memoryLimit = 256 * 1_048_576
    /// A batch ends so many milliseconds after its first record.
    public var batchMilliseconds = 200
    /// Milliseconds to drain after a signal.
    public var shutdownMilliseconds = 25_000
    /// Where metrics and health are served; nowhere if not given.
    public var httpAddress: ListenAddress?
    /// Names of input headers that events carry.
    public var forwardedHeaders: [String] = []
    /// Whether the worker ends once the group has committed all that was there when it started.
    public var endsWithInput = false
    /// The range to read, for a run that is to end; written as the group's offsets.
    public var plan: ReplayPlan?
    /// Records that a lane reads in a second, at most.
    public var recordsPerSecond: Int?
    /// Properties for librdkafka, in order.
    public var kafkaProperties: [(key: String, value: String)] = []
    /// Whether SCRAM is used although brokers of Kafka 4 refuse it from this librdkafka.
    public var allowsOldSCRAM = false
    /// Those of them that have a file of their own, which may change.
    var secretFiles: [(key: String, path: String)] = []
    /// How long commands wait for each answer of the cluster.
    public var patience = Patience()
    /// Least severe level logged.
    public var logLevel = LogLevel.info
    /// Form of log lines.
    public var logForm = LogForm.logfmt
    /// What decides about events.
    public var events = NormalizerSettings()
    /// Name in eventId, if it is not the input topic's.
    public var namespace: String?
    /// Values that are sent in turns, in place of the events, so that all that a worker does but normalizing can be
    /// measured.
    package var fixedEvents: [[UInt8]] = []

    /// Makes the defaults; brokers must still be given.
    public init() {}

    /// How `memoryLimit` is shared out among the lanes.
    public var budget: MemoryBudget { MemoryBudget(limit: memoryLimit, lanes: lanes, batchBytes: batchBytes) }

    /// The input topic of what reads no more than one: `WorkerConfiguration(asking:)` refuses others.
    public var inputTopic: String {
        get { inputTopics.only ?? "\(inputTopics)" }
        set { inputTopics = .named([newValue]) }
    }

    /// The topics that the worker writes to, each once: the events', the dead letters', and those that rules name.
    package var outputTopics: [String] {
        let own = [outputTopic, deadLetterTopic]
        return own + events.rules.topics.filter { !own.contains($0) }
    }

    /// The name of a topic of the input in eventId, which 48 bits are made of (Normalization.docc, RecordsAndIdentity).
    ///
    /// Of several topics a namespace that was given does not tell one from the other, so the topic's name is added.
    public func eventName(of topic: String) -> String {
        guard let namespace else { return topic }
        return (sourceTopics ?? inputTopics).only == nil ? "\(namespace)/\(topic)" : namespace
    }

    /// Properties that the worker sets itself, or leaves as they are, because the delivery promise rests on them.
    public static let ownedProperties: Set<String> = [
        "bootstrap.servers", "metadata.broker.list", "group.id", "enable.auto.commit", "enable.auto.offset.store",
        "auto.offset.reset", "enable.partition.eof", "transactional.id", "enable.idempotence",
        "transaction.timeout.ms", "group.instance.id", "partition.assignment.strategy", "isolation.level", "acks",
        "request.required.acks", "delivery.report.only.error", "enabled_events", "log.queue",
        "internal.termination.signal",
    ]

    /// Takes another group than the live one, and transactional ids of its own with it.
    public mutating func workBeside(as group: String) {
        let suffix = group.hasPrefix(groupID) ? String(group.dropFirst(groupID.count)) : ".\(group)"
        transactionalIDPrefix = transactionalIDPrefix.map { $0 + suffix }
        groupID = group
    }

    private static func randomID() -> String { String(UInt64.random(in: .min ... .max), radix: 36) }
}
