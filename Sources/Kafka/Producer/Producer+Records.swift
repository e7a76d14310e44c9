// Hands records to librdkafka: a copy of the bytes goes into its queue; without headers nothing is allocated
// on our side.
// Does not wait and does not retry: a full queue is the caller's to serve. Runs on the producer's thread.

internal import CRdKafka

/// What became of the attempt to enqueue a record.
public enum ProduceResult: Sendable {
    /// The library has a copy; a delivery report will follow.
    case queued
    /// The library's queue is full (`queue.buffering.max.messages`, `queue.buffering.max.kbytes`). Nothing was taken:
    /// poll, then try again.
    case queueFull
    /// Refused for good, for instance with `recordTooLarge`; no delivery report will follow.
    case refused(KafkaError)
}

extension Producer {
    /// Enqueues a copy of one record (`rd_kafka_producev`).
    ///
    /// - Parameters:
    ///   - topic: The topic, opened by this producer.
    ///   - partition: The partition; nil leaves it to the partitioner and the key.
    ///   - value: The value; nil makes a tombstone.
    ///   - key: The key; nil for none.
    ///   - epochMilliseconds: The record's time since 1970-01-01 UTC; nil or 0 means now.
    ///   - headers: Headers of its own, which may be none; nil for those that the producer was made with.
    ///   - token: Comes back with the record's delivery report.
    /// - Returns: Whether the library took it.
    public func produce(
        to topic: TopicHandle,
        partition: Int32? = nil,
        value: Span<UInt8>?,
        key: Span<UInt8>? = nil,
        epochMilliseconds: Int64? = nil,
        headers: RecordHeaders? = nil,
        token: UInt = 0
    ) -> ProduceResult {
        do {
            try use(topic, "produce")
        } catch {
            return .refused(error)
        }
        // SAFETY: client and topic are alive; both spans are borrowed for the call, and the library copies them. The
        // token travels in the place of an address and is never followed. The list of headers is ours until the library
        // takes the record with it. What is alive throughout has no names here, which would count references.
        let list = unsafe headers?.makeLibraryList()
        let sharedList = unsafe headers == nil ? context.sharedHeaders?.list : nil
        let code = unsafe withBytes(of: key) { key, keySize in
            unsafe withBytes(of: value) { value, valueSize in
                unsafe crk_produce(
                    topic.client.pointer,
                    topic.pointer,
                    partition ?? RD_KAFKA_PARTITION_UA,
                    key,
                    keySize,
                    value,
                    valueSize,
                    epochMilliseconds ?? 0,
                    sharedList ?? list,
                    UnsafeMutableRawPointer(bitPattern: token)
                )
            }
        }
        if code != RD_KAFKA_RESP_ERR_NO_ERROR, let list = unsafe list { unsafe rd_kafka_headers_destroy(list) }
        switch KafkaErrorCode(code) {
        case .noError:
            if headers == nil { context.sharedHeaders?.join() }
            return .queued
        case .queueFull: return .queueFull
        case .fatal: return .refused(unsafe ClientCallbacks.fatalError(of: topic.client.pointer, "produce"))
        case let code: return .refused(KafkaError(code: code, operation: "produce"))
        }
    }

    /// Lends the bytes of a span: NULL for nil, an address that is not NULL for an empty one.
    @unsafe
    private func withBytes<Result>(of span: Span<UInt8>?, _ body: (UnsafeRawPointer?, Int) -> Result) -> Result {
        // SAFETY: the span is borrowed for the body.
        guard let span else { return body(nil, 0) }
        return unsafe span.withUnsafeBytes { unsafe body($0.baseAddress ?? crk_no_bytes(), $0.count) }
    }
}
