// Requests of a transaction that brokers have not answered: told by the count, not by what the library reports.

import KafkaTestSupport
import Testing

@testable import Kafka

@Suite struct RequestWatchTests {
    private static let endTransaction: Int16 = 26

    @Test func anAnswerForEachRequestLeavesNoDoubt() {
        let watch = RequestWatch()
        #expect(!watch.isInDoubt)
        for _ in 0..<3 {
            watch.noteSent(apiKey: Self.endTransaction)
            #expect(watch.isInDoubt)
            watch.noteOutcome(apiKey: Self.endTransaction, .noError)
            #expect(!watch.isInDoubt)
        }
    }

    @Test func aRepetitionThatIsAnsweredLeavesTheFirstCopyInDoubt() {
        let watch = RequestWatch()
        watch.noteSent(apiKey: Self.endTransaction)
        watch.noteOutcome(apiKey: Self.endTransaction, .transport)
        watch.noteSent(apiKey: Self.endTransaction)
        watch.noteOutcome(apiKey: Self.endTransaction, .noError)
        #expect(watch.isInDoubt)
    }

    @Test func requestsThatBelongToNoTransactionDoNotCount() {
        let watch = RequestWatch()
        for key in [Int16(1), 3, 10, 18, 22] { watch.noteSent(apiKey: key) }
        #expect(!watch.isInDoubt)
    }

    /// The library tells an answer on the connection's thread and again on the one that deals with it.
    @Test func anAnswerThatIsToldOnAnotherThreadDoesNotCountAgain() async throws {
        let watch = RequestWatch()
        watch.noteSent(apiKey: Self.endTransaction)
        watch.noteSent(apiKey: Self.endTransaction)
        watch.noteOutcome(apiKey: Self.endTransaction, .noError)
        try await onOwnThread { watch.noteOutcome(apiKey: Self.endTransaction, .noError) }
        #expect(watch.isInDoubt)
    }

    @Test(arguments: [KafkaRequest.addPartitionsToTransaction, .endTransaction, .produce])
    func aBrokenConnectionIsInDoubtAlthoughTheTransactionSucceeds(_ request: KafkaRequest) throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        var configuration = broker.producerConfiguration()
        configuration.set("transactional.id", "t")
        let producer = try Producer(configuration)
        try producer.initTransactions(timeout: .seconds(60))
        let handle = try producer.topic(topic)
        try producer.prewarm(handle, timeout: .seconds(30))
        for value in ["a", "b", "c"] {
            try producer.beginTransaction()
            try producer.send(value, to: handle)
            try producer.commitTransaction(timeout: nil)
            #expect(!producer.mayHaveRequestsUnderWay)
        }
        try producer.beginTransaction()
        try broker.cluster.unwrap("cluster").pushErrors([.transport], for: request)
        try producer.send("d", to: handle)
        try producer.commitTransaction(timeout: nil)
        #expect(producer.mayHaveRequestsUnderWay)
    }
}
