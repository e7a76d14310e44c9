// Help, made from the declarations of commands and settings. Text only.

internal import NormalizerWorker

enum HelpText {
    static var overview: String {
        var lines = [
            "anyconnect-normalizer: raw Cisco ASA and AnyConnect syslog in, Qualys Context XDR events out", "",
            "usage: anyconnect-normalizer COMMAND [SETTINGS]", "", "commands:",
        ]
        let width = Command.all.map(\.name.count).max() ?? 0
        lines += Command.all.map { "  \(padded($0.name, width))  \($0.summary)" }
        lines += [
            "  \(padded("help", width))  Show the help of a command, or with 'settings' a table of all settings.",
            "  \(padded("version", width))  Show the versions of the program and of librdkafka.", "",
            "Every setting is a flag, an environment variable or a line of the file that --config names;",
            "a flag goes before the environment, the environment before the file.",
        ]
        return lines.joined(separator: "\n")
    }

    static func text(of command: Command) -> String {
        let places = command.positionals.map { setting in
            let word = setting.placeholder + (setting.isRepeatable ? "..." : "")
            return " " + (setting.isRequired ? word : "[\(word)]")
        }
        var lines = [
            "usage: anyconnect-normalizer \(command.name)\(places.joined()) [SETTINGS]", "", command.summary, "",
            command.details,
        ]
        let shared = Set((Setting.ofWorker + Setting.ofConnection).map(\.name))
        let own = command.settings.filter { !shared.contains($0.name) }
        let rest = command.settings.filter { shared.contains($0.name) }
        for (heading, settings) in [("settings of this command:", own), ("settings shared with the worker:", rest)] {
            guard !settings.isEmpty else { continue }
            lines += ["", own.isEmpty ? "settings:" : heading]
            for setting in settings {
                lines.append("  --\(setting.name) \(setting.placeholder)")
                var note = setting.summary
                if let value = setting.defaultValue { note += " Default: \(value)." }
                if setting.isRequired { note += " Required." }
                lines.append("      \(note) [\(setting.environmentName)]")
            }
        }
        lines += ["", "example:", "  \(command.example)", "", "exit codes:"]
        lines += [
            "  0   done, or drained after a signal",
            "  1   the command's answer is no",
            "  70  internal error, or the time for draining ran out",
            "  74  standard output could not be written whole",
            "  75  Kafka could not be reached or failed for good, or the last batch was not delivered in time: try again",
            "  78  the settings are wrong",
        ]
        return lines.joined(separator: "\n")
    }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }
}
