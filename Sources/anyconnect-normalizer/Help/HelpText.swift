// Help, made from the declarations of commands and settings. Text only.

internal import Kafka
internal import Normalization
internal import Worker

enum HelpText {
    static let purpose = "raw Cisco ASA and AnyConnect syslog in, Qualys Context XDR events out"

    /// Columns that lines of settings have at most.
    private static let columns = 100

    static let sources = [
        "Every setting is a flag, an environment variable or a line of the file that --config names;",
        "a flag goes before the environment, the environment before the file.",
    ]

    /// What may stand in place of a command and is none.
    static let otherWords: [(name: String, summary: String)] = [
        ("help", "Show the help of a command, or with 'settings' a list of all settings."),
        ("version", "Show the versions of the program, of the mapping and of librdkafka."),
    ]

    /// What the program calls itself, the mapping that it makes events by, and the library it runs on.
    static var version: String {
        "anyconnect-normalizer \(ProductVersion.current), mapping \(Mapping.version), "
            + "librdkafka \(KafkaLibrary.versionText)"
    }

    static func overview(_ commands: [Command]) -> String {
        let words = commands.map { (name: $0.name, summary: $0.summary) } + otherWords
        let width = words.map(\.name.count).max() ?? 0
        var lines = [
            "anyconnect-normalizer: \(purpose)", "", "usage: anyconnect-normalizer COMMAND [SETTINGS]", "", "commands:",
        ]
        lines += words.map { "  \($0.name.padded(to: width))  \($0.summary)" }
        return (lines + [""] + sources).joined(separator: "\n")
    }

    /// A command with what stands behind it: `normalize [FILE...] [SETTINGS]`.
    static func usage(of command: Command) -> String {
        let places = command.positionals.map { setting in
            let word = setting.placeholder + (setting.isRepeatable ? "..." : "")
            return " " + (setting.isRequired ? word : "[\(word)]")
        }
        return command.name + places.joined() + (command.settings.isEmpty ? "" : " [SETTINGS]")
    }

    /// The settings that several commands have in common with the worker.
    static var shared: [Setting] {
        var names = Set<String>()
        return (Setting.ofWorker + Setting.ofConnection).filter { names.insert($0.name).inserted }
    }

    /// The settings of a command, its own first.
    static func settings(of command: Command) -> (own: [Setting], shared: [Setting]) {
        let names = Set(shared.map(\.name))
        return (
            command.settings.filter { !names.contains($0.name) }, command.settings.filter { names.contains($0.name) }
        )
    }

    /// What a setting means, its default, and its variable.
    static func note(on setting: Setting) -> String {
        var note = setting.summary
        if !setting.isSwitch, let value = setting.defaultValue { note += " Default: \(value)." }
        if setting.isRequired { note += " Required." }
        return note + " [\(setting.environmentName)]"
    }

    static func text(of command: Command) -> String {
        var lines = ["usage: anyconnect-normalizer \(usage(of: command))", "", command.summary, "", command.details]
        let (own, shared) = settings(of: command)
        for (heading, settings) in [("settings of this command:", own), ("settings shared with the worker:", shared)] {
            guard !settings.isEmpty else { continue }
            lines += ["", own.isEmpty ? "settings:" : heading]
            for setting in settings {
                let value = setting.isSwitch ? "" : " \(setting.placeholder)"
                lines += ["  --\(setting.name)\(value)"] + note(on: setting).wrapped(indent: 6, columns: columns)
            }
        }
        lines += ["", "example:", "  \(command.example)", "", "exit codes:"]
        lines += ExitCode.meanings.map { "  \("\($0.code.rawValue)".padded(to: 2))  \($0.text)" }
        return lines.joined(separator: "\n")
    }
}
