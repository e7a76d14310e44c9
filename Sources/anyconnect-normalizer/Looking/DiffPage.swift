// What `diff` prints: a page for people, or one JSON object a line for programs. Text only.

internal import Normalization
internal import Operations
internal import Worker

struct DiffPage {
    let isJSON: Bool
    /// Whether the events before are those of the output topic.
    let isAgainstOutput: Bool
    /// What was compared of the range.
    let share: Share
    let style: Style

    /// Prints a report.
    ///
    /// - Returns: The answer: whether nothing differs.
    func write(_ report: ComparisonReport, _ catalogue: Catalogue) -> ExitCode {
        if isJSON { writeJSON(report) } else { writeText(report, catalogue) }
        return report.differing == 0 ? .success : .failure
    }

    private func sorted(_ report: ComparisonReport) -> [(key: Difference, value: ComparisonReport.Finding)] {
        report.findings.sorted { left, right in
            let counts = (right.value.count, left.value.count)
            guard counts.0 == counts.1 else { return counts.0 < counts.1 }
            return (left.key.token, left.key.kind.rawValue) < (right.key.token, right.key.kind.rawValue)
        }
    }

    private func word(_ kind: Difference.Kind) -> String {
        switch kind {
        case .added, .removed, .changed: kind.rawValue
        case .eventAdded: isAgainstOutput ? "missing in output" : "now an event"
        case .eventRemoved: isAgainstOutput ? "only in output" : "now a dead letter"
        case .eventDropped: "now dropped"
        }
    }

    // MARK: - For people

    private func writeText(_ report: ComparisonReport, _ catalogue: Catalogue) {
        var names: [Int32: String] = [:]
        for message in catalogue.declarations { names[message.id] = message.name }
        let findings = sorted(report)
        let widths = (
            token: findings.map { Escaped.text($0.key.token).count }.max() ?? 0,
            kind: findings.map { word($0.key.kind).count }.max() ?? 0,
            count: findings.map { "\($0.value.count)".count }.max() ?? 0
        )
        let ranked = report.messages.filter { $0.value.differing > 0 }
            .sorted { ($1.value.differing, $0.key) < ($0.value.differing, $1.key) }
        for (id, message) in ranked {
            let name = names[id].map { " \($0)" } ?? ""
            StandardStream.output.print(
                style.heading("\(id)\(name): \(message.differing) of \(Counted.text(message.events, "event"))")
            )
            for (difference, finding) in findings where difference.messageID == id {
                let name = difference.token.isEmpty ? "event" : Escaped.text(difference.token)
                let token = style.value(name.padded(to: max(5, widths.token)))
                let kind = word(difference.kind).padded(to: widths.kind)
                let count = "\(finding.count)".setRight(in: widths.count)
                StandardStream.output.print("  \(token)  \(kind)  \(count)")
                for sample in finding.samples {
                    let values = values(sample, difference.token.isEmpty)
                    let gap = values.isEmpty ? "" : "  "
                    StandardStream.output.print("    \(style.faint(Escaped.text(sample.event)))\(gap)\(values)")
                }
            }
        }
        if !ranked.isEmpty { StandardStream.output.print("") }
        let sum =
            (share == .all ? "" : "a sample of \(share): ")
            + "\(Counted.text(report.records, "record")), \(Counted.text(report.events, "event")), "
            + Counted.text(report.deadLetters, "dead letter")
            + (report.dropped > 0 ? ", \(report.dropped) dropped: " : ": ")
        StandardStream.output.print(
            sum
                + (report.differing == 0
                    ? style.good("nothing differs")
                    : style.bad(report.differing == 1 ? "1 event differs" : "\(report.differing) events differ"))
        )
    }

    private func values(_ sample: DifferenceSample, _ isWhole: Bool) -> String {
        // Of an event on one side only, the words say why.
        if isWhole, sample.old == nil || sample.new == nil { return Escaped.text(sample.old ?? sample.new ?? "") }
        return switch (sample.old, sample.new) {
        case (let old?, let new?): "\(style.bad(JSONText.string(old))) -> \(style.good(JSONText.string(new)))"
        case (let old?, nil): style.bad(JSONText.string(old))
        case (nil, let new?): style.good(JSONText.string(new))
        case (nil, nil): ""
        }
    }

    // MARK: - For programs

    private func writeJSON(_ report: ComparisonReport) {
        let page = Page(isJSON: true)
        for (difference, finding) in sorted(report).sorted(by: { $0.key.messageID < $1.key.messageID }) {
            let samples = finding.samples.map { sample in
                JSONText.object([
                    ("eventId", JSONText.string(sample.event)), ("old", sample.old.map(JSONText.string)),
                    ("new", sample.new.map(JSONText.string)),
                ])
            }
            let kind = String(word(difference.kind).map { $0 == " " ? "-" : $0 })
            page.json([
                ("message", "\(difference.messageID)"), ("token", JSONText.string(difference.token)),
                ("kind", JSONText.string(kind)), ("count", "\(finding.count)"), ("samples", JSONText.array(samples)),
            ])
        }
        page.json([
            ("records", "\(report.records)"), ("events", "\(report.events)"),
            ("deadLetters", "\(report.deadLetters)"), ("dropped", "\(report.dropped)"),
            ("differing", "\(report.differing)"),
            ("sample", share == .all ? nil : JSONText.string("\(share)")),
        ])
    }
}
