// The machine step by step: one way through it in each test.

import Kafka
import Testing

@testable import Delivery

@Suite struct DeliveryMachineTests {
    @Test func aBatchIsOneTransaction() {
        var driver = afterABatch()
        let settlement = Settlement(partition: partition, skipped: 0, unexplained: 0)
        #expect(driver.tell(.done) == .accept(count: 20, [settlement]))
        #expect(driver.tell(.held(held(0..<0))) == .collect)
    }

    @Test func aPartitionThatIsTakenAwayAndComesBackKeepsTheGapsFoundSince() {
        var driver = Driver()
        _ = driver.machine.start()
        #expect(driver.tell(.done, .joined(keepsOffsets: true)) == .collect)
        var held = held(0..<20)
        held.ranges = [PartitionRange(partition: partition, count: 20, firstOffset: 0, nextOffset: 25)]
        var findings = Findings()
        findings.gaps = [OffsetGap(partition: partition, expected: 10, found: 15)]
        driver.moment.lost = [partition]
        #expect(driver.tell(.collected(held, findings)) == .readCommitted([partition], milliseconds: 500))
        driver.moment.lost = []
        #expect(driver.tell(.committed([TopicPartitionOffset(partition, 0)]), .done) == .send(count: 20))
        let offsets = [TopicPartitionOffset(partition, 25)]
        let answer = Answer.sent([SentRecords(partition, count: 20, next: 25)], offsets: offsets)
        #expect(driver.tell(answer, .done) == .commitTransaction)
        let settlement = Settlement(partition: partition, skipped: 5, unexplained: 0)
        #expect(driver.tell(.done) == .accept(count: 20, [settlement]))
    }

    @Test(arguments: [SpentProducer.lateRequest, .droppedRecords, .largePieces])
    func whatTheLastTransactionLeftBehindIsShutOutBeforeTheNextBegin(_ reason: SpentProducer) {
        var driver = afterABatch()
        _ = driver.tell(.done)
        driver.moment.spentProducer = reason
        #expect(driver.tell(.held(held(20..<40))) == .makeProducer)
        driver.moment.spentProducer = nil
        #expect(driver.tell(.done) == .initTransactions)
        #expect(driver.tell(.done) == .begin)
    }

    /// The library refuses an abort until that commit has been called to its end.
    @Test func aCommitThatWaitsTooLongForRecordsIsEndedByANewProducer() {
        var driver = afterABatch()
        let error = KafkaError(code: .timedOut, operation: "commit transaction", isRetriable: true)
        let waiting = Reports(isFlushing: true)
        #expect(driver.tell(.failed(error, waiting)) == .commitTransaction)
        driver.moment.now += 11 * .second
        #expect(driver.tell(.failed(error, waiting)) == .makeProducer)
        #expect(!driver.notes.contains(.outcomeUnknown(records: 20)), "the brokers were never asked for it")
        #expect(driver.tell(.done, .done) == .serve)
        #expect(driver.tell(.held(held(0..<20))) == .readCommitted([partition], milliseconds: 500))
        let start = TopicPartitionOffset(partition, 0)
        #expect(driver.tell(.committed([start])) == .seek([start]))
    }

    @Test func whatIsTakenAwayWithinAnAttemptIsNotSentAgain() {
        var driver = afterABatch()
        driver.moment.lost = [partition]
        let error = KafkaError(
            code: .illegalGeneration,
            operation: "commit transaction",
            isRetriable: false,
            requiresAbort: true
        )
        #expect(driver.tell(.failed(error)) == .abort)
        driver.moment.lost = []
        #expect(driver.tell(.aborted(Reports())) == .serve)
        #expect(driver.tell(.held(held(0..<20))) == .drop([partition]))
        #expect(driver.tell(.held(held(0..<0))) == .collect)
    }

    @Test func atLeastOnceCommitsOffsetsAfterTheRecordsAndAnEarlierCommitFirst() {
        var driver = Driver(.atLeastOnce)
        _ = driver.machine.start()
        _ = driver.tell(.done, .joined(keepsOffsets: true), .collected(held(0..<20), Findings()))
        #expect(driver.tell(.committed([TopicPartitionOffset(partition, 0)]), .done) == .send(count: 20))
        #expect(driver.tell(sent(0..<20)) == .flush)
        #expect(driver.tell(.pending) == .flush)
        #expect(driver.tell(.done) == .finishEarlierCommit)
        #expect(driver.tell(.pending) == .finishEarlierCommit)
        let commit = Command.commitOffsets([TopicPartitionOffset(partition, 20)])
        #expect(driver.tell(.done) == commit)
        #expect(driver.tell(.pending) == commit, "the same call is waited for")
        driver.moment.now += 31 * .second
        #expect(driver.tell(.pending) == .abort)
        #expect(driver.tell(.aborted(Reports())) == .serve, "it may have been carried out")
    }

    /// A driver that reads a range of the offsets 0 to 20, as far as the first collection.
    private func rangeDriver() -> Driver {
        var driver = Driver(start: .planned)
        _ = driver.machine.start()
        #expect(driver.tell(.done, .joined(keepsOffsets: true)) == .collect)
        return driver
    }

