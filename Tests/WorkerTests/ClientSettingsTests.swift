// The properties that clients start from: names by which brokers tell them apart, and what no worker can do its work
// with.

import Kafka
import Testing

@testable import Worker

@Suite struct ClientSettingsTests {
    private func refusals(
        _ properties: [(String, String)],
        _ version: KafkaLibrary.Version,
        allowsOldSCRAM: Bool = false
    ) -> [String] {
        var configuration = WorkerConfiguration()
        configuration.kafkaProperties = properties.map { (key: $0.0, value: $0.1) }
        configuration.allowsOldSCRAM = allowsOldSCRAM
        return ClientSettings.refusals(configuration, KafkaLibrary.Behavior(of: version))
    }

    private static let old = KafkaLibrary.Version(2, 6, 0)
    private static let new = KafkaLibrary.Version(2, 6, 1)

    @Test(arguments: ["sasl.mechanism", "sasl.mechanisms", "consumer.sasl.mechanism"])
    func anOldLibraryIsNotLetUseSCRAM(key: String) {
        for mechanism in ["SCRAM-SHA-256", "scram-sha-512"] {
            let texts = refusals([(key, mechanism)], Self.old)
            #expect(texts.count == 1)
            #expect(texts.first?.contains("--old-scram") == true && texts.first?.contains("2.6.1") == true)
            #expect(refusals([(key, mechanism)], Self.old, allowsOldSCRAM: true).isEmpty)
            #expect(refusals([(key, mechanism)], Self.new).isEmpty)
        }
        #expect(refusals([(key, "PLAIN")], Self.old).isEmpty)
    }

    /// On brokers that make topics, one with a mistyped name would be made.
    @Test(arguments: WorkerConfiguration.Delivery.allCases)
    func noClientAsksForATopicToBeMade(_ delivery: WorkerConfiguration.Delivery) {
        var configuration = WorkerConfiguration()
        configuration.delivery = delivery
        for settings in [
            ClientSettings.consumer(configuration, lane: 0), ClientSettings.producer(configuration, lane: 0),
            ClientSettings.observer(configuration),
        ] {
            #expect(settings["allow.auto.create.topics"] == "false")
        }
    }

    /// Each piece is a request more for all brokers that keep a copy.
    @Test(arguments: WorkerConfiguration.Delivery.allCases)
    func piecesAreSmallWhereTheOutputHasNoReplicas(_ delivery: WorkerConfiguration.Delivery) {
        var configuration = WorkerConfiguration()
        configuration.delivery = delivery
        func pieces(_ copies: Int?) -> String? {
            ClientSettings.producer(configuration, lane: 0, copies: copies)["batch.size"]
        }
        #expect(pieces(1) == "500000")
        #expect(pieces(2) == nil)
        #expect(pieces(nil) == nil)
        configuration.kafkaProperties = [(key: "producer.batch.size", value: "1000000")]
        #expect(pieces(1) == "1000000")
    }

    @Test func theGroupProtocolIsASettingOfItsOwn() {
        for key in ["group.protocol", "consumer.group.protocol"] {
            #expect(refusals([(key, "consumer")], Self.new) == ["--kafka group.protocol: give --group-protocol"])
        }
    }

    /// Each for a reason, and all at once.
    @Test func whatBrokersDecideIsNotTakenBesideTheirProtocol() {
        var configuration = WorkerConfiguration()
        configuration.groupProtocol = .consumer
        func refusals(_ version: KafkaLibrary.Version) -> [String] {
            ClientSettings.refusals(configuration, KafkaLibrary.Behavior(of: version))
        }
        #expect(refusals(KafkaLibrary.Version(2, 15, 0)).isEmpty)
        #expect(refusals(KafkaLibrary.Version(2, 14, 1)).count == 1)
        #expect(refusals(KafkaLibrary.Version(2, 0, 2)).first?.contains("2.15.0") == true)
        configuration.kafkaProperties = [("consumer.session.timeout.ms", "9000"), ("heartbeat.interval.ms", "9")]
        configuration.groupInstanceID = "worker-0"
        configuration.inputTopics = .matching("^asa")
        let told = refusals(KafkaLibrary.Version(2, 16, 0))
        for part in ["--kafka session.timeout.ms", "--kafka heartbeat.interval.ms", "^asa", "--group-instance-id"] {
            #expect(told.contains { $0.contains(part) }, "\(part)")
        }
        #expect(told.count == 4)
    }

