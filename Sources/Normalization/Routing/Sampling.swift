// Which events of a sample are delivered: those whose value of a token belongs to its share. Pure.

/// A share of the values of a token.
struct Sampling: Sendable {
    let share: Share
    let token: Token

    @inline(__always)
    fileprivate func holds(_ range: ByteRange, in text: Span<UInt8>) -> Bool {
        range.isEmpty || Absence.isNone(range, in: text) || share.holds(range, in: text)
    }

    /// Apart, so that the others need no room for what it calls.
    @inline(never)
    fileprivate func holdsHost(_ event: EventSource, _ line: Span<UInt8>, _ envelope: borrowing Envelope) -> Bool {
        event.withHost(line, envelope, holds)
    }
}

extension RuleTable {
    /// Whether a rule that delivers some events, or none, delivers one; a sample delivers all without its token.
    @inline(never)
    func delivers(
        _ rule: Int,
        _ event: EventSource,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> Bool {
        guard let sampling = samplings[rule] else { return false }
        let share = sampling.share
        return switch sampling.token {
        case .eventId: share.holds(envelope.id)
        case .customerId: (envelope.customerID ?? customer).map { share.holds($0) } ?? true
        case .sourceIpv4: fields.sourceIPv4.map { share.holds(0, UInt64($0.bits)) } ?? true
        case .destinationIpv4: fields.destinationIPv4.map { share.holds(0, UInt64($0.bits)) } ?? true
        case .sourceIpv6: fields.sourceIPv6.map { share.holds($0.0, $0.1) } ?? true
        case .natSourceIP:
            switch fields.natSource {
            case .v4(let address): share.holds(0, UInt64(address.bits))
            case .v6(let high, let low): share.holds(high, low)
            case nil: true
            }
        case .group: sampling.holds(fields.group, in: line)
        case .sessionId: sampling.holds(fields.session, in: line)
        case .sourceUser: sampling.holds(fields.sourceUser, in: line)
        default: sampling.holdsHost(event, line, envelope)
        }
    }
}

extension EventSource {
    /// Lends the device's name to `body`: a range, and the bytes that it is one of.
    @inline(__always)
    func withHost<Result>(
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope,
        _ body: (ByteRange, Span<UInt8>) -> Result
    ) -> Result {
        switch host {
        case .line(let name): body(name, line)
        case .envelope: body(envelope.deviceHostText, envelope.deviceHost.span)
        case .unknown: body(.absent, line)
        }
    }
}
