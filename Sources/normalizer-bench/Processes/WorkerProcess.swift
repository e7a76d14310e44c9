// The product's worker in a process of its own: from the start of the process to the commit of the last record. Tells
// when what happened, and what it took.

internal import Glibc
internal import Normalization
internal import Worker
internal import Synchronization

/// What a worker did.
struct WorkerRun {
    /// Times in seconds of the monotonic clock: when the process was asked for, when it subscribed, had partitions, and
    /// committed its first and its last batch.
    var start = 0.0
    var subscribed = 0.0
    var assigned = 0.0
    var first = 0.0
    var last = 0.0
    /// Processor seconds of the process at the assignment, and at the last commit.
    var processorAtAssignment = 0.0
    var processorAtLast = 0.0
    var records = 0.0
    /// Bytes of memory: the most, and samples over time.
    var peakMemory = 0.0
    var memory: [Double] = []

    /// The figures that a worker's process tells, by name.
    static var figures: [String: WritableKeyPath<WorkerRun, Double>] {
        [
            "subscribed": \.subscribed, "assigned": \.assigned, "first": \.first, "last": \.last,
            "processorAtAssignment": \.processorAtAssignment, "processorAtLast": \.processorAtLast,
            "records": \.records, "peakMemory": \.peakMemory,
        ]
    }

    private var processor: Double { processorAtLast - processorAtAssignment }
    var recordsPerSecond: Double { records / (last - assigned) }
    var processorPerMillion: Double { processor / records * 1e6 }
}

enum WorkerProcess {
    /// The first argument of such a process.
    static let role = "--as-worker"

    struct Task {
        /// It ends after so many records.
        var records: Int
        /// Whether it sends fixed values in place of events.
        var isPassThrough: Bool
        /// Flags of `anyconnect-normalizer run`.
        var flags: [String]
    }

    /// Starts a worker and waits for its end.
    static func run(_ task: Task) throws -> WorkerRun {
        var run = WorkerRun()
        run.start = Measurement.now
        let words = [role, "\(task.records)", task.isPassThrough ? "fixed" : "normalized"]
        let child = try ChildProcess(Files.program, words + task.flags)
        for line in child.rest().split(separator: "\n") {
            let words = line.split(separator: " ").map(String.init)
            guard words.count == 2, let value = Double(words[1]) else { throw ProcessFault(text: String(line)) }
            if words[0] == "memory" { run.memory.append(value) }
            if let figure = WorkerRun.figures[words[0]] { run[keyPath: figure] = value }
        }
        try child.finish()
        guard Int(run.records) >= task.records else {
            throw ProcessFault(text: "the worker did \(Int(run.records)) of \(task.records) records, then stood still")
        }
        return run
    }

    static func work(_ arguments: [String]) throws {
        guard arguments.count >= 2, let count = Int(arguments[0]) else { throw UsageFault(text: "worker: no task") }
        var values = SettingValues(Setting.ofWorker) { path throws(UnreadableFile) in
            guard let text = Files.text(of: path) else { throw UnreadableFile("it cannot be opened") }
            return Array(text.utf8)
        }
        values.read(arguments: Array(arguments.dropFirst(2)))
        var configuration = try WorkerConfiguration(values)
        if arguments[1] == "fixed" { configuration.fixedEvents = try FixedEvents.make() }
        let diary = WorkerDiary(records: count)
        let log = Log(level: configuration.logLevel, observer: { event in diary.note(event) })
        let worker = Worker(configuration: configuration, catalogue: try Catalogue.standard(), log: log)
        let running = WorkerThread(name: "bench-worker") { diary.end(worker.run()) }
        let watch = WorkerThread(name: "bench-parent") { ChildProcess.endWithParent() }
        guard let running, watch != nil else { throw ProcessFault(text: "the system gives no more threads") }
        var memory: [Double] = []
        while diary.result == nil {
            usleep(100_000)
            if diary.isDone { worker.requestStop() } else { memory.append(Machine.memory.now) }
        }
        running.join()
        if let failure = diary.result?.failure { throw ProcessFault(text: "the worker failed: \(failure)") }
        var run = diary.run
        run.peakMemory = Machine.memory.peak
        for (name, figure) in WorkerRun.figures { print(name, run[keyPath: figure]) }
        for value in memory { print("memory", value) }
    }
}
