// Hands a batch over: attempts at all of it, at ever fewer records while one that brokers refuse is looked for, until
// everything is committed or is to be read again. The lane's thread.

internal import Kafka

extension Lane {
    /// Delivers and commits the batch; what is left in it afterwards will be read again.
    func handOver() throws(LaneFailure) {
        refusals.removeAll()
        size.beginBatch()
        while !batch.isEmpty || ranges.contains(where: \.hasNewEnd) {
            guard try shutOutLateRequests() else {
                isUndrained = true
                return
            }
            let count = size.next(of: batch.count)
            let started = ContinuousClock.now
            var counts = BatchCounts(rangeCount: 0)
            guard let failure = attempt(count, &counts) else {
                accept(count, counts)
                // While the commit was waited for, the group may have taken away what is left of the batch.
                dropRevoked()
                continue
            }
            books.report.aborted += 1
            log.write(.attemptFailed(lane: number, records: count, error: failure.error.description))
            unsettled = failure.isOutcomeUnknown ? count : 0
            if stop.hasExpired {
                isUndrained = true
                return
            }
            guard try recover(failure, count, counts, started) else { return }
        }
    }

    /// Sends the first `count` records and commits them.
    ///
    /// - Returns: nil if all of it counts, else the failure; the attempt is then given up already.
    private func attempt(_ count: Int, _ counts: inout BatchCounts) -> DeliveryFailure? {
        guard let membership = membership() else {
            return DeliveryFailure(.resume, KafkaError(code: .unknownMember, operation: "group metadata"))
        }
        guard isClaimHeld() else {
            return DeliveryFailure(.resume, KafkaError(code: .assignmentLost, operation: "read committed offsets"))
        }
        do throws(DeliveryFailure) {
            try delivery.begin()
            let started = ContinuousClock.now
            counts = normalizer.send(batch, first: count, refusals, to: delivery.sender)
            let sent = ContinuousClock.now
            books.state.timings.add(.normalize, sent - started)
            FaultPoint.pass(.recordsSent)
            if let error = counts.failure {
                throw DeliveryFailure(error, .send)
            }
            try delivery.commit(offsets(first: count, counts), membership: membership)
            books.state.timings.add(.commit, .now - sent)
            FaultPoint.pass(.committed)
            return nil
        } catch {
            guard error.recovery != .renewProducer, error.recovery != .giveUp else { return error }
            do throws(DeliveryFailure) {
                try delivery.abandon()
                var failure = error
                // By now all reports are in. They name the cause where the transaction only says that it failed.
                if failure.recovery == .retryBatch, let cause = delivery.sender.recovery {
                    failure.recovery = cause
                    if failure.error.code == .state || cause == .giveUp { failure.error = delivery.sender.failure }
                }
                return failure
            } catch let abortFailure {
                // If the attempt does not count, only a new producer can say so to the brokers.
                return DeliveryFailure(
                    .renewProducer,
                    abortFailure.error,
                    isOutcomeUnknown: error.isOutcomeUnknown
                )
            }
        }
    }

    /// The consumer's membership of this moment; nil while it is in no group.
    ///
    /// One that takes its partitions itself has none.
    func membership() -> GroupMetadata? {
        guard ranges.isEmpty else { return GroupMetadata(ofGroup: configuration.groupID) }
        // The only error is that of a closed consumer.
        return try? consumer.groupMetadata()
    }

    /// Takes what is no longer ours out of the batch.
    func dropRevoked() {
        let revoked = keeper.takeRevoked()
        batch.removeAll(in: revoked)
        forget(revoked)
    }

    /// Forgets what is known of partitions that were taken away.
    func forget(_ partitions: Set<TopicPartition>) {
        guard !partitions.isEmpty else { return }
        begun.subtract(partitions)
        committed.forget(partitions)
        for partition in partitions {
            restarted[partition] = nil
            astray[partition] = nil
            foreign[partition] = nil
        }
    }

    /// Books the first `count` records as delivered and takes them from the batch.
    func accept(_ count: Int, _ counts: BatchCounts) {
        for (index, range) in batch.partitionRanges.enumerated() where counts.ranges[index].read > 0 {
            let settled = settled(counts.ranges[index], range.partition)
            books.report.partitions[range.partition.partition, default: .init()].add(settled)
            // In a log that was made again it goes back.
            books.report.partitions[range.partition.partition]?.next = settled.next
        }
        bookProgress(count, counts)
        books.report.batches += 1
        books.report.ignoredHeaders += counts.ignoredHeaders
        books.report.deadLetterReasons.merge(counts.reasons, uniquingKeysWith: +)
        books.report.layoutMisses.merge(counts.layoutMisses, uniquingKeysWith: +)
        books.report.inputBytes += counts.inputBytes
        books.report.outputBytes += counts.outputBytes
        books.state.timings.records.add(Double(count))
        if counts.ignoredHeaders > 0 { log.write(.headerIgnored(name: normalizer.lastIgnoredHeader)) }
        bookRanges(count, counts)
        renewals = 0
        keeper.noteProgress()
        size.succeeded(count)
        batch.removeFirst(count)
        log.write(.batchCommitted(lane: number, records: count))
    }

    /// The counts of a partition with what lies between its records.
    private func settled(_ counts: PartitionCounts, _ partition: TopicPartition) -> PartitionCounts {
        guard ranges.isEmpty else { return counts }
        var counts = counts
        tellForeignOffset(of: partition)
        let (skipped, unexplained) = committed.commit(partition, read: counts.read, to: counts.next)
        counts.skipped = skipped - unexplained
        counts.unexplained = unexplained
        if unexplained != 0 {
            log.write(.ledgerDiffers(lane: number, place: "\(partition)@\(counts.next)", unexplained: unexplained))
        }
        return counts
    }
}
