// Groups under change: across rebalances no record is lost, and none is handed out twice.
// The two run side by side, each on threads of its own: nearly all they do is wait for a group to form.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite struct RebalanceLossTests {
    /// On librdkafka 2.0.2 this loses records if batches are read by `rd_kafka_consume_batch_queue`.
    @Test func losesNothingAcrossCooperativeRebalances() async throws {
        try await onOwnThread {
            try Self.losesNothing(strategy: "cooperative-sticky", groupProtocol: .cooperative)
        }
    }

    @Test func losesNothingAcrossEagerRebalances() async throws {
        try await onOwnThread {
            try Self.losesNothing(strategy: "range", groupProtocol: .eager)
        }
    }

    /// A second member joins and leaves while records trickle in; together they must read each record exactly once.
    private static func losesNothing(strategy: String, groupProtocol: RebalanceEvent.GroupProtocol) throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic(partitions: 4)
        var configuration = broker.consumerConfiguration(group: TestBroker.uniqueName("group"))
        let groupProtocol = broker.sharesOutPartitions ? .cooperative : groupProtocol
        if !broker.sharesOutPartitions { configuration.set("partition.assignment.strategy", strategy) }
        configuration.set("max.poll.interval.ms", "8000")
        let settings = configuration

        let isWritten = SharedFlag()
        let firstHasRead = SharedFlag()
        let secondHasRead = SharedFlag()
        let secondLeaves = SharedFlag()
        let firstLeaves = SharedFlag()
        let writer = BackgroundThread {
            let producer = try Producer(broker.producerConfiguration())
            let handle = try producer.topic(topic)
            var count = 0
            while !isWritten.isRaised {
                try producer.send("\(count)", to: handle, partition: Int32(count % 4))
                producer.poll()
                count += 1
                usleep(1000)
            }
            guard producer.flush(timeout: .seconds(60)) else { throw NeverHappened(description: "all is written") }
            return count
        }
        let first = BackgroundThread {
            try Self.run(settings, topic, until: { firstLeaves.isRaised }, onRead: { firstHasRead.raise() })
        }
        try eventually("the first member reads") { firstHasRead.isRaised }
        let second = BackgroundThread {
            try Self.run(settings, topic, until: { secondLeaves.isRaised }, onRead: { secondHasRead.raise() })
        }
        try eventually("the second member reads") { secondHasRead.isRaised }
        secondLeaves.raise()
        let leaver = try second.value()
        isWritten.raise()
        let count = try writer.value()

        // What is left belongs to the first member: it is done when the group's offsets are the log's end.
        let observer = try Consumer(settings)
        let partitions = (0..<4).map { TopicPartition(topic, $0) }
        try eventually("everything is committed") {
            let committed = try? observer.committed(partitions, timeout: .seconds(10))
            return committed?.values.reduce(0, +) == Int64(count)
        }
        firstLeaves.raise()
        let stayer = try first.value()

        let places = (stayer.records + leaver.records).map { TopicPartitionOffset($0.partition, $0.offset) }
        #expect(Set(places).count == count, "no record is lost")
        #expect(places.count == count, "no record is handed out twice")
        #expect(stayer.gaps == [] && leaver.gaps == [])
        #expect(leaver.records.count > 0, "both members took part")
        #expect(stayer.protocols == [groupProtocol] && leaver.protocols == [groupProtocol])
        #expect(stayer.changes.contains(.revoked), "a rebalance happened in the middle")
        #expect(stayer.closedInTime && leaver.closedInTime)
    }

    /// What one member saw.
    private struct Member: Sendable {
        var records: [ReadRecord] = []
        var changes: [RebalanceEvent.Change] = []
        var protocols: Set<RebalanceEvent.GroupProtocol> = []
        var gaps: [OffsetGap] = []
        var closedInTime = false
    }

    /// Reads until told to stop and commits after every batch, as a worker would.
    private static func run(
        _ configuration: ClientConfiguration,
        _ topic: String,
        until isStopping: @escaping () -> Bool,
        onRead: () -> Void
    ) throws -> Member {
        var changes: [RebalanceEvent.Change] = []
        var protocols: Set<RebalanceEvent.GroupProtocol> = []
        let onRebalance: RebalanceHandler = { event in
            changes.append(event.change)
            protocols.insert(event.groupProtocol)
        }
        let consumer = try Consumer(configuration, onRebalance: onRebalance)
        try consumer.subscribe(to: [topic])
        var member = Member()
        var batch = MessageBatch()
        let limits = BatchLimits(maxMessages: 50, maxWait: .milliseconds(300))
        while !isStopping() {
            let outcome = try consumer.collect(into: &batch, limits: limits)
            member.gaps += outcome.gaps
            if batch.count > 0 {
                do throws(KafkaError) {
                    try consumer.commit(batch.nextOffsets, timeout: .seconds(20))
                    member.records += batch.copies()
                    onRead()
                } catch {
                    if error.code.isLocal, isCommitted(batch.nextOffsets, consumer) {
                        // The answer did not come, but it was done.
                        member.records += batch.copies()
                    } else {
                        // The group has moved on: the records are read again by whoever owns them now.
                        let starts = batch.partitionRanges.filter { $0.count > 0 && consumer.owns($0.partition) }
                        try consumer.seek(to: starts.map { PartitionPosition($0.partition, .offset($0.firstOffset)) })
                    }
                }
                batch.removeAll()
            }
        }
        member.closedInTime = consumer.close(within: .seconds(30))
        member.changes = changes
        member.protocols = protocols
        return member
    }

    private static func isCommitted(_ offsets: [TopicPartitionOffset], _ consumer: Consumer) -> Bool {
        let group = try? consumer.committed(offsets.map(\.partition), timeout: .seconds(20))
        return offsets.allSatisfy { group?[$0.partition] == $0.offset }
    }
}
