// Records that the brokers refuse for what they are: exactly these become dead letters, all others are delivered.

import Foundation
import Kafka
import KafkaTestSupport
import Testing
import WorkerTestSupport

@testable import Worker

@Suite struct RefusedRecordTests {
    private static let deliveries: [WorkerConfiguration.Delivery] = [.exactlyOnce, .atLeastOnce]
    private static let codes: [(KafkaErrorCode, reason: String)] = [
        (.recordTooLarge, "event-too-large"), (.recordListTooLarge, "event-too-large"),
        (.policyViolation, "event-refused"), (.invalidRecord, "event-refused"), (.invalidTimestamp, "event-refused"),
    ]

    /// Delivers one batch with some records that are refused.
    private static func deliver(
        _ total: Int,
        refusing times: [Int: Int],
        with code: KafkaErrorCode,
        _ delivery: WorkerConfiguration.Delivery
    ) throws -> (rig: FaultRig, refuser: RecordRefuser, letters: [OutputRecord]) {
        let rig = try FaultRig(delivery) { configuration in
            configuration.batchRecords = total
            // Only the number of records ends the batch.
            configuration.batchMilliseconds = 60_000
            configuration.transactionMilliseconds = 60_000
            // Pieces that could not be smaller: it is a record that is refused.
            configuration.kafkaProperties.append(("producer.batch.size", "1000"))
        }
        try rig.write(0..<total)
        let refuser = RecordRefuser(times, of: total, with: code, on: rig)
        let result = try rig.run { try rig.probe.awaitCommitted(total) }
        rig.expectSound(result, read: total)
        #expect(result.report.deadLetters == times.count)
        #expect(result.report.events == total - times.count)
        #expect(refuser.found == times, "\(rig.probe.story)")
        #expect(rig.probe.count("record-refused") == times.values.reduce(0, +))
        let events = Set(try rig.numbers()[0] ?? [])
        #expect(Set(0..<total).subtracting(times.keys).subtracting(events) == [], "the neighbours are delivered")
        return (rig, refuser, try rig.rig.contents(of: rig.configuration.deadLetterTopic, partitions: 1))
    }

    private static func sources(_ letters: [OutputRecord], _ rig: FaultRig) -> Set<Int> {
        let prefix = "\(rig.configuration.inputTopic)/0/"
        return Set(letters.compactMap { $0.headers["source"].flatMap { Int($0.dropFirst(prefix.count)) } })
    }

    @Test(arguments: codes.indices, deliveries)
    func aRefusedRecordBecomesADeadLetterWithTheReason(
        _ index: Int,
        _ delivery: WorkerConfiguration.Delivery
    ) async throws {
        try await onOwnThread {
            let (code, reason) = Self.codes[index]
            let (rig, _, letters) = try Self.deliver(50, refusing: [17: 1], with: code, delivery)
            #expect(Self.sources(letters, rig) == [17])
            #expect(letters.allSatisfy { $0.headers["reason"] == reason })
            #expect(letters.allSatisfy { $0.value == FaultRig.line(17, partition: 0) })
            #expect(letters.allSatisfy { $0.headers["original-size"] == nil })
        }
    }

    @Test(arguments: deliveries)
    func severalRefusedAmongAThousandAreFound(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let places = [0, 1, 333, 334, 999]
            let times = Dictionary(uniqueKeysWithValues: places.map { ($0, 1) })
            let (rig, refuser, letters) = try Self.deliver(1000, refusing: times, with: .policyViolation, delivery)
            #expect(Self.sources(letters, rig) == Set(places))
            #expect(refuser.attempts <= 250)
        }
    }

    @Test(arguments: deliveries)
    func aDeadLetterThatIsRefusedTooBecomesAPointer(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let (rig, _, letters) = try Self.deliver(10, refusing: [3: 2, 7: 1], with: .recordTooLarge, delivery)
            #expect(Self.sources(letters, rig) == [3, 7])
            let pointer = try letters.last { $0.headers["original-size"] != nil }.unwrap("pointer")
            let line = FaultRig.line(3, partition: 0)
            #expect(pointer.headers["original-size"] == "\(line.utf8.count)")
            #expect(pointer.headers["reason"] == "event-too-large")
            #expect(pointer.headers["source"] == "\(rig.configuration.inputTopic)/0/3")
            #expect(pointer.value == line)
        }
    }

    @Test(arguments: deliveries)
    func aPointerThatIsRefusedWaitsForTheOperator(_ delivery: WorkerConfiguration.Delivery) async throws {
        try await onOwnThread {
            let (rig, _, letters) = try Self.deliver(10, refusing: [3: 3], with: .policyViolation, delivery)
            #expect(Self.sources(letters, rig) == [3])
            #expect(rig.probe.count("waiting-for-operator") == 1)
        }
    }
}
