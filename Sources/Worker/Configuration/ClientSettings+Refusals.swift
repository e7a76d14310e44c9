// What of the user's settings and properties no worker can do its work with, or not with this librdkafka. Values only.

internal import Kafka

extension ClientSettings {
    /// What of the user's properties no worker can do its work with, even if the library takes it.
    static func refusals(_ configuration: WorkerConfiguration, _ behavior: KafkaLibrary.Behavior) -> [String] {
        func values(_ name: String) -> [String] {
            configuration.kafkaProperties.filter {
                ["", "consumer.", "producer."].contains($0.key.dropLast(name.count))
            }
            .filter { $0.key.hasSuffix(name) }.map { $0.value.lowercased() }
        }
        var refusals: [String] = []
        if !values("group.protocol").isEmpty { refusals.append("--kafka group.protocol: give --group-protocol") }
        if configuration.groupProtocol == .consumer {
            for name in ["session.timeout.ms", "heartbeat.interval.ms"] where !values(name).isEmpty {
                refusals.append(
                    "--kafka \(name): with --group-protocol consumer the brokers decide it, by their property "
                        + "group.consumer.\(name), or consumer.\(name) of the group"
                )
            }
            refusals += consumerProtocolRefusals(configuration, behavior)
        }
        let mechanisms = values("sasl.mechanism") + values("sasl.mechanisms")
        if behavior.scramFailsOnKafka4, !configuration.allowsOldSCRAM,
            mechanisms.contains(where: { $0.contains("scram") })
        {
            refusals.append(
                "--kafka sasl.mechanism: Kafka 4 takes a right password for wrong by SCRAM from librdkafka "
                    + "\(KafkaLibrary.versionText): use librdkafka 2.6.1 or newer, PLAIN inside TLS, or, with brokers "
                    + "of Kafka 3, --old-scram"
            )
        }
        let speaksSASL = values("security.protocol").contains { $0.hasPrefix("sasl_") }
        let isKerberos = mechanisms.isEmpty || mechanisms.contains("gssapi")
        if speaksSASL, isKerberos, values("sasl.kerberos.keytab").isEmpty, values("sasl.kerberos.kinit.cmd").isEmpty {
            refusals.append(
                "--kafka security.protocol: SASL without a sasl.mechanism is Kerberos, which needs sasl.kerberos.keytab"
            )
        }
        let tokenFile = Security.tokenFileKey
        let tokenWays = [tokenFile, "sasl.oauthbearer.method", "enable.sasl.oauthbearer.unsecure.jwt"]
        if mechanisms.contains("oauthbearer") {
            if tokenWays.allSatisfy({ values($0).isEmpty }) {
                refusals.append("--kafka sasl.mechanism: OAUTHBEARER needs \(tokenFile)")
            }
        } else if !values(tokenFile).isEmpty {
            refusals.append("--kafka \(tokenFile): only for sasl.mechanism=OAUTHBEARER")
        }
        let needsUser = mechanisms.contains { $0 == "plain" || $0.hasPrefix("scram") }
        if needsUser, speaksSASL {
            for name in ["sasl.username", "sasl.password"] where !values(name).contains(where: { !$0.isEmpty }) {
                refusals.append("--kafka sasl.mechanism: this mechanism needs a value of \(name)")
            }
        }
        return refusals
    }

    /// Why brokers cannot share out the partitions for these settings and this library.
    private static func consumerProtocolRefusals(
        _ configuration: WorkerConfiguration,
        _ behavior: KafkaLibrary.Behavior
    ) -> [String] {
        var refusals: [String] = []
        let flag = "--group-protocol consumer"
        if behavior.lacksConsumerProtocol {
            refusals.append(
                "\(flag): it needs librdkafka 2.15.0 or newer, and this is \(KafkaLibrary.versionText); "
                    + "use --group-protocol classic"
            )
        }
        if case .matching(let pattern) = configuration.inputTopics {
            refusals.append(
                "\(flag): brokers read the pattern '\(pattern)' by other rules than the worker does; name the topics, "
                    + "or use --group-protocol classic"
            )
        }
        if configuration.groupInstanceID != nil {
            refusals.append(
                "\(flag): brokers do not let a worker back in under its --group-instance-id until the session of its "
                    + "killed process is over; leave the id out, or use --group-protocol classic"
            )
        }
        return refusals
    }

    /// What the library refuses of the properties for either kind of client.
    static func faults(_ configuration: WorkerConfiguration) -> [String] {
        let faults = consumer(configuration, lane: 0).faults + transactionalProducer(configuration, lane: 0).faults
        var texts = refusals(configuration, KafkaLibrary.behavior)
        for fault in faults where !texts.contains("--kafka \(fault)") { texts.append("--kafka \(fault)") }
        return texts + PropertyRules.faults(configuration)
    }
}
