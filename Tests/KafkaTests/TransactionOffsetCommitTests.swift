// Offsets on their way into a transaction while the group's coordinator is away: the caller is not held.

import Kafka
import KafkaTestSupport
import Testing

@Suite struct TransactionOffsetCommitTests {
    private func begun(_ broker: TestBroker, _ topic: String) throws -> Producer {
        let (producer, handle) = try broker.transactionalProducer(to: topic, id: "t")
        try producer.beginTransaction()
        try producer.send("a", to: handle)
        return producer
    }

    @Test func theCallCanBeWaitedForInSlices() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let producer = try begun(broker, topic)
        let call = try producer.beginSendOffsets(
            [TopicPartitionOffset(TopicPartition(topic, 0), 1)],
            groupMetadata: GroupMetadata(ofGroup: "g")
        )
        try eventually("the offsets are part of the transaction") { try call.wait(for: .milliseconds(1)) }
        #expect(try call.wait(for: .zero), "the outcome stays")
        try producer.commitTransaction(timeout: .seconds(60))
    }

    @Test func itsErrorHasTheVerdicts() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let producer = try begun(broker, topic)
        try broker.cluster.unwrap("cluster").pushErrors([.illegalGeneration], for: .transactionOffsetCommit)
        let error = #expect(throws: KafkaError.self) {
            try producer.sendOffsets(
                [TopicPartitionOffset(TopicPartition(topic, 0), 1)],
                groupMetadata: GroupMetadata(ofGroup: "g"),
                timeout: .seconds(60)
            )
        }
        #expect(error?.code == .illegalGeneration)
        #expect(error?.requiresAbort == true)
    }

    /// Without a coordinator the library does not return from its call, in spite of its time limit.
    @Test func aCallThatIsUnderWayCanBeGivenUp() throws {
        let broker = try TestBroker.embedded(brokers: 2)
        let topic = try broker.makeTopic()
        let cluster = try broker.cluster.unwrap("cluster")
        try cluster.setCoordinator(.transaction, of: "t", to: 1)
        try cluster.setCoordinator(.group, of: "g", to: 2)
        let producer = try begun(broker, topic)
        try cluster.setLeader(of: TopicPartition(topic, 0), to: 1)
        try cluster.setBrokerDown(2)
        var call: TransactionOffsetCommit? = try producer.beginSendOffsets(
            [TopicPartitionOffset(TopicPartition(topic, 0), 1)],
            groupMetadata: GroupMetadata(ofGroup: "g")
        )
        for _ in 0..<5 { #expect(try call?.wait(for: .milliseconds(100)) == false) }
        call = nil
        producer.purge()
        producer.close(within: .zero)
        // Its successor takes over at once.
        let successor = try begun(broker, topic)
        try successor.abortTransaction(timeout: .seconds(60))
    }
}
