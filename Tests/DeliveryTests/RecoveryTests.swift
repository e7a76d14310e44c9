// The decision about an error, row by row: what the library's verdicts and the step of the delivery lead to.

import Kafka
import Testing

@testable import Delivery

/// An error, its step, and what is to follow.
struct RecoveryRow: Sendable, CustomTestStringConvertible {
    enum Verdict: Sendable {
        case bare
        case retry
        case abort
        case fatal
        /// Fatal and in need of an abort at once, which no library version should say.
        case fatalAbort
    }

    var code: KafkaErrorCode
    var verdict: Verdict
    var step: DeliveryStep
    var timeIsUp = false
    var expected: Recovery
    var why: String

    init(
        _ code: KafkaErrorCode,
        _ verdict: Verdict,
        _ step: DeliveryStep,
        timeIsUp: Bool = false,
        _ expected: Recovery,
        _ why: String
    ) {
        self.code = code
        self.verdict = verdict
        self.step = step
        self.timeIsUp = timeIsUp
        self.expected = expected
        self.why = why
    }

    var error: KafkaError {
        KafkaError(
            code: code,
            operation: "test",
            isRetriable: verdict == .retry,
            isFatal: verdict == .fatal || verdict == .fatalAbort,
            requiresAbort: verdict == .abort || verdict == .fatalAbort
        )
    }

    var testDescription: String { "\(code.name) \(verdict) at \(step)\(timeIsUp ? ", time is up" : ""): \(why)" }
}

@Suite struct RecoveryTests {
    private static let terminal: [RecoveryRow] = [
        .init(.fenced, .fatal, .commitTransaction, .renewProducer, "fenced"),
        .init(.transport, .abort, .commitTransaction, .renewProducer, "no broker has refused: it may be committed"),
        .init(.transport, .abort, .sendOffsets, .retryBatch, "not committed for sure"),
        .init(.state, .abort, .commitTransaction, .retryBatch, "failed before it was committed"),
        .init(.fenced, .abort, .sendOffsets, .renewProducer, "fencing outranks the verdict of an abort"),
        .init(.producerFenced, .abort, .send, .renewProducer, "fencing as Produce reports it"),
        .init(.producerFenced, .fatal, .initTransactions, .renewProducer, "fenced while taking over"),
        .init(.invalidProducerEpoch, .abort, .sendOffsets, .renewProducer, "an old epoch is a fencing"),
        .init(.invalidProducerEpoch, .bare, .send, .renewProducer, "an old epoch without a verdict"),
        .init(.fatal, .fatal, .beginTransaction, .renewProducer, "the client is broken"),
        .init(.outOfOrderSequence, .fatal, .sendOffsets, .renewProducer, "fatal by any code"),
        .init(.invalidTransactionState, .fatal, .commitTransaction, .renewProducer, "fatal by any code"),
        .init(.illegalGeneration, .fatalAbort, .sendOffsets, .renewProducer, "fatal outranks a lost membership"),
        .init(.unknown, .fatalAbort, .commitTransaction, .renewProducer, "fatal outranks an abort"),
        .init(.timedOut, .fatal, .commitTransaction, .renewProducer, "fatal outranks a repetition"),
    ]

    private static let aborts: [RecoveryRow] = [
        .init(.illegalGeneration, .abort, .sendOffsets, .resume, "the group has moved on"),
        .init(.unknownMember, .abort, .sendOffsets, .resume, "the group has moved on"),
        .init(.staleMember, .abort, .sendOffsets, .resume, "the brokers have given the member another epoch"),
        .init(.fencedMember, .abort, .sendOffsets, .resume, "the brokers have put the member out of the group"),
        .init(.unknownTopicOrPartition, .abort, .sendOffsets, .resume, "the next topic of its name would take them"),
        .init(.fencedInstance, .abort, .sendOffsets, .resume, "another member has the instance id"),
        .init(.requestTimedOut, .abort, .commitTransaction, .retryBatch, "transient"),
        .init(.unknown, .abort, .sendOffsets, .retryBatch, "no reason named"),
        .init(.outOfOrderSequence, .abort, .commitTransaction, .retryBatch, "what follows a refused request"),
        .init(.recordTooLarge, .abort, .sendOffsets, .retryBatch, "the reports name the record's fault"),
        .init(.timedOut, .abort, .commitTransaction, .renewProducer, "the outcome is unknown, whoever wants to abort"),
        .init(.timedOut, .abort, .commitTransaction, timeIsUp: true, .renewProducer, "later as well"),
    ]

