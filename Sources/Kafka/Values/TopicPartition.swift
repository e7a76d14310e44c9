// The values that name a place in Kafka: topic, partition, offset.
// No C type and no client in here. Values: any thread.

/// One partition of one topic.
public struct TopicPartition: Hashable, Sendable, CustomStringConvertible {
    /// The topic's name.
    public let topic: String
    /// The partition's number, from 0.
    public let partition: Int32

    /// Names a partition.
    public init(_ topic: String, _ partition: Int32) {
        self.topic = topic
        self.partition = partition
    }

    /// `topic[partition]`, as librdkafka's own logs write it.
    public var description: String { "\(topic)[\(partition)]" }
}

extension TopicPartition: Comparable {
    /// Orders by topic name, then by partition number.
    public static func < (left: TopicPartition, right: TopicPartition) -> Bool {
        (left.topic, left.partition) < (right.topic, right.partition)
    }
}

/// An offset in a partition.
///
/// As a position to commit it is the offset of the *next* record to read, as everywhere in Kafka.
public struct TopicPartitionOffset: Hashable, Sendable, CustomStringConvertible {
    /// The partition.
    public let partition: TopicPartition
    /// The offset, from 0.
    public let offset: Int64
    /// A text that a group keeps with a committed offset, at most 4096 bytes by the brokers' default; empty for none.
    public let metadata: String

    /// Names an offset in a partition.
    public init(_ partition: TopicPartition, _ offset: Int64, metadata: String = "") {
        self.partition = partition
        self.offset = offset
        self.metadata = metadata
    }

    /// `topic[partition]@offset`.
    public var description: String { "\(partition)@\(offset)" }
}

/// Where reading starts or goes on.
public enum ReadPosition: Hashable, Sendable {
    /// At this offset.
    case offset(Int64)
    /// At the oldest record there is.
    case beginning
    /// After the newest record.
    case end
    /// At the group's committed offset; without one, as `auto.offset.reset` says. Not for seeking.
    case committed
}

/// A partition together with the position to read it from.
public struct PartitionPosition: Hashable, Sendable {
    /// The partition.
    public let partition: TopicPartition
    /// The position to read from.
    public let position: ReadPosition

    /// Pairs a partition with a position.
    public init(_ partition: TopicPartition, _ position: ReadPosition) {
        self.partition = partition
        self.position = position
    }
}

/// The oldest offset of a partition, and the one its next record will get.
public struct Watermarks: Hashable, Sendable {
    /// The oldest offset that can be read.
    public let low: Int64
    /// The offset after the newest record; for a `read_committed` consumer still the end of the log.
    public let high: Int64

    /// Pairs the two offsets.
    public init(low: Int64, high: Int64) {
        self.low = low
        self.high = high
    }
}
