// Reads the endpoints that a line prints: which is the source, its ports, and the users behind them. Pure; copies no
// text.

extension EventFields {
    /// Reads endpoints, and interfaces and ports that stand alone.
    mutating func readEndpoints(_ captures: inout Captures, areTranslated: Bool, in line: Span<UInt8>) {
        if captures.flows.contains(.source) {
            sourceInterface = captures.sourceFlow.interface
            sourcePort = captures.sourceFlow.port
            let address = captures.sourceFlow.address
            if !address.isUnspecified { sourceIPv4 = address }
            if let mapped = captures.sourceFlow.mapped, mapped != address { setNat(.v4(mapped)) }
        } else if let source = EventFields.source(captures, isTranslated: areTranslated, in: line) {
            sourceInterface = Text.trimmed(source.interface, of: line)
            sourcePort = source.port.map { Port($0) }
            sourceUser = source.user
            owner = source.owner
            if let address = source.address { setSource(address) }
            if let mapped = source.mapped, mapped != source.address { setNat(mapped) }
        }
        if captures.flows.contains(.destination) {
            destinationPort = captures.destinationFlow.port
            let address = captures.destinationFlow.address
            if !address.isUnspecified { destinationIPv4 = address }
        } else if let destination = EventFields.destination(captures, isTranslated: areTranslated, in: line) {
            destinationPort = destination.port.map { Port($0) }
            if !owner.isPresent { owner = destination.owner }
            if case .v4(let address) = destination.address, !address.isUnspecified { destinationIPv4 = address }
        }
        if captures[.sourceInterface].isPresent {
            sourceInterface = EventFields.name(captures[.sourceInterface], in: line)
        }
        if captures[.sourcePort].isPresent {
            let port = ServicePort.parse(Text.withoutFullStop(captures[.sourcePort], of: line), in: line)
            sourcePort = port.map { Port($0) }
        }
        if captures[.destinationPort].isPresent {
            let port = ServicePort.parse(Text.withoutFullStop(captures[.destinationPort], of: line), in: line)
            destinationPort = port.map { Port($0) }
        }
    }

    /// Leaves out what a destination that ends with the text may lack the end of: its address, if a port follows the
    /// source's and none follows that, and the name of its port, if it is the beginning of another one.
    mutating func leaveOut(destinationCutOffAt end: Int, _ captures: borrowing Captures, in line: Span<UInt8>) {
        let whole = captures[.destinationPort].isPresent ? captures[.destinationPort] : captures[.destination]
        // Nearly all end with a port in digits.
        guard whole.upperBound == end, destinationPort == nil || ASCII.isLetter(line[end - 1]) else { return }
        let slash = Text.last(ASCII.slash, in: whole, of: line)
        if slash == nil, !captures[.destinationPort].isPresent {
            if destinationPort == nil, sourcePort != nil { destinationIPv4 = nil }
        } else if ServicePort.mayGoOn(ByteRange((slash ?? whole.lowerBound - 1) + 1, end), in: line) {
            destinationPort = nil
        }
    }

    private static func source(
        _ captures: borrowing Captures,
        isTranslated: Bool,
        in line: Span<UInt8>
    ) -> Endpoint? {
        if captures[.source].isPresent {
            return Endpoint(flow: captures[.source], isTranslated: isTranslated, in: line)
        }
        if captures[.requester].isPresent { return Endpoint(requester: captures[.requester], in: line) }
        if captures[.accessListSource].isPresent { return Endpoint(accessList: captures[.accessListSource], in: line) }
        return captures[.remote].isPresent ? Endpoint(pair: captures[.remote], in: line) : nil
    }

    private static func destination(
        _ captures: borrowing Captures,
        isTranslated: Bool,
        in line: Span<UInt8>
    ) -> Endpoint? {
        if captures[.destination].isPresent {
            return Endpoint(flow: captures[.destination], isTranslated: isTranslated, in: line)
        }
        if captures[.accessListDestination].isPresent {
            return Endpoint(accessList: captures[.accessListDestination], in: line)
        }
        return captures[.local].isPresent ? Endpoint(pair: captures[.local], in: line) : nil
    }

    /// Protocols that have types, codes, sequence numbers or call ids where others have ports.
    private static let portless: [StaticString] = ["icmp", "icmp6", "icmpv6", "ipv6-icmp", "gre", "1", "47", "58"]

    @inline(__always)
    static func hasNoPorts(_ name: ByteRange, in line: Span<UInt8>) -> Bool {
        guard !name.isEmpty else { return false }
        // `TCP` and `UDP` are none, and nearly all there is.
        let first = ASCII.lowercased(line[name.lowerBound])
        guard first != UInt8(ascii: "t"), first != UInt8(ascii: "u") else { return false }
        return isPortless(name, in: line)
    }

    @inline(never)
    private static func isPortless(_ name: ByteRange, in line: Span<UInt8>) -> Bool {
        portless.contains { Text.readsIgnoringCase(name, $0, in: line) }
    }
}
