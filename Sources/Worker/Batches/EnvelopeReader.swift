// Reads what comes in beside a line, from a record's place, time and headers (Normalization.docc, RecordsAndIdentity).
// A bad value is ignored and counted, never a reason to lose the event. One lane's thread.

package import Kafka
package import Normalization

/// Fills an envelope for each record of a batch.
package struct EnvelopeReader {
    package private(set) var envelope: Envelope
    /// Headers whose value could not be used, since the beginning.
    private(set) var ignored = 0
    private(set) var lastIgnored = ""
    /// Milliseconds since 1970 to use for a record without a time: those of the reader's beginning, unless it is told.
    var fallbackTime = SystemClock.epochMilliseconds
    /// Whether headers of the record before are in the envelope.
    private var holdsHeaders = false

    /// What 48 bits of eventId are made of, for a topic.
    private let name: (String) -> String
    /// The topic that the namespace at hand is of.
    private var topic = ""

    package init(name: @escaping (_ topic: String) -> String) {
        self.name = name
        envelope = Envelope(position: RecordPosition(namespace: 0, partition: 0, offset: 0), receivedAt: 0)
    }

    /// Reads the record at `index`.
    package mutating func read(_ batch: borrowing MessageBatch, at index: Int) {
        place(batch.topic(at: index), batch.partition(at: index), batch.offset(at: index))
        let time = batch.timestamp(at: index)?.epochMilliseconds
        envelope.receivedAt = time ?? fallbackTime
        envelope.statesReceivedAt = time != nil
        if holdsHeaders {
            envelope.deviceHost.removeAll(keepingCapacity: true)
            (envelope.customerID, envelope.collectorID, envelope.eventSourceID, envelope.eventID) = (nil, nil, nil, nil)
        }
        holdsHeaders = batch.headerCount(at: index) > 0
        guard holdsHeaders else { return }
        batch.forEachHeader(at: index) { name, value in
            if let value, let field = HeaderField(name) { take(field, value) }
        }
    }

    /// Lets the record that was read last stand where a dead letter came from.
    package mutating func move(to source: RecordSource) { place(source.topic, source.partition, source.offset) }

    private mutating func place(_ topic: String, _ partition: Int32, _ offset: Int64) {
        if topic != self.topic {
            self.topic = topic
            envelope.position.namespace = RecordPosition.namespace(of: name(topic))
        }
        envelope.position.partition = partition
        envelope.position.offset = offset
    }

    private mutating func take(_ field: HeaderField, _ value: Span<UInt8>) {
        switch field {
        case .deviceHost:
            envelope.deviceHost.removeAll(keepingCapacity: true)
            for index in value.indices { envelope.deviceHost.append(value[index]) }
        case .collectorReceivedTime:
            guard let time = ReceivedTime.milliseconds(value) else { return ignore(field) }
            envelope.receivedAt = time
            envelope.statesReceivedAt = true
        case .customerId, .collectorId, .eventSourceId, .eventId:
            guard let id = UUID(value) else { return ignore(field) }
            switch field {
            case .customerId: envelope.customerID = id
            case .collectorId: envelope.collectorID = id
            case .eventSourceId: envelope.eventSourceID = id
            default: envelope.eventID = id
            }
        }
    }

    private mutating func ignore(_ field: HeaderField) {
        ignored += 1
        lastIgnored = field.rawValue
    }
}

/// The headers that mean something to the normalizer.
private enum HeaderField: String, CaseIterable {
    case customerId
    case collectorId
    case eventSourceId
    case eventId
    case deviceHost
    case collectorReceivedTime

    /// The field of a name given as bytes, without making a string of it.
    init?(_ name: Span<UInt8>) {
        guard let field = HeaderField.allCases.first(where: { name.reads($0.rawValue) }) else { return nil }
        self = field
    }
}
