// `normalize`: lines of files or of standard input to JSON lines on standard output, in order, without Kafka. What
// cannot be normalized goes to standard error with its line number and reason.

internal import Normalization
internal import Operations
internal import Worker

enum NormalizeCommand {
    static let command = Command(
        name: "normalize",
        summary: "Turn lines of files or of standard input into events on standard output.",
        details: """
            Reads syslog lines and writes one JSON object per line, in order. A line that no event can be made of goes
            to standard error as a JSON object with line number, reason and the raw line; --strict then ends with 1. A
            summary ends it on standard error, or with --report a table: how many lines of each message fit a layout,
            which messages are unknown, why lines are dead letters, and samples of all three with their line numbers;
            --format json gives it as JSON, one object a line. Files in gzip, zstd, bzip2, xz or UTF-16 are not read:
            the error names the command that makes lines of them.

            The eventId of a line is made of --namespace ("stdin" if not given), the place of its file among the
            files, and its place in the file: normalize a.log gives the ids of normalize < a.log. Give each run a
            --namespace of its own where the events of several runs meet. No Kafka needed.
            """,
        example: "anyconnect-normalizer normalize asa.log > events.jsonl",
        settings: [.config, .files, .strict, .report, .reportFormat, .samples, .color] + Setting.ofEvents,
        positionals: [.files],
        run: run
    )

    private static func run(_ values: SettingValues) throws(ConfigurationFaults) -> ExitCode {
        var values = values
        let files = InputFiles(values.texts(.files), command: "normalize", &values)
        let settings = NormalizerSettings(&values)
        let namespace = RecordPosition.namespace(of: values.text(.namespace) ?? "stdin")
        let isStrict = values.isOn(.strict)
        let isReporting = values.isOn(.report)
        let samples = values.sampleCount()
        let style = values.style(on: .error)
        let page = values.page(on: .error)
        for setting in [Setting.reportFormat, .samples] where !isReporting && values.origin(setting) == .flag {
            values.fail("--\(setting.name): for --report only")
        }
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        let catalogue = try StandardCatalogue.compiled()
        let report = isReporting ? ConformanceReport(samplesEach: samples) : nil
        var session = NormalizeSession(catalogue, settings, files, namespace: namespace, report)
        let fault = files.forEachLine(beforeReading: { session.writeEvents() }, { session.take($0, $1) })
        session.writeEvents()
        StandardStream.output.flush()
        if StandardStream.output.isClosed { return .success }
        // What was not read as lines at all has no summary.
        if fault == nil || session.read > 0 { session.end(catalogue, page, style) }
        if let fault { StandardStream.error.print("normalize: \(fault)") }
        // Dead letters and the report are there, and so is nothing that could tell it.
        if StandardStream.error.failure != nil { return .output }
        return fault != nil || isStrict && session.hasDeadLetters ? .failure : .success
    }
}

/// The work of one `normalize`: a normalizer, its buffers and the counts.
private struct NormalizeSession: ~Copyable {
    private var normalizer: Normalizer
    /// Events that are not written yet: those of one read.
    private var output = OutputBuffer(capacity: 1 << 16)
    private var envelope: Envelope
    /// Lines so far.
    private(set) var read = 0
    private var deadLetters: [DeadLetterReason: Int] = [:]
    /// Counts for the report; nil if none is wanted.
    private var report: ConformanceReport?
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
        normalizer = Normalizer(catalogue: catalogue, settings: settings)
        envelope = Envelope(
            position: RecordPosition(namespace: namespace, partition: 0, offset: 0),
            receivedAt: SystemClock.epochMilliseconds
        )
    }

    /// Handles one line; false if nobody reads the output any more.
    mutating func take(_ line: Span<UInt8>, _ place: InputPlace) -> Bool {
        envelope.position.partition = Int32(place.file)
        envelope.position.offset = Int64(place.line - 1)
        if read & 0xFF == 0 { envelope.receivedAt = SystemClock.epochMilliseconds }
        read += 1
        switch normalizer.normalize(line, envelope, into: &output) {
        case .event(let summary):
            report?.count(summary, line, place)
            output.append(UInt8(ascii: "\n"))
            if output.count > NormalizeSession.longestWait { writeEvents() }
        case .deadLetter(let reason):
            deadLetters[reason, default: 0] += 1
            report?.note(.deadLetter(reason), line, place)
            // Where both streams are one, as on a terminal, it stands behind the events of the lines before it.
            writeEvents()
            writeDeadLetter(line, place, reason)
        }
        return !StandardStream.output.isClosed
    }

    /// Bytes of events that are written even where more lines are at hand.
    private static let longestWait = 1 << 16

    /// Writes the events that are not written yet.
    mutating func writeEvents() {
        output.withBytes { StandardStream.output.write(foreign: $0) }
        output.removeAll()
        StandardStream.output.flush()
    }

    private func writeDeadLetter(_ line: Span<UInt8>, _ place: InputPlace, _ reason: DeadLetterReason) {
        var text = OutputBuffer()
        text.append("{")
        if let name = files.name(of: place) {
            text.append(#""file":"#)
            text.append(jsonString: Array(name.utf8).span)
            text.append(",")
        }
        text.append(#""line":"#)
        text.append(decimal: place.line)
        text.append(#","reason":"#)
        text.append(jsonString: Array(reason.rawValue.utf8).span)
        text.append(#","raw":"#)
        text.append(jsonString: line)
        text.append("}\n")
        text.withBytes { StandardStream.error.write(foreign: $0) }
    }

    /// Whether there was any.
    var hasDeadLetters: Bool { !deadLetters.isEmpty }

    /// Writes the report if there is one, else the summary.
    func end(_ catalogue: Catalogue, _ page: Page, _ style: Style) {
        if let report {
            ConformancePage(report, deadLetters, catalogue, files, style).print(page)
        } else {
            writeSummary()
        }
    }

    private func writeSummary() {
        let total = deadLetters.values.reduce(0, +)
        let reasons = DeadLetterReason.allCases.compactMap { reason in
            deadLetters[reason].map { "\"\(reason.rawValue)\":\($0)" }
        }
        StandardStream.error.print(
            #"{"read":\#(read),"events":\#(read - total),"deadLetters":{\#(reasons.joined(separator: ","))}}"#
        )
    }
}
