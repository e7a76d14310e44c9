// What may be typed behind the program's name, from the same declarations as the help. Completions of shells are made
// of it. Text only.

internal import Worker

enum Completion: Equatable {
    case words([String])
    case file
    /// Something that no list holds.
    case free

    init(_ setting: Setting) {
        if setting.placeholder == "FILE" {
            self = .file
        } else {
            self = setting.words.isEmpty ? .free : .words(setting.words)
        }
    }

    /// What may stand in place of a command, with what it does.
    static func firstWords(_ commands: [Command]) -> [(name: String, summary: String)] {
        commands.map { ($0.name, $0.summary) } + HelpText.otherWords
    }

    /// What may stand behind `help`.
    static func helpWords(_ commands: [Command]) -> [String] { commands.map(\.name) + ["settings"] }

    /// The script for a shell; nil for another word.
    static func script(for shell: String, _ commands: [Command]) -> String? {
        switch shell {
        case "bash": BashCompletion.script(commands)
        case "zsh": ZshCompletion.script(commands)
        case "fish": FishCompletion.script(commands)
        default: nil
        }
    }
}
