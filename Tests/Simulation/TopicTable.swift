// The topics and their logs.

/// The topics of the cluster.
///
/// An id belongs to one life of a topic: it is another one after the name is used again.
struct TopicTable: Sendable {
    private struct Topic {
        var name: String
        var id: Int
        var logs: [PartitionLog]
    }

    private var topics: [Topic] = []
    private var idsGiven = 0

    private func index(of name: String) -> Int? { topics.firstIndex { $0.name == name } }

    /// A partition's log; nil if there is none.
    subscript(partition: PartitionID) -> PartitionLog? {
        guard let index = index(of: partition.topic), topics[index].logs.indices.contains(partition.number)
        else { return nil }
        return topics[index].logs[partition.number]
    }

    func contains(_ partition: PartitionID) -> Bool {
        partition.number >= 0 && partition.number < partitionCount(of: partition.topic)
    }

    /// Changes a partition's log in place; nil if there is none.
    mutating func withLog<Result>(_ partition: PartitionID, _ change: (inout PartitionLog) -> Result) -> Result? {
        guard let index = index(of: partition.topic), topics[index].logs.indices.contains(partition.number)
        else { return nil }
        return change(&topics[index].logs[partition.number])
    }

    func partitionCount(of name: String) -> Int { index(of: name).map { topics[$0].logs.count } ?? 0 }

    func id(of name: String) -> Int? { index(of: name).map { topics[$0].id } }

    func describe(_ name: String) -> Response {
        guard let index = index(of: name) else { return .failed(.unknownTopicOrPartition) }
        return .topic(id: topics[index].id, partitions: topics[index].logs.count)
    }

    mutating func create(_ name: String, partitions: Int) -> Response {
        if index(of: name) != nil { return .failed(.topicAlreadyExists) }
        idsGiven += 1
        topics.append(Topic(name: name, id: idsGiven, logs: Array(repeating: PartitionLog(), count: partitions)))
        return describe(name)
    }

    mutating func delete(_ name: String) -> Response {
        guard let index = index(of: name) else { return .failed(.unknownTopicOrPartition) }
        topics.remove(at: index)
        return .done
    }

    mutating func extend(_ name: String, to total: Int) -> Response {
        guard let index = index(of: name) else { return .failed(.unknownTopicOrPartition) }
        let missing = total - topics[index].logs.count
        guard missing > 0 else { return .failed(.invalidPartitions) }
        topics[index].logs += Array(repeating: PartitionLog(), count: missing)
        return .done
    }
}
