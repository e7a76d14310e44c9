import Simulation
import Testing

/// What no script can play on a real broker: lost ends of logs, other topics of the same name, the bounds of a fetch.
@Suite struct LogTests {
    let out = PartitionID("out", 0)
    var kafka = SimulatedKafka()

    init() {
        _ = kafka.handle(.createTopic("out", partitions: 1), at: 0)
    }

    private mutating func begin(_ id: String, sequence: Int, count: Int, at now: Int64) -> ProducerIdentity? {
        guard
            case .producer(let producer) = kafka.handle(.initProducerID(transactionalID: id, timeout: 60_000), at: now)
        else { return nil }
        _ = kafka.handle(.addPartitionsToTxn(transactionalID: id, producer, [out]), at: now)
        let payload = Payload(partition: 0, first: 100)
        let batch = Produce(out, transactionalID: id, producer, sequence: sequence, count: count, payload)
        _ = kafka.handle(.produce(batch), at: now)
        return producer
    }

    private mutating func fetch(_ fetch: Fetch, at now: Int64 = 10) -> Fetched? {
        guard case .fetched(let fetched) = kafka.handle(.fetch(fetch), at: now) else { return nil }
        return fetched
    }

    @Test mutating func lostMarkerOpensTheTransactionAgain() throws {
        let producer = try #require(begin("t", sequence: 0, count: 3, at: 1))
        #expect(kafka.handle(.endTxn(transactionalID: "t", producer, commits: false), at: 2) == .done)
        #expect(kafka.handle(.listOffset(out, .lastStable), at: 2) == .offset(4))
        #expect(kafka.handle(.truncate(out, to: 3), at: 3) == .done)
        #expect(kafka.handle(.listOffset(out, .lastStable), at: 3) == .offset(0))
        #expect(fetch(Fetch(out, offset: 0, isCommittedOnly: false))?.runs.count == 1)
        // The next transaction of the producer is one with the lost end of the last one.
        #expect(kafka.handle(.addPartitionsToTxn(transactionalID: "t", producer, [out]), at: 4) == .done)
        #expect(kafka.handle(.endTxn(transactionalID: "t", producer, commits: true), at: 4) == .done)
        #expect(
            fetch(Fetch(out, offset: 0))?.runs == [RecordRun(first: 0, count: 3, Payload(partition: 0, first: 100))]
        )
    }

    @Test mutating func lostBatchesAreLostAsAWhole() throws {
        _ = kafka.handle(.append(out, count: 5, Payload(partition: 0, first: 0)), at: 1)
        _ = kafka.handle(.append(out, count: 5, Payload(partition: 0, first: 5)), at: 1)
        #expect(kafka.handle(.truncate(out, to: 7), at: 2) == .done)
        #expect(kafka.handle(.listOffset(out, .end), at: 2) == .offset(7))
        #expect(fetch(Fetch(out, offset: 0))?.runs.map(\.end) == [5])
        #expect(kafka.handle(.fetch(Fetch(out, offset: 8)), at: 2) == .failed(.offsetOutOfRange))
        #expect(
            kafka.handle(.append(out, count: 1, Payload(partition: 0, first: 9)), at: 3) == .appended(first: 7)
        )
        #expect(fetch(Fetch(out, offset: 5))?.runs.map(\.first) == [7])
    }

    @Test mutating func producersAreKnownAfterTheLossOfWhatTheyWrote() throws {
        let producer = try #require(begin("t", sequence: 0, count: 3, at: 1))
        let next = Produce(
            out,
            transactionalID: "t",
            producer,
            sequence: 3,
            count: 2,
            Payload(partition: 0, first: 103)
        )
        #expect(kafka.handle(.produce(next), at: 2) == .appended(first: 3))
        #expect(kafka.handle(.truncate(out, to: 3), at: 3) == .done)
        #expect(kafka.handle(.produce(next), at: 4) == .appended(first: 3))
        #expect(kafka.handle(.truncate(out, to: 0), at: 5) == .done)
        #expect(kafka.handle(.listOffset(out, .lastStable), at: 5) == .offset(0))
        #expect(kafka.handle(.produce(next), at: 6) == .appended(first: 0))
    }

    @Test mutating func recordsBeforeTheStartStillCountForSequences() throws {
        let producer = try #require(begin("t", sequence: 0, count: 3, at: 1))
        #expect(kafka.handle(.endTxn(transactionalID: "t", producer, commits: true), at: 2) == .done)
        #expect(kafka.handle(.deleteRecords(out, before: 4), at: 3) == .offset(4))
        _ = kafka.handle(.append(out, count: 1, Payload(partition: 0, first: 0)), at: 4)
        #expect(kafka.handle(.truncate(out, to: 4), at: 5) == .done)
        #expect(kafka.handle(.addPartitionsToTxn(transactionalID: "t", producer, [out]), at: 6) == .done)
        let gap = Produce(out, transactionalID: "t", producer, sequence: 4, count: 1, Payload(partition: 0, first: 0))
        #expect(kafka.handle(.produce(gap), at: 7) == .failed(.outOfOrderSequenceNumber))
    }

    @Test mutating func fetchTakesAPartOfARun() {
        _ = kafka.handle(.append(out, count: 10, Payload(partition: 3, first: 40)), at: 1)
        let part = fetch(Fetch(out, offset: 4, maxRecords: 3))
        #expect(part?.runs == [RecordRun(first: 4, count: 3, Payload(partition: 3, first: 44))])
        #expect(part?.next == 7)
    }

    @Test mutating func anotherTopicOfTheSameNameIsToldApartByItsID() {
        #expect(kafka.handle(.fetch(Fetch(out, topicID: 1, offset: 0)), at: 1).error == nil)
        #expect(kafka.handle(.deleteTopic("out"), at: 2) == .done)
        #expect(kafka.handle(.createTopic("out", partitions: 1), at: 3) == .topic(id: 2, partitions: 1))
        #expect(kafka.handle(.fetch(Fetch(out, topicID: 1, offset: 0)), at: 4) == .failed(.unknownTopicID))
    }
}
