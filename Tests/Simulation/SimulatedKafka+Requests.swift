// Which part of the cluster answers a request, and what is checked on the way there.

extension SimulatedKafka {
    mutating func answer(_ request: Request, at now: Int64) -> Response {
        switch request {
        case .append(let partition, let count, let payload):
            topics.withLog(partition) { $0.append(count: count, payload) } ?? .failed(.unknownTopicOrPartition)
        case .produce(let batch): produce(batch, at: now)
        case .fetch(let fetch): self.fetch(fetch)
        case .listOffset(let partition, let bound):
            topics[partition].map { .offset($0.offset(of: bound)) } ?? .failed(.unknownTopicOrPartition)
        case .metadata(let topic): topics.describe(topic)
        case .initProducerID(let id, let timeout, let current):
            transactions.initProducerID(id, timeout: timeout, current: current, settings, at: now)
        case .addPartitionsToTxn(let id, let producer, let partitions):
            partitions.allSatisfy(topics.contains)
                ? refusalOfAdding(transactions.add(partitions, to: id, producer, at: now))
                : .failed(.unknownTopicOrPartition)
        case .addOffsetsToTxn(let id, let producer, let group):
            refusalOfAdding(transactions.add([], groups: [group], to: id, producer, at: now))
        case .txnOffsetCommit(let commit): holdOffsets(commit, at: now)
        case .endTxn(let id, let producer, let commits, let isVersion2):
            transactions.endTxn(
                id,
                producer,
                commits: commits,
                isVersion2: isVersion2 && settings.transactionVersion >= 2,
                settings,
                at: now
            )
        default: answerAboutGroupsAndTopics(request, at: now)
        }
    }

    private mutating func answerAboutGroupsAndTopics(_ request: Request, at now: Int64) -> Response {
        switch request {
        case .joinGroup(let join): groups.join(join, topics: topics, delay: settings.initialRebalanceDelay, at: now)
        case .heartbeat(let group, let membership): groups.heartbeat(group, membership, at: now)
        case .leaveGroup(let group, let member, let instance):
            groups.leave(group, member, instance: instance, topics: topics, at: now)
        case .offsetCommit(let group, let membership, let offsets):
            offsets.allSatisfy { topics.contains($0.partition) }
                ? groups.commit(offsets, of: group, membership, at: now) : .failed(.unknownTopicOrPartition)
        case .offsetFetch(let group, let partitions, let requiresStable):
            groups.fetch(partitions, of: group, requiresStable: requiresStable)
        case .createTopic(let topic, let partitions): topics.create(topic, partitions: partitions)
        case .deleteTopic(let topic): deleteTopic(topic)
        case .createPartitions(let topic, let total): topics.extend(topic, to: total)
        case .deleteRecords(let partition, let offset):
            topics.withLog(partition) { $0.deleteRecords(before: offset) } ?? .failed(.unknownTopicOrPartition)
        case .truncate(let partition, let offset):
            topics.withLog(partition) { $0.truncate(to: offset) }.map { .done } ?? .failed(.unknownTopicOrPartition)
        default: .failed(.unknownTopicOrPartition)
        }
    }

    /// AddPartitionsToTxn and AddOffsetsToTxn below version 2 know no PRODUCER_FENCED.
    private func refusalOfAdding(_ error: ErrorCode?) -> Response {
        error.map { .failed($0 == .producerFenced ? .invalidProducerEpoch : $0) } ?? .done
    }

    private mutating func produce(_ batch: Produce, at now: Int64) -> Response {
        guard let isOpen = topics[batch.partition]?.hasOpenTransaction(of: batch.producer.id)
        else { return .failed(.unknownTopicOrPartition) }
        if let id = batch.transactionalID, !isOpen {
            let isVersion2 = batch.isVersion2 && settings.transactionVersion >= 2
            _ = topics.withLog(batch.partition) { $0.expect(batch) }
            let error =
                isVersion2
                ? transactions.add([batch.partition], to: id, batch.producer, isVersion2: true, at: now)
                : transactions.refusal(of: batch.partition, in: id, batch.producer)
            switch error {
            case nil: break
            case .producerFenced: return .failed(.invalidProducerEpoch)
            case .transactionAbortable: return .failed(.invalidTxnState)
            // Older clients repeat only what they know to be worth repeating.
            case .concurrentTransactions: return .failed(isVersion2 ? .concurrentTransactions : .notEnoughReplicas)
            case let error?: return .failed(error)
            }
        }
        return topics.withLog(batch.partition) { $0.produce(batch) } ?? .failed(.unknownTopicOrPartition)
    }

    private func fetch(_ fetch: Fetch) -> Response {
        if let id = fetch.topicID, id != topics.id(of: fetch.partition.topic) { return .failed(.unknownTopicID) }
        guard let log = topics[fetch.partition] else { return .failed(.unknownTopicOrPartition) }
        return log.fetch(fetch)
    }

    private mutating func holdOffsets(_ commit: TxnOffsetCommit, at now: Int64) -> Response {
        guard commit.offsets.allSatisfy({ topics.contains($0.partition) })
        else { return .failed(.unknownTopicOrPartition) }
        if !groups.hasOpenTransaction(of: commit.producer.id, in: commit.group) {
            let isVersion2 = commit.isVersion2 && settings.transactionVersion >= 2
            let error =
                isVersion2
                ? transactions.add(
                    [],
                    groups: [commit.group],
                    to: commit.transactionalID,
                    commit.producer,
                    isVersion2: true,
                    at: now
                )
                : transactions.refusal(group: commit.group, in: commit.transactionalID, commit.producer)
            switch error {
            case nil: break
            case .producerFenced: return .failed(.invalidProducerEpoch)
            case .transactionAbortable: return .failed(.invalidTxnState)
            case let error?: return .failed(error)
            }
        }
        return groups.hold(commit)
    }

    private mutating func deleteTopic(_ topic: String) -> Response {
        groups.forget(topic: topic)
        return topics.delete(topic)
    }
}
