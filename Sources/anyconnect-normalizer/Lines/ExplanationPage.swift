// The page that `explain` and `locate` print of one line. Text only.

internal import Normalization
internal import Worker

struct ExplanationPage {
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
        section("header", explanation.headerParts)
        printReading()
        printZone()
        printMessage()
        section("text", explanation.captures)
        printAttempts()
        printRule()
        StandardStream.output.print(style.heading("event") + "\n  \(Escaped.controls(in: explanation.json))\n")
    }

    private func section(_ title: String, _ parts: [Explanation.Part]) {
        guard !parts.isEmpty else { return }
        StandardStream.output.print(style.heading(title))
        let width = parts.map(\.name.count).max() ?? 0
        for part in parts {
            let name = part.name.padded(to: width)
            let tokens = part.tokens.map(\.rawValue).joined(separator: " ")
            StandardStream.output.print(
                "  \(name)  \(place(part.range))  \(style.value(quoted(part.range)))  \(style.faint(tokens))"
            )
        }
    }

    /// Which of the readers of headers took the line.
    private func printReading() {
        let form =
            switch explanation.header {
            case .common: "common form"
            case .general: "general"
            }
        let records = explanation.records
        let origin = records == 0 ? "" : records == 1 ? ", inside a JSON record" : ", inside \(records) JSON records"
        StandardStream.output.print("  reader: \(form)\(origin)")
    }

    private func printZone() {
        guard let zone = explanation.zone else { return }
        let origin =
            switch zone.origin {
            case .line: "stated in the line"
            case .host: "set for this host"
            case .everyHost: "for all that state none"
            }
        let name = zone.zone.map { "\($0), " } ?? ""
        let reading =
            switch zone.occurrence {
            case .once: ""
            case .twice: ", shown twice that night"
            case .never: ", left out that night: read with the offset before the gap"
            }
        StandardStream.output.print(
            "  UTC offset \(SettingParsers.text(utcOffset: zone.seconds))  \(style.faint(name + origin + reading))"
        )
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

    /// Which rule decides, and what it does.
    private func printRule() {
        guard let rule = explanation.rule else { return }
        let fate = explanation.isDropped ? style.bad("not delivered") : style.good("delivered")
        StandardStream.output.print(style.heading("rule") + "\n  \(rule)  \(fate)  \(style.faint(rule.place))")
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
        return "\"\(Escaped.text(bytes.span.extracting(range.lowerBound..<range.upperBound)))\""
    }
}
