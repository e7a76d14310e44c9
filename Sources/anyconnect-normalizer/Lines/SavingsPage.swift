// What `normalize --report` prints of rules: a table by rule and one by message, or one JSON object a line. Text only.

internal import Normalization

struct SavingsPage {
    let report: SavingsReport
    /// Event names by number.
    let names: [Int32: String]
    let style: Style

    private var rules: [(number: Int, rule: Rule, fates: SavingsReport.Fates)] {
        zip(report.rules.list, report.byRule).enumerated().map { ($0.offset + 1, $0.element.0, $0.element.1) }
    }

    /// The messages that rules do something to, those with the most bytes first.
    private var messages: [(id: Int32, fates: SavingsReport.Fates)] {
        func bytes(_ fates: SavingsReport.Fates) -> Int { fates.dropped.bytes + fates.elsewhere.bytes }
        return report.byMessage.filter { bytes($0.value) > 0 }.map { ($0.key, $0.value) }
            .sorted { (bytes($1.fates), $0.id) < (bytes($0.fates), $1.id) }
    }

    func printText(_ page: Page) {
        let headings = ["events", "bytes", "dropped", "bytes", "elsewhere", "bytes"]
        var table = Table(["rule"] + headings)
        for (number, rule, fates) in rules { table.add(["\(number) \(rule)"] + cells(fates)) }
        print(table, page)
        var byMessage = Table(["message by rules"] + headings)
        for (id, fates) in messages { byMessage.add(["\(id) \(names[id] ?? "")"] + cells(fates)) }
        if !messages.isEmpty { print(byMessage, page) }
        let total = report.total
        page.text(
            "\nThe rules save \(share(total.dropped.events, of: total.all.events, "events")) and "
                + "\(share(total.dropped.bytes, of: total.all.bytes, "bytes"))."
        )
    }

    private func print(_ table: Table, _ page: Page) {
        let lines = table.text.split(separator: "\n")
        page.text("\n" + style.heading(String(lines[0])))
        for line in lines.dropFirst() { page.text(String(line)) }
    }

    private func cells(_ fates: SavingsReport.Fates) -> [String] {
        [fates.all, fates.dropped, fates.elsewhere].flatMap { ["\($0.events)", "\($0.bytes)"] }
    }

    private func share(_ part: Int, of whole: Int, _ name: String) -> String {
        let tenths = whole > 0 ? part * 1000 / whole : 0
        return "\(part) of \(whole) \(name) (\(tenths / 10).\(tenths % 10) %)"
    }

    /// Prints an object for each rule, and one for each message that rules do something to.
    func printJSON(_ page: Page) {
        for (number, rule, fates) in rules {
            let own: [(name: String, value: String?)] = [
                ("rule", "\(number)"), ("text", JSONText.string(rule.description)),
                ("place", JSONText.string(rule.place)),
            ]
            page.json(own + SavingsPage.members(fates))
        }
        for (id, fates) in messages { page.json([("messageByRules", "\(id)")] + SavingsPage.members(fates)) }
    }

    /// The counts of events as members of an object.
    static func members(_ fates: SavingsReport.Fates) -> [(name: String, value: String?)] {
        [
            ("matches", "\(fates.all.events)"), ("bytes", "\(fates.all.bytes)"),
            ("dropped", "\(fates.dropped.events)"), ("droppedBytes", "\(fates.dropped.bytes)"),
            ("elsewhere", "\(fates.elsewhere.events)"), ("elsewhereBytes", "\(fates.elsewhere.bytes)"),
        ]
    }
}