    @Test func theAssignmentStrategyIsNotTakenBesideTheBrokersOwn() {
        var values = SettingValues(Setting.ofWorker)
        values.read(arguments: [
            "--bootstrap-servers", "a:1", "--group-protocol", "consumer", "--assignment-strategy", "range",
        ])
        let error = #expect(throws: ConfigurationFaults.self) { _ = try WorkerConfiguration(values) }
        #expect(error?.faults.first?.hasPrefix("--assignment-strategy: ") == true)
    }

    @Test func aMemberByTheBrokersProtocolHasNoStrategy() {
        var configuration = WorkerConfiguration()
        #expect(ClientSettings.consumer(configuration, lane: 0)["partition.assignment.strategy"] == "range")
        configuration.groupProtocol = .consumer
        #expect(ClientSettings.consumer(configuration, lane: 0)["partition.assignment.strategy"] == nil)
    }

    @Test func aLoginByTokenNeedsAWayToATokenAndAFileIsOfUseForItAlone() {
        let file = ("sasl.oauthbearer.token.file", "/t")
        for more in [file, ("sasl.oauthbearer.method", "oidc"), ("enable.sasl.oauthbearer.unsecure.jwt", "true")] {
            #expect(refusals([("sasl.mechanism", "OAUTHBEARER"), more], Self.new).isEmpty)
        }
        let needs = ["--kafka sasl.mechanism: OAUTHBEARER needs sasl.oauthbearer.token.file"]
        #expect(refusals([("sasl.mechanisms", "OAUTHBEARER")], Self.new) == needs)
        let unused = ["--kafka sasl.oauthbearer.token.file: only for sasl.mechanism=OAUTHBEARER"]
        #expect(refusals([("sasl.mechanism", "GSSAPI"), file], Self.new) == unused)
    }

    @Test func onlyWhatFetchesIsToldTheRack() {
        var configuration = WorkerConfiguration()
        #expect(ClientSettings.consumer(configuration, lane: 0)["client.rack"] == nil)
        configuration.clientRack = "zone-a"
        #expect(ClientSettings.consumer(configuration, lane: 0)["client.rack"] == "zone-a")
        #expect(ClientSettings.producer(configuration, lane: 0)["client.rack"] == nil)
        configuration.kafkaProperties = [("consumer.client.rack", "zone-b")]
        #expect(ClientSettings.consumer(configuration, lane: 0)["client.rack"] == "zone-b")
    }

    @Test func eachLaneHasAClientIDOfItsOwn() {
        let configuration = WorkerConfiguration()
        let lanes = (0..<2).map { lane in
            [ClientSettings.consumer(configuration, lane: lane), ClientSettings.producer(configuration, lane: lane)]
                .map { $0["client.id"] }
        }
        #expect(Set(lanes[0]) == [ClientSettings.clientID("0")])
        #expect(Set(lanes[1]) == [ClientSettings.clientID("1")])
        #expect(ClientSettings.observer(configuration)["client.id"] == ClientSettings.clientID("observer"))
    }

    /// The library refuses a consumer whose answers may be smaller than a record; what is produced may be larger.
    @Test(arguments: ["message.max.bytes", "consumer.message.max.bytes"])
    func everyConsumerTakesLargeRecords(_ property: String) throws {
        var configuration = WorkerConfiguration()
        configuration.kafkaProperties = [(property, "20000000")]
        for settings in [
            ClientSettings.consumer(configuration, lane: 0), ClientSettings.inspector(configuration, group: "g"),
            ClientSettings.observer(configuration), ClientSettings.groupReader(configuration),
        ] {
            let consumer = try Consumer(settings)
            consumer.close(within: .zero)
        }
    }

    @Test func theMachineIsReadBackFromAClientID() {
        #expect(ClientSettings.host(ofClient: ClientSettings.clientID("3")) == HostName.current)
        #expect(ClientSettings.host(ofClient: "anyconnect-normalizer-pod-a-0-12") == "pod-a-0")
        for other in ["", "rdkafka", "anyconnect-normalizer", "anyconnect-normalizer-0"] {
            #expect(ClientSettings.host(ofClient: other) == nil, "\(other)")
        }
    }

    @Test func aHostNameHasOnlyWhatBrokersTake() {
        #expect(HostName.clean(Array("fw-1.example_net".utf8)) == "fw-1.example_net")
        #expect(HostName.clean(Array("a b/é".utf8)) == "a-b---")
        #expect(HostName.clean([]) == "host")
    }

    @Test func newPartitionsAreNoticedWithinHalfAMinute() throws {
        let interval = ClientSettings.consumer(WorkerConfiguration(), lane: 0)["topic.metadata.refresh.interval.ms"]
        #expect(try (1...30_000).contains(#require(interval.flatMap { Int($0) })))
    }
}
