// Batch sizes, and the properties of librdkafka that decide how many records travel together.

enum SweepScenario: Scenario {
    static let name = "sweep"
    static let summary = "batch sizes, linger, queue and request sizes, for both deliveries"

    private static let settings: [(name: String, flags: [String])] =
        [2000, 5000, 10_000, 20_000, 40_000].flatMap { records in
            [0, 5, 20, 50].map { linger in
                (
                    "batch of \(records), linger \(linger) ms",
                    ["--batch-records", "\(records)", "--kafka", "producer.linger.ms=\(linger)"]
                )
            }
        }
        + [64, 128, 512].map { ("memory \($0) MiB", ["--memory-limit", "\($0)MiB"]) }
        + [1000, 50_000].map { ("requests of \($0) records", ["--kafka", "producer.batch.num.messages=\($0)"]) }
        + ["none", "zstd", "snappy"].map { ("compression \($0)", ["--kafka", "producer.compression.type=\($0)"]) }

    static func run(_ bench: inout Bench) throws {
        let kafka = try bench.topics(records: bench.options.records(1_000_000))
        for delivery in [KafkaBench.Delivery.atLeastOnce, .exactlyOnce] {
            var runs = [[WorkerRun]](repeating: [], count: settings.count)
            for _ in 0..<bench.options.runs(3) {
                for (index, setting) in settings.enumerated() {
                    runs[index] += try WorkerProcess.run([kafka.task(delivery, setting.flags)])
                }
            }
            for (index, setting) in settings.enumerated() {
                let name = "sweep/\(delivery.rawValue), \(setting.name)"
                bench.add(name, "records/s", runs[index].map(\.recordsPerSecond))
                bench.add("\(name), processor", "s a million", runs[index].map(\.processorPerMillion))
            }
        }
    }
}
