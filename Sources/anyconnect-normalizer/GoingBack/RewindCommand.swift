// `rewind`: moves the committed offsets of a group, after showing what that will do.

internal import Kafka
internal import Operations
internal import Worker

enum RewindCommand {
    static let command = Command(
        name: "rewind",
        summary: "Move the committed offsets of the group, to read records again.",
        details: """
            Shows for each partition where the group stands, where it will go, how many records will be read again,
            and the time of the first of them; then asks, or wants --yes. The group must have no active members: stop
            its workers first, or use replay, which leaves the group alone. Events keep their eventId when they come
            out again.
            """,
        example: "anyconnect-normalizer rewind --bootstrap-servers kafka:9092 --to-datetime -2h --dry-run",
        settings: Setting.ofConnection + [
            .toDateTime, .toOffset, .toEarliest, .toLatest, .shiftBy, .partitions, .dryRun, .yes, .reportFormat,
        ],
        run: run
    )

    private struct Request {
        var target: RewindTarget
        var partitions: [Int32]?
        var confirmation: Confirmation
        var page: Page
    }

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let request = read(&values)
        let configuration = try WorkerConfiguration(asking: values)
        guard let request else { throw ConfigurationFaults(values.faults) }
        let inspector = try TopicInspector(configuration)
        defer { inspector.close() }
        do throws(CommandFailure) {
            return try carryOut(request, configuration, inspector)
        } catch {
            return error.answer(of: "rewind")
        }
    }

    /// What was asked for; nil with a fault noted if it is not one thing.
    private static func read(_ values: inout SettingValues) -> Request? {
        let now = SystemClock.epochMilliseconds
        var targets: [RewindTarget] = []
        let times = "a time such as 2026-11-20T09:00:00Z or -2h"
        if let time = values.value(.toDateTime, times, { RangeBound.time($0, now: now) }) {
            targets.append(.bound(.time(time)))
        }
        if let offset = values.value(.toOffset, "an offset", { Int64($0).flatMap { $0 >= 0 ? $0 : nil } }) {
            targets.append(.bound(.offset(offset)))
        }
        if values.isOn(.toEarliest) { targets.append(.bound(.earliest)) }
        if values.isOn(.toLatest) { targets.append(.bound(.latest)) }
        if let count = values.value(.shiftBy, "a number", { Int64($0) }) { targets.append(.shift(count)) }
        let partitions = values.partitionNumbers()
        let confirmation = Confirmation(&values)
        let page = values.page()
        let given = [Setting.toDateTime, .toOffset, .toEarliest, .toLatest, .shiftBy].filter {
            values.origin($0) != .standard
        }
        if given.count != 1 || (targets.isEmpty && values.faults.isEmpty) {
            values.fail("give exactly one of --to-datetime, --to-offset, --to-earliest, --to-latest, --shift-by")
        }
        guard values.faults.isEmpty else { return nil }
        return Request(target: targets[0], partitions: partitions, confirmation: confirmation, page: page)
    }

    private static func carryOut(
        _ request: Request,
        _ configuration: WorkerConfiguration,
        _ inspector: TopicInspector
    ) throws(CommandFailure) -> ExitCode {
        let partitions = try inspector.partitions(request.partitions)
        let extents = try inspector.extents(partitions)
        guard extents.values.contains(where: { $0.low < $0.high }) else {
            throw CommandFailure("topic '\(configuration.inputTopic)' is empty: there is nothing to go back to")
        }
        try inspector.requireGroup()
        let committed = try inspector.committed(partitions)
        var offsets: [Int32: Int64] = [:]
        if case .bound(let bound) = request.target {
            offsets = try inspector.offsets(of: bound, extents)
            if case .time(let time) = bound { try inspector.requireRecord(since: time, offsets, extents) }
        }
        let plan = try RewindPlan(request.target, offsets: offsets, extents: extents, committed: committed)
        let first = plan.steps.filter { $0.to < $0.high }.map { ($0.partition, $0.to) }
        let times = try inspector.times(of: Dictionary(uniqueKeysWithValues: first))
        let page = request.page
        let notes = notes(plan, request.target, extents, times)
        show(plan, times, notes, configuration, page)
        if plan.changes.isEmpty {
            page.text("nothing to do: the group stands there already")
            return .success
        }
        if let text = try inspector.activity() {
            guard request.confirmation.isDryRun else { throw CommandFailure(text) }
            page.text("note: " + text)
        }
        if request.confirmation.isDryRun { return .success }
        try request.confirmation.require("Move the offsets of '\(configuration.groupID)'?")
        let wanted = Dictionary(uniqueKeysWithValues: plan.changes.map { ($0.partition, $0.to) })
        try inspector.commit(wanted)
        let found = try inspector.committed(Array(wanted.keys))
        for (partition, offset) in wanted.sorted(by: { $0.key < $1.key }) {
            page.text("committed: partition \(partition) at \(found[partition].map(String.init) ?? "none")")
            page.json([("partition", "\(partition)"), ("committed", found[partition].map(String.init))])
            if found[partition] != offset {
                throw CommandFailure(
                    "partition \(partition) was to be at \(offset): another client commits for this group"
                )
            }
        }
        return .success
    }

    private static func show(
        _ plan: RewindPlan,
        _ times: [Int32: Int64],
        _ notes: [String],
        _ configuration: WorkerConfiguration,
        _ page: Page
    ) {
        var table = Table(["partition", "from", "to", "again", "skipped", "removed", "first record"])
        for step in plan.steps {
            let (again, skipped) = (max(0, step.repeated), max(0, -step.repeated))
            table.add([
                "\(step.partition)", step.from.map(String.init) ?? "none", "\(step.to)", "\(again)", "\(skipped)",
                "\(step.removed)", Timestamps.text(times[step.partition]),
            ])
            page.json([
                ("partition", "\(step.partition)"), ("from", step.from.map(String.init)), ("to", "\(step.to)"),
                ("again", "\(again)"), ("skipped", "\(skipped)"), ("removed", "\(step.removed)"),
                ("firstRecord", JSONText.time(times[step.partition])),
            ])
        }
        page.text("group \(configuration.groupID), topic \(configuration.inputTopic)")
        page.text(table.text)
        let again = plan.steps.reduce(0) { $0 + max(0, $1.repeated) }
        let skipped = plan.steps.reduce(0) { $0 + max(0, -$1.repeated) }
        page.text("\(Counted.text(again, "record")) will be read again")
        if skipped > 0 { page.text("\(Counted.text(skipped, "record")) will be skipped: no events come of them") }
        for note in notes { page.text("note: " + note) }
        page.json([
            ("group", JSONText.string(configuration.groupID)), ("topic", JSONText.string(configuration.inputTopic)),
            ("again", "\(again)"), ("skipped", "\(skipped)"), ("notes", JSONText.array(notes.map(JSONText.string))),
        ])
    }

    /// What a person may not have meant.
    private static func notes(
        _ plan: RewindPlan,
        _ target: RewindTarget,
        _ extents: [Int32: Watermarks],
        _ times: [Int32: Int64]
    ) -> [String] {
        func list(_ steps: [RewindStep]) -> String {
            (steps.count == 1 ? "partition " : "partitions ") + steps.map { "\($0.partition)" }.joined(separator: ", ")
        }
        var notes: [String] = []
        if case .bound(.time(let wanted)) = target {
            let first = plan.steps.filter { $0.to == extents[$0.partition]?.low }
            let late = first.filter { step in times[step.partition].map { $0 > wanted } ?? false }
            let isCut = late.contains { $0.to > 0 }
            if isCut {
                notes.append("retention has removed records from before the first ones shown")
            } else if first.count == plan.steps.count, !late.isEmpty {
                notes.append("no record is older than the first ones shown")
            }
        }
        let early = plan.steps.filter { $0.wanted < $0.to }
        if !early.isEmpty { notes.append("\(list(early)) cannot go back so far: to the oldest record there") }
        let late = plan.steps.filter { $0.wanted > $0.to }
        if !late.isEmpty { notes.append("\(list(late)) cannot go on so far: to the end there") }
        return notes
    }
}
