// `replay`: reads a closed range once more, beside the live group, until every offset of it is accounted for.

internal import Glibc
internal import Normalization
internal import NormalizerWorker
internal import Synchronization

enum ReplayCommand {
    static let command = Command(
        name: "replay",
        summary: "Normalize a range of the input topic once more, beside the live group.",
        details: """
            Shows the range, asks (or wants --yes), and writes the events of the range to the output topic, exactly once, with the
            eventIds they had. The live group is left alone. Progress is kept on the cluster: the same command goes on
            where a killed one ended, and several processes with the same command share the partitions. Ends with 0 when
            every offset of the range is accounted for.
            """,
        example:
            "anyconnect-normalizer replay --bootstrap-servers kafka:9092 --from 2026-11-20T09:00:00Z --to 2026-11-20T11:30:00Z --output-topic qualys.replayed",
        settings: Setting.ofWorker.filter { $0.name != "auto-offset-reset" } + [
            .from, .to, .partitions, .rate, .replayID, .restart, .dryRun, .yes,
        ],
        run: run
    )

    private struct Request {
        var from: RangeBound
        var to: RangeBound
        var partitions: [Int32]?
        var restarts: Bool
        var isDryRun: Bool
        var isAgreed: Bool
    }

    private static func run(_ values: SettingValues) throws(ConfigurationFaults) -> ExitCode {
        Signals.hold()
        var values = values
        let now = SystemClock.epochMilliseconds
        let from = values.value(.from, "a place", { RangeBound($0, now: now) })
        let to = values.value(.to, "a place", { RangeBound($0, now: now) })
        let rate = values.value(.rate, "a number above 0", { Int($0).flatMap { $0 > 0 ? $0 : nil } })
        let partitions = values.value(.partitions, "a list such as 0,2,5-8", SettingParsers.partitions)
        let restarts = values.isOn(.restart)
        let isDryRun = values.isOn(.dryRun)
        let isAgreed = values.isOn(.yes)
        var configuration = try WorkerConfiguration(values)
        guard let from, let to else { throw ConfigurationFaults(values.faults) }
        configuration.recordsPerSecond = rate
        if let rate { configuration.batchRecords = min(configuration.batchRecords, max(1, rate / 2)) }
        let group = ReplayPlan.group(of: configuration.groupID, named: name(values, configuration))
        configuration.groupID = group
        let planner = try ReplayPlanner(configuration, group: group)
        defer { planner.close() }
        let request = Request(
            from: from,
            to: to,
            partitions: partitions,
            restarts: restarts,
            isDryRun: isDryRun,
            isAgreed: isAgreed
        )
        let catalogue = try StandardCatalogue.compiled()
        do throws(CommandFailure) {
            guard let plan = try prepare(request, planner) else { return .success }
            configuration.ends = plan.ends
            return try ReplayRun(plan, configuration, catalogue, planner).run()
        } catch {
            StandardStream.error.print("replay: \(error)")
            return error.isTransient ? .tryAgain : .failure
        }
    }

    /// The replay's name: the same for the same command.
    private static func name(_ values: SettingValues, _ configuration: WorkerConfiguration) -> String {
        if let name = values.text(.replayID) { return name }
        let parts = [
            configuration.inputTopic, configuration.outputTopic, configuration.deadLetterTopic,
            values.text(.from) ?? "", values.text(.to) ?? "", values.text(.partitions) ?? "",
        ]
        let hash = RecordPosition.namespace(of: parts.joined(separator: "\n"))
        return String(hash, radix: 16)
    }

    /// Shows the plan and writes it; nil if nothing is to be done now.
    private static func prepare(_ request: Request, _ planner: ReplayPlanner) throws(CommandFailure) -> ReplayPlan? {
        let plan = try planner.plan(
            from: request.from,
            to: request.to,
            partitions: request.partitions,
            restarts: request.restarts
        )
        show(plan, try planner.times(plan))
        switch plan.origin {
        case .finished:
            StandardStream.output.print(
                "done already; --restart begins anew, --replay-id gives another a name of its own"
            )
            return nil
        case .unfinished:
            StandardStream.output.print("going on with it: \(plan.done) of \(plan.count) offsets are done")
        case .new: break
        }
        if request.isDryRun { return nil }
        guard let isAgreed = Confirmation.ask("Replay this range?", isGiven: request.isAgreed) else {
            throw CommandFailure("nobody to ask: give --yes, or --dry-run for the plan alone")
        }
        guard isAgreed else { throw CommandFailure("not carried out") }
        if plan.origin == .new { try planner.begin(plan) }
        return plan
    }

    private static func show(_ plan: ReplayPlan, _ times: [Int32: Int64]) {
        var table = Table(["partition", "from", "to", "offsets", "done", "first record"])
        for step in plan.steps {
            table.add([
                "\(step.partition)", "\(step.from)", "\(step.to)", "\(step.count)", "\(step.done)",
                Timestamps.text(times[step.partition]),
            ])
        }
        StandardStream.output.print("replay \(plan.group)")
        StandardStream.output.print(table.text)
    }
}

/// A worker on the range, and the line that tells how far it is.
private struct ReplayRun: ~Copyable {
    private final class Result: Sendable {
        let value = Mutex<WorkerResult?>(nil)
    }

    private var plan: ReplayPlan
    private let worker: Worker
    private let planner: ReplayPlanner
    private let result = Result()

    init(
        _ plan: ReplayPlan,
        _ configuration: WorkerConfiguration,
        _ catalogue: Catalogue,
        _ planner: ReplayPlanner
    ) {
        self.plan = plan
        self.planner = planner
        let log = Log(level: configuration.logLevel, form: configuration.logForm)
        let worker = Worker(configuration: configuration, catalogue: catalogue, log: log)
        self.worker = worker
        Signals.watch { signal, isFirst in
            guard isFirst else { _exit(128 + signal) }
            worker.requestStop()
            return configuration.shutdownMilliseconds
        }
    }

    /// Runs until the range is done, by this process or by others, or until told to stop.
    consuming func run() throws(CommandFailure) -> ExitCode {
        guard
            let thread = WorkerThread(
                name: "replay",
                { [worker, result] in
                    let value = worker.run()
                    result.value.withLock { $0 = value }
                }
            )
        else { throw CommandFailure("the system gives no more threads") }
        let begin = SystemClock.monotonicNanoseconds
        let doneBefore = plan.done
        var progress = ProgressLine()
        while !plan.isDone, result.value.withLock({ $0 == nil }) {
            usleep(500_000)
            // The brokers may be away for a while; the worker goes on by itself.
            guard (try? planner.refresh(&plan)) != nil else { continue }
            let seconds = Double(SystemClock.monotonicNanoseconds - begin) / 1e9
            progress.show(done: plan.done, of: plan.count, rate: Double(plan.done - doneBefore) / seconds)
        }
        worker.requestStop()
        thread.join()
        try planner.refresh(&plan)
        progress.end()
        let outcome = result.value.withLock { $0 }
        StandardStream.output.print("\(plan.done) of \(plan.count) offsets are accounted for")
        if let report = outcome?.report {
            StandardStream.output.print(
                "this process: \(report.read) records = \(report.events) events + \(report.deadLetters) dead letters + "
                    + "\(report.tombstones) null values"
            )
        }
        if plan.isDone { return outcome?.report.addsUp == false ? .internal : .success }
        if case .configuration(let faults) = outcome?.failure {
            throw CommandFailure(faults.joined(separator: "\n"))
        }
        return .tryAgain
    }
}
