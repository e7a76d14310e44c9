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

/// The printed form of one explanation.
private struct ExplanationPage {
    private let explanation: Explanation
    private let style: Style
    private let bytes: [UInt8]

    init(_ line: Span<UInt8>, _ explanation: Explanation, _ style: Style) {
        self.explanation = explanation
        self.style = style
        bytes = line.indices.map { line[$0] }
    }

    func print() {
        if case .deadLetter(let reason) = explanation.outcome {
            StandardStream.output.print(style.bad("dead letter: \(reason.rawValue)") + "\n")
            return
        }
        section("header", explanation.header)
        printMessage()
        section("text", explanation.captures)
        printAttempts()
        StandardStream.output.print(style.heading("event") + "\n  \(explanation.json)\n")
    }

    private func section(_ title: String, _ parts: [Explanation.Part]) {
        guard !parts.isEmpty else { return }
        StandardStream.output.print(style.heading(title))
        let width = parts.map(\.name.count).max() ?? 0
        for part in parts {
            let name = part.name + String(repeating: " ", count: width - part.name.count)
            let tokens = part.tokens.map(\.rawValue).joined(separator: " ")
            StandardStream.output.print(
                "  \(name)  \(place(part.range))  \(style.value(quoted(part.range)))  \(style.faint(tokens))"
            )
        }
    }

    private func printMessage() {
        guard case .event(let summary) = explanation.outcome else { return }
        guard let message = explanation.message else {
            StandardStream.output.print(
                style.heading("message") + "\n  \(summary.id) is not in the catalogue: labels only"
            )
            return
        }
        StandardStream.output.print(style.heading("message") + "\n  \(message.id) \(message.name)")
        switch summary.fit {
        case .layout(let ordinal):
            StandardStream.output.print(
                "  \(style.good("layout \(ordinal + 1)"))  \(message.formats[ordinal].description)"
            )
        case .labels:
            StandardStream.output.print("  " + style.bad("no layout fits: labels, and what the nearest layout gave"))
        case .noLayout, .unknown: StandardStream.output.print("  no layout is declared: labels only")
        }
    }

    private func printAttempts() {
        let failed = explanation.attempts.filter { !$0.isComplete }
        guard !failed.isEmpty else { return }
        StandardStream.output.print(style.heading("other layouts"))
        for attempt in failed {
            let form = attempt.isFolded ? "folded" : "as printed"
            let end = explanation.text?.upperBound ?? bytes.count
            let found = quoted(ByteRange(attempt.reached, min(end, attempt.reached + 24)))
            StandardStream.output.print("  layout \(attempt.layout) (\(form))  \(style.faint(attempt.text))")
            StandardStream.output.print(
                "    stopped at byte \(attempt.reached): expected \(attempt.expected), found \(found)"
            )
        }
    }

    private func place(_ range: ByteRange) -> String { "\(range.lowerBound)..<\(range.upperBound)" }

    private func quoted(_ range: ByteRange) -> String {
        guard range.lowerBound < range.upperBound, range.upperBound <= bytes.count else { return "nothing" }
        var buffer = OutputBuffer()
        let span = bytes.span
        buffer.append(jsonString: span.extracting(range.lowerBound..<range.upperBound))
        return buffer.text
    }
}
