// Transactions: the calls in order, and each error's three verdicts.

import Kafka
import KafkaTestSupport
import Testing

@Suite struct ProducerTransactionsTests {
    private func transactional(_ broker: TestBroker, _ identifier: String) throws -> Producer {
        var configuration = broker.producerConfiguration()
        configuration.set("transactional.id", identifier)
        configuration.set("transaction.timeout.ms", "20000")
        let producer = try Producer(configuration)
        try producer.initTransactions(timeout: .seconds(60))
        return producer
    }

    @Test func aCommittedTransactionIsReadable() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        let producer = try transactional(broker, TestBroker.uniqueName("transactional"))
        let handle = try producer.topic(topic)
        try producer.prewarm(handle, timeout: .seconds(30))
        for value in ["a", "b"] {
            try producer.beginTransaction()
            try producer.send(value, to: handle)
            try producer.commitTransaction(timeout: .seconds(60))
        }
        let consumer = try Consumer(broker.consumerConfiguration())
        try consumer.assign([PartitionPosition(TopicPartition(topic, 0), .beginning)])
        #expect(try consumer.read(2).map(\.value) == ["a", "b"])
    }

    @Test func callsOutOfOrderAreErrorsOfState() throws {
        let broker = try TestBroker.embedded()
        let producer = try transactional(broker, "t")
        let error = #expect(throws: KafkaError.self) { try producer.commitTransaction(timeout: .seconds(5)) }
        #expect(error?.code == .state)
        #expect(error?.isRetriable == false)
        #expect(error?.operation == "commit transaction")
        let plain = try Producer(broker.producerConfiguration())
        #expect(throws: KafkaError.self) { try plain.beginTransaction() }
    }

    @Test func aRefusedCommitRequiresAnAbortThenAllGoesOn() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let producer = try transactional(broker, "t")
        let handle = try producer.topic(topic)
        try producer.prewarm(handle, timeout: .seconds(30))
        try producer.beginTransaction()
        try producer.send("a", to: handle)
        broker.cluster?.pushErrors([.requestTimedOut], for: .endTransaction)
        let error = #expect(throws: KafkaError.self) { try producer.commitTransaction(timeout: .seconds(60)) }
        #expect(error?.requiresAbort == true)
        #expect(error?.isFatal == false)
        try producer.abortTransaction(timeout: .seconds(60))
        try producer.beginTransaction()
        try producer.send("b", to: handle)
        try producer.commitTransaction(timeout: .seconds(60))
    }

    @Test func aFencedProducerIsFatal() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let producer = try transactional(broker, "t")
        let handle = try producer.topic(topic)
        try producer.prewarm(handle, timeout: .seconds(30))
        try producer.beginTransaction()
        try producer.send("a", to: handle)
        broker.cluster?.pushErrors([.producerFenced], for: .endTransaction)
        let error = #expect(throws: KafkaError.self) { try producer.commitTransaction(timeout: .seconds(60)) }
        #expect(error?.code == .fenced)
        #expect(error?.isFatal == true)
        #expect(error?.isRetriable == false)
        // Every later call names the cause, not only that there is one.
        let refusal = #expect(throws: KafkaError.self) { try producer.send("b", to: handle) }
        #expect(refusal?.code == .fenced)
        #expect(refusal?.isFatal == true)
        let begin = #expect(throws: KafkaError.self) { try producer.beginTransaction() }
        #expect(begin?.code == .fenced)
    }

    /// The delivery gives such a producer up: an abort would be tried in vain.
    @Test func aCommitThatWaitsForRecordsIsInTheWayOfAnAbort() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let producer = try transactional(broker, "t")
        let handle = try producer.topic(topic)
        try producer.prewarm(handle, timeout: .seconds(30))
        try producer.beginTransaction()
        try broker.cluster?.setBrokerDown(1)
        try producer.send("a", to: handle)
        let error = #expect(throws: KafkaError.self) { try producer.commitTransaction(timeout: .milliseconds(200)) }
        #expect(error?.code == .timedOut)
        #expect(error?.isRetriable == true)
        #expect(error?.requiresAbort == false)
        let refusal = #expect(throws: KafkaError.self) { try producer.abortTransaction(timeout: .milliseconds(200)) }
        #expect(refusal?.code == .conflict)
        try broker.cluster?.setBrokerUp(1)
        try producer.commitTransaction(timeout: .seconds(60))
    }

    @Test func startingWithoutABrokerIsRetriable() throws {
        let configuration: ClientConfiguration = [
            "bootstrap.servers": "127.0.0.1:1", "transactional.id": "t", "log_level": "0",
        ]
        let producer = try Producer(configuration)
        let start = ContinuousClock.now
        let error = #expect(throws: KafkaError.self) { try producer.initTransactions(timeout: .milliseconds(200)) }
        #expect(error?.code == .timedOut)
        #expect(error?.isRetriable == true)
        producer.close(within: .milliseconds(200))
        #expect(ContinuousClock.now - start < .seconds(30))
    }

    private static let transactions: Comment = "the embedded broker keeps no transactional offsets and hides nothing"

    @Test(.enabled(if: TestBroker.can(.transactions), transactions), .timeLimit(.minutes(2)))
    func offsetsAndRecordsCommitTogetherOrNotAtAll() throws {
        let broker = try TestBroker.any()
        let input = try broker.makeTopic()
        let output = try broker.makeTopic()
        try broker.write(["a", "b"], to: input)
        let consumer = try Consumer(broker.consumerConfiguration())
        try consumer.subscribe(to: [input])
        let partition = TopicPartition(input, 0)
        #expect(try consumer.read(2).count == 2)
        let metadata = try consumer.groupMetadata()

        let producer = try transactional(broker, TestBroker.uniqueName("transactional"))
        let handle = try producer.topic(output)
        try producer.prewarm(handle, timeout: .seconds(30))
        guard let metadata else { throw NeverHappened(description: "the consumer is a member") }
        for (value, offset, commits) in [("aborted", Int64(1), false), ("committed", 2, true)] {
            try producer.beginTransaction()
            try producer.send(value, to: handle)
            #expect(producer.flush(timeout: .seconds(30)))
            try producer.sendOffsets([.init(partition, offset)], groupMetadata: metadata, timeout: .seconds(30))
            if commits {
                try producer.commitTransaction(timeout: .seconds(60))
                #expect(try consumer.committed([partition], timeout: .seconds(30)) == [partition: offset])
            } else {
                try producer.abortTransaction(timeout: .seconds(60))
                #expect(try consumer.committed([partition], timeout: .seconds(30)) == [:])
            }
        }
        let reader = try Consumer(broker.consumerConfiguration())
        try reader.assign([PartitionPosition(TopicPartition(output, 0), .beginning)])
        #expect(try reader.read(1).map(\.value) == ["committed"])
        #expect(consumer.close(within: .seconds(30)))
    }
}
