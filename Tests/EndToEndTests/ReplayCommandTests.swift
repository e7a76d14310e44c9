// `replay` as a user runs it: beside a live worker, killed in the middle, shared by two processes.

import Foundation
import KafkaTestSupport
import Testing

@Suite struct ReplayArgumentTests {
    @Test(arguments: [
        ([], "--from"), (["--from", "soon"], "--from: 'soon'"),
        (["--from", "-2h", "--to", "offset:-1"], "--to: 'offset:-1'"),
        (["--from", "-2h", "--rate", "0"], "--rate: '0'"),
        (["--from", "-2h", "--partitions", "a"], "--partitions: 'a'"),
        (["--from", "-2h", "--auto-offset-reset", "latest"], "--auto-offset-reset"),
    ])
    func wrongArgumentsEndWithCode78(_ arguments: [String], _ message: String) throws {
        let program = try Program(["replay", "--bootstrap-servers", "127.0.0.1:1"] + arguments)
        #expect(program.wait() == 78)
        #expect(program.errors.contains(message), "\(program.errors)")
    }
}

@Suite(.enabled(if: TestBroker.can(.offsetsByTime), needsTimesAndTransactions))
struct ReplayCommandTests {
    /// The records of its own that a replay tells.
    private func ownRecords(_ output: String) throws -> Int {
        let line = try #require(output.split(separator: "\n").first { $0.hasPrefix("this process: ") })
        return try #require(line.split(separator: " ").dropFirst(2).first.flatMap { Int($0) })
    }

    @Test func killedInTheMiddleBesideALiveWorkerItGoesOnAndIsComplete() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            let worker = try rig.start(["run", "--group-instance-id", "live"])
            for partition in 0..<Int32(2) {
                try rig.write(TopicRig.lines(Int(partition) * 600..<Int(partition) * 600 + 400), partition: partition)
            }
            let range = ["replay", "--from", "offset:100", "--to", "offset:300", "--output-topic", again, "--yes"]
            let name = ["--group-instance-id", "replayer"]
            let victim = try rig.start(range + name + ["--rate", "80"])
            try eventually("some are replayed", within: .seconds(60)) { try rig.records(of: again, 2).count >= 40 }
            victim.signal(SIGKILL)
            #expect(victim.wait() == -SIGKILL)
            let done = try rig.records(of: again, 2).count
            #expect(done < 400)
            // Live traffic goes on meanwhile.
            for partition in 0..<Int32(2) {
                try rig.write(
                    TopicRig.lines(Int(partition) * 600 + 400..<Int(partition) * 600 + 600),
                    partition: partition
                )
            }
            let (status, output, errors) = try rig.run(range + name)
            #expect(status == 0, "\(output) \(errors)")
            #expect(
                output.contains("going on with it: ") && output.contains("400 of 400 offsets are accounted for"),
                "\(output)"
            )
            #expect(try ownRecords(output) <= 400 - done)
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
            let once = try rig.run(range + name)
            #expect(once.status == 0 && once.output.contains("done already"))
            #expect(try rig.records(of: again, 2).count == 400)
        }
    }

    private static func user(_ event: String) -> String? {
        let object = try? JSONSerialization.jsonObject(with: Data(event.utf8)) as? [String: Any]
        return object?["sourceUser"] as? String
    }

    @Test func twoProcessesShareThePartitions() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            for partition in 0..<Int32(2) { try rig.write(TopicRig.lines(0..<600), partition: partition) }
            let arguments = [
                "replay", "--from", "earliest", "--to", "offset:600", "--output-topic", again, "--yes", "--rate", "60",
            ]
            let first = try rig.start(arguments)
            try eventually("it has begun", within: .seconds(60)) { try !rig.records(of: again, 2).isEmpty }
            let second = try rig.start(arguments)
            for process in [first, second] { #expect(process.wait() == 0, "\(process.errors)") }
            #expect(second.output.contains("going on with it"))
            let shares = try [first, second].map { try ownRecords($0.output) }
            #expect(shares.allSatisfy { $0 > 0 } && shares.reduce(0, +) == 1200, "\(shares)")
            let ids = try rig.records(of: again, 2).map(\.id)
            #expect(ids.count == 1200 && Set(ids).count == 1200)
        }
    }

    @Test func thePlanAloneAndWrongRangesWriteNothing() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let again = try rig.broker.makeTopic(partitions: 2)
            try rig.write(TopicRig.lines(0..<10))
            let plan = try rig.run(["replay", "--from", "earliest", "--output-topic", again, "--dry-run"])
            #expect(plan.status == 0 && plan.output.contains("replay \(rig.group).replay."))
            let unasked = try rig.run(["replay", "--from", "earliest", "--output-topic", again])
            #expect(unasked.status == 1 && unasked.errors.contains("give --yes"))
            for (arguments, message) in [
                (["--partitions", "5"], "there is no partition 5"),
                (["--input-topic", "no-such-topic"], "'no-such-topic' does not exist"),
            ] {
                let (status, _, errors) = try rig.run(["replay", "--from", "earliest", "--yes"] + arguments)
                #expect(status == 1 && errors.contains(message), "\(errors)")
            }
            #expect(try rig.events().isEmpty)
            #expect(try rig.records(of: again, 2).isEmpty)
        }
    }
}
