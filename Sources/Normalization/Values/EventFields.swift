// Turns captures into the values of the tokens: which address is the source, which the translated one,
// what a user's name is without its domain (contract D4, D8, D10, D11, D13). Pure; copies no text.

/// The values that one line states.
///
/// Ranges refer to the line; what is not stated is absent or nil.
struct EventFields: ~Copyable {
    var reason = ByteRange.absent
    var sourceDomain = ByteRange.absent
    var sourceUser = ByteRange.absent
    var sourceInterface = ByteRange.absent
    var networkProtocol = ByteRange.absent
    var action = ByteRange.absent
    var policy = ByteRange.absent
    var group = ByteRange.absent
    var clientMessage = ByteRange.absent
    var session = ByteRange.absent
    var sourcePort: Int?
    var destinationPort: Int?
    var sourceIPv4: IPv4Address?
    var sourceIPv6: (UInt64, UInt64)?
    var destinationIPv4: IPv4Address?
    var natSource: IPAddress?
    /// The user named behind the endpoints, who counts where the identity firewall names none.
    private var owner = ByteRange.absent

    /// Reads what was captured.
    ///
    /// What it calls takes the captures as `inout` and changes nothing: borrowed, they would be copied for each call.
    mutating func read(_ captures: inout Captures, in line: Span<UInt8>) {
        reason = EventFields.reason(captures[.reason], in: line)
        action = Text.withoutFullStop(captures[.action], of: line)
        policy = EventFields.name(captures[.policy], in: line)
        group = EventFields.name(captures[.group], in: line)
        clientMessage = Text.trimmed(captures[.clientMessage], of: line)
        if !Text.isDigits(clientMessage, in: line) { clientMessage = .absent }
        session = Text.withoutFullStop(captures[.sessionID], of: line)
        networkProtocol = Text.withoutFullStop(captures[.networkProtocol], of: line)
        if networkProtocol.count == 7,
            ByteSearch.holdsIgnoringCase(
                "unknown",
                in: line,
                at: networkProtocol.lowerBound,
                to: networkProtocol.upperBound
            )
        {
            networkProtocol = .absent
        }
        if !captures.filled.isDisjoint(with: .endpoints) {
            readEndpoints(&captures, in: line)
            if EventFields.hasNoPorts(networkProtocol, in: line) { (sourcePort, destinationPort) = (nil, nil) }
        }
        if !captures.filled.isDisjoint(with: .addresses) { readAddresses(&captures, in: line) }
        readUser(&captures, in: line)
    }

    /// Bytes of all ranges together.
    var textBytes: Int {
        reason.count + sourceDomain.count + sourceUser.count + sourceInterface.count + networkProtocol.count
            + action.count + policy.count + group.count + clientMessage.count + session.count
    }

    /// A reason as printed, without its full stop and the angle brackets that some releases put around every value.
    private static func reason(_ range: ByteRange, in line: Span<UInt8>) -> ByteRange {
        let text = CloseReason.withoutMeasures(Text.withoutFullStop(range, of: line), in: line)
        guard !text.isEmpty, line[text.lowerBound] == ASCII.lessThan else { return text }
        return UserName.bare(text, in: line)
    }

    /// A name as printed, without the blanks, quotes, brackets and the full stop around it.
    private static func name(_ range: ByteRange, in line: Span<UInt8>) -> ByteRange {
        guard range.isPresent, !Text.isWordAtBothEnds(range, in: line) else { return range }
        return UserName.bare(Text.withoutFullStop(range, of: line), in: line)
    }

