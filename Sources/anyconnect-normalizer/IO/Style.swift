// Colors on a terminal, plain text in a pipe. Text only.

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
