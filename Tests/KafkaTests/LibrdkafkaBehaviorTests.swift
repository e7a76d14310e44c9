// What this module relies on in librdkafka itself, pinned by calling the C functions directly.
// A library upgrade that changes one of these fails here, by name, before it fails anywhere else.

import CRdKafka
import Kafka
import KafkaTestSupport
import Testing

@Suite struct LibrdkafkaBehaviorTests {
    /// Owns a client made without the module under test.
    @safe private final class RawClient {
        // SAFETY: made in init, destroyed in deinit, lent while self lives.
        @unsafe let pointer: OpaquePointer

        init(_ type: rd_kafka_type_t, _ settings: [(String, String)]) throws {
            // SAFETY: each object is made here, used while alive, and destroyed once.
            let configuration = try unsafe rd_kafka_conf_new().unwrap()
            for (key, value) in settings { unsafe rd_kafka_conf_set(configuration, key, value, nil, 0) }
            unsafe pointer = try rd_kafka_new(type, configuration, nil, 0).unwrap("client")
        }

        // SAFETY: the only owner ends here.
        deinit { unsafe rd_kafka_destroy_flags(pointer, Int32(RD_KAFKA_DESTROY_F_NO_CONSUMER_CLOSE)) }
    }

    private static let nowhere = [("bootstrap.servers", "127.0.0.1:1"), ("log_level", "0"), ("group.id", "g")]

    private func settings(_ broker: TestBroker, _ more: [(String, String)] = []) -> [(String, String)] {
        [("bootstrap.servers", broker.bootstrapServers), ("log_level", "0"), ("group.id", "g")] + more
    }

    @Test func unknownAndInvalidSettingsAreToldApart() throws {
        // SAFETY: each object is made here, used while alive, and destroyed once.
        let configuration = try unsafe rd_kafka_conf_new().unwrap()
        defer { unsafe rd_kafka_conf_destroy(configuration) }
        #expect(unsafe rd_kafka_conf_set(configuration, "no.such", "1", nil, 0) == RD_KAFKA_CONF_UNKNOWN)
        #expect(unsafe rd_kafka_conf_set(configuration, "linger.ms", "x", nil, 0) == RD_KAFKA_CONF_INVALID)
        #expect(unsafe rd_kafka_conf_set(configuration, "linger.ms", "5", nil, 0) == RD_KAFKA_CONF_OK)
        #expect(unsafe rd_kafka_conf_set(configuration, "log.queue", "true", nil, 0) == RD_KAFKA_CONF_OK)
    }

    /// Otherwise freeing it after a failure would free twice, and not freeing it would leak.
    @Test func aClientThatCannotBeMadeLeavesItsSettingsToUs() throws {
        // SAFETY: each object is made here, used while alive, and destroyed once.
        let configuration = try unsafe rd_kafka_conf_new().unwrap()
        unsafe rd_kafka_conf_set(configuration, "transactional.id", "t", nil, 0)
        unsafe rd_kafka_conf_set(configuration, "enable.idempotence", "false", nil, 0)
        let client = unsafe rd_kafka_new(RD_KAFKA_PRODUCER, configuration, nil, 0)
        #expect(unsafe client == nil)
        var size = 100
        let value = unsafe [CChar](unsafeUninitializedCapacity: 100) { buffer, count in
            unsafe rd_kafka_conf_get(configuration, "transactional.id", buffer.baseAddress, &size)
            count = 1
        }
        #expect(value == [CChar(UInt8(ascii: "t"))], "still readable")
        unsafe rd_kafka_conf_destroy(configuration)
    }

    @Test func aConsumerWithoutAGroupIsRefusedOnlyWhenPolled() throws {
        let client = try RawClient(RD_KAFKA_CONSUMER, [("log_level", "0")])
        // SAFETY: each object is made here, used while alive, and destroyed once.
        #expect(unsafe rd_kafka_poll_set_consumer(client.pointer) == RD_KAFKA_RESP_ERR__UNKNOWN_GROUP)
    }