    private mutating func readEndpoints(_ captures: inout Captures, in line: Span<UInt8>) {
        if captures.flows.contains(HoleSet(.source)) {
            sourceInterface = captures.sourceFlow.interface
            sourcePort = captures.sourceFlow.port
            let address = captures.sourceFlow.address
            if !address.isUnspecified { sourceIPv4 = address }
            if let mapped = captures.sourceFlow.mapped, mapped != address { setNat(.v4(mapped)) }
        } else if let source = EventFields.source(captures, in: line) {
            sourceInterface = Text.trimmed(source.interface, of: line)
            sourcePort = source.port
            sourceUser = source.user
            owner = source.owner
            if let address = source.address { setSource(address) }
            if let mapped = source.mapped, mapped != source.address { setNat(mapped) }
        }
        if captures.flows.contains(HoleSet(.destination)) {
            destinationPort = captures.destinationFlow.port
            let address = captures.destinationFlow.address
            if !address.isUnspecified { destinationIPv4 = address }
        } else if let destination = EventFields.destination(captures, in: line) {
            destinationPort = destination.port
            if !owner.isPresent { owner = destination.owner }
            if case .v4(let address) = destination.address, !address.isUnspecified { destinationIPv4 = address }
        }
        if captures[.sourceInterface].isPresent {
            sourceInterface = EventFields.name(captures[.sourceInterface], in: line)
        }
        if captures[.sourcePort].isPresent { sourcePort = ServicePort.parse(captures[.sourcePort], in: line) }
        if captures[.destinationPort].isPresent {
            destinationPort = ServicePort.parse(captures[.destinationPort], in: line)
        }
    }

    private static func source(_ captures: borrowing Captures, in line: Span<UInt8>) -> Endpoint? {
        if captures[.source].isPresent { return Endpoint(flow: captures[.source], in: line) }
        if captures[.accessListSource].isPresent { return Endpoint(accessList: captures[.accessListSource], in: line) }
        return captures[.remote].isPresent ? Endpoint(pair: captures[.remote], in: line) : nil
    }

    private static func destination(_ captures: borrowing Captures, in line: Span<UInt8>) -> Endpoint? {
        if captures[.destination].isPresent { return Endpoint(flow: captures[.destination], in: line) }
        if captures[.accessListDestination].isPresent {
            return Endpoint(accessList: captures[.accessListDestination], in: line)
        }
        return captures[.local].isPresent ? Endpoint(pair: captures[.local], in: line) : nil
    }

    private mutating func readAddresses(_ captures: inout Captures, in line: Span<UInt8>) {
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
        if let address = EventFields.address(captures[.natAddress], in: line), !isSource(address) {
            setNat(address)
        }
    }

    /// Protocols that have types, codes, sequence numbers or call ids where others have ports (contract §2, Cisco 302017, 302020).
    private static let portless: [StaticString] = ["icmp", "icmp6", "icmpv6", "ipv6-icmp", "gre", "1", "47", "58"]

    private static func hasNoPorts(_ name: ByteRange, in line: Span<UInt8>) -> Bool {
        guard !name.isEmpty else { return false }
        // `TCP` and `UDP` are none, and nearly all there is.
        let first = ASCII.lowercased(line[name.lowerBound])
        guard first != UInt8(ascii: "t"), first != UInt8(ascii: "u") else { return false }
        return portless.contains { word in
            word.utf8CodeUnitCount == name.count
                && ByteSearch.holdsIgnoringCase(word, in: line, at: name.lowerBound, to: name.upperBound)
        }
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

    private mutating func setSource(_ address: IPAddress) {
        guard !address.isUnspecified else { return }
        switch address {
        case .v4(let address): sourceIPv4 = address
        case .v6(let high, let low): sourceIPv6 = (high, low)
        }
    }

    private mutating func setNat(_ address: IPAddress) {
        natSource = address.isUnspecified ? nil : address
    }

    private mutating func readUser(_ captures: inout Captures, in line: Span<UInt8>) {
        var printed = sourceUser
        if captures[.user].isPresent { printed = Text.withoutFullStop(captures[.user], of: line) }
        if captures[.owner].isPresent { owner = Identity.user(in: captures[.owner], of: line) }
        if !printed.isPresent || printed.isEmpty { printed = owner }
        guard printed.isPresent else { return }
        let name = UserName(printed, in: line)
        // The device writes so where it knows none.
        if name.domain.isEmpty, Text.reads(name.user, "Unknown", in: line) {
            (sourceUser, sourceDomain) = (.absent, .absent)
            return
        }
        sourceUser = name.user
        sourceDomain = name.domain
    }
}
