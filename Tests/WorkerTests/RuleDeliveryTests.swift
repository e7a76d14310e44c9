// A worker with rules: what is dropped is counted and committed like all else, and what goes to another topic is there.

import Kafka
import KafkaTestSupport
import Normalization
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct RuleDeliveryTests {
    /// Lines of two messages in turns; those of even numbers are of message 113039, and of a group that has the number.
    private static func line(_ number: Int) -> String {
        number % 2 == 0
            ? "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-113039: Group <g\(number)> User <user\(number)> "
                + "IP <203.0.113.7> AnyConnect parent session started."
            : "<166>Nov 03 2020 09:50:01 vpn1 : %ASA-6-302015: Built inbound UDP connection \(number) for "
                + "outside:10.9.0.5/1 (10.9.0.5/1) to inside:10.0.0.\(number % 200)/53 (10.0.0.\(number % 200)/53)"
    }

    private static func rules(_ lines: [String]) -> Rules {
        var rules = Rules()
        for line in lines { #expect(rules.add(line, at: "test") == []) }
        return rules
    }

    private func run(
        _ rules: [String],
        _ lines: [String?],
        _ delivery: WorkerConfiguration.Delivery = .atLeastOnce,
        configure: (inout WorkerConfiguration) -> Void = { _ in }
    ) throws -> (rig: FaultRig, result: WorkerResult) {
        let rig = try FaultRig(delivery) { configuration in
            configuration.events.rules = Self.rules(rules)
            configure(&configuration)
        }
        for topic in rig.configuration.events.rules.topics { try rig.cluster.createTopic(topic, partitions: 1) }
        try rig.rig.broker.write(lines, to: rig.configuration.inputTopic, partition: 0)
        let result = try rig.run { try rig.probe.awaitCommitted(lines.count) }
        rig.expectSound(result, read: lines.count)
        return (rig, result)
    }

    private func values(of topic: String, _ rig: FaultRig) throws -> [String] {
        try rig.rig.contents(of: topic, partitions: 1).compactMap(\.value)
    }

    @Test(arguments: FaultRig.deliveries)
    func everyRecordIsAnEventADeadLetterDroppedOrATombstone(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let lines = (0..<100).map(Self.line) + ["no tag", nil]
            let (rig, result) = try run(["keep group=g8", "drop id=113039", "sample 1/1 severity=6"], lines, delivery)
            let report = result.report
            #expect((report.events, report.deadLetters, report.dropped, report.tombstones) == (51, 1, 49, 1))
            #expect(report.rules.map(\.matches) == [1, 49, 50] && report.rules.map(\.dropped) == [0, 49, 0])
            let counts = try #require(report.partitions[TopicPartition(rig.configuration.inputTopic, 0)])
            #expect(counts.dropped == 49 && counts.addsUp && counts.next == 102)
            let events = try values(of: rig.configuration.outputTopic, rig)
            #expect(events.count { $0.contains("113039") } == 1)
            #expect(events.count { $0.contains("302015") } == 50)
            #expect(rig.probe.story.contains("dropped=49"))
        }
    }

    @Test(arguments: FaultRig.deliveries)
    func aBatchThatIsDroppedAsAWholeCommitsItsOffsets(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let (rig, result) = try run(["drop"], (0..<50).map(Self.line), delivery)
            #expect(result.report.dropped == 50 && result.report.events == 0 && result.report.outputBytes == 0)
            #expect(try values(of: rig.configuration.outputTopic, rig) == [])
            // The embedded cluster does not keep the offsets of a transaction.
            if delivery == .atLeastOnce { #expect(try rig.rig.committed(partitions: 1) == 50) }
        }
    }

    /// Exactly once where there is a real broker: a transaction that holds offsets and no record.
    @Test func offsetsOfWhatIsDroppedAreTheGroups() async throws {
        try await onOwnThread {
            let rig = try WorkerRig(try .any()) { $0.events.rules = Self.rules(["drop"]) }
            try rig.broker.write((0..<50).map(Self.line), to: rig.configuration.inputTopic)
            let result = try rig.run { _ in try rig.awaitCommitted(50) }
            #expect(result.failure == nil && result.report.dropped == 50 && result.report.addsUp)
            #expect(try rig.outputs().events.isEmpty)
        }
    }

    @Test func anEventGoesToTheTopicOfItsRuleWithItsKeyAndTime() async throws {
        try await onOwnThread {
            let flows = TestBroker.uniqueName("flows")
            let others = TestBroker.uniqueName("others")
            let rules = ["topic \(others) group=g0", "topic \(flows) id=302015", "drop group=g2"]
            let (rig, result) = try run(rules, (0..<10).map(Self.line))
            #expect(result.report.events == 9 && result.report.dropped == 1)
            #expect(result.report.rules.map(\.matches) == [1, 5, 1])
            let moved = try rig.rig.contents(of: flows, partitions: 1)
            #expect(moved.count == 5)
            #expect(moved.allSatisfy { $0.key == "vpn1" && $0.time != nil && $0.value?.contains("302015") == true })
            #expect(try rig.rig.contents(of: others, partitions: 1).count == 1)
            #expect(try values(of: rig.configuration.outputTopic, rig).count == 3)
        }
    }

    @Test func withoutRulesTheSameBytesAreDelivered() async throws {
        try await onOwnThread {
            let lines = (0..<20).map(Self.line)
            let namespace: (inout WorkerConfiguration) -> Void = { $0.namespace = "same" }
            let (plain, _) = try run([], lines, configure: namespace)
            let (ruled, _) = try run(["drop id=1", "keep"], lines, configure: namespace)
            let events = try plain.rig.contents(of: plain.configuration.outputTopic, partitions: 1)
            let others = try ruled.rig.contents(of: ruled.configuration.outputTopic, partitions: 1)
            func stable(_ record: OutputRecord) -> String? {
                // The time is that of the record's arrival.
                record.value.map { $0.replacing(#/"collectorReceivedTime":"[^"]*"/#, with: "") }
            }
            #expect(events.map(stable) == others.map(stable) && events.count == 20)
        }
    }

    @Test func aRuleThatMatchesNothingIsToldAtTheStart() async throws {
        try await onOwnThread {
            let (rig, _) = try run(["drop id=113039", "keep id=113039 group=a"], [Self.line(0)])
            let remarks = rig.probe.events.compactMap { event in
                if case .ruleRemark(let text) = event { text } else { nil }
            }
            #expect(remarks == ["test: never matches: what stands at test decides about all its events before"])
        }
    }

    @Test func metricsAndStatusCountByRule() {
        var lane = LaneSnapshot()
        var counts = PartitionCounts()
        (counts.read, counts.events, counts.dropped) = (9, 4, 5)
        lane.report.partitions[TopicPartition("in", 0)] = counts
        var rules = [RuleCounts(), RuleCounts()]
        (rules[0].matches, rules[1].matches, rules[1].dropped) = (2, 6, 5)
        lane.report.add(rules)
        lane.report.add(rules)
        let snapshot = WorkerSnapshot(laneCount: 1, lanes: [0: lane], recordsPerSecond: 0, now: 0, oldestHeartbeat: 0)
        var configuration = WorkerConfiguration()
        configuration.events.rules = Self.rules(["keep group=\"a b\"", "sample 1/9"])
        let page = MetricsPage(snapshot, configuration, ProcessFigures()).text
        for sample in [
            "partition_records_total{topic=\"in\",partition=\"0\",outcome=\"dropped\"} 5",
            "rule_records_total{rule=\"1\",fate=\"delivered\"} 4", "rule_records_total{rule=\"1\",fate=\"dropped\"} 0",
            "rule_records_total{rule=\"2\",fate=\"delivered\"} 2", "rule_records_total{rule=\"2\",fate=\"dropped\"} 10",
        ] { #expect(page.contains("\nnormalizer_\(sample)\n"), "\(sample)") }
        let status = StatusPage.text(snapshot, configuration)
        #expect(status.contains(#""dropped":5"#))
        for object in [
            #"{"rule":1,"text":"keep group=\"a b\"","place":"test","matches":4,"dropped":0}"#,
            #"{"rule":2,"text":"sample 1/9","place":"test","matches":12,"dropped":10}"#,
        ] { #expect(status.contains(object), "\(status)") }
    }
}
