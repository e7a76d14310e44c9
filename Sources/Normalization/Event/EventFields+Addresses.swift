// Reads the addresses that stand alone: which is the source, which the translated one, which the assigned. Pure; copies
// no text.

extension EventFields {
    /// Reads addresses.
    mutating func readAddresses(_ captures: inout Captures, in line: Span<UInt8>) {
        if case .v4(let address) = EventFields.address(captures[.destinationAddress], in: line), !address.isUnspecified
        {
            destinationIPv4 = address
        }
        if let address = EventFields.address(captures[.sourceAddress], in: line) { setSource(address) }
        let isAssigned = captures[.assignedIPv4].isPresent || captures[.assignedIPv6].isPresent
        if let address = EventFields.address(captures[.publicAddress], in: line) {
            setNat(address)
            if !isAssigned, sourceIPv4 == nil, sourceIPv6 == nil { setSource(address) }
        }
        if isAssigned {
            if captures[.remote].isPresent, let peer = Endpoint(pair: captures[.remote], in: line).address {
                setNat(peer)
            }
            (sourceIPv4, sourceIPv6) = (nil, nil)
            for hole in [Hole.assignedIPv4, .assignedIPv6] {
                if let address = EventFields.address(captures[hole], in: line) { setSource(address) }
            }
        }
        guard captures[.natAddress].isPresent else { return }
        guard let address = EventFields.address(captures[.natAddress], in: line) else {
            natSource = nil
            return
        }
        if !isSource(address) { setNat(address) }
    }

    /// Whether an address is the source's own: a translation to itself is none.
    private func isSource(_ address: IPAddress) -> Bool {
        switch address {
        case .v4(let address): address == sourceIPv4
        case .v6(let high, let low): sourceIPv6.map { $0.0 == high && $0.1 == low } ?? false
        }
    }

    /// The address that a range holds, or begins with if words follow it that no layout knows; nil for a name.
    ///
    /// Brackets, quotes and a full stop around it do not count.
    private static func address(_ range: ByteRange, in line: Span<UInt8>) -> IPAddress? {
        guard range.isPresent else { return nil }
        if let address = IPAddress.ipv4(range, in: line) { return .v4(address) }
        var text = name(range, in: line)
        dropClosingMarks(&text, in: line)
        // `user@address` (Cisco 304001): the address alone.
        if let at = Text.last(UInt8(ascii: "@"), in: text, of: line) { text.start = Int32(at + 1) }
        if let address = IPAddress.parse(text, in: line) { return address }
        // `outside:192.0.2.7` (Cisco 302020): the address behind the interface.
        if let colon = Text.first(ASCII.colon, in: text, of: line),
            let address = IPAddress.parse(ByteRange(colon + 1, text.upperBound), in: line)
        {
            return address
        }
        guard let blank = Text.first(ASCII.space, in: text, of: line) else { return nil }
        text.end = Int32(blank)
        dropClosingMarks(&text, in: line)
        return IPAddress.parse(text, in: line)
    }

    private static func dropClosingMarks(_ text: inout ByteRange, in line: Span<UInt8>) {
        while !text.isEmpty, line[text.upperBound - 1] == ASCII.greaterThan || line[text.upperBound - 1] == ASCII.comma
        {
            text.end -= 1
        }
    }

    mutating func setSource(_ address: IPAddress) {
        guard !address.isUnspecified else { return }
        switch address {
        case .v4(let address): sourceIPv4 = address
        case .v6(let high, let low): sourceIPv6 = (high, low)
        }
    }

    mutating func setNat(_ address: IPAddress) {
        natSource = address.isUnspecified ? nil : address
    }
}
