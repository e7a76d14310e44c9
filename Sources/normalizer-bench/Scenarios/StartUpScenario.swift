// From the start of the process to the first committed batch, without what the group takes to give out partitions.

enum StartUpScenario: Scenario {
    static let name = "start-up"
    static let summary = "from the start of a worker to its first committed batch, without the wait for partitions"

    static func run(_ bench: inout Bench) throws {
        // Few records: a batch ends when all of them are there.
        let kafka = try KafkaBench(bench.options, records: 640)
        for delivery in [KafkaBench.Delivery.atLeastOnce, .exactlyOnce] {
            var runs: [WorkerRun] = []
            for _ in 0..<bench.options.runs(5) {
                runs += try WorkerProcess.run([kafka.task(delivery, ["--batch-records", "10"])])
            }
            let name = "start-up/\(delivery.rawValue)"
            bench.add("\(name), to subscribing", "ms", runs.map { ($0.subscribed - $0.start) * 1e3 })
            bench.add("\(name), wait for partitions", "ms", runs.map { ($0.assigned - $0.subscribed) * 1e3 })
            bench.add("\(name), partitions to first commit", "ms", runs.map { ($0.first - $0.assigned) * 1e3 })
            bench.add(
                "\(name), all but the wait",
                "ms",
                runs.map { ($0.first - $0.assigned + $0.subscribed - $0.start) * 1e3 }
            )
            bench.add("\(name), processor time", "ms", runs.map { $0.processorToFirst * 1e3 })
        }
    }
}
