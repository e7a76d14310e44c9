// A lane delivers: an attempt at the batch, or at a part of it, is begun, normalized and sent, and committed with its
// offsets. The lane's thread.

internal import Delivery
internal import Kafka

extension Lane {
    /// Polls the consumer while brokers are waited for.
    func waited(_ answer: Answer) -> Answer {
        switch answer {
        case .pending, .failed: _ = keeper.wait()
        default: break
        }
        return answer
    }

    /// Takes the membership that the attempt presents, and begins it.
    func begin() -> Answer {
        // The only error is that of a closed consumer.
        guard let membership = try? consumer.groupMetadata() else {
            return .notMember(KafkaError(code: .unknownMember, operation: "group metadata"))
        }
        batch.attempt = OpenAttempt(membership: membership)
        return producer.begin()
    }

    /// Normalizes the first `count` records and sends what becomes of them.
    func send(_ count: Int) -> Answer {
        let started = ContinuousClock.now
        let counts = normalizer.send(batch.records, first: count, batch.refusals, to: producer.sender, books.heartbeat)
        let sent = ContinuousClock.now
        books.state.timings.add(.normalize, sent - started)
        FaultPoint.pass(.recordsSent)
        let partitions = counts.partitions(of: batch.records)
        let steps = assignment.steps(after: partitions, isWhole: count == batch.records.count)
        batch.attempt?.counts = counts
        batch.attempt?.partitions = partitions
        batch.attempt?.steps = steps
        batch.attempt?.sent = sent
        if let error = counts.failure { return .failed(error) }
        let offsets = assignment.offsets(after: partitions, steps)
        let read = Dictionary(uniqueKeysWithValues: partitions.map { ($0.partition, $0.counts.read) })
        let records = offsets.map { SentRecords($0.partition, count: read[$0.partition] ?? 0, next: $0.offset) }
        return .sent(records, offsets: offsets)
    }

    /// Gives the attempt up, and tells what its refusals have shown.
    func abort() -> Answer {
        let answer = producer.abort()
        for (remedy, error) in producer.takeRemedies() {
            context.log.write(.boundFound(lane: number, remedy: "\(remedy)", error: error))
        }
        return answer
    }

    func sendOffsets(_ offsets: [TopicPartitionOffset]) -> Answer {
        guard let attempt = batch.attempt else { return .failed(KafkaError(code: .state, operation: "send offsets")) }
        return producer.sendOffsets(offsets, attempt.membership)
    }
}
