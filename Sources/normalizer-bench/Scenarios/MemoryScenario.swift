// Does a long backlog fill the memory? Five million records, with samples all along.

internal import Worker

enum MemoryScenario: Scenario {
    static let name = "memory"
    static let summary = "memory of `run` while it drains five million records"

    static func run(_ bench: inout Bench) throws {
        // The embedded broker keeps 5 MiB of a partition: so many need twice the usual number of partitions.
        let kafka = try KafkaBench(bench.options, records: bench.options.records(5_000_000), partitions: 128)
        for delivery in [WorkerConfiguration.Delivery.atLeastOnce, .exactlyOnce] {
            let run = try WorkerProcess.run(kafka.task(delivery))
            let name = "memory/\(delivery.rawValue)"
            bench.add("\(name), peak", "MiB", [run.peakMemory / 1_048_576])
            // The first fifth is warming up.
            let samples = run.memory.dropFirst(run.memory.count / 5)
            let half = samples.count / 2
            guard let early = samples.prefix(half).max(), let late = samples.suffix(half).max() else { continue }
            bench.add("\(name), second half to first", "times", [late / early])
        }
    }
}
