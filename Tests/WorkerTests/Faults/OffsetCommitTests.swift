// Commits of offsets, at least once, that are answered late or never.

import Foundation
import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct OffsetCommitTests {
    /// Of two requests the library would repeat the first one, if its answer is lost, after the second and later ones:
    /// the group's offsets would go back.
    @Test func aCommitThatIsAnsweredLateIsAskedForOnce() async throws {
        try await onOwnThread {
            let rig = try FaultRig(.atLeastOnce)
            rig.probe.once(at: .committing) { [cluster = rig.cluster] in
                #expect(throws: Never.self) { try cluster.setRoundTripTime(.seconds(3), of: 1) }
            }
            try rig.write(0..<5)
            let result = try rig.run {
                try rig.probe.awaitCommitted(5)
                try rig.cluster.setRoundTripTime(.zero, of: 1)
            }
            rig.expectSound(result, read: 5)
            #expect(rig.probe.count(.committing) == 1, "\(rig.probe.story)")
            #expect(result.report.unknownOutcomes == 0)
        }
    }

    /// The group takes no offsets while its members come together; what was sent is not sent again for that.
    @Test func aCommitDuringARebalanceIsAskedForAgain() async throws {
        try await onOwnThread {
            let rig = try FaultRig(.atLeastOnce)
            rig.probe.once(at: .committing) { [cluster = rig.cluster] in
                cluster.pushErrors([KafkaErrorCode](repeating: .rebalanceInProgress, count: 5), for: .offsetCommit)
            }
            try rig.write(0..<5)
            let result = try rig.run { try rig.probe.awaitCommitted(5) }
            rig.expectSound(result, read: 5)
            #expect(rig.probe.count(.committing) == 6, "\(rig.probe.story)")
            #expect(result.report.resumed == 0)
        }
    }

    /// The brokers take the offsets and go away before they say so; what they say when they are back is an error.
    @Test func aCommitThatCountsThoughItFailedIsBooked() async throws {
        try await onOwnThread {
            let rig = try FaultRig(.atLeastOnce)
            rig.probe.once(at: .committing) { [cluster = rig.cluster] in
                #expect(throws: Never.self) { try cluster.setRoundTripTime(.seconds(60), of: 1) }
            }
            try rig.write(0..<5)
            let result = try rig.run {
                try eventually("a commit is under way") { rig.probe.count(.committing) == 1 }
                Thread.sleep(forTimeInterval: 1)
                try rig.cluster.setBrokerDown(1)
                rig.cluster.pushErrors([.unknown], for: .offsetCommit)
                try rig.cluster.setRoundTripTime(.zero, of: 1)
                try rig.cluster.setBrokerUp(1)
                try rig.probe.awaitCommitted(5)
            }
            rig.expectSound(result, read: 5)
            #expect(result.report.unknownOutcomes == 1, "\(rig.probe.story)")
            #expect(result.report.resumed == 0)
            #expect(result.report.unsettledRecords == 0)
        }
    }
}
