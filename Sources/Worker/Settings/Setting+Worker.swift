// The settings of the worker, declared once: flags, variables, keys of the file, defaults, checks, help and the
// README's table come from here. One that nothing else asks for by its name stands in its list alone. Declarations
// only.

internal import Normalization

extension Setting {
    package static let bootstrapServers = Setting(
        "bootstrap-servers",
        .brokers,
        \.bootstrapServers,
        isRequired: true,
        "Kafka brokers to start from."
    )
    package static let inputTopic = Setting(
        "input-topic",
        .topics,
        \.inputTopics,
        "Topics with raw syslog, one line a record: names, or a regular expression that starts with ^."
    )
    package static let outputTopic = Setting("output-topic", .topic, \.outputTopic, "Topic that the events go to.")
    package static let deadLetterTopic = Setting(
        "dead-letter-topic",
        .topic,
        \.deadLetterTopic,
        "Topic for records that no event can be made of."
    )
    package static let groupID = Setting("group-id", .group, \.groupID, "Consumer group of all workers.")
    private static let groupInstanceID = Setting(
        "group-instance-id",
        .optional("ID"),
        \.groupInstanceID,
        "Name that this worker keeps through restarts (static membership): its partitions wait for it until the "
            + "session times out."
    )
    private static let groupProtocol = Setting(
        "group-protocol",
        .choice,
        \.groupProtocol,
        "Who shares out the partitions: a worker, while all of the group come together, or the brokers, one worker "
            + "after the other (KIP-848, from Kafka 4.0 and librdkafka 2.15 on)."
    )
    static let assignmentStrategy = Setting(
        "assignment-strategy",
        .choice,
        \.assignmentStrategy,
        "How a worker shares them out; the same in all workers of a group. With consumer, the brokers decide."
    )
    private static let untilEmpty = Setting(
        "until-empty",
        .onOff,
        \.endsWithInput,
        "End with 0 once the group has committed all that was in the input when this worker started."
    )
    private static let autoOffsetReset = Setting(
        "auto-offset-reset",
        .choice,
        \.autoOffsetReset,
        "Where a partition starts that the group has no offset for. What came after the group's first start is never "
            + "skipped."
    )
    package static let memoryLimit = Setting(
        "memory-limit",
        .size("256MiB"),
        \.memoryLimit,
        "Memory that the process keeps within: queues and batches are sized by it."
    )
    package static let httpAddress = Setting(
        "http-address",
        .address,
        \.httpAddress,
        "Where /metrics, /livez, /readyz and /status are served, for instance 127.0.0.1:9464, localhost:9464 or "
            + "[::1]:9464; :9464 for all interfaces."
    )
    package static let kafka = Setting(
        "kafka",
        "KEY=VALUE",
        isRepeatable: true,
        "Property passed to librdkafka, for instance security.protocol=ssl; consumer.KEY or producer.KEY for one "
            + "kind of client. Secrets come from the environment or, as KEY.file, from a file of their own. "
            + "Can be repeated."
    )
    package static let logLevel = Setting("log-level", .choice, \.logLevel, "Least severe level that is logged.")
    package static let namespace = Setting(
        "namespace",
        .optional("NAME"),
        \.namespace,
        "Name that eventId is made unique with, where two clusters use one topic name; the input topic's if not given. "
            + "With several input topics it is NAME/TOPIC."
    )
    static let utcOffsetOf = Setting(
        "utc-offset-of",
        "HOST=+HH:MM",
        isRepeatable: true,
        "Offset from UTC of one device that states no time zone, by its deviceHost in any letter case. Can be repeated."
    ) { values, configuration in
        configuration.events.deviceZones = values.deviceZones()
    }
    static let timeZone = Setting(
        "time-zone",
        "ZONE",
        "Time zone of devices that state none, by its name in tzdata such as Europe/Berlin, with summer time; in place "
            + "of --utc-offset."
    ) { values, configuration in
        configuration.events.timeZone = values.timeZone(besides: configuration.events.utcOffset)
    }
    static let timeZoneOf = Setting(
        "time-zone-of",
        "HOST=ZONE",
        isRepeatable: true,
        "Time zone of one device that states none, by its deviceHost in any letter case. Can be repeated."
    )

