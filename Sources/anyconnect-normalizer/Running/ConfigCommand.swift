// `config`: the settings that `run` would have, with where each comes from; secrets masked.

internal import Normalization
internal import Worker

enum ConfigCommand {
    static let command = Command(
        name: "config",
        summary: "Show the settings that run would have, and where each comes from.",
        details: """
            Reads flags, environment and file as run does, prints every value with its origin, and lists every fault.
            Secrets are masked. Rules are shown as they are read, in the order in which they are asked, with a note on
            those that match nothing. Values of the environment and of files of their own lose one line end behind them.
            Nothing is connected to.
            """,
        example: "anyconnect-normalizer config --config /etc/normalizer.conf",
        settings: Setting.ofWorker + [.reportFormat],
        run: run
    )

    /// Settings that are shown in another way, or not at all.
    private static let hidden = [Setting.kafka.name, Setting.config.name, Setting.rule.name]

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let page = values.page()
        // A copy: its faults are those that the configuration will list.
        var copy = values
        let rules = copy.rules()
        let properties = copy.kafkaProperties(owned: WorkerConfiguration.ownedProperties)
        var rows: [(name: String, value: String, origin: String)] = []
        for setting in Setting.ofWorker where !hidden.contains(setting.name) {
            let given = values.given(setting)
            if given.isEmpty, let text = setting.defaultValue {
                rows.append((setting.name, text, describe(.standard)))
            }
            for entry in setting.isRepeatable ? given : Array(given.prefix(1)) {
                rows.append((setting.name, entry.text, describe(entry.origin)))
            }
        }
        for property in properties {
            let value = property.mayBeSecret ? "********" : property.value
            rows.append(("kafka.\(property.key)", value, describe(property.origin)))
        }
        for (index, rule) in rules.list.enumerated() {
            rows.append(("rule \(index + 1)", rule.description, rule.place))
        }
        let texts = rows.map { "\($0.name) = \($0.value)" }
        let width = texts.map(\.count).max() ?? 0
        for (row, text) in zip(rows, texts) {
            page.text("\(text.padded(to: width))  # \(row.origin)")
            page.json([
                ("setting", JSONText.string(row.name)), ("value", JSONText.string(row.value)),
                ("origin", JSONText.string(row.origin)),
            ])
        }
        _ = try WorkerConfiguration(values)
        for remark in rules.remarks(try StandardCatalogue.compiled()) { StandardStream.error.print("note: \(remark)") }
        return .success
    }

    private static func describe(_ origin: SettingOrigin) -> String {
        switch origin {
        case .flag: "flag"
        case .environment(let name): name
        case .file(let path, let line): "\(path):\(line)"
        case .standard: "default"
        }
    }
}
