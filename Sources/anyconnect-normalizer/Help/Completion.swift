// What may be typed behind the program's name, from the same declarations as the help. Completions of shells are made
// of it. Text only.

internal import Worker

/// What may be typed for a value.
enum Completion: Equatable {
    case words([String])
    case file
    /// Something that no list holds.
    case free

    init(_ setting: Setting) {
        // Of `HOST:PORT|off` only the second is a word to be typed as it stands.
        let words = setting.placeholder.split(separator: "|").map(String.init).filter { $0 == $0.lowercased() }
        if setting.placeholder == "FILE" {
            self = .file
        } else if setting.placeholder.contains("|"), !words.isEmpty {
            self = .words(words)
        } else {
            self = .free
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
