// What rules do to the lines of `normalize --report`: how many events and bytes each of them drops or sends to another
// topic, by rule and by message. Counts alone; how they are printed is not known here. Main thread.

internal import Normalization

final class SavingsReport {
    /// Events, and their bytes in the topic.
    struct Amount {
        var events = 0
        var bytes = 0

        mutating func add(_ bytes: Int) {
            events += 1
            self.bytes += bytes
        }
    }

    struct Fates {
        var all = Amount()
        var dropped = Amount()
        /// Those that go to a topic of their own.
        var elsewhere = Amount()
    }

    let rules: Rules
    /// Of the events that a rule decided about, by rule in their order.
    private(set) var byRule: [Fates]
    private(set) var byMessage: [Int32: Fates] = [:]
    private(set) var total = Fates()
    /// Makes events that were dropped, to count their bytes.
    private var normalizer: Normalizer
    private var output = OutputBuffer()

    /// Counts nothing yet.
    init(_ catalogue: Catalogue, _ settings: NormalizerSettings) {
        rules = settings.rules
        byRule = [Fates](repeating: Fates(), count: settings.rules.list.count)
        var settings = settings
        settings.rules = Rules()
        normalizer = Normalizer(catalogue: catalogue, settings: settings)
    }

    func count(_ event: EventSummary, bytes: Int) {
        let isElsewhere = rules.topic(ofRule: event.rule) != nil
        add(event, bytes) { fates in
            if isElsewhere { fates.elsewhere.add(bytes) }
        }
    }

    func countDropped(_ event: EventSummary, _ line: Span<UInt8>, _ envelope: borrowing Envelope) {
        output.removeAll()
        _ = normalizer.normalize(line, envelope, into: &output)
        let bytes = output.count
        add(event, bytes) { $0.dropped.add(bytes) }
    }

    private func add(_ event: EventSummary, _ bytes: Int, _ fate: (inout Fates) -> Void) {
        func add(to fates: inout Fates) {
            fates.all.add(bytes)
            fate(&fates)
        }
        add(to: &total)
        add(to: &byMessage[event.id, default: Fates()])
        if let rule = event.rule { add(to: &byRule[rule]) }
    }
}
