// Runs a worker on a range until all of it is accounted for: the work of `replay` and of `dead-letters redrive`. Main thread,
// with the worker on a thread of its own.

internal import Glibc
internal import Normalization
internal import NormalizerWorker
internal import Synchronization

/// A worker on the range, and the line that tells how far it is.
struct RangeRun: ~Copyable {
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
    ///
    /// - Parameter sum: Says in one line what this process did.
    /// - Returns: Success if all of the range is accounted for and the counts add up.
    /// - Throws: What only other settings mend.
    consuming func run(_ sum: (WorkerReport) -> String) throws(CommandFailure) -> ExitCode {
        guard
            let thread = WorkerThread(
                name: "range",
                { [worker, result] in
                    let value = worker.run()
                    result.value.withLock { $0 = value }
                }
            )
        else { throw CommandFailure("the system gives no more threads") }
        let begin = SystemClock.monotonicNanoseconds
        let doneBefore = plan.done
        var progress = ProgressLine()
        var standstill = Standstill()
        while !plan.isDone, result.value.withLock({ $0 == nil }) {
            usleep(500_000)
            // The brokers may be away for a while; the worker goes on by itself.
            guard (try? planner.refresh(&plan)) != nil else { continue }
            let seconds = Double(SystemClock.monotonicNanoseconds - begin) / 1e9
            progress.show(done: plan.done, of: plan.count, rate: Double(plan.done - doneBefore) / seconds)
            if standstill.isToBeTold(plan.done), let members = try? planner.members(), members.count > 1 {
                progress.note(
                    "waiting: the group has \(members.count) members; partitions of one that was killed are free when "
                        + "its session times out:\n  " + members.joined(separator: "\n  ")
                )
            }
        }
        worker.requestStop()
        thread.join()
        try planner.refresh(&plan)
        progress.end()
        let outcome = result.value.withLock { $0 }
        StandardStream.output.print("\(plan.done) of \(plan.count) offsets are accounted for")
        if let report = outcome?.report { StandardStream.output.print("this process: " + sum(report)) }
        if plan.isDone { return outcome?.report.addsUp == false ? .internal : .success }
        if case .configuration(let faults) = outcome?.failure {
            throw CommandFailure(faults.joined(separator: "\n"))
        }
        return .tryAgain
    }
}

/// Tells once when nothing has moved for a while, and again once it has moved and stands still anew.
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
}
