// A worker on a cluster of its own that can be told to fail, with what every fault must leave true: each record comes
// out, in order per partition, and the numbers add up.

internal import Foundation
package import Kafka
internal import KafkaTestSupport
package import Testing
package import Worker

/// A rig for one worker, its cluster and a probe.
///
/// The embedded cluster shows aborted records and forgets a transaction's offsets. So records may come out more than
/// once; what counts is that all do, and that the last occurrences are in order.
package struct FaultRig: Sendable {
    /// Both kinds of delivery.
    package static let deliveries: [WorkerConfiguration.Delivery] = [.exactlyOnce, .atLeastOnce]

    package let rig: WorkerRig
    package let cluster: EmbeddedCluster
    package let probe = WorkerProbe()
    private let partitions: Int

    package init(
        _ delivery: WorkerConfiguration.Delivery = .exactlyOnce,
        brokers: Int = 1,
        partitions: Int = 1,
        configure: (inout WorkerConfiguration) -> Void = { _ in }
    ) throws {
        let broker = try TestBroker.embedded(brokers: brokers)
        cluster = try broker.cluster.unwrap("cluster")
        self.partitions = partitions
        rig = try WorkerRig(broker, partitions: partitions) { configuration in
            configuration.delivery = delivery
            configuration.batchMilliseconds = 20
            configuration.transactionMilliseconds = 10_000
            configuration.operatorWaitMilliseconds = 50
            configuration.kafkaProperties += [
                ("log_level", "0"), ("producer.linger.ms", "5"), ("producer.retry.backoff.ms", "10"),
                ("retry.backoff.ms", "10"), ("reconnect.backoff.ms", "10"), ("reconnect.backoff.max.ms", "100"),
                ("topic.metadata.refresh.fast.interval.ms", "50"), ("topic.metadata.propagation.max.ms", "200"),
            ]
            configure(&configuration)
        }
    }

    package var configuration: WorkerConfiguration { rig.configuration }

    /// The line of a record, from a host of the record's partition, so that the order of a partition can be seen in the
    /// output.
    package static func line(_ number: Int, partition: Int32) -> String {
        "<166>Nov 03 2020 09:50:01 vpn\(partition) : %ASA-6-113039: Group <Dev> User <user\(number)> IP <203.0.113.7> "
            + "AnyConnect parent session started."
    }

    /// Writes records to the input, numbered by their offset.
    package func write(_ numbers: Range<Int>, partition: Int32 = 0) throws {
        try rig.broker.write(
            numbers.map { Self.line($0, partition: partition) },
            to: configuration.inputTopic,
            partition: partition
        )
    }

    /// Runs a worker while `body` does its checks, then stops it and hands over its result.
    package func run(while body: () throws -> Void) throws -> WorkerResult {
        try rig.run(log: probe.log) { _ in try body() }
    }

    /// The numbers of the events in the output, in order, by input partition.
    package func numbers(in topic: String? = nil) throws -> [Int32: [Int]] {
        var numbers: [Int32: [Int]] = [:]
        for record in try rig.contents(of: topic ?? configuration.outputTopic, partitions: Int32(partitions)) {
            guard let key = record.key, let host = Int32(key.dropFirst(3)), let value = record.value else { continue }
            guard let place = value.range(of: "\"sourceUser\":\"user") else { continue }
            numbers[host, default: []].append(Int(value[place.upperBound...].prefix { $0.isNumber }) ?? -1)
        }
        return numbers
    }

    /// Checks that the numbers of a partition came out, all of them and in order if only the last occurrences count.
    package func expectAll(_ expected: Range<Int>, partition: Int32 = 0, _ location: SourceLocation = #_sourceLocation)
        throws
    {
        let found = try numbers()[partition] ?? []
        var seen: Set<Int> = []
        let last = found.reversed().filter { seen.insert($0).inserted }.reversed()
        #expect(Array(last) == Array(expected), sourceLocation: location)
    }

    /// Checks what is true of every worker that was stopped after faults.
    package func expectSound(_ result: WorkerResult, read: Int? = nil, _ location: SourceLocation = #_sourceLocation) {
        #expect(result.failure == nil, sourceLocation: location)
        #expect(result.report.addsUp, sourceLocation: location)
        if result.failure != nil { Issue.record("\(probe.story)", sourceLocation: location) }
        #expect(result.report.gaps == 0, sourceLocation: location)
        if let read { #expect(result.report.read == read, sourceLocation: location) }
    }
}
