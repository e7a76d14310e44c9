// What clusters of well-known providers want of clients, beside what every cluster wants: one table for the doctor and the docs
// (deploy/providers.md, which a test holds to it). Pure.

internal import Worker

/// A provider of clusters.
struct Provider: Sendable, Equatable {
    /// Its product.
    var name: String
    /// What the names of its brokers end with.
    var suffix: String
    /// How one connects: settings, as lines of a file have them.
    var connection: [String]
    /// What else is to be known.
    var remarks: String
    /// Codecs that its brokers refuse.
    var refusedCodecs: Set<String> = []

    /// All of them.
    static let all = [
        Provider(
            name: "Amazon MSK",
            suffix: ".amazonaws.com",
            connection: [
                "kafka.security.protocol = sasl_ssl", "kafka.sasl.mechanism = SCRAM-SHA-512", "port 9096; for IAM:",
                "kafka.sasl.mechanism = OAUTHBEARER", "kafka.sasl.oauthbearer.token.command = PROGRAM", "port 9098",
            ],
            remarks:
                "with IAM the program prints a token of AWS's MSK signer, and rights are actions `kafka-cluster:*` of IAM, not ACLs"
        ),
        Provider(
            name: "Confluent Cloud",
            suffix: ".confluent.cloud",
            connection: [
                "kafka.security.protocol = sasl_ssl", "kafka.sasl.mechanism = PLAIN", "kafka.sasl.username = API_KEY",
            ],
            remarks: "rights by ACLs, or by the roles DeveloperRead and DeveloperWrite"
        ),
        Provider(
            name: "Azure Event Hubs",
            suffix: ".servicebus.windows.net",
            connection: [
                "kafka.security.protocol = sasl_ssl", "kafka.sasl.mechanism = PLAIN",
                "kafka.sasl.username = $ConnectionString", "kafka.producer.compression.type = gzip",
                "kafka.connections.max.idle.ms = 180000",
            ],
            remarks:
                "of codecs only gzip, so not this program's lz4; requests under 1,046,528 bytes, which `producer.message.max.bytes` must stay below; connections are cut that are idle for 240 s; where the tier has no transactions, `delivery = at-least-once`",
            refusedCodecs: ["lz4", "snappy", "zstd"]
        ),
        Provider(
            name: "Redpanda Cloud",
            suffix: ".redpanda.com",
            connection: ["kafka.security.protocol = sasl_ssl", "kafka.sasl.mechanism = SCRAM-SHA-256"],
            remarks: "rights by `rpk security acl create`, with the same names of operations"
        ),
        Provider(
            name: "Aiven for Apache Kafka",
            suffix: ".aivencloud.com",
            connection: [
                "kafka.security.protocol = ssl", "kafka.ssl.ca.location = ca.pem",
                "kafka.ssl.certificate.location = service.cert", "kafka.ssl.key.location = service.key",
            ],
            remarks:
                "brokers are signed by the project's own authority, so ca.pem is needed; sasl_ssl with SCRAM-SHA-256 once SASL is enabled; groups and transactional ids need Kafka-native ACLs"
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
        var findings = [
            Finding("provider", .good, "\(name): " + connection.joined(separator: "; ") + "; " + remarks)
        ]
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

    /// The page for the docs.
    static var markdownTable: String {
        var rows = ["| provider | brokers are named | settings | remarks |", "|---|---|---|---|"]
        for provider in all {
            let settings = provider.connection.map { $0.contains("=") ? "`\($0)`" : $0 }.joined(separator: "<br>")
            rows.append("| \(provider.name) | `*\(provider.suffix)` | \(settings) | \(provider.remarks) |")
        }
        return rows.joined(separator: "\n")
    }
}
