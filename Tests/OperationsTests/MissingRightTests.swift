// A user who lacks a right: each step of a command that goes back in time says so and writes nothing.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Operations
@testable import Worker

@Suite struct MissingRightTests {
    /// Expects that a step fails for want of a right, in words that say what to do.
    private static func expectMissingRight(
        _ comment: Comment,
        _ right: String,
        sourceLocation: SourceLocation = #_sourceLocation,
        _ step: () throws(CommandFailure) -> Void
    ) {
        let failure = #expect(throws: CommandFailure.self, comment, sourceLocation: sourceLocation) { try step() }
        let text = failure?.description ?? ""
        #expect(
            text.hasSuffix(": a right is missing: \(right); grant it to this user, and try again"),
            "\(comment): \(text)"
        )
        #expect(failure?.isTransient == false, comment)
    }

    @Test(
        .enabled(
            if: KafkaLibrary.version != KafkaLibrary.Version(2, 8, 0),
            "librdkafka 2.8.0 crashes at the mock broker's answer to a refused Metadata request"
        )
    )
    func aTopicThatMayNotBeDescribed() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            try rig.write(0..<3)
            rig.cluster.setError(.topicAuthorizationFailed, ofTopic: rig.configuration.inputTopic)
            let inspector = try TopicInspector(rig.configuration)
            defer { inspector.close() }
            let right = "Describe on topic '\(rig.configuration.inputTopic)'"
            Self.expectMissingRight("describe the topic", right) { () throws(CommandFailure) in
                _ = try inspector.partitions(nil)
            }
        }
    }

    @Test func aGroupThatMayNotBeRead() async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            try rig.write(0..<3)
            let inspector = try TopicInspector(rig.configuration)
            defer { inspector.close() }
            rig.cluster.pushErrors([.groupAuthorizationFailed], for: .offsetFetch)
            let group = rig.configuration.groupID
            Self.expectMissingRight("read the group's offsets", "Describe on group '\(group)'") {
                () throws(CommandFailure) in
                _ = try inspector.committed([0])
            }
            rig.cluster.pushErrors([.groupAuthorizationFailed], for: .offsetCommit)
            Self.expectMissingRight("move the group's offsets", "Read on group '\(group)'") {
                () throws(CommandFailure) in
                try inspector.commit([0: 1])
            }
            #expect(try inspector.committed([0]).isEmpty)
        }
    }

    @Test(arguments: [KafkaRequest.initProducerID, .addOffsetsToTransaction, .transactionOffsetCommit])
    func aPlanThatMayNotBeWritten(_ request: KafkaRequest) async throws {
        try await onOwnThread {
            let rig = try FaultRig()
            try rig.write(0..<3)
            let planner = try ReplayPlanner(rig.configuration, group: "replay", words: [])
            defer { planner.close() }
            let plan = try planner.plan(from: .earliest, to: .latest, partitions: nil, restarts: false)
            rig.cluster.pushErrors(
                [request == .initProducerID ? .transactionalIDAuthorizationFailed : .groupAuthorizationFailed],
                for: request
            )
            let right =
                request == .initProducerID
                ? "Write on transactional id '\(rig.configuration.groupID)-plan'" : "Read on group 'replay'"
            Self.expectMissingRight("\(request)", right) { () throws(CommandFailure) in _ = try planner.begin(plan) }
            #expect(try planner.plan(from: .earliest, to: .latest, partitions: nil, restarts: false).origin == .new)
        }
    }
}
