// Every setting of the product, declared once: flags, environment names, help and the list in deploy/settings.md
// come from here. Declarations only; SettingValues reads them, WorkerConfiguration gives them types.

/// A setting that a user may give by flag, environment variable or file.
public struct Setting: Sendable {
    /// Name of the flag without dashes, and of the key in a file.
    public let name: String
    /// What stands for the value in help.
    public let placeholder: String
    /// The value where none is given; nil for a setting that may be absent or is required.
    public let defaultValue: String?
    /// One sentence for help and deploy/settings.md.
    public let summary: String
    /// Whether a command that knows it cannot do without it.
    public let isRequired: Bool
    /// Whether it may be given several times.
    public let isRepeatable: Bool
    /// Whether the flag alone means `true`.
    public var isSwitch: Bool { placeholder == "true|false" }

    /// The words that may be typed as they stand: of `HOST:PORT|off` the second.
    public var words: [String] {
        guard placeholder.contains("|") else { return [] }
        return placeholder.split(separator: "|").map(String.init).filter { $0 == $0.lowercased() }
    }

    init(
        _ name: String,
        _ placeholder: String,
        default defaultValue: String? = nil,
        isRequired: Bool = false,
        isRepeatable: Bool = false,
        _ summary: String
    ) {
        self.name = name
        self.placeholder = placeholder
        self.defaultValue = defaultValue
        self.summary = summary
        self.isRequired = isRequired
        self.isRepeatable = isRepeatable
    }

    /// The same setting for a command that can do without it.
    public var optional: Setting {
        Setting(name, placeholder, default: defaultValue, isRepeatable: isRepeatable, summary)
    }

    /// Prefix of all environment variables.
    public static let environmentPrefix = "NORMALIZER_"

    /// Name of the environment variable: the flag's in upper snake case behind the prefix.
    public var environmentName: String {
        Setting.environmentPrefix + String(name.uppercased().map { $0 == "-" ? "_" : $0 })
    }
}

extension Setting {
    /// The file with settings.
    public static let config = Setting("config", "FILE", "File with settings, one `key = value` a line.")
    /// Kafka brokers.
    public static let bootstrapServers = Setting(
        "bootstrap-servers",
        "HOST:PORT,...",
        isRequired: true,
        "Kafka brokers to start from."
    )
    /// Topic with raw syslog.
    public static let inputTopic = Setting(
        "input-topic",
        "TOPIC",
        default: "asa.raw",
        "Topic with raw syslog, one line a record."
    )
    /// Topic for events.
    public static let outputTopic = Setting(
        "output-topic",
        "TOPIC",
        default: "qualys.events",
        "Topic that the events go to."
    )
    /// Topic for dead letters.
    public static let deadLetterTopic = Setting(
        "dead-letter-topic",
        "TOPIC",
        default: "asa.dead-letters",
        "Topic for records that no event can be made of."
    )
    /// Consumer group.
    public static let groupID = Setting(
        "group-id",
        "GROUP",
        default: "anyconnect-normalizer",
        "Consumer group of all workers."
    )
    static let groupInstanceID = Setting(
        "group-instance-id",
        "ID",
        "Name that this worker keeps through restarts (static membership): its partitions wait for it until the session times out."
    )
    static let assignmentStrategy = Setting(
        "assignment-strategy",
        "range|cooperative-sticky",
        default: "range",
        "How partitions are shared out; the same in all workers of a group."
    )
    static let delivery = Setting(
        "delivery",
        "exactly-once|at-least-once",
        default: "exactly-once",
        "Whether a batch is one transaction, or acknowledged records and then an offset commit, which a fault can repeat."
    )
    static let transactionalIDPrefix = Setting(
        "transactional-id-prefix",
        "NAME",
        "What transactional ids start with; the group's name if not given."
    )
    static let transactionTimeout = Setting(
        "transaction-timeout",
        "DURATION",
        default: "15s",
        "After this time brokers abort a transaction that a lost worker has left open."
    )
    /// Memory for the process.
    public static let memoryLimit = Setting(
        "memory-limit",
        "SIZE",
        default: "256MiB",
        "Memory that the process keeps within: queues and batches are sized by it."
    )
    static let lanes = Setting(
        "lanes",
        "N",
        default: "1",
        "Consumers in this process, each with a producer and a thread of its own."
    )
    static let autoOffsetReset = Setting(
        "auto-offset-reset",
        "earliest|latest|error",
        default: "earliest",
        "Where a partition starts that the group has no offset for. What came after the group's first start is never skipped."
    )
    static let batchRecords = Setting("batch-records", "N", default: "10000", "A batch ends at so many records.")
    static let batchBytes = Setting("batch-bytes", "SIZE", default: "8MiB", "A batch ends at so many bytes of input.")
    static let batchTime = Setting(
        "batch-time",
        "DURATION",
        default: "200ms",
        "A batch ends so long after its first record."
    )
    static let shutdownTimeout = Setting(
        "shutdown-timeout",
        "DURATION",
        default: "25s",
        "Time to drain after SIGTERM or SIGINT before the process ends regardless."
    )
    /// Where metrics and health are served.
    public static let httpAddress = Setting(
        "http-address",
        "HOST:PORT|off",
        default: "off",
        "Where /metrics, /livez, /readyz and /status are served, for instance 127.0.0.1:9464, localhost:9464 or "
            + "[::1]:9464; :9464 for all interfaces."
    )
    static let forwardHeaders = Setting(
        "forward-headers",
        "NAME,...",
        "Headers of the input record that its event carries too; none if not given."
    )
    /// Properties for librdkafka.
    public static let kafka = Setting(
        "kafka",
        "KEY=VALUE",
        isRepeatable: true,
        "Property passed to librdkafka, for instance security.protocol=ssl; consumer.KEY or producer.KEY for one kind of client. Secrets come from the environment or, as KEY.file, from a file of their own. Can be repeated."
    )
    static let oldSCRAM = Setting(
        "old-scram",
        "true|false",
        default: "false",
        "Let a librdkafka before 2.6.1 use SCRAM: brokers before Kafka 4 take it."
    )
    static let logFormat = Setting("log-format", "logfmt|json", default: "logfmt", "Form of log lines.")
    /// Least severe level that is logged.
    public static let logLevel = Setting(
        "log-level",
        "error|warning|info|debug",
        default: "info",
        "Least severe level that is logged."
    )

