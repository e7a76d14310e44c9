// The one owner of rd_kafka_topic_partition_list_t, and the translation of its offsets.
// Knows nothing of clients. Used on one thread, for the length of one call.

internal import CRdKafka
internal import Glibc

/// Owns a list of partitions with offsets and per-partition errors.
@safe
struct PartitionList: ~Copyable {
    // SAFETY: made in init, freed in deinit, lent to C only while self lives.
    @unsafe let pointer: UnsafeMutablePointer<rd_kafka_topic_partition_list_t>

    struct Element {
        let partition: TopicPartition
        let offset: Int64
        let metadata: String
        let code: KafkaErrorCode
    }

    init(capacity: Int = 0) {
        // SAFETY: the list is ours from here on.
        unsafe pointer = required(rd_kafka_topic_partition_list_new(Int32(clamping: capacity)))
    }

    /// Copies a list of somebody else with all that the library keeps in it.
    @unsafe
    init(copying list: UnsafePointer<rd_kafka_topic_partition_list_t>?) {
        // SAFETY: the caller vouches for the list; the copy is ours from here on. The copy of NULL is empty.
        let copy = unsafe list.map { unsafe rd_kafka_topic_partition_list_copy($0) } ?? nil
        unsafe pointer = required(copy ?? rd_kafka_topic_partition_list_new(0))
    }

    init(_ partitions: some Collection<TopicPartition>) {
        self.init(capacity: partitions.count)
        for partition in partitions { append(partition) }
    }

    init(_ offsets: some Collection<TopicPartitionOffset>) {
        self.init(capacity: offsets.count)
        for entry in offsets { append(entry.partition, offset: entry.offset, metadata: entry.metadata) }
    }

    init(_ positions: some Collection<PartitionPosition>) {
        self.init(capacity: positions.count)
        for entry in positions { append(entry.partition, offset: entry.position.libraryOffset) }
    }

    func append(_ partition: TopicPartition, offset: Int64 = Int64(RD_KAFKA_OFFSET_INVALID), metadata: String = "") {
        // SAFETY: the list copies the name; the element returned is valid until the next append and is used before. The
        // copy of the text is the list's, which frees it.
        let element = unsafe required(rd_kafka_topic_partition_list_add(pointer, partition.topic, partition.partition))
        unsafe element.pointee.offset = offset
        guard !metadata.isEmpty, let copy = unsafe strdup(metadata) else { return }
        unsafe element.pointee.metadata = UnsafeMutableRawPointer(copy)
        unsafe element.pointee.metadata_size = metadata.utf8.count
    }

    var elements: [Element] {
        // SAFETY: the list lives as long as self.
        unsafe Self.read(pointer)
    }

    /// Throws if the library returned a code other than success, or set an error of its own for any element, naming all
    /// of them.
    func check(_ code: rd_kafka_resp_err_t, _ operation: String) throws(KafkaError) {
        try KafkaError.check(code, operation)
        try checkElements(operation)
    }

    /// Throws if any element's own error is set, naming all of them.
    func checkElements(_ operation: String) throws(KafkaError) {
        let failures = unsafe Self.failures(in: pointer)
        guard let first = failures.first else { return }
        throw KafkaError(code: first.code, operation: operation, partitions: failures)
    }

    /// The elements whose own error is set.
    @unsafe
    static func failures(in list: UnsafePointer<rd_kafka_topic_partition_list_t>) -> [KafkaError.PartitionFailure] {
        // SAFETY: the caller vouches for the list.
        unsafe read(list).filter { $0.code != .noError }.map { .init(partition: $0.partition, code: $0.code) }
    }

    /// Copies out a list that somebody else owns.
    @unsafe
    static func read(_ list: UnsafePointer<rd_kafka_topic_partition_list_t>) -> [Element] {
        // SAFETY: the caller vouches for the list; `elems` holds `cnt` elements, each with a NUL-ended topic name.
        let elements = unsafe UnsafeBufferPointer(start: list.pointee.elems, count: Int(list.pointee.cnt))
        return unsafe elements.map { element in
            unsafe Element(
                partition: TopicPartition(String(cString: element.topic), element.partition),
                offset: element.offset,
                metadata: metadata(of: element),
                code: KafkaErrorCode(element.err)
            )
        }
    }

    /// Copies out the text of an element.
    @unsafe
    private static func metadata(of element: rd_kafka_topic_partition_t) -> String {
        // SAFETY: the caller vouches for the element; a text is `metadata_size` bytes.
        let bytes = unsafe UnsafeRawBufferPointer(start: element.metadata, count: element.metadata_size)
        return unsafe String(decoding: bytes, as: UTF8.self)
    }

    deinit {
        // SAFETY: the only owner ends here.
        unsafe rd_kafka_topic_partition_list_destroy(pointer)
    }
}

extension ReadPosition {
    /// The number librdkafka takes for this position.
    var libraryOffset: Int64 {
        switch self {
        case .offset(let offset): offset
        case .beginning: Int64(RD_KAFKA_OFFSET_BEGINNING)
        case .end: Int64(RD_KAFKA_OFFSET_END)
        case .committed: Int64(RD_KAFKA_OFFSET_STORED)
        }
    }

    /// The offset of the next record, where the position says it.
    var expectedOffset: Int64? {
        guard case .offset(let offset) = self else { return nil }
        return offset
    }
}
