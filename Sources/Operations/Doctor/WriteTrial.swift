// Tries whether a worker may write: takes over a transactional id, and adds each output to a transaction that is
// aborted before a record of it is sent. These are the calls that `run` makes. Writes nothing but the marker of an
// aborted transaction. One thread.

internal import Kafka
internal import Worker

struct WriteTrial {
    private let configuration: WorkerConfiguration
    private let id: String

    init(_ configuration: WorkerConfiguration) {
        self.configuration = configuration
        id = ClientSettings.doctorTransactionalID(configuration)
    }

    /// What was found; to be asked for a delivery with transactions: without, nothing can be tried without writing.
    func findings() -> [Finding] {
        let subject = "transactional id \(id)"
        do throws(KafkaError) {
            let producer = try makeProducer()
            defer { producer.close(within: .zero) }
            try producer.initTransactionsPatiently(within: configuration.patience.limit)
            var findings = [Finding(subject, .good, "may be used")]
            for topic in configuration.outputTopics { findings.append(try tryTopic(topic, producer)) }
            return findings
        } catch {
            return [Finding(subject, error, Rights(transactionalID: id), configuration)]
        }
    }

    private func makeProducer() throws(KafkaError) -> Producer {
        var settings = ClientSettings.transactionalProducer(configuration, id: id, "doctor")
        // A record waits for so long before it is sent, and is dropped by then.
        settings.set("linger.ms", "\(configuration.transactionMilliseconds / 2)")
        do {
            return try Producer(settings)
        } catch {
            throw KafkaError(code: .invalidArgument, operation: "make a producer", message: error.description)
        }
    }

    private func tryTopic(_ topic: String, _ producer: Producer) throws(KafkaError) -> Finding {
        let limit = configuration.patience.limit
        let handle = try producer.topic(topic)
        do throws(KafkaError) {
            try producer.prewarm(handle, timeout: limit)
            try producer.beginTransaction()
            let value: [UInt8] = [0]
            if case .refused(let error) = producer.produce(to: handle, partition: 0, value: value.span) { throw error }
            // The library registers the partition a few milliseconds later.
            producer.poll(timeout: .milliseconds(100))
            // Its answer comes before this one: both are asked of one broker over one connection, and what the first
            // one refused the second one tells.
            let group = GroupMetadata(ofGroup: configuration.groupID + ".doctor")
            let offset = TopicPartitionOffset(TopicPartition(configuration.inputTopic, 0), 0)
            try producer.sendOffsets([offset], groupMetadata: group, timeout: limit)
        } catch {
            try? producer.abortTransaction(timeout: limit)
            // A refusal of the offsets alone says nothing of the topic.
            guard error.code.isAuthorization else { return Finding(topic, error, Rights(), configuration) }
            guard error.code == .topicAuthorizationFailed, error.message.contains("add partition") else {
                return Finding(topic, .good, "may be written")
            }
            return Finding(topic, error, Rights(topic: (topic, "Write")), configuration)
        }
        try producer.abortTransaction(timeout: limit)
        return Finding(topic, .good, "may be written")
    }
}

extension Producer {
    /// Takes over the `transactional.id`, which a coordinator that has just begun to be one is asked for again.
    func initTransactionsPatiently(within limit: Duration) throws(KafkaError) {
        let end = ContinuousClock.now + limit
        while true {
            do throws(KafkaError) {
                return try initTransactions(timeout: max(.milliseconds(250), end - .now))
            } catch {
                guard error.isRetriable || error.code.isCoordinatorMoving, !error.isFatal, ContinuousClock.now < end
                else {
                    throw error
                }
                poll(timeout: .milliseconds(250))
            }
        }
    }
}

extension Finding {
    init(_ subject: String, _ error: KafkaError, _ rights: Rights, _ configuration: WorkerConfiguration) {
        if let missing = rights.missing(error.code) {
            self.init(subject, .fault, "not allowed: \(missing.text)", advice: missing.command(configuration))
            return
        }
        let advice =
            switch error.code {
            case .unsupportedFeature: "use --delivery at-least-once"
            case .invalidTransactionTimeout: "lower --transaction-timeout"
            case .unknownTopicOrPartition, .unknownTopic: "create the topic"
            default: error.isRetriable ? "try again" : "see the error"
            }
        self.init(subject, .fault, error.description, advice: advice)
        isTransient = error.isRetriable
    }

    /// The finding that a question was not answered, or not as a worker needs it.
    init(_ subject: String, _ failure: CommandFailure, _ configuration: WorkerConfiguration) {
        if let missing = failure.missing {
            self.init(subject, .fault, "not allowed: \(missing.text)", advice: missing.command(configuration))
        } else {
            self.init(subject, .fault, failure.description, advice: failure.isTransient ? "try again" : "see the error")
        }
        isTransient = failure.isTransient
    }
}
