// What the delivery's machine asks the cluster, and where it sends partitions. The lane's thread.

internal import Delivery
internal import Kafka

extension Lane {
    /// Asks a question, or sends partitions to offsets.
    func ask(_ command: Command) -> Answer {
        do throws(KafkaError) {
            switch command {
            case .readCommitted(let partitions, let milliseconds):
                let entries = try consumer.committedEntries(partitions, timeout: .milliseconds(milliseconds))
                try assignment.learn(partitions, from: entries)
                return .committed(entries)
            case .readLastCommitted(let partitions, let milliseconds):
                return waited(groupOffsets.read(partitions, within: .milliseconds(milliseconds)))
            case .readLogs(let partitions): return .logs(try logs(of: partitions))
            case .seek(let places):
                try consumer.seek(to: places.map { PartitionPosition($0.partition, .offset($0.offset)) })
                let partitions = Set(places.map(\.partition))
                // Arrivals of other partitions came meanwhile, and will not come again.
                keeper.dropArrivals(of: partitions)
                batch.records.removeAll(in: partitions)
                goOn(at: places)
            case .restart(let places):
                try consumer.restart(places.map { PartitionPosition($0.partition, .offset($0.offset)) })
                // What came of them meanwhile comes again.
                keeper.dropArrivals(of: Set(places.map(\.partition)))
                goOn(at: places)
            default: break
            }
            return .done
        } catch {
            return .failed(error)
        }
    }

    /// Books where partitions are read from now.
    private func goOn(at places: [TopicPartitionOffset]) {
        let partitions = assignment.go(to: places)
        // A partition that cannot be resumed has just been taken away.
        if !partitions.isEmpty { try? consumer.resume(partitions) }
    }

    /// How the topics of the input are laid out that are there.
    func inputLayouts() throws(KafkaError) -> [TopicMetadata] {
        try consumer.layouts(of: configuration.inputTopics, timeout: .seconds(2))
    }

    private func logs(of partitions: [TopicPartition]) throws(KafkaError) -> LogView {
        let timeout = Duration.seconds(2)
        let layouts = try inputLayouts()
        // Of a topic that is not to be seen for a moment the group's offsets would seem to be gone.
        let topics = Set(layouts.map(\.topic))
        let owned = partitions.filter { consumer.owns($0) && topics.contains($0.topic) }
        if owned.isEmpty, partitions.contains(where: { !topics.contains($0.topic) }) {
            throw KafkaError(code: .unknownTopicOrPartition, operation: "find the topics of the input")
        }
        let entries = try consumer.committedEntries(layouts.flatMap(\.partitions), timeout: timeout)
        try assignment.learn(owned, from: entries)
        let bounds = try consumer.logBounds(of: owned, timeout: timeout)
        var positions: [TopicPartition: Int64] = [:]
        for partition in owned {
            let waiting = keeper.arrivalRanges.first { $0.partition == partition && $0.count > 0 }
            positions[partition] = waiting?.firstOffset ?? consumer.nextOffset(of: partition)
        }
        var view = LogView(
            partitionCounts: Dictionary(uniqueKeysWithValues: layouts.map { ($0.topic, $0.partitionCount) }),
            bounds: Dictionary(uniqueKeysWithValues: bounds.map { ($0, assignment.clip($1, of: $0)) }),
            entries: entries,
            positions: positions,
            knownEnds: assignment.logEnds
        )
        if let topicsAtStart { view.newTopics = topics.subtracting(topicsAtStart) }
        return view
    }
}
