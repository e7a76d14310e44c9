// What clusters of well-known providers want of clients, beside what every cluster wants: one table for the doctor and
// the docs (deploy/providers.md, which a test holds to it). Pure.

internal import Worker

/// A provider of clusters.
struct Provider: Sendable, Equatable {
    /// Its product.
    var name: String
    /// What the names of its brokers end with.
    var suffix: String
    /// How one connects: settings, as lines of a file have them.
    var connection: [String]
    /// What else is to be known, a phrase each.
    var remarks: [String]
    var refusedCodecs: Set<String> = []

    static let all = [
        Provider(
            name: "Amazon MSK",
            suffix: ".amazonaws.com",
            connection: ["kafka.security.protocol = sasl_ssl", "kafka.sasl.mechanism = SCRAM-SHA-512"],
            remarks: [
                "SCRAM is on port 9096, IAM on port 9098",
                "for IAM, `kafka.sasl.mechanism = OAUTHBEARER` and `kafka.sasl.oauthbearer.token.file = FILE`",
                "a program of yours writes a token of AWS's MSK signer to the file every 10 minutes",
                "with IAM, rights are actions `kafka-cluster:*`, not ACLs",
            ]
        ),
        Provider(
            name: "Confluent Cloud",
            suffix: ".confluent.cloud",
            connection: [
                "kafka.security.protocol = sasl_ssl", "kafka.sasl.mechanism = PLAIN", "kafka.sasl.username = API_KEY",
            ],
            remarks: ["rights come from ACLs, or from the roles DeveloperRead and DeveloperWrite"]
        ),
        Provider(
            name: "Azure Event Hubs",
            suffix: ".servicebus.windows.net",
            connection: [
                "kafka.security.protocol = sasl_ssl", "kafka.sasl.mechanism = PLAIN",
                "kafka.sasl.username = $ConnectionString", "kafka.producer.compression.type = gzip",
                "kafka.connections.max.idle.ms = 180000",
            ],
            remarks: [
                "the only codec is gzip, so not this program's default lz4",
                "requests are under 1,046,528 bytes, which `producer.message.max.bytes` must stay below",
                "connections are cut that are idle for 240 s",
                "where the tier has no transactions, `delivery = at-least-once`",
            ],
            refusedCodecs: ["lz4", "snappy", "zstd"]
        ),
        Provider(
            name: "Redpanda Cloud",
            suffix: ".redpanda.com",
            connection: ["kafka.security.protocol = sasl_ssl", "kafka.sasl.mechanism = SCRAM-SHA-256"],
            remarks: ["`rpk security acl create` gives rights, with the same names of operations"]
        ),
        Provider(
            name: "Aiven for Apache Kafka",
            suffix: ".aivencloud.com",
            connection: [
                "kafka.security.protocol = ssl", "kafka.ssl.ca.location = ca.pem",
                "kafka.ssl.certificate.location = service.cert", "kafka.ssl.key.location = service.key",
            ],
            remarks: [
                "the project's own authority signs the brokers' certificates, so ca.pem is needed",
                "`kafka.security.protocol = sasl_ssl` with SCRAM-SHA-256 once SASL is enabled",
                "groups and transactional ids need Kafka-native ACLs",
            ]
        ),
    ]

    /// The provider of these brokers; nil for none of them.
    static func of(_ bootstrapServers: String) -> Provider? {
        let hosts = bootstrapServers.split(separator: ",").map { server in
            String(server.split(separator: ":").first ?? "").lowercased()
        }
        return all.first { provider in hosts.contains { $0.hasSuffix(provider.suffix) } }
    }

    /// What is to be said of settings.
    func findings(_ configuration: WorkerConfiguration) -> [Finding] {
        func value(_ names: String...) -> String? {
            configuration.kafkaProperties.last { names.contains($0.key) }?.value.lowercased()
        }
        var findings = [Finding("provider", .good, "\(name): " + (connection + remarks).joined(separator: "; "))]
        let codec =
            value("compression.type", "compression.codec", "producer.compression.type", "producer.compression.codec")
            ?? ClientSettings.codec
        if refusedCodecs.contains(codec) {
            let advice = "--kafka compression.type=none, or gzip"
            findings.append(Finding("provider", .fault, "\(name) does not take \(codec)", advice: advice))
        }
        let security = value("security.protocol") ?? "plaintext"
        if security != "sasl_ssl", security != "ssl" {
            let advice = "--kafka security.protocol=sasl_ssl"
            findings.append(Finding("provider", .fault, "\(name) takes connections with TLS only", advice: advice))
        }
        return findings
    }

    static var markdown: String {
        all.map { provider in
            let lines = ["## \(provider.name)", "", "Brokers are named `*\(provider.suffix)`.", "", "```"]
            return (lines + provider.connection + ["```", ""] + provider.remarks.map { "* " + $0 })
                .joined(separator: "\n")
        }
        .joined(separator: "\n\n")
    }
}
