// The small values that requests to the simulated brokers and their answers are made of.

/// A partition of a topic; ordered by topic and number.
package struct PartitionID: Hashable, Comparable, Sendable, CustomStringConvertible {
    package var topic: String
    package var number: Int

    package init(_ topic: String, _ number: Int) {
        self.topic = topic
        self.number = number
    }

    package static func < (left: Self, right: Self) -> Bool {
        left.topic == right.topic ? left.number < right.number : left.topic < right.topic
    }

    package var description: String { "\(topic)-\(number)" }
}

/// A producer as brokers know it: its id, and the epoch that fences earlier owners of the id.
package struct ProducerIdentity: Hashable, Sendable, CustomStringConvertible {
    package var id: Int64
    package var epoch: Int16

    package init(id: Int64, epoch: Int16) {
        self.id = id
        self.epoch = epoch
    }

    package var description: String { "\(id)/\(epoch)" }
}

/// What a run of records is, for the judge: the numbers of input records `first`, `first + 1`, … of an input partition.
///
/// The feeder numbers the records of a partition as it likes; a worker's output says which input records it is made of.
package struct Payload: Hashable, Sendable, CustomStringConvertible {
    package var partition: Int
    package var first: Int64
    package var isDeadLetter: Bool

    package init(partition: Int, first: Int64, isDeadLetter: Bool = false) {
        self.partition = partition
        self.first = first
        self.isDeadLetter = isDeadLetter
    }

    /// The payload without its first records.
    package func dropping(_ count: Int64) -> Payload {
        Payload(partition: partition, first: first + count, isDeadLetter: isDeadLetter)
    }

    package var description: String { "(\(partition)@\(first)\(isDeadLetter ? " dead" : ""))" }
}

/// What a consumer says of itself with offsets and heartbeats.
///
/// Without any of it (`none`) brokers check nothing.
package struct Membership: Hashable, Sendable, CustomStringConvertible {
    package var member: String
    package var instance: String?
    package var generation: Int

    package init(member: String, instance: String? = nil, generation: Int) {
        self.member = member
        self.instance = instance
        self.generation = generation
    }

    /// No member and generation -1, as a client sends that is in no group.
    package static let none = Membership(member: "", generation: -1)

    package var description: String {
        self == .none ? "no member" : "\(instance.map { "\($0):" } ?? "")\(member)#\(generation)"
    }
}

/// The offset of the next record to read of a partition.
package struct PartitionOffset: Hashable, Sendable, CustomStringConvertible {
    package var partition: PartitionID
    package var offset: Int64

    package init(_ partition: PartitionID, _ offset: Int64) {
        self.partition = partition
        self.offset = offset
    }

    package var description: String { "\(partition)@\(offset)" }
}
