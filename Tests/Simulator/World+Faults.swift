// What happens to workers, brokers and logs.

internal import Simulation

extension World {
    /// Lets something happen, and again after a while.
    func misbehave() {
        guard !areFaultsOver else { return }
        let worker = workers.randomElement(using: &random)
        let fault = faults.sorted(by: { $0.rawValue < $1.rawValue }).randomElement(using: &random)
        switch fault {
        case .crash:
            worker?.crash()
            count(.crash)
        case .freeze:
            worker?.freeze(for: delay(100, 2 * settings.transactionMilliseconds))
            count(.freeze)
        case .restart:
            worker?.restart()
            count(.restart)
        case .groupAway: stayAway(.group, .groupAway)
        case .oldOffsets: keepPast()
        case .transactionsAway: stayAway(.transactions, .transactionsAway)
        case .leadersAway: stayAway(.leaders, .leadersAway)
        case .slowMarkers:
            count(.slowMarkers)
            kafka.settings.markerDelay = delay(1, 400)
        case .rightTaken: takeRight()
        case .recordsRemoved: removeRecords()
        case .topicMadeAgain: makeAgain()
        case .partitionsAdded: addPartition()
        case .brokenConnection, .lateEnd, .silentEnd, .lostAnswer, .refusedRecord, nil: break
        }
        after(delay(200, 3000)) { [unowned self] in misbehave() }
    }

    private func stayAway(_ service: Service, _ fault: Fault) {
        count(fault)
        say("\(fault.rawValue)")
        hinder(.away(service), for: length)
    }

    /// Lets a coordinator answer from its past, for less than a lane doubts it.
    private func keepPast() {
        count(.oldOffsets)
        say("a coordinator of the group is frozen")
        let past = (kafka: kafka, time: now)
        let life = life
        after(delay(200, 3000)) { [unowned self] in
            guard life == self.life else { return }
            say("it gives old offsets")
            self.past = past
            after(delay(200, 3000)) { [unowned self] in self.past = nil }
        }
    }

    /// How long something lasts: mostly less than a second, seldom longer than anybody may be ready with it.
    private var length: Int64 {
        if chance(20) { return delay(16_000, 40_000) }
        return chance(4) ? delay(1000, 3 * settings.transactionMilliseconds) : delay(50, 1000)
    }

    private func takeRight() {
        guard let right = Right.allCases.randomElement(using: &random) else { return }
        count(.rightTaken)
        say("the right to \(right) is taken")
        hinder(.missing(right), for: length)
    }

    // MARK: - Logs

    /// Removes records from the beginning of a log, read or not.
    private func removeRecords() {
        guard let partition = fed.indices.randomElement(using: &random) else { return }
        let place = PartitionID(World.input, partition)
        let first = committedOffset(place) ?? 0
        guard first < fed[partition] else { return }
        count(.recordsRemoved)
        // Numbers of records are their offsets.
        let start = delay(first + 1, fed[partition])
        say("the records of partition \(partition) before \(start) are removed")
        _ = kafka.handle(.deleteRecords(place, before: start), at: now)
        judge.remove(source(partition), before: start)
    }

    /// Deletes the input topic, and makes it again after a while, which is more than a quarter of a second.
    ///
    /// By the offset that a group has lost, workers know that the topic is another one; a group without one cannot lose
    /// it.
    private func makeAgain() {
        let places = fed.indices.map { PartitionID(World.input, $0) }
        guard !places.isEmpty, places.allSatisfy({ committedOffset($0) != nil }) else { return }
        count(.topicMadeAgain)
        say("the input topic is deleted")
        let partitions = fed.count
        _ = kafka.handle(.deleteTopic(World.input), at: now)
        past = nil
        fed = []
        life += 1
        let time = chance(20) ? delay(16_000, 40_000) : delay(300, 3000)
        hinder(.noTopic, for: time)
        after(time) { [unowned self] in
            say("the input topic is made again")
            _ = kafka.handle(.createTopic(World.input, partitions: partitions), at: now)
            fed = [Int64](repeating: 0, count: partitions)
        }
    }

    private func addPartition() {
        guard (1..<2 * settings.inputPartitions).contains(fed.count) else { return }
        count(.partitionsAdded)
        say("partition \(fed.count) is added to the input topic")
        _ = kafka.handle(.createPartitions(World.input, total: fed.count + 1), at: now)
        fed.append(0)
    }
}

/// What a worker is allowed to do.
enum Right: CaseIterable {
    case writeToTheOutput, readTheInput, readTheGroup, writeTransactions

    /// How brokers refuse a request for want of the right; nil if it does not need it.
    func refusal(of request: Request) -> ErrorCode? {
        switch (self, request) {
        case (.writeToTheOutput, .produce), (.writeToTheOutput, .addPartitionsToTxn),
            (.readTheInput, .listOffset), (.readTheInput, .metadata):
            .topicAuthorizationFailed
        case (.readTheInput, .fetch(let fetch)):
            fetch.partition.topic == World.input ? .topicAuthorizationFailed : nil
        case (.readTheGroup, .joinGroup), (.readTheGroup, .heartbeat), (.readTheGroup, .offsetFetch),
            (.readTheGroup, .offsetCommit), (.readTheGroup, .txnOffsetCommit), (.readTheGroup, .addOffsetsToTxn):
            .groupAuthorizationFailed
        case (.writeTransactions, .initProducerID(.some, _, _)), (.writeTransactions, .addPartitionsToTxn),
            (.writeTransactions, .addOffsetsToTxn), (.writeTransactions, .txnOffsetCommit),
            (.writeTransactions, .endTxn):
            .transactionalIDAuthorizationFailed
        default: nil
        }
    }
}
