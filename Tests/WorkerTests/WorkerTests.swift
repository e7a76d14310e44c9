// The worker against a real socket: every record becomes one event or one dead letter, offsets follow,
// and faults lose nothing.

import Foundation
import Kafka
import KafkaTestSupport
import Normalization
import Testing
import WorkerTestSupport

@testable import Worker

@Suite(.serialized) struct WorkerTests {
    private static func line(_ number: Int) -> String {
        "<166>Nov 03 2020 09:50:01 vpn\(number % 3) : %ASA-6-113039: Group <Dev> User <user\(number)> IP <203.0.113.7> "
            + "AnyConnect parent session started."
    }

    private func members(_ record: OutputRecord) throws -> [String: String] {
        let data = Data(try record.value.unwrap("event").utf8)
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return object.mapValues { "\($0)" }
    }

    @Test func everyRecordBecomesOneEventOrOneDeadLetterAndIsCommitted() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any())
            let input = rig.configuration.inputTopic
            try rig.broker.write((0..<300).map(Self.line) + ["no tag here", "", nil], to: input, partition: 0)
            try rig.broker.write((300..<500).map(Self.line), to: input, partition: 1)
            let result = try rig.run { _ in try rig.awaitCommitted(503) }
            #expect(result.failure == nil)
            #expect(result.report.read == 503)
            #expect(result.report.events == 500)
            #expect(result.report.deadLetters == 2)
            #expect(result.report.tombstones == 1)
            #expect(result.report.addsUp)
            let outputs = try rig.outputs()
            let users = try Set(outputs.events.map { try members($0)["sourceUser"] })
            #expect(users == Set((0..<500).map { "user\($0)" }))
            #expect(outputs.events.allSatisfy { $0.key?.hasPrefix("vpn") == true })
            #expect(Set(outputs.deadLetters.map(\.value)) == ["no tag here", ""])
            #expect(Set(outputs.deadLetters.map { $0.headers["reason"] }) == ["no-asa-tag", "empty"])
            #expect(Set(outputs.deadLetters.map { $0.headers["source"] }) == ["\(input)/0/300", "\(input)/0/301"])
        }
    }

    /// A stamp without a zone, two hours ahead of the record's time; the record has a key, which stays that of its
    /// event.
    @Test func clocksThatCannotBeRightAreCountedByDevice() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any())
            let producer = try Producer(rig.broker.producerConfiguration())
            let topic = try producer.topic(rig.configuration.inputTopic)
            let now = Date()
            for (device, ahead) in [("vpn1", 7200), ("vpn2", 0), ("vpn1", 7190)] {
                let stamp = now.addingTimeInterval(TimeInterval(ahead)).formatted(.iso8601).dropLast()
                try producer.send(
                    "<166>\(stamp) \(device) : %ASA-6-113008: AAA transaction status ACCEPT : user = a",
                    to: topic,
                    key: "k",
                    epochMilliseconds: Int64(now.timeIntervalSince1970 * 1000),
                    headers: RecordHeaders()
                )
            }
            #expect(producer.flush(timeout: .seconds(30)))
            let result = try rig.run { _ in try rig.awaitCommitted(3) }
            #expect(result.report.deviceClocks.mapValues(\.off) == ["vpn1": 2])
            #expect(result.report.deviceClocks["vpn1"]?.fitting == 7200)
            #expect(try rig.outputs().events.map(\.key) == ["k", "k", "k"])
        }
    }

    @Test func fixedEventsGoTheSameWayAsOthers() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) { $0.fixedEvents = [Array("first".utf8), Array("second".utf8)] }
            try rig.broker.write((0..<100).map(Self.line), to: rig.configuration.inputTopic, partition: 0)
            let result = try rig.run { _ in try rig.awaitCommitted(100) }
            #expect(result.failure == nil)
            #expect(result.report.events == 100)
            let events = try rig.outputs().events
            #expect(events.count == 100)
            #expect(Set(events.map(\.value)) == ["first", "second"])
        }
    }

    @Test func keyTimeAndHeadersOfTheInputAreUsed() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any())
            let producer = try Producer(rig.broker.producerConfiguration())
            let topic = try producer.topic(rig.configuration.inputTopic)
            var headers = RecordHeaders()
            headers.append(name: "customerId", value: "D656B196-EDB7-45E6-8485-3748A740D002")
            headers.append(name: "collectorId", value: "not a uuid")
            headers.append(name: "deviceHost", value: "sender.example.com")
            headers.append(name: "collectorReceivedTime", value: "2021-06-01T11:29:04Z")
            // Recent, so that no broker's retention removes the records.
            let time = Int64(Date().timeIntervalSince1970 * 1000) - 60_000
            try producer.send(
                "%ASA-6-113008: AAA transaction status ACCEPT : user = a",
                to: topic,
                key: "k",
                epochMilliseconds: time,
                headers: headers
            )
            try producer.send("garbage", to: topic, key: "k2", epochMilliseconds: time, headers: headers)
            #expect(producer.flush(timeout: .seconds(30)))
            let result = try rig.run { _ in try rig.awaitCommitted(2) }
            let outputs = try rig.outputs()
            let event = try outputs.events.first.unwrap("event")
            let tokens = try members(event)
            #expect(event.key == "k")
            #expect(event.time == time)
            #expect(event.headers == ["mapping-version": "\(Mapping.version)"])
            #expect(tokens["customerId"] == "d656b196-edb7-45e6-8485-3748a740d002")
            #expect(tokens["collectorId"] == nil)
            #expect(tokens["deviceHost"] == "sender.example.com")
            #expect(tokens["collectorReceivedTime"] == "Jun 01, 2021 11:29:04 AM")
            // Both records brought the bad collectorId.
            #expect(result.report.ignoredHeaders == 2)
            let letter = try outputs.deadLetters.first.unwrap("dead letter")
            #expect(letter.key == "k2")
            #expect(letter.time == time)
            #expect(letter.headers["deviceHost"] == "sender.example.com")
            #expect(letter.headers["reason"] == "no-asa-tag")
            #expect(letter.headers["mapping-version"] == nil)
            let own = HeaderRule.ofDeadLetters.filter(\.isAlwaysThere).map(\.name)
            let brought = ["customerId", "collectorId", "deviceHost", "collectorReceivedTime"]
            #expect(Set(letter.headers.keys) == Set(own + brought))
        }
    }

    @Test func eachEventHasTheKeyOfItsOwnRecord() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any())
            let producer = try Producer(rig.broker.producerConfiguration())
            let topic = try producer.topic(rig.configuration.inputTopic)
            let padding = String(repeating: "x", count: 9000)
            var expected: [String: String] = [:]
            for number in 0..<240 {
                var headers = RecordHeaders()
                let bare = "%ASA-6-113008: AAA transaction status ACCEPT : user = user\(number)"
                switch number % 8 {
                case 0: try producer.send(nil, to: topic, key: "tombstone")
                case 1: try producer.send("no tag here \(number)", to: topic, key: "no tag")
                case 2:
                    try producer.send(bare, to: topic, key: "key\(number)")
                    expected["user\(number)"] = "key\(number)"
                case 3:
                    headers.append(name: "deviceHost", value: " sender\(number) ")
                    try producer.send(bare, to: topic, headers: headers)
                    expected["user\(number)"] = "sender\(number)"
                case 4:
                    try producer.send(bare, to: topic)
                    expected["user\(number)"] = "none"
                case 5:
                    try producer.send("<166>Nov 03 2020 09:50:01 vpn\(number) : \(bare) \(padding)", to: topic)
                    expected["user\(number)"] = "vpn\(number)"
                case 6:
                    try producer.send(bare, to: topic, key: "")
                    expected["user\(number)"] = ""
                default:
                    try producer.send("<166>Nov 03 2020 09:50:01 vpn\(number) : \(bare)", to: topic)
                    expected["user\(number)"] = "vpn\(number)"
                }
            }
            #expect(producer.flush(timeout: .seconds(30)))
            let result = try rig.run { _ in try rig.awaitCommitted(240) }
            #expect(result.report.events == 180)
            #expect(result.report.tombstones == 30)
            #expect(result.report.deadLetters == 30)
            let outputs = try rig.outputs()
            let keys = try outputs.events.map { event in
                let user = try members(event)["sourceUser"].unwrap("user")
                return (String(user.prefix { $0 != " " }), event.key ?? "none")
            }
            #expect(keys.count == 180)
            #expect(Dictionary(keys, uniquingKeysWith: { first, _ in first }) == expected)
            #expect(outputs.deadLetters.allSatisfy { $0.key == "no tag" })
        }
    }

    @Test(arguments: [["trace", "absent"], ["absent"], []])
    func headersAreForwardedIfAskedFor(_ names: [String]) async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) { $0.forwardedHeaders = names }
            let producer = try Producer(rig.broker.producerConfiguration())
            let topic = try producer.topic(rig.configuration.inputTopic)
            var headers = RecordHeaders()
            headers.append(name: "trace", value: "abc")
            headers.append(name: "other", value: "x")
            headers.append(name: "trace", value: "def")
            try producer.send(Self.line(0), to: topic, headers: headers)
            #expect(producer.flush(timeout: .seconds(30)))
            _ = try rig.run { _ in try rig.awaitCommitted(1) }
            var batch = MessageBatch()
            try rig.broker.readAll(rig.configuration.outputTopic, partitions: 2, into: &batch)
            var forwarded: [String] = []
            for index in 0..<batch.count {
                batch.forEachHeader(at: index) { name, value in
                    forwarded.append("\(text(name) ?? "")=\(text(value) ?? "")")
                }
            }
            let own = ["mapping-version=\(Mapping.version)"]
            #expect(forwarded == (names.contains("trace") ? ["trace=abc", "trace=def"] + own : own))
        }
    }

    @Test func eventIdSaysWhereTheRecordStands() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any())
            try rig.broker.write([Self.line(0), Self.line(1)], to: rig.configuration.inputTopic, partition: 1)
            _ = try rig.run { _ in try rig.awaitCommitted(2) }
            let positions = try rig.outputs().events.map { event -> RecordPosition in
                let id = try Normalization.UUID(try members(event)["eventId"].unwrap("id")).unwrap("UUID")
                return try RecordPosition(eventID: id).unwrap("position")
            }
            #expect(Set(positions.map(\.offset)) == [0, 1])
            let namespace = RecordPosition.namespace(of: rig.configuration.inputTopic)
            #expect(positions.allSatisfy { $0.partition == 1 && $0.namespace == namespace })
        }
    }

    @Test func anEventThatIsTooLargeBecomesADeadLetter() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) { $0.kafkaProperties.append(("producer.message.max.bytes", "2000")) }
            // Control characters grow sixfold in JSON, so the event is over the limit and the raw line is not.
            let user = String(repeating: "\u{1}", count: 500)
            let large = "%ASA-6-113008: AAA transaction status ACCEPT : user = \(user)"
            try rig.broker.write([Self.line(0), large, Self.line(1)], to: rig.configuration.inputTopic)
            let result = try rig.run { _ in try rig.awaitCommitted(3) }
            #expect(result.report.events == 2)
            #expect(result.report.deadLetters == 1)
            let letter = try rig.outputs().deadLetters.first.unwrap("dead letter")
            #expect(letter.headers["reason"] == "event-too-large")
            #expect(letter.value == large)
        }
    }

    @Test func twoLanesShareThePartitions() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) {
                $0.lanes = 2
                $0.shortenSessions()
            }
            try rig.broker.write((0..<100).map(Self.line), to: rig.configuration.inputTopic, partition: 0)
            try rig.broker.write((100..<200).map(Self.line), to: rig.configuration.inputTopic, partition: 1)
            let result = try rig.run { _ in try rig.awaitCommitted(200) }
            #expect(result.failure == nil)
            #expect(result.report.addsUp)
        }
    }

    @Test func aSecondWorkerGoesOnWhereTheFirstEnded() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) { $0.shortenSessions() }
            try rig.broker.write((0..<50).map(Self.line), to: rig.configuration.inputTopic)
            let first = try rig.run { _ in try rig.awaitCommitted(50) }
            try rig.broker.write((50..<80).map(Self.line), to: rig.configuration.inputTopic)
            let second = try rig.run { _ in try rig.awaitCommitted(80) }
            #expect(first.report.read == 50)
            #expect(second.report.read == 30)
            #expect(try rig.outputs().events.count == 80)
        }
    }

    @Test func whatTheGroupHasReadIsNoLagForAWorkerThatReadsNothing() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) { configuration in
                configuration.shortenSessions()
                configuration.isObserved = true
            }
            try rig.broker.write((0..<50).map(Self.line), to: rig.configuration.inputTopic)
            _ = try rig.run { _ in try rig.awaitCommitted(50) }
            let result = try rig.run { worker in
                try eventually("the lag of partition 0 is known and nothing") {
                    worker.status.snapshot().lag(of: TopicPartition(rig.configuration.inputTopic, 0)) == 0
                }
                #expect(worker.status.snapshot().obstacles == [])
            }
            #expect(result.report.read == 0)
        }
    }

    @Test func aRefusedPropertyEndsTheWorkerAsAConfigurationFault() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) { $0.kafkaProperties = [("no.such.property", "1")] }
            let result = rig.makeWorker().run()
            guard case .configuration(let faults) = result.failure else {
                Issue.record("\(String(describing: result.failure))")
                return
            }
            #expect(faults.contains { $0.contains("no.such.property") })
        }
    }
}
