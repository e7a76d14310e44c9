// The worker against itself with the normalizer taken out of it: what is left is the limit.

internal import Worker

enum WorkerScenario: Scenario {
    static let name = "worker"
    static let summary = "`run` from topic to topic, beside the same worker that sends fixed events"

    static func run(_ bench: inout Bench) throws {
        let kafka = try KafkaBench(bench.options, records: bench.options.records(1_000_000))
        let kinds: [(name: String, delivery: WorkerConfiguration.Delivery, isPassThrough: Bool)] = [
            ("pass-through at least once", .atLeastOnce, true), ("run at least once", .atLeastOnce, false),
            ("pass-through exactly once", .exactlyOnce, true), ("run exactly once", .exactlyOnce, false),
        ]
        // In turns, so that a change of the machine's speed meets all of them; the first turn warms up and does not
        // count.
        var runs = [[WorkerRun]](repeating: [], count: kinds.count)
        for turn in 0...bench.options.runs(5) {
            for (index, kind) in kinds.enumerated() {
                let run = try WorkerProcess.run(kafka.task(kind.delivery, isPassThrough: kind.isPassThrough))
                if turn > 0 { runs[index].append(run) }
            }
        }
        for (index, kind) in kinds.enumerated() {
            bench.add("worker/\(kind.name)", "records/s", runs[index].map(\.recordsPerSecond))
            bench.add("worker/\(kind.name), processor", "s a million", runs[index].map(\.processorPerMillion))
            bench.add("worker/\(kind.name), memory", "MiB", runs[index].map { $0.peakMemory / 1_048_576 })
        }
        func ratios(_ over: Int, _ under: Int, _ figure: (WorkerRun) -> Double) -> [Double] {
            zip(runs[over], runs[under]).map { figure($0) / figure($1) }
        }
        bench.add("worker/at least once to pass-through", "of the speed", ratios(1, 0, \.recordsPerSecond))
        bench.add("worker/exactly once to pass-through", "of the speed", ratios(3, 0, \.recordsPerSecond))
        bench.add("worker/at least once to pass-through, processor", "times", ratios(1, 0, \.processorPerMillion))
        bench.add("worker/exactly once to pass-through, processor", "times", ratios(3, 2, \.processorPerMillion))
    }
}
