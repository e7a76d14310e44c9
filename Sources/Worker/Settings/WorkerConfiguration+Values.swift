// Gives types to what the user has set, and checks it against each other. All faults are reported together.

public import Normalization

extension WorkerConfiguration {
    /// Gives types to values.
    ///
    /// - Throws: `ConfigurationFaults` with every fault, those of reading included.
    public init(_ values: SettingValues) throws(ConfigurationFaults) {
        var values = values
        self.init()
        for setting in Setting.ofWorker { setting.apply?(&values, &self) }
        if let limit = values.duration(.timeout) { patience = Patience(.milliseconds(limit)) }
        let properties = values.kafkaProperties(owned: WorkerConfiguration.ownedProperties)
        kafkaProperties = properties.map { ($0.key, $0.value) }
        secretFiles = properties.compactMap { property in property.file.map { (property.key, $0) } }
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

    /// What `--with` makes of the settings that decide about events, and of the name in eventId; nil if it is not
    /// given.
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
        var configuration = WorkerConfiguration()
        for setting in Setting.ofEvents { setting.apply?(&values, &configuration) }
        self = configuration.events
    }
}

extension SettingValues {
    /// The offsets of single devices; faults are noted.
    mutating func utcOffsets() -> DeviceOffsets {
        var offsets = DeviceOffsets()
        let name = Setting.utcOffsetOf.name
        for text in texts(.utcOffsetOf) {
            guard let (device, seconds) = SettingParsers.deviceOffset(text) else {
                fail("--\(name): '\(text)' is not a host and its offset such as fw1=+02:00")
                continue
            }
            if !offsets.add(device, seconds: seconds) {
                fail("--\(name): '\(device)' is given with two different offsets")
            }
        }
        return offsets
    }
}
