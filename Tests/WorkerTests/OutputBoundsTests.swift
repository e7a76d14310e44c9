// What refusals show of the topics of the output, and that a lane keeps to it.

import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct OutputBoundsTests {
    private static let now: Int64 = 1_800_000_000_000
    private static let hour: Int64 = 3_600_000

    /// The bounds after an attempt with records of these sizes and times.
    private static func bounds(
        _ records: [(bytes: Int, time: Int64?)],
        after remedies: [OutputBounds.Remedy] = []
    ) -> OutputBounds {
        let bounds = OutputBounds(ClientConfiguration())
        remedies.forEach(bounds.take)
        bounds.beginAttempt(at: now)
        for record in records { _ = bounds.admit(record.bytes, record.time) }
        return bounds
    }

    /// A lane looks at the output before it makes its producer, which tells its properties then.
    @Test(arguments: [1, 3]) func piecesFollowTheReplicasOfTheOutput(_ copies: Int) async throws {
        try await onOwnThread {
            // The embedded brokers of librdkafka 2.0.2 keep as many copies as they can, however many are asked for.
            let broker = try TestBroker.embedded(brokers: copies)
            let output = TestBroker.uniqueName("output")
            try broker.cluster?.createTopic(output, partitions: 1, replication: copies)
            let rig = try WorkerRig(broker) { configuration in
                configuration.outputTopic = output
                configuration.kafkaProperties.append(("producer.debug", "conf"))
            }
            let probe = WorkerProbe()
            func tells(_ property: String) -> Bool {
                probe.events.contains { event in
                    if case .library(_, _, _, let text) = event { text.contains(property) } else { false }
                }
            }
            try rig.broker.write([FaultRig.line(0, partition: 0)], to: rig.configuration.inputTopic, partition: 0)
            _ = try rig.run(log: probe.log) { _ in try probe.awaitCommitted(1) }
            #expect(tells("queue.buffering.max.ms = 50"))
            #expect(tells("batch.size = 500000") == (copies == 1))
        }
    }

    @Test func timesAheadAreSentAsNowOnceTheyWereRefused() {
        let bounds = Self.bounds([(600, Self.now), (600, Self.now + 2 * Self.hour)])
        #expect(bounds.remedy(for: [.invalidTimestamp]) == .noTimesAhead)
        bounds.take(.noTimesAhead)
        bounds.beginAttempt(at: Self.now)
        #expect(bounds.admit(600, Self.now + 2 * Self.hour) == nil)
        #expect(bounds.admit(600, Self.now - 1) == Self.now - 1)
        #expect(bounds.remedy(for: [.invalidTimestamp]) == nil, "what is refused now has to be found")
    }

    @Test func agesAreHalvedUntilTheyAreTaken() {
        var remedies: [OutputBounds.Remedy] = []
        var age = 1000 * Self.hour
        // The topic takes what is younger than ten hours.
        while age > 10 * Self.hour {
            let bounds = Self.bounds([(600, Self.now - age)], after: remedies)
            let remedy = bounds.remedy(for: [.invalidTimestamp])
            #expect(remedy == .noTimesOlder(than: age / 2))
            remedies = remedy.map { [$0] } ?? []
            age /= 2
        }
        #expect(remedies == [.noTimesOlder(than: 1000 * Self.hour / 128)])
    }

    @Test func timesBeforeAllOthersAreNoTrap() {
        let bounds = Self.bounds([(600, .min), (600, .max)])
        #expect(bounds.remedy(for: [.invalidTimestamp]) == .noTimesAhead)
        #expect(Self.bounds([(600, .min)]).remedy(for: [.invalidTimestamp]) == .noTimesOlder(than: Self.now / 2))
    }

    @Test func piecesAreHalvedWhileNoRecordIsAsLarge() {
        let records = [(bytes: Int, time: Int64?)](repeating: (600, nil), count: 10_000)
        #expect(Self.bounds(records).remedy(for: [.recordTooLarge]) == .pieces(bytes: 500_000))
        let smaller = Self.bounds(records, after: [.pieces(bytes: 125_000)])
        #expect(smaller.remedy(for: [.recordListTooLarge]) == .pieces(bytes: 62_500))
        #expect(Self.bounds(records + [(500_000, nil)]).remedy(for: [.recordTooLarge]) == nil, "it may be the record")
        let few = Self.bounds(records, after: [.pieces(bytes: 4000)])
        #expect(few.remedy(for: [.recordTooLarge]) == .pieces(bytes: 2000), "three records of 600 bytes")
        #expect(Self.bounds(records, after: [.pieces(bytes: 1200)]).remedy(for: [.recordTooLarge]) == nil)
        #expect(Self.bounds(Array(records.prefix(2))).remedy(for: [.recordTooLarge]) == nil, "one of two")
    }

    @Test func otherRefusalsAreLookedFor() {
        let bounds = Self.bounds([(600, Self.now + 2 * Self.hour)])
        #expect(bounds.remedy(for: [.policyViolation, .invalidRecord]) == nil)
        #expect(bounds.remedy(for: []) == nil)
    }

    private static let lines = (0..<2000).map {
        "%ASA-6-113008: AAA transaction status ACCEPT : user = user\($0)"
    }

    /// A worker whose pieces are as large as their records, since they do not compress.
    private static func rig(
        _ broker: TestBroker,
        _ input: String,
        _ output: String,
        _ delivery: WorkerConfiguration.Delivery
    ) throws -> WorkerRig {
        try WorkerRig(broker) { configuration in
            configuration.inputTopic = input
            configuration.outputTopic = output
            configuration.delivery = delivery
            configuration.kafkaProperties.append(("producer.compression.type", "none"))
        }
    }

    @Test(
        .enabled(if: TestBroker.can(.topicAdministration), "the embedded broker refuses no record for what it is"),
        arguments: [WorkerConfiguration.Delivery.exactlyOnce, .atLeastOnce]
    )
    func topicsThatTakeLessGetEverythingAllTheSame(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let wide = [
                "message.timestamp.after.max.ms": "9223372036854775807", "message.timestamp.type": "CreateTime",
            ]
            let narrow = [
                "max.message.bytes": "70000", "message.timestamp.type": "CreateTime",
                "message.timestamp.after.max.ms": "3600000", "message.timestamp.before.max.ms": "864000000",
            ]
            let input = try broker.makeTopic(partitions: 2, settings: wide)
            let output = try broker.makeTopic(partitions: 2, settings: narrow)
            let rig = try Self.rig(broker, input, output, delivery)
            // One in three is of a clock that is two hours ahead, one lay in a queue for forty days.
            let now = SystemClock.epochMilliseconds
            let times = [now, now + 2 * Self.hour, now - 960 * Self.hour]
            try broker.write(Self.lines, to: input, times: times)
            let probe = WorkerProbe()
            _ = try rig.run(log: probe.log) { _ in try rig.awaitCommitted(Int64(Self.lines.count)) }
            let (events, deadLetters) = try rig.outputs()
            // At least once, those that were taken before the refusal came are sent again.
            #expect(events.count == Self.lines.count || delivery == .atLeastOnce && events.count > Self.lines.count)
            #expect(Set(events.map(\.value)).count == Self.lines.count)
            #expect(deadLetters.count == 0)
            let remedies = probe.events.compactMap { event in
                if case .boundFound(_, let remedy, _) = event { remedy } else { nil }
            }
            #expect(remedies.contains { $0.contains("ahead of now") }, "\(remedies)")
            #expect(remedies.contains { $0.contains("older than") }, "\(remedies)")
            #expect(remedies.contains { $0.contains("pieces of at most") }, "\(remedies)")
            #expect(probe.count("record-refused") == 0)
            #expect(probe.count("attempt-failed") < 20)
            let onTime = Set(events.filter { $0.time == now }.map(\.value))
            #expect(onTime.count == (Self.lines.count + 2) / 3, "times that are taken are kept")
        }
    }

    /// Batches that are halved until they hold no piece that is too large end as a few records each.
    @Test(
        .enabled(if: TestBroker.can(.topicAdministration), "the embedded broker refuses no record for what it is"),
        arguments: [WorkerConfiguration.Delivery.exactlyOnce, .atLeastOnce]
    )
    func aTopicThatTakesFewRecordsAtOnceCostsFewAttempts(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let broker = try TestBroker.any()
            let input = try broker.makeTopic(partitions: 2, settings: [:])
            let output = try broker.makeTopic(partitions: 2, settings: ["max.message.bytes": "3000"])
            let rig = try Self.rig(broker, input, output, delivery)
            try broker.write(Self.lines, to: input)
            let probe = WorkerProbe()
            _ = try rig.run(log: probe.log) { _ in try rig.awaitCommitted(Int64(Self.lines.count)) }
            let (events, deadLetters) = try rig.outputs()
            #expect(events.count == Self.lines.count || delivery == .atLeastOnce && events.count > Self.lines.count)
            #expect(Set(events.map(\.value)).count == Self.lines.count)
            #expect(deadLetters.count == 0)
            #expect(probe.count("attempt-failed") < 20)
        }
    }
}
