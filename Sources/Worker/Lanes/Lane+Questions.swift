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

    private func logs(of partitions: [TopicPartition]) throws(KafkaError) -> LogView {
        let timeout = Duration.seconds(2)
        let all = try consumer.metadata(of: configuration.inputTopic, timeout: timeout).partitions
        let entries = try consumer.committedEntries(all, timeout: timeout)
        let owned = partitions.filter { consumer.owns($0) }
        try assignment.learn(owned, from: entries)
        let bounds = try consumer.logBounds(of: owned, timeout: timeout)
        var positions: [TopicPartition: Int64] = [:]
        for partition in owned {
            let waiting = keeper.arrivalRanges.first { $0.partition == partition && $0.count > 0 }
            positions[partition] = waiting?.firstOffset ?? consumer.nextOffset(of: partition)
        }
        return LogView(
            partitionCount: all.count,
            bounds: Dictionary(uniqueKeysWithValues: bounds.map { ($0, assignment.clip($1, of: $0)) }),
            entries: entries,
            positions: positions,
            knownEnds: assignment.logEnds
        )
    }
}
