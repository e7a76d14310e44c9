// `doctor`: would a worker with these settings do its work on this cluster?

internal import NormalizerWorker

enum DoctorCommand {
    static let command = Command(
        name: "doctor",
        summary: "Check whether a worker with these settings could do its work on this cluster.",
        details: """
            Checks library, connection, topics with their settings, and group, and says for each what is wrong and what to do.
            With --scratch-topic it also tries a transaction there: that a commit is seen, an abort is not, and a replaced
            producer is fenced. Ends with 1 if something is a fault.
            """,
        example: "anyconnect-normalizer doctor --bootstrap-servers kafka:9092 --scratch-topic normalizer.scratch",
        settings: Setting.ofWorker + [.scratchTopic],
        run: run
    )

    private static func run(_ values: SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let configuration = try WorkerConfiguration(values)
        let style = Style(isColored: StandardStream.output.isTerminal)
        let doctor = Doctor(configuration) { finding in
            let word =
                switch finding.verdict {
                case .good: style.good("good   ")
                case .warning: style.value("warning")
                case .fault: style.bad("FAULT  ")
                case .unknown: style.faint("unknown")
                }
            StandardStream.output.print("\(word)  \(finding.subject): \(finding.detail)")
            if !finding.advice.isEmpty { StandardStream.output.print("         -> \(finding.advice)") }
            StandardStream.output.flush()
        }
        try doctor.examine(scratchTopic: values.text(.scratchTopic))
        return doctor.findings.contains { $0.verdict == .fault } ? .failure : .success
    }
}
