// What `status` prints. Text only.

internal import Operations
internal import Worker

struct StatusPage {
    let page: Page

    /// Begins a new screen where a person looks.
    func clear() {
        guard !page.isJSON, StandardStream.output.isTerminal else { return }
        StandardStream.output.write("\u{1B}[H\u{1B}[J".utf8.span)
    }

    func print(_ status: GroupStatus) {
        if page.isJSON { printJSON(status) } else { printText(status) }
        StandardStream.output.flush()
    }

    private func printText(_ status: GroupStatus) {
        let members = status.members.map { Counted.text($0.count, "member") } ?? "members are not told by these brokers"
        page.text("group \(status.group): \(status.state ?? "state unknown"), \(members); topic \(status.topic)")
        var table = Table(["partition", "committed", "end", "lag", "oldest unread", "age", "member"])
        for partition in status.partitions {
            let age = partition.oldestUnread.map { Durations.text(seconds: Double(status.time - $0) / 1000) }
            table.add([
                "\(partition.number)", partition.committed.map(String.init) ?? "none", "\(partition.end)",
                "\(partition.lag)", Timestamps.text(partition.oldestUnread), age ?? "-",
                partition.member.map(Escaped.text) ?? "-",
            ])
        }
        page.text(table.text)
        var sum = "\(Counted.text(status.lag, "record")) to go"
        if let oldest = status.oldestUnread {
            sum += ", the oldest \(Durations.text(seconds: Double(status.time - oldest) / 1000)) old"
        }
        if let rates = status.rates {
            sum += ", \(Int(rates.committed.rounded()))/s done, \(Int(rates.written.rounded()))/s coming"
        }
        switch status.rest {
        case .drained: sum += ": drained"
        case .seconds(let seconds): sum += ": \(Durations.text(seconds: seconds)) left at this rate"
        case .never: sum += ": never done at this rate"
        case nil: break
        }
        if status.members?.isEmpty == true { sum += "; no worker runs" }
        page.text(sum)
    }

    private func printJSON(_ status: GroupStatus) {
        let partitions = status.partitions.map { partition in
            JSONText.object([
                ("partition", "\(partition.number)"), ("committed", partition.committed.map(String.init)),
                ("end", "\(partition.end)"), ("lag", "\(partition.lag)"),
                ("oldestUnread", JSONText.time(partition.oldestUnread)),
                ("member", partition.member.map(JSONText.string)),
            ])
        }
        let left: Double? =
            switch status.rest {
            case .drained: 0
            case .seconds(let seconds): seconds
            case .never, nil: nil
            }
        page.json([
            ("group", JSONText.string(status.group)), ("topic", JSONText.string(status.topic)),
            ("time", JSONText.time(status.time)), ("state", status.state.map(JSONText.string)),
            ("members", status.members.map { JSONText.array($0.map(JSONText.string)) }),
            ("partitions", JSONText.array(partitions)), ("lag", "\(status.lag)"),
            ("oldestUnread", JSONText.time(status.oldestUnread)),
            ("committedPerSecond", status.rates.map { "\(Int($0.committed.rounded()))" }),
            ("writtenPerSecond", status.rates.map { "\(Int($0.written.rounded()))" }),
            ("secondsLeft", left.map { "\(Int(min($0, 1e12).rounded(.up)))" }),
        ])
    }
}
