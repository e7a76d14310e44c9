// `locate`: from an event back to its raw record.

internal import Normalization
internal import Operations
internal import Worker

enum LocateCommand {
    static let command = Command(
        name: "locate",
        summary: "Tell where the raw record of an event stands, and show it.",
        details: """
            An eventId holds topic or --namespace (as a hash), partition and offset. With --fetch the record is read
            from Kafka, and shown as it is, with the explanation of its event. In ids of normalize the partition is
            the place of the file among the files, and the offset that of the line in it, both counted from 0.
            """,
        example:
            "anyconnect-normalizer locate 35aebc79-a74f-8000-8000-000000000001 --bootstrap-servers kafka:9092 --fetch",
        settings: [
            .id, .config, .bootstrapServers.optional, .inputTopic, .kafka, .timeout, .fetch, .reportFormat, .color,
        ]
            + Setting.ofEvents,
        positionals: [.id],
        run: run
    )

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let id = values.value(.id, "a UUID", { UUID($0) })
        let isFetching = values.isOn(.fetch)
        let namespace = values.text(.namespace)
        // An id made with a namespace says nothing of a topic: only one that was given is named.
        let isTopicKnown = namespace == nil || isFetching || values.origin(.inputTopic) != .standard
        let topic = isTopicKnown ? values.text(.inputTopic) : nil
        let name = namespace ?? topic ?? ""
        let page = values.page()
        let style = values.style(on: .output)
        let isOfLines = namespace == NormalizeCommand.namespace
        if isFetching, isOfLines {
            values.fail(
                "--fetch: ids of the namespace '\(NormalizeCommand.namespace)' are of lines that normalize has read, "
                    + "not of records in a topic; without --fetch, locate tells which line it is"
            )
        }
        let configuration = isFetching ? try WorkerConfiguration(asking: values) : nil
        guard values.faults.isEmpty, let id else { throw ConfigurationFaults(values.faults) }
        guard let place = RecordPosition(eventID: id) else {
            StandardStream.error.print("locate: not an eventId of this program: it is not a UUID of version 8")
            return .failure
        }
        guard place.namespace == RecordPosition.namespace(of: name) else {
            StandardStream.error.print(
                "locate: not from '\(name)': give the --input-topic, or --namespace, that it is from"
            )
            return .failure
        }
        let names = [("topic", topic), ("namespace", namespace)].compactMap { word, name in
            name.map { "\(word) \($0)  " }
        }
        let line = isOfLines ? "  (line \(place.offset + 1) of file \(place.partition + 1) that normalize read)" : ""
        page.text(names.joined() + "partition \(place.partition)  offset \(place.offset)" + line)
        let members: [(name: String, value: String?)] = [
            ("topic", topic.map(JSONText.string)), ("namespace", namespace.map(JSONText.string)),
            ("partition", "\(place.partition)"), ("offset", "\(place.offset)"),
        ]
        guard let configuration else {
            page.json(members)
            return .success
        }
        return try fetch(place, configuration, page, style, members)
    }

    private static func fetch(
        _ place: RecordPosition,
        _ configuration: WorkerConfiguration,
        _ page: Page,
        _ style: Style,
        _ members: [(name: String, value: String?)]
    ) throws(ConfigurationFaults) -> ExitCode {
        let inspector = try TopicInspector(configuration)
        defer { inspector.close() }
        var explainer = Explainer(catalogue: try StandardCatalogue.compiled(), settings: configuration.events)
        do throws(CommandFailure) {
            try inspector.require(place.offset, in: place.partition)
            let isThere = try inspector.withRecord(place.partition, place.offset) { value, envelope in
                page.text("received \(Timestamps.text(envelope.receivedAt))")
                var event: String?
                var explanation: Explanation?
                if let value {
                    let found = explainer.explain(value, envelope)
                    explanation = found
                    if case .event = found.outcome { event = Escaped.controls(in: found.json) }
                }
                page.json(
                    members + [
                        ("received", JSONText.time(envelope.receivedAt)), ("value", JSONText.string(bytes: value)),
                        ("event", event),
                    ]
                )
                guard let value, let explanation else { return page.text("a null value: no event") }
                page.text(style.heading("record") + "\n  " + Escaped.text(value))
                if !page.isJSON { ExplanationPage(value, explanation, style).print() }
            }
            guard isThere else { throw CommandFailure("there is no record at this offset") }
            return .success
        } catch {
            return error.answer(of: "locate")
        }
    }
}
