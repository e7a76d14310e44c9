// What the delivery's machine has to say, as counts and events; and what its end means for the worker. The lane's
// thread.

internal import Delivery
internal import Kafka

extension Lane {
    /// Books and logs a note.
    func tell(_ note: Note) {
        switch note {
        case .attemptFailed(let records, let error):
            books.report.aborted += 1
            log.write(.attemptFailed(lane: number, records: records, error: error.description))
        case .outcomeUnknown(let records): unsettled = records
        case .outcomeSettled(let outcome, let records):
            books.report.unknownOutcomes += 1
            log.write(.outcomeSettled(lane: number, committed: outcome.text))
            if outcome == .unknown { books.report.unsettledRecords += records }
            unsettled = 0
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
            let place = "\(batch.topicPartition(at: 0))@\(batch.offset(at: 0))"
            log.write(.recordRefused(lane: number, place: place, error: code.name))
        case .consumerFailed(let error): log.write(.consumerFailed(lane: number, error: error.description))
        case .startCorrected(let partition, let found, let committed):
            log.write(.startCorrected(lane: number, place: "\(partition)@\(found)", committed: committed))
        case .startChosen(let partition, let start):
            log.write(.startChosen(lane: number, place: "\(partition)@\(start)"))
        case .logGap(let partition, let gone):
            books.report.partitions[partition.partition, default: .init()].lose(gone)
            log.write(.logGap(lane: number, partition: "\(partition)", from: gone.lowerBound, to: gone.upperBound))
        case .logReplaced(let partition, let start):
            books.report.replacedLogs += 1
            ends[partition] = nil
            log.write(.logReplaced(lane: number, partition: "\(partition)", start: start))
        case .foreignOffset(let partition, let committed, let found):
            books.report.foreignOffsets += 1
            log.write(
                .foreignOffset(lane: number, partition: "\(partition)", committed: committed, found: found)
            )
        case .ledgerDiffers(let partition, let next, let unexplained):
            log.write(.ledgerDiffers(lane: number, place: "\(partition)@\(next)", unexplained: unexplained))
        case .settled: endWaiting()
        }
    }

    /// What the machine's end means for the worker.
    ///
    /// - Returns: nil if there is nothing to tell.
    func conclude(_ end: LaneEnd) throws(LaneFailure) -> LaneFailure? {
        switch end {
        case .drained(let isWhole):
            return isWhole ? nil : .kafka("the last batch was not delivered in time; it will be read again")
        case .renewed(.credentials): throw .credentialsChanged
        case .renewed(.clock): throw .clockSetBack
        case .claimLost: throw .claimLost
        case .claimInterrupted(let text): throw .claimInterrupted(text)
        case .misfit(let error): throw Lane.explain(error)
        case .failed(let text): throw .kafka(text)
        }
    }

    /// What to tell about an error that this process cannot help.
    private static func explain(_ error: KafkaError) -> LaneFailure {
        switch error.code {
        case .unsupportedFeature:
            .configuration(["--delivery exactly-once: \(error.message); use --delivery at-least-once"])
        case .unsupportedCompression:
            .configuration(
                [
                    "--kafka producer.compression.type: these brokers do not take what is set, or lz4 if nothing is; "
                        + "try --kafka producer.compression.type=gzip, or none"
                ]
            )
        case .invalidTransactionTimeout:
            .configuration(["--transaction-timeout: longer than the cluster's transaction.max.timeout.ms"])
        default: .kafka(error.description)
        }
    }
}
