// What `normalize --report` ends with: how well a day of own logs is covered. Counts only, printed as a
// table; colored on a terminal, plain in a pipe.

internal import Normalization

/// Counts by message and by reason.
struct ConformanceReport {
    private struct Counts {
        var layout = 0
        var labels = 0
        var other = 0
        var unknown = 0
        var total: Int { layout + labels + other }
    }

    /// Page of each thousand of numbers; -1 if none of it was seen.
    private var pages = [Int](repeating: -1, count: Int(Catalogue.greatestID) / 1000 + 1)
    /// A thousand numbers for each page.
    private var counts: [Counts] = []

    /// Counts one event; two array accesses, since it is done for every line.
    mutating func count(_ event: EventSummary) {
        let thousand = Int(event.id / 1000)
        if pages[thousand] < 0 {
            pages[thousand] = counts.count
            counts += repeatElement(Counts(), count: 1000)
        }
        let place = pages[thousand] + Int(event.id % 1000)
        switch event.fit {
        case .layout: counts[place].layout += 1
        case .labels: counts[place].labels += 1
        case .noLayout: counts[place].other += 1
        case .unknown: counts[place].unknown += 1
        }
    }

    /// The numbers for which `value` is not 0.
    private func numbers(_ value: (Counts) -> Int) -> [(key: Int32, value: Counts)] {
        pages.indices.filter { pages[$0] >= 0 }.flatMap { thousand in
            (0..<1000).map { (Int32(thousand * 1000 + $0), counts[pages[thousand] + $0]) }
        }
        .filter { value($0.1) > 0 }
    }

    /// The report.
    ///
    /// - Parameters:
    ///   - names: Event names by number.
    ///   - deadLetters: Counts by reason.
    ///   - style: Colors or none.
    /// - Returns: Lines of text.
    func text(names: [Int32: String], deadLetters: [DeadLetterReason: Int], style: Style) -> String {
        let messages = numbers(\.total)
        let unknown = numbers(\.unknown)
        let all = counts.reduce(into: Counts()) { sum, counts in
            sum.layout += counts.layout
            sum.labels += counts.labels
            sum.other += counts.other
            sum.unknown += counts.unknown
        }
        let deadTotal = deadLetters.values.reduce(0, +)
        let events = all.total + all.unknown
        var lines = [
            style.heading("lines \(events + deadTotal), events \(events), dead letters \(deadTotal)"),
            row("layout fits", all.layout, of: events), row("labels only, no layout fits", all.labels, of: events),
            row("name only, no layout declared", all.other, of: events),
            row("unknown message", all.unknown, of: events),
        ]
        for reason in DeadLetterReason.allCases {
            if let count = deadLetters[reason] {
                lines.append(style.bad(row("dead letter: \(reason.rawValue)", count)))
            }
        }
        lines += ["", style.heading("message   events  layout  labels  name")]
        let ranked = messages.sorted { ($1.value.total, $0.key) < ($0.value.total, $1.key) }
        for (id, counts) in ranked {
            let line =
                "\(padded(Int(id), 7))  \(padded(counts.total, 7)) \(padded(counts.layout, 7)) \(padded(counts.labels, 7))  "
                + (names[id] ?? "")
            lines.append(counts.labels > 0 ? style.bad(line) : line)
        }
        if !unknown.isEmpty {
            lines += ["", style.heading("unknown   events")]
            lines += unknown.sorted { ($1.value.unknown, $0.key) < ($0.value.unknown, $1.key) }
                .map { "\(padded(Int($0.key), 7))  \(padded($0.value.unknown, 7))" }
        }
        return lines.joined(separator: "\n")
    }

    private func row(_ name: String, _ count: Int, of total: Int? = nil) -> String {
        var text = "\(padded(count, 9))  \(name)"
        if let total, total > 0 {
            let tenths = count * 1000 / total
            text += "  (\(tenths / 10).\(tenths % 10) %)"
        }
        return text
    }

    private func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: " ", count: max(0, width - digits.count)) + digits
    }
}
