// `replay` as a user runs it: beside a live worker, killed in the middle, shared by several processes.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite struct ReplayArgumentTests {
    @Test(arguments: [
        ([], "--from"), (["--from", "soon"], "--from: 'soon'"),
        (["--from", "-2h", "--to", "offset:-1"], "--to: 'offset:-1'"),
        (["--from", "-2h", "--rate", "0"], "--rate: '0'"),
        (["--from", "-2h", "--partitions", "a"], "--partitions: 'a'"),
        (["--from", "-2h", "--auto-offset-reset", "latest"], "--auto-offset-reset"),
        (["--from", "-2h", "--group-instance-id", "a"], "--group-instance-id"),
    ])
    func wrongArgumentsEndWithCode78(_ arguments: [String], _ message: String) throws {
        let program = try Program(["replay", "--bootstrap-servers", "127.0.0.1:1"] + arguments)
        #expect(program.wait() == 78)
        #expect(program.errors.contains(message), "\(program.errors)")
    }
}

@Suite(.enabled(if: TestBroker.can(.offsetsByTime), needsTimesAndTransactions))
struct ReplayCommandTests {
    private let name = "again"

    private func replay(_ from: String, _ to: String, into topic: String, _ arguments: [String] = []) -> [String] {
        ["replay", "--from", from, "--to", to, "--output-topic", topic, "--replay-id", name, "--yes"] + arguments
    }

    /// The records that a process has read, as its log tells at the end.
    private func ownRecords(_ errors: String) throws -> Int {
        let line = try #require(errors.split(separator: "\n").last { $0.contains(" event=ended read=") })
        return try #require(line.split(separator: " ").first { $0.hasPrefix("read=") }.flatMap { Int($0.dropFirst(5)) })
    }

    /// Offsets that a replay which begins everywhere at `from` has dealt with.
    private func done(_ rig: TopicRig, from: Int64) throws -> Int64 {
        try rig.committed("\(rig.group).replay.\(name)", rig.input, rig.partitions).values.reduce(0) { $0 + $1 - from }
    }

