// A worker under test with topics of its own, a writer for its input and a reader for its outputs.

internal import Kafka
package import KafkaTestSupport
package import Normalization
internal import Testing
package import Worker

package let standardCatalogue: Catalogue = {
    do { return try Catalogue.standard() } catch { preconditionFailure("\(error)") }
}()

/// A record of an output topic.
package struct OutputRecord {
    package var value: String?
    package var key: String?
    package var time: Int64?
    package var headers: [String: String]
}

/// One worker, its broker and its topics.
package final class WorkerRig: Sendable {
    package let broker: TestBroker
    package let configuration: WorkerConfiguration

    package init(
        _ broker: TestBroker,
        partitions: Int = 2,
        configure: (inout WorkerConfiguration) -> Void = { _ in }
    ) throws {
        self.broker = broker
        var configuration = WorkerConfiguration()
        configuration.bootstrapServers = broker.bootstrapServers
        configuration.inputTopic = try broker.makeTopic(partitions: partitions)
        configuration.outputTopic = try broker.makeTopic(partitions: partitions)
        configuration.deadLetterTopic = try broker.makeTopic()
        configuration.groupID = TestBroker.uniqueName("group")
        configuration.batchMilliseconds = 50
        // The embedded broker does not keep the offsets of a transaction.
        if broker.cluster != nil { configuration.delivery = .atLeastOnce }
        configuration.shutdownMilliseconds = 20_000
        configuration.logLevel = .debug
        // Its questions would take errors that a test pushes for the worker's own.
        configuration.isObserved = false
        configuration.kafkaProperties = [
            ("consumer.session.timeout.ms", "30000"), ("consumer.heartbeat.interval.ms", "200"),
            ("consumer.max.poll.interval.ms", "60000"), ("consumer.fetch.wait.max.ms", "10"),
        ]
        configure(&configuration)
        if broker.sharesOutPartitions, configuration.groupInstanceID == nil,
            case .named = configuration.inputTopics
        {
            configuration.groupProtocol = .consumer
            configuration.kafkaProperties.removeAll {
                TestBroker.decided.contains($0.key.replacing("consumer.", with: ""))
            }
        }
        self.configuration = configuration
    }

    /// Runs a worker while `body` does its checks, then stops it and hands over its result.
    package func run(log: Log = Log(level: .debug) { _ in }, while body: (Worker) throws -> Void) throws -> WorkerResult
    {
        let worker = makeWorker(log: log)
        let thread = BackgroundThread { worker.run() }
        defer { worker.requestStop() }
        try body(worker)
        worker.requestStop()
        return try thread.value()
    }

    package func makeWorker(log: Log = Log(level: .debug) { _ in }) -> Worker {
        Worker(configuration: configuration, catalogue: standardCatalogue, log: log)
    }

    /// Everything in a topic so far.
    package func contents(of topic: String, partitions: Int32) throws -> [OutputRecord] {
        var batch = MessageBatch()
        try broker.readAll(topic, partitions: partitions, into: &batch)
        var records: [OutputRecord] = []
        for index in 0..<batch.count {
            var headers: [String: String] = [:]
            batch.forEachHeader(at: index) { name, value in headers[text(name) ?? ""] = text(value) ?? "" }
            records.append(
                OutputRecord(
                    value: batch.withPayload(at: index) { text($0) },
                    key: batch.withKey(at: index) { text($0) },
                    time: batch.timestamp(at: index)?.epochMilliseconds,
                    headers: headers
                )
            )
        }
        return records
    }

    package func outputs() throws -> (events: [OutputRecord], deadLetters: [OutputRecord]) {
        (
            try contents(of: configuration.outputTopic, partitions: 2),
            try contents(of: configuration.deadLetterTopic, partitions: 1)
        )
    }

    /// Waits until the group has committed so many records; only then is it sure that none of them is read again.
    package func awaitCommitted(_ count: Int64) throws {
        try eventually("\(count) records are committed", within: .seconds(90)) { try committed() == count }
    }

    /// The group's committed offsets, added up over all partitions of the input.
    package func committed(partitions: Int32 = 2) throws -> Int64 {
        let consumer = try Consumer(broker.consumerConfiguration(group: configuration.groupID))
        let places = (0..<partitions).map { TopicPartition(configuration.inputTopic, $0) }
        let offsets = try consumer.committed(places, timeout: .seconds(30))
        consumer.close(within: .seconds(10))
        return offsets.values.reduce(0, +)
    }
}

extension WorkerConfiguration {
    /// For groups with a second member, one after the other too: the embedded broker lets it in once a session is over.
    package mutating func shortenSessions() {
        kafkaProperties.append(("consumer.session.timeout.ms", "6000"))
    }
}
