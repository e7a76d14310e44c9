// Collects batches, record by record, and lets through only what is owned and new.
// Built on rd_kafka_consumer_poll alone: the library's batch calls lose records during rebalances before 2.1.0.
// Runs on the consumer's thread; rebalances and events are handled inside.

internal import CRdKafka

extension Consumer {
    /// Adds records to a batch until a limit is reached, none comes any more, or the condition says stop.
    ///
    /// A batch that holds records already is filled up; their waiting time starts now. If it is full to begin with, use
    /// `serve` instead. Records of partitions that
    /// are taken away meanwhile are dropped from the batch, those of other partitions stay. Unless it is to stop, polls
    /// at least once. An error ends the collection, but for that of a partition whose position is not in its log.
    ///
    /// - Parameters:
    ///   - batch: Takes the records.
    ///   - limits: When the batch is full enough.
    ///   - isStopping: Asked at least every 100 ms and every 64 records.
    /// - Returns: All that arrived besides records.
    /// - Throws: Only if the consumer is closed.
    public func collect(
        into batch: inout MessageBatch,
        limits: BatchLimits,
        isStopping: () -> Bool = { false }
    ) throws(KafkaError) -> CollectionOutcome {
        let client = try open("collect")
        var outcome = CollectionOutcome()
        let started = ContinuousClock.now
        var firstArrival = batch.isEmpty ? nil : started
        var untilCheck = 0
        var wait: Int32 = 0
        var isFirstPoll = true
        wakeFetching(client)

        while true {
            if untilCheck == 0 {
                let end = firstArrival.map { $0 + limits.maxWait } ?? started + limits.idleWait
                let remaining = end - ContinuousClock.now
                if isStopping() || (remaining <= .zero && !isFirstPoll) { return outcome }
                wait = min(remaining, Self.longestWait).libraryMilliseconds
                untilCheck = Self.pollsBetweenChecks
                isFirstPoll = false
            }
            untilCheck -= 1
            switch poll(client, wait: wait, into: &batch, &outcome) {
            case .nothing:
                untilCheck = 0
                if batch.isEmpty { firstArrival = nil }
            case .record:
                if firstArrival == nil || batch.count == 1 {
                    firstArrival = ContinuousClock.now
                    untilCheck = 0
                }
                if batch.count >= limits.maxMessages || batch.byteCount >= limits.maxBytes { return outcome }
            case .error: return outcome
            }
        }
    }

    /// Polls once without waiting, so that a pending rebalance and events are handled.
    ///
    /// The library may hand out a record with it: that is added to the batch, over its limits if need be.
    public func serve(into batch: inout MessageBatch) throws(KafkaError) -> CollectionOutcome {
        let client = try open("serve")
        var outcome = CollectionOutcome()
        _ = poll(client, wait: 0, into: &batch, &outcome)
        return outcome
    }

    private static var longestWait: Duration { .milliseconds(100) }
    private static var pollsBetweenChecks: Int { 64 }

    private enum Arrival {
        case nothing
        case record
        case error
    }

    /// Polls once and books what arrives.
    private func poll(
        _ client: Client,
        wait: Int32,
        into batch: inout MessageBatch,
        _ outcome: inout CollectionOutcome
    ) -> Arrival {
        // SAFETY: the client is alive. A message is ours from the poll on: given to the batch, or destroyed here.
        var polled = unsafe rd_kafka_consumer_poll(client.pointer, 0)
        // Asked to wait, the library reads the clock four times even if a record is at hand, else once.
        if unsafe polled == nil, wait > 0, !client.context.tracker.hasRevocations {
            let wait = wakeFetching(client, wait)
            unsafe polled = rd_kafka_consumer_poll(client.pointer, wait)
        }
        if client.context.tracker.hasRevocations {
            let revoked = client.context.tracker.takeRevocations()
            outcome.revokedCount += batch.removeAll(in: revoked)
            outcome.revokedPartitions.formUnion(revoked)
            outcome.forget(revoked)
        }
        guard let message = unsafe polled else { return .nothing }
        guard unsafe message.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR else {
            defer { unsafe rd_kafka_message_destroy(message) }
            return unsafe book(message, of: client, &outcome)
        }
        let run = unsafe batch.run(of: message) { client.context.tracker.slot(of: $0) }
        let offset = unsafe message.pointee.offset
        switch client.context.tracker.admit(offset: offset, slot: batch.runs[run].slot) {
        case .expected: break
        case .afterGap(let expected):
            outcome.gaps.append(.init(partition: batch.runs[run].partition, expected: expected, found: offset))
        case .duplicate:
            outcome.duplicateCount += 1
            unsafe rd_kafka_message_destroy(message)
            return .nothing
        case .notOwned:
            outcome.revokedCount += 1
            unsafe rd_kafka_message_destroy(message)
            return .nothing
        }
        unsafe batch.append(message, run: run, from: client)
        return .record
    }

    /// Books what the library reports in the form of a message with an error.
    @unsafe
    private func book(
        _ message: UnsafeMutablePointer<rd_kafka_message_t>,
        of client: Client,
        _ outcome: inout CollectionOutcome
    ) -> Arrival {
        // SAFETY: the message is alive; its topic may be NULL; its payload, if any, is the text, not always NUL-ended.
        let code = unsafe KafkaErrorCode(message.pointee.err)
        let partition = unsafe message.pointee.rkt.map { topic in
            unsafe TopicPartition(String(cString: rd_kafka_topic_name(topic)), message.pointee.partition)
        }
        if code == .partitionEnd, let partition {
            unsafe outcome.partitionEnds.append(.init(partition, message.pointee.offset))
            return .nothing
        }
        let text = unsafe message.pointee.payload.map { payload in
            unsafe String(decoding: UnsafeRawBufferPointer(start: payload, count: message.pointee.len), as: UTF8.self)
        }
        let error =
            code == .fatal
            ? unsafe ClientCallbacks.fatalError(of: client.pointer, "consume")
            : KafkaError(code: code, operation: "consume", message: text)
        outcome.errors.append(ConsumerError(error: error, partition: partition))
        // Partitions without a position come one after the other, and are dealt with together.
        return code == .autoOffsetReset ? .nothing : .error
    }
}
