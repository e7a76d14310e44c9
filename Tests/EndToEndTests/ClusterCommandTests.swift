// What all commands that ask a cluster have in common, and `status` and `doctor` as a user runs them.

import Foundation
import KafkaTestSupport
import Testing

@Suite struct ClusterCommandTests {
    private static let commands = [
        ["status"], ["rewind", "--to-earliest", "--yes"], ["replay", "--from", "earliest", "--yes"],
        ["diff", "--from", "earliest"], ["dead-letters", "list"], ["dead-letters", "redrive", "--yes"],
        ["locate", "35aebc79-a74f-8000-8000-000000000001", "--fetch"], ["doctor"],
    ]

    @Test(arguments: commands)
    func brokersThatAreAwayEndItWithCode75AndAreNamed(_ command: [String]) throws {
        let program = try Program(command + ["--bootstrap-servers", "127.0.0.1:1", "--timeout", "1s"])
        #expect(program.wait() == 75, "\(program.errors)")
        #expect((program.output + program.errors).contains("127.0.0.1:1"), "\(program.errors)")
    }

    @Test(arguments: ["input-topic", "output-topic", "dead-letter-topic"])
    func theDoctorWritesToNoTopicOfTheWorker(_ setting: String) throws {
        let program = try Program([
            "doctor", "--bootstrap-servers", "127.0.0.1:1", "--\(setting)", "own", "--scratch-topic", "own",
        ])
        #expect(program.wait() == 78)
        #expect(program.errors.contains("--scratch-topic is the --\(setting)"), "\(program.errors)")
    }

    @Test(.enabled(if: TestBroker.can(.transactions), needsTimesAndTransactions))
    func statusTellsHowFarTheGroupIs() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            try rig.write(TopicRig.lines(0..<7))
            let (status, output, errors) = try rig.run(["status", "--format", "json", "--interval", "10ms"])
            #expect(status == 0, "\(errors)")
            let object = try #require(
                try JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any],
                "\(output)"
            )
            #expect(object["lag"] as? Int == 7 && object["group"] as? String == rig.group)
            #expect((object["partitions"] as? [[String: Any]])?.map { $0["end"] as? Int } == [7, 0])
            #expect(object["oldestUnread"] as? String != nil)
            let text = try rig.run(["status", "--interval", "10ms"]).output
            #expect(text.contains("7 records to go, the oldest "), "\(text)")
        }
    }

    @Test(.enabled(if: TestBroker.can(.transactions), needsTimesAndTransactions))
    func watchingEndsWithASignal() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            let program = try rig.start(["status", "--watch", "--format", "json", "--interval", "10ms"])
            try eventually("it has looked twice") { program.output.split(separator: "\n").count >= 2 }
            program.signal(SIGINT)
            #expect(program.wait() == 0, "\(program.errors)")
        }
    }

    @Test(.enabled(if: TestBroker.can(.transactions), needsTimesAndTransactions))
    func statusNamesTheMembersOfARunningWorker() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            try rig.write(TopicRig.lines(0..<7))
            try rig.work()
            #expect(try rig.run(["status"]).output.contains("Empty, 0 members"))
            let worker = try rig.start(["run", "--kafka", "client.id=worker-9"])
            try eventually("it has its partitions") { worker.errors.contains("event=partitions-assigned") }
            let text = try rig.run(["status"]).output
            #expect(
                text.contains("Stable, 1 member") && text.contains("worker-9") && text.contains(": drained"),
                "\(text)"
            )
            worker.signal(SIGTERM)
            #expect(worker.wait() == 0)
        }
    }

    @Test(.enabled(if: TestBroker.can(.transactions), needsTimesAndTransactions))
    func aReplayThatIsToldToStopEndsWithCode75AndGoesOn() async throws {
        try await onOwnThread {
            let rig = try TopicRig()
            try rig.write(TopicRig.lines(0..<60))
            let again = try rig.broker.makeTopic(partitions: 2)
            let command = ["replay", "--from", "earliest", "--to", "offset:60", "--output-topic", again, "--yes"]
            let first = try rig.start(command + ["--rate", "20"])
            try eventually("some of it is done") { try !rig.records(of: again, 2).isEmpty }
            first.signal(SIGINT)
            #expect(first.wait() == 75, "\(first.errors)")
            let (status, output, errors) = try rig.run(command)
            #expect(status == 0 && output.contains("going on with it"), "\(output) \(errors)")
            #expect(try rig.records(of: again, 2).count == 60)
        }
    }
}
