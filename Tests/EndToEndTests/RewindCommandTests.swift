// `rewind` and `locate` as a user runs them: what is read again comes out the same, and every event leads back to its
// record.

import Foundation
import KafkaTestSupport
import Testing

@Suite struct RewindArgumentTests {
    @Test(arguments: [
        ([], "give exactly one of"), (["--shift-by", "1", "--to-earliest"], "give exactly one of"),
        (["--to-datetime", "noon"], "--to-datetime: 'noon'"),
        (["--to-offset", "-1"], "--to-offset: '-1'"), (["--to-latest", "--partitions", "3-1"], "--partitions: '3-1'"),
        (["--shift-by", "some"], "--shift-by: 'some'"), (["--to-datetimes", "-2h"], "did you mean --to-datetime?"),
        (["--topic", "t"], "it is called --input-topic"), (["--by", "1"], "it is called --shift-by"),
        (["--to-time", "-2h"], "it is called --to-datetime"),
    ])
    func wrongArgumentsEndWithCode78(_ arguments: [String], _ message: String) throws {
        let program = try Program(["rewind", "--bootstrap-servers", "127.0.0.1:1"] + arguments)
        #expect(program.wait() == 78)
        #expect(program.errors.contains(message), "\(program.errors)")
    }

    @Test(arguments: [
        (["35aebc79-a74f-8000-8000-000000000001"], 0, "topic asa.raw  partition 0  offset 1"),
        (["35aebc79-a74f-8000-8000-000000000001", "--input-topic", "other"], 1, "not from 'other'"),
        (["11111111-2222-4333-8444-555555555555"], 1, "not a UUID of version 8"), (["none"], 78, "--id: 'none'"),
        ([], 78, "--id"),
    ])
    func anIdIsReadWithoutABroker(_ arguments: [String], _ status: Int32, _ message: String) throws {
        let program = try Program(["locate"] + arguments)
        #expect(program.wait() == status)
        #expect((program.output + program.errors).contains(message), "\(program.output) \(program.errors)")
    }
}

@Suite(.enabled(if: TestBroker.can(.offsetsByTime), needsTimesAndTransactions))
struct RewindCommandTests {
    /// A rig with 40 records of three hours ago and 60 of one hour ago, all of them dealt with.
    private func filledRig() throws -> TopicRig {
        let rig = try TopicRig()
        for partition in 0..<Int32(2) {
            let first = Int(partition) * 50
            try rig.write(TopicRig.lines(first..<first + 20), partition: partition, time: TopicRig.minutesAgo(180))
            try rig.write(TopicRig.lines(first + 20..<first + 50), partition: partition, time: TopicRig.minutesAgo(60))
        }
        try rig.work()
        return rig
    }

    @Test func toATimeRepeatsExactlyTheRecordsFromThere() async throws {
        try await onOwnThread {
            let rig = try filledRig()
            let before = try rig.events()
            #expect(before.count == 100)
            let (status, output, errors) = try rig.run(["rewind", "--to-datetime", "-2h", "--yes"])
            #expect(status == 0, "\(errors)")
            #expect(output.contains("60 records will be read again"), "\(output)")
            #expect(output.contains("committed: partition 0 at 20\ncommitted: partition 1 at 20"), "\(output)")
            #expect(try rig.committed(rig.group, rig.input, 2) == [0: 20, 1: 20])
            try rig.work()
            let after = try rig.events()
            let copies = Dictionary(grouping: after, by: \.id)
            let late = before.filter { ($0.time ?? 0) > TopicRig.minutesAgo(120) }
            #expect(late.count == 60)
            #expect(after.count == 160)
            #expect(Set(copies.filter { $0.value.count == 2 }.keys) == Set(late.map(\.id)))
            for (_, events) in copies {
                #expect(Set(events.map(\.value)).count == 1 && Set(events.map(\.time)).count == 1)
            }
        }
    }

    @Test func activeMembersAreNamedAndNothingIsMoved() async throws {
        try await onOwnThread {
            let rig = try filledRig()
            let worker = try rig.start(["run", "--kafka", "client.id=worker-7"])
            try eventually("it has its partitions") { worker.errors.contains("event=partitions-assigned") }
            let offsets = try rig.committed(rig.group, rig.input, 2)
            let (status, _, errors) = try rig.run(["rewind", "--to-earliest", "--yes"])
            #expect(status == 1)
            #expect(errors.contains("has active members") && errors.contains("worker-7"), "\(errors)")
            #expect(try rig.committed(rig.group, rig.input, 2) == offsets)
            worker.signal(SIGTERM)
            #expect(worker.wait() == 0)
            #expect(try rig.run(["rewind", "--to-earliest", "--yes"]).status == 0)
            #expect(try rig.committed(rig.group, rig.input, 2) == [0: 0, 1: 0])
        }
    }

    @Test func everyTargetIsPlannedAndThePlanAloneMovesNothing() async throws {
        try await onOwnThread {
            let rig = try filledRig()
            let cases: [(arguments: [String], again: Int)] = [
                (["--to-earliest"], 100), (["--shift-by", "-7"], 14), (["--to-offset", "45"], 10),
                (["--to-datetime", "-5h"], 100),
                (["--to-offset", "10", "--partitions", "1"], 40),
            ]
            for (arguments, again) in cases {
                let (status, output, errors) = try rig.run(["rewind", "--dry-run"] + arguments)
                #expect(status == 0 && output.contains("\(again) records will be read again"), "\(output) \(errors)")
            }
            #expect(try rig.run(["rewind", "--to-latest", "--dry-run"]).output.contains("nothing to do"))
            let unasked = try rig.run(["rewind", "--to-earliest"])
            #expect(unasked.status == 1 && unasked.errors.contains("give --yes"))
            #expect(try rig.committed(rig.group, rig.input, 2) == [0: 50, 1: 50])
            for (arguments, message) in [
                (["--partitions", "5"], "there is no partition 5"),
                (["--input-topic", "no-such-topic"], "'no-such-topic' does not exist"),
                (["--group-id", rig.group + "x"], "'\(rig.group)x' does not exist"),
                (["--group-id", rig.group + "x"], "did you mean '\(rig.group)'"),
            ] {
                let (status, _, errors) = try rig.run(["rewind", "--to-earliest", "--yes"] + arguments)
                #expect(status == 1 && errors.contains(message), "\(errors)")
            }
        }
    }

    @Test func anEventLeadsBackToItsRecord() async throws {
        try await onOwnThread {
            let rig = try filledRig()
            let event = try #require(try rig.events().first { $0.value.contains("\"user73\"") })
            let (status, output, errors) = try rig.run(["locate", event.id, "--fetch"])
            #expect(status == 0, "\(errors)")
            #expect(output.contains("topic \(rig.input)  partition 1  offset 23"))
            #expect(output.contains("\"user73\"") && output.contains("layout 1") && output.contains(event.value))
            let missing = event.id.dropLast(12) + "000000009999"
            let beyond = try rig.run(["locate", String(missing), "--fetch"])
            #expect(beyond.status == 1 && beyond.errors.contains("no record at this offset"), "\(beyond.errors)")
        }
    }
}
