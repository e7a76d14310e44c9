// What a command prints, in one of two forms: text for people, or JSON for programs, one object a line. Main thread.

internal import Worker

/// The output of a command in the form that was asked for.
struct Page {
    let isJSON: Bool
    var stream = StandardStream.output

    /// Prints a line for people.
    func text(_ line: String) {
        if !isJSON { stream.print(line) }
    }

    /// Prints an object for programs; members without a value are left out, the others are JSON.
    func json(_ members: [(name: String, value: String?)]) {
        if isJSON { stream.print(JSONText.object(members)) }
    }
}

extension SettingValues {
    /// The page for `--format`; a value that is none is a fault.
    mutating func page(on stream: StandardStream = .output) -> Page {
        let isJSON = choice(.reportFormat) { ["text": false, "json": true][$0] }
        return Page(isJSON: isJSON ?? false, stream: stream)
    }

    /// How many samples `--samples` asks for; a value that is no such number is a fault.
    mutating func sampleCount() -> Int {
        value(.samples, "a number from 0 to 1000") { Int($0).flatMap { 0...1000 ~= $0 ? $0 : nil } } ?? 0
    }
}
