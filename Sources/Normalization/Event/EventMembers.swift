// Writes the values that are no text of the line: ports, addresses and identifiers, each as a member of its token. A
// value that is nil writes nothing. Runs on the caller's thread.

extension OutputCursor {
    /// Appends a port.
    @inline(__always)
    mutating func append(_ token: Token, _ port: Int?) {
        guard let port else { return }
        append(token.declaration.key)
        append(decimal: port)
    }

    /// Appends an IPv4 address: as the line prints it, or in the guide's form.
    @inline(__always)
    mutating func append(_ token: Token, _ line: Span<UInt8>, _ address: IPv4Address?) {
        guard let address else { return }
        append(token.declaration.key, ipv4: address, of: line)
    }

    /// Appends an IPv6 address.
    @inline(__always)
    mutating func append(_ token: Token, _ high: UInt64, _ low: UInt64) {
        append(token.declaration.key)
        append(ipv6: high, low)
        append(ASCII.quote)
    }

    /// Appends an identifier.
    @inline(__always)
    mutating func append(_ token: Token, _ id: UUID?) {
        guard let id else { return }
        append(token.declaration.key)
        append(uuid: id, UUIDBeginning(id))
        append(ASCII.quote)
    }
}
