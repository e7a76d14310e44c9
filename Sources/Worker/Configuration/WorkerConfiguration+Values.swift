// Gives types to what the user has set, and checks it against each other. All faults are reported together.

public import Normalization

extension WorkerConfiguration {
    /// Gives types to values.
    ///
    /// - Throws: `ConfigurationFaults` with every fault, those of reading included.
    public init(_ values: SettingValues) throws(ConfigurationFaults) {
        var values = values
        let topic = "the name of a topic (letters, digits, '.', '_', '-', at most 249)"
        bootstrapServers =
            values.value(.bootstrapServers, "a list of brokers such as kafka1:9092,kafka2:9092", SettingParsers.brokers)
            ?? ""
        inputTopic = values.value(.inputTopic, topic, SettingParsers.topic) ?? inputTopic
        outputTopic = values.value(.outputTopic, topic, SettingParsers.topic) ?? outputTopic
        deadLetterTopic = values.value(.deadLetterTopic, topic, SettingParsers.topic) ?? deadLetterTopic
        groupID = values.value(.groupID, "the name of a group") { $0.isEmpty ? nil : $0 } ?? groupID
        groupInstanceID = values.text(.groupInstanceID)
        assignmentStrategy =
            values.choice(.assignmentStrategy, AssignmentStrategy.init(rawValue:)) ?? assignmentStrategy
        delivery = values.choice(.delivery, Delivery.init(rawValue:)) ?? delivery
        transactionalIDPrefix = values.text(.transactionalIDPrefix)
        lanes = values.value(.lanes, "a number from 1 to 64", SettingParsers.count(1...64)) ?? lanes
        autoOffsetReset = values.choice(.autoOffsetReset, OffsetReset.init(rawValue:)) ?? autoOffsetReset
        batchRecords =
            values.value(.batchRecords, "a number from 1 to 1000000", SettingParsers.count(1...1_000_000))
            ?? batchRecords
        batchBytes = values.value(.batchBytes, "a size such as 8MiB", SettingParsers.size) ?? batchBytes
        batchMilliseconds = values.duration(.batchTime) ?? batchMilliseconds
        transactionMilliseconds =
            values.value(.transactionTimeout, "a duration from 1s to 15m") { text in
                SettingParsers.milliseconds(text).flatMap { (1000...900_000).contains($0) ? $0 : nil }
            } ?? transactionMilliseconds
        memoryLimit = values.value(.memoryLimit, "a size such as 256MiB", SettingParsers.size) ?? memoryLimit
        shutdownMilliseconds = values.duration(.shutdownTimeout) ?? shutdownMilliseconds
        if let limit = values.duration(.timeout) {
            patience = Patience(.milliseconds(limit))
        }
        httpAddress =
            values.value(.httpAddress, "an address such as 127.0.0.1:9464, or off") { text in
                text == "off" ? .some(nil) : ListenAddress(text).map(Optional.some)
            } ?? nil
        logLevel = values.choice(.logLevel, LogLevel.init(_:)) ?? logLevel
        logForm = values.choice(.logFormat, LogForm.init(rawValue:)) ?? logForm
        forwardedHeaders = (values.text(.forwardHeaders) ?? "").split(separator: ",")
            .map { String($0.trimmingBlanks()) }
        let properties = values.kafkaProperties(owned: WorkerConfiguration.ownedProperties)
        kafkaProperties = properties.map { ($0.key, $0.value) }
        secretFiles = properties.compactMap { property in property.file.map { (property.key, $0) } }
        allowsOldSCRAM = values.isOn(.oldSCRAM)
        events = NormalizerSettings(&values)
        namespace = values.text(.namespace)
        if inputTopic == outputTopic || inputTopic == deadLetterTopic {
            values.fail("--input-topic '\(inputTopic)' is an output too: the worker would read what it writes")
        }
        if outputTopic == deadLetterTopic {
            values.fail(
                "--dead-letter-topic '\(deadLetterTopic)' is the output topic too: readers of events would get dead letters"
            )
        }
        values.checkCredentialFiles(kafkaProperties)
        let least = MemoryBudget.least(lanes: lanes)
        if memoryLimit < least {
            let need = lanes == 1 ? "a lane needs" : "\(lanes) lanes need"
            values.fail("--memory-limit: \(need) at least \((least + 1_048_575) / 1_048_576)MiB")
        }
        ClientSettings.faults(self).forEach { values.fail($0) }
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
    }
}

extension SettingValues {
    /// The milliseconds of a time to wait; the library counts them in 32 bits, which a day fits into.
    public mutating func duration(_ setting: Setting) -> Int? {
        value(setting, "a duration such as 200ms, 25s or 5m, 24h at most") { text in
            SettingParsers.milliseconds(text).flatMap { $0 <= 86_400_000 ? $0 : nil }
        }
    }

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
        deviceSeverity = values.choice(.deviceSeverity, DeviceSeverity.init(rawValue:)) ?? deviceSeverity
        timeForm = values.choice(.timeForm, TimeForm.init(rawValue:)) ?? timeForm
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
