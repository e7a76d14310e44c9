// Checks whether a worker could do its work with these settings on this cluster: library, connection, topics, group,
// and a transaction on a topic to scratch on. Writes nothing but on that. One thread asks how the topics are laid out,
// and then several at once ask what does not depend on each other's answers.

internal import Kafka
internal import Synchronization
public import Worker

/// Examines a cluster.
public final class Doctor {
    private let configuration: WorkerConfiguration
    /// What was found so far.
    public private(set) var findings: [Finding] = []
    private let onFinding: (Finding) -> Void

    /// Prepares an examination; `onFinding` hears of each finding as it is made.
    ///
    /// All questions about the layout of topics together have the time of the configuration's patience, and so have all
    /// others, which are asked at the same time.
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
        ClusterRules.library(configuration).forEach(note)
        if let provider = Provider.of(configuration.bootstrapServers) {
            provider.findings(configuration).forEach(note)
        }
        guard let layouts = try layouts() else { return }
        for output in layouts.dropFirst() where output.topic != configuration.deadLetterTopic {
            ClusterRules.partitions(output.topic, output.partitionCount, input: layouts[0].partitionCount).map(note)
        }
        let timed = timed
        ask([
            { TopicTrial(configuration: timed, layouts: layouts).findings() },
            { GroupTrial(configuration: timed).reading() }, { GroupTrial(configuration: timed).group() },
            { Doctor.writing(timed, scratchTopic) },
        ])
    }

    /// The configuration for questions that have one time limit together, from now on.
    private var timed: WorkerConfiguration {
        var timed = configuration
        timed.patience = configuration.patience.together()
        return timed
    }

    private func note(_ finding: Finding) {
        findings.append(finding)
        onFinding(finding)
    }

    /// What is tried with one transactional id, one after the other.
    private static func writing(_ configuration: WorkerConfiguration, _ scratchTopic: String?) -> [Finding] {
        var findings: [Finding]
        if configuration.delivery == .exactlyOnce {
            findings = WriteTrial(configuration).findings()
        } else {
            let outputs = configuration.outputTopics.joined(separator: ", ")
            let detail = "without transactions the right to write cannot be tried without writing"
            findings = [Finding(outputs, .unknown, detail)]
        }
        guard let scratchTopic else {
            let advice = "name an empty topic with --scratch-topic"
            return findings + [Finding("transaction", .unknown, "not tried", advice: advice)]
        }
        return findings + TransactionTrial(configuration: configuration, topic: scratchTopic).findings()
    }

    /// Asks at the same time, and notes what is found in the order of the questions.
    private func ask(_ questions: [@Sendable () -> [Finding]]) {
        final class Answer: Sendable {
            let findings = Mutex<[Finding]>([])
        }
        let asked = questions.map { question in
            let answer = Answer()
            let work: @Sendable () -> Void = {
                let found = question()
                answer.findings.withLock { $0 = found }
            }
            let thread = WorkerThread(name: "question", work)
            if thread == nil { work() }
            return (answer, thread)
        }
        for (answer, thread) in asked {
            configuration.patience.ask("answers about rights, topics, group and transactions") { thread?.join() }
            answer.findings.withLock { $0 }.forEach(note)
        }
    }

    // MARK: - Layout of the topics

    /// How the input and the outputs are laid out, in this order; nil with a fault noted if one of them is not
    /// to be seen, since asking for more would only say so again.
    private func layouts() throws(ConfigurationFaults) -> [TopicMetadata]? {
        let timed = timed
        let inspector = try TopicInspector(timed)
        defer { inspector.close() }
        let topics = [(configuration.inputTopic, "Read")] + configuration.outputTopics.map { ($0, "Write") }
        var layouts: [TopicMetadata] = []
        for (topic, right) in topics {
            do throws(KafkaError) {
                // A consumer asks: for a producer, brokers that make topics by themselves would make this one.
                let layout = try configuration.patience.ask("a broker for the layout of topic '\(topic)'") {
                    () throws(KafkaError) in
                    try inspector.consumer.metadata(of: topic, timeout: timed.patience.limit)
                }
                layouts.append(layout)
                note(Doctor.leaders(layout))
            } catch {
                switch error.code {
                case .unknownTopicOrPartition, .unknownTopic, .unknownPartition:
                    note(.init(topic, .fault, "does not exist", advice: "create it, or name another"))
                case .topicAuthorizationFailed:
                    note(Finding(topic, error, Rights(topic: (topic, right)), configuration))
                default:
                    let cause = inspector.reasons.last(of: inspector.consumer) ?? error.description
                    let limit = configuration.patience.limit
                    let detail = "none of \(configuration.bootstrapServers) answers within \(limit): \(cause)"
                    var finding = Finding("brokers", .fault, detail, advice: "check addresses, TLS and SASL settings")
                    finding.isTransient = true
                    note(finding)
                    return nil
                }
            }
        }
        return layouts.count == topics.count && layouts.allSatisfy { $0.partitionCount > 0 } ? layouts : nil
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
}
