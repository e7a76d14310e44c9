// What a command prints, in one of two forms: text for people, or JSON for programs, one object a line. Main thread.

internal import NormalizerWorker

/// The output of a command in the form that was asked for.
struct Page {
    let isJSON: Bool

    /// Prints a line for people.
    func text(_ line: String) {
        if !isJSON { StandardStream.output.print(line) }
    }

    /// Prints an object for programs; members without a value are left out, the others are JSON.
    func json(_ members: [(name: String, value: String?)]) {
        if isJSON { StandardStream.output.print(JSONText.object(members)) }
    }
}

extension SettingValues {
    /// The page for `--format`; a value that is none is a fault.
    mutating func page() -> Page {
        Page(isJSON: value(.reportFormat, "one of text, json") { ["text": false, "json": true][$0] } ?? false)
    }
}
