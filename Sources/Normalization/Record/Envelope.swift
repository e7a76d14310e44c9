// What comes in beside the line: the record's place, its time and its headers. Values only.

/// What comes in beside a line.
///
/// One value can serve for all lines of a lane: `deviceHost` keeps its memory.
public struct Envelope: Sendable {
    /// Where the record stands.
    public var position: RecordPosition
    /// Milliseconds since 1970 at which the collector had the line.
    public var receivedAt: Int64
    /// Whether the record says so: a header of the collector, or Kafka's timestamp.
    ///
    /// The time at which a line is read lends a stamp its year, and is compared with none.
    public var statesReceivedAt = true
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

    /// Token `eventId`: the record's own, else made of its place.
    @inline(__always)
    public var id: UUID { eventID ?? position.eventID }

    /// The time of receipt as the calendar can hold it.
    var reception: Reception {
        Reception(seconds: CivilTime.seconds(CivilTime.writable(receivedAt)), isStated: statesReceivedAt)
    }

    /// The sender without outer blanks; empty if unknown or a sign for none.
    public var deviceHostText: ByteRange {
        let host = deviceHost.span
        let text = Text.trimmed(ByteRange(0, host.count), of: host)
        return Absence.isNone(text, in: host) ? ByteRange(0, 0) : text
    }
}
