// Normalizes each line twice, with two settings, and compares what comes out. Holds no more than one line's events. One
// thread.

internal import Kafka
public import Normalization
internal import Worker

/// Compares the events that two settings make of the same lines.
public struct SettingsComparison: ~Copyable {
    /// One of the two.
    public struct Side: Sendable {
        /// What decides about events.
        public var settings: NormalizerSettings
        /// The name in eventId, as 48 bits.
        public var namespace: UInt64

        /// Takes settings, and the name in eventId.
        public init(_ settings: NormalizerSettings, namespace: UInt64) {
            self.settings = settings
            self.namespace = namespace
        }
    }

    private var old: Normalizer
    private var new: Normalizer
    private let oldNamespace: UInt64
    private let newNamespace: UInt64
    private var before = OutputBuffer(capacity: 8192)
    private var now = OutputBuffer(capacity: 8192)
    /// What was found so far.
    public private(set) var report: ComparisonReport

    /// Prepares both sides.
    public init(_ catalogue: Catalogue, old: Side, new: Side, samples: Int) {
        self.old = Normalizer(catalogue: catalogue, settings: old.settings)
        self.new = Normalizer(catalogue: catalogue, settings: new.settings)
        oldNamespace = old.namespace
        newNamespace = new.namespace
        report = ComparisonReport(samples: samples)
    }

    /// Compares the events of one line; nil for a null value.
    public mutating func compare(_ line: Span<UInt8>?, _ envelope: Envelope) {
        report.records += 1
        guard let line else { return }
        var envelope = envelope
        before.removeAll()
        now.removeAll()
        envelope.position.namespace = oldNamespace
        let first = old.normalize(line, envelope, into: &before)
        let id = envelope.eventID ?? envelope.position.eventID
        envelope.position.namespace = newNamespace
        let second = new.normalize(line, envelope, into: &now)
        switch (first, second) {
        case (.deadLetter, .deadLetter): report.deadLetters += 1
        case (.deadLetter(let reason), .event(let event)):
            report.countEvent(event.id)
            report.countAlone(.eventAdded, event.id, event: id.description, why: "dead letter: \(reason.rawValue)")
        case (.event(let event), .deadLetter(let reason)):
            report.countEvent(event.id)
            report.countAlone(.eventRemoved, event.id, event: id.description, why: "dead letter: \(reason.rawValue)")
        case (.event, .event(let event)):
            report.countEvent(event.id)
            before.withBytes { before in
                now.withBytes { now in
                    guard !before.isEqual(now) else { return }
                    report.compare(old: before, new: now, messageID: event.id, event: id.description)
                }
            }
        }
    }

    /// Compares the events of all records of the ranges.
    public mutating func compare(
        _ ranges: [Int32: Range<Int64>],
        of inspector: TopicInspector
    ) throws(CommandFailure) {
        var envelopes = EnvelopeReader(namespace: 0)
        envelopes.fallbackTime = SystemClock.epochMilliseconds
        try inspector.scan(ranges) { batch, index in
            envelopes.read(batch, at: index)
            batch.withPayload(at: index) { compare($0, envelopes.envelope) }
            return true
        }
    }
}

extension Span<UInt8> {
    /// Whether both hold the same bytes.
    func isEqual(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
