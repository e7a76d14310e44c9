// From the start of the process to the first committed batch, without what the group takes to give out partitions.

internal import Worker

enum StartUpScenario: Scenario {
    static let name = "start-up"
    static let summary = "from the start of a worker to its first committed batch, without the wait for partitions"

    static func run(_ bench: inout Bench) throws {
        // Few records: a batch ends when all of them are there.
        let kafka = try KafkaBench(bench.options, records: 640)
        for delivery in [WorkerConfiguration.Delivery.atLeastOnce, .exactlyOnce] {
            var runs: [WorkerRun] = []
            for _ in 0..<bench.options.runs(5) {
                runs.append(try WorkerProcess.run(kafka.task(delivery, ["--batch-records", "10"])))
            }
            let values = runs.map { ($0.first - $0.assigned + $0.subscribed - $0.start) * 1e3 }
            bench.add("start-up/\(delivery.rawValue), all but the wait", "ms", values)
        }
    }
}