    @Test func theMemberNameIsEmptyNotNullBeforeJoining() throws {
        let client = try RawClient(RD_KAFKA_CONSUMER, Self.nowhere)
        // SAFETY: each object is made here, used while alive, and destroyed once.
        let name = try unsafe rd_kafka_memberid(client.pointer).unwrap("member name")
        #expect(unsafe name.pointee == 0)
        unsafe rd_kafka_mem_free(client.pointer, name)
        let metadata = unsafe rd_kafka_consumer_group_metadata(client.pointer)
        #expect(unsafe metadata != nil, "it is handed out all the same, so the member name has to be asked first")
        unsafe rd_kafka_consumer_group_metadata_destroy(metadata)
    }

    @Test func closingAConsumerThatNeverJoinedIsImmediate() throws {
        let client = try RawClient(RD_KAFKA_CONSUMER, Self.nowhere)
        // SAFETY: each object is made here, used while alive, and destroyed once.
        unsafe rd_kafka_poll_set_consumer(client.pointer)
        let queue = unsafe rd_kafka_queue_new(client.pointer)
        defer { unsafe rd_kafka_queue_destroy(queue) }
        #expect(unsafe rd_kafka_consumer_close_queue(client.pointer, queue) == nil)
        try eventually("it is closed") {
            if let event = unsafe rd_kafka_queue_poll(queue, 10) { unsafe rd_kafka_event_destroy(event) }
            return unsafe rd_kafka_consumer_closed(client.pointer) == 1
        }
    }

