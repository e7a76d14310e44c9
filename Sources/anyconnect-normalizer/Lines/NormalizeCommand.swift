// `normalize`: lines of files or of standard input to JSON lines on standard output, in order, without Kafka. What
// cannot be normalized goes to standard error with its line number and reason.

internal import Normalization
internal import Worker

enum NormalizeCommand {
    /// What ids of lines are made unique with, if no --namespace is given.
    static let namespace = "stdin"

    static let command = Command(
        name: "normalize",
        summary: "Turn lines of files or of standard input into events on standard output.",
        details: """
            Reads syslog lines and writes one JSON object per line, in order. A line that no event can be made of goes
            to standard error as a JSON object with line number, reason and the raw line; --strict then ends with 1. A
            summary ends it on standard error, or with --report a table: how many lines of each message fit a layout,
            which messages are unknown, why lines are dead letters, with samples of all three and their line numbers,
            and which devices have clocks that are off the relay's on the same line, with the offset that would fit;
            --format json gives it as JSON, one object a line. With --rules it also says what the rules save in events
            and bytes, by rule and by message; events of other topics are written as all others are. Files in gzip,
            zstd, bzip2, xz, zip or UTF-16 are not read: the error names the command that makes lines of them.

            The eventId of a line is made of --namespace ("stdin" if not given), the place of its file among the
            files, and its place in the file: normalize a.log gives the ids of normalize < a.log. Give each run a
            --namespace of its own where the events of several runs meet. No Kafka needed.
            """,
        example: "anyconnect-normalizer normalize asa.log > events.jsonl",
        settings: [.config, .files, .strict, .report, .reportFormat, .samples, .color] + Setting.ofEvents,
        positionals: [.files],
        run: run
    )

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let files = InputFiles(values.texts(.files), command: "normalize", &values)
        let settings = NormalizerSettings(&values)
        let namespace = RecordPosition.namespace(of: values.text(.namespace) ?? namespace)
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
        for remark in settings.rules.remarks(catalogue) { StandardStream.error.print("note: \(remark)") }
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
