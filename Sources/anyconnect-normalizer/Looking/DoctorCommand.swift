// `doctor`: would a worker with these settings do its work on this cluster?

internal import Operations
internal import Worker

enum DoctorCommand {
    static let command = Command(
        name: "doctor",
        summary: "Check whether a worker with these settings could do its work on this cluster.",
        details: """
            Makes the calls that run makes: topics with their settings, reading, group, transactional id and writing;
            and says for each what is wrong and what to do. Nothing is written but the marker of an aborted
            transaction. First it asks how the topics are laid out, then everything else at the same time; each of the
            two takes no longer than --timeout. With --scratch-topic it also tries a transaction there: that a commit
            is seen, an abort is not, and a replaced producer is fenced. Ends with 1 if something is a fault, with 75
            if brokers do not answer.
            """,
        example: "anyconnect-normalizer doctor --bootstrap-servers kafka:9092 --scratch-topic normalizer.scratch",
        settings: Setting.ofWorker + [.timeout, .scratchTopic, .reportFormat, .color],
        run: run
    )

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let page = values.page()
        let style = values.style(on: .output)
        let scratchTopic = values.text(.scratchTopic)
        let own = [Setting.inputTopic, .outputTopic, .deadLetterTopic].first { values.text($0) == scratchTopic }
        if let own { values.fail("--scratch-topic is the --\(own.name): records without a meaning are written there") }
        let configuration = try WorkerConfiguration(asking: values)
        let doctor = Doctor(configuration) { finding in
            page.json([
                ("subject", JSONText.string(finding.subject)), ("verdict", JSONText.string(finding.verdict.rawValue)),
                ("detail", JSONText.string(finding.detail)),
                ("advice", finding.advice.isEmpty ? nil : JSONText.string(finding.advice)),
            ])
            let word =
                switch finding.verdict {
                case .good: style.good("good   ")
                case .warning: style.value("warning")
                case .fault: style.bad("FAULT  ")
                case .unknown: style.faint("unknown")
                }
            page.text("\(word)  \(finding.subject): \(finding.detail)")
            if !finding.advice.isEmpty { page.text("         -> \(finding.advice)") }
            StandardStream.output.flush()
        }
        try doctor.examine(scratchTopic: scratchTopic)
        let faults = doctor.findings.filter { $0.verdict == .fault }
        return faults.isEmpty ? .success : faults.allSatisfy(\.isTransient) ? .tryAgain : .failure
    }
}
