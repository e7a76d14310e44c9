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
        for topic in outputTopics where inputTopics.admits(topic) {
            values.fail(
                "--input-topic '\(inputTopics)' takes in '\(topic)', which is an output: "
                    + "the worker would read what it writes"
            )
        }
        if let topic = WorkerConfiguration.internalTopics.first(where: { inputTopics.admits($0) }) {
            values.fail(
                "--input-topic '\(inputTopics)' takes in '\(topic)', which is Kafka's own: "
                    + "the worker would read its own commits"
            )
        }
        for rule in events.rules.list where rule.action == .topic(deadLetterTopic) {
            values.fail("\(rule.place): topic: '\(deadLetterTopic)' is that of the dead letters")
        }
        if outputTopic == deadLetterTopic {
            values.fail(
                "--dead-letter-topic '\(deadLetterTopic)' is the output topic too: "
                    + "readers of events would get dead letters"
            )
        }
        values.checkCredentialFiles(kafkaProperties)
        let least = MemoryBudget.least(lanes: lanes)
        if memoryLimit < least {
            let need = lanes == 1 ? "a lane needs" : "\(lanes) lanes need"
            values.fail("--memory-limit: \(need) at least \((least + 1_048_575) / 1_048_576)MiB")
        }
        if groupProtocol == .consumer, values.origin(.assignmentStrategy) != .standard {
            values.fail(
                "--assignment-strategy: with --group-protocol consumer the brokers decide; "
                    + "--kafka group.remote.assignor=uniform or range names one of theirs"
            )
        }
        ClientSettings.faults(self).forEach { values.fail($0) }
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
    }
}

extension WorkerConfiguration {
    /// Topics that brokers keep their own state in; a pattern is not to take them in.
    private static let internalTopics = ["__consumer_offsets", "__transaction_state", "__share_group_state"]
}

extension SettingValues {
    /// The milliseconds of a time to wait; the library counts them in 32 bits, which a day fits into.
    public mutating func duration(_ setting: Setting) -> Int? { value(setting, .duration) }

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
    /// The time zone of all devices; nil if none is given, or if it cannot be read, which is noted.
    mutating func timeZone(besides utcOffset: Int) -> ZoneRules? {
        guard let zone = text(.timeZone) else { return nil }
        if utcOffset != 0 {
            let offset = SettingParsers.text(utcOffset: utcOffset)
            fail("--\(Setting.timeZone.name) and --utc-offset \(offset): give one of them")
        }
        return timeZone(zone, for: "--\(Setting.timeZone.name)")
    }

    /// The zones of single devices; faults are noted.
    mutating func deviceZones() -> DeviceZones {
        var zones = DeviceZones()
        let name = Setting.utcOffsetOf.name
        for text in texts(.utcOffsetOf) {
            guard let (device, seconds) = SettingParsers.deviceOffset(text) else {
                fail("--\(name): '\(text)' is not a host and its offset such as fw1=+02:00")
                continue
            }
            if !zones.add(device, .offset(seconds)) {
                fail("--\(name): '\(device)' is given with two different offsets")
            }
        }
        addTimeZones(to: &zones)
        return zones
    }

    private mutating func addTimeZones(to zones: inout DeviceZones) {
        let shown = "--\(Setting.timeZoneOf.name)"
        // Many devices share a zone, which is read one time.
        var read: [String: ZoneRules] = [:]
        for text in texts(.timeZoneOf) {
            guard let (device, zone) = SettingParsers.deviceZone(text) else {
                fail("\(shown): '\(text)' is not a host and its time zone such as fw1=Europe/Berlin")
                continue
            }
            guard let rules = read[zone] ?? timeZone(zone, for: shown) else { continue }
            read[zone] = rules
            if !zones.add(device, .rules(rules)) {
                fail("\(shown): '\(device)' is given with two different time zones")
            }
        }
    }
}

extension SettingValues {
    /// The rules in the order in which they are asked; what is wrong with them is noted as faults.
    public mutating func rules() -> Rules {
        var rules = Rules()
        for (text, origin) in given(.rule) { rules.add(text, at: place(of: text, origin)).forEach { fail($0) } }
        if let path = text(.rules), let content = contents(of: path, for: "--\(Setting.rules.name)") {
            rules.add(file: path, text: content).forEach { fail($0) }
        }
        for rule in rules.list {
            guard case .topic(let name) = rule.action, SettingParsers.topic(name) == nil else { continue }
            fail("\(rule.place): topic: '\(name)' is not \(SettingForm.topic.expected ?? "")")
        }
        return rules
    }

    private func place(of rule: String, _ origin: SettingOrigin) -> String {
        switch origin {
        case .flag, .standard: "--\(Setting.rule.name) '\(rule)'"
        case .environment(let name): "\(name) '\(rule)'"
        case .file(let path, let line): "\(path):\(line)"
        }
    }
}
