// Colors on a terminal, plain text in a pipe, unless the user says otherwise. Text only.

internal import Worker

/// How parts of a page are set off.
struct Style {
    let isColored: Bool

    func heading(_ text: String) -> String { colored(text, "1") }
    func value(_ text: String) -> String { colored(text, "36") }
    func good(_ text: String) -> String { colored(text, "32") }
    func bad(_ text: String) -> String { colored(text, "31") }
    func faint(_ text: String) -> String { colored(text, "2") }

    private func colored(_ text: String, _ code: String) -> String {
        isColored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}

extension SettingValues {
    /// How a page on this stream is set off: as `--color` says, else as NO_COLOR (no-color.org) and the terminal do.
    mutating func style(on stream: StandardStream) -> Style {
        let choice = choice(.color) { Setting.color.words.contains($0) ? $0 : nil }
        func has(_ name: String, _ test: (String) -> Bool) -> Bool {
            Environment.variables.contains { $0.name == name && test($0.value) }
        }
        switch choice {
        case "always": return Style(isColored: true)
        case "never": return Style(isColored: false)
        default:
            let isPlain = has("NO_COLOR") { !$0.isEmpty } || has("TERM") { $0 == "dumb" }
            return Style(isColored: stream.isTerminal && !isPlain)
        }
    }
}
