// Where the reading of a partition begins. librdkafka asks the group for that offset; an answer that it is not settled yet, because
// a transaction is open, it takes for none if the assignment changed meanwhile, and begins where auto.offset.reset says
// (rd_kafka_assignment_apply_offsets). So the group is asked once more before the first records count. The lane's thread.

internal import Kafka

extension Lane {
    /// Reads partitions from the group's offset whose first records since they came are in the batch and begin elsewhere.
    ///
    /// An offset outside of the log does not count, nor does none: there auto.offset.reset has decided.
    func checkStarts() throws(LaneFailure) {
        guard ranges.isEmpty else { return }
        var first: [TopicPartition: Int64] = [:]
        for place in batch.partitionRanges where place.count > 0 && !begun.contains(place.partition) {
            if first[place.partition] == nil { first[place.partition] = place.firstOffset }
        }
        guard !first.isEmpty else { return }
        guard let committed = try committedOffsets(Array(first.keys)) else {
            batch.removeAll()
            return
        }
        var starts: [TopicPartition: Int64] = [:]
        for (partition, offset) in first {
            guard let start = committed[partition], start != offset, try isInLog(start, of: partition) else { continue }
            starts[partition] = start
            log.write(.startMended(lane: number, place: "\(partition)@\(offset)", committed: start))
        }
        begun.formUnion(first.keys)
        if !starts.isEmpty {
            books.report.resumed += 1
            let sought = try seek(to: starts)
            keeper.dropArrivals(of: sought)
            batch.removeAll(in: Set(starts.keys))
        }
        // The consumer may have been polled meanwhile.
        dropRevoked()
    }

    /// Whether an offset lies within a partition, its end included; false once the time for draining is over.
    private func isInLog(_ offset: Int64, of partition: TopicPartition) throws(LaneFailure) -> Bool {
        while !keeper.hasLost(partition) {
            do throws(KafkaError) {
                let marks = try consumer.queryWatermarks(of: partition, timeout: .seconds(5))
                return (marks.low...marks.high).contains(offset)
            } catch {
                guard !error.isFatal else { throw .kafka(error.description) }
                log.write(.consumerFailed(lane: number, error: error.description))
                guard keeper.wait(for: .milliseconds(200)) else { return false }
            }
        }
        return false
    }
}
