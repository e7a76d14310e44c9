// One partition of a replay: where it begins and ends, how far it is, and what became of it. The group keeps it as a
// committed offset with a note beside it, in the transaction of the events, so that the account is true whoever did the
// work and however often it was killed. Pure.

internal import Delivery
package import Kafka

/// What became of the offsets of a range.
public struct RangeAccount: Sendable, Equatable {
    /// Events written.
    public package(set) var events: Int64 = 0
    /// Dead letters written.
    public package(set) var deadLetters: Int64 = 0
    /// Records whose event a rule drops.
    public package(set) var dropped: Int64 = 0
    /// Records with a null value.
    public package(set) var tombstones: Int64 = 0
    /// Offsets that hold no record for readers: markers of transactions, aborted or compacted records.
    public package(set) var vacant: Int64 = 0
    /// Offsets that retention had removed before they were read.
    public package(set) var removed: Int64 = 0

    /// The counts, by the names that they have in an offset's note.
    fileprivate static var counts: KeyValuePairs<String, WritableKeyPath<RangeAccount, Int64>> {
        [
            "events": \.events, "dead": \.deadLetters, "dropped": \.dropped, "null": \.tombstones, "vacant": \.vacant,
            "removed": \.removed,
        ]
    }

    /// Offsets that are accounted for.
    public var total: Int64 { RangeAccount.counts.reduce(0) { $0 + self[keyPath: $1.value] } }

    mutating func add(_ other: RangeAccount) {
        for (_, count) in RangeAccount.counts { self[keyPath: count] += other[keyPath: count] }
    }
}

/// One partition of a replay.
public struct ReplayStep: Sendable, Equatable {
    /// The number of the plan that it belongs to.
    public let plan: Int64
    /// Tells the command that made the plan from others.
    public let command: Int64
    /// The partition's number.
    public let partition: Int32
    /// The first offset to read.
    public let from: Int64
    /// The offset after the last one to read.
    public let to: Int64
    /// The next offset to read.
    public package(set) var next: Int64
    /// What became of the offsets before that.
    public package(set) var account = RangeAccount()

    /// Nothing of it is done yet.
    public init(plan: Int64, of command: Int64, partition: Int32, from: Int64, to: Int64) {
        self.plan = plan
        self.command = command
        self.partition = partition
        self.from = from
        self.to = to
        next = from
    }

    /// Reads what `note` wrote; nil for an offset that was committed by something else.
    package init?(_ entry: TopicPartitionOffset) {
        let numbers = OffsetNote.numbers(entry.metadata)
        guard let plan = numbers["plan"], let command = numbers["command"], let from = numbers["from"],
            let to = numbers["to"]
        else { return nil }
        self.init(plan: plan, of: command, partition: entry.partition.partition, from: from, to: to)
        next = entry.offset
        for (name, count) in RangeAccount.counts { account[keyPath: count] = numbers[name] ?? 0 }
    }

    /// What stands beside the offset `next`.
    package var note: String {
        let own = OffsetNote.text(["plan": plan, "command": command, "from": from, "to": to])
        let counts = RangeAccount.counts.map { OffsetNote.text([$0.key: account[keyPath: $0.value]]) }
        return ([own] + counts).joined(separator: " ")
    }

    /// The offset to commit in a partition of this topic.
    package func entry(in topic: String) -> TopicPartitionOffset {
        TopicPartitionOffset(TopicPartition(topic, partition), next, metadata: note)
    }

    /// Offsets in the range.
    public var count: Int64 { max(0, to - from) }
    /// Offsets that are dealt with.
    public var done: Int64 { min(max(0, next - from), count) }
    /// Whether all of it is dealt with.
    public var isDone: Bool { done == count }

    /// Goes on to `next`, over these records and so many offsets that retention has removed; all others hold no record.
    mutating func advance(to next: Int64, _ counts: PartitionCounts, removed: Int64) {
        account.vacant += next - self.next - Int64(counts.read) - removed
        account.events += Int64(counts.events)
        account.deadLetters += Int64(counts.deadLetters)
        account.dropped += Int64(counts.dropped)
        account.tombstones += Int64(counts.tombstones)
        account.removed += removed
        self.next = next
    }
}
