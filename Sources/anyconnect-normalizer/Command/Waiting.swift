// Shows on a terminal what a command waits for, once it has waited for two seconds. Any thread.

internal import Worker

extension WorkerConfiguration {
    /// The configuration of a command that asks a cluster: what it waits for is shown where a person looks.
    ///
    /// - Parameters:
    ///   - values: What the user has set.
    ///   - takesSeveralTopics: Whether the command works on an input of several topics; for others that is a fault.
    /// - Throws: All faults of the settings.
    init(asking values: SettingValues, takesSeveralTopics: Bool = false) throws(ConfigurationFaults) {
        var values = values
        if !takesSeveralTopics, let text = values.text(.inputTopic),
            let topics = SettingParsers.topics(text), topics.only == nil
        {
            let example =
                switch topics {
                case .named(let names): names[0]
                case .matching: "asa.raw"
                }
            values.fail(
                "--input-topic '\(topics)': this command works on one topic at a time; "
                    + "give one by its name, such as --input-topic \(example)"
            )
        }
        try self.init(values)
        guard StandardStream.error.isTerminal else { return }
        patience = Patience(patience.limit) { text in
            let line = "\r\u{1B}[K" + (text.map { "waiting for \($0)" } ?? "")
            StandardStream.error.write(line.utf8.span)
        }
    }
}
