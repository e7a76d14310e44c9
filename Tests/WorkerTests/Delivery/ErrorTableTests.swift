// What librdkafka makes of one broker error on each request of a transaction, and what the delivery decides then: a
// measured table, so that a library version that changes a cell is seen. Each request has a cluster and a thread of its
// own.

import Foundation
import Kafka
import KafkaTestSupport
import Testing

@testable import Delivery
@testable import Worker

@Suite struct ErrorTableTests {
    private static let requests: [(name: String, request: KafkaRequest)] = [
        ("InitProducerId", .initProducerID), ("AddPartitionsToTxn", .addPartitionsToTransaction),
        ("Produce", .produce), ("AddOffsetsToTxn", .addOffsetsToTransaction),
        ("TxnOffsetCommit", .transactionOffsetCommit), ("EndTxn", .endTransaction),
    ]

    /// One column for each of `requests`, in their order.
    ///
    /// `.`: retried inside the library. `b`: the batch again; `b+`: the transaction after it fails too. `r`: resume.
    /// `w`: wait for the operator. `i`: search for the record. `n`: a new producer; `N`: the same after a fatal error.
    /// `x`: give up. `?`: `w`, or `.` if the library tries again within the time of one call.
    private static let table = """
        _TRANSPORT                            .  .  .  .  .  .
        COORDINATOR_LOAD_IN_PROGRESS          .  .  .  .  .  .
        NOT_COORDINATOR                       .  .  .  .  .  .
        COORDINATOR_NOT_AVAILABLE             .  .  .  .  .  .
        CONCURRENT_TRANSACTIONS               .  .  b+ .  .  .
        REQUEST_TIMED_OUT                     .  b  .  .  .  b
        NOT_ENOUGH_REPLICAS                   .  b  .  b  b  b
        NOT_LEADER_FOR_PARTITION              .  b  .  b  b  b
        UNKNOWN_TOPIC_OR_PART                 .  .  .  .  .  b
        MSG_SIZE_TOO_LARGE                    .  b  i+ b  b  b
        OUT_OF_ORDER_SEQUENCE_NUMBER          .  b  N  b  b  b
        UNKNOWN_PRODUCER_ID                   .  b  b  b  b  b
        INVALID_PRODUCER_ID_MAPPING           .  b  b+ b  N  b
        INVALID_PRODUCER_EPOCH                N  N  N  N  N  N
        PRODUCER_FENCED                       N  N  n  n  n  N
        INVALID_TXN_STATE                     .  N  b+ N  N  N
        ILLEGAL_GENERATION                    .  r  r+ r  r  r
        UNKNOWN_MEMBER_ID                     .  r  r+ r  r  r
        FENCED_INSTANCE_ID                    .  r  r+ r  r  r
        TOPIC_AUTHORIZATION_FAILED            ?  w  w+ w  w  w
        GROUP_AUTHORIZATION_FAILED            ?  w  w+ w  w  w
        TRANSACTIONAL_ID_AUTHORIZATION_FAILED w  N  w+ N  N  N
        INVALID_TRANSACTION_TIMEOUT           x  b  b+ b  b  b
        THROTTLING_QUOTA_EXCEEDED             .  b  b+ b  b  b
        POLICY_VIOLATION                      .  b  i+ b  b  b
        UNKNOWN                               .  b  b+ b  b  b
        """

    /// The table's rows: an error and its cells.
    private static let rows: [(code: KafkaErrorCode, cells: [String])] = {
        var codes: [String: KafkaErrorCode] = [:]
        for number in Int32(-200)...110 {
            let code = KafkaErrorCode(rawValue: number)
            codes[code.name] = code
        }
        return table.split(separator: "\n").compactMap { line in
            let words = line.split(separator: " ").map(String.init)
            return codes[words[0]].map { ($0, Array(words.dropFirst())) }
        }
    }()

    @Test func theTableIsComplete() {
        #expect(Self.rows.count == 26)
        #expect(Self.rows.allSatisfy { $0.cells.count == Self.requests.count })
    }

    @Test(arguments: requests.indices) func oneErrorLeadsToWhatTheTableSays(_ column: Int) async throws {
        try await onOwnThread {
            let (name, request) = Self.requests[column]
            let bench = try TransactionBench()
            for (code, cells) in Self.rows {
                let cell = try bench.outcome(of: code, for: request)
                let isExpected = cells[column] == "?" ? cell == "w" || cell == "." : cell == cells[column]
                #expect(isExpected, "\(code.name) on \(name): \(cell), not \(cells[column]), \(bench.lastError)")
            }
            bench.close()
        }
    }
}

/// A group member with one record, and deliveries to try errors on.
private final class TransactionBench {
    private let broker: TestBroker
    private let cluster: EmbeddedCluster
    private var configuration = WorkerConfiguration()
    private let consumer: Consumer
    private let keeper: GroupKeeper
    private var batch = MessageBatch()
    /// What the last failed transaction failed with.
    private(set) var lastError = ""

