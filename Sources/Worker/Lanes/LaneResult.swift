// When a lane needs new clients, so that it ends and another one takes its place: librdkafka reads credentials when a
// client is made and never again, and does not notice that the wall clock was set back. And what the end of a lane
// means for its worker.

internal import Delivery
internal import Kafka

/// What a lane's clients were made of, to be seen when it is not so any more.
struct RenewalWatch {
    private let credentials: CredentialFiles
    private let clock: ClockGuard
    /// How often the wall clock had been set back when the lane began.
    private let steps: Int

    /// Looks at files and clock as they are now; to be done before the clients are made.
    init(_ configuration: WorkerConfiguration, _ clock: ClockGuard) {
        credentials = CredentialFiles(configuration.credentialPaths)
        self.clock = clock
        steps = clock.steps
    }

    /// Why the lane needs new clients; nil if it does not.
    ///
    /// New credentials matter once brokers do not let the lane in with the old ones.
    func renewal(_ trouble: LaneTrouble?) -> Renewal? {
        if clock.steps != steps { return .clock }
        guard case .connection = trouble, credentials.haveChanged else { return nil }
        return .credentials
    }
}

struct LaneResult: Sendable {
    enum End: Sendable {
        /// It was asked to stop, and all that it had begun is committed.
        case drained
        /// It needs new clients.
        case renew(Renewal)
        case failed(LaneFailure)
    }

    var report: WorkerReport
    var end: End

    var failure: LaneFailure? {
        if case .failed(let failure) = end { failure } else { nil }
    }
}

extension LaneResult.End {
    /// What the machine's end means for the worker.
    init(_ end: LaneEnd) {
        self =
            switch end {
            case .drained(isWhole: true): .drained
            case .drained(isWhole: false):
                .failed(.kafka("the last batch was not delivered in time; it will be read again"))
            case .renewed(let renewal): .renew(renewal)
            case .misfit(let error): .failed(Self.explain(error))
            case .failed(let text): .failed(.kafka(text))
            }
    }

    /// What to tell about an error that this process cannot help.
    private static func explain(_ error: KafkaError) -> LaneFailure {
        switch error.code {
        case .unsupportedVersion,
            .unsupportedFeature where error.operation == "consume":
            .configuration(
                [
                    "--group-protocol consumer: these brokers do not share out partitions (\(error.message)); "
                        + "use --group-protocol classic, or brokers of Kafka 4.0 or newer"
                ]
            )
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

extension Lane {
    /// Runs a lane, and in its place another one whenever its credentials have changed or the wall clock was set back.
    static func keepRunning(_ number: Int, in context: WorkerContext) -> LaneResult {
        var configuration = context.configuration
        var result = LaneResult(report: WorkerReport(), end: .drained)
        var isReplaced = false
        while true {
            result = Lane.run(number, configuration, in: context, from: result.report)
            guard !context.stop.isRequested else { return result }
            switch result.end {
            case .renew(.clock): continue
            case .renew(.credentials): isReplaced = true
            // Key and certificate are two files: between the two writes they do not fit each other.
            case .failed(.configuration) where isReplaced: context.stop.sleep(for: .seconds(5))
            default: return result
            }
            configuration = context.configuration.withSecretsReadAgain
            context.log.write(.credentialsRead(lane: number))
        }
    }
}
