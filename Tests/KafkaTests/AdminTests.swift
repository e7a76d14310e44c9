// Administration: topics are made and removed where the broker can, and every request ends in time where it cannot.

import Kafka
import KafkaTestSupport
import Testing

@Suite struct AdminTests {
    private static let administration: Comment = "the embedded broker creates topics by function call only"

    @Test(.enabled(if: TestBroker.can(.topicAdministration), administration))
    func createsAndDeletesTopics() throws {
        let broker = try TestBroker.any()
        let admin = try Admin(broker.connection)
        let name = TestBroker.uniqueName("topic")
        try admin.create([NewTopic(name, partitions: 3)], timeout: .seconds(30))
        try eventually("the topic is there") {
            (try? admin.metadata(of: name, timeout: .seconds(5)))?.partitionCount == 3
        }
        let error = #expect(throws: KafkaError.self) {
            try admin.create([NewTopic(name, partitions: 3)], timeout: .seconds(30))
        }
        #expect(error?.code == .topicAlreadyExists)
        #expect(error?.operation.contains(name) == true)
        try admin.delete([name], timeout: .seconds(30))
    }

    @Test func refusesAnImpossibleTopicWithoutAsking() throws {
        let admin = try Admin(["bootstrap.servers": "127.0.0.1:1", "log_level": "0"])
        let error = #expect(throws: KafkaError.self) {
            try admin.create(
                [NewTopic("ok", partitions: 1), NewTopic("bad", partitions: 1_000_000)],
                timeout: .seconds(5)
            )
        }
        #expect(error?.code == .invalidArgument)
    }

    @Test func endsAtItsDeadlineWithoutAnAnswer() throws {
        // The embedded broker answers no such request.
        let broker = try TestBroker.embedded()
        let admin = try Admin(broker.connection)
        let start = ContinuousClock.now
        #expect(throws: KafkaError.self) {
            try admin.create([NewTopic("t", partitions: 1)], timeout: .milliseconds(300))
        }
        #expect(throws: KafkaError.self) { try admin.delete(["t"], timeout: .milliseconds(300)) }
        #expect(ContinuousClock.now - start < .seconds(30))
    }
}