    private static let operators: [RecoveryRow] = [
        .init(.topicAuthorizationFailed, .abort, .commitTransaction, .awaitOperator, "a right is missing"),
        .init(.groupAuthorizationFailed, .abort, .sendOffsets, .awaitOperator, "a right is missing"),
        .init(.clusterAuthorizationFailed, .abort, .commitTransaction, .awaitOperator, "a right is missing"),
        .init(.transactionalIDAuthorizationFailed, .abort, .send, .awaitOperator, "a right is missing"),
        .init(.topicAuthorizationFailed, .bare, .send, .awaitOperator, "a right is missing"),
        .init(.transactionalIDAuthorizationFailed, .fatal, .initTransactions, .awaitOperator, "a right is missing"),
        .init(.unknownTopic, .bare, .send, .awaitOperator, "the topic is to be made"),
        .init(.unknownPartition, .bare, .send, .awaitOperator, "the topic is to be made larger"),
        .init(.unknownTopicOrPartition, .bare, .send, .awaitOperator, "the topic is to be made"),
        .init(.groupAuthorizationFailed, .bare, .commitOffsets, .awaitOperator, "a right is missing"),
        .init(.topicAuthorizationFailed, .retry, .commitOffsets, .awaitOperator, "a right outranks a repetition"),
    ]

    private static let repetitions: [RecoveryRow] = [
        .init(.timedOut, .retry, .initTransactions, .repeatCall, "brokers are away"),
        .init(.timedOut, .bare, .initTransactions, .repeatCall, "a timeout may be repeated under any verdict"),
        .init(.timedOut, .retry, .sendOffsets, .repeatCall, "within the transaction's time"),
        .init(.timedOut, .retry, .sendOffsets, timeIsUp: true, .retryBatch, "nothing is committed yet"),
        .init(.timedOut, .retry, .commitTransaction, .repeatCall, "within the transaction's time"),
        .init(.timedOut, .retry, .commitTransaction, timeIsUp: true, .renewProducer, "the outcome is unknown"),
        .init(.timedOut, .retry, .abortTransaction, .repeatCall, "within the transaction's time"),
        .init(.timedOut, .retry, .abortTransaction, timeIsUp: true, .renewProducer, "a new producer ends it"),
        .init(.conflict, .retry, .commitTransaction, .repeatCall, "a call is still under way"),
        .init(.transport, .retry, .sendOffsets, .repeatCall, "a broken connection"),
        .init(.requestTimedOut, .retry, .commitOffsets, .repeatCall, "brokers are slow"),
        .init(.timedOut, .retry, .commitOffsets, timeIsUp: true, .resume, "read on from what is committed"),
        .init(.illegalGeneration, .bare, .commitOffsets, .resume, "the group has moved on"),
        .init(.unknownMember, .bare, .commitOffsets, .resume, "the group has moved on"),
        .init(.staleMember, .bare, .commitOffsets, .resume, "the brokers have given the member another epoch"),
        .init(.fencedMember, .bare, .commitOffsets, .resume, "the brokers have put the member out of the group"),
        .init(.rebalanceInProgress, .bare, .commitOffsets, .repeatCall, "the group takes offsets again"),
        .init(.rebalanceInProgress, .bare, .commitOffsets, timeIsUp: true, .resume, "the group moves on"),
    ]

    private static let others: [RecoveryRow] = [
        .init(.state, .bare, .send, .retryBatch, "the transaction has failed already"),
        .init(.state, .bare, .commitTransaction, .renewProducer, "no verdict: treated as fatal"),
        .init(.state, .bare, .beginTransaction, .renewProducer, "no verdict: treated as fatal"),
        .init(.unknown, .bare, .sendOffsets, .renewProducer, "no verdict: treated as fatal"),
        .init(.unknown, .bare, .abortTransaction, .renewProducer, "no verdict: treated as fatal"),
        .init(.invalidTransactionTimeout, .fatal, .initTransactions, .giveUp, "a setting does not fit the cluster"),
        .init(.unsupportedFeature, .fatal, .initTransactions, .giveUp, "a setting does not fit the cluster"),
        .init(.unsupportedFeature, .bare, .initTransactions, .giveUp, "a setting does not fit the cluster"),
        .init(.invalidTransactionTimeout, .abort, .commitTransaction, .retryBatch, "only said while taking over"),
        .init(.fencedInstance, .fatal, .commitOffsets, .giveUp, "the consumer is broken"),
        .init(
            .transactionalIDAuthorizationFailed,
            .fatal,
            .commitTransaction,
            .renewProducer,
            "the producer is broken, and only a new one can try again"
        ),
    ]

