// One lane or several in a process, one process or several.

enum LanesScenario: Scenario {
    static let name = "lanes"
    static let summary = "one, two and four lanes in a process against as many processes"

    static func run(_ bench: inout Bench) throws {
        let kafka = try bench.topics(records: bench.options.records(1_000_000))
        for delivery in [KafkaBench.Delivery.atLeastOnce, .exactlyOnce] {
            let ways: [(name: String, processes: Int, lanes: Int)] = [
                ("1 process of 1 lane", 1, 1), ("1 process of 2 lanes", 1, 2), ("2 processes of 1 lane", 2, 1),
                ("1 process of 4 lanes", 1, 4), ("4 processes of 1 lane", 4, 1),
            ]
            var runs = [[WorkerRun]](repeating: [], count: ways.count)
            for _ in 0..<bench.options.runs(5) {
                for (index, way) in ways.enumerated() {
                    let memory = "\(256 * way.lanes)MiB"
                    let flags = ["--lanes", "\(way.lanes)", "--memory-limit", memory]
                    runs[index].append(try WorkerProcess.run(kafka.tasks(way.processes, delivery, flags)).together)
                }
            }
            for (index, way) in ways.enumerated() {
                let name = "lanes/\(delivery.rawValue), \(way.name)"
                bench.add(name, "records/s", runs[index].map(\.recordsPerSecond))
                bench.add("\(name), processor", "s a million", runs[index].map(\.processorPerMillion))
                bench.add("\(name), memory", "MiB", runs[index].map { $0.peakMemory / 1_048_576 })
            }
        }
    }
}
