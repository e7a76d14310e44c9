// `run` and `demo` as processes: two workers of one group, kill -9 in the middle, signals.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@Suite(.serialized) struct RunCommandTests {
    /// The topics and the group of one test.
    private struct Setup {
        let broker: TestBroker
        let input: String
        let output: String
        let deadLetters: String
        let group = TestBroker.uniqueName("group")
        let partitions: Int32 = 4

        init(_ broker: TestBroker) throws {
            self.broker = broker
            input = try broker.makeTopic(partitions: Int(partitions))
            output = try broker.makeTopic(partitions: Int(partitions))
            deadLetters = try broker.makeTopic()
        }

        func start(_ more: [String] = []) throws -> Program {
            try Program(
                [
                    "run", "--bootstrap-servers", broker.bootstrapServers, "--input-topic", input, "--output-topic",
                    output,
                    "--dead-letter-topic", deadLetters, "--group-id", group, "--batch-time", "50ms", "--batch-records",
                    "500",
                    "--kafka", "consumer.max.poll.interval.ms=8000",
                    // The embedded broker does not keep the offsets of a transaction.
                    "--delivery", broker.cluster == nil ? "exactly-once" : "at-least-once",
                ] + broker.membership + more
            )
        }

        /// Waits until the group has committed so many records: a stop after that leaves nothing undone.
        func awaitCommitted(_ count: Int64) throws {
            let consumer = try Consumer(broker.consumerConfiguration(group: group))
            defer { consumer.close(within: .seconds(10)) }
            let places = (0..<partitions).map { TopicPartition(input, $0) }
            try eventually("\(count) records are committed", within: .seconds(180)) {
                try consumer.committed(places, timeout: .seconds(30)).values.reduce(0, +) == count
            }
        }

        /// The users of all events, with repeats.
        func users() throws -> [String] {
            var batch = MessageBatch()
            try broker.readAll(output, partitions: partitions, into: &batch)
            return try batch.copies().map { record in
                let data = Data(try record.value.unwrap("event").utf8)
                let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
                return try #require(object["sourceUser"] as? String)
            }
        }

        func write(_ numbers: Range<Int>) throws {
            for partition in 0..<partitions {
                let lines = numbers.filter { $0 % Int(partitions) == Int(partition) }.map {
                    "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = user\($0)"
                }
                try broker.write(lines, to: input, partition: partition)
            }
        }
    }

    /// Records of the kill test; the proof of a release runs it with many more.
    private static let records = ProcessInfo.processInfo.environment["END_TO_END_RECORDS"].flatMap(Int.init) ?? 5000

    @Test func twoWorkersOfOneGroupLoseNothing() async throws {
        try await onOwnThread {
            let setup = try Setup(try .any())
            let workers = [try setup.start(), try setup.start()]
            try setup.write(0..<4000)
            try setup.awaitCommitted(4000)
            #expect(Set(try setup.users()).count == 4000)
            for worker in workers { worker.signal(SIGTERM) }
            for worker in workers { #expect(worker.wait() == 0, "\(worker.errors)") }
            let reads = workers.map { $0.errors }.joined()
            #expect(reads.contains("addsUp=true"))
            #expect(!reads.contains("addsUp=false"))
        }
    }

    // The killed worker's partitions go to the survivor when its session times out.
    @Test func aKilledWorkerLosesNothing() async throws {
        try await onOwnThread {
            let setup = try Setup(try .any())
            let part = Self.records / 5
            let victim = try setup.start()
            try setup.write(0..<2 * part)
            try eventually("the first events are there", within: .seconds(120)) { try !setup.users().isEmpty }
            let survivor = try setup.start()
            try setup.write(2 * part..<4 * part)
            victim.signal(SIGKILL)
            #expect(victim.wait() == -SIGKILL)
            try setup.write(4 * part..<5 * part)
            try setup.awaitCommitted(Int64(5 * part))
            // Readers wait behind the transaction that the victim has left open, until the broker aborts it.
            try eventually("every event can be read", within: .seconds(120)) {
                try Set(setup.users()).count == 5 * part
            }
            #expect(try setup.broker.cluster != nil || setup.users().count == 5 * part, "events came twice")
            survivor.signal(SIGTERM)
            #expect(survivor.wait() == 0)
        }
    }

    @Test func interruptedWhileIdleItDrainsAndEndsWithZero() async throws {
        try await onOwnThread {
            let setup = try Setup(try .any())
            let worker = try setup.start()
            try eventually("the lane runs") { worker.errors.contains("event=lane-started") }
            worker.signal(SIGINT)
            #expect(worker.wait() == 0, "\(worker.errors)")
            #expect(worker.errors.contains("event=stopping signal=SIGINT"))
        }
    }

    @Test func aSecondSignalEndsItAtOnce() async throws {
        try await onOwnThread {
            let setup = try Setup(try .embedded())
            let worker = try setup.start(["--shutdown-timeout", "10m"])
            try setup.write(0..<10)
            try eventually("events are there", within: .seconds(120)) { try setup.users().count == 10 }
            // With the broker away, leaving the group takes its time.
            try setup.broker.cluster.unwrap("cluster").setBrokerDown(1)
            worker.signal(SIGTERM)
            try eventually("the stop was noticed") { worker.errors.contains("event=stopping") || !worker.isRunning }
            // Those of the first second are the same signal.
            try eventually("a later one ends it") {
                worker.signal(SIGTERM)
                return !worker.isRunning
            }
            let status = worker.wait()
            #expect(status == 128 + SIGTERM || status == 0, "\(status) \(worker.errors)")
        }
    }

    @Test func signalsThatComeTogetherAreOneAndItDrains() async throws {
        try await onOwnThread {
            let setup = try Setup(try .any())
            let worker = try setup.start()
            try setup.write(0..<10)
            try setup.awaitCommitted(10)
            for _ in 0..<3 { worker.signal(SIGTERM) }
            #expect(worker.wait() == 0, "\(worker.errors)")
            #expect(worker.errors.contains("event=ended read=10"), "\(worker.errors)")
        }
    }

    @Test func theDemoEndsWithCountsThatAddUp() throws {
        let program = try Program(["demo", "--log-level", "warning"])
        #expect(program.wait() == 0, "\(program.errors)")
        #expect(program.output.contains("the counts add up"))
        #expect(program.output.contains("\"deviceEventId\":\"%ASA-6-722051\""))
    }
}
