// Settings: faults are reported together, secrets are not shown, optional ones are skipped and named.

import Kafka
import KafkaTestSupport
import Testing

@Suite struct ClientConfigurationTests {
    @Test func reportsAllRefusedKeysTogether() throws {
        let configuration: ClientConfiguration = [
            "no.such.property": "1",
            "bootstrap.servers": "127.0.0.1:1",
            "linger.ms": "soon",
            "acks": "many",
        ]
        let error = #expect(throws: ConfigurationError.self) { try Producer(configuration) }
        #expect(error?.faults.map(\.key) == ["no.such.property", "linger.ms", "acks"])
        #expect(error?.description.contains("No such configuration property") == true)
    }

    @Test func reportsSettingsThatDoNotFitTogether() {
        let configuration: ClientConfiguration = [
            "bootstrap.servers": "127.0.0.1:1", "transactional.id": "t", "enable.idempotence": "false",
        ]
        let error = #expect(throws: ConfigurationError.self) { try Producer(configuration) }
        #expect(error?.faults.count == 1)
        #expect(error?.faults.first?.key == nil)
        #expect(error?.faults.first?.message.isEmpty == false)
    }

    @Test func aConsumerNeedsAGroup() {
        let error = #expect(throws: ConfigurationError.self) { try Consumer(["bootstrap.servers": "127.0.0.1:1"]) }
        #expect(error?.faults.map(\.key) == ["group.id"])
    }

    @Test func leavesOutOptionalKeysTheLibraryLacks() throws {
        var configuration: ClientConfiguration = ["bootstrap.servers": "127.0.0.1:1"]
        configuration.setIfSupported("property.of.the.future", "1")
        configuration.setIfSupported("linger.ms", "3")
        let producer = try Producer(configuration)
        #expect(producer.close(within: .seconds(5)))
    }

    @Test func refusesABadValueOfAnOptionalKey() {
        var configuration = ClientConfiguration()
        configuration.setIfSupported("linger.ms", "soon")
        #expect(throws: ConfigurationError.self) { try Producer(configuration) }
    }

    @Test func laterSettingsWinAndKeepTheirPlace() {
        var configuration: ClientConfiguration = ["a": "1", "b": "2"]
        configuration.set("a", "3")
        #expect(configuration.keys == ["a", "b"])
        #expect(configuration["a"] == "3")
        #expect(configuration["c"] == nil)
    }

    @Test(arguments: [
        ("sasl.password", true), ("ssl.key.password", true), ("ssl.keystore.password", true), ("ssl.key.pem", true),
        ("sasl.oauthbearer.client.secret", true), ("sasl.oauthbearer.config", true), ("SASL.PASSWORD", true),
        ("sasl.oauthbearer.assertion.private.key.passphrase", true), ("sasl.oauthbearer.token.endpoint.url", true),
        ("sasl.username", false), ("bootstrap.servers", false), ("ssl.key.location", false), ("group.id", false),
    ])
    func masksWhatLooksSecret(key: String, isSecret: Bool) {
        #expect(Security.isSecret(key) == isSecret)
        var configuration = ClientConfiguration()
        configuration.set(key, "hunter2")
        var dumped = ""
        dump(configuration, to: &dumped)
        for printed in ["\(configuration)", String(reflecting: configuration), dumped] {
            #expect(printed.contains("hunter2") == !isSecret)
            #expect(printed.contains(key))
        }
        #expect(configuration[key] == "hunter2")
    }

    @Test func faultsDoNotShowSecrets() {
        let configuration: ClientConfiguration = ["security.protocol": "ssl", "ssl.key.pem": "hunter2"]
        let error = #expect(throws: ConfigurationError.self) { try Producer(configuration) }
        #expect(error?.description.contains("ssl.key.pem") == true)
        #expect(error?.description.contains("hunter2") == false)
    }
}
