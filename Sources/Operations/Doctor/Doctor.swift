// Checks whether a worker could do its work with these settings on this cluster: library, connection, topics, group, and a
// transaction on a topic to scratch on. Writes nothing but on that. One thread.

internal import Kafka
public import Worker
internal import Worker
internal import Worker

/// Examines a cluster.
public final class Doctor {
    let configuration: WorkerConfiguration
    /// What was found so far.
    public private(set) var findings: [Finding] = []
    private let onFinding: (Finding) -> Void

    var timeout: Duration { configuration.patience.limit }

    /// Prepares an examination; `onFinding` hears of each finding as it is made, each question has the time of the
    /// configuration's patience.
    public init(_ configuration: WorkerConfiguration, onFinding: @escaping (Finding) -> Void) {
        var configuration = configuration
        // Names of its own, so that no worker is disturbed.
        configuration.groupInstanceID = nil
        self.configuration = configuration
        self.onFinding = onFinding
    }

    /// Makes all checks.
    ///
    /// - Parameter scratchTopic: A topic for a transaction to try; nil leaves that out.
    /// - Throws: What librdkafka refuses of the settings.
    public func examine(scratchTopic: String?) throws(ConfigurationFaults) {
        examineLibrary()
        let admin: Admin
        let inspector = try TopicInspector(configuration)
        defer { inspector.close() }
        do throws(ConfigurationError) {
            admin = try Admin(ClientSettings.connection(configuration))
        } catch {
            throw ConfigurationFaults(error.faults.map { "connection: \($0)" })
        }
        let topics = [
            (configuration.inputTopic, TopicRules.Role.input), (configuration.outputTopic, .output),
            (configuration.deadLetterTopic, .output),
        ]
        if let provider = Provider.of(configuration.bootstrapServers) {
            provider.findings(configuration).forEach(note)
        }
        var counts: [Int] = []
        for (topic, role) in topics {
            guard let count = examineTopic(topic, role, admin, inspector) else { return }
            counts.append(count)
        }
        // Asking for what is not there would only say so again.
        guard counts.allSatisfy({ $0 > 0 }) else { return }
        ClusterRules.partitions(configuration.outputTopic, counts[1], input: counts[0]).map(note)
        examineReading(inspector)
        examineGroup(inspector)
        if configuration.delivery == .exactlyOnce {
            WriteTrial(configuration).findings().forEach(note)
        } else {
            let outputs = "\(configuration.outputTopic), \(configuration.deadLetterTopic)"
            note(.init(outputs, .unknown, "without transactions the right to write cannot be tried without writing"))
        }
        guard let scratchTopic else {
            note(.init("transaction", .unknown, "not tried", advice: "name an empty topic with --scratch-topic"))
            return
        }
        TransactionTrial(configuration, scratchTopic).findings().forEach(note)
    }

    func note(_ finding: Finding) {
        findings.append(finding)
        onFinding(finding)
    }

    private func examineLibrary() {
        note(.init("librdkafka", .good, "\(KafkaLibrary.versionText), \(KafkaLibrary.features.joined(separator: " "))"))
        let behavior = KafkaLibrary.behavior
        if configuration.assignmentStrategy == .cooperativeSticky, behavior.cooperativeStickyMayLoop {
            note(
                .init(
                    "librdkafka",
                    .warning,
                    "this version's cooperative-sticky may rebalance without end",
                    advice: "use --assignment-strategy range, or librdkafka 2.6.1 or newer"
                )
            )
        }
        if behavior.scramFailsOnKafka4, configuration.allowsOldSCRAM {
            note(
                .init(
                    "librdkafka",
                    .warning,
                    "Kafka 4 takes a right password for wrong by SCRAM from this version",
                    advice: "use librdkafka 2.6.1 or newer, or PLAIN inside TLS, before the brokers become Kafka 4"
                )
            )
        }
        if behavior.lacksReauthentication {
            note(
                .init(
                    "librdkafka",
                    .warning,
                    "this version does not renew SASL sessions: brokers with connections.max.reauth.ms cut its connections now and then",
                    advice: "nothing is lost by that; librdkafka 2.2.0 or newer does without"
                )
            )
        }
        if behavior.failsOnKafka400 {
            note(
                .init(
                    "librdkafka",
                    .warning,
                    "Apache Kafka 4.0.0 refuses this version",
                    advice: "use Kafka 4.0.1 or newer"
                )
            )
        }
    }

    /// Looks at a topic; its partitions, 0 for one that is not to be seen, or nil if brokers cannot be reached at all.
    private func examineTopic(
        _ topic: String,
        _ role: TopicRules.Role,
        _ admin: Admin,
        _ inspector: TopicInspector
    ) -> Int? {
        let metadata: TopicMetadata
        do throws(KafkaError) {
            // A consumer asks: for a producer, brokers that make topics by themselves would make this one.
            metadata = try configuration.patience.ask("a broker for the layout of topic '\(topic)'") {
                () throws(KafkaError) in
                try inspector.consumer.metadata(of: topic, timeout: timeout)
            }
            note(Doctor.leaders(metadata))
        } catch {
            switch error.code {
            case .unknownTopicOrPartition, .unknownTopic, .unknownPartition:
                note(.init(topic, .fault, "does not exist", advice: "create it, or name another"))
            case .topicAuthorizationFailed:
                let rights = Rights(topic: (topic, role == .input ? "Read" : "Write"))
                note(Finding(topic, error, rights, configuration))
            default:
                let cause = inspector.reasons.last(of: inspector.consumer) ?? error.description
                let detail = "none of \(configuration.bootstrapServers) answers within \(timeout): \(cause)"
                var finding = Finding("brokers", .fault, detail, advice: "check addresses, TLS and SASL settings")
                finding.isTransient = true
                note(finding)
                return nil
            }
            return 0
        }
        do throws(KafkaError) {
            let settings = try admin.configuration(of: topic, timeout: timeout)
            TopicRules.findings(topic, role, settings).forEach(note)
            noteCopies(metadata, minimum: settings["min.insync.replicas"].flatMap { Int($0) })
        } catch {
            var finding = Finding(
                "\(topic): settings",
                error,
                Rights(topic: (topic, "DescribeConfigs")),
                configuration
            )
            // A worker does without.
            finding.verdict = .unknown
            note(finding)
            noteCopies(metadata, minimum: nil)
        }
        return metadata.partitionCount
    }

    /// Whether every partition has a leader; one that has none may have one later.
    private static func leaders(_ metadata: TopicMetadata) -> Finding {
        let leaderless = metadata.leaderlessPartitions
        guard !leaderless.isEmpty else { return .init(metadata.topic, .good, "\(metadata.partitionCount) partitions") }
        let noun = leaderless.count == 1 ? "partition" : "partitions"
        let detail = "no broker leads \(noun) \(leaderless.map { "\($0)" }.joined(separator: ","))"
        var finding = Finding(metadata.topic, .fault, detail, advice: "bring their brokers back")
        finding.isTransient = true
        return finding
    }

    private func noteCopies(_ metadata: TopicMetadata, minimum: Int?) {
        ClusterRules.copies(
            metadata.topic,
            metadata.fewestReplicas,
            of: metadata.addresses.count,
            outOfSync: metadata.partitionsOutOfSync,
            minimum: minimum
        )
        .forEach(note)
    }
}
