// `replay` and what may become of its range: plans that write nothing, markers and aborted records in it, retention and
// new partitions while it goes on, a new beginning.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite(.enabled(if: TestBroker.can(.offsetsByTime), needsTimesAndTransactions))
struct ReplayRangeTests {
    private let name = "again"

    private func replay(_ from: String, _ to: String, into topic: String, _ arguments: [String] = []) -> [String] {
        ["replay", "--from", from, "--to", to, "--output-topic", topic, "--replay-id", name, "--yes"] + arguments
    }

    private func done(_ rig: TopicRig) throws -> Int64 {
        try rig.committed("\(rig.group).replay.\(name)", rig.input, rig.partitions).values.reduce(0, +)
    }

    @Test func thePlanAloneAndWrongRangesWriteNothing() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            let nothing = try rig.run(["replay", "--from", "earliest", "--yes"])
            #expect(nothing.status == 1 && nothing.errors.contains("topic '\(rig.input)' is empty"))
            try rig.write(TopicRig.lines(0..<10))
            let plan = try rig.run(["replay", "--from", "earliest", "--output-topic", again, "--dry-run"])
            #expect(plan.status == 0 && plan.output.contains("replay \(rig.group).replay."))
            let unasked = try rig.run(["replay", "--from", "earliest", "--output-topic", again])
            #expect(unasked.status == 1 && unasked.errors.contains("give --yes"))
            for (arguments, message) in [
                (["--from", "earliest", "--partitions", "5"], "there is no partition 5"),
                (["--from", "earliest", "--input-topic", "no-such-topic"], "'no-such-topic' does not exist"),
                (["--from", "earliest", "--output-topic", "no-such-topic"], "'no-such-topic' does not exist"),
                (["--from", "2100-01-01T00:00:00Z"], "no record of topic"),
                (["--from", "earliest", "--to", "2001-01-01T00:00:00Z"], "no record of topic"),
            ] {
                let (status, _, errors) = try rig.run(["replay", "--yes", "--replay-id", name] + arguments)
                #expect(status == 1 && errors.contains(message), "\(errors)")
            }
            #expect(try rig.events().isEmpty)
            #expect(try rig.records(of: again, 2).isEmpty)
            #expect(try rig.committed("\(rig.group).replay.\(name)", rig.input, 2).isEmpty)
        }
    }

    @Test func offsetsWithoutARecordAreAccountedFor() async throws {
        try await onOwnThread {
            let rig = try TopicRig(partitions: 1)
            let again = try rig.broker.makeTopic(partitions: 2)
            let transactions = [true, false, true, false].enumerated().map { round, isKept in
                (values: TopicRig.lines(round * 10..<round * 10 + 10), isCommitted: isKept)
            }
            try rig.broker.writeTransactions(transactions, to: rig.input)
            // Two kept rounds of ten, two aborted ones, and a marker behind each.
            let (status, output, errors) = try rig.run(replay("earliest", "latest", into: again))
            #expect(status == 0, "\(errors)")
            #expect(
                output.contains(
                    "44 of 44 offsets are accounted for: 20 events + 0 dead letters + 0 null values + 24 without a record"
                ),
                "\(output)"
            )
            #expect(try rig.records(of: again, 2).count == 20)
        }
    }

    @Test func whatRetentionRemovesFromTheRangeIsToldAndIsNoSuccess() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<200), partition: partition) }
            let command = replay("earliest", "offset:150", into: again)
            let victim = try rig.start(command + ["--rate", "10"])
            try eventually("it has begun", within: .seconds(60)) { try done(rig) > 0 }
            victim.signal(SIGKILL)
            #expect(victim.wait() == -SIGKILL)
            let next = try rig.committed("\(rig.group).replay.\(name)", rig.input, 2)
            // Of one partition some of the rest is left, of the other one nothing.
            try rig.broker.removeRecords(of: TopicPartition(rig.input, 0), before: 140)
            try rig.broker.removeRecords(of: TopicPartition(rig.input, 1), before: 180)
            let removed = 140 - (next[0] ?? 0) + 150 - (next[1] ?? 0)
            let sum = "300 of 300 offsets are accounted for: \(300 - removed) events + 0 dead letters + 0 null values"
            for run in 1...2 {
                let (status, output, errors) = try rig.run(command)
                #expect(status == 1, "\(errors)")
                #expect(output.contains("\(sum) + \(removed) removed by retention"), "\(output)")
                #expect(errors.contains("event=log-gap") == (run == 1))
            }
            #expect(try rig.records(of: again, 2).count == Int(300 - removed))
        }
    }

    @Test func partitionsThatAreAddedLaterAreNotInThePlan() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<100), partition: partition) }
            let command = replay("earliest", "latest", into: again)
            let victim = try rig.start(command + ["--rate", "10"])
            try eventually("it has begun", within: .seconds(60)) { try done(rig) > 0 }
            victim.signal(SIGKILL)
            #expect(victim.wait() == -SIGKILL)
            try rig.broker.addPartitions(to: rig.input, total: 3)
            try eventually("the new one takes records") {
                (try? rig.write(TopicRig.lines(100..<110), partition: 2)) != nil
            }
            let (status, output, errors) = try rig.run(command)
            #expect(status == 0 && output.contains("200 of 200 offsets are accounted for"), "\(output) \(errors)")
            let other = try rig.run(command)
            #expect(other.status == 1 && other.errors.contains("--restart replays that"), "\(other.errors)")
            #expect(try rig.records(of: again, 2).count == 200)
        }
    }

    @Test func aNewPlanIsRefusedWhileAProcessIsAtTheOldOneAndIsCompleteAfterwards() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<200), partition: partition) }
            let old = try rig.start(replay("earliest", "offset:200", into: again, ["--rate", "20"]))
            try eventually("it has begun", within: .seconds(60)) { try done(rig) > 0 }
            let restart = replay("offset:50", "offset:200", into: again, ["--restart"])
            let refused = try rig.run(restart)
            #expect(refused.status == 1, "\(refused.output) \(refused.errors)")
            #expect(refused.errors.contains("group '\(rig.group).replay.\(name)' has active members"))
            #expect(refused.errors.contains("anyconnect-normalizer-"), "members are named: \(refused.errors)")
            old.signal(SIGTERM)
            #expect(old.wait() == 75)
            let first = try done(rig)
            let (status, output, errors) = try rig.run(restart)
            #expect(status == 0 && output.contains("300 of 300 offsets are accounted for"), "\(output) \(errors)")
            #expect(try rig.records(of: again, 2).count == Int(first) + 300)
            #expect(try rig.run(replay("offset:50", "offset:200", into: again)).output.contains("done already"))
        }
    }

    @Test func aTopicThatIsMadeAgainEndsTheReplay() async throws {
        try await onOwnThread {
            let rig = try TopicRig(partitions: 1)
            let again = try rig.broker.makeTopic(partitions: 2)
            try rig.write(TopicRig.lines(0..<1000))
            let program = try rig.start(replay("earliest", "offset:1000", into: again, ["--rate", "10"]))
            try eventually("some is replayed", within: .seconds(60)) { try done(rig) > 0 }
            try rig.broker.makeAgain(rig.input)
            try rig.write(TopicRig.lines(5000..<8000))
            #expect(program.wait() == 75, "\(program.output) \(program.errors)")
            #expect(program.errors.contains("was the topic made again?"), "\(program.errors)")
            let ofNewLog = try rig.records(of: again, 2).filter { $0.value.contains(/user[0-9]{4}/) }
            #expect(ofNewLog.isEmpty, "nothing is read of the new log")
        }
    }
}
