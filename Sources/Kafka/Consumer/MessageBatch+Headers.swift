// Reading a record's headers, and passing them on to a record that is produced.
// Names and values are lent as bytes; no String is made. Used on the thread of the batch's consumer.

internal import CRdKafka
internal import Glibc

extension MessageBatch {
    /// How many headers the record has (`rd_kafka_message_headers`, `rd_kafka_header_cnt`).
    public func headerCount(at index: Int) -> Int {
        // SAFETY: the list belongs to the message, which the entry owns.
        unsafe headers(at: index).map { unsafe rd_kafka_header_cnt($0) } ?? 0
    }

    /// Lends each header in order, duplicates included: its name, and its value, nil if it has none.
    public func forEachHeader<Failure: Error>(
        at index: Int,
        _ body: (_ name: Span<UInt8>, _ value: Span<UInt8>?) throws(Failure) -> Void
    ) throws(Failure) {
        // SAFETY: the list belongs to the message, which the entry owns; names are NUL-ended, values have their size.
        guard let headers = unsafe headers(at: index) else { return }
        var position = 0
        var name: UnsafePointer<CChar>?
        var value: UnsafeRawPointer?
        var size = 0
        while unsafe rd_kafka_header_get_all(headers, position, &name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR {
            position += 1
            guard let name = unsafe name else { continue }
            let nameBytes = unsafe UnsafeBufferPointer(
                start: UnsafeRawPointer(name).assumingMemoryBound(to: UInt8.self),
                count: strlen(name)
            )
            try unsafe Self.lend(value, size) { (value) throws(Failure) in
                try unsafe body(nameBytes.span, value)
            }
        }
    }

    /// Lends the value of the last header of this name, the one that counts: nil if there is no such header or it has
    /// no value (`rd_kafka_header_get_last`).
    public func withHeader<Result, Failure: Error>(
        _ name: String,
        at index: Int,
        _ body: (Span<UInt8>?) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        // SAFETY: the list belongs to the message, which the entry owns; the value has its size.
        guard let headers = unsafe headers(at: index) else { return try body(nil) }
        var value: UnsafeRawPointer?
        var size = 0
        let found = unsafe rd_kafka_header_get_last(headers, name, &value, &size) == RD_KAFKA_RESP_ERR_NO_ERROR
        return try unsafe Self.lend(found ? value : nil, size, body)
    }

    /// Copies all headers of the record to the end of others, in order.
    public func appendHeaders(at index: Int, to headers: inout RecordHeaders) {
        forEachHeader(at: index) { name, value in
            headers.append(name: name, value: value)
        }
    }

    @unsafe
    private func headers(at index: Int) -> OpaquePointer? {
        // SAFETY: the entry owns the message; the library parses the headers once and keeps the list with the message.
        var headers: OpaquePointer?
        let code = unsafe rd_kafka_message_headers(entries[index].message, &headers)
        return unsafe code == RD_KAFKA_RESP_ERR_NO_ERROR ? headers : nil
    }
}
