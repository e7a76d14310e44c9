// Kafka in, Kafka out on the embedded cluster: a loop that sends a fixed value for every record, and the
// same loop with the normalizer in it. The first is the limit, their ratio says what normalizing costs.

internal import Glibc
internal import Kafka
internal import Normalization

enum PassThroughScenario {
    private static let recordCount = 400_000
    private static let partitions: Int32 = 64
    private static let runs = 3
    private static let batchRecords = 10_000

    static func run() throws {
        let cluster = try EmbeddedCluster()
        for topic in ["in", "out"] { try cluster.createTopic(topic, partitions: Int(partitions)) }
        try fill(cluster)
        var normalizer = Normalizer(catalogue: try Catalogue.standard(), settings: NormalizerSettings())
        var output = OutputBuffer(capacity: 8192)
        var envelope = Envelope(
            position: RecordPosition(namespace: 1, partition: 0, offset: 0),
            receivedAt: 1_622_546_944_000
        )
        let fixed = [UInt8](repeating: UInt8(ascii: "x"), count: 600)
        print(
            "pass-through: \(recordCount) records, \(partitions) partitions, batches of \(batchRecords), at least once"
        )
        var speeds: (fixed: [Double], normalized: [Double]) = ([], [])
        for run in 0..<runs {
            speeds.fixed.append(
                try drain(cluster, "fixed-\(run)") { _, _, _, send in send(fixed.span) }
            )
            speeds.normalized.append(
                try drain(cluster, "normalized-\(run)") { line, partition, offset, send in
                    output.removeAll()
                    envelope.position.partition = partition
                    envelope.position.offset = offset
                    _ = normalizer.normalize(line, envelope, into: &output)
                    output.withBytes { send($0) }
                }
            )
        }
        print("  fixed value: \(Measurement.summary(speeds.fixed, "records/s"))")
        print("  normalized:  \(Measurement.summary(speeds.normalized, "records/s"))")
        let ratios = zip(speeds.normalized, speeds.fixed).map { Int(($0 / $1 * 100).rounded()) }
        print("  normalized to fixed, run by run: \(ratios.map { "\($0) %" }.joined(separator: ", "))")
    }

    private static func fill(_ cluster: EmbeddedCluster) throws {
        let producer = try Producer(producerSettings(cluster))
        let topic = try producer.topic("in")
        var maker = LineMaker(seed: 2)
        for index in 0..<recordCount {
            let line = maker.line()
            while case .queueFull = producer.produce(
                to: topic,
                partition: Int32(index) % partitions,
                value: line.span
            ) { producer.poll(timeout: .milliseconds(20)) }
        }
        _ = producer.flush(timeout: .seconds(60))
    }

    /// Reads the whole topic, sends what `transform` makes of each record, commits batch by batch; records per second.
    private static func drain(
        _ cluster: EmbeddedCluster,
        _ group: String,
        _ transform: (Span<UInt8>, Int32, Int64, (Span<UInt8>) -> Void) -> Void
    ) throws -> Double {
        let consumer = try Consumer([
            "bootstrap.servers": cluster.bootstrapServers, "group.id": group, "enable.auto.commit": "false",
            "enable.auto.offset.store": "false", "fetch.wait.max.ms": "10", "log_level": "3",
        ])
        let producer = try Producer(producerSettings(cluster))
        let topic = try producer.topic("out")
        try producer.prewarm(topic, timeout: .seconds(10))
        try consumer.assign((0..<partitions).map { PartitionPosition(TopicPartition("in", $0), .beginning) })
        var batch = MessageBatch(capacity: batchRecords)
        var done = 0
        let limits = BatchLimits(maxMessages: batchRecords, maxWait: .milliseconds(200))
        let taken = try Measurement.time {
            while done < recordCount {
                _ = try consumer.collect(into: &batch, limits: limits) { false }
                for index in 0..<batch.count {
                    batch.withPayload(at: index) { line in
                        guard let line else { return }
                        transform(line, batch.partition(at: index), batch.offset(at: index)) { value in
                            while case .queueFull = producer.produce(to: topic, value: value) {
                                producer.poll(timeout: .milliseconds(20))
                            }
                        }
                    }
                }
                _ = producer.flush(timeout: .seconds(60))
                try consumer.commit(batch.nextOffsets, timeout: .seconds(10))
                done += batch.count
                batch.removeAll()
            }
        }
        consumer.close(within: .seconds(10))
        producer.close(within: .seconds(10))
        return Double(recordCount) / taken.wall
    }

    private static func producerSettings(_ cluster: EmbeddedCluster) -> ClientConfiguration {
        [
            "bootstrap.servers": cluster.bootstrapServers, "enable.idempotence": "true", "linger.ms": "50",
            "batch.num.messages": "10000", "queue.buffering.max.messages": "1000000", "compression.type": "lz4",
            "log_level": "3",
        ]
    }
}
