// `dead-letters`: reads its settings and picks one of list, show and redrive. The work of list and show is in here,
// that of redrive in a file of its own.

internal import Normalization
internal import Operations
internal import Worker

enum DeadLettersCommand {
    static let command = Command(
        name: "dead-letters",
        summary: "List and show dead letters, or normalize them again.",
        details: """
            dead-letters list         Counts what is not redriven yet, by reason and message; --limit N shows records.
            dead-letters show PLACE   Shows one: headers, value, and what the normalizer makes of it now.
            dead-letters redrive      Normalizes them again, exactly once. What succeeds goes to the output topic as the
                                      event that its record would have been, with its eventId; what fails again is
                                      appended to the dead-letter topic, so that it is still there for the next time.

            redrive shows its plan and asks (or wants --yes). It keeps its progress as offsets of a group of its own,
            <group-id>.redrive: what it has dealt with it does not read again, and killed, the same command goes on. A
            dead letter that is only a pointer to its record, or that does not say where it came from, stays. If
            workers run with --namespace, give it here, too, with their --input-topic. Lines hold names of users:
            values are shown escaped, and in lists only their beginnings, unless --raw asks for more; on a terminal
            control characters stay escaped.
            """,
        example:
            "anyconnect-normalizer dead-letters redrive --bootstrap-servers kafka:9092 --reason too-long "
            + "--max-line-bytes 1MiB",
        settings: [.action, .place]
            + Setting.ofWorker.filter { !Setting.ofGroup.contains($0.name) } + [
                .timeout, .reason, .all, .from.optional, .to, .partitions, .limit, .raw, .rate, .dryRun, .yes,
                .reportFormat, .color,
            ],
        positionals: [.action, .place],
        run: run
    )

    private enum Action: String, CaseIterable {
        case list
        case show
        case redrive

        /// The settings of this command that the action knows and others may not.
        var own: [Setting] {
            switch self {
            case .list: [.reason, .all, .from, .to, .partitions, .limit, .raw]
            case .show: [.place, .raw]
            case .redrive: [.reason, .rate, .dryRun, .yes]
            }
        }
    }

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let action = values.choice(.action, Action.init(rawValue:))
        if let action {
            let own = Set(action.own.map(\.name))
            for setting in Action.allCases.flatMap(\.own) where !own.contains(setting.name) {
                guard values.origin(setting) == .flag else { continue }
                values.fail("--\(setting.name): not a setting of dead-letters \(action.rawValue)")
            }
        }
        let list = ListRequest(&values)
        let style = values.style(on: .output)
        let place = values.value(.place, "a place such as 0/1234", readPlace)
        if action == .show, values.text(.place) == nil { values.fail("show needs a place: PARTITION/OFFSET") }
        let redrive = RedriveCommand.Request(&values)
        var configuration = try WorkerConfiguration(asking: values, takesSeveralTopics: true)
        guard let action else { throw ConfigurationFaults(values.faults) }
        configuration.sourceTopics = configuration.inputTopics
        configuration.inputTopic = configuration.deadLetterTopic
        // An address from the environment is the live worker's.
        if values.origin(.httpAddress) != .flag { configuration.httpAddress = nil }
        configuration.workBeside(as: configuration.groupID + ".redrive")
        do throws(CommandFailure) {
            switch action {
            case .list: return try DeadLettersCommand.list(list, configuration)
            case .show: return try show(place ?? (0, 0), list, style, configuration)
            case .redrive: return try RedriveCommand.run(redrive, configuration)
            }
        } catch {
            return error.answer(of: "dead-letters \(action.rawValue)")
        }
    }

    private static func readPlace(_ text: String) -> (partition: Int32, offset: Int64)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let partition = Int32(parts[0]), let offset = Int64(parts[1]), partition >= 0,
            offset >= 0
        else { return nil }
        return (partition, offset)
    }

    /// The reasons that `--reason` names; faults are noted.
    static func reasons(_ values: inout SettingValues) -> Set<String>? {
        values.value(.reason, "a list of these: \(HeaderRule.reasons.joined(separator: ", "))") { text in
            let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return words.allSatisfy(HeaderRule.reasons.contains) ? Set(words) : nil
        }
    }
}

// MARK: - show

extension DeadLettersCommand {
    static func inspector(_ configuration: WorkerConfiguration) throws(CommandFailure) -> TopicInspector {
        try CommandFailure.settings { () throws(ConfigurationFaults) in
            try TopicInspector(configuration, awaitsTransactions: false)
        }
    }

    private static func show(
        _ place: (partition: Int32, offset: Int64),
        _ request: ListRequest,
        _ style: Style,
        _ configuration: WorkerConfiguration
    ) throws(CommandFailure) -> ExitCode {
        let inspector = try inspector(configuration)
        defer { inspector.close() }
        try inspector.require(place.offset, in: place.partition)
        let catalogue = try CommandFailure.settings(StandardCatalogue.compiled)
        var explainer = Explainer(catalogue: catalogue, settings: configuration.events)
        let isThere = try inspector.withDeadLetter(place.partition, place.offset, eventName: configuration.eventName) {
            letter,
            value,
            envelope,
            headers in
            if request.page.isJSON { return request.page.json(members(letter, value)) }
            StandardStream.output.print("\(letter.partition)/\(letter.offset)  \(Timestamps.text(letter.time))")
            StandardStream.output.print(style.heading("headers"))
            let width = headers.map(\.name.count).max() ?? 0
            for (name, value) in headers {
                let name = Escaped.text(name).padded(to: width)
                StandardStream.output.print("  \(name)  \(style.value(value.map(Escaped.text) ?? "null"))")
            }
            StandardStream.output.print(style.heading("value"))
            guard let value else { return StandardStream.output.print("  null") }
            if request.isRaw {
                StandardStream.output.write(foreign: value)
                StandardStream.output.print("")
            } else {
                StandardStream.output.print("  " + Escaped.text(value))
            }
            if letter.isPointer {
                return StandardStream.output.print("only the beginning of the record: it stands where source says")
            }
            StandardStream.output.print(style.heading("now"))
            ExplanationPage(value, explainer.explain(value, envelope), style).print()
        }
        guard isThere else { throw CommandFailure("there is no record at this offset") }
        return .success
    }
}