    @Test(arguments: terminal + aborts + operators + repetitions + others)
    func anErrorLeadsToOneRecovery(_ row: RecoveryRow) {
        #expect(Recovery.after(row.error, row.step, timeIsUp: row.timeIsUp) == row.expected)
    }

    @Test(arguments: DeliveryStep.allCases.filter { $0 != .commitOffsets })
    func noVerdictEverRepeatsACallOfABrokenProducer(_ step: DeliveryStep) {
        for code in [KafkaErrorCode.timedOut, .transport, .conflict, .state, .unknown, .fatal, .outOfOrderSequence] {
            for timeIsUp in [false, true] {
                let error = RecoveryRow(code, .fatal, step, .giveUp, "").error
                #expect(Recovery.after(error, step, timeIsUp: timeIsUp) == .renewProducer, "\(code.name)")
            }
        }
    }

    @Test(arguments: DeliveryStep.allCases)
    func noCallIsRepeatedWhenItsTimeIsUp(_ step: DeliveryStep) {
        // Taking over an id has no time limit of its own.
        guard step != .initTransactions else { return }
        for code in [KafkaErrorCode.timedOut, .transport, .coordinatorLoading, .conflict] {
            let error = RecoveryRow(code, .retry, step, .giveUp, "").error
            #expect(Recovery.after(error, step, timeIsUp: true) != .repeatCall, "\(code.name)")
        }
    }

    private static let reports: [([KafkaErrorCode], Recovery?)] = [
        ([], nil),
        ([.purgedFromQueue], .retryBatch),
        ([.recordTimedOut, .purgedInFlight], .retryBatch),
        ([.recordTooLarge], .isolate(.recordTooLarge)),
        ([.recordListTooLarge], .isolate(.recordListTooLarge)),
        ([.policyViolation], .isolate(.policyViolation)),
        ([.invalidRecord], .isolate(.invalidRecord)),
        ([.invalidTimestamp], .isolate(.invalidTimestamp)),
        ([.topicAuthorizationFailed, .purgedFromQueue], .awaitOperator),
        ([.purgedFromQueue, .topicAuthorizationFailed], .awaitOperator),
        ([.unknownTopicOrPartition], .awaitOperator),
        ([.unknownTopic], .awaitOperator),
        ([.purgedFromQueue, .unknownTopic, .recordTooLarge], .isolate(.recordTooLarge)),
        ([.unsupportedCompression, .purgedFromQueue], .giveUp),
        ([.unsupportedCompression, .topicAuthorizationFailed], .giveUp),
        ([.unknown, .outOfOrderSequence], .retryBatch),
        ([.producerFenced, .purgedFromQueue], .renewProducer),
        ([.topicAuthorizationFailed, .invalidProducerEpoch], .renewProducer),
    ]

    @Test(arguments: reports)
    func reportsOfRecordsNameTheCause(_ codes: [KafkaErrorCode], _ expected: Recovery?) {
        #expect(Recovery.after(deliveryFailures: codes) == expected)
        #expect(Recovery.after(deliveryFailures: codes.reversed()) == expected)
    }

    @Test func onlyACommitThatNeedsANewProducerHasAnUnknownOutcome() {
        let error = RecoveryRow(.timedOut, .retry, .commitTransaction, .giveUp, "").error
        #expect(DeliveryFailure(error, .commitTransaction, timeIsUp: true).isOutcomeUnknown)
        #expect(!DeliveryFailure(error, .commitTransaction).isOutcomeUnknown)
        #expect(!DeliveryFailure(error, .abortTransaction, timeIsUp: true).isOutcomeUnknown)
        #expect(!DeliveryFailure(error, .sendOffsets, timeIsUp: true).isOutcomeUnknown)
    }
}