    static let rules = Setting(
        "rules",
        "FILE",
        "File with rules, one a line, that keep, drop or sample events or send them to another topic (deploy/rules.md)."
    ) { values, configuration in
        configuration.events.rules = values.rules()
    }
    package static let rule = Setting(
        "rule",
        "RULE",
        isRepeatable: true,
        "One rule, for instance 'drop id=302013-302016'; it goes before those of the file. Can be repeated."
    )

    /// What decides about events.
    public static let ofEvents = [
        Setting(
            "customer-id",
            .uuid,
            \.events.customerID,
            "Token customerId of records that bring none in their headers."
        ),
        Setting("collector-id", .uuid, \.events.collectorID, "Token collectorId of records that bring none."),
        Setting("event-source-id", .uuid, \.events.eventSourceID, "Token eventSourceId of records that bring none."),
        namespace,
        Setting("device-vendor", .name, \.events.deviceVendor, "Token deviceVendor."),
        Setting(
            "device-severity",
            .choice,
            \.events.deviceSeverity,
            "Whether token deviceSeverity holds the device's digit or the guide's word for it."
        ),
        Setting("time-form", .choice, \.events.timeForm, "How eventTime and collectorReceivedTime are written."),
        Setting("utc-offset", .utcOffset, \.events.utcOffset, "Offset from UTC of devices that state no time zone."),
        utcOffsetOf, timeZone, timeZoneOf,
        Setting("max-line-bytes", .size("256KiB"), \.events.maximumLineBytes, "A longer line is a dead letter."),
        rules, rule,
    ]
    /// What decides about the worker.
    public static let ofWorker =
        [
            config, bootstrapServers, inputTopic, outputTopic, deadLetterTopic, groupID, groupInstanceID,
            groupProtocol, assignmentStrategy, autoOffsetReset,
            Setting(
                "client-rack",
                .optional("NAME"),
                \.clientRack,
                "Rack or zone that this worker is in: it reads from the replica there, if brokers have a "
                    + "replica.selector.class."
            ),
            Setting(
                "delivery",
                .choice,
                \.delivery,
                "Whether a batch is one transaction, or acknowledged records and then an offset commit, which a fault "
                    + "can repeat."
            ),
            Setting(
                "transactional-id-prefix",
                .optional("NAME"),
                \.transactionalIDPrefix,
                "What transactional ids start with; the group's name if not given."
            ),
            Setting(
                "transaction-timeout",
                .duration(1000...900_000, "a duration from 1s to 15m"),
                \.transactionMilliseconds,
                "After this time brokers abort a transaction that a lost worker has left open."
            ),
            Setting(
                "lanes",
                .count(1...64),
                \.lanes,
                "Consumers in this process, each with a producer and a thread of its own."
            ),
            memoryLimit,
            Setting("batch-records", .count(1...1_000_000), \.batchRecords, "A batch ends at so many records."),
            Setting("batch-bytes", .size("16MiB"), \.batchBytes, "A batch ends at so many bytes of input."),
            Setting("batch-time", .duration, \.batchMilliseconds, "A batch ends so long after its first record."),
            Setting(
                "shutdown-timeout",
                .duration,
                \.shutdownMilliseconds,
                "Time to drain after SIGTERM or SIGINT before the process ends regardless."
            ),
            untilEmpty, httpAddress,
            Setting(
                "forward-headers",
                .names,
                \.forwardedHeaders,
                "Headers of the input record that its event carries too; none if not given."
            ),
            kafka,
            Setting(
                "old-scram",
                .onOff,
                \.allowsOldSCRAM,
                "Let a librdkafka before 2.6.1 use SCRAM: brokers before Kafka 4 take it."
            ),
            logLevel, Setting("log-format", .choice, \.logForm, "Form of log lines."),
        ] + ofEvents
    /// Names of those that mean something to members of a group only.
    public static let ofGroup: Set<String> = [
        groupInstanceID.name, groupProtocol.name, assignmentStrategy.name, autoOffsetReset.name, untilEmpty.name,
    ]
}
