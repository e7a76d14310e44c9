// Reads what differs of a range again, and says in what: in tokens, in the topic, or in that one side has no event. One
// thread.

internal import Kafka
internal import Normalization
internal import Worker

extension OutputComparison {
    /// Reads what differs of the range again.
    mutating func explain(_ ranges: [Int32: Range<Int64>], _ inspector: TopicInspector) throws(CommandFailure) {
        var envelopes = EnvelopeReader { [eventName] _ in eventName }
        try inspector.scan(ranges) { batch, index in
            let partition = batch.partition(at: index)
            guard let book = books[partition], let slot = book.index(of: batch.offset(at: index)),
                book.isDifferent(slot)
            else { return true }
            envelopes.read(batch, at: index)
            let found = others.removeValue(forKey: Place(partition: partition, index: slot))
            let isTimeless = batch.timestamp(at: index) == nil
            batch.withPayload(at: index) { explain($0, envelopes.envelope, found, isTimeless) }
            return true
        }
    }

    private mutating func explain(_ line: Span<UInt8>?, _ envelope: Envelope, _ found: Found?, _ isTimeless: Bool) {
        let id = envelope.id.description
        output.removeAll()
        var outcome: Outcome?
        if let line { outcome = normalizer.normalize(line, envelope, into: &output) }
        switch (outcome, found) {
        case (.event(let event), let found?):
            let isDifferent = output.withBytes { now in
                report.compare(
                    old: found.event.span,
                    new: now,
                    messageID: event.id,
                    event: id,
                    // The time of a record without one is that of its reading.
                    ignoring: isTimeless ? .collectorReceivedTime : nil
                )
            }
            let topic = topic(of: event)
            if !isDifferent, topic != found.topic {
                report.countMoved(event.id, event: id, from: topics[found.topic], to: topics[topic])
            }
        case (.event(let event), nil): report.countAlone(.eventAdded, event.id, event: id, why: nil)
        case (let outcome, let found?):
            let message = ComparisonReport.messageID(of: found.event.span)
            report.countEvent(message)
            report.countAlone(
                outcome?.isDropped == true ? .eventDropped : .eventRemoved,
                message,
                event: id,
                why: outcome.map { OutputComparison.why($0, rules) } ?? "null value"
            )
        case (_, nil): break
        }
    }

    /// Why there is no event of a record, in words.
    static func why(_ outcome: Outcome, _ rules: Rules) -> String {
        switch outcome {
        case .deadLetter(let reason): "dead letter: \(reason.rawValue)"
        case .dropped(let event): "dropped: " + (event.rule.map { rules.list[$0].place } ?? "")
        case .event: ""
        }
    }
}
