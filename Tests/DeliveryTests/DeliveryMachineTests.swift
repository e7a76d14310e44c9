// The machine step by step: one way through it in each test.

import Kafka
import Testing

@testable import Delivery

@Suite struct DeliveryMachineTests {
    private let partition = TopicPartition("in", 0)

    /// A machine with a clock, told one answer after the other.
    private struct Driver {
        var machine: DeliveryMachine
        var moment = Moment(now: 0)
        var notes: [Note] = []

        init(_ promise: DeliverySettings.Promise = .exactlyOnce, start: DeliverySettings.Start = .earliest) {
            var settings = DeliverySettings(
                batchRecords: 100,
                transactionMilliseconds: 10_000,
                operatorMilliseconds: 5000
            )
            settings.promise = promise
            settings.start = start
            machine = DeliveryMachine(settings)
        }

        mutating func tell(_ answers: Answer...) -> Command {
            var command = Command.collect
            for answer in answers {
                moment.now += .millisecond
                command = machine.next(answer, moment)
                notes += machine.takeNotes()
            }
            return command
        }

        /// Goes on until an answer that is older than what the lane knows is believed.
        mutating func doubted(_ command: Command, _ answer: Answer) -> Command {
            #expect(command == .wait(milliseconds: 200, endsAtStop: false))
            moment.now += 6 * .second
            return tell(.done, answer)
        }
    }

    private func held(_ offsets: Range<Int64>) -> Held {
        var held = Held()
        guard !offsets.isEmpty else { return held }
        held.count = offsets.count
        held.ranges = [
            PartitionRange(
                partition: partition,
                count: offsets.count,
                firstOffset: offsets.lowerBound,
                nextOffset: offsets.upperBound
            )
        ]
        return held
    }

    private func sent(_ offsets: Range<Int64>) -> Answer {
        .sent(
            [SentRecords(partition, count: offsets.count, next: offsets.upperBound)],
            offsets: [TopicPartitionOffset(partition, offsets.upperBound)]
        )
    }

