// The work of `normalize` between reading and writing: lines in, events and dead letters out, and counts of both. Main
// thread.

internal import Normalization
internal import Operations
internal import Worker

/// The work of one `normalize`: a normalizer, its buffers and the counts.
struct NormalizeSession: ~Copyable {
    private var normalizer: Normalizer
    /// Events that are not written yet: those of one read.
    private var output = OutputBuffer(capacity: 1 << 16)
    private var envelope: Envelope
    /// Whether the output is still read: known whenever events have been written.
    private var isRead = true
    /// Lines so far.
    private(set) var read = 0
    private var deadLetters: [DeadLetterReason: Int] = [:]
    private var dropped = 0
    private let hasRules: Bool
    /// Counts for the report; nil if none is wanted.
    private var report: ConformanceReport?
    /// Counts of what rules do for it; nil if none are wanted, or there are no rules.
    private let savings: SavingsReport?
    private let files: InputFiles

    init(
        _ catalogue: Catalogue,
        _ settings: NormalizerSettings,
        _ files: InputFiles,
        namespace: UInt64,
        _ report: ConformanceReport?
    ) {
        self.files = files
        self.report = report
        hasRules = !settings.rules.isEmpty
        savings = report == nil || settings.rules.isEmpty ? nil : SavingsReport(catalogue, settings)
        normalizer = Normalizer(catalogue: catalogue, settings: settings)
        envelope = Envelope(
            position: RecordPosition(namespace: namespace, partition: 0, offset: 0),
            receivedAt: SystemClock.epochMilliseconds
        )
        envelope.statesReceivedAt = false
    }

    /// Handles one line; false if the output is not read any more.
    mutating func take(_ line: Span<UInt8>, _ place: InputPlace) -> Bool {
        envelope.position.partition = Int32(place.file)
        envelope.position.offset = Int64(place.line - 1)
        if read & 0xFF == 0 { envelope.receivedAt = SystemClock.epochMilliseconds }
        read += 1
        let start = output.count
        switch normalizer.normalize(line, envelope, into: &output) {
        case .event(let summary):
            report?.count(summary, line, place)
            savings?.count(summary, bytes: output.count - start)
            output.append(UInt8(ascii: "\n"))
            if output.count > NormalizeSession.longestWait { writeEvents() }
        case .dropped(let summary):
            dropped += 1
            savings?.countDropped(summary, line, envelope)
        case .deadLetter(let reason):
            deadLetters[reason, default: 0] += 1
            report?.note(.deadLetter(reason), line, place)
            // Where both streams are one, as on a terminal, it stands behind the events of the lines before it.
            writeEvents()
            writeDeadLetter(line, place, reason)
        }
        return isRead
    }

    /// Bytes of events that are written even where more lines are at hand.
    private static let longestWait = 1 << 16

    mutating func writeEvents() {
        output.withBytes { StandardStream.output.writeThrough(foreign: $0) }
        output.removeAll()
        isRead = !StandardStream.output.isClosed
    }

    private func writeDeadLetter(_ line: Span<UInt8>, _ place: InputPlace, _ reason: DeadLetterReason) {
        var text = OutputBuffer()
        text.append("{")
        if let name = files.name(of: place) {
            text.append(#""file":"#)
            text.append(jsonString: name.utf8.span)
            text.append(",")
        }
        text.append(#""line":"#)
        text.append(decimal: place.line)
        text.append(#","reason":"#)
        text.append(jsonString: reason.rawValue.utf8.span)
        text.append(#","raw":"#)
        text.append(jsonString: line)
        text.append("}\n")
        text.withBytes { StandardStream.error.write(foreign: $0) }
    }

    var hasDeadLetters: Bool { !deadLetters.isEmpty }

    /// Writes the report if there is one, else the summary.
    func end(_ catalogue: Catalogue, _ page: Page, _ style: Style) {
        if let report {
            ConformancePage(report, deadLetters, savings, catalogue, files, style).print(page)
        } else {
            writeSummary()
        }
    }

    private func writeSummary() {
        let total = deadLetters.values.reduce(0, +)
        let reasons = DeadLetterReason.allCases.compactMap { reason in
            deadLetters[reason].map { "\"\(reason.rawValue)\":\($0)" }
        }
        let events = read - total - dropped
        let ruled = hasRules ? #","dropped":\#(dropped)"# : ""
        StandardStream.error.print(
            #"{"read":\#(read),"events":\#(events),"deadLetters":{\#(reasons.joined(separator: ","))}\#(ruled)}"#
        )
    }
}
