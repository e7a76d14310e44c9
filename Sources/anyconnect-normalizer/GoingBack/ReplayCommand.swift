// `replay`: reads a closed range again, beside the live group, until every offset of it is accounted for.

internal import Normalization
internal import Operations
internal import Worker

enum ReplayCommand {
    static let command = Command(
        name: "replay",
        summary: "Normalize a range of the input topic again, beside the live group.",
        details: """
            Shows the range, asks (or wants --yes), and writes the events of the range to the output topic, exactly
            once, with the eventIds they had. The live group is left alone. Progress is kept on the cluster: the same
            command goes on where one that was killed ended, and several processes with the same command share the
            partitions. Ends with 0 when every offset of the range is accounted for, with 1 if retention has removed
            some of them before they were read. What it would change, diff with the same range says before.
            """,
        example:
            "anyconnect-normalizer replay --bootstrap-servers kafka:9092 --from 2026-11-20T09:00:00Z "
            + "--to 2026-11-20T11:30:00Z --output-topic qualys.replayed",
        settings: Setting.ofWorker.filter { !Setting.ofGroup.contains($0.name) } + [
            .timeout, .from, .to, .partitions, .rate, .replayID, .restart, .dryRun, .yes, .reportFormat,
        ],
        run: run
    )

    private struct Request {
        var from: RangeBound
        var to: RangeBound
        var rate: Int?
        var partitions: [Int32]?
        var restarts: Bool
        var confirmation: Confirmation
        var page: Page

        /// Reads what was asked for; what is wrong is noted as faults, and nil is returned for want of a range.
        init?(_ values: inout SettingValues) {
            let range = RangeBound.range(&values)
            rate = values.rate()
            partitions = values.partitionNumbers()
            restarts = values.isOn(.restart)
            confirmation = Confirmation(&values)
            page = values.page()
            guard let from = range.from, let to = range.to else { return nil }
            (self.from, self.to) = (from, to)
        }
    }

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let request = Request(&values)
        var configuration = try WorkerConfiguration(asking: values)
        guard let request else { throw ConfigurationFaults(values.faults) }
        configuration.slowDown(to: request.rate)
        let words = words(values, configuration)
        // Without a name, the same command is the same replay.
        let name = values.text(.replayID) ?? String(ReplayPlan.hash(of: words), radix: 16)
        let group = ReplayPlan.group(of: configuration.groupID, named: name)
        configuration.workBeside(as: group)
        // An address from the environment is the live worker's.
        if values.origin(.httpAddress) != .flag { configuration.httpAddress = nil }
        let planner = try ReplayPlanner(configuration, group: group, words: words)
        defer { planner.close() }
        let catalogue = try StandardCatalogue.compiled()
        do throws(CommandFailure) {
            let plan: ReplayPlan
            switch try prepare(request, planner, configuration) {
            case .toCarryOut(let agreed): plan = agreed
            case .toEnd(let code): return code
            }
            // On a terminal the progress line tells it.
            if values.origin(.logLevel) == .standard, StandardStream.error.isTerminal {
                configuration.logLevel = .warning
            }
            return try RangeRun.run(plan, configuration, catalogue, planner, request.page, sum)
        } catch {
            return error.answer(of: "replay")
        }
    }

    /// What became of the records, in words.
    private static func sum(_ account: RangeAccount) -> String {
        "\(Counted.text(account.events, "event")) + \(Counted.text(account.deadLetters, "dead letter")) + "
            + "\(Counted.text(account.tombstones, "null value"))"
    }

    /// What tells one replay from another: the topics, and the range as the user has named it.
    private static func words(_ values: SettingValues, _ configuration: WorkerConfiguration) -> [String] {
        [
            configuration.inputTopic, configuration.outputTopic, configuration.deadLetterTopic,
            values.text(.from) ?? "", values.text(.to) ?? "", values.text(.partitions) ?? "",
        ]
    }

    private enum Preparation {
        case toCarryOut(ReplayPlan)
        case toEnd(ExitCode)
    }

    private static func prepare(
        _ request: Request,
        _ planner: ReplayPlanner,
        _ configuration: WorkerConfiguration
    ) throws(CommandFailure) -> Preparation {
        let plan = try planner.plan(
            from: request.from,
            to: request.to,
            partitions: request.partitions,
            restarts: request.restarts
        )
        show(plan, try planner.times(plan), configuration, request.page)
        switch plan.origin {
        case .finished:
            let now = try? planner.newPlan(from: request.from, to: request.to, partitions: request.partitions)
            guard now.map(plan.covers) ?? true else {
                throw CommandFailure(
                    "the range shown is done, but the same words stand for another one by now: --restart replays that"
                )
            }
            RangeRun.print(plan, sum, request.page)
            request.page.text("done already; --restart makes a new plan, --replay-id gives another a name of its own")
            return .toEnd(RangeRun.answer(plan))
        case .unfinished: request.page.text("going on with it: \(plan.done) of \(plan.count) offsets are done")
        case .new:
            if try planner.isCut(plan, from: request.from) {
                request.page.text("note: retention has removed records from the beginning of this range")
            }
            if case .offset(let end) = request.to, plan.steps.contains(where: { $0.to < end }) {
                request.page.text("note: there are no records yet up to offset \(end) everywhere: to the end there")
            }
        }
        try planner.require(topics: configuration.outputTopics)
        if request.confirmation.isDryRun { return .toEnd(.success) }
        try request.confirmation.require("Replay this range?")
        // Up to here nothing is written, and a signal may end the process at once.
        Signals.watch(milliseconds: configuration.shutdownMilliseconds)
        guard plan.origin == .new else { return .toCarryOut(plan) }
        let begun = try planner.begin(plan)
        if begun.number != plan.number {
            request.page.text("another process has begun it meanwhile: going on with that")
            show(begun, [:], configuration, request.page)
        }
        return .toCarryOut(begun)
    }

    private static func show(
        _ plan: ReplayPlan,
        _ times: [Int32: Int64],
        _ configuration: WorkerConfiguration,
        _ page: Page
    ) {
        var table = Table(["partition", "from", "to", "offsets", "done", "first record"])
        for step in plan.steps {
            table.add([
                "\(step.partition)", "\(step.from)", "\(step.to)", "\(step.count)", "\(step.done)",
                Timestamps.text(times[step.partition]),
            ])
            page.json([
                ("partition", "\(step.partition)"), ("from", "\(step.from)"), ("to", "\(step.to)"),
                ("offsets", "\(step.count)"), ("done", "\(step.done)"),
                ("firstRecord", JSONText.time(times[step.partition])),
            ])
        }
        page.text(
            "replay \(plan.group): topic \(configuration.inputTopic) to \(configuration.outputTopic), "
                + "dead letters to \(configuration.deadLetterTopic)"
        )
        page.text(table.text)
        page.text("\(Counted.text(plan.count, "offset")) in all")
    }
}
