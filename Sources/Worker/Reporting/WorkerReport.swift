// What a worker did, in numbers that must add up: records read = events + dead letters + dropped + tombstones. Counted
// by lanes, added up at the end. Values only.

public import Kafka
public import Normalization

/// What one rule did.
public struct RuleCounts: Sendable, Equatable {
    /// Records that it decided about.
    public var matches = 0
    /// Those of them that it dropped.
    public var dropped = 0

    /// Starts with nothing.
    public init() {}
}

/// Counts of one lane, or of all lanes of a worker.
public struct WorkerReport: Sendable, Equatable {
    /// What became of the records, by input partition.
    public var partitions: [TopicPartition: PartitionCounts] = [:]
    /// Dead letters, by reason.
    public var deadLetterReasons: [String: Int] = [:]
    /// What rules did, in their order; empty while none did anything.
    public var rules: [RuleCounts] = []
    /// Events whose text fits no layout of their message, by message id.
    public var layoutMisses: [Int32: Int] = [:]
    /// Faults of clocks, by device; those of devices beyond the limit, or without a name, have an empty one.
    public var deviceClocks: [String: DeviceClocks.Counts] = [:]
    /// Bytes of the records read.
    public var inputBytes = 0
    /// Bytes of the events delivered.
    public var outputBytes = 0
    /// Batches, or parts of them, that were committed.
    public var batches = 0
    /// Attempts at a batch that were given up; their records were tried or read again.
    public var aborted = 0
    /// Times that the producer was found to be replaced, or its transaction ended, by the brokers.
    public var fenced = 0
    /// Commits with an outcome that was not known until it was looked up.
    public var unknownOutcomes = 0
    /// Records of such commits that no worker has counted, although they may count.
    ///
    /// They had gone to another worker before it could be looked up, or the time was over.
    public var unsettledRecords = 0
    /// Times that reading went back to the committed offsets.
    public var resumed = 0
    /// Changes of the owned partitions.
    public var rebalances = 0
    /// Records dropped from a batch because their partition was taken away.
    public var revokedRecords = 0
    /// Headers with a value that could not be used.
    public var ignoredHeaders = 0
    /// Offsets that were passed over between two records of a partition.
    public var gaps: Int64 = 0
    /// Offsets of the group that this worker cannot have committed although the partition was its own.
    public var foreignOffsets = 0
    /// Times that the log of a partition was found to be another one.
    public var replacedLogs = 0
    /// Records that arrived although a later one of their partition was handed out before.
    public var regressions = 0

    /// Makes an empty report.
    public init() {}

    /// Records taken from the input, each once.
    public var read: Int { total(\.read) }
    /// Events delivered.
    public var events: Int { total(\.events) }
    /// Dead letters delivered.
    public var deadLetters: Int { total(\.deadLetters) }
    /// Records whose event a rule dropped.
    public var dropped: Int { total(\.dropped) }
    /// Records with a null value.
    public var tombstones: Int { total(\.tombstones) }
    /// Records that were gone from the log before they were read.
    public var gone: Int64 { partitions.values.reduce(0) { $0 + $1.gone } }
    /// Offsets between two commits that nothing explains.
    public var unexplained: Int64 { partitions.values.reduce(0) { $0 + abs($1.unexplained) } }

    /// Whether the counts of every partition add up, and the group's offsets are those that were committed.
    public var addsUp: Bool { foreignOffsets == 0 && partitions.values.allSatisfy(\.addsUp) }

    private func total(_ count: KeyPath<PartitionCounts, Int>) -> Int {
        partitions.values.reduce(0) { $0 + $1[keyPath: count] }
    }

    /// Adds the counts of another report.
    public mutating func add(_ other: WorkerReport) {
        for (partition, counts) in other.partitions { partitions[partition, default: .init()].add(counts) }
        deadLetterReasons.merge(other.deadLetterReasons, uniquingKeysWith: +)
        add(other.rules)
        layoutMisses.merge(other.layoutMisses, uniquingKeysWith: +)
        deviceClocks.merge(other.deviceClocks) { counts, others in
            var sum = counts
            sum.add(others)
            return sum
        }
        for counter in WorkerReport.counters { self[keyPath: counter] += other[keyPath: counter] }
        gaps += other.gaps
    }

    private static var counters: [WritableKeyPath<WorkerReport, Int>] {
        [
            \.inputBytes, \.outputBytes, \.batches, \.aborted, \.fenced, \.unknownOutcomes, \.unsettledRecords,
            \.resumed,
            \.rebalances, \.revokedRecords, \.ignoredHeaders, \.regressions, \.foreignOffsets, \.replacedLogs,
        ]
    }

    /// Adds what the same rules did besides.
    mutating func add(_ counts: [RuleCounts]) {
        if rules.count < counts.count {
            rules += repeatElement(RuleCounts(), count: counts.count - rules.count)
        }
        for index in counts.indices {
            rules[index].matches += counts[index].matches
            rules[index].dropped += counts[index].dropped
        }
    }

    /// Adds what a batch showed of clocks; no more devices than `DeviceClocks` tells apart get a name.
    mutating func add(_ clocks: DeviceClocks) {
        for (name, counts) in clocks.devices {
            let hasPlace = deviceClocks[name] != nil || deviceClocks.count < DeviceClocks.mostDevices
            deviceClocks[hasPlace ? name : "", default: .init()].add(counts)
        }
    }

    var fields: KeyValuePairs<String, FieldValue> {
        [
            "read": .number(read), "events": .number(events), "deadLetters": .number(deadLetters),
            "dropped": .number(dropped), "tombstones": .number(tombstones), "batches": .number(batches),
            "aborted": .number(aborted), "fenced": .number(fenced), "unknownOutcomes": .number(unknownOutcomes),
            "unsettledRecords": .number(unsettledRecords), "resumed": .number(resumed),
            "rebalances": .number(rebalances), "revokedRecords": .number(revokedRecords),
            "ignoredHeaders": .number(ignoredHeaders), "gaps": .number(gaps), "regressions": .number(regressions),
            "gone": .number(gone), "replacedLogs": .number(replacedLogs), "foreignOffsets": .number(foreignOffsets),
            "unexplained": .number(unexplained), "addsUp": .flag(addsUp),
        ]
    }
}
