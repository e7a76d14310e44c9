// What `normalize --report` prints: a table for people, with samples behind it, or one JSON object a line. Text only.

internal import Normalization
internal import Operations
internal import Worker

struct ConformancePage {
    private typealias Finding = ConformanceReport.Finding

    private let report: ConformanceReport
    private let deadLetters: [DeadLetterReason: Int]
    private let savings: SavingsReport?
    private let files: InputFiles
    private let style: Style
    /// Event names by number.
    private let names: [Int32: String]

    init(
        _ report: ConformanceReport,
        _ deadLetters: [DeadLetterReason: Int],
        _ savings: SavingsReport?,
        _ catalogue: Catalogue,
        _ files: InputFiles,
        _ style: Style
    ) {
        self.report = report
        self.deadLetters = deadLetters
        self.savings = savings
        self.files = files
        self.style = style
        names = Dictionary(uniqueKeysWithValues: catalogue.declarations.map { ($0.id, $0.name) })
    }

    func print(_ page: Page) {
        if page.isJSON { printJSON(page) } else { printText(page) }
    }

    /// Devices with clocks that cannot be right, the most lines first.
    private var clocks: [(name: String, counts: DeviceClocks.Counts)] {
        report.clocks.devices.sorted {
            ($1.counts.off + $1.counts.leftOut, $0.name) < ($0.counts.off + $0.counts.leftOut, $1.name)
        }
    }

    private var deadTotal: Int { deadLetters.values.reduce(0, +) }
    private var dropped: Int { savings?.total.dropped.events ?? 0 }

    /// The reasons that occurred, in their order.
    private var reasons: [(reason: DeadLetterReason, count: Int)] {
        DeadLetterReason.allCases.compactMap { reason in deadLetters[reason].map { (reason, $0) } }
    }

    // MARK: - For people

    private func printText(_ page: Page) {
        let sum = report.sum
        let events = sum.total + sum.unknown
        let ruled = savings == nil ? "" : ", dropped \(dropped)"
        page.text(
            style.heading("lines \(events + deadTotal + dropped), events \(events), dead letters \(deadTotal)" + ruled)
        )
        page.text(row("layout fits", sum.layout, of: events))
        page.text(row("labels only, no layout fits", sum.labels, of: events))
        page.text(row("name only, no layout declared", sum.other, of: events))
        page.text(row("unknown message", sum.unknown, of: events))
        for (reason, count) in reasons { page.text(style.bad(row("dead letter: \(reason.rawValue)", count))) }
        page.text("\n" + style.heading("message   events  layout  labels  name"))
        for (id, counts) in report.numbers(\.total) {
            let numbers = [counts.total, counts.layout, counts.labels].map { "\($0)".setRight(in: 7) }.joined(
                separator: " "
            )
            let line = "\("\(id)".setRight(in: 7))  \(numbers)  \(names[id] ?? "")"
            page.text(counts.labels > 0 ? style.bad(line) : line)
        }
        let unknown = report.numbers(\.unknown)
        if !unknown.isEmpty {
            page.text("\n" + style.heading("unknown   events"))
            for (id, counts) in unknown {
                page.text("\("\(id)".setRight(in: 7))  \("\(counts.unknown)".setRight(in: 7))")
            }
        }
        if let savings { SavingsPage(report: savings, names: names, style: style).printText(page) }
        printClocks(page)
        printSamples("no layout fits", report.numbers(\.labels).map { ("\($0.id)", .labels($0.id)) }, page)
        printSamples("unknown messages", unknown.map { ("\($0.id)", .unknown($0.id)) }, page)
        printSamples("dead letters", reasons.map { ($0.reason.rawValue, .deadLetter($0.reason)) }, page)
    }

    private func printClocks(_ page: Page) {
        guard !clocks.isEmpty else { return }
        var table = Table(["device", "off", "fits", "left out"])
        for (name, counts) in clocks {
            let fitting = counts.fitting.map { SettingParsers.text(utcOffset: $0) } ?? ""
            table.add([name.isEmpty ? "(others)" : Escaped.text(name), "\(counts.off)", fitting, "\(counts.leftOut)"])
        }
        page.text("\n" + style.heading("clocks an hour or more off, or in the hour that summer time leaves out"))
        page.text(style.bad(table.text))
    }

    private func printSamples(_ title: String, _ findings: [(name: String, finding: Finding)], _ page: Page) {
        let found = findings.filter { report.samples[$0.finding] != nil }
        guard !found.isEmpty else { return }
        page.text("\n" + style.heading("samples: \(title)"))
        for (name, finding) in found {
            for sample in report.samples[finding] ?? [] {
                let cut = sample.bytes.count < sample.length ? "... \(sample.length) bytes" : ""
                let text = Escaped.text(sample.bytes.span) + cut
                page.text("  \(name)  \(style.faint(files.text(of: sample.place)))  \(style.value(text))")
            }
        }
    }

    private func row(_ name: String, _ count: Int, of total: Int? = nil) -> String {
        var text = "\("\(count)".setRight(in: 9))  \(name)"
        if let total, total > 0 {
            let tenths = count * 1000 / total
            text += "  (\(tenths / 10).\(tenths % 10) %)"
        }
        return text
    }

    // MARK: - For programs

    private func printJSON(_ page: Page) {
        for (id, counts) in report.numbers({ $0.total + $0.unknown }) {
            let isUnknown = counts.unknown > 0
            page.json([
                ("message", "\(id)"), ("name", names[id].map(JSONText.string)),
                ("events", "\(counts.total + counts.unknown)"), ("layout", isUnknown ? nil : "\(counts.layout)"),
                ("labels", isUnknown ? nil : "\(counts.labels)"), ("nameOnly", isUnknown ? nil : "\(counts.other)"),
                ("isUnknown", "\(isUnknown)"), ("samples", samples(isUnknown ? .unknown(id) : .labels(id))),
            ])
        }
        for (reason, count) in reasons {
            page.json([
                ("reason", JSONText.string(reason.rawValue)), ("count", "\(count)"),
                ("samples", samples(.deadLetter(reason))),
            ])
        }
        if let savings { SavingsPage(report: savings, names: names, style: style).printJSON(page) }
        for (name, counts) in clocks {
            page.json([
                ("clockOf", JSONText.string(name)), ("off", "\(counts.off)"),
                ("fits", counts.fitting.map { JSONText.string(SettingParsers.text(utcOffset: $0)) }),
                ("leftOut", "\(counts.leftOut)"),
            ])
        }
        let sum = report.sum
        let members: [(name: String, value: String?)] = [
            ("lines", "\(sum.total + sum.unknown + deadTotal + dropped)"), ("events", "\(sum.total + sum.unknown)"),
            ("deadLetters", "\(deadTotal)"), ("layout", "\(sum.layout)"), ("labels", "\(sum.labels)"),
            ("nameOnly", "\(sum.other)"), ("unknown", "\(sum.unknown)"),
        ]
        page.json(members + (savings.map { SavingsPage.members($0.total) } ?? []))
    }

    /// The samples of a finding as an array; nil if it has none.
    private func samples(_ finding: Finding) -> String? {
        report.samples[finding].map { samples in
            JSONText.array(
                samples.map { sample in
                    JSONText.object([
                        ("file", files.name(of: sample.place).map(JSONText.string)), ("line", "\(sample.place.line)"),
                        ("raw", JSONText.string(bytes: sample.bytes.span)), ("bytes", "\(sample.length)"),
                    ])
                }
            )
        }
    }
}
