// Properties for librdkafka: from which source, secrets from files, none by flag.

import Testing

@testable import Worker

@Suite struct KafkaPropertiesTests {
    private static let files = [
        "/run/password": "s3cret\n", "/etc/n.conf": "kafka.sasl.password.file = /run/password\n",
    ]

    private func read(
        _ arguments: [String] = [],
        _ environment: [(name: String, value: String)] = []
    ) -> (properties: [KafkaProperty], faults: [String]) {
        var values = SettingValues(Setting.ofWorker) { path throws(UnreadableFile) in
            guard let text = KafkaPropertiesTests.files[path] else { throw UnreadableFile("it is gone") }
            return Array(text.utf8)
        }
        values.read(arguments: arguments)
        values.read(environment: environment)
        values.readFile()
        let properties = values.kafkaProperties(owned: WorkerConfiguration.ownedProperties)
        return (properties, values.faults)
    }

    @Test func aSecretComesFromAFileWithoutItsLineEnd() {
        let name = "NORMALIZER_KAFKA_SASL_PASSWORD_FILE"
        let (properties, faults) = read([], [(name, "/run/password")])
        #expect(faults == [])
        #expect(
            properties == [
                KafkaProperty(key: "sasl.password", value: "s3cret", origin: .environment(name), file: "/run/password")
            ]
        )
        #expect(read(["--config", "/etc/n.conf"]).properties.first?.value == "s3cret")
        #expect(read(["--kafka", "sasl.username.file=/run/password"]).properties.first?.key == "sasl.username")
    }

    @Test func aSecretFileThatIsNotThereIsAFault() {
        let (properties, faults) = read(["--kafka", "sasl.password.file=/nowhere"])
        #expect(properties == [])
        #expect(faults == ["--kafka sasl.password.file: cannot read '/nowhere': it is gone"])
    }

    @Test func aSecretByFlagIsRefusedAndNotRepeated() {
        let (properties, faults) = read(["--kafka", "sasl.password=hunter2"])
        #expect(properties == [])
        #expect(faults.count == 1)
        #expect(!faults.joined().contains("hunter2"))
    }

    @Test(
        arguments: [
            ("sasl.password", true), ("ssl.key.password", true), ("ssl.key.pem", true),
            ("sasl.oauthbearer.config", true),
            ("producer.sasl.password", true), ("sasl.oauthbearer.client.secret", true), ("sasl.username", false),
            ("ssl.key.location", false), ("client.rack", false),
        ]
    )
    func secretsAreKnownByTheirNames(_ key: String, _ isSecret: Bool) {
        #expect(KafkaProperty(key: key, value: "x", origin: .flag).isSecret == isSecret)
    }

    @Test func theFirstSourceWinsAndOwnedPropertiesAreRefused() {
        let (properties, faults) = read(
            ["--kafka", "client.rack=a", "--kafka", "producer.acks=1"],
            [("NORMALIZER_KAFKA_CLIENT_RACK", "b")]
        )
        #expect(properties.map(\.value) == ["a"])
        #expect(faults == ["--kafka producer.acks: the worker sets this property itself"])
    }
}
