// How far a range has come in one partition, and what became of it. The cluster keeps it as a committed offset with a note beside
// it, in the transaction of the events, so that the account is true whoever did the work and however often it was killed. Pure.

internal import Delivery
package import Kafka

/// The account of one partition: the offsets before `next` = events + dead letters + null values + vacant + removed.
public struct RangeProgress: Sendable, Equatable {
    /// The number of the plan that it belongs to.
    public let plan: Int64
    /// The next offset to read.
    public package(set) var next: Int64
    /// Events written.
    public package(set) var events: Int64 = 0
    /// Dead letters written.
    public package(set) var deadLetters: Int64 = 0
    /// Records with a null value.
    public package(set) var tombstones: Int64 = 0
    /// Offsets that hold no record for readers: markers of transactions, aborted or compacted records.
    public package(set) var vacant: Int64 = 0
    /// Offsets that retention had removed before they were read.
    public package(set) var removed: Int64 = 0

    /// Nothing done yet.
    public init(plan: Int64, next: Int64) {
        self.plan = plan
        self.next = next
    }

    /// Reads what `note` wrote; nil for an offset that was committed by something else.
    package init?(_ entry: TopicPartitionOffset) {
        let numbers = OffsetNote.numbers(entry.metadata)
        guard let plan = numbers["plan"] else { return nil }
        self.init(plan: plan, next: entry.offset)
        events = numbers["events"] ?? 0
        deadLetters = numbers["dead"] ?? 0
        tombstones = numbers["null"] ?? 0
        vacant = numbers["vacant"] ?? 0
        removed = numbers["removed"] ?? 0
    }

    /// What stands beside the offset `next`.
    var note: String {
        OffsetNote.text([
            "plan": plan, "events": events, "dead": deadLetters, "null": tombstones, "vacant": vacant,
            "removed": removed,
        ])
    }

    /// Offsets that are accounted for.
    public var total: Int64 { events + deadLetters + tombstones + vacant + removed }

    /// Goes on to `next`, over these records and so many offsets that retention has removed; all others hold no record.
    mutating func advance(to next: Int64, _ counts: PartitionCounts, removed: Int64) {
        vacant += next - self.next - Int64(counts.read) - removed
        events += Int64(counts.events)
        deadLetters += Int64(counts.deadLetters)
        tombstones += Int64(counts.tombstones)
        self.removed += removed
        self.next = next
    }

    /// Adds the counts of another partition.
    mutating func add(_ other: RangeProgress) {
        events += other.events
        deadLetters += other.deadLetters
        tombstones += other.tombstones
        vacant += other.vacant
        removed += other.removed
    }
}
