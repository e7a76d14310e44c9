// What is taken away or has to be read again while a lane is in the middle of a batch: nothing of it is sent for
// others, and nothing of it is passed over.

import Foundation
import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct RevokedMeanwhileTests {
    @Test func theRestOfABatchIsNotSentOnceItsPartitionsWereTakenAway() async throws {
        try await onOwnThread {
            let rig = try FaultRig {
                $0.batchRecords = 100
                // Only the number of records ends the batch.
                $0.batchMilliseconds = 60_000
                $0.transactionMilliseconds = 60_000
            }
            try rig.write(0..<100)
            // After three failures the batch goes on in parts.
            let failures = [KafkaErrorCode](repeating: .requestTimedOut, count: 3)
            rig.cluster.pushErrors(failures, for: .addPartitionsToTransaction)
            // The first part's commit is not answered until the group has given the partition again.
            let retries = [KafkaErrorCode](repeating: .notCoordinator, count: 20_000)
            let isCommitting = SharedFlag()
            let isGivenAnew = SharedFlag()
            rig.probe.onEvent { [cluster = rig.cluster] event in
                guard case .assigned = event, isCommitting.isRaised else { return }
                cluster.clearErrors(for: .endTransaction)
                isGivenAnew.raise()
            }
            rig.probe.at(.committing) { [cluster = rig.cluster, probe = rig.probe] _ in
                guard probe.count("attempt-failed") == 3, !isCommitting.isRaised else { return }
                isCommitting.raise()
                cluster.pushErrors(retries, for: .endTransaction)
                cluster.pushErrors([.illegalGeneration], for: .heartbeat)
            }
            // The embedded cluster forgets the offsets of transactions: all of it is read again.
            let result = try rig.run { try rig.probe.awaitCommitted(150) }
            rig.expectSound(result, read: 150)
            try rig.expectAll(0..<100)
            #expect(isGivenAnew.isRaised)
            #expect(rig.probe.count("attempt-failed") == 3, "\(rig.probe.story)")
        }
    }

    @Test func whatCameFirstAfterAPartitionCameBackIsNotPassedOver() async throws {
        try await onOwnThread {
            let rig = try FaultRig { $0.transactionMilliseconds = 60_000 }
            try rig.write(0..<100)
            let isTakenAway = SharedFlag()
            let isGivenAnew = SharedFlag()
            rig.probe.once(at: .transactionBegun) { [cluster = rig.cluster] in
                // The producer is of no more use, and the next one is not ready until the partition is lost and given
                // again.
                let retries = [KafkaErrorCode](repeating: .coordinatorLoading, count: 20_000)
                cluster.pushErrors(retries, for: .initProducerID)
                cluster.pushErrors([.invalidProducerEpoch], for: .produce)
                cluster.pushErrors([.illegalGeneration], for: .heartbeat)
                isTakenAway.raise()
            }
            rig.probe.onEvent { [cluster = rig.cluster] event in
                guard case .assigned = event, isTakenAway.isRaised, !isGivenAnew.isRaised else { return }
                isGivenAnew.raise()
                cluster.clearErrors(for: .initProducerID)
                // Records are fetched meanwhile, so that the lane's next poll hands out one.
                usleep(1_000_000)
            }
            let result = try rig.run { try rig.probe.awaitCommitted(100) }
            rig.expectSound(result, read: 100)
            try rig.expectAll(0..<100)
            #expect(result.report.resumed == 1)
        }
    }

    @Test func whatCameWhileWaitingIsDroppedOnlyWhereItIsReadAgain() async throws {
        try await onOwnThread {
            let broker = try TestBroker.embedded()
            let topic = try broker.makeTopic(partitions: 2)
            let places = (0..<2).map { TopicPartition(topic, $0) }
            for place in places { try broker.write(["a"], to: topic, partition: place.partition) }
            var settings = broker.consumerConfiguration()
            settings.set("enable.partition.eof", "true")
            let consumer = try Consumer(settings)
            try consumer.assign(places.map { PartitionPosition($0, .beginning) })
            let heartbeat = WorkerStatus(WorkerConfiguration()).heartbeat(of: 0)
            let keeper = GroupKeeper(consumer, StopSignal(), heartbeat, onChange: { _, _ in }, onDelay: { _ in })
            try eventually("a record of each partition and its end came") {
                keeper.serve()
                return keeper.arrivalRanges.count { $0.count > 0 } == 2 && keeper.outcome?.partitionEnds.count == 2
            }
            keeper.dropArrivals(of: [places[0]])
            #expect(keeper.takeOutcome()?.partitionEnds == [TopicPartitionOffset(places[1], 1)])
            var batch = MessageBatch()
            keeper.takeArrivals(into: &batch)
            #expect(batch.partitionRanges.filter { $0.count > 0 }.map(\.partition) == [places[1]])
            consumer.close(within: .seconds(10))
        }
    }
}