    /// The answer is an event on the queue given, with each partition's own error, whoever polls anything else.
    @Test func aCommitAnswersOnItsOwnQueue() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let client = try RawClient(RD_KAFKA_CONSUMER, settings(broker))
        // SAFETY: each object is made here, used while alive, and destroyed once.
        unsafe rd_kafka_poll_set_consumer(client.pointer)
        let queue = unsafe rd_kafka_queue_new(client.pointer)
        defer { unsafe rd_kafka_queue_destroy(queue) }
        let list = unsafe rd_kafka_topic_partition_list_new(1)
        defer { unsafe rd_kafka_topic_partition_list_destroy(list) }
        unsafe rd_kafka_topic_partition_list_add(list, topic, 0).pointee.offset = 5
        let code = unsafe rd_kafka_commit_queue(client.pointer, list, queue, nil, nil)
        #expect(code == RD_KAFKA_RESP_ERR_NO_ERROR)
        let event = try unsafe rd_kafka_queue_poll(queue, 60_000).unwrap("answer")
        defer { unsafe rd_kafka_event_destroy(event) }
        #expect(unsafe rd_kafka_event_type(event) == RD_KAFKA_EVENT_OFFSET_COMMIT)
        #expect(unsafe rd_kafka_event_error(event) == RD_KAFKA_RESP_ERR_NO_ERROR)
        let answered = try unsafe rd_kafka_event_topic_partition_list(event).unwrap("list")
        #expect(unsafe answered.pointee.cnt == 1)
        #expect(unsafe answered.pointee.elems[0].offset == 5)
    }

    /// `seek` is refused until the partition is being read, and needs no broker after that: no time limit is safe.
    @Test func seekingWithoutATimeLimitReturns() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        try broker.write(["a"], to: topic)
        let client = try RawClient(RD_KAFKA_CONSUMER, settings(broker, [("auto.offset.reset", "earliest")]))
        // SAFETY: each object is made here, used while alive, and destroyed once.
        unsafe rd_kafka_poll_set_consumer(client.pointer)
        let list = unsafe rd_kafka_topic_partition_list_new(1)
        defer { unsafe rd_kafka_topic_partition_list_destroy(list) }
        unsafe rd_kafka_topic_partition_list_add(list, topic, 0).pointee.offset = 0
        unsafe rd_kafka_assign(client.pointer, list)
        try eventually("the record arrives") {
            guard let message = unsafe rd_kafka_consumer_poll(client.pointer, 100) else { return false }
            defer { unsafe rd_kafka_message_destroy(message) }
            return unsafe message.pointee.err == RD_KAFKA_RESP_ERR_NO_ERROR
        }
        try broker.cluster?.setBrokerDown(1)
        for _ in 0..<100 {
            let error = unsafe rd_kafka_seek_partitions(client.pointer, list, -1)
            #expect(unsafe error == nil)
            #expect(unsafe list?.pointee.elems[0].err == RD_KAFKA_RESP_ERR_NO_ERROR)
        }
    }

    @Test func aTooLargeRecordIsRefusedWithoutABroker() throws {
        let client = try RawClient(RD_KAFKA_PRODUCER, Self.nowhere + [("message.max.bytes", "1000")])
        // SAFETY: each object is made here, used while alive, and destroyed once.
        let topic = unsafe rd_kafka_topic_new(client.pointer, "t", nil)
        defer { unsafe rd_kafka_topic_destroy(topic) }
        let bytes = [UInt8](repeating: 0, count: 2000)
        let code = unsafe crk_produce(client.pointer, topic, -1, nil, 0, bytes, bytes.count, 0, nil, nil)
        #expect(code == RD_KAFKA_RESP_ERR_MSG_SIZE_TOO_LARGE)
    }

    /// Records for a partition that is not there: refused at once, and the header list stays ours.
    @Test func aRefusedRecordLeavesItsHeadersToUs() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        let client = try RawClient(RD_KAFKA_PRODUCER, settings(broker))
        // SAFETY: each object is made here, used while alive, and destroyed once.
        let handle = unsafe rd_kafka_topic_new(client.pointer, topic, nil)
        defer { unsafe rd_kafka_topic_destroy(handle) }
        var metadata: UnsafePointer<rd_kafka_metadata>?
        #expect(unsafe rd_kafka_metadata(client.pointer, 0, handle, &metadata, 60_000) == RD_KAFKA_RESP_ERR_NO_ERROR)
        unsafe rd_kafka_metadata_destroy(metadata)
        let headers = try unsafe rd_kafka_headers_new(1).unwrap()
        unsafe rd_kafka_header_add(headers, "name", -1, "value", 5)
        let code = unsafe crk_produce(client.pointer, handle, 9, nil, 0, "x", 1, 0, headers, nil)
        #expect(code == RD_KAFKA_RESP_ERR__UNKNOWN_PARTITION)
        #expect(unsafe rd_kafka_header_cnt(headers) == 1)
        unsafe rd_kafka_headers_destroy(headers)
    }

    /// What the embedded cluster cannot do, so that no test is built on it unawares.
    @Test func theEmbeddedClusterDoesNotFence() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        func transactional() throws -> Producer {
            var configuration = broker.producerConfiguration()
            configuration.set("transactional.id", "same")
            let producer = try Producer(configuration)
            try producer.initTransactions(timeout: .seconds(60))
            return producer
        }
        let older = try transactional()
        let newer = try transactional()
        let handle = try older.topic(topic)
        try older.prewarm(handle, timeout: .seconds(30))
        try older.beginTransaction()
        try older.send("not fenced", to: handle)
        try older.commitTransaction(timeout: .seconds(60))
        newer.close(within: .seconds(10))
    }

    @Test func theEmbeddedClusterKeepsFiveMebibytesOfAPartition() throws {
        let broker = try TestBroker.embedded()
        let topic = try broker.makeTopic()
        try broker.write(Array(repeating: String(repeating: "x", count: 500_000), count: 16), to: topic)
        let consumer = try Consumer(broker.consumerConfiguration())
        let place = TopicPartition(topic, 0)
        let watermarks = try consumer.logBounds(of: [place], timeout: .seconds(30))[place]
        #expect(watermarks?.high == 16)
        #expect((watermarks?.low ?? 0) > 0)
    }
}
