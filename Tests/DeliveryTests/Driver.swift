// The machine of the delivery with a clock, and what tests tell it of records of one partition.

import Kafka
import Testing

@testable import Delivery

/// The partition that tests are about.
let partition = TopicPartition("in", 0)

/// A machine with a clock, told one answer after the other.
struct Driver {
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

func held(_ offsets: Range<Int64>) -> Held {
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

func sent(_ offsets: Range<Int64>) -> Answer {
    .sent(
        [SentRecords(partition, count: offsets.count, next: offsets.upperBound)],
        offsets: [TopicPartitionOffset(partition, offsets.upperBound)]
    )
}

/// A driver that commits the records 0 to 20, or that has just sent them.
func afterABatch(isCommitting: Bool = true) -> Driver {
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
