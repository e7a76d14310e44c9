// `dead-letters`: reads its settings and picks one of list, show and redrive. The work of list and show is in here, that of
// redrive in a file of its own.

internal import Normalization
internal import NormalizerWorker

enum DeadLettersCommand {
    static let command = Command(
        name: "dead-letters",
        summary: "List and show dead letters, or put them through the normalizer once more.",
        details: """
            dead-letters list           Counts what was not redriven yet, by reason and message; with --limit N shows records, too.
            dead-letters show PLACE     Shows one: headers, value, and what the normalizer makes of it now.
            dead-letters redrive        Normalizes them once more, exactly once. What succeeds goes to the output topic as the event
                                        that its record would have been, with its eventId; what fails again is appended to the
                                        dead-letter topic once more, so that it is still there for the next time.

            redrive shows its plan and asks (or wants --yes). It keeps its progress as offsets of a group of its own,
            <group-id>.redrive: what it has dealt with it does not read again. A dead letter that is only a pointer to its record, or that does not say where it
            came from, stays. If workers run with --namespace, give it here, too. Lines hold names of users: values are shown
            escaped, and in lists only their beginnings, unless --raw asks for more.
            """,
        example:
            "anyconnect-normalizer dead-letters redrive --bootstrap-servers kafka:9092 --reason too-long --max-line-bytes 1MiB",
        settings: [.action, .place]
            + Setting.ofWorker.filter { $0.name != "input-topic" && !Setting.ofGroup.contains($0.name) } + [
                .reason, .all, .from.optional, .to, .partitions, .limit, .raw, .rate, .dryRun, .yes,
            ],
        positionals: [.action, .place],
        run: run
    )

    private enum Action: String, CaseIterable {
        case list
        case show
        case redrive

        /// The settings of this command that only some of its actions know.
        static let special: [Setting] = [
            .place, .reason, .all, .from, .to, .partitions, .limit, .raw, .rate, .dryRun, .yes,
        ]

        var own: [Setting] {
            switch self {
            case .list: [.reason, .all, .from, .to, .partitions, .limit, .raw]
            case .show: [.place, .raw]
            case .redrive: [.reason, .rate, .dryRun, .yes]
            }
        }
    }

    private static func run(_ values: SettingValues) throws(ConfigurationFaults) -> ExitCode {
        var values = values
        let action = values.value(.action, "one of list, show, redrive", Action.init(rawValue:))
        if let action {
            let own = Set(action.own.map(\.name))
            for setting in Action.special where values.origin(setting) == .flag && !own.contains(setting.name) {
                values.fail("--\(setting.name): not a setting of dead-letters \(action.rawValue)")
            }
        }
        let list = ListRequest(&values)
        let place = values.value(.place, "a place such as 0/1234", readPlace)
        if action == .show, values.text(.place) == nil { values.fail("show needs a place: PARTITION/OFFSET") }
        let redrive = RedriveCommand.Request(&values)
        if values.text(.deadLetterTopic) == values.text(.outputTopic) {
            values.fail("--dead-letter-topic is the output topic: dead letters cannot be told from events")
        }
        var configuration = try WorkerConfiguration(values)
        guard let action else { throw ConfigurationFaults(values.faults) }
        configuration.inputTopic = configuration.deadLetterTopic
        // An address from the environment is the live worker's.
        if values.origin(.httpAddress) != .flag { configuration.httpAddress = nil }
        configuration.workBeside(as: configuration.groupID + ".redrive")
        do throws(CommandFailure) {
            switch action {
            case .list: return try DeadLettersCommand.list(list, configuration)
            case .show: return try show(place ?? (0, 0), isRaw: list.isRaw, configuration)
            case .redrive: return try RedriveCommand.run(redrive, configuration)
            }
        } catch {
            StandardStream.error.print("dead-letters \(action.rawValue): \(error)")
            return error.isTransient ? .tryAgain : .failure
        }
    }

    private static func readPlace(_ text: String) -> (partition: Int32, offset: Int64)? {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let partition = Int32(parts[0]), let offset = Int64(parts[1]), partition >= 0,
            offset >= 0
        else { return nil }
        return (partition, offset)
    }

    static func reasons(_ values: inout SettingValues) -> Set<String>? {
        values.value(.reason, "a list of reasons such as too-long,empty") { text in
            let words = text.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
            return words.contains("") ? nil : Set(words)
        }
    }
}

// MARK: - list

/// What `list` was asked for.
private struct ListRequest {
    var from: RangeBound?
    var to: RangeBound
    var partitions: [Int32]?
    var reasons: Set<String>?
    var limit: Int
    var isRaw: Bool

    /// Whether a time is in the range, should that be one of times: dead letters keep their record's time, and do not stand in
    /// its order.
    func contains(_ time: Int64?) -> Bool {
        guard let time else { return true }
        if case .time(let first) = from, time < first { return false }
        if case .time(let end) = to, time >= end { return false }
        return true
    }

    /// Where reading ends.
    var end: RangeBound {
        if case .time = to { return .latest }
        return to
    }

