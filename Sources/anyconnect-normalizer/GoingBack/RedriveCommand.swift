// `dead-letters redrive`: a worker whose records are dead letters, on what its group has not read yet.

internal import Normalization
internal import Operations
internal import Worker

enum RedriveCommand {
    struct Request {
        fileprivate var reasons: Set<String>?
        fileprivate var rate: Int?
        fileprivate var confirmation: Confirmation
        fileprivate var page: Page

        init(_ values: inout SettingValues) {
            reasons = DeadLettersCommand.reasons(&values)
            rate = values.rate()
            confirmation = Confirmation(&values)
            page = values.page()
        }
    }

    /// Normalizes dead letters again.
    ///
    /// - Parameters:
    ///   - request: What was asked for.
    ///   - configuration: With the dead-letter topic as the input, and the redrive's group.
    /// - Returns: Success if all of the plan is accounted for.
    /// - Throws: Why it cannot be done.
    static func run(_ request: Request, _ configuration: WorkerConfiguration) throws(CommandFailure) -> ExitCode {
        var configuration = configuration
        configuration.input = .deadLetters(reasons: request.reasons)
        configuration.slowDown(to: request.rate)
        let words = [configuration.inputTopic, configuration.outputTopic] + (request.reasons ?? []).sorted()
        let planner = try CommandFailure.settings { () throws(ConfigurationFaults) in
            try ReplayPlanner(configuration, group: configuration.groupID, words: words)
        }
        let catalogue = try CommandFailure.settings(StandardCatalogue.compiled)
        defer { planner.close() }
        let plan = try planner.planOfRest()
        let tried = try show(plan, request, configuration)
        // A plan that was begun is brought to its end, however little is left of it.
        if plan.isDone || (tried == 0 && plan.origin == .new) {
            request.page.text("nothing to do")
            return .success
        }
        try planner.require(topics: configuration.outputTopics)
        if request.confirmation.isDryRun { return .success }
        try request.confirmation.require("Redrive these dead letters?")
        Signals.watch(milliseconds: configuration.shutdownMilliseconds)
        let begun = plan.origin == .new ? try planner.begin(plan) : plan
        return try RangeRun.run(begun, configuration, catalogue, planner, request.page) { account in
            let empty = account.tombstones > 0 ? " + \(Counted.text(account.tombstones, "null value"))" : ""
            return "\(account.events) redriven + \(account.deadLetters) still dead" + empty
        }
    }

    /// Shows the plan.
    ///
    /// - Returns: How many dead letters are to be tried.
    private static func show(
        _ plan: ReplayPlan,
        _ request: Request,
        _ configuration: WorkerConfiguration
    ) throws(CommandFailure) -> Int {
        let inspector = try DeadLettersCommand.inspector(configuration)
        defer { inspector.close() }
        var rows: [String: (count: Int, tried: Int)] = [:]
        var ranges: [Int32: Range<Int64>] = [:]
        for step in plan.steps where step.next < step.to { ranges[step.partition] = step.next..<step.to }
        try inspector.forEachDeadLetter(in: ranges) { letter, _ in
            let isTried = letter.isUsable && request.reasons?.contains(letter.reason) ?? true
            rows[letter.reason, default: (0, 0)].count += 1
            if isTried { rows[letter.reason, default: (0, 0)].tried += 1 }
            return true
        }
        let total = rows.values.reduce(0) { $0 + $1.count }
        request.page.text(
            "redrive \(configuration.groupID): \(Counted.text(total, "dead letter")) "
                + "of topic \(configuration.deadLetterTopic)"
        )
        if plan.origin == .unfinished {
            request.page.text("going on with it: \(plan.done) of \(plan.count) offsets are done")
        }
        guard total > 0 else { return 0 }
        var table = Table(["reason", "dead letters", "to be tried", "stay as they are"])
        for (reason, row) in rows.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
            let name = reason.isEmpty ? "-" : Escaped.text(reason)
            request.page.json([
                ("reason", JSONText.string(reason)), ("deadLetters", "\(row.count)"), ("tried", "\(row.tried)"),
            ])
            table.add([name, "\(row.count)", "\(row.tried)", "\(row.count - row.tried)"])
        }
        request.page.text(table.text)
        return rows.values.reduce(0) { $0 + $1.tried }
    }
}
