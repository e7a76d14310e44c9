// Normalizes each line twice, with two settings, and compares what comes out. Holds no more than one line's events. One
// thread.

internal import Kafka
public import Normalization
internal import Worker

/// Compares the events that two settings make of the same lines.
public struct SettingsComparison: ~Copyable {
    /// One of the two.
    public struct Side: Sendable {
        fileprivate let settings: NormalizerSettings
        /// The name in eventId, as 48 bits.
        fileprivate let namespace: UInt64

        /// Takes what decides about events, and the name in eventId.
        public init(_ settings: NormalizerSettings, name: String) {
            self.settings = settings
            namespace = RecordPosition.namespace(of: name)
        }
    }

    private var old: Normalizer
    private var new: Normalizer
    private let sides: (old: Side, new: Side)
    private let share: Share
    private var before = OutputBuffer(capacity: 8192)
    private var now = OutputBuffer(capacity: 8192)
    /// What was found so far.
    public private(set) var report: ComparisonReport

    /// Prepares both sides, for a share of the records.
    public init(_ catalogue: Catalogue, _ sides: (old: Side, new: Side), _ share: Share, samples: Int) {
        self.old = Normalizer(catalogue: catalogue, settings: sides.old.settings)
        self.new = Normalizer(catalogue: catalogue, settings: sides.new.settings)
        self.sides = sides
        self.share = share
        report = ComparisonReport(samples: samples)
    }

    /// Compares the events of one line, if it belongs to the share; nil for a null value.
    public mutating func compare(_ line: Span<UInt8>?, _ envelope: Envelope) {
        var envelope = envelope
        envelope.position.namespace = sides.old.namespace
        let id = envelope.id
        guard share.holds(id) else { return }
        report.records += 1
        guard let line else { return }
        before.removeAll()
        now.removeAll()
        let first = old.normalize(line, envelope, into: &before)
        envelope.position.namespace = sides.new.namespace
        let second = new.normalize(line, envelope, into: &now)
        switch (first, second) {
        case (.dropped, .dropped): report.dropped += 1
        case (.deadLetter, .deadLetter), (.deadLetter, .dropped), (.dropped, .deadLetter): report.deadLetters += 1
        case (_, .event(let event)):
            report.countEvent(event.id)
            guard case .event(let former) = first else {
                return report.countAlone(
                    .eventAdded,
                    event.id,
                    event: id.description,
                    why: OutputComparison.why(first, sides.old.settings.rules)
                )
            }
            compare(former, event, id)
        case (.event(let event), _):
            report.countEvent(event.id)
            report.countAlone(
                second.isDropped ? .eventDropped : .eventRemoved,
                event.id,
                event: id.description,
                why: OutputComparison.why(second, sides.new.settings.rules)
            )
        }
    }

    /// Compares the events of a record, and the topics that they go to.
    private mutating func compare(_ former: EventSummary, _ event: EventSummary, _ id: UUID) {
        let isEqual = before.withBytes { before in now.withBytes { before.isEqual($0) } }
        let rules = (old: sides.old.settings.rules, new: sides.new.settings.rules)
        let topics = (rules.old.topic(ofRule: former.rule), rules.new.topic(ofRule: event.rule))
        let isDifferent =
            !isEqual
            && before.withBytes { before in
                now.withBytes { now in
                    report.compare(old: before, new: now, messageID: event.id, event: id.description)
                }
            }
        if !isDifferent, topics.0 != topics.1 {
            let names = (topics.0 ?? "the output topic", topics.1 ?? "the output topic")
            report.countMoved(event.id, event: id.description, from: names.0, to: names.1)
        }
    }

    /// Compares the events of all records of the ranges.
    public mutating func compare(_ ranges: [Int32: Range<Int64>], of inspector: TopicInspector) throws(CommandFailure) {
        var envelopes = EnvelopeReader { $0 }
        try inspector.scan(ranges) { batch, index in
            envelopes.read(batch, at: index)
            batch.withPayload(at: index) { compare($0, envelopes.envelope) }
            return true
        }
    }
}

extension Outcome {
    /// Whether a rule drops the event.
    var isDropped: Bool { if case .dropped = self { true } else { false } }
}

extension Span<UInt8> {
    /// Whether both hold the same bytes.
    func isEqual(_ other: Span<UInt8>) -> Bool {
        guard count == other.count else { return false }
        for index in indices where self[index] != other[index] { return false }
        return true
    }
}