    private func end(_ records: Range<Int64> = 0..<0) -> Held {
        var held = held(records)
        held.ends = [TopicPartitionOffset(partition, 20)]
        return held
    }

    @Test func anEndWithoutARecordIsComparedWithTheGroupAndCommitted() {
        var driver = rangeDriver()
        #expect(driver.tell(.collected(end(), Findings())) == .readCommitted([partition], milliseconds: 500))
        let start = TopicPartitionOffset(partition, 0)
        #expect(driver.tell(.committed([start])) == .seek([start]), "what lies between may hold records")
        #expect(driver.tell(.done) == .collect)
        var findings = Findings()
        findings.gaps = [OffsetGap(partition: partition, expected: 0, found: 20)]
        #expect(driver.tell(.collected(end(), findings)) == .readCommitted([partition], milliseconds: 500))
        #expect(driver.tell(.committed([start])) == .begin)
        #expect(driver.tell(.done) == .send(count: 0))
        let offsets = [TopicPartitionOffset(partition, 20)]
        let sent = Answer.sent([SentRecords(partition, count: 0, next: 20)], offsets: offsets)
        #expect(driver.tell(sent) == .sendOffsets(offsets))
        let settlement = Settlement(partition: partition, skipped: 20, unexplained: 0)
        #expect(driver.tell(.done, .done) == .accept(count: 0, [settlement]))
        #expect(driver.tell(.held(held(0..<0))) == .collect)
    }

    @Test func aRangeThatIsDoneIsNotCommittedAgain() {
        var driver = rangeDriver()
        _ = driver.tell(.collected(end(), Findings()))
        #expect(driver.tell(.committed([TopicPartitionOffset(partition, 20)])) == .collect)
    }

    @Test func recordsOfARangeThatAreGoneArePassedOverWithoutACommit() {
        var driver = rangeDriver()
        var findings = Findings()
        findings.outside = [partition]
        #expect(driver.tell(.collected(held(0..<0), findings)) == .readLogs([partition]))
        func log(_ low: Int64, _ high: Int64) -> Answer {
            .logs(
                LogView(
                    partitionCounts: [partition.topic: 1],
                    bounds: [partition: Watermarks(low: low, high: high)],
                    entries: [TopicPartitionOffset(partition, 5)],
                    positions: [:],
                    knownEnds: [:]
                )
            )
        }
        var other = driver
        #expect(driver.tell(log(8, 30)) == .restart([TopicPartitionOffset(partition, 8)]))
        #expect(driver.notes.contains(.logGap(partition, 5..<8)))
        #expect(driver.tell(.done, .collected(held(8..<20), Findings())) == .begin)
        #expect(driver.tell(.done, sent(8..<20), .done) == .commitTransaction)
        #expect(
            driver.tell(.done) == .accept(count: 12, [Settlement(partition: partition, skipped: 3, unexplained: 0)])
        )
        guard case .end(.failed(let text)) = other.tell(log(0, 4)) else {
            Issue.record("a log that ends before the plan's offset is not the plan's")
            return
        }
        #expect(text.contains("was the topic made again?"))
    }

    @Test func whatIsGivenUpOfAPartitionOutsideItsLogIsReadAgain() {
        var driver = Driver()
        _ = driver.machine.start()
        _ = driver.tell(.done, .joined(keepsOffsets: true))
        var findings = Findings()
        findings.outside = [partition]
        _ = driver.tell(.collected(held(0..<20), findings))
        let start = TopicPartitionOffset(partition, 0)
        #expect(driver.tell(.committed([start])) == .begin)
        #expect(driver.tell(.done, sent(0..<20)) == .sendOffsets([TopicPartitionOffset(partition, 20)]))
        let error = KafkaError(code: .unknownMember, operation: "send offsets", requiresAbort: true)
        #expect(driver.tell(.failed(error), .aborted(Reports())) == .serve)
        #expect(driver.tell(.held(held(0..<20))) == .readCommitted([partition], milliseconds: 500))
        #expect(driver.tell(.committed([start])) == .seek([]), "the library cannot go on from where it is")
        var late = driver
        late.machine.nextPlacing = .max
        #expect(late.tell(.done) == .collect)
        #expect(late.tell(.collected(held(20..<40), Findings())) == .drop([partition]), "what follows is not sent")
        #expect(driver.tell(.done) == .readLogs([partition]))
        let view = LogView(
            partitionCounts: [partition.topic: 1],
            bounds: [partition: Watermarks(low: 0, high: 100)],
            entries: [start],
            positions: [partition: 20],
            knownEnds: [:]
        )
        #expect(driver.tell(.logs(view)) == .restart([start]))
        #expect(driver.tell(.done, .collected(held(0..<20), Findings())) == .begin)
    }

    @Test func aDrainThatIsOverEndsTheLaneWithItsBatchUncommitted() {
        var driver = afterABatch()
        driver.moment.isStopping = true
        driver.moment.isDrainOver = true
        let error = KafkaError(code: .timedOut, operation: "commit transaction", isRetriable: true)
        #expect(driver.tell(.failed(error)) == .abort)
        #expect(driver.tell(.aborted(Reports())) == .end(.drained(isWhole: false)))
    }
}
