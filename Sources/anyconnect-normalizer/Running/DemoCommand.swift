// `demo`: the whole job in one process. An embedded broker on real sockets, the shipped sample lines, the
// real worker, a reader of its own, and counts that must add up.

internal import Kafka
internal import Normalization
internal import Worker
internal import Synchronization

enum DemoCommand {
    static let command = Command(
        name: "demo",
        summary: "Run the whole job on an embedded broker and show events.",
        details: """
            Starts a broker inside the process, puts some hundred sample lines on the input topic, runs the worker,
            prints every event, and ends with counts: read = events + dead letters, and offsets committed = read. Ends
            with 1 if they do not add up.
            """,
        example: "anyconnect-normalizer demo --time-form rfc3339",
        settings: [.config, .logLevel] + Setting.ofEvents,
        run: run
    )

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        var configuration = WorkerConfiguration()
        configuration.events = NormalizerSettings(&values)
        configuration.logLevel = values.choice(.logLevel, LogLevel.init(rawValue:)) ?? .info
        configuration.namespace = values.text(.namespace)
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        let catalogue = try StandardCatalogue.compiled()
        do {
            return try Demo(configuration).run(catalogue)
        } catch {
            StandardStream.error.print("demo: \(error)")
            return .failure
        }
    }
}

private struct Demo {
    private static let partitions: Int32 = 2
    private let cluster: EmbeddedCluster
    private let configuration: WorkerConfiguration

    init(_ configuration: WorkerConfiguration) throws {
        cluster = try EmbeddedCluster()
        var configuration = configuration
        configuration.bootstrapServers = cluster.bootstrapServers
        // The embedded broker does not keep the offsets of a transaction.
        configuration.delivery = .atLeastOnce
        // It lets a group of one start after its session timeout at the latest.
        configuration.kafkaProperties = [("consumer.session.timeout.ms", "6000")]
        self.configuration = configuration
        for topic in [configuration.inputTopic, configuration.outputTopic, configuration.deadLetterTopic] {
            try cluster.createTopic(topic, partitions: Int(Demo.partitions))
        }
    }

    func run(_ catalogue: Catalogue) throws -> ExitCode {
        let lines = SampleLines.all
        try produce(lines)
        let worker = Worker(
            configuration: configuration,
            catalogue: catalogue,
            log: Log(level: configuration.logLevel, form: configuration.logForm)
        )
        let outcome = Mutex<WorkerResult?>(nil)
        let thread = WorkerThread(name: "demo-worker") {
            let result = worker.run()
            outcome.withLock { $0 = result }
        }
        guard let thread else {
            StandardStream.error.print("demo: the system gives no more threads")
            return .internal
        }
        let received = try receive(lines.count) { outcome.withLock { $0?.failure != nil } }
        worker.requestStop()
        thread.join()
        let committed = try committedOffsets()
        guard let report = outcome.withLock({ $0?.report }) else { return .internal }
        return show(report, received: received, committed: committed, expected: lines.count)
    }

    private func produce(_ lines: [String]) throws {
        let producer = try Producer(["bootstrap.servers": configuration.bootstrapServers])
        let topic = try producer.topic(configuration.inputTopic)
        for (index, line) in lines.enumerated() {
            let result = producer.produce(to: topic, partition: Int32(index) % Demo.partitions, value: line.utf8.span)
            if case .refused(let error) = result { throw error }
        }
        guard producer.flush(timeout: .seconds(30)) else {
            throw KafkaError(code: .timedOut, operation: "produce the sample lines")
        }
    }

    /// Reads both output topics until they hold as many records as there were lines or the worker has failed, printing
    /// each.
    private func receive(_ expected: Int, unless hasFailed: () -> Bool) throws -> (events: Int, deadLetters: Int) {
        let consumer = try Consumer(reader("demo-reader"))
        var positions: [PartitionPosition] = []
        for topic in [configuration.outputTopic, configuration.deadLetterTopic] {
            positions += (0..<Demo.partitions).map { PartitionPosition(TopicPartition(topic, $0), .beginning) }
        }
        try consumer.assign(positions)
        var batch = MessageBatch()
        var counts = (events: 0, deadLetters: 0)
        let end = ContinuousClock.now + .seconds(60)
        while counts.events + counts.deadLetters < expected, ContinuousClock.now < end, !hasFailed() {
            _ = try consumer.collect(into: &batch, limits: BatchLimits(maxMessages: 100, maxWait: .milliseconds(50))) {
                false
            }
            for index in 0..<batch.count {
                let isEvent = batch.topic(at: index) == configuration.outputTopic
                if isEvent { counts.events += 1 } else { counts.deadLetters += 1 }
                show(batch, index, isEvent)
            }
            batch.removeAll()
        }
        consumer.close(within: .seconds(5))
        return counts
    }

    private func show(_ batch: borrowing MessageBatch, _ index: Int, _ isEvent: Bool) {
        var output = OutputBuffer()
        if !isEvent {
            output.append("dead letter, ")
            batch.withHeader("reason", at: index) { reason in
                if let reason { output.append(contentsOf: reason) }
            }
            output.append(": ")
        }
        batch.withPayload(at: index) { value in
            guard let value else { return }
            if isEvent { output.append(contentsOf: value) } else { output.append(jsonString: value) }
        }
        output.append(UInt8(ascii: "\n"))
        output.withBytes { StandardStream.output.write(foreign: $0) }
    }

    /// The sum of the group's committed offsets: as many as records were read, since each partition starts at 0.
    private func committedOffsets() throws -> Int {
        let consumer = try Consumer(reader(configuration.groupID))
        let partitions = (0..<Demo.partitions).map { TopicPartition(configuration.inputTopic, $0) }
        let committed = try consumer.committed(partitions, timeout: .seconds(10))
        consumer.close(within: .seconds(5))
        return Int(committed.values.reduce(0, +))
    }

    private func reader(_ group: String) -> ClientConfiguration {
        [
            "bootstrap.servers": configuration.bootstrapServers, "group.id": group, "enable.auto.commit": "false",
            "auto.offset.reset": "earliest",
        ]
    }

    private func show(
        _ report: WorkerReport,
        received: (events: Int, deadLetters: Int),
        committed: Int,
        expected: Int
    ) -> ExitCode {
        let addsUp =
            report.addsUp && report.read == expected && committed == expected && received.events == report.events
            && received.deadLetters == report.deadLetters
        StandardStream.output.print(
            """

            read \(report.read) of \(expected) lines = \(report.events) events + \(report.deadLetters) dead letters
            received \(received.events) events + \(received.deadLetters) dead letters
            offsets committed \(committed)
            \(addsUp ? "the counts add up" : "THE COUNTS DO NOT ADD UP")
            """
        )
        return addsUp ? .success : .failure
    }
}
