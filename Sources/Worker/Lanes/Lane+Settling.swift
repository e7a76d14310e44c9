// A lane settles what became of a batch: it books what was delivered, drops what is not its own any more, and tells
// what the delivery's machine has to say. The lane's thread.

internal import Delivery
internal import Kafka

extension Lane {
    /// Carries out what follows an attempt.
    func settle(_ command: Command) -> Answer {
        switch command {
        case .accept(let count, let settlements): accept(count, settlements)
        case .refuseFirst(let code):
            if batch.refuseFirst(code) { return .done }
            return .failed(KafkaError(code: code, operation: "deliver"))
        case .drop(let partitions): batch.records.removeAll(in: partitions)
        case .serve: keeper.serve()
        case .wait(let milliseconds, let endsAtStop):
            let time = Duration.milliseconds(milliseconds)
            _ = endsAtStop ? keeper.waitUnlessStopping(for: time) : keeper.wait(for: time)
            return .done
        default: break
        }
        return .held(held)
    }

    /// Books the first `count` records as delivered and takes them from the batch.
    private func accept(_ count: Int, _ settlements: [Settlement]) {
        guard let attempt = batch.attempt else { return }
        FaultPoint.pass(.committed)
        books.state.timings.add(.commit, .now - attempt.sent)
        let counts = attempt.counts
        let outcomes = Dictionary(uniqueKeysWithValues: attempt.partitions.map { ($0.partition, $0.counts) })
        for settlement in settlements {
            var settled = outcomes[settlement.partition] ?? PartitionCounts()
            (settled.skipped, settled.unexplained) = (settlement.skipped, settlement.unexplained)
            books.report.partitions[settlement.partition, default: .init()].add(settled)
            // In a log that was made again it goes back.
            if settled.read > 0 { books.report.partitions[settlement.partition]?.next = settled.next }
        }
        noteProgress(attempt.partitions)
        books.report.batches += 1
        books.report.ignoredHeaders += counts.ignoredHeaders
        books.report.deadLetterReasons.merge(counts.reasons, uniquingKeysWith: +)
        books.report.add(counts.rules)
        books.report.layoutMisses.merge(counts.layoutMisses, uniquingKeysWith: +)
        books.report.add(counts.clocks)
        books.report.inputBytes += counts.inputBytes
        books.report.outputBytes += counts.outputBytes
        books.state.timings.records.add(Double(count))
        if counts.ignoredHeaders > 0 { context.log.write(.headerIgnored(name: normalizer.lastIgnoredHeader)) }
        assignment.book(attempt.steps)
        keeper.noteProgress()
        batch.records.removeFirst(count)
        context.log.write(.batchCommitted(lane: number, records: count))
    }

    func take(_ note: Note) {
        let log = context.log
        switch note {
        case .attemptFailed(let records, let error):
            books.report.aborted += 1
            log.write(.attemptFailed(lane: number, records: records, error: error.description))
        case .outcomeUnknown(let records): batch.unsettled = records
        case .outcomeSettled(let outcome, let records):
            books.report.unknownOutcomes += 1
            log.write(.outcomeSettled(lane: number, committed: outcome.text))
            if outcome == .unknown { books.report.unsettledRecords += records }
            batch.unsettled = 0
        case .restarted: books.report.resumed += 1
        case .resumed(let partitions): log.write(.resumed(lane: number, partitions: partitions))
        case .fenced(let error):
            books.report.fenced += 1
            log.write(.fenced(lane: number, error: error.description))
        case .producerRenewed(let error): log.write(.producerRenewed(lane: number, error: error.description))
        case .waitingForOperator(let error):
            log.write(.waitingForOperator(lane: number, error: error.description))
            books.state.trouble = .waitingForOperator(error.description)
            publish(isUrgent: true)
        case .recordRefused(let code):
            let place = "\(batch.records.topicPartition(at: 0))@\(batch.records.offset(at: 0))"
            log.write(.recordRefused(lane: number, place: place, error: code.name))
        case .consumerFailed(let error): log.write(.consumerFailed(lane: number, error: error.description))
        case .startCorrected(let partition, let found, let committed):
            log.write(.startCorrected(lane: number, place: "\(partition)@\(found)", committed: committed))
        case .startChosen(let partition, let start):
            log.write(.startChosen(lane: number, place: "\(partition)@\(start)"))
        case .logGap(let partition, let gone):
            assignment.lose(gone, of: partition)
            books.report.partitions[partition, default: .init()].lose(gone)
            log.write(.logGap(lane: number, partition: "\(partition)", from: gone.lowerBound, to: gone.upperBound))
        case .logReplaced(let partition, let start):
            books.report.replacedLogs += 1
            assignment.logEnds[partition] = nil
            log.write(.logReplaced(lane: number, partition: "\(partition)", start: start))
        case .foreignOffset(let partition, let committed, let found):
            books.report.foreignOffsets += 1
            log.write(.foreignOffset(lane: number, partition: "\(partition)", committed: committed, found: found))
        case .ledgerDiffers(let partition, let next, let unexplained):
            log.write(.ledgerDiffers(lane: number, place: "\(partition)@\(next)", unexplained: unexplained))
        case .settled: endWaiting()
        }
    }
}
