// Shows on a terminal what a command waits for, once it has waited for two seconds. Any thread.

internal import Worker

extension WorkerConfiguration {
    /// The configuration of a command that asks a cluster: what it waits for is shown where a person looks.
    init(asking values: SettingValues) throws(ConfigurationFaults) {
        try self.init(values)
        guard StandardStream.error.isTerminal else { return }
        patience = Patience(patience.limit) { text in
            let line = "\r\u{1B}[K" + (text.map { "waiting for \($0)" } ?? "")
            StandardStream.error.write(Array(line.utf8).span)
        }
    }
}
