// `normalize`: lines on standard input to JSON lines on standard output, in order, without Kafka. What
// cannot be normalized goes to standard error with its line number and reason.

internal import Glibc
internal import Normalization
internal import NormalizerWorker

enum NormalizeCommand {
    static let command = Command(
        name: "normalize",
        summary: "Turn lines on standard input into events on standard output.",
        details: """
            Reads syslog lines and writes one JSON object per line, in order. A line that no event can be made of goes
            to standard error as a JSON object with line number, reason and the raw line. A summary ends it on standard error, or
            with --report a table: how many lines of each message fit a layout, which messages are unknown, and why lines are dead
            letters. Input in gzip, zstd or UTF-16 is not read: the error names the command that makes lines of it. No Kafka needed.
            """,
        example: "anyconnect-normalizer normalize < asa.log > events.jsonl",
        settings: [.config, .report] + Setting.ofEvents,
        run: run
    )

    private static func run(_ values: SettingValues) throws(ConfigurationFaults) -> ExitCode {
        var values = values
        let settings = NormalizerSettings(&values)
        let namespace = RecordPosition.namespace(of: values.text(.namespace) ?? "stdin")
        let isReporting = values.isOn(.report)
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        let catalogue = try StandardCatalogue.compiled()
        var session = NormalizeSession(catalogue, settings, namespace: namespace, isReporting: isReporting)
        if isatty(STDIN_FILENO) == 1 {
            StandardStream.error.print("normalize: waiting for lines on standard input; Control-D ends them")
        }
        var isFirst = true
        var form: InputForm?
        let failure = LineReader.forEachLine(of: STDIN_FILENO, beforeReading: { session.writeEvents() }) { line in
            if isFirst {
                isFirst = false
                form = InputForm(line)
            }
            return form == nil && session.take(line)
        }
        if let form {
            StandardStream.error.print("normalize: standard input is \(form.advice)")
            return .failure
        }
        session.writeEvents()
        StandardStream.output.flush()
        if StandardStream.output.isClosed { return .success }
        if isReporting { session.writeReport(catalogue) } else { session.writeSummary() }
        guard failure == 0 else {
            StandardStream.error.print("normalize: reading standard input failed, errno \(failure)")
            return .failure
        }
        return .success
    }
}

/// The work of one `normalize`: a normalizer, its buffers and the counts.
private struct NormalizeSession: ~Copyable {
    private var normalizer: Normalizer
    /// Events that are not written yet: those of one read.
    private var output = OutputBuffer(capacity: 1 << 16)
    private var envelope: Envelope
    private var read = 0
    private var deadLetters: [DeadLetterReason: Int] = [:]
    private var report = ConformanceReport()
    private let isReporting: Bool

    init(_ catalogue: Catalogue, _ settings: NormalizerSettings, namespace: UInt64, isReporting: Bool) {
        self.isReporting = isReporting
        normalizer = Normalizer(catalogue: catalogue, settings: settings)
        envelope = Envelope(
            position: RecordPosition(namespace: namespace, partition: 0, offset: 0),
            receivedAt: SystemClock.epochMilliseconds
        )
    }

    /// Handles one line; false if nobody reads the output any more.
    mutating func take(_ line: Span<UInt8>) -> Bool {
        envelope.position.offset = Int64(read)
        if read & 0xFF == 0 { envelope.receivedAt = SystemClock.epochMilliseconds }
        read += 1
        switch normalizer.normalize(line, envelope, into: &output) {
        case .event(let summary):
            if isReporting { report.count(summary) }
            output.append(UInt8(ascii: "\n"))
            if output.count > NormalizeSession.longestWait { writeEvents() }
        case .deadLetter(let reason):
            deadLetters[reason, default: 0] += 1
            writeDeadLetter(line, reason)
        }
        return !StandardStream.output.isClosed
    }

    /// Bytes of events that are written even where more lines are at hand.
    private static let longestWait = 1 << 16

    /// Writes the events that are not written yet.
    mutating func writeEvents() {
        output.withBytes { StandardStream.output.write($0) }
        output.removeAll()
        StandardStream.output.flush()
    }

    private func writeDeadLetter(_ line: Span<UInt8>, _ reason: DeadLetterReason) {
        var text = OutputBuffer()
        text.append(#"{"line":"#)
        text.append(decimal: read)
        text.append(#","reason":"#)
        text.append(jsonString: Array(reason.rawValue.utf8).span)
        text.append(#","raw":"#)
        text.append(jsonString: line)
        text.append("}\n")
        text.withBytes { StandardStream.error.write($0) }
    }

    func writeReport(_ catalogue: Catalogue) {
        var names: [Int32: String] = [:]
        for message in catalogue.declarations { names[message.id] = message.name }
        let style = Style(isColored: StandardStream.error.isTerminal)
        StandardStream.error.print(report.text(names: names, deadLetters: deadLetters, style: style))
    }

    func writeSummary() {
        let total = deadLetters.values.reduce(0, +)
        let reasons = DeadLetterReason.allCases.compactMap { reason in
            deadLetters[reason].map { "\"\(reason.rawValue)\":\($0)" }
        }
        StandardStream.error.print(
            #"{"read":\#(read),"events":\#(read - total),"deadLetters":{\#(reasons.joined(separator: ","))}}"#
        )
    }
}
