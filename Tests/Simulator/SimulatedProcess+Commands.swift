// The commands of the machine, each a call of a client.

internal import Delivery
internal import Kafka
internal import Simulation

extension SimulatedProcess {
    func carryOut(_ command: Command) {
        switch command {
        case .makeProducer:
            makeProducer()
            soon(.done)
        case .initTransactions:
            guard isTransactional else { return soon(.done) }
            wait(500, .failed(Self.timedOut("init transactions"))) { [self] in answer(producer.initTransactions()) }
        case .startReading:
            consumer.subscribe()
            health.start()
            soon(.joined(keepsOffsets: true))
        case .collect: collect()
        case .begin: beginAttempt()
        case .send(let count): send(count)
        case .sendOffsets, .commitTransaction, .abort: endTransaction(command)
        case .flush, .finishEarlierCommit, .commitOffsets: acknowledge(command)
        case .accept(let count, _):
            health.accept(batch.map { Self.name($0.place) })
            drop(first: count)
            world.batches += 1
            world.lastProgress = world.now
            soon(.held(held))
        case .refuseFirst(let code):
            guard let first = batch.first,
                refused.insert(PartitionOffset(first.place, first.run.first)).inserted
            else { return soon(.failed(KafkaError(code: code, operation: "deliver"))) }
            soon(.done)
        case .serve:
            poll()
            soon(.held(held))
        case .drop(let partitions):
            batch.removeAll { partitions.contains(Self.name($0.place)) }
            soon(.held(held))
        case .wait(let milliseconds, let endsAtStop):
            let end = world.now + milliseconds
            wait(milliseconds, .done) { [self] in
                health.wait(for: machine.awaited)
                if waitingSince.map({ world.now - $0 >= 1000 }) ?? false { poll() }
                return endsAtStop && isStopping || world.now >= end ? .done : nil
            }
        case .readCommitted, .readLastCommitted, .readLogs, .seek, .restart: ask(command)
        case .end(let end):
            consumer.close()
            producer.close()
            plainProducer.close()
            health.observer.close()
            worker.ended(end)
        }
    }

    private func beginAttempt() {
        guard let current = consumer.membership else {
            return soon(.notMember(KafkaError(code: .unknownMember, operation: "group metadata")))
        }
        membership = world.settings.presentsMembership ? current : .none
        guard isTransactional else {
            plainProducer.begin()
            return soon(.done)
        }
        soon(producer.begin().map { .failed($0) } ?? .done)
    }

    private func endTransaction(_ command: Command) {
        switch command {
        case .sendOffsets(let offsets):
            let places = offsets.map { PartitionOffset(Self.id($0.partition), $0.offset) }
            wait(100, .pending) { [self] in answer(producer.sendOffsets(places, membership)) }
        case .commitTransaction:
            wait(500, .failed(Self.timedOut("commit transaction"), self.producer.reports)) { [self] in
                answer(producer.commit())
            }
        default:
            guard isTransactional else {
                plainProducer.purge()
                return soon(.aborted(plainProducer.reports))
            }
            wait(500, .failed(Self.timedOut("abort transaction"))) { [self] in
                guard let result = producer.abort() else { return nil }
                return result.map { .failed($0) } ?? .aborted(producer.reports)
            }
        }
    }

    private func answer(_ result: KafkaError??) -> Answer? {
        guard let result else { return nil }
        return result.map { .failed($0, self.producer.reports) } ?? .done
    }

    // MARK: - At least once

    private func acknowledge(_ command: Command) {
        switch command {
        case .flush:
            wait(100, .pending) { [self] in
                guard plainProducer.flush() else { return nil }
                let reports = plainProducer.reports
                return reports.error.map { .failed($0, reports) } ?? .done
            }
        case .finishEarlierCommit:
            wait(100, .pending) { [self] in
                guard let earlier = offsetCommit else { return .done }
                guard earlier.result != nil else { return nil }
                offsetCommit = nil
                return .done
            }
        case .commitOffsets(let offsets):
            if offsetCommit == nil { commit(offsets.map { PartitionOffset(Self.id($0.partition), $0.offset) }) }
            wait(100, .pending) { [self] in
                guard let result = offsetCommit?.result else { return nil }
                offsetCommit = nil
                guard let error = result else { return .done }
                // The group waits for this consumer, too.
                if error.code == .rebalanceInProgress { poll() }
                return .failed(error)
            }
        default: break
        }
    }

    /// Commits offsets by themselves, as a member of the generation of this moment.
    private func commit(_ offsets: [PartitionOffset]) {
        let commit = OffsetCommit()
        offsetCommit = commit
        let request = Request.offsetCommit(group: World.group, consumer.membership ?? .none, offsets)
        world.send(request, from: client) { [weak self] response in
            commit.result =
                switch response {
                case nil:
                    .some(KafkaError(code: .transport, operation: "commit offsets", isRetriable: true))
                case .failed(let error)?:
                    .some(
                        KafkaError(
                            code: SimulatedProducer.code(error),
                            operation: "commit offsets",
                            isRetriable: error == .unstableOffsetCommit
                        )
                    )
                default: .some(nil)
                }
            self?.poke()
        }
    }
}