    @Test func killedAgainAndAgainBesideALiveWorkerItGoesOnAndIsComplete() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            let worker = try rig.start(["run"])
            for partition in 0..<Int32(2) {
                try rig.write(TopicRig.lines(Int(partition) * 600..<Int(partition) * 600 + 400), partition: partition)
            }
            let command = replay("offset:100", "offset:300", into: again, ["--transaction-timeout", "2s"])
            for goal in [Int64(40), 120, 200] {
                let victim = try rig.start(command + ["--rate", "40"])
                try eventually("\(goal) are replayed", within: .seconds(60)) { try done(rig, from: 100) >= goal }
                victim.signal(SIGKILL)
                #expect(victim.wait() == -SIGKILL)
            }
            // Live traffic goes on meanwhile.
            for partition in 0..<Int32(2) {
                try rig.write(
                    TopicRig.lines(Int(partition) * 600 + 400..<Int(partition) * 600 + 600),
                    partition: partition
                )
            }
            let (status, output, errors) = try rig.run(command)
            #expect(status == 0, "\(output) \(errors)")
            #expect(output.contains("going on with it: "), "\(output)")
            #expect(output.contains("400 of 400 offsets are accounted for: 400 events + 0 dead letters"), "\(output)")
            #expect(try ownRecords(errors) <= 400 - 200)
            try eventually("the live worker is done") {
                try rig.committed(rig.group, rig.input, 2) == [0: 600, 1: 600]
            }
            worker.signal(SIGTERM)
            #expect(worker.wait() == 0)
            #expect(!worker.errors.contains("event=fenced") && !worker.errors.contains("event=resumed"))
            let live = Dictionary(grouping: try rig.events(), by: \.id)
            #expect(live.count == 1200 && live.values.allSatisfy { $0.count == 1 })
            let replayed = try rig.records(of: again, 2)
            #expect(replayed.count == 400 && Set(replayed.map(\.id)).count == 400)
            for event in replayed {
                #expect(live[event.id]?.first?.value == event.value && live[event.id]?.first?.time == event.time)
            }
            let numbers = Set(100..<300).union(700..<900).map { "user\($0)" }
            #expect(Set(replayed.compactMap { Self.user($0.value) }) == Set(numbers))
            let once = try rig.run(command)
            #expect(once.status == 0 && once.output.contains("done already"))
            #expect(try rig.records(of: again, 2).count == 400)
        }
    }

    private static func user(_ event: String) -> String? {
        let object = try? JSONSerialization.jsonObject(with: Data(event.utf8)) as? [String: Any]
        return object?["sourceUser"] as? String
    }

    @Test func aNameGoesOnOnlyWithTheCommandThatItStandsFor() async throws {
        try await onOwnThread {
            let rig = try TopicRig(partitions: 1)
            let (again, elsewhere) = (try rig.broker.makeTopic(), try rig.broker.makeTopic())
            try rig.write(TopicRig.lines(0..<60))
            let begun = try rig.start(replay("earliest", "offset:60", into: again, ["--rate", "10"]))
            try eventually("it has begun", within: .seconds(60)) { try done(rig, from: 0) > 0 }
            begun.signal(SIGTERM)
            #expect(begun.wait() == 75)
            let others = [
                replay("earliest", "offset:60", into: elsewhere), replay("offset:10", "offset:60", into: again),
                replay("earliest", "offset:60", into: again, ["--partitions", "0"]),
            ]
            func refuseOthers() throws {
                for other in others {
                    let (status, _, errors) = try rig.run(other)
                    #expect(
                        status == 1 && errors.contains("holds the plan of a command with other topics"),
                        "\(errors)"
                    )
                }
            }
            try refuseOthers()
            #expect(try rig.run(replay("earliest", "offset:60", into: again)).status == 0)
            try refuseOthers()
            #expect(try rig.records(of: again, 1).count == 60)
            #expect(try rig.records(of: elsewhere, 1).isEmpty)
            #expect(try rig.run(others[0] + ["--restart"]).status == 0)
            #expect(try rig.records(of: elsewhere, 1).count == 60)
        }
    }

    @Test func twoProcessesShareThePartitionsAndOneDoesTheWorkOfTheOtherThatIsKilled() async throws {
        try await onOwnThread {
            let rig = try TopicRig(partitions: 3)
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(3) { try rig.write(TopicRig.lines(0..<300), partition: partition) }
            let command = replay("earliest", "offset:300", into: again, ["--transaction-timeout", "1s", "--rate"])
            let first = try rig.start(command + ["10"])
            try eventually("it has begun", within: .seconds(60)) { try done(rig, from: 0) > 0 }
            let second = try rig.start(command + ["100"])
            // The group gives it a part of the partitions, and it does all of these.
            try eventually("it has read its own to the end", within: .seconds(60)) {
                try rig.committed("\(rig.group).replay.\(name)", rig.input, 3).values.contains(300)
            }
            #expect(try done(rig, from: 0) < 900)
            first.signal(SIGKILL)
            #expect(first.wait() == -SIGKILL)
            #expect(second.wait() == 0, "\(second.errors)")
            #expect(second.output.contains("going on with it"))
            #expect(second.output.contains("900 of 900 offsets are accounted for: 900 events"), "\(second.output)")
            #expect(try ownRecords(second.errors) < 900)
            try expectOnce(rig, again, 900)
        }
    }

    @Test func processesOfOnePartitionWaitForTheOneThatHasItAndEndWithThePlan() async throws {
        try await onOwnThread {
            let rig = try TopicRig(partitions: 1)
            let again = try rig.broker.makeTopic(partitions: 2)
            try rig.write(TopicRig.lines(0..<400))
            let command = replay("earliest", "offset:400", into: again, ["--transaction-timeout", "1s"])
            var processes = [try rig.start(command + ["--rate", "20"])]
            for goal in [Int64(20), 60] {
                try eventually("\(goal) are replayed", within: .seconds(60)) { try done(rig, from: 0) >= goal }
                processes.append(try rig.start(command + ["--rate", "50"]))
            }
            for process in processes {
                #expect(process.wait() == 0, "\(process.errors)")
                #expect(process.output.contains("400 of 400 offsets are accounted for: 400 events"))
            }
            #expect(try processes.reduce(0) { try $0 + ownRecords($1.errors) } == 400)
            try expectOnce(rig, again, 400)
        }
    }

    /// A process that does not come back in time has lost its partitions: what it sends then does not count.
    @Test func aProcessThatWasStoppedAndWakesUpRepeatsNothing() async throws {
        try await onOwnThread {
            let rig = try TopicRig(partitions: 1)
            let again = try rig.broker.makeTopic(partitions: 2)
            try rig.write(TopicRig.lines(0..<600))
            let command = replay("earliest", "offset:600", into: again, ["--transaction-timeout", "1s", "--rate"])
            let first = try rig.start(command + ["20"])
            try eventually("it has begun", within: .seconds(60)) { try done(rig, from: 0) > 0 }
            first.signal(SIGSTOP)
            let asleep = try done(rig, from: 0)
            let second = try rig.start(command + ["40"])
            try eventually("the other goes on", within: .seconds(60)) { try done(rig, from: 0) > asleep + 40 }
            first.signal(SIGCONT)
            for process in [first, second] {
                #expect(process.wait() == 0, "\(process.errors)")
                #expect(process.output.contains("600 of 600 offsets are accounted for: 600 events"))
            }
            #expect(first.errors.contains("event=partitions-lost"), "\(first.errors)")
            try expectOnce(rig, again, 600)
        }
    }

    private func expectOnce(_ rig: TopicRig, _ topic: String, _ count: Int) throws {
        let ids = try rig.records(of: topic, 2).map(\.id)
        #expect(ids.count == count && Set(ids).count == count, "\(ids.count) events, \(Set(ids).count) ids")
    }

    @Test func processesThatBeginAtOnceHaveOnePlan() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<300), partition: partition) }
            // Each would end at another offset: the topic grows meanwhile.
            let processes = try (0..<4).map { _ in
                try rig.start(replay("earliest", "latest", into: again, ["--rate", "40"]))
            }
            for _ in 0..<10 { try rig.write(TopicRig.lines(0..<10)) }
            var counts: Set<String> = []
            for process in processes {
                #expect(process.wait() == 0, "\(process.errors)")
                counts.formUnion(
                    process.output.split(separator: "\n").filter { $0.contains("accounted for") }.map { "\($0)" }
                )
            }
            #expect(counts.count == 1, "\(counts)")
            let ids = try rig.records(of: again, 2).map(\.id)
            #expect(ids.count >= 600 && Set(ids).count == ids.count)
        }
    }
}
