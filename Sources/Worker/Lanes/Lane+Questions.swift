// What the delivery's machine asks the cluster, and where it sends partitions. The lane's thread.

internal import Delivery
internal import Kafka

extension Lane {
    func ask(_ command: Command) -> Answer {
        do throws(KafkaError) {
            switch command {
            case .readCommitted(let partitions, let milliseconds):
                return .committed(
                    try consumer.committedEntries(partitions, timeout: .milliseconds(milliseconds))
                )
            case .seek(let places):
                try consumer.seek(to: places.map { PartitionPosition($0.partition, .offset($0.offset)) })
                let partitions = Set(places.map(\.partition))
                // Arrivals of other partitions came meanwhile, and will not come again.
                keeper.dropArrivals(of: partitions)
                batch.removeAll(in: partitions)
            case .readLogs(let partitions): return .logs(try logs(of: partitions))
            case .restart(let places):
                try consumer.restart(places.map { PartitionPosition($0.partition, .offset($0.offset)) })
                // What came of them meanwhile comes again.
                keeper.dropArrivals(of: Set(places.map(\.partition)))
            default: break
            }
            return .done
        } catch {
            return .failed(error)
        }
    }

    private func logs(of partitions: [TopicPartition]) throws(KafkaError) -> LogView {
        let timeout = Duration.seconds(2)
        let all = try consumer.metadata(of: configuration.inputTopic, timeout: timeout).partitions
        let entries = try consumer.committedEntries(all, timeout: timeout)
        let owned = partitions.filter { consumer.owns($0) }
        let bounds = try consumer.logBounds(of: owned, timeout: timeout)
        var positions: [TopicPartition: Int64] = [:]
        for partition in owned {
            let waiting = keeper.arrivalRanges.first { $0.partition == partition && $0.count > 0 }
            positions[partition] = waiting?.firstOffset ?? consumer.nextOffset(of: partition)
        }
        return LogView(
            partitionCount: all.count,
            bounds: bounds,
            entries: entries,
            positions: positions,
            knownEnds: ends
        )
    }
}
