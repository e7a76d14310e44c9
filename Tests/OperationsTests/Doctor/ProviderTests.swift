// What the doctor says of well-known providers, and that the docs say the same.

import Foundation
import Testing

@testable import Operations
@testable import Worker

@Suite struct ProviderTests {
    @Test func thePageSaysTheSame() throws {
        let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let page = try String(contentsOf: root.appending(path: "deploy/providers.md"), encoding: .utf8)
        #expect(
            page.contains(Provider.markdown),
            "deploy/providers.md lacks this:\n\(Provider.markdown)"
        )
    }

    private static let brokers: [(servers: String, name: String?)] = [
        ("b-1.example.abc123.c2.kafka.eu-west-1.amazonaws.com:9098", "Amazon MSK"),
        ("PKC-1234.westeurope.azure.CONFLUENT.cloud:9092", "Confluent Cloud"),
        ("kafka-1:9092,example.servicebus.windows.net:9093", "Azure Event Hubs"),
        ("seed-1.fra.cloud.redpanda.com:9092", "Redpanda Cloud"),
        ("kafka-example.aivencloud.com:12345", "Aiven for Apache Kafka"), ("kafka-1.example.com:9092", nil),
        ("amazonaws.com.example:9092", nil),
    ]

    @Test(arguments: brokers)
    func providersAreKnownByTheNamesOfTheirBrokers(_ servers: String, _ name: String?) {
        #expect(Provider.of(servers)?.name == name)
    }

    @Test func settingsThatAProviderRefusesAreFaults() throws {
        var configuration = WorkerConfiguration()
        configuration.bootstrapServers = "example.servicebus.windows.net:9093"
        let provider = try #require(Provider.of(configuration.bootstrapServers))
        #expect(provider.findings(configuration).filter { $0.verdict == .fault }.count == 2)
        configuration.kafkaProperties = [("security.protocol", "SASL_SSL"), ("compression.type", "gzip")]
        #expect(provider.findings(configuration).filter { $0.verdict == .fault } == [])
    }
}
