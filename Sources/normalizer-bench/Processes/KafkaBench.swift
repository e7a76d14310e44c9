// A broker with a topic full of lines, and workers on it. Main thread.

internal import Glibc
internal import Kafka
internal import Worker

/// Topics that workers are measured on; removed, or left with the embedded broker, when it is no longer needed.
final class KafkaBench {
    /// Records in the input topic.
    private let records: Int
    private let options: Options
    private let servers: String
    private let partitions: Int
    private let broker: ChildProcess?
    private let names: (input: String, output: String, deadLetters: String)
    private var groups = 0

    /// Makes the topics, and fills the first with the lines of a busy day,
    /// with the device as key and all lines of a device in one partition.
    init(_ options: Options, records: Int, partitions: Int = 64) throws {
        self.options = options
        self.records = records
        self.partitions = partitions
        let suffix = options.bootstrapServers == nil ? "" : ".\(getpid()).\(records)"
        names = ("bench.in" + suffix, "bench.out" + suffix, "bench.dead-letters" + suffix)
        let topics = [names.input, names.output, names.deadLetters]
        if let servers = options.bootstrapServers {
            self.servers = servers
            broker = nil
            let admin = try Admin(["bootstrap.servers": servers])
            try admin.create(topics.map { NewTopic($0, partitions: self.partitions) }, timeout: .seconds(30))
        } else {
            (broker, servers) = try BrokerProcess.start(topics: topics, partitions: self.partitions)
        }
        try fill()
    }

    deinit {
        guard options.bootstrapServers != nil else { return }
        // Topics that stay behind do no harm.
        try? Admin(["bootstrap.servers": servers])
            .delete([names.input, names.output, names.deadLetters], timeout: .seconds(30))
    }

    private func fill() throws {
        let producer = try Producer([
            "bootstrap.servers": servers, "enable.idempotence": "true", "linger.ms": "50", "compression.type": "lz4",
            "batch.num.messages": "10000", "queue.buffering.max.messages": "1000000", "log_level": "3",
        ])
        let topic = try producer.topic(names.input)
        var maker = LineMaker(LineMaker.busyDay, devices: 997, seed: 2)
        let pool = (0..<min(records, 50_000)).map { _ in
            let (line, device) = maker.next()
            return (line: line, device: device, key: Array(LineMaker.name(of: device).utf8))
        }
        for index in 0..<records {
            let entry = pool[index % pool.count]
            let partition = Int32(entry.device % partitions)
            producing: while true {
                switch producer.produce(to: topic, partition: partition, value: entry.line.span, key: entry.key.span) {
                case .queued: break producing
                case .queueFull: producer.poll(timeout: .milliseconds(20))
                case .refused(let error): throw error
                }
            }
        }
        guard producer.flush(timeout: .seconds(120)) else { throw ProcessFault(text: "the topic could not be filled") }
        producer.close(within: .seconds(10))
        let kept = try keptCount()
        guard kept == records else {
            throw ProcessFault(text: "the broker keeps \(kept) of \(records) records: fewer, please")
        }
    }

    /// How many records the broker has.
    private func keptCount() throws -> Int {
        let consumer = try Consumer(["bootstrap.servers": servers, "group.id": "bench", "log_level": "3"])
        defer { consumer.close(within: .seconds(5)) }
        let places = (0..<Int32(clamping: partitions)).map { TopicPartition(names.input, $0) }
        return try consumer.logBounds(of: places, timeout: .seconds(10)).values.reduce(0) { $0 + Int($1.high - $1.low) }
    }

    /// A worker on the whole topic, in a group of its own.
    func task(
        _ delivery: WorkerConfiguration.Delivery,
        isPassThrough: Bool = false,
        _ flags: [String] = []
    ) -> WorkerProcess.Task {
        groups += 1
        var all = [
            "--bootstrap-servers", servers, "--input-topic", names.input, "--output-topic", names.output,
            "--dead-letter-topic", names.deadLetters, "--group-id", "bench.\(getpid()).\(groups)", "--delivery",
            delivery.rawValue, "--log-level", "warning",
        ]
        // The embedded broker lets a group start after its session timeout at the latest.
        if broker != nil { all += ["--kafka", "consumer.session.timeout.ms=6000"] }
        all += flags + options.workerFlags
        return WorkerProcess.Task(records: records, isPassThrough: isPassThrough, flags: all)
    }
}
