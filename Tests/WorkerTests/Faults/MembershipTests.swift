// A worker that its group no longer knows: it sends no offsets, reads again, and takes part again.

import Foundation
import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct MembershipTests {
    @Test func aMemberThatWasThrownOutHasNoMembershipToPresent() async throws {
        try await onOwnThread {
            let broker = try TestBroker.embedded()
            let cluster = try broker.cluster.unwrap("cluster")
            let topic = try broker.makeTopic()
            try broker.write(["a"], to: topic)
            let consumer = try Consumer(broker.consumerConfiguration())
            try consumer.subscribe(to: [topic])
            #expect(try consumer.read(1).count == 1)
            #expect(try consumer.groupMetadata() != nil)
            cluster.pushErrors([KafkaErrorCode](repeating: .unknownMember, count: 100), for: .joinGroup)
            cluster.pushErrors([.illegalGeneration], for: .heartbeat)
            // Not polled meanwhile, as in the middle of a batch.
            try eventually("the consumer is no member") { try consumer.groupMetadata() == nil }
            cluster.clearErrors(for: .joinGroup)
            consumer.close(within: .seconds(10))
        }
    }

    @Test func aWorkerThatWasThrownOutSendsNoOffsets() async throws {
        try await onOwnThread {
            let rig = try FaultRig { $0.batchRecords = 10 }
            let isNoMember = SharedFlag()
            rig.probe.onEvent { [cluster = rig.cluster] event in
                guard case .attemptFailed(_, _, let error) = event, error.contains("group metadata") else { return }
                isNoMember.raise()
                cluster.clearErrors(for: .joinGroup)
            }
            // While there is more to read, every batch has records. It is held until the group has forgotten the
            // member, which nothing tells; held too briefly, it is tried with the next one.
            rig.probe.at(.batchCollected) { [cluster = rig.cluster, unowned probe = rig.probe] _ in
                guard probe.count("batch-committed") > 0, !isNoMember.isRaised else { return }
                cluster.pushErrors([KafkaErrorCode](repeating: .unknownMember, count: 200), for: .joinGroup)
                cluster.pushErrors([.illegalGeneration], for: .heartbeat)
                usleep(2_000_000)
            }
            try rig.write(0..<500)
            let result = try rig.run {
                try rig.probe.await("resumed")
                // The embedded cluster forgets the offsets of transactions: all of it is read again.
                try rig.probe.awaitCommitted(510)
            }
            #expect(isNoMember.isRaised)
            #expect(rig.probe.count("producer-renewed") == 0, "no transaction was open")
            rig.expectSound(result)
            try rig.expectAll(0..<500)
        }
    }

    @Test(arguments: [WorkerConfiguration.Delivery.exactlyOnce, .atLeastOnce])
    func aBatchThatTookTooLongIsNotCommitted(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let rig = try FaultRig(delivery) {
                $0.transactionMilliseconds = 60_000
                $0.kafkaProperties += [
                    ("consumer.max.poll.interval.ms", "4000"), ("consumer.session.timeout.ms", "4000"),
                ]
            }
            try rig.write(0..<5)
            rig.probe.once(at: .recordsSent) { [cluster = rig.cluster] in
                usleep(5_500_000)
                // The embedded cluster does not look at the membership of a transaction's offsets.
                cluster.pushErrors([.unknownMember], for: .transactionOffsetCommit)
            }
            let result = try rig.run {
                try rig.probe.await("attempt-failed")
                #expect(rig.probe.committed == 0)
                try rig.probe.awaitCommitted(5)
            }
            rig.expectSound(result, read: 5)
            try rig.expectAll(0..<5)
            #expect(result.report.resumed == 1)
            #expect(result.report.rebalances >= 3, "given, lost, given again")
        }
    }
}
