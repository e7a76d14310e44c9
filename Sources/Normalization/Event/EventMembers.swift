// Writes the values that are no text of the line as it stands: the tag, addresses and identifiers, each as a member of
// its token. A value that is nil writes nothing. Runs on the caller's thread.

extension OutputCursor {
    /// Appends the tag in its canonical form, which most lines print: product, level, number.
    @inline(__always)
    mutating func append(tag: ASATag, _ line: Span<UInt8>) {
        let start = tag.product.lowerBound
        guard tag.isCanonical, start <= line.count &- 16 else { return append(partsOf: tag, line) }
        let length = tag.end &- start
        append(Token.deviceEventId.declaration.key, string: ByteSearch.words(line, at: start), length: length)
    }

    @inline(never)
    private mutating func append(partsOf tag: ASATag, _ line: Span<UInt8>) {
        append(Token.deviceEventId.declaration.key)
        append(line, tag.product.lowerBound, tag.product.upperBound)
        append(ASCII.dash)
        if let level = tag.level {
            append(decimal: Int(level))
            append(ASCII.dash)
        }
        append(decimal: Int(tag.id), digits: 6)
        append(ASCII.quote)
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
    mutating func append(_ token: Token, _ id: UUID?) {
        guard let id else { return }
        append(token.declaration.key)
        append(uuid: id)
        append(ASCII.quote)
    }
}