    init() throws {
        broker = try .embedded()
        cluster = try broker.cluster.unwrap("cluster")
        configuration.bootstrapServers = broker.bootstrapServers
        configuration.inputTopic = try broker.makeTopic()
        configuration.outputTopic = try broker.makeTopic()
        configuration.deadLetterTopic = try broker.makeTopic()
        configuration.transactionMilliseconds = 20_000
        configuration.kafkaProperties = [
            ("log_level", "0"), ("producer.linger.ms", "0"), ("producer.retry.backoff.ms", "10"),
            ("reconnect.backoff.ms", "10"), ("reconnect.backoff.max.ms", "50"),
        ]
        try broker.write(["line"], to: configuration.inputTopic)
        var settings = broker.consumerConfiguration()
        settings.set("max.poll.interval.ms", "600000")
        consumer = try Consumer(settings)
        keeper = GroupKeeper(
            consumer,
            StopSignal(),
            WorkerStatus.Heartbeat(now: 0),
            onChange: { _, _ in },
            onDelay: { _ in }
        )
        try consumer.subscribe(to: [configuration.inputTopic])
        try consumer.collect(1, into: &batch)
    }

    func close() { _ = consumer.close(within: .seconds(10)) }

    /// What becomes of a transaction in which the request fails once.
    func outcome(of code: KafkaErrorCode, for request: KafkaRequest) throws -> String {
        var configuration = configuration
        configuration.transactionalIDPrefix = TestBroker.uniqueName("id")
        let calls = try ProducerCalls(configuration, lane: 0, keeper) { _ in }
        defer {
            cluster.clearErrors(for: request)
            calls.close()
        }
        let settings = DeliverySettings(
            batchRecords: 1,
            transactionMilliseconds: 20_000,
            operatorMilliseconds: 10
        )
        var machine = DeliveryMachine(settings)
        var letter = ""
        var hasDelivered = false
        var command = machine.start()
        if request == .initProducerID { cluster.pushErrors([code], for: request) }
        while true {
            if case .collect = command {
                if hasDelivered { return letter.isEmpty ? "." : letter }
                if letter.isEmpty, request != .initProducerID { cluster.pushErrors([code], for: request) }
            }
            let answer = try perform(command, calls, flushing: request == .produce && letter.isEmpty)
            if case .accept = command { hasDelivered = true }
            let before = machine.state
            command = machine.next(answer, Moment(now: SystemClock.monotonicNanoseconds))
            for note in machine.takeNotes() {
                if case .attemptFailed(_, let error) = note { lastError = "\(error)" }
                if case .producerRenewed(let error) = note, request == .initProducerID { lastError = "\(error)" }
            }
            guard let next = Self.letter(before, machine.state, lastError) else { continue }
            if !letter.isEmpty { return letter + "+" }
            letter = next
            if case .makingProducer = machine.state { return letter }
            if case .ended = machine.state { return letter }
            if request == .initProducerID { return letter }
        }
    }

    /// Does what a lane does.
    private func perform(_ command: Command, _ calls: ProducerCalls, flushing: Bool) throws -> Answer {
        var held = Held()
        held.count = 1
        held.ranges = batch.partitionRanges
        switch command {
        case .initTransactions: return calls.initTransactions()
        case .makeProducer: return calls.replace()
        case .startReading: return .joined(keepsOffsets: false)
        case .end(let end): throw NeverHappened(description: "the machine goes on: \(end)")
        case .collect: return .collected(held, Findings())
        case .begin: return calls.begin()
        case .send:
            let event = Array("event".utf8)
            if let error = calls.sender.send(event: event.span, key: nil, of: batch, at: 0) { return .failed(error) }
            if flushing { _ = calls.sender.producer.flush(timeout: .seconds(10)) }
            return .sent([], offsets: batch.nextOffsets)
        case .sendOffsets(let offsets):
            guard let membership = try consumer.groupMetadata() else {
                throw NeverHappened(description: "the consumer is a member")
            }
            return calls.sendOffsets(offsets, membership)
        case .commitTransaction: return calls.commitTransaction()
        case .abort: return calls.abort()
        case .accept: return .held(Held())
        case .serve, .drop: return .held(held)
        case .readCommitted: return .committed([])
        default: return .done
        }
    }

    /// What the machine does about a failure, as it shows in its states; nil if there was none.
    private static func letter(
        _ before: DeliveryMachine.State,
        _ state: DeliveryMachine.State,
        _ error: String
    ) -> String? {
        switch (before, state) {
        case (.aborting(_, let failure), .makingProducer): letter(failure.recovery) + "!"
        case (_, .makingProducer): error.contains("(fatal)") ? "N" : "n"
        case (_, .backingOff(.attempt)): "b"
        case (_, .refusing): "i"
        case (.aborting, .serving(.goingBack)), (.aborting, .collecting): "r"
        case (_, .awaitingOperator): "w"
        case (_, .ended(.misfit)): "x"
        default: nil
        }
    }

    private static func letter(_ recovery: Recovery) -> String {
        switch recovery {
        case .repeatCall: "?"
        case .retryBatch: "b"
        case .isolate: "i"
        case .resume: "r"
        case .awaitOperator: "w"
        case .renewProducer: "n"
        case .giveUp: "x"
        }
    }
}
