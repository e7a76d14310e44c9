// `dead-letters list`: counts by reason and message, and the first ones one by one.

internal import Normalization
internal import Operations
internal import Worker

struct ListRequest {
    var from: RangeBound?
    var to: RangeBound
    var partitions: [Int32]?
    var reasons: Set<String>?
    var limit: Int
    var isRaw: Bool
    var page: Page

    /// Whether a time is in the range, should that be one of times: dead letters keep their record's time, and do not
    /// stand in its order.
    func contains(_ time: Int64?) -> Bool {
        guard let time else { return true }
        if case .time(let first) = from, time < first { return false }
        if case .time(let end) = to, time >= end { return false }
        return true
    }

    var end: RangeBound {
        if case .time = to { return .latest }
        return to
    }

    init(_ values: inout SettingValues) {
        let range = RangeBound.range(from: .from.optional, &values)
        (from, to) = (range.from, range.to ?? .latest)
        partitions = values.partitionNumbers()
        reasons = DeadLettersCommand.reasons(&values)
        limit = values.value(.limit, "a number", { Int($0).flatMap { $0 >= 0 ? $0 : nil } }) ?? 0
        isRaw = values.isOn(.raw)
        page = values.page()
        if values.isOn(.all) {
            if from != nil { values.fail("--all and --from: give one of them") }
            from = .earliest
        }
    }
}

extension DeadLettersCommand {
    static func list(_ request: ListRequest, _ configuration: WorkerConfiguration) throws(CommandFailure) -> ExitCode {
        let inspector = try inspector(configuration)
        defer { inspector.close() }
        let ranges =
            if let from = request.from {
                try inspector.ranges(from: from, to: request.end, partitions: request.partitions)
            } else {
                try inspector.unreadRanges(to: request.end, partitions: request.partitions)
            }
        var census = DeadLetterCensus()
        var lines: [[UInt8]] = []
        try inspector.forEachDeadLetter(in: ranges) { letter, value in
            guard request.reasons?.contains(letter.reason) ?? true, request.contains(letter.time) else { return true }
            census.count(letter)
            if census.total <= request.limit {
                if request.page.isJSON {
                    request.page.json(members(letter, value))
                } else {
                    lines.append(line(letter, value, request.isRaw))
                }
            }
            return true
        }
        request.page.text(
            "topic \(configuration.deadLetterTopic): \(Counted.text(census.total, "dead letter"))"
                + (request.from == nil ? " not redriven yet" : "")
        )
        if census.total > 0 { request.page.text(table(census).text) }
        if !lines.isEmpty { request.page.text("") }
        for line in lines { StandardStream.output.write(foreign: (line + [0x0A]).span) }
        for (kind, counts) in ranked(census) {
            request.page.json([
                ("reason", JSONText.string(kind.reason)), ("message", kind.messageID.map { "\($0)" }),
                ("count", "\(counts.count)"), ("first", JSONText.time(counts.first)),
                ("last", JSONText.time(counts.last)),
            ])
        }
        request.page.json([
            ("topic", JSONText.string(configuration.deadLetterTopic)), ("deadLetters", "\(census.total)"),
        ])
        return .success
    }

    /// The kinds of dead letters, the most frequent first.
    private static func ranked(
        _ census: DeadLetterCensus
    ) -> [(key: DeadLetterCensus.Kind, value: DeadLetterCensus.Counts)] {
        census.kinds.sorted {
            ($1.value.count, $0.key.reason, $0.key.messageID ?? 0) < (
                $0.value.count, $1.key.reason, $1.key.messageID ?? 0
            )
        }
    }

    /// One dead letter for programs.
    static func members(_ letter: DeadLetter, _ value: Span<UInt8>?) -> [(name: String, value: String?)] {
        [
            ("partition", "\(letter.partition)"), ("offset", "\(letter.offset)"),
            ("time", JSONText.time(letter.time)), ("reason", JSONText.string(letter.reason)),
            ("source", letter.source.map(JSONText.string)), ("redriven", "\(letter.redriven)"),
            ("value", JSONText.string(bytes: value)),
        ]
    }

    static func table(_ census: DeadLetterCensus) -> Table {
        var table = Table(["reason", "message", "count", "first", "last"])
        for (kind, counts) in ranked(census) {
            table.add([
                kind.reason.isEmpty ? "-" : Escaped.text(kind.reason), kind.messageID.map { String($0) } ?? "-",
                "\(counts.count)",
                Timestamps.text(counts.first), Timestamps.text(counts.last),
            ])
        }
        return table
    }

    private static func line(_ letter: DeadLetter, _ value: Span<UInt8>?, _ isRaw: Bool) -> [UInt8] {
        var line = "\(letter.partition)/\(letter.offset)  \(Timestamps.text(letter.time))  "
        line += letter.reason.isEmpty ? "-" : Escaped.text(letter.reason)
        line += "  " + (letter.source.map(Escaped.text) ?? "-")
        if letter.redriven > 0 { line += "  redriven \(letter.redriven)" }
        guard let value else { return Array((line + "  null").utf8) }
        if isRaw { return Array((line + "  ").utf8) + value.indices.map { value[$0] } }
        let beginning = value.extracting(0..<min(value.count, 40))
        line += "  " + Escaped.text(beginning) + (value.count > 40 ? "... \(value.count) bytes" : "")
        return Array(line.utf8)
    }
}
