// One element after the other of DER, the encoding of certificates. Knows tags and lengths, not what they mean.
// Bytes come from whoever answers a connection: nothing here trusts them. A value: any thread.

/// Reads DER elements from the beginning of some bytes (X.690, 8.1).
struct DERReader {
    private var rest: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) {
        rest = bytes
    }

    /// The next element's tag and content; nil at the end and where the bytes are no DER.
    mutating func next() -> (tag: UInt8, content: ArraySlice<UInt8>)? {
        guard let tag = rest.popFirst(), let first = rest.popFirst() else { return nil }
        var size = Int(first)
        if first >= 0x80 {
            // A length of its own length; three bytes are enough for 16 MiB.
            let sizeBytes = Int(first & 0x7F)
            guard (1...3).contains(sizeBytes), rest.count >= sizeBytes else { return nil }
            size = rest.prefix(sizeBytes).reduce(0) { $0 << 8 | Int($1) }
            rest = rest.dropFirst(sizeBytes)
        }
        guard rest.count >= size else { return nil }
        defer { rest = rest.dropFirst(size) }
        return (tag, rest.prefix(size))
    }

    /// The content of the next element, if it has this tag; nil otherwise, and the element is then passed over.
    mutating func next(_ tag: UInt8) -> DERReader? {
        guard let element = next(), element.tag == tag else { return nil }
        return DERReader(element.content)
    }

    /// The next element's tag, without reading it; nil at the end.
    var nextTag: UInt8? { rest.first }
}
