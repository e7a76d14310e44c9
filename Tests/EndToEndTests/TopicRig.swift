// Topics and a group of one test, and the program's commands on them, told by the environment where they are.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

/// A record read back with all that came beside it.
struct StoredRecord {
    var place: String
    var value: String
    var key: String?
    var time: Int64?
    var headers: [(name: String, value: String)]

    /// Token eventId of an event.
    var id: String {
        let object = try? JSONSerialization.jsonObject(with: Data(value.utf8)) as? [String: Any]
        return object?["eventId"] as? String ?? ""
    }

    /// The values of all headers of this name.
    func headers(_ name: String) -> [String] { headers.filter { $0.name == name }.map(\.value) }
}

/// The topics of one test.
final class TopicRig: Sendable {
    let broker: TestBroker
    let input: String
    let output: String
    let deadLetters: String
    let group = TestBroker.uniqueName("group")
    let partitions: Int32

    init(partitions: Int32 = 2) throws {
        broker = try .any()
        self.partitions = partitions
        input = try broker.makeTopic(partitions: Int(partitions))
        output = try broker.makeTopic(partitions: Int(partitions))
        deadLetters = try broker.makeTopic()
    }

    private var environment: [String: String] {
        [
            "NORMALIZER_BOOTSTRAP_SERVERS": broker.bootstrapServers, "NORMALIZER_INPUT_TOPIC": input,
            "NORMALIZER_OUTPUT_TOPIC": output, "NORMALIZER_DEAD_LETTER_TOPIC": deadLetters,
            "NORMALIZER_GROUP_ID": group, "NORMALIZER_BATCH_TIME": "50ms",
        ].merging(broker.membershipVariables) { $1 }
    }

    /// Starts a command.
    func start(_ arguments: [String], _ more: [String: String] = [:]) throws -> Program {
        try Program(arguments, environment: environment.merging(more) { $1 })
    }

    /// Runs a command to its end.
    @discardableResult
    func run(_ arguments: [String]) throws -> (status: Int32, output: String, errors: String) {
        let program = try start(arguments)
        let status = program.wait()
        return (status, program.output, program.errors)
    }

    /// Runs a worker until its group has committed all that the input holds.
    func work(_ arguments: [String] = []) throws {
        let worker = try start(["run"] + arguments)
        let ends = try ends(of: input, partitions)
        try eventually("all records are committed", within: .seconds(60)) {
            try committed(group, input, partitions) == ends || !worker.isRunning
        }
        worker.signal(SIGTERM)
        #expect(worker.wait() == 0, "\(worker.errors)")
    }

    // MARK: - What the broker holds

    /// The offset after the newest record of each partition that has any.
    func ends(of topic: String, _ partitions: Int32) throws -> [Int32: Int64] {
        let consumer = try Consumer(broker.consumerConfiguration())
        defer { consumer.close(within: .seconds(10)) }
        let places = (0..<partitions).map { TopicPartition(topic, $0) }
        let ends = try consumer.bounds(of: places, .end, timeout: .seconds(30)).filter { $0.value > 0 }
        return Dictionary(uniqueKeysWithValues: ends.map { ($0.key.partition, $0.value) })
    }

    /// The offsets of a group.
    func committed(_ group: String, _ topic: String, _ partitions: Int32) throws -> [Int32: Int64] {
        let consumer = try Consumer(broker.consumerConfiguration(group: group))
        defer { consumer.close(within: .seconds(10)) }
        let places = (0..<partitions).map { TopicPartition(topic, $0) }
        var offsets: [TopicPartition: Int64] = [:]
        try eventually("the coordinator of \(group) answers") {
            do {
                offsets = try consumer.committed(places, timeout: .seconds(30))
                return true
            } catch let error as KafkaError where error.isRetriable {
                return false
            }
        }
        return Dictionary(uniqueKeysWithValues: offsets.map { ($0.key.partition, $0.value) })
    }

    /// What readers of committed records see of a topic.
    func records(of topic: String, _ partitions: Int32) throws -> [StoredRecord] {
        var batch = MessageBatch()
        try broker.readAll(topic, partitions: partitions, into: &batch)
        var records: [StoredRecord] = []
        for index in 0..<batch.count {
            var headers: [(name: String, value: String)] = []
            batch.forEachHeader(at: index) { name, value in headers.append((text(name) ?? "", text(value) ?? "")) }
            records.append(
                StoredRecord(
                    place: "\(batch.partition(at: index))/\(batch.offset(at: index))",
                    value: batch.withPayload(at: index) { text($0) } ?? "",
                    key: batch.withKey(at: index) { text($0) },
                    time: batch.timestamp(at: index)?.epochMilliseconds,
                    headers: headers
                )
            )
        }
        return records
    }

    func events() throws -> [StoredRecord] { try records(of: output, partitions) }

    func letters() throws -> [StoredRecord] { try records(of: deadLetters, 1) }

    // MARK: - Writing

    /// Writes records to one partition of a topic.
    func write(
        _ values: [String],
        to topic: String? = nil,
        partition: Int32 = 0,
        key: String? = nil,
        time: Int64? = nil,
        headers: [(String, String)] = []
    ) throws {
        var failures = 0
        let producer = try Producer(broker.orderedConfiguration(), onDelivery: { failures += $0.error == nil ? 0 : 1 })
        let handle = try producer.topic(topic ?? input)
        var list = RecordHeaders()
        for (name, value) in headers { list.append(name: name, value: value) }
        for value in values {
            try producer.send(
                value,
                to: handle,
                partition: partition,
                key: key,
                epochMilliseconds: time,
                headers: headers.isEmpty ? nil : list
            )
        }
        guard producer.flush(timeout: .seconds(60)), failures == 0 else {
            throw NeverHappened(description: "\(values.count) records delivered")
        }
        producer.close(within: .seconds(10))
    }

    /// Lines with a name of its own in each.
    static func lines(_ numbers: Range<Int>) -> [String] {
        numbers.map {
            "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113008: AAA transaction status ACCEPT : user = user\($0)"
        }
    }

    /// Milliseconds since 1970 so many minutes ago.
    static func minutesAgo(_ minutes: Int) -> Int64 {
        Int64(Date().timeIntervalSince1970 * 1000) - Int64(minutes) * 60_000
    }
}

/// Why a suite of these commands is skipped on the embedded cluster.
let needsTimesAndTransactions: Comment =
    "the embedded cluster looks up no offsets by time and keeps no offsets of transactions"
