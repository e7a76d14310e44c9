// What a transaction leaves behind: requests that brokers have not answered, told by the count and not by what the
// library reports, and records that were dropped after they had been sent.

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
        let (producer, handle) = try broker.transactionalProducer(to: topic)
        for value in ["a", "b", "c"] {
            try producer.beginTransaction()
            try producer.send(value, to: handle)
            try producer.commitTransaction(timeout: .seconds(60))
            #expect(!producer.mayHaveRequestsUnderWay)
        }
        try producer.beginTransaction()
        try broker.cluster.unwrap("cluster").pushErrors([.transport], for: request)
        try producer.send("d", to: handle)
        try producer.commitTransaction(timeout: .seconds(60))
        #expect(producer.mayHaveRequestsUnderWay)
    }

    @Test func recordsThatAreDroppedCountOnceSomeWereSent() {
        let watch = RequestWatch()
        watch.noteDropped()
        #expect(!watch.reusesSequences, "none was sent")
        watch.noteSent(apiKey: KafkaRequest.produce.rawValue)
        watch.noteBegin()
        watch.noteDropped()
        #expect(!watch.reusesSequences, "none of this transaction was sent")
        watch.noteSent(apiKey: KafkaRequest.produce.rawValue)
        #expect(!watch.reusesSequences)
        watch.noteDropped()
        watch.noteBegin()
        #expect(watch.reusesSequences)
    }

    @Test func anAbortWhileRecordsWaitForTheNextLeaderDropsThem() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let (producer, handle) = try broker.transactionalProducer(to: topic)
        try producer.beginTransaction()
        try producer.send("a", to: handle)
        try producer.commitTransaction(timeout: .seconds(60))
        #expect(!producer.mayReuseSequenceNumbers)
        let cluster = try broker.cluster.unwrap("cluster")
        cluster.pushErrors(Array(repeating: .notLeaderForPartition, count: 10_000), for: .produce)
        try producer.beginTransaction()
        try producer.send("b", to: handle)
        #expect(!producer.flush(timeout: .seconds(1)), "it is sent back")
        try eventually("the transaction is aborted") {
            do throws(KafkaError) {
                try producer.abortTransaction(timeout: .milliseconds(200))
            } catch {
                // A record that was on its way is sent back, and dropped by the next call.
                guard error.isRetriable else { throw error }
                return false
            }
            return true
        }
        #expect(producer.mayReuseSequenceNumbers)
        #expect(!producer.mayHaveRequestsUnderWay)
    }
}
