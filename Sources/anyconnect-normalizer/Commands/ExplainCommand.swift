// `explain`: how a line becomes its event, for people who trust a mapping only when they see it, or who
// want to report one.

internal import Glibc
internal import Normalization
internal import NormalizerWorker

enum ExplainCommand {
    static let command = Command(
        name: "explain",
        summary: "Show how a line becomes its event.",
        details: """
            Shows the parts of the header, the layout that stood in the line, the bytes that each token came from, where the other
            layouts stopped and what they expected there, and the event. Bytes are counted from 0, ends are not included.
            """,
        example:
            "anyconnect-normalizer explain --line '%ASA-6-113008: AAA transaction status ACCEPT : user = john.doe'",
        settings: [.config, .line] + Setting.ofEvents,
        run: run
    )

    private static func run(_ values: SettingValues) throws(ConfigurationFaults) -> ExitCode {
        var values = values
        let settings = NormalizerSettings(&values)
        let namespace = RecordPosition.namespace(of: values.text(.namespace) ?? "stdin")
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        var explainer = Explainer(catalogue: try StandardCatalogue.compiled(), settings: settings)
        var envelope = Envelope(
            position: RecordPosition(namespace: namespace, partition: 0, offset: 0),
            receivedAt: SystemClock.epochMilliseconds
        )
        let style = Style(isColored: StandardStream.output.isTerminal)
        var hasDeadLetter = false
        func show(_ line: Span<UInt8>) -> Bool {
            let explanation = explainer.explain(line, envelope)
            if case .deadLetter = explanation.outcome { hasDeadLetter = true }
            ExplanationPage(line, explanation, style).print()
            envelope.position.offset += 1
            return !StandardStream.output.isClosed
        }
        if let line = values.text(.line) {
            let bytes = Array(line.utf8)
            _ = show(bytes.span)
        } else {
            _ = LineReader.forEachLine(of: STDIN_FILENO, show)
        }
        return hasDeadLetter ? .failure : .success
    }
}
