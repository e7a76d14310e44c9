// What comes in beside the line: the record's place, its time and its headers. Values only.

/// What comes in beside a line.
///
/// One value can serve for all lines of a lane: `deviceHost` keeps its memory.
public struct Envelope: Sendable {
    /// Where the record stands.
    public var position: RecordPosition
    /// Milliseconds since 1970 at which the collector had the line.
    public var receivedAt: Int64
    /// The sender that the collector saw; empty if unknown.
    public var deviceHost: [UInt8] = []
    /// Token `customerId`, if the record has one.
    public var customerID: UUID?
    /// Token `collectorId`, if the record has one.
    public var collectorID: UUID?
    /// Token `eventSourceId`, if the record has one.
    public var eventSourceID: UUID?
    /// Token `eventId`, if the record has one.
    public var eventID: UUID?

    /// Makes an envelope with nothing but a position and a time.
    public init(position: RecordPosition, receivedAt: Int64) {
        self.position = position
        self.receivedAt = receivedAt
    }

    /// The sender without outer blanks; empty if unknown or a sign for none.
    public var deviceHostText: ByteRange {
        let host = deviceHost.span
        let text = Text.trimmed(ByteRange(0, host.count), of: host)
        return Absence.isNone(text, in: host) ? ByteRange(0, 0) : text
    }
}
