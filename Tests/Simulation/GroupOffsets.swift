// The committed offsets of a group, and those that wait for a transaction's marker.

/// A group's part of the offsets topic.
struct GroupOffsets: Sendable {
    /// A producer whose offsets this log has seen.
    private struct Producer {
        var identity: ProducerIdentity
        var isOpen: Bool
        var pending: [Written] = []
    }

    /// An offset, and when the log took it: of two the one that was taken later counts, even if the marker of the
    /// earlier one comes last.
    private struct Written {
        var offset: PartitionOffset
        var number: Int
    }

    /// Only ever asked by partition, never gone through in order.
    private var committed: [PartitionID: Written] = [:]
    private var writes = 0
    private var producers: [Producer] = []

    func hasOpenTransaction(of producerID: Int64) -> Bool {
        producers.contains { $0.identity.id == producerID && $0.isOpen }
    }

    mutating func commit(_ offsets: [PartitionOffset]) {
        for each in offsets {
            writes += 1
            committed[each.partition] = Written(offset: each, number: writes)
        }
    }

    /// Keeps offsets until the marker of the producer's transaction; nil if the producer is not fenced.
    mutating func hold(_ offsets: [PartitionOffset], of producer: ProducerIdentity) -> ErrorCode? {
        let index = producers.firstIndex { $0.identity.id == producer.id } ?? producers.count
        if index == producers.count { producers.append(Producer(identity: producer, isOpen: false)) }
        guard producer.epoch >= producers[index].identity.epoch else { return .invalidProducerEpoch }
        producers[index].identity = producer
        producers[index].isOpen = true
        for each in offsets {
            writes += 1
            producers[index].pending.append(Written(offset: each, number: writes))
        }
        return nil
    }

    /// Ends the transaction of a producer; a marker of an older epoch than the log has seen is refused.
    mutating func writeMarker(of producer: ProducerIdentity, commits: Bool) {
        let index = producers.firstIndex { $0.identity.id == producer.id } ?? producers.count
        if index == producers.count { producers.append(Producer(identity: producer, isOpen: false)) }
        guard producer.epoch >= producers[index].identity.epoch else { return }
        for each in producers[index].pending where commits {
            let known = committed[each.offset.partition]?.number ?? 0
            if each.number > known { committed[each.offset.partition] = each }
        }
        producers[index] = Producer(identity: producer, isOpen: false)
    }

    /// Answers OffsetFetch.
    func fetch(_ partitions: [PartitionID], requiresStable: Bool) -> [GroupOffset] {
        partitions.map { partition in
            let isUnstable =
                requiresStable
                && producers.contains { producer in producer.pending.contains { $0.offset.partition == partition } }
            return isUnstable
                ? GroupOffset(partition, nil, error: .unstableOffsetCommit)
                : GroupOffset(partition, committed[partition]?.offset.offset)
        }
    }

    /// Forgets the offsets of a topic that is deleted.
    mutating func forget(topic: String) {
        committed = committed.filter { $0.key.topic != topic }
        for index in producers.indices { producers[index].pending.removeAll { $0.offset.partition.topic == topic } }
    }
}
