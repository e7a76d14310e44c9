// `replay` for clusters without transactions, so also on the embedded one: killed, it goes on where offsets were
// committed.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite struct ReplayAtLeastOnceTests {
    @Test func killedItGoesOnAndRepeatsNoMoreThanABatch() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<200), partition: partition) }
            let command = [
                "replay", "--from", "offset:20", "--to", "offset:180", "--output-topic", again, "--replay-id", "again",
                "--yes", "--delivery", "at-least-once",
            ]
            let victim = try rig.start(command + ["--rate", "10"])
            try eventually("it has begun", within: .seconds(60)) { try done(rig) > 0 }
            victim.signal(SIGKILL)
            #expect(victim.wait() == -SIGKILL)
            let (status, output, errors) = try rig.run(command)
            #expect(status == 0, "\(errors)")
            #expect(output.contains("320 of 320 offsets are accounted for: 320 events"), "\(output)")
            try expectAll(rig, again, twice: 5)
        }
    }

    @Test func twoProcessesShareThePartitionsAndOneThatIsKilledIsTakenOver() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<200), partition: partition) }
            let command = [
                "replay", "--from", "offset:20", "--to", "offset:180", "--output-topic", again, "--replay-id", "again",
                "--yes", "--delivery", "at-least-once", "--rate", "10",
            ]
            let first = try rig.start(command)
            let second = try rig.start(command)
            try eventually("each has a partition", within: .seconds(60)) {
                try done(rig) > 20 && [first, second].allSatisfy { $0.errors.contains("event=partitions-assigned") }
            }
            first.signal(SIGKILL)
            #expect(first.wait() == -SIGKILL)
            #expect(second.wait() == 0, "\(second.errors)")
            #expect(second.output.contains("320 of 320 offsets are accounted for: 320 events"), "\(second.output)")
            // What either had sent and not committed, at the rebalance and at the kill.
            try expectAll(rig, again, twice: 15)
        }
    }

    /// Of two processes that begin at once, one may write its plan after the other has and before that has joined.
    @Test func aProcessWhosePlanIsReplacedBeforeItJoinsGoesOnWithTheOther() async throws {
        try await onOwnThread {
            let rig = try TopicRig(partitions: 1)
            let again = try rig.broker.makeTopic(partitions: 2)
            try rig.write(TopicRig.lines(0..<200))
            var replayID = 0
            var first: Program?
            try eventually("a plan is replaced before its process has joined", within: .seconds(60)) {
                replayID += 1
                let process = try rig.start([
                    "replay", "--from", "offset:20", "--to", "offset:180", "--output-topic", again, "--replay-id",
                    "\(replayID)", "--yes", "--delivery", "at-least-once",
                ])
                first = process
                try eventually("it has written its plan", within: .seconds(60)) {
                    process.errors.contains("event=started") || !process.isRunning
                }
                process.signal(SIGSTOP)
                defer { process.signal(SIGCONT) }
                return try replacePlan(rig, "\(replayID)")
            }
            let process = try #require(first)
            #expect(process.wait() == 0, "\(process.errors)")
            #expect(process.output.contains("another process has begun it meanwhile: going on with that"))
            #expect(process.output.contains("160 of 160 offsets are accounted for: 160 events"), "\(process.output)")
        }
    }

    /// Writes what another process with the same words would write.
    ///
    /// - Returns: Whether the group has taken it: it has no members.
    private func replacePlan(_ rig: TopicRig, _ replayID: String) throws -> Bool {
        let consumer = try Consumer(rig.broker.consumerConfiguration(group: "\(rig.group).replay.\(replayID)"))
        defer { consumer.close(within: .seconds(10)) }
        let place = TopicPartition(rig.input, 0)
        let entry = try #require(try consumer.committedEntries([place], timeout: .seconds(30)).first)
        let words = entry.metadata.split(separator: " ").map { word in
            guard word.hasPrefix("plan="), let number = Int64(word.dropFirst(5)) else { return String(word) }
            return "plan=\(number + 1)"
        }
        let replaced = TopicPartitionOffset(place, entry.offset, metadata: words.joined(separator: " "))
        do throws(KafkaError) {
            try consumer.commit([replaced], timeout: .seconds(30))
        } catch {
            guard error.code.isLostMembership else { throw error }
            return false
        }
        return true
    }

    /// Offsets that a replay which begins at 20 has dealt with.
    private func done(_ rig: TopicRig) throws -> Int64 {
        try rig.committed("\(rig.group).replay.again", rig.input, 2).values.reduce(0) { $0 + $1 - 20 }
    }

    /// Expects the events of 160 lines of each partition, at most so many of them twice: a batch is half a second's
    /// records.
    private func expectAll(_ rig: TopicRig, _ topic: String, twice: Int) throws {
        let copies = Dictionary(grouping: try rig.records(of: topic, 2).map(\.id)) { $0 }.mapValues(\.count)
        #expect(copies.count == 320)
        #expect(copies.values.reduce(0) { $0 + $1 - 1 } <= twice, "\(copies.filter { $0.value > 1 }.count)")
    }
}
