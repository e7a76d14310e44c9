// The headers of records to be produced: of one record in a flat buffer that is reused, of many in a list of the
// library's that they share. A list for one record is made when it is produced.
// Headers are a value: any thread. What is shared is made with a producer and freed after it; its threads read it.

internal import CRdKafka

/// Headers to send with a record: names and values in order, duplicates allowed.
public struct RecordHeaders: Sendable {
    /// Where one header lies in `bytes`.
    ///
    /// The name is followed by a NUL.
    struct Entry: Sendable {
        let nameStart: Int
        let valueStart: Int
        /// nil for a header without value.
        let valueCount: Int?
    }

    private(set) var bytes: [UInt8] = []
    private(set) var entries: [Entry] = []

    /// Starts empty.
    public init() {}

    /// How many headers there are.
    public var count: Int { entries.count }

    /// Whether there are none.
    public var isEmpty: Bool { entries.isEmpty }

    /// Removes all headers; the memory is kept.
    public mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        entries.removeAll(keepingCapacity: true)
    }

    /// Adds a header; a nil value is a header without value.
    ///
    /// The library ends a name at its first NUL.
    public mutating func append(name: String, value: Span<UInt8>?) { append(name: name.utf8.span, value: value) }

    /// Adds a header with the value's UTF-8.
    public mutating func append(name: String, value: String) { append(name: name, value: value.utf8.span) }

    /// Adds a header whose name is given as bytes; a nil value is a header without value.
    public mutating func append(name: Span<UInt8>, value: Span<UInt8>?) {
        let start = bytes.count
        append(bytesOf: name)
        bytes.append(0)
        let valueStart = bytes.count
        if let value { append(bytesOf: value) }
        let count = value?.count
        entries.append(Entry(nameStart: start, valueStart: valueStart, valueCount: count))
    }

    private mutating func append(bytesOf span: Span<UInt8>) {
        // SAFETY: the buffer is the span's own and is copied from within its lifetime.
        unsafe span.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
    }
}

extension RecordHeaders {
    /// Copies all headers into a list of the library's, owned by the caller (`rd_kafka_headers_new`); nil for none.
    @unsafe
    func makeLibraryList() -> OpaquePointer? {
        // SAFETY: names and values stay put in `bytes` for the closure, and the library copies them; names are
        // NUL-ended, and a NULL value means none.
        unsafe bytes.withUnsafeBytes { bytes in
            guard !isEmpty, let start = bytes.baseAddress, let list = unsafe rd_kafka_headers_new(count) else {
                return nil
            }
            for header in entries {
                let name = unsafe (start + header.nameStart).assumingMemoryBound(to: CChar.self)
                let value = header.valueCount == nil ? nil : unsafe start + header.valueStart
                unsafe rd_kafka_header_add(list, name, -1, value, header.valueCount ?? 0)
            }
            return unsafe list
        }
    }
}

/// A list of headers that any number of records under way share.
///
/// A list for each record is three allocations, which another thread reads and which the lane frees when they have
/// left the processor's caches. librdkafka owns the headers of a record that it has taken, and only reads them
/// (`rd_kafka_msgset_writer_write_msg_headers`) until it destroys the record. So a list can be shared provided that no
/// record is destroyed with it: each is taken off in the record's delivery report (`rd_kafka_message_detach_headers`),
/// successes are reported too, and a client that still has such records is not destroyed (``Client``). The producer's
/// thread.
@safe
final class SharedHeaders {
    /// How many records under way carry the list.
    private(set) var carrierCount = 0
    // SAFETY: made in init and destroyed in deinit, which comes after rd_kafka_destroy: the client's context holds it.
    @unsafe let list: OpaquePointer

    /// Copies the headers; nil if there are none.
    init?(_ headers: RecordHeaders) {
        guard let list = unsafe headers.makeLibraryList() else { return nil }
        unsafe self.list = list
    }

    deinit { unsafe rd_kafka_headers_destroy(list) }

    /// Books a record that the library has taken with the list.
    func join() { carrierCount += 1 }

    /// Takes the list off a record whose report is being served, and frees headers of the record's own.
    @unsafe
    func leave(_ message: UnsafePointer<rd_kafka_message_t>) {
        // SAFETY: the record is the library's own, neither constant nor in use by another thread while its report is
        // served.
        var carried: OpaquePointer?
        let message = unsafe UnsafeMutablePointer(mutating: message)
        guard unsafe rd_kafka_message_detach_headers(message, &carried) == RD_KAFKA_RESP_ERR_NO_ERROR else { return }
        if unsafe carried == list {
            carrierCount -= 1
        } else {
            unsafe rd_kafka_headers_destroy(carried)
        }
    }
}
