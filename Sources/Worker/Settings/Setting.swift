// What a setting is: its name in flags, variables and files, its help, its default, and where its value belongs. The
// settings themselves are declared beside this file; SettingValues reads them.

/// A setting that a user may give by flag, environment variable or file.
public struct Setting: Sendable {
    /// Name of the flag without dashes, and of the key in a file.
    public let name: String
    /// What stands for the value in help.
    public let placeholder: String
    /// The value where none is given; nil for a setting that may be absent or is required.
    public let defaultValue: String?
    /// One sentence for help and deploy/settings.md.
    public let summary: String
    /// Whether a command that knows it cannot do without it.
    public let isRequired: Bool
    /// Whether it may be given several times.
    public let isRepeatable: Bool
    /// Reads the value and puts it where it belongs; nil for a setting that is no single value of the configuration.
    let apply: (@Sendable (inout SettingValues, inout WorkerConfiguration) -> Void)?
    package static let config = Setting("config", "FILE", "File with settings, one `key = value` a line.")

    /// Whether the flag alone means `true`.
    public var isSwitch: Bool { placeholder == "true|false" }

    /// The words that may be typed as they stand: of `HOST:PORT|off` the second.
    public var words: [String] {
        guard placeholder.contains("|") else { return [] }
        return placeholder.split(separator: "|").map(String.init).filter { $0 == $0.lowercased() }
    }

    init(
        _ name: String,
        _ placeholder: String,
        default defaultValue: String? = nil,
        isRequired: Bool = false,
        isRepeatable: Bool = false,
        _ summary: String,
        apply: (@Sendable (inout SettingValues, inout WorkerConfiguration) -> Void)? = nil
    ) {
        self.name = name
        self.placeholder = placeholder
        self.defaultValue = defaultValue
        self.summary = summary
        self.isRequired = isRequired
        self.isRepeatable = isRepeatable
        self.apply = apply
    }

    /// A setting that is off unless it is given.
    static func flag(_ name: String, _ summary: String) -> Setting {
        Setting(name, "true|false", default: "false", summary)
    }

    /// A value of the worker's configuration, where its default stands.
    init<Value>(
        _ name: String,
        _ form: SettingForm<Value>,
        _ path: any WritableKeyPath<WorkerConfiguration, Value> & Sendable,
        isRequired: Bool = false,
        _ summary: String
    ) {
        let text = form.text(WorkerConfiguration()[keyPath: path])
        let plain = Setting(name, form.placeholder, default: text, isRequired: isRequired, summary)
        self.init(name, form.placeholder, default: text, isRequired: isRequired, summary) { values, configuration in
            if let value = values.value(plain, form) { configuration[keyPath: path] = value }
        }
    }

    /// The same setting for a command that can do without it.
    public var optional: Setting {
        Setting(name, placeholder, default: defaultValue, isRepeatable: isRepeatable, summary, apply: apply)
    }

    /// Prefix of all environment variables.
    public static let environmentPrefix = "NORMALIZER_"

    /// Name of the environment variable: the flag's in upper snake case behind the prefix.
    public var environmentName: String {
        Setting.environmentPrefix + String(name.uppercased().map { $0 == "-" ? "_" : $0 })
    }
}

extension Setting {
    /// All settings of the worker as a Markdown list, in lines of at most 120 columns.
    public static var markdownList: String {
        ofWorker.map { setting in
            let value = setting.isSwitch ? "[=\(setting.placeholder)]" : " \(setting.placeholder)"
            var head = "* `--\(setting.name)\(value)`, `\(setting.environmentName)`"
            if let value = setting.defaultValue { head += ", default `\(value)`" }
            if setting.isRequired { head += ", required" }
            return ([head + ":"] + setting.summary.wrapped(indent: 2, columns: 120)).joined(separator: "\n")
        }
        .joined(separator: "\n")
    }
}

extension String {
    /// The text in lines of so many columns at most, behind so many blanks; a longer word has a line of its own.
    package func wrapped(indent: Int, columns: Int) -> [String] {
        let margin = String(repeating: " ", count: indent)
        return split(separator: " ").reduce(into: []) { lines, word in
            if let last = lines.last, last.count + 1 + word.count <= columns {
                lines[lines.count - 1] += " " + word
            } else {
                lines.append(margin + word)
            }
        }
    }
}
