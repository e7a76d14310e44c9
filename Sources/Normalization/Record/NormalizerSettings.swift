// What a user may decide about events. Values only; where they come from is the worker's
// business.

/// Settings of the normalizer.
public struct NormalizerSettings: Sendable {
    /// What token `deviceSeverity` holds.
    public enum DeviceSeverity: String, Sendable, CaseIterable {
        /// The level digit.
        case raw
        /// The guide's word for it.
        case normalized
    }

    /// How the two time tokens are written.
    public enum TimeForm: String, Sendable, CaseIterable {
        /// The guide's own forms, one for each token.
        case guide
        /// RFC 3339 in UTC.
        case rfc3339
        /// Milliseconds since 1970, as a JSON number.
        case epochMillis = "epoch-millis"
    }

    /// Token `deviceVendor`.
    public var deviceVendor = "Cisco"
    /// What token `deviceSeverity` holds.
    public var deviceSeverity = DeviceSeverity.raw
    /// How times are written.
    public var timeForm = TimeForm.guide
    /// Seconds east of UTC of devices that state no zone.
    public var utcOffset = 0
    /// Zone of devices that state none, in place of `utcOffset`.
    public var timeZone: ZoneRules?
    /// Zones of single devices that state none; they go before the one of all.
    public var deviceZones = DeviceZones()
    /// Token `customerId` of records that bring none.
    public var customerID: UUID?
    /// Token `collectorId` of records that bring none.
    public var collectorID: UUID?
    /// Token `eventSourceId` of records that bring none.
    public var eventSourceID: UUID?
    /// Longest line that is read, in bytes; a longer one is a dead letter.
    public var maximumLineBytes = 262_144
    /// Which events are delivered, and where to.
    public var rules = Rules()
    /// Steps that a line may cost for each of its bytes.
    var stepsPerByte = Effort.stepsPerByte

    /// Makes the defaults.
    public init() {}
}

extension NormalizerSettings {
    /// What the clock of a stamp goes by: the zone that it states, else the device's own, else the one for all.
    ///
    /// A setting goes before the zone that a relay states on the line: many relays run in UTC and devices do not.
    func zone(
        of time: DeviceTime,
        _ host: EventSummary.Host,
        _ line: Span<UInt8>,
        _ envelope: borrowing Envelope
    ) -> (zone: DeviceZone, origin: UTCOffset.Origin) {
        if let stated = time.utcOffset { return (.offset(stated), .line) }
        let own: DeviceZone? =
            switch host {
            case .line(let name): deviceZones.zone(of: name, in: line)
            case .envelope: deviceZones.zone(of: envelope.deviceHostText, in: envelope.deviceHost.span)
            case .unknown: nil
            }
        if let own { return (own, .host) }
        if let timeZone { return (.rules(timeZone), .everyHost) }
        if utcOffset == 0, let relays = time.relayOffset { return (.offset(relays), .line) }
        return (.offset(utcOffset), .everyHost)
    }
}
