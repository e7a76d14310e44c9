// Which events of a sample are delivered: those whose value of a token belongs to its share. Pure.

/// A share of the values of a token.
struct Sampling: Sendable {
    let share: Share
    let token: Token
    /// Token `customerId` of records that bring none.
    let customer: UUID?

    /// Whether an event is delivered; one without the token always is.
    func takes(
        _ event: EventSource,
        _ fields: inout EventFields,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> Bool {
        switch token {
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
        case .group: holds(fields.group, in: line)
        case .sessionId: holds(fields.session, in: line)
        case .sourceUser: holds(fields.sourceUser, in: line)
        default: event.withHost(line, envelope, holds)
        }
    }

    private func holds(_ range: ByteRange, in text: Span<UInt8>) -> Bool {
        range.isEmpty || Absence.isNone(range, in: text) || share.holds(range, in: text)
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
