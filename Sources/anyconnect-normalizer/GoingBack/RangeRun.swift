// Runs a worker on a range until all of it is accounted for: the work of `replay` and of `dead-letters redrive`. Main
// thread, with the worker on a thread of its own.

internal import Glibc
internal import Normalization
internal import Operations
internal import Worker
internal import Synchronization

/// A worker on the range, and the line that tells how far it is.
struct RangeRun: ~Copyable {
    private final class Result: Sendable {
        let value = Mutex<WorkerResult?>(nil)
        let isInterrupted = Mutex(false)
    }

    private enum End {
        case code(ExitCode)
        case replaced
    }

    private var plan: ReplayPlan
    private let worker: Worker
    private let planner: ReplayPlanner
    private let page: Page
    private let result = Result()

    /// Runs until the range is done, by the processes of its group, or until told to stop.
    ///
    /// Without transactions two processes that begin at once may both write a plan, before either has joined the
    /// group; both go on with the one that stands.
    ///
    /// - Parameters:
    ///   - plan: What to do.
    ///   - configuration: That of the worker.
    ///   - catalogue: The messages it knows.
    ///   - planner: Follows the progress of all processes.
    ///   - page: Takes what became of the range.
    ///   - sum: Says in words what became of the records that are dealt with.
    /// - Returns: Success if all of the range is accounted for, and retention has removed none of it; to try again if
    ///   it was told to stop before.
    /// - Throws: What only other settings mend.
    static func run(
        _ plan: ReplayPlan,
        _ configuration: WorkerConfiguration,
        _ catalogue: Catalogue,
        _ planner: ReplayPlanner,
        _ page: Page,
        _ sum: (RangeAccount) -> String
    ) throws(CommandFailure) -> ExitCode {
        var configuration = configuration
        var plan = plan
        while true {
            configuration.plan = plan
            switch try RangeRun(plan, configuration, catalogue, planner, page).run(sum) {
            case .code(let code): return code
            case .replaced:
                page.text("another process has begun it meanwhile: going on with that")
                plan = try planner.standing(in: plan)
            }
        }
    }

    private init(
        _ plan: ReplayPlan,
        _ configuration: WorkerConfiguration,
        _ catalogue: Catalogue,
        _ planner: ReplayPlanner,
        _ page: Page
    ) {
        self.page = page
        self.plan = plan
        self.planner = planner
        let log = Log(level: configuration.logLevel, form: configuration.logForm)
        let worker = Worker(configuration: configuration, catalogue: catalogue, log: log)
        self.worker = worker
        Signals.onFirst { [result] _ in
            result.isInterrupted.withLock { $0 = true }
            worker.requestStop()
        }
    }

    /// Runs until the range is done, until told to stop, or until another plan stands.
    private consuming func run(_ sum: (RangeAccount) -> String) throws(CommandFailure) -> End {
        guard
            let thread = WorkerThread(
                name: "range",
                { [worker, result] in
                    let value = worker.run()
                    result.value.withLock { $0 = value }
                }
            )
        else { throw CommandFailure("the system gives no more threads") }
        // What is to be done is told before it is, also to a file.
        StandardStream.output.flush()
        let begin = SystemClock.monotonicNanoseconds
        let doneBefore = plan.done
        var progress = ProgressLine()
        var standstill = Standstill()
        while !plan.isDone, !plan.isReplaced, result.value.withLock({ $0 == nil }) {
            usleep(500_000)
            // The brokers may be away for a while; the worker goes on by itself.
            guard (try? planner.refresh(&plan)) != nil else { continue }
            let seconds = Double(SystemClock.monotonicNanoseconds - begin) / 1e9
            progress.show(done: plan.done, of: plan.count, rate: Double(plan.done - doneBefore) / seconds)
            if standstill.isToBeTold(plan.done) { progress.note(standstill.text(plan)) }
        }
        worker.requestStop()
        thread.join()
        let outcome = result.value.withLock { $0 }
        let isInterrupted = result.isInterrupted.withLock { $0 }
        let hasEnded = outcome?.failure == nil && !isInterrupted
        // Brokers say that a transaction is committed a moment before its offsets can be read.
        let end = SystemClock.monotonicNanoseconds + (hasEnded ? 15_000_000_000 : 0)
        repeat {
            try planner.refresh(&plan)
            if plan.isDone || plan.isReplaced || SystemClock.monotonicNanoseconds >= end { break }
            usleep(100_000)
        } while true
        progress.end()
        if plan.isReplaced { return isInterrupted ? .code(.tryAgain) : .replaced }
        RangeRun.print(plan, sum, page)
        if plan.isDone { return .code(RangeRun.answer(plan)) }
        if case .configuration(let faults) = outcome?.failure {
            StandardStream.error.print(faults.joined(separator: "\n"))
            return .code(.configuration)
        }
        return .code(.tryAgain)
    }

    /// Prints what became of the offsets that are dealt with, by whichever process and however often it was killed.
    static func print(_ plan: ReplayPlan, _ sum: (RangeAccount) -> String, _ page: Page) {
        let account = plan.account
        var text = "\(plan.done) of \(plan.count) offsets are accounted for: " + sum(account)
        if account.dropped > 0 { text += " + \(account.dropped) dropped by rules" }
        if account.vacant > 0 { text += " + \(account.vacant) without a record" }
        if account.removed > 0 { text += " + \(account.removed) removed by retention before they were read" }
        page.text(text)
        page.json([
            ("done", "\(plan.done)"), ("offsets", "\(plan.count)"), ("events", "\(account.events)"),
            ("deadLetters", "\(account.deadLetters)"), ("dropped", "\(account.dropped)"),
            ("nullValues", "\(account.tombstones)"), ("vacant", "\(account.vacant)"),
            ("removed", "\(account.removed)"),
        ])
    }

    static func answer(_ plan: ReplayPlan) -> ExitCode {
        guard plan.account.total == plan.count else { return .internal }
        return plan.account.removed == 0 ? .success : .failure
    }
}

extension SettingValues {
    /// How many records a second `--rate` allows; nil if it is not given, or no such number, which is a fault.
    mutating func rate() -> Int? { value(.rate, "a number above 0") { Int($0).flatMap { $0 > 0 ? $0 : nil } } }
}

extension WorkerConfiguration {
    /// Lets lanes read no more than so many records a second, in batches that let the rate be kept; nil for no limit.
    mutating func slowDown(to rate: Int?) {
        recordsPerSecond = rate
        if let rate { batchRecords = min(batchRecords, max(1, rate / 2)) }
    }
}

/// Tells once when nothing has moved for a while, and again after it has moved and stands still a second time.
private struct Standstill {
    private var done: Int64 = -1
    private var since = SystemClock.monotonicNanoseconds
    private var isTold = false

    mutating func isToBeTold(_ now: Int64) -> Bool {
        if now != done {
            done = now
            since = SystemClock.monotonicNanoseconds
            isTold = false
        }
        guard !isTold, SystemClock.monotonicNanoseconds - since > 5_000_000_000 else { return false }
        isTold = true
        return true
    }

    /// Where the partitions stand that are not done.
    func text(_ plan: ReplayPlan) -> String {
        let places = plan.steps.filter { !$0.isDone }.map { "partition \($0.partition) at \($0.next)" }
        return "waiting: " + places.joined(separator: ", ")
            + "; records of a transaction that is still open, or partitions of a process that was killed, "
            + "until its session is over"
    }
}
