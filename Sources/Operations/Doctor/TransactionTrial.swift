// Tries on a scratch topic what exactly-once rests on: a commit is seen, an abort is not, offsets come with the commit,
// and a second producer fences the first. One thread.

internal import Kafka
internal import Worker

struct TransactionTrial {
    let configuration: WorkerConfiguration
    let topic: String
    private var timeout: Duration { configuration.patience.limit }
    private var subject: String { "transaction on \(topic)" }

    func findings() -> [Finding] {
        do {
            do {
                return try attempt()
            } catch let error as KafkaError where error.code.isFencing {
                // Brokers end a transaction that is open for longer than its time, as one may be where a machine stands
                // still, and fence its producer: that says nothing of the cluster.
                return try attempt()
            }
        } catch let error as KafkaError {
            let id = ClientSettings.doctorTransactionalID(configuration)
            return [Finding(subject, error, Rights(topic: (topic, "Write"), transactionalID: id), configuration)]
        } catch {
            return [Finding(subject, .fault, "\(error)", advice: "see the settings for librdkafka")]
        }
    }

    private func attempt() throws -> [Finding] {
        let first = try makeProducer()
        defer { first.close(within: .zero) }
        try first.initTransactionsPatiently(within: timeout)
        let handle = try first.topic(topic)
        try first.prewarm(handle, timeout: timeout)
        let sent = SystemClock.epochMilliseconds
        // The commit first: it says that a topic may not be written, an abort only that there is no transaction.
        let marks = [
            try send("committed", first, handle, commits: true), try send("aborted", first, handle, commits: false),
        ]
        var findings = [Finding(subject, .good, "committed, and aborted another")]
        findings += reading(marks, since: sent)
        findings.append(try fence(first, handle))
        return findings
    }

    /// Sends one record in a transaction of its own; a mark that tells it from others.
    private func send(_ word: String, _ producer: Producer, _ handle: TopicHandle, commits: Bool) throws -> String {
        let mark = "\(word)-\(UInt64.random(in: .min ... .max))"
        try producer.beginTransaction()
        if case .refused(let error) = producer.produce(to: handle, partition: 0, value: mark.utf8.span) { throw error }
        guard producer.flush(timeout: timeout) else { throw KafkaError(code: .timedOut, operation: "produce") }
        if commits {
            try producer.commitTransaction(timeout: timeout)
        } else {
            try producer.abortTransaction(timeout: timeout)
        }
        return mark
    }

    /// What a reader of committed records sees, and what the time of the last record says of the brokers' clock.
    private func reading(_ marks: [String], since sent: Int64) -> [Finding] {
        do {
            let (seen, time) = try read(marks)
            guard !seen.isEmpty else {
                let detail = "what was committed was not read within \(configuration.patience.whole)"
                return [Finding(subject, .unknown, detail, advice: "try again")]
            }
            let clock = ClusterRules.clock(time, between: sent, and: SystemClock.epochMilliseconds)
            guard seen != ["committed"] else {
                return [clock, Finding(subject, .good, "readers of committed records see the one and not the other")]
            }
            let words = "readers of committed records see \(seen.joined(separator: " and "))"
            let advice = "these brokers do not isolate transactions: use --delivery at-least-once"
            return [clock, Finding(subject, .fault, words, advice: advice)]
        } catch let error as KafkaError {
            // That the scratch topic cannot be read says nothing of the worker's own.
            var finding = Finding(subject, error, Rights(topic: (topic, "Read")), configuration)
            finding.verdict = .unknown
            return [finding]
        } catch {
            return [Finding(subject, .unknown, "\(error)", advice: "see the settings for librdkafka")]
        }
    }

    /// The words of those marks that a reader of committed records sees, and the time of the last such record.
    private func read(_ marks: [String]) throws -> ([String], RecordTimestamp?) {
        var settings = ClientSettings.inspector(configuration, group: configuration.groupID)
        settings.set("enable.partition.eof", "true")
        let consumer = try Consumer(settings)
        defer { consumer.close(within: .seconds(5)) }
        let place = TopicPartition(topic, 0)
        let end = try consumer.bounds(of: [place], .end, timeout: timeout)[place] ?? 0
        try consumer.assign([PartitionPosition(place, .offset(max(0, end - 20)))])
        var seen: [String] = []
        var time: RecordTimestamp?
        let deadline = ContinuousClock.now + timeout
        while ContinuousClock.now < deadline {
            var batch = MessageBatch()
            let outcome = try consumer.collect(
                into: &batch,
                limits: BatchLimits(maxMessages: 100, maxWait: .milliseconds(100))
            )
            for index in 0..<batch.count {
                let value = batch.withPayload(at: index) { $0?.text ?? "" }
                guard marks.contains(value) else { continue }
                seen += value.split(separator: "-").prefix(1).map(String.init)
                time = batch.timestamp(at: index)
            }
            if let failure = outcome.errors.first(where: { $0.error.code.isAuthorization }) { throw failure.error }
            if !outcome.partitionEnds.isEmpty { break }
        }
        return (seen, time)
    }

    private func makeProducer() throws -> Producer {
        let id = ClientSettings.doctorTransactionalID(configuration)
        return try Producer(ClientSettings.transactionalProducer(configuration, id: id, "doctor"))
    }

    /// Lets a second producer take the id over, and looks whether the first one notices.
    private func fence(_ first: Producer, _ handle: TopicHandle) throws -> Finding {
        let second = try makeProducer()
        defer { second.close(within: .zero) }
        try second.initTransactionsPatiently(within: timeout)
        do {
            _ = try send("fenced", first, handle, commits: true)
        } catch let error as KafkaError {
            guard error.code.isFencing || error.isFatal else { throw error }
            return Finding(subject, .good, "a producer that was replaced is fenced")
        }
        let advice = "these brokers do not fence: use --delivery at-least-once"
        return Finding(subject, .fault, "a producer that was replaced can still commit", advice: advice)
    }
}
