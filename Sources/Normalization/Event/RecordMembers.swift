// The members at the end of an event, which say whose it is, which record it is made of and when that came in. Most of
// their text is that of the record before, so it is kept. One owner, one thread.

/// Writes the identifiers and `collectorReceivedTime`.
struct RecordMembers: ~Copyable {
    private let settings: NormalizerSettings
    /// `,"collectorReceivedTime":...` of the `receivedSpan` milliseconds from `receivedFrom` on.
    private var receivedTime = OutputBuffer(capacity: 64)
    private var receivedFrom: Int64 = 0
    private var receivedSpan: UInt64 = 0
    /// The text of the last `eventId` but for its last four digits.
    private var beginning = UUIDBeginning(UUID(high: 0, low: 0))

    init(settings: NormalizerSettings) { self.settings = settings }

    /// Appends the members of a record.
    @inline(__always)
    mutating func write(_ envelope: borrowing Envelope, to output: inout OutputCursor) {
        output.append(.customerId, envelope.customerID ?? settings.customerID)
        output.append(.collectorId, envelope.collectorID ?? settings.collectorID)
        output.append(.eventSourceId, envelope.eventSourceID ?? settings.eventSourceID)
        let id = envelope.id
        if !beginning.isThat(of: id) { beginning = UUIDBeginning(id) }
        output.append(Token.eventId.declaration.key)
        output.append(uuid: id, beginning)
        output.append(ASCII.quote)
        if UInt64(bitPattern: envelope.receivedAt &- receivedFrom) >= receivedSpan { makeTime(envelope.receivedAt) }
        receivedTime.withBytes { output.append($0, 0, $0.count) }
    }

    /// Makes the text of `collectorReceivedTime`: records that came in together share it.
    @inline(never)
    private mutating func makeTime(_ milliseconds: Int64) {
        let time = CivilTime.writable(milliseconds)
        let seconds = CivilTime.seconds(time)
        (receivedFrom, receivedSpan) = settings.timeForm == .epochMillis ? (time, 1) : (seconds * 1000, 1000)
        receivedTime.removeAll()
        receivedTime.write(atMost: 64) { output in
            output.append(Token.collectorReceivedTime.declaration.key)
            switch settings.timeForm {
            case .guide: output.append(collectorTime: CivilTime(epochSeconds: seconds))
            case .rfc3339: output.append(rfc3339String: CivilTime(epochSeconds: seconds))
            case .epochMillis: output.append(epochMilliseconds: time)
            }
        }
    }
}
