// The completion for fish. Text only.

internal import Worker

enum FishCompletion {
    static func script(_ commands: [Command]) -> String {
        var lines = [
            "# Completion for fish, made by `anyconnect-normalizer completions fish`.",
            "complete -c anyconnect-normalizer -f",
        ]
        for word in Completion.firstWords(commands) {
            lines.append(line("__fish_use_subcommand", "-a \(word.name) -d \(quoted(word.summary))"))
        }
        lines.append(line(seen("help"), "-a \(quoted(Completion.helpWords(commands).joined(separator: " ")))"))
        for command in commands {
            for setting in command.positionals {
                switch Completion(setting) {
                case .words(let words):
                    lines.append(line(seen(command.name), "-a \(quoted(words.joined(separator: " ")))"))
                case .file: lines.append(line(seen(command.name), "-F"))
                case .free: break
                }
            }
            for setting in command.settings {
                let flag = "-l \(setting.name)\(value(setting)) -d \(quoted(setting.summary))"
                lines.append(line(seen(command.name), flag))
            }
        }
        return lines.joined(separator: "\n")
    }

    private static func line(_ condition: String, _ rest: String) -> String {
        "complete -c anyconnect-normalizer -n \(quoted(condition)) \(rest)"
    }

    private static func seen(_ command: String) -> String { "__fish_seen_subcommand_from \(command)" }

    private static func value(_ setting: Setting) -> String {
        if setting.isSwitch { return "" }
        return switch Completion(setting) {
        case .words(let words): " -x -a \(quoted(words.joined(separator: " ")))"
        case .file: " -r -F"
        case .free: " -x"
        }
    }

    private static func quoted(_ text: String) -> String {
        "'" + String(text.flatMap { "'\\".contains($0) ? "\\\($0)" : String($0) }) + "'"
    }
}
