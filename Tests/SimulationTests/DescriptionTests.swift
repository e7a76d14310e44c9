import Simulation
import Testing

/// What a trace shows.
@Suite struct DescriptionTests {
    @Test func requestsAndAnswersAreShort() {
        let producer = ProducerIdentity(id: 5, epoch: 1)
        let produce = Produce(
            PartitionID("out", 0),
            transactionalID: "t",
            producer,
            sequence: 3,
            count: 10,
            Payload(partition: 2, first: 7)
        )
        #expect("\(Request.produce(produce))" == "Produce out-0 by 5/1 seq 3 x10 (2@7)")
        #expect("\(Request.endTxn(transactionalID: "t", producer, commits: true))" == "EndTxn t 5/1 commit")
        #expect("\(Response.failed(.invalidTxnState))" == "INVALID_TXN_STATE")
        #expect("\(Response.offsets([GroupOffset(PartitionID("in", 0), nil)]))" == "[in-0@none]")
    }
}
