// Reading a range again against reading it live.

enum ReplayScenario: Scenario {
    static let name = "replay"
    static let summary = "a replay of the whole topic, beside the live worker"

    static func run(_ bench: inout Bench) throws {
        let kafka = try bench.topics(records: bench.options.records(1_000_000))
        var runs: (live: [WorkerRun], replayed: [WorkerRun]) = ([], [])
        for _ in 0..<bench.options.runs(5) {
            runs.live += try WorkerProcess.run([kafka.task(.exactlyOnce)])
            runs.replayed += try WorkerProcess.run([kafka.replay(.exactlyOnce)])
        }
        bench.add("replay/live", "records/s", runs.live.map(\.recordsPerSecond))
        bench.add("replay/replayed", "records/s", runs.replayed.map(\.recordsPerSecond))
        let ratios = zip(runs.replayed, runs.live).map { $0.recordsPerSecond / $1.recordsPerSecond }
        bench.add("replay/replayed to live", "of the speed", ratios)
    }
}
