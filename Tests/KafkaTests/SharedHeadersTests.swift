// Headers that a producer's records share: each record has them, and none is freed with them.

import Kafka
import KafkaTestSupport
import Testing

@Suite struct SharedHeadersTests {
    static let shared: RecordHeaders = {
        var headers = RecordHeaders()
        headers.append(name: "version", value: "1")
        headers.append(name: "none", value: nil)
        return headers
    }()

    /// Reports of success are asked for even where the settings want failures only: records are freed without them.
    @Test(arguments: [false, true])
    func recordsWithoutHeadersOfTheirOwnCarryThoseOfTheProducer(asksForErrorsOnly: Bool) throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        var configuration = broker.producerConfiguration()
        configuration.set("delivery.report.only.error", "\(asksForErrorsOnly)")
        var reportCount = 0
        let producer = try Producer(configuration, headers: Self.shared, onDelivery: { _ in reportCount += 1 })
        let handle = try producer.topic(topic)
        var own = RecordHeaders()
        own.append(name: "reason", value: "test")
        for _ in 0..<500 {
            try producer.send("shared", to: handle)
            try producer.send("own", to: handle, headers: own)
            try producer.send("none", to: handle, headers: RecordHeaders())
        }
        #expect(producer.close(within: .seconds(60)))
        #expect(reportCount == 1_500)

        let consumer = try Consumer(broker.consumerConfiguration())
        try consumer.assign([PartitionPosition(TopicPartition(topic, 0), .beginning)])
        var batch = MessageBatch()
        try consumer.collect(1_500, into: &batch)
        let expected = ["shared": ["version=1", "none=nil"], "own": ["reason=test"], "none": []]
        var wrong = 0
        for index in 0..<1_500 {
            var read: [String] = []
            batch.forEachHeader(at: index) { name, value in
                read.append("\(text(name) ?? "?")=\(text(value) ?? "nil")")
            }
            let kind = batch.withPayload(at: index) { text($0) }
            if read != expected[kind ?? ""] { wrong += 1 }
        }
        #expect(wrong == 0)
        #expect(consumer.close(within: .seconds(30)))
    }

    @Test func recordsThatAreRefusedLeaveThem() throws {
        let broker = try TestBroker.any()
        let topic = try broker.makeTopic()
        var configuration = broker.producerConfiguration()
        configuration.set("message.max.bytes", "2000")
        configuration.set("queue.buffering.max.messages", "10")
        configuration.set("linger.ms", "200")
        var isDestroyed = false
        do {
            let flag = OnDeinit { isDestroyed = true }
            let producer = try Producer(configuration, headers: Self.shared, onFailure: { _ in _ = flag })
            let handle = try producer.topic(topic)
            try producer.prewarm(handle, timeout: .seconds(30))
            let (small, large): ([UInt8], [UInt8]) = ([1], [UInt8](repeating: 1, count: 3_000))
            for _ in 0..<20 {
                guard case .refused(let error) = producer.produce(to: handle, partition: 0, value: large.span) else {
                    Issue.record("a record that is too large was taken")
                    return
                }
                #expect(error.code == .recordTooLarge)
                _ = producer.produce(to: handle, partition: 9, value: small.span)
                _ = producer.produce(to: handle, partition: 0, value: small.span)
            }
            #expect(producer.close(within: .seconds(60)))
        }
        #expect(isDestroyed, "no record is taken to carry them still")
    }

    @Test func recordsThatAreDroppedOnClosingLeaveThem() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        var configuration = broker.producerConfiguration()
        configuration.set("batch.num.messages", "100")
        configuration.set("max.in.flight.requests.per.connection", "1")
        var reports: [DeliveryReport] = []
        var isDestroyed = false
        do {
            let flag = OnDeinit { isDestroyed = true }
            let onDelivery: DeliveryHandler = {
                _ = flag
                reports.append($0)
            }
            let producer = try Producer(configuration, headers: Self.shared, onDelivery: onDelivery)
            let handle = try producer.topic(topic)
            try producer.send("first", to: handle)
            #expect(producer.flush(timeout: .seconds(60)))
            try broker.cluster?.setRoundTripTime(.seconds(5), of: 1)
            for _ in 0..<1_000 { try producer.send("stuck", to: handle) }
            try eventually("a piece is on its way") { producer.mayHaveRequestsUnderWay }
            #expect(!producer.close(within: .milliseconds(200)))
        }
        #expect(reports.count == 1_001, "each record was given back")
        #expect(Set(reports.compactMap(\.error)) == [.purgedFromQueue, .purgedInFlight])
        #expect(isDestroyed)
    }

    /// Such a client is kept: destroying it would free the list once for each record.
    @Test func aProducerThatIsDroppedWithRecordsIsNotDestroyed() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        var isDestroyed = false
        do {
            let flag = OnDeinit { isDestroyed = true }
            let onDelivery: DeliveryHandler = { _ in _ = flag }
            let producer = try Producer(
                broker.producerConfiguration(),
                headers: Self.shared,
                onDelivery: onDelivery
            )
            let handle = try producer.topic(topic)
            try broker.cluster?.setBrokerDown(1)
            for _ in 0..<1_000 { try producer.send("stuck", to: handle) }
        }
        #expect(!isDestroyed)
    }
}

/// Tells that it is gone.
private final class OnDeinit {
    let body: () -> Void

    init(_ body: @escaping () -> Void) { self.body = body }

    deinit { body() }
}
