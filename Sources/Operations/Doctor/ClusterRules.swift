// What the library, copies of a topic and the brokers' clock mean for a worker. Pure.

internal import Kafka
internal import Worker

/// Judges what is not a setting of a topic.
enum ClusterRules {
    /// The findings about the library that is loaded.
    static func library(_ configuration: WorkerConfiguration) -> [Finding] {
        let version = "\(KafkaLibrary.versionText), \(KafkaLibrary.features.joined(separator: " "))"
        var findings = [Finding("librdkafka", .good, version)]
        func warn(_ detail: String, advice: String) {
            findings.append(Finding("librdkafka", .warning, detail, advice: advice))
        }
        let behavior = KafkaLibrary.behavior
        if configuration.assignmentStrategy == .cooperativeSticky, behavior.cooperativeStickyMayLoop {
            warn(
                "this version's cooperative-sticky may rebalance without end",
                advice: "use --assignment-strategy range, or librdkafka 2.6.1 or newer"
            )
        }
        if behavior.scramFailsOnKafka4, configuration.allowsOldSCRAM {
            warn(
                "Kafka 4 takes a right password for wrong by SCRAM from this version",
                advice: "use librdkafka 2.6.1 or newer, or PLAIN inside TLS, before the brokers become Kafka 4"
            )
        }
        if behavior.lacksReauthentication {
            warn(
                "this version does not renew SASL sessions: brokers with connections.max.reauth.ms cut its connections "
                    + "now and then",
                advice: "nothing is lost by that; librdkafka 2.2.0 or newer does without"
            )
        }
        if behavior.failsOnKafka400 {
            warn("Apache Kafka 4.0.0 refuses this version", advice: "use Kafka 4.0.1 or newer")
        }
        return findings
    }

    /// The findings about a topic's copies; `minimum` is its `min.insync.replicas`, if known.
    static func copies(
        _ topic: String,
        _ fewest: Int,
        of brokers: Int,
        outOfSync: [Int32],
        minimum: Int?
    ) -> [Finding] {
        let subject = "\(topic): replication"
        var findings: [Finding] = []
        if fewest < 2, brokers < 2 {
            findings.append(Finding(subject, .good, "one copy, on the only broker: lost with it"))
        } else if fewest < 2 {
            let advice = "set a replication factor of 3 where records matter"
            findings.append(Finding(subject, .warning, "one copy: lost with its broker", advice: advice))
        } else if let minimum, minimum >= fewest {
            let detail = "\(fewest) copies, and as many must be in sync: nothing is written while one broker is away"
            findings.append(Finding(subject, .warning, detail, advice: "lower min.insync.replicas, or add a copy"))
        } else {
            findings.append(Finding(subject, .good, "\(fewest) copies"))
        }
        if !outOfSync.isEmpty {
            let numbers = outOfSync.map { "\($0)" }.joined(separator: ",")
            let detail = "copies of partitions \(numbers) are not in sync"
            findings.append(Finding(subject, .warning, detail, advice: "look for brokers that are away or slow"))
        }
        return findings
    }

    /// The finding about partition counts, of the input and of an output.
    static func partitions(_ topic: String, _ count: Int, input: Int) -> Finding? {
        guard count != input else { return nil }
        let remark = "events of one device still stay in order, since its name is their key"
        return Finding("\(topic): partitions", .good, "\(count), the input has \(input): \(remark)")
    }

    /// What the time that a broker put on a record says of its clock; the record was sent and read between two moments,
    /// in milliseconds since 1970.
    static func clock(_ time: RecordTimestamp?, between sent: Int64, and read: Int64) -> Finding {
        guard let time, time.kind == .appended else {
            let advice = "set message.timestamp.type=LogAppendTime on the scratch topic"
            return Finding("clock", .unknown, "brokers put no time of their own on records", advice: advice)
        }
        let skew = max(0, time.epochMilliseconds - read) + min(0, time.epochMilliseconds - sent)
        guard abs(skew) > 1000 else {
            return Finding("clock", .good, "that of the brokers and that of this machine agree")
        }
        let place = "\(abs(skew)) ms \(skew > 0 ? "ahead of" : "behind") this machine"
        let detail = "brokers are \(place): ages and places given by time are off by that"
        return Finding("clock", .warning, detail, advice: "let both keep time by NTP")
    }
}