    static let customerID = Setting(
        "customer-id",
        "UUID",
        "Token customerId of records that bring none in their headers."
    )
    static let collectorID = Setting("collector-id", "UUID", "Token collectorId of records that bring none.")
    static let eventSourceID = Setting("event-source-id", "UUID", "Token eventSourceId of records that bring none.")
    /// Name that eventId is made unique with.
    public static let namespace = Setting(
        "namespace",
        "NAME",
        "Name that eventId is made unique with, where two clusters use one topic name; the input topic's if not given."
    )
    static let deviceVendor = Setting("device-vendor", "NAME", default: "Cisco", "Token deviceVendor.")
    static let deviceSeverity = Setting(
        "device-severity",
        "raw|normalized",
        default: "raw",
        "Whether token deviceSeverity holds the device's digit or the guide's word for it."
    )
    static let timeForm = Setting(
        "time-form",
        "guide|rfc3339|epoch-millis",
        default: "guide",
        "How eventTime and collectorReceivedTime are written."
    )
    static let utcOffset = Setting(
        "utc-offset",
        "+HH:MM",
        default: "+00:00",
        "Offset from UTC of devices that state no time zone."
    )
    static let utcOffsetOf = Setting(
        "utc-offset-of",
        "HOST=+HH:MM",
        isRepeatable: true,
        "Offset from UTC of one device that states no time zone, by its deviceHost in any letter case. Can be repeated."
    )
    static let maxLineBytes = Setting("max-line-bytes", "SIZE", default: "256KiB", "A longer line is a dead letter.")

    /// What decides about events.
    public static let ofEvents = [
        customerID, collectorID, eventSourceID, namespace, deviceVendor, deviceSeverity, timeForm, utcOffset,
        utcOffsetOf, maxLineBytes,
    ]
    /// What decides about the worker.
    public static let ofWorker =
        [
            config, bootstrapServers, inputTopic, outputTopic, deadLetterTopic, groupID, groupInstanceID,
            assignmentStrategy, autoOffsetReset, delivery, transactionalIDPrefix, transactionTimeout, lanes,
            memoryLimit, batchRecords, batchBytes, batchTime, shutdownTimeout, httpAddress, forwardHeaders, kafka,
            oldSCRAM, logLevel, logFormat,
        ] + ofEvents
    /// Names of those that mean something to members of a group only.
    public static let ofGroup: Set<String> = [
        groupInstanceID.name, assignmentStrategy.name, autoOffsetReset.name,
    ]
}
