// The headers of a record to be produced, in one flat buffer that is reused.
// No C object: a list of the library's is made when the record is produced. A value: any thread.

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
