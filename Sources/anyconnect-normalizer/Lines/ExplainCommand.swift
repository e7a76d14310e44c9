// `explain`: how a line becomes its event, for people who trust a mapping only when they see it, or who
// want to report one.

internal import Normalization
internal import Worker

enum ExplainCommand {
    static let command = Command(
        name: "explain",
        summary: "Show how a line becomes its event.",
        details: """
            Has the normalizer read each line and shows its steps: the parts of the header and which reader took
            it, the layout that stood in the line, the bytes that each token came from, where the other layouts
            stopped and what they expected there, the rule that decides, if one does, and the event. Bytes are
            counted from 0, ends are not included. Ends with 1 if any line is a dead letter.
            """,
        example:
            "anyconnect-normalizer explain --line '%ASA-6-113008: AAA transaction status ACCEPT : user = john.doe'",
        settings: [.config, .files, .line, .color] + Setting.ofEvents,
        positionals: [.files],
        run: run
    )

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let files = InputFiles(values.texts(.files), command: "explain", &values)
        let settings = NormalizerSettings(&values)
        let namespace = RecordPosition.namespace(of: values.text(.namespace) ?? NormalizeCommand.namespace)
        let style = values.style(on: .output)
        if values.text(.line) != nil, files.areNamed { values.fail("--line and --file: give one of them") }
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        var explainer = Explainer(catalogue: try StandardCatalogue.compiled(), settings: settings)
        var hasDeadLetter = false
        func show(_ line: Span<UInt8>, _ place: InputPlace) {
            let position = RecordPosition(
                namespace: namespace,
                partition: Int32(place.file),
                offset: Int64(place.line - 1)
            )
            var envelope = Envelope(position: position, receivedAt: SystemClock.epochMilliseconds)
            envelope.statesReceivedAt = false
            let explanation = explainer.explain(line, envelope)
            if case .deadLetter = explanation.outcome { hasDeadLetter = true }
            ExplanationPage(line, explanation, style).print()
        }
        if let line = values.text(.line) {
            show(line.utf8.span, InputPlace(file: 0, line: 1))
            return hasDeadLetter ? .failure : .success
        }
        let fault = files.forEachLine(beforeReading: { StandardStream.output.flush() }) { line, place in
            let title = style.heading(files.text(of: place))
            StandardStream.output.print("\(title)\n  \(style.faint(Escaped.text(line)))")
            show(line, place)
            return !StandardStream.output.isClosed
        }
        StandardStream.output.flush()
        if let fault { StandardStream.error.print("explain: \(fault)") }
        return fault != nil || hasDeadLetter ? .failure : .success
    }
}
