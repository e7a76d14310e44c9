// Asks for the settings of the topics that a worker reads and writes, and judges them and the copies. Writes nothing.
// One thread.

internal import Kafka
internal import Worker

struct TopicTrial {
    let configuration: WorkerConfiguration
    /// How the input and the outputs are laid out, in this order.
    let layouts: [TopicMetadata]

    func findings() -> [Finding] {
        let admin: Admin
        do throws(ConfigurationError) {
            admin = try Admin(ClientSettings.connection(configuration))
        } catch {
            return error.faults.map {
                Finding("connection", .fault, "\($0)", advice: "see the settings for librdkafka")
            }
        }
        return layouts.enumerated().flatMap { index, layout in
            findings(layout, index == 0 ? .input : role(of: layout.topic), admin)
        }
    }

    private func role(of topic: String) -> TopicRules.Role {
        topic == configuration.deadLetterTopic ? .deadLetters : .output
    }

    private func findings(_ layout: TopicMetadata, _ role: TopicRules.Role, _ admin: Admin) -> [Finding] {
        do throws(KafkaError) {
            let settings = try admin.configuration(of: layout.topic, timeout: configuration.patience.limit)
            let minimum = settings["min.insync.replicas"].flatMap { Int($0) }
            return TopicRules.findings(layout.topic, role, settings) + TopicTrial.copies(layout, minimum)
        } catch {
            let rights = Rights(topic: (layout.topic, "DescribeConfigs"))
            var finding = Finding("\(layout.topic): settings", error, rights, configuration)
            // A worker does without.
            finding.verdict = .unknown
            return [finding] + TopicTrial.copies(layout, nil)
        }
    }

    private static func copies(_ layout: TopicMetadata, _ minimum: Int?) -> [Finding] {
        ClusterRules.copies(
            layout.topic,
            layout.fewestReplicas,
            of: layout.addresses.count,
            outOfSync: layout.partitionsOutOfSync,
            minimum: minimum
        )
    }
}
