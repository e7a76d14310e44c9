// The members at the end of an event, which say whose it is, which record it is made of and when that came in. Nearly
// all of their text is that of the record before, so it is kept. One owner, one thread.

/// Writes the identifiers and `collectorReceivedTime`, and closes the object.
struct RecordMembers: ~Copyable {
    private let settings: NormalizerSettings
    /// `,"customerId":...` up to the brace that closes the object.
    private var text = OutputBuffer(capacity: 512)
    /// Where the last four digits of `eventId` stand in it.
    private var digits = 0
    /// The rest of that identifier, and what else the text is made of; it serves for the `receivedSpan` milliseconds
    /// from `receivedFrom` on.
    private var high: UInt64 = 0
    private var low: UInt64 = 0
    private var customerID: UUID?
    private var collectorID: UUID?
    private var eventSourceID: UUID?
    private var receivedFrom: Int64 = 0
    private var receivedSpan: UInt64 = 0

    init(settings: NormalizerSettings) { self.settings = settings }

    /// Appends the members of a record.
    @inline(__always)
    mutating func write(_ envelope: borrowing Envelope, to output: inout OutputCursor) {
        let id = envelope.id
        if id.high != high || id.low >> 16 != low
            || UInt64(bitPattern: envelope.receivedAt &- receivedFrom) >= receivedSpan || !hasIdentifiers(of: envelope)
        {
            make(envelope, id)
        }
        let mark = output.written
        text.withBytes { output.append($0, 0, $0.count) }
        output.overwrite(OutputCursor.fourDigits(id.low), at: mark &+ digits)
    }

    /// Whether the text has the identifiers of an envelope.
    @inline(__always)
    private func hasIdentifiers(of envelope: borrowing Envelope) -> Bool {
        RecordMembers.isSame(envelope.customerID, customerID) && RecordMembers.isSame(envelope.collectorID, collectorID)
            && RecordMembers.isSame(envelope.eventSourceID, eventSourceID)
    }

    /// Whether two identifiers are the same, as they nearly always are by being none.
    @inline(__always)
    private static func isSame(_ one: UUID?, _ other: UUID?) -> Bool {
        guard let one else { return other == nil }
        guard let other else { return false }
        return one.high == other.high && one.low == other.low
    }

    /// Makes the text for a record, and for those of the same collector and second behind it.
    @inline(never)
    private mutating func make(_ envelope: borrowing Envelope, _ id: UUID) {
        (high, low) = (id.high, id.low >> 16)
        (customerID, collectorID) = (envelope.customerID, envelope.collectorID)
        eventSourceID = envelope.eventSourceID
        let time = CivilTime.writable(envelope.receivedAt)
        let seconds = CivilTime.seconds(time)
        (receivedFrom, receivedSpan) = settings.timeForm == .epochMillis ? (time, 1) : (seconds * 1000, 1000)
        var digits = 0
        text.removeAll()
        text.write(atMost: Token.longestEvent) { output in
            output.append(.customerId, customerID ?? settings.customerID)
            output.append(.collectorId, collectorID ?? settings.collectorID)
            output.append(.eventSourceId, eventSourceID ?? settings.eventSourceID)
            output.append(.eventId, id)
            // A quote stands behind them.
            digits = output.written - 5
            output.append(Token.collectorReceivedTime.declaration.key)
            switch settings.timeForm {
            case .guide: output.append(collectorTime: CivilTime(epochSeconds: seconds))
            case .rfc3339: output.append(rfc3339String: CivilTime(epochSeconds: seconds))
            case .epochMillis: output.append(epochMilliseconds: time)
            }
            output.append(UInt8(ascii: "}"))
        }
        self.digits = digits
    }
}