    init(_ values: inout SettingValues) {
        let now = SystemClock.epochMilliseconds
        from = values.value(Setting.from.optional, "a place", { RangeBound($0, now: now) })
        to = values.value(.to, "a place", { RangeBound($0, now: now) }) ?? .latest
        partitions = values.value(.partitions, "a list such as 0,2,5-8", SettingParsers.partitions)
        reasons = DeadLettersCommand.reasons(&values)
        limit = values.value(.limit, "a number", { Int($0).flatMap { $0 >= 0 ? $0 : nil } }) ?? 0
        isRaw = values.isOn(.raw)
        values.requireRange(from: from, to: to)
        if values.isOn(.all) {
            if from != nil { values.fail("--all and --from: give one of them") }
            from = .earliest
        }
    }
}

extension DeadLettersCommand {
    private static func list(
        _ request: ListRequest,
        _ configuration: WorkerConfiguration
    ) throws(CommandFailure) -> ExitCode {
        let inspector = try inspector(configuration)
        defer { inspector.close() }
        let ranges =
            if let from = request.from {
                try inspector.ranges(from: from, to: request.end, partitions: request.partitions)
            } else {
                try inspector.unreadRanges(to: request.end, partitions: request.partitions)
            }
        var census = DeadLetterCensus()
        var lines: [String] = []
        try inspector.forEachDeadLetter(in: ranges) { letter, value in
            guard request.reasons?.contains(letter.reason) ?? true, request.contains(letter.time) else { return true }
            census.count(letter)
            if census.total <= request.limit { lines.append(line(letter, value, request.isRaw)) }
            return true
        }
        StandardStream.output.print(
            "topic \(configuration.deadLetterTopic): \(Counted.text(census.total, "dead letter"))"
                + (request.from == nil ? " not redriven yet" : "")
        )
        if census.total > 0 { StandardStream.output.print(table(census).text) }
        if !lines.isEmpty { StandardStream.output.print("") }
        for line in lines { StandardStream.output.print(line) }
        return .success
    }

    static func table(_ census: DeadLetterCensus) -> Table {
        var table = Table(["reason", "message", "count", "first", "last"])
        let ranked = census.kinds.sorted {
            ($1.value.count, $0.key.reason, $0.key.messageID ?? 0) < (
                $0.value.count, $1.key.reason, $1.key.messageID ?? 0
            )
        }
        for (kind, counts) in ranked {
            table.add([
                kind.reason.isEmpty ? "-" : Escaped.text(kind.reason), kind.messageID.map { String($0) } ?? "-",
                "\(counts.count)",
                Timestamps.text(counts.first), Timestamps.text(counts.last),
            ])
        }
        return table
    }

    private static func line(_ letter: DeadLetter, _ value: Span<UInt8>?, _ isRaw: Bool) -> String {
        var line = "\(letter.partition)/\(letter.offset)  \(Timestamps.text(letter.time))  "
        line += letter.reason.isEmpty ? "-" : Escaped.text(letter.reason)
        line += "  " + (letter.source.map(Escaped.text) ?? "-")
        if letter.redriven > 0 { line += "  redriven \(letter.redriven)" }
        guard let value else { return line + "  null" }
        if isRaw { return line + "  " + String(decoding: value.indices.map { value[$0] }, as: UTF8.self) }
        let beginning = value.extracting(0..<min(value.count, 40))
        return line + "  " + Escaped.text(beginning) + (value.count > 40 ? "... \(value.count) bytes" : "")
    }

    static func inspector(_ configuration: WorkerConfiguration) throws(CommandFailure) -> TopicInspector {
        do throws(ConfigurationFaults) {
            return try TopicInspector(configuration)
        } catch {
            throw CommandFailure(error.description)
        }
    }
}

// MARK: - show

extension DeadLettersCommand {
    private static func show(
        _ place: (partition: Int32, offset: Int64),
        isRaw: Bool,
        _ configuration: WorkerConfiguration
    ) throws(CommandFailure) -> ExitCode {
        let inspector = try inspector(configuration)
        defer { inspector.close() }
        let partitions = try inspector.partitions([place.partition])
        if let extent = try inspector.extents(partitions)[place.partition],
            !(extent.low..<extent.high).contains(place.offset)
        {
            throw CommandFailure("partition \(place.partition) holds the offsets \(extent.low)..<\(extent.high)")
        }
        let catalogue: Catalogue
        do throws(ConfigurationFaults) {
            catalogue = try StandardCatalogue.compiled()
        } catch {
            throw CommandFailure(error.description)
        }
        var explainer = Explainer(catalogue: catalogue, settings: configuration.events)
        let style = Style(isColored: StandardStream.output.isTerminal)
        let isThere = try inspector.withDeadLetter(place.partition, place.offset, namespace: configuration.namespace) {
            letter,
            value,
            envelope,
            headers in
            StandardStream.output.print("\(letter.partition)/\(letter.offset)  \(Timestamps.text(letter.time))")
            StandardStream.output.print(style.heading("headers"))
            let width = headers.map(\.name.count).max() ?? 0
            for (name, value) in headers {
                let name = Escaped.text(name) + String(repeating: " ", count: width - name.count)
                StandardStream.output.print("  \(name)  \(style.value(value.map(Escaped.text) ?? "null"))")
            }
            StandardStream.output.print(style.heading("value"))
            guard let value else { return StandardStream.output.print("  null") }
            if isRaw {
                StandardStream.output.write(value)
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
