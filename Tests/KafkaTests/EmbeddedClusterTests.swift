// The embedded cluster: faults are had on demand, and undone.

import Kafka
import KafkaTestSupport
import Testing

@Suite struct EmbeddedClusterTests {
    @Test func startsWithBrokersAndTopics() throws {
        let cluster = try EmbeddedCluster(brokerCount: 3)
        #expect(cluster.bootstrapServers.split(separator: ",").count == 3)
        try cluster.createTopic("in", partitions: 5, replication: 3)
        #expect(throws: KafkaError.self, "it exists") { try cluster.createTopic("in", partitions: 5) }
        let admin = try Admin(["bootstrap.servers": cluster.bootstrapServers])
        #expect(try admin.metadata(of: "in", timeout: .seconds(30)).partitionCount == 5)
    }

    /// Asked for its groups, it ends the process from time to time.
    @Test func itIsNotAskedWhoIsInAGroup() throws {
        let broker = try TestBroker.embedded()
        let consumer = try Consumer(broker.consumerConfiguration())
        let error = #expect(throws: KafkaError.self) { try consumer.describeGroup("g", timeout: .seconds(30)) }
        #expect(error?.code == .unsupportedFeature)
    }

    @Test func aBrokerGoesDownAndComesBack() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        var isDelivered = false
        let producer = try Producer(
            broker.producerConfiguration(),
            onDelivery: { isDelivered = $0.error == nil }
        )
        let handle = try producer.topic(topic)
        try producer.prewarm(handle, timeout: .seconds(30))
        try broker.cluster?.setBrokerDown(1)
        try producer.send("waits", to: handle)
        #expect(!producer.flush(timeout: .milliseconds(300)))
        try broker.cluster?.setBrokerUp(1)
        #expect(producer.flush(timeout: .seconds(60)))
        #expect(isDelivered)
    }

    @Test func aPartitionLosesItsLeaderAndGetsAnother() throws {
        let broker = try TestBroker.embedded(brokers: 2)
        let cluster = try broker.cluster.unwrap()
        let topic = try broker.makeTopic(partitions: 2)
        let admin = try Admin(broker.connection)
        try cluster.setLeader(of: TopicPartition(topic, 1), to: nil)
        #expect(try admin.metadata(of: topic, timeout: .seconds(30)).leaderlessPartitions == [1])
        try cluster.setLeader(of: TopicPartition(topic, 1), to: 2)
        #expect(try admin.metadata(of: topic, timeout: .seconds(30)).leaderlessPartitions == [])
        #expect(throws: KafkaError.self) { try cluster.setLeader(of: TopicPartition(topic, 9), to: 1) }
    }

    @Test func slowAnswersAndPushedErrorsAreOverWhenToldSo() throws {
        let broker = try TestBroker.embedded()
        let cluster = try broker.cluster.unwrap()
        let topic = try broker.makeTopic()
        let admin = try Admin(broker.connection)
        _ = try admin.metadata(of: topic, timeout: .seconds(30))
        try cluster.setRoundTripTime(.milliseconds(400), of: 1)
        let start = ContinuousClock.now
        _ = try admin.metadata(of: topic, timeout: .seconds(30))
        #expect(ContinuousClock.now - start >= .milliseconds(400))
        try cluster.setRoundTripTime(.zero, of: 1)

        cluster.setError(.topicAuthorizationFailed, ofTopic: topic)
        let error = #expect(throws: KafkaError.self) { try admin.metadata(of: topic, timeout: .seconds(30)) }
        #expect(error?.code == .topicAuthorizationFailed)
        cluster.setError(.noError, ofTopic: topic)
        cluster.pushErrors([.unknown, .unknown], for: .produce)
        cluster.clearErrors(for: .produce)
        try broker.write(["a"], to: topic)
    }

    @Test func aCoordinatorMoves() throws {
        let broker = try TestBroker.embedded(brokers: 2)
        let cluster = try broker.cluster.unwrap()
        let topic = try broker.makeTopic()
        let partition = TopicPartition(topic, 0)
        let consumer = try Consumer(broker.consumerConfiguration(group: "g"))
        try consumer.assign([PartitionPosition(partition, .beginning)])
        for number in [Int32(1), 2] {
            try cluster.setCoordinator(.group, of: "g", to: number)
            try eventually("broker \(number) takes the commit") {
                do throws(KafkaError) {
                    try consumer.commit([.init(partition, Int64(number))], timeout: .seconds(20))
                    return true
                } catch {
                    guard error.isRetriable else { throw error }
                    return false
                }
            }
        }
    }
}
