// How the observer of a worker that ends with its input finds out that it may. The observer's thread.

internal import Kafka

extension ClusterObserver {
    /// Asks whether the group has committed all that was there at the start, whichever of its members did, and ends the
    /// worker if so.
    ///
    /// - Parameters:
    ///   - inputs: The topics of the input, all of them.
    ///   - consumer: The observer's.
    ///   - reader: One that sees records of open transactions.
    func lookAtBacklog(of inputs: [TopicMetadata], _ consumer: Consumer, _ reader: Consumer) {
        guard !stop.isRequested, !backlog.isDone else { return }
        let places = backlog.ends == nil ? inputs.flatMap(\.partitions) : backlog.open
        do throws(KafkaError) {
            // What stands behind an open transaction was there, too.
            let logs = try reader.logBounds(of: places, timeout: ClusterObserver.patience)
            guard logs.count == places.count else { return }
            if backlog.ends == nil { backlog.begin(logs) }
            let committed = try consumer.committed(backlog.open, timeout: ClusterObserver.patience)
            let still = backlog.look(committed: committed, logs)
            try read(still, consumer) { place, answer in
                switch answer(0) {
                case .nothing(from: _, let end): backlog.pass(place, to: end)
                case .record(from: _, let offset, time: _): backlog.pass(place, to: offset)
                }
            }
        } catch {
            // The questions that every worker asks name who does not answer; the next look asks again.
            return
        }
        if backlog.isDone { onEmpty() }
    }
}