    /// A driver that commits the records 0 to 20, or that has just sent them.
    private func afterABatch(isCommitting: Bool = true) -> Driver {
        var driver = Driver()
        #expect(driver.machine.start() == .initTransactions)
        #expect(driver.tell(.done) == .startReading)
        #expect(driver.tell(.joined(keepsOffsets: true)) == .collect)
        #expect(
            driver.tell(.collected(held(0..<20), Findings())) == .readCommitted([partition], milliseconds: 500)
        )
        #expect(driver.tell(.committed([TopicPartitionOffset(partition, 0)])) == .begin)
        #expect(driver.tell(.done) == .send(count: 20))
        #expect(driver.tell(sent(0..<20)) == .sendOffsets([TopicPartitionOffset(partition, 20)]))
        guard isCommitting else { return driver }
        #expect(driver.tell(.done) == .commitTransaction)
        return driver
    }

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

    /// The library repeats offsets until a topic of that name takes them.
    @Test(arguments: [true, false]) func aCommitThatTookLongIsForTheSameTopic(_ isSame: Bool) {
        var driver = afterABatch(isCommitting: false)
        driver.moment.now += .second
        let question = Command.readLastCommitted([partition], milliseconds: 500)
        #expect(driver.tell(.done) == question)
        let late = KafkaError(code: .timedOut, operation: "read last committed offsets", isRetriable: true)
        let patient = Command.readLastCommitted([partition], milliseconds: 1000)
        #expect(driver.tell(.failed(late)) == patient, "a slow broker answers a longer call")
        guard !isSame else {
            #expect(driver.tell(.committed([TopicPartitionOffset(partition, 0)])) == .commitTransaction)
            return
        }
        #expect(driver.tell(.committed([])) == .abort)
        #expect(driver.tell(.aborted(Reports())) == .serve)
        #expect(driver.tell(.held(held(0..<20))) == .readCommitted([partition], milliseconds: 500))
        let seek = driver.doubted(driver.tell(.committed([])), .committed([]))
        #expect(seek == .seek([]), "there is nothing to go to yet")
        #expect(driver.tell(.done) == .readLogs([partition]))
    }

    /// The offsets of the next attempt find another coordinator; a group that never says is not waited for for ever.
    @Test func aGroupThatDoesNotSayWhatItHasIsAskedByThreeAttempts() {
        var driver = afterABatch(isCommitting: false)
        driver.moment.now += .second
        let question = Command.readLastCommitted([partition], milliseconds: 500)
        let error = KafkaError(code: .notCoordinator, operation: "read last committed offsets", isRetriable: true)
        for _ in 0..<3 {
            #expect(driver.tell(.done) == question)
            #expect(driver.tell(.failed(error)) == .abort)
            guard case .wait = driver.tell(.aborted(Reports())) else {
                Issue.record("the next attempt comes after a while")
                return
            }
            #expect(driver.tell(.done) == .serve)
            #expect(driver.tell(.held(held(0..<20))) == .begin)
            _ = driver.tell(.done, sent(0..<20))
        }
        #expect(driver.tell(.done) == .commitTransaction)
    }

    /// Whoever has no offset in the group is placed before anything of it is read.
    @Test func aPartitionWhoseOffsetHasGoneSinceItCameIsOfAnotherTopic() {
        var driver = Driver()
        _ = driver.machine.start()
        _ = driver.tell(.done, .joined(keepsOffsets: true), .collected(held(20..<40), Findings()))
        #expect(driver.tell(.committed([])) == .drop([partition]))
        #expect(driver.tell(.held(held(0..<0))) == .readLogs([partition]))
    }

    /// The topic may have been deleted and made again meanwhile, however long the group's coordinator takes to say so.
    @Test func afterAPauseNothingIsSentBeforeTheGroupHasAnswered() {
        var driver = afterABatch()
        _ = driver.tell(.done, .held(held(0..<0)))
        driver.moment.now += .second
        let question = Command.readCommitted([partition], milliseconds: 500)
        #expect(driver.tell(.collected(held(20..<40), Findings())) == question)
        let late = KafkaError(code: .timedOut, operation: "read committed offsets")
        #expect(driver.tell(.failed(late)) == .wait(milliseconds: 200, endsAtStop: false))
        #expect(driver.tell(.done) == .readCommitted([partition], milliseconds: 1000))
        let drop = driver.doubted(driver.tell(.committed([])), .committed([]))
        #expect(drop == .drop([partition]), "the group's offset has gone with the topic")
        #expect(driver.tell(.held(held(0..<0))) == .readLogs([partition]))
        let view = LogView(
            partitionCounts: [partition.topic: 1],
            bounds: [partition: Watermarks(low: 0, high: 40)],
            entries: [],
            positions: [partition: 40],
            knownEnds: [partition: 20]
        )
        #expect(driver.tell(.logs(view)) == .begin, "the new start is committed before it is read from")
        #expect(driver.tell(.done) == .sendOffsets([TopicPartitionOffset(partition, 0)]))
        #expect(driver.tell(.done) == .commitTransaction)
        #expect(driver.tell(.done) == .restart([TopicPartitionOffset(partition, 0)]))
        #expect(driver.notes.contains(.logReplaced(partition, start: 0)))
    }

    /// The membership at the next begin is one of a generation in which another worker may have read these records.
    @Test func whatIsTakenAwayWhileTheGroupIsAskedIsNotSent() {
        var driver = afterABatch()
        _ = driver.tell(.done, .held(held(0..<0)))
        driver.moment.now += .second
        let late = KafkaError(code: .timedOut, operation: "read committed offsets")
        _ = driver.tell(.collected(held(20..<40), Findings()), .failed(late))
        driver.moment.lost = [partition]
        #expect(driver.tell(.done) == .readCommitted([partition], milliseconds: 1000))
        driver.moment.lost = []
        #expect(driver.tell(.committed([TopicPartitionOffset(partition, 60)])) == .drop([partition]))
        #expect(driver.tell(.held(held(0..<0))) == .collect)
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

    @Test(arguments: [(20, true), (0, false)] as [(Int64, Bool)])
    func aCommitThatIsNotAnsweredIsLookedUpByANewProducer(_ offset: Int64, _ counts: Bool) {
        var driver = afterABatch()
        let error = KafkaError(code: .timedOut, operation: "commit transaction", isRetriable: true)
        #expect(driver.tell(.failed(error)) == .commitTransaction, "it may yet be answered")
        driver.moment.now += 11 * .second
        #expect(driver.tell(.failed(error)) == .makeProducer)
        #expect(driver.notes.contains(.outcomeUnknown(records: 20)))
        #expect(driver.tell(.done) == .initTransactions)
        #expect(driver.tell(.done) == .serve)
        #expect(driver.tell(.held(held(0..<20))) == .readCommitted([partition], milliseconds: 500))
        let answer = Answer.committed([TopicPartitionOffset(partition, offset)])
        var next = driver.tell(answer)
        if !counts { next = driver.doubted(next, answer) }
        if counts {
            #expect(next == .accept(count: 20, [Settlement(partition: partition, skipped: 0, unexplained: 0)]))
        } else {
            #expect(next == .serve)
            #expect(driver.tell(.held(held(0..<20))) == .readCommitted([partition], milliseconds: 500))
            let again = driver.tell(.committed([TopicPartitionOffset(partition, 0)]))
            #expect(again == .seek([TopicPartitionOffset(partition, 0)]))
            #expect(driver.tell(.done) == .collect)
        }
    }

    /// A coordinator that was frozen gives the offsets of its past; the commit counts.
    @Test func aCommitThatOldOffsetsDoNotShowIsLookedUpAgain() {
        var driver = afterABatch()
        let error = KafkaError(code: .timedOut, operation: "commit transaction", isRetriable: true)
        _ = driver.tell(.failed(error))
        driver.moment.now += 11 * .second
        _ = driver.tell(.failed(error), .done, .done)
        #expect(driver.tell(.held(held(0..<20))) == .readCommitted([partition], milliseconds: 500))
        let old = Answer.committed([TopicPartitionOffset(partition, 0)])
        #expect(driver.tell(old) == .wait(milliseconds: 200, endsAtStop: false))
        driver.moment.now += 2 * .second
        #expect(driver.tell(.done) == .readCommitted([partition], milliseconds: 500))
        let settlement = Settlement(partition: partition, skipped: 0, unexplained: 0)
        let new = Answer.committed([TopicPartitionOffset(partition, 20)])
        #expect(driver.tell(new) == .accept(count: 20, [settlement]))
    }

    /// The same where the lane knows what it has committed, after a pause and when it reads again.
    @Test func offsetsBelowWhatIsCommittedAreAskedForAgain() {
        var driver = afterABatch()
        _ = driver.tell(.done, .held(Held()))
        driver.moment.now += .second
        let question = Command.readCommitted([partition], milliseconds: 500)
        #expect(driver.tell(.collected(held(20..<40), Findings())) == question)
        let old = Answer.committed([TopicPartitionOffset(partition, 10)])
        #expect(driver.tell(old) == .wait(milliseconds: 200, endsAtStop: false))
        #expect(driver.tell(.done) == question)
        #expect(driver.tell(.committed([TopicPartitionOffset(partition, 20)])) == .begin)
        _ = driver.tell(.done, sent(20..<40))
        let error = KafkaError(code: .unknownMember, operation: "send offsets", requiresAbort: true)
        #expect(driver.tell(.failed(error), .aborted(Reports())) == .serve)
        #expect(driver.tell(.held(held(20..<40))) == question)
        #expect(driver.tell(old) == .wait(milliseconds: 200, endsAtStop: false))
        driver.moment.now += 4 * .second
        #expect(driver.tell(.done, old) == .wait(milliseconds: 200, endsAtStop: false))
        driver.moment.now += 2 * .second
        #expect(driver.tell(.done, old) == .seek([TopicPartitionOffset(partition, 10)]), "the group has lost them")
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

    /// Records of the attempt that left the batch before it is booked would let others be taken for them.
    @Test func anAttemptOfPartOfABatchIsLookedUpBeforeWhatIsTakenAwayLeavesTheBatch() {
        let other = TopicPartition("in", 1)
        var batch = held(0..<80)
        batch.ranges.append(PartitionRange(partition: other, count: 40, firstOffset: 0, nextOffset: 40))
        batch.count = 120
        var driver = Driver()
        _ = driver.machine.start()
        _ = driver.tell(.done, .joined(keepsOffsets: true), .collected(batch, Findings()))
        let starts = [TopicPartitionOffset(partition, 0), TopicPartitionOffset(other, 0)]
        #expect(driver.tell(.committed(starts), .done) == .send(count: 100))
        let records = [SentRecords(partition, count: 80, next: 80), SentRecords(other, count: 20, next: 20)]
        _ = driver.tell(.sent(records, offsets: records.map { TopicPartitionOffset($0.partition, $0.next) }), .done)
        driver.moment.now += 11 * .second
        let error = KafkaError(code: .timedOut, operation: "commit transaction", isRetriable: true)
        #expect(driver.tell(.failed(error)) == .makeProducer)
        driver.moment.lost = [partition]
        #expect(driver.tell(.done, .done) == .serve)
        driver.moment.lost = []
        #expect(driver.tell(.held(batch)) == .readCommitted([other], milliseconds: 500))
        let settlements = [partition, other].map { Settlement(partition: $0, skipped: 0, unexplained: 0) }
        #expect(driver.tell(.committed([TopicPartitionOffset(other, 20)])) == .accept(count: 100, settlements))
        var left = Held()
        left.count = 20
        left.ranges = [PartitionRange(partition: other, count: 20, firstOffset: 20, nextOffset: 40)]
        #expect(driver.tell(.held(left)) == .drop([partition]))
        #expect(driver.tell(.held(left)) == .begin)
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
