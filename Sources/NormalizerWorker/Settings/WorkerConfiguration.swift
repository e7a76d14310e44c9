// What may run: settings with types, checked against each other. Made from SettingValues or by hand in
// tests; knows no flags. All faults are reported together.

public import Normalization

/// Severity of a log line.
public enum LogLevel: Int, Sendable, CaseIterable, Comparable {
    case error
    case warning
    case info
    case debug

    /// More severe levels are smaller.
    public static func < (left: LogLevel, right: LogLevel) -> Bool { left.rawValue < right.rawValue }

    /// The word in settings and log lines.
    public var word: String { "\(self)" }
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
        /// Dead letters: each is normalized as the record that it came from; nil tries them whatever their reason.
        case deadLetters(reasons: Set<String>?)
    }

    /// Kafka brokers, `host:port`, comma-separated.
    public var bootstrapServers = ""
    /// Topic with raw syslog.
    public var inputTopic = "asa.raw"
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
    /// How the group shares out partitions.
    public var assignmentStrategy = AssignmentStrategy.range
    /// What faults may do to the output.
    public var delivery = Delivery.exactlyOnce
    /// What transactional ids start with, if not with the group's name.
    public var transactionalIDPrefix: String?
    /// Milliseconds after which brokers abort a transaction that its worker has left open.
    public var transactionMilliseconds = 15_000
    /// Milliseconds until the next try while a right is missing or a topic is not there.
    var operatorWaitMilliseconds = 30_000
    /// Tells this process from others where `groupInstanceID` does not.
    public let processID = WorkerConfiguration.randomID()
    /// Threads, each with a consumer and a producer.
    public var lanes = 1
    /// Where a partition starts without a committed offset.
    public var autoOffsetReset = OffsetReset.earliest
    /// A batch ends at so many records.
    public var batchRecords = 10_000
    /// A batch ends at so many bytes, if `memoryLimit` allows so many.
    public var batchBytes = 8 * 1_048_576
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
    /// The range to read, for a run that is to end.
    public var plan: ReplayPlan?
    /// The partition of it that a lane has taken.
    var claim: RangeClaim?
    /// Records that a lane reads in a second, at most.
    public var recordsPerSecond: Int?
    /// Properties for librdkafka, in order.
    public var kafkaProperties: [(key: String, value: String)] = []
    /// Those of them that have a file of their own, which may change.
    var secretFiles: [(key: String, path: String)] = []
    /// Where tokens come from, if brokers want such.
    var oauthTokens: OAuthTokens?
    /// Least severe level logged.
    public var logLevel = LogLevel.info
    /// Form of log lines.
    public var logForm = LogForm.logfmt
    /// What decides about events.
    public var events = NormalizerSettings()
    /// Name in eventId, if it is not the input topic's.
    public var namespace: String?
    /// Values that are sent in turns, in place of the events, so that all that a worker does but normalizing can be measured.
    package var fixedEvents: [[UInt8]] = []

    /// Makes the defaults; brokers must still be given.
    public init() {}

    /// How `memoryLimit` is shared out among the lanes.
    public var budget: MemoryBudget { MemoryBudget(limit: memoryLimit, lanes: lanes, batchBytes: batchBytes) }

    /// 48 bits that name the input in eventId (contract §9).
    public var eventNamespace: UInt64 { RecordPosition.namespace(of: namespace ?? inputTopic) }

    /// Properties that the worker sets itself, because the delivery promise rests on them.
    public static let ownedProperties: Set<String> = [
        "bootstrap.servers", "metadata.broker.list", "group.id", "enable.auto.commit", "enable.auto.offset.store",
        "auto.offset.reset", "enable.partition.eof", "transactional.id", "enable.idempotence",
        "transaction.timeout.ms", "group.instance.id", "partition.assignment.strategy", "isolation.level", "acks",
        "request.required.acks", "delivery.report.only.error",
    ]

    /// Gives types to values.
    ///
    /// - Throws: `ConfigurationFaults` with every fault, those of reading included.
    public init(_ values: SettingValues) throws(ConfigurationFaults) {
        var values = values
        let topic = "the name of a topic (letters, digits, '.', '_', '-', at most 249)"
        bootstrapServers = values.value(.bootstrapServers, "a list of brokers") { $0.isEmpty ? nil : $0 } ?? ""
        inputTopic = values.value(.inputTopic, topic, SettingParsers.topic) ?? inputTopic
        outputTopic = values.value(.outputTopic, topic, SettingParsers.topic) ?? outputTopic
        deadLetterTopic = values.value(.deadLetterTopic, topic, SettingParsers.topic) ?? deadLetterTopic
        groupID = values.value(.groupID, "the name of a group") { $0.isEmpty ? nil : $0 } ?? groupID
        groupInstanceID = values.text(.groupInstanceID)
        assignmentStrategy =
            values.value(
                .assignmentStrategy,
                "one of range, cooperative-sticky",
                AssignmentStrategy.init(rawValue:)
            ) ?? assignmentStrategy
        delivery =
            values.value(.delivery, "one of exactly-once, at-least-once", Delivery.init(rawValue:)) ?? delivery
        transactionalIDPrefix = values.text(.transactionalIDPrefix)
        lanes = values.value(.lanes, "a number from 1 to 64", SettingParsers.count(1...64)) ?? lanes
        autoOffsetReset =
            values.value(.autoOffsetReset, "one of earliest, latest, error", OffsetReset.init(rawValue:))
            ?? autoOffsetReset
        batchRecords =
            values.value(.batchRecords, "a number from 1 to 1000000", SettingParsers.count(1...1_000_000))
            ?? batchRecords
        batchBytes = values.value(.batchBytes, "a size such as 8MiB", SettingParsers.size) ?? batchBytes
        let duration = "a duration such as 200ms, 25s or 5m"
        batchMilliseconds = values.value(.batchTime, duration, SettingParsers.milliseconds) ?? batchMilliseconds
        transactionMilliseconds =
            values.value(.transactionTimeout, "a duration from 1s to 15m") { text in
                SettingParsers.milliseconds(text).flatMap { (1000...900_000).contains($0) ? $0 : nil }
            } ?? transactionMilliseconds
        memoryLimit = values.value(.memoryLimit, "a size such as 256MiB", SettingParsers.size) ?? memoryLimit
        shutdownMilliseconds =
            values.value(.shutdownTimeout, duration, SettingParsers.milliseconds) ?? shutdownMilliseconds
        httpAddress =
            values.value(.httpAddress, "an address such as 127.0.0.1:9464, or off") { text in
                text == "off" ? .some(nil) : ListenAddress(text).map(Optional.some)
            } ?? nil
        logLevel =
            values.value(.logLevel, "one of error, warning, info, debug") { word in
                LogLevel.allCases.first { $0.word == word }
            } ?? logLevel
        logForm = values.value(.logFormat, "one of logfmt, json", LogForm.init(rawValue:)) ?? logForm
        forwardedHeaders = (values.text(.forwardHeaders) ?? "").split(separator: ",")
            .map { String($0.trimmingBlanks()) }
        let properties = values.kafkaProperties(owned: WorkerConfiguration.ownedProperties)
        kafkaProperties = properties.map { ($0.key, $0.value) }
        secretFiles = properties.compactMap { property in property.file.map { (property.key, $0) } }
        oauthTokens = values.oauthTokens(kafkaProperties)
        kafkaProperties.removeAll { OAuthTokens.isOrigin($0.key) }
        events = NormalizerSettings(&values)
        namespace = values.text(.namespace)
        if inputTopic == outputTopic || inputTopic == deadLetterTopic {
            values.fail("--input-topic '\(inputTopic)' is an output too: the worker would read what it writes")
        }
        let least = MemoryBudget.least(lanes: lanes)
        if memoryLimit < least {
            values.fail("--memory-limit: \(lanes) lanes need at least \((least + 1_048_575) / 1_048_576)MiB")
        }
        ClientSettings.faults(self).forEach { values.fail($0) }
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
    }

    /// Takes another group than the live one, and transactional ids of its own with it.
    public mutating func workBeside(as group: String) {
        let suffix = group.hasPrefix(groupID) ? String(group.dropFirst(groupID.count)) : ".\(group)"
        transactionalIDPrefix = transactionalIDPrefix.map { $0 + suffix }
        groupID = group
    }

    private static func randomID() -> String { String(UInt64.random(in: .min ... .max), radix: 36) }
}

