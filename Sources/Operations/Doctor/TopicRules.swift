// What the settings of a topic mean for a worker that reads or writes it. Pure.

/// Judges the settings of a topic.
enum TopicRules {
    enum Role {
        case input
        case output
    }

    /// The findings about a topic's settings, by the names that Kafka gives them.
    static func findings(_ topic: String, _ role: Role, _ settings: [String: String]) -> [Finding] {
        var findings: [Finding] = []
        func number(_ name: String) -> Int? { settings[name].flatMap { Int($0) } }
        if let least = number("min.insync.replicas") {
            // 1 is what Kafka begins with, and all that one broker can give.
            let remark = least >= 2 ? "" : ": one broker's word is enough; 2, with three copies, is safer"
            findings.append(Finding("\(topic): min.insync.replicas", .good, "\(least)\(remark)"))
        }
        if let largest = number("max.message.bytes") {
            findings.append(
                role == .input || largest >= 1_000_000
                    ? Finding("\(topic): max.message.bytes", .good, "\(largest)")
                    : Finding(
                        "\(topic): max.message.bytes",
                        .warning,
                        "\(largest): librdkafka sends up to 1000000 bytes in one piece, which is refused and sent "
                            + "again in halves",
                        advice: "raise it to 1048588, or lower --kafka producer.batch.size"
                    )
            )
        }
        if let policy = settings["cleanup.policy"], policy.contains("compact") {
            findings.append(
                role == .input
                    ? Finding(
                        "\(topic): cleanup.policy",
                        .fault,
                        "\(policy): compaction removes raw lines before they are read",
                        advice: "set cleanup.policy=delete"
                    )
                    : Finding(
                        "\(topic): cleanup.policy",
                        .warning,
                        "\(policy): records are keyed by device, so compaction keeps one event of each",
                        advice: "set cleanup.policy=delete"
                    )
            )
        }
        if role == .output, let ahead = number("message.timestamp.after.max.ms"), ahead < 3_600_000 {
            findings.append(
                Finding(
                    "\(topic): message.timestamp.after.max.ms",
                    .warning,
                    "\(ahead): events of devices whose clock is ahead are refused and become dead letters",
                    advice: "raise it, or let collectors set the record's time"
                )
            )
        }
        if role == .input, let kept = number("retention.ms"), kept >= 0, kept < 86_400_000 {
            findings.append(
                Finding(
                    "\(topic): retention.ms",
                    .warning,
                    "\(kept / 60_000) minutes: an outage longer than that loses records, "
                        + "and a rewind reaches no further",
                    advice: "keep raw lines for days"
                )
            )
        }
        return findings
    }
}
