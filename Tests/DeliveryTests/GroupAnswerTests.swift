// What the machine makes of the group's offsets: at the start of partitions, after a pause, before a commit that took
// long, and to settle one without an answer; and which of them it does not believe at once.

import Kafka
import Testing

@testable import Delivery

@Suite struct GroupAnswerTests {
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
}
