// Turns captures into the values of the tokens: which address is the source, which the translated one,
// what a user's name is without its domain. Pure; copies no text.

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
    /// The numbers of the members that the words of a layout make of these two; -1 where they do not.
    private(set) var actionMember: Int32 = -1
    private(set) var protocolMember: Int32 = -1
    var policy = ByteRange.absent
    var group = ByteRange.absent
    var clientMessage = ByteRange.absent
    var session = ByteRange.absent
    var sourcePort: Port?
    var destinationPort: Port?
    var sourceIPv4: IPv4Address?
    var sourceIPv6: (UInt64, UInt64)?
    var destinationIPv4: IPv4Address?
    var natSource: IPAddress?
    /// The user named behind the endpoints, who counts where the identity firewall names none.
    var owner = ByteRange.absent
    /// Bytes of the line that the texts are made of, or more.
    private(set) var byteCount = 0

    /// Reads what was captured, by a layout that prints translated addresses behind its endpoints or not.
    ///
    /// What it calls takes the captures as `inout` and changes nothing: borrowed, they would be copied for each call.
    mutating func read(_ captures: inout Captures, areTranslated: Bool, in line: Span<UInt8>) {
        // Most lines have few of them, and what a line has not needs no reading.
        if captures[.reason].isPresent { reason = EventFields.reason(captures[.reason], in: line) }
        if captures[.action].isPresent {
            action = captures[.action]
            actionMember = captures.actionMember
            if actionMember < 0 { action = Text.withoutFullStop(action, of: line) }
        }
        if captures[.policy].isPresent { policy = EventFields.name(captures[.policy], in: line) }
        if captures[.group].isPresent { group = EventFields.name(captures[.group], in: line) }
        if captures[.clientMessage].isPresent {
            clientMessage = Text.trimmed(captures[.clientMessage], of: line)
            if !Text.isDigits(clientMessage, in: line) { clientMessage = .absent }
        }
        if captures[.sessionID].isPresent { session = Text.withoutFullStop(captures[.sessionID], of: line) }
        if captures[.networkProtocol].isPresent {
            networkProtocol = captures[.networkProtocol]
            protocolMember = captures.protocolMember
            if protocolMember < 0 {
                networkProtocol = Text.withoutFullStop(networkProtocol, of: line)
                if Absence.isUnknown(networkProtocol, in: line) { networkProtocol = .absent }
            }
        }
        byteCount = captures.byteCount
        if captures.holdEndpoints {
            readEndpoints(&captures, areTranslated: areTranslated, in: line)
            if EventFields.hasNoPorts(networkProtocol, in: line) { (sourcePort, destinationPort) = (nil, nil) }
        }
        if captures.holdAddresses { readAddresses(&captures, in: line) }
        if captures.holdUser || sourceUser.isPresent || owner.isPresent { readUser(&captures, in: line) }
    }

    /// A reason as printed, without its full stop and the angle brackets that some releases put around every value.
    private static func reason(_ range: ByteRange, in line: Span<UInt8>) -> ByteRange {
        let text = CloseReason.withoutMeasures(Text.withoutFullStop(range, of: line), in: line)
        guard !text.isEmpty, line[text.lowerBound] == ASCII.lessThan else { return text }
        return UserName.cutOff(text, in: line) ?? UserName.bare(text, in: line)
    }

    /// A name as printed, without the blanks, quotes, brackets and the full stop around it.
    static func name(_ range: ByteRange, in line: Span<UInt8>) -> ByteRange {
        guard range.isPresent, !Text.isWordAtBothEnds(range, in: line) else { return range }
        return UserName.bare(UserName.withoutFullStop(range, in: line), in: line)
    }

    private mutating func readUser(_ captures: inout Captures, in line: Span<UInt8>) {
        var printed = sourceUser
        if captures[.user].isPresent { printed = UserName.withoutFullStop(captures[.user], in: line) }
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
