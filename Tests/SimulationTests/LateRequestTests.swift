import Simulation
import Testing

/// A request of a transaction that is over acts on the one that is open when it arrives (KAFKA-17754).
@Suite struct LateRequestTests {
    let input = PartitionID("in", 0)
    let output = PartitionID("out", 0)
    let producer = ProducerIdentity(id: 0, epoch: 0)

    /// A cluster with a transaction that is over and another one with records in it.
    private func clusterInSecondTransaction() -> SimulatedKafka {
        var kafka = SimulatedKafka()
        #expect(kafka.handle(.createTopic("in", partitions: 1), at: 0) == .topic(id: 1, partitions: 1))
        #expect(kafka.handle(.createTopic("out", partitions: 1), at: 0) == .topic(id: 2, partitions: 1))
        #expect(kafka.handle(.initProducerID(transactionalID: "t", timeout: 1000), at: 1) == .producer(producer))
        for (sequence, first) in [(0, Int64(0)), (5, 6)] {
            #expect(kafka.handle(.addPartitionsToTxn(transactionalID: "t", producer, [output]), at: 2) == .done)
            let payload = Payload(partition: 0, first: first)
            let batch = Produce(output, transactionalID: "t", producer, sequence: sequence, count: 5, payload)
            #expect(kafka.handle(.produce(batch), at: 3) == .appended(first: first))
            guard sequence == 0 else { continue }
            #expect(kafka.handle(.endTxn(transactionalID: "t", producer, commits: true), at: 4) == .done)
        }
        return kafka
    }

    @Test func endsTheTransactionThatIsOpen() {
        var kafka = clusterInSecondTransaction()
        #expect(kafka.handle(.listOffset(output, .lastStable), at: 5) == .offset(6))
        #expect(kafka.handle(.endTxn(transactionalID: "t", producer, commits: true), at: 5) == .done)
        #expect(kafka.handle(.listOffset(output, .lastStable), at: 5) == .offset(12))
        let more = Produce(
            output,
            transactionalID: "t",
            producer,
            sequence: 10,
            count: 1,
            Payload(partition: 0, first: 11)
        )
        #expect(kafka.handle(.produce(more), at: 6) == .failed(.invalidTxnState))
    }

    @Test func isRefusedUnderANewEpoch() {
        var kafka = clusterInSecondTransaction()
        let anotherOwner = Request.initProducerID(transactionalID: "t", timeout: 1000)
        #expect(kafka.handle(anotherOwner, at: 5) == .failed(.concurrentTransactions))
        #expect(kafka.handle(anotherOwner, at: 6) == .producer(ProducerIdentity(id: 0, epoch: 2)))
        let late = Request.endTxn(transactionalID: "t", producer, commits: true)
        #expect(kafka.handle(late, at: 7) == .failed(.invalidProducerEpoch))
        guard case .fetched(let read) = kafka.handle(.fetch(Fetch(output, offset: 0)), at: 8) else {
            Issue.record("no records")
            return
        }
        #expect(read.runs == [RecordRun(first: 0, count: 5, Payload(partition: 0, first: 0))])
        #expect(read.next == 12)
    }
}
