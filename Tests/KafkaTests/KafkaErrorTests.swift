// Error codes have the library's names, and errors say what may be done.

import Testing

@testable import Kafka

@Suite struct KafkaErrorTests {
    @Test(arguments: [
        (KafkaErrorCode.timedOut, "_TIMED_OUT"), (.queueFull, "_QUEUE_FULL"), (.fenced, "_FENCED"),
        (.recordTooLarge, "MSG_SIZE_TOO_LARGE"), (.producerFenced, "PRODUCER_FENCED"), (.noError, "NO_ERROR"),
        (.partitionEnd, "_PARTITION_EOF"), (.autoOffsetReset, "_AUTO_OFFSET_RESET"),
    ])
    func codesHaveTheLibrarysNames(code: KafkaErrorCode, name: String) {
        #expect(code.name == name)
        #expect("\(code)" == name)
    }

    @Test func aNumberWithoutANameIsStillACode() {
        let code = KafkaErrorCode(rawValue: 31_999)
        #expect(!code.name.isEmpty)
        #expect(!code.explanation.isEmpty)
    }

    @Test(arguments: [
        (KafkaErrorCode.transport, true), (.notCoordinator, true), (.coordinatorLoading, true), (.timedOut, true),
        (.illegalGeneration, false), (.unknownMember, false), (.topicAuthorizationFailed, false),
        (.recordTooLarge, false), (.fenced, false), (.fatal, false), (.destroyed, false), (.noError, false),
    ])
    func onlyPassingConditionsAreTransient(code: KafkaErrorCode, isTransient: Bool) {
        #expect(code.isTransient == isTransient)
        #expect(KafkaError(code: code, operation: "test").isRetriable == isTransient)
    }

    @Test func theLibrarysVerdictBeatsTheCode() {
        let error = KafkaError(code: .timedOut, operation: "test", isRetriable: false)
        #expect(!error.isRetriable)
        #expect(!KafkaError(code: .timedOut, operation: "test", isFatal: true).isRetriable)
        #expect(KafkaError(code: .fatal, operation: "test").isFatal)
    }

    @Test func isDescribedInOneLine() {
        let failure = KafkaError.PartitionFailure(partition: TopicPartition("in", 3), code: .offsetOutOfRange)
        let error = KafkaError(
            code: .transport,
            operation: "commit offsets",
            message: "gone",
            requiresAbort: true,
            partitions: [failure]
        )
        #expect(
            error.description
                == "commit offsets: _TRANSPORT: gone (abort required) (retriable); in[3]: OFFSET_OUT_OF_RANGE"
        )
    }
}
