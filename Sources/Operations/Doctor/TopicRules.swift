// What the settings of a topic mean for a worker that reads or writes it. Pure.

/// Judges the settings of a topic.
enum TopicRules {
    enum Role {
        case input
        case output
        case deadLetters
    }

    /// The findings about a topic's settings, by the names that Kafka gives them.
    static func findings(_ topic: String, _ role: Role, _ settings: [String: String]) -> [Finding] {
        var findings: [Finding] = []
        func number(_ name: String) -> Int? { settings[name].flatMap { Int($0) } }
        func note(_ name: String, _ verdict: Finding.Verdict, _ detail: String, advice: String = "") {
            findings.append(Finding("\(topic): \(name)", verdict, detail, advice: advice))
        }
        if let least = number("min.insync.replicas") {
            // 1 is what Kafka begins with, and all that one broker can give.
            let remark = least >= 2 ? "" : ": one broker's word is enough; 2, with three copies, is safer"
            note("min.insync.replicas", .good, "\(least)\(remark)")
        }
        switch number("max.message.bytes") {
        case let largest? where role != .input && largest < 1_000_000:
            let cost = "librdkafka sends 1000000 bytes in one piece; a worker tries smaller ones until they are taken"
            let advice = "raise it to 1048588, or lower --kafka producer.batch.size"
            note("max.message.bytes", .warning, "\(largest): \(cost)", advice: advice)
        case let largest?: note("max.message.bytes", .good, "\(largest)")
        case nil: break
        }
        if let policy = settings["cleanup.policy"], policy.contains("compact") {
            let loss =
                switch role {
                case .input: "compaction removes raw lines before they are read"
                case .output: "records are keyed by device, so compaction keeps one event of each"
                case .deadLetters: "dead letters may have no key, and a compacted topic refuses those"
                }
            let verdict: Finding.Verdict = role == .output ? .warning : .fault
            note("cleanup.policy", verdict, "\(policy): \(loss)", advice: "set cleanup.policy=delete")
        }
        if role != .input, let ahead = number("message.timestamp.after.max.ms"), ahead < 3_600_000 {
            let loss = "events of records that are stamped further ahead get the time of sending"
            let advice = "raise it, or let collectors set the record's time"
            note("message.timestamp.after.max.ms", .warning, "\(ahead): \(loss)", advice: advice)
        }
        if role == .input, let kept = number("retention.ms"), kept >= 0, kept < 86_400_000 {
            let loss = "an outage longer than that loses records, and a rewind reaches no further"
            note("retention.ms", .warning, "\(kept / 60_000) minutes: \(loss)", advice: "keep raw lines for days")
        }
        return findings
    }
}