extension SettingValues {
    /// What `--with` makes of the settings that decide about events, and of the name in eventId; nil if it is not given.
    ///
    /// Faults are noted.
    public mutating func changedEventSettings() -> (settings: NormalizerSettings, namespace: String?)? {
        let assignments = texts(.with)
        guard !assignments.isEmpty else { return nil }
        var changed = replacing(assignments, of: Setting.ofEvents, by: Setting.with.name)
        let before = changed
        let settings = NormalizerSettings(&changed)
        for fault in before.faults { fail(fault) }
        // A value that is wrong without --with is told once.
        var own = self
        _ = NormalizerSettings(&own)
        for fault in changed.faults.dropFirst(before.faults.count) where !own.faults.contains(fault) {
            fail("--\(Setting.with.name): " + fault)
        }
        return (settings, changed.text(.namespace))
    }
}

extension NormalizerSettings {
    /// Gives types to the settings that decide about events; faults are noted in `values`.
    public init(_ values: inout SettingValues) {
        self.init()
        customerID = values.value(.customerID, "a UUID", UUID.init(_:))
        collectorID = values.value(.collectorID, "a UUID", UUID.init(_:))
        eventSourceID = values.value(.eventSourceID, "a UUID", UUID.init(_:))
        deviceVendor = values.text(.deviceVendor) ?? deviceVendor
        deviceSeverity =
            values.value(.deviceSeverity, "one of raw, normalized", DeviceSeverity.init(rawValue:)) ?? deviceSeverity
        timeForm =
            values.value(.timeForm, "one of guide, rfc3339, epoch-millis", TimeForm.init(rawValue:)) ?? timeForm
        utcOffset = values.value(.utcOffset, "an offset such as +02:00", SettingParsers.utcOffset) ?? utcOffset
        utcOffsets = NormalizerSettings.utcOffsets(&values)
        maximumLineBytes = values.value(.maxLineBytes, "a size such as 256KiB", SettingParsers.size) ?? maximumLineBytes
    }

    private static func utcOffsets(_ values: inout SettingValues) -> DeviceOffsets {
        var offsets = DeviceOffsets()
        let name = Setting.utcOffsetOf.name
        for text in values.texts(.utcOffsetOf) {
            guard let (device, seconds) = SettingParsers.deviceOffset(text) else {
                values.fail("--\(name): '\(text)' is not a host and its offset such as fw1=+02:00")
                continue
            }
            if !offsets.add(device, seconds: seconds) {
                values.fail("--\(name): '\(device)' is given with two different offsets")
            }
        }
        return offsets
    }
}
