// The state of a worker as JSON, for people and scripts that look closer than a probe does. Pure.

internal import Kafka
internal import Normalization

enum StatusPage {
    static func text(_ snapshot: WorkerSnapshot, _ configuration: WorkerConfiguration) -> String {
        let report = snapshot.report
        let obstacles = snapshot.obstacles
        var fields = [
            ("version", quoted(ProductVersion.current)), ("librdkafka", quoted(KafkaLibrary.versionText)),
            ("group", quoted(configuration.groupID)), ("inputTopic", quoted("\(configuration.inputTopics)")),
            ("delivery", quoted(configuration.delivery.rawValue)), ("alive", "\(snapshot.isAlive)"),
            ("ready", "\(obstacles.isEmpty)"),
            ("obstacles", "[\(obstacles.map { quoted($0.text) }.joined(separator: ","))]"),
            ("lag", snapshot.lag.map { "\($0)" } ?? "null"), ("recordsPerSecond", "\(snapshot.recordsPerSecond)"),
        ]
        if let seconds = snapshot.secondsToDrain, seconds.isFinite { fields.append(("secondsToDrain", "\(seconds)")) }
        for (name, value) in report.fields { fields.append((name, value.json)) }
        fields.append(("rules", rules(report, configuration)))
        fields.append(("partitions", partitions(snapshot, report)))
        return object(fields)
    }

    private static func rules(_ report: WorkerReport, _ configuration: WorkerConfiguration) -> String {
        let objects = configuration.events.rules.list.enumerated().map { index, rule in
            let counts = report.rules.indices.contains(index) ? report.rules[index] : RuleCounts()
            return object([
                ("rule", "\(index + 1)"), ("text", quoted(rule.description)), ("place", quoted(rule.place)),
                ("matches", "\(counts.matches)"), ("dropped", "\(counts.dropped)"),
            ])
        }
        return "[\(objects.joined(separator: ","))]"
    }

    private static func partitions(_ snapshot: WorkerSnapshot, _ report: WorkerReport) -> String {
        let owned = snapshot.partitions
        let places = Set(owned.keys).union(report.partitions.keys).sorted()
        let objects = places.map { place in
            let counts = report.partitions[place] ?? PartitionCounts()
            var fields = [
                ("topic", quoted(place.topic)), ("partition", "\(place.partition)"),
                ("owned", "\(owned[place] != nil)"), ("read", "\(counts.read)"), ("events", "\(counts.events)"),
                ("deadLetters", "\(counts.deadLetters)"), ("dropped", "\(counts.dropped)"),
                ("tombstones", "\(counts.tombstones)"), ("next", "\(counts.next)"),
            ]
            fields += [("skipped", "\(counts.skipped)"), ("gone", "\(counts.gone)")]
            if let range = counts.lastGone {
                fields += [("lastGoneFrom", "\(range.lowerBound)"), ("lastGoneTo", "\(range.upperBound)")]
            }
            if owned[place] != nil { fields.append(("lag", snapshot.lag(of: place).map { "\($0)" } ?? "null")) }
            return object(fields)
        }
        return "[\(objects.joined(separator: ","))]"
    }

    private static func object(_ fields: [(String, String)]) -> String {
        "{" + fields.map { "\(quoted($0.0)):\($0.1)" }.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String { FieldValue.text(text).json }
}
