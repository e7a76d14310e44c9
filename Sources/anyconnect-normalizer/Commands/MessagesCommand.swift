// `messages`: the catalogue as a list for people or as the reference page that the project ships.

internal import Normalization
internal import NormalizerWorker

enum MessagesCommand {
    static let command = Command(
        name: "messages",
        summary: "Print the catalogue of messages.",
        details: """
            Prints every message that the program knows: Cisco's number, event name, type, outcome, the layouts, and the tokens
            that they fill. Holes are printed as <name>, alternatives in braces, parts that may be missing in brackets.
            """,
        example: "anyconnect-normalizer messages --format markdown > messages.md",
        settings: [.config, .format],
        run: run
    )

    private static func run(_ values: SettingValues) throws(ConfigurationFaults) -> ExitCode {
        var values = values
        let format = values.text(.format) ?? "text"
        if format != "text", format != "markdown" { values.fail("--format: '\(format)' is not one of text, markdown") }
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        let messages = try StandardCatalogue.compiled().declarations
        if format == "markdown" { printMarkdown(messages) } else { printText(messages) }
        return .success
    }

    private static func printText(_ messages: [Message]) {
        for message in messages {
            let outcome = word(message.outcome)
            let facts = outcome.isEmpty ? message.type.rawValue : "\(message.type.rawValue), \(outcome)"
            StandardStream.output.print("\(padded(message.id))  \(message.name)  (\(facts))")
            for layout in message.formats { StandardStream.output.print("        \(layout.description)") }
            if !message.formats.isEmpty { StandardStream.output.print("        fills \(tokens(message))") }
        }
    }

    private static func printMarkdown(_ messages: [Message]) {
        let known = messages.filter { !$0.formats.isEmpty }
        StandardStream.output.print(
            """
            # Messages

            Made by `anyconnect-normalizer messages --format markdown`; a test holds this page to the catalogue.
            \(known.count) messages with \(known.reduce(0) { $0 + $1.formats.count }) layouts, \
            and the names of \(messages.count - known.count) more.
            `<name>` is a hole, `{a|b}` one of several words, `[...]` a part that may be missing. Letter case, blanks, quotes and
            angle brackets that differ are forgiven.

            """
        )
        for message in messages {
            let outcome = word(message.outcome)
            StandardStream.output.print(
                "## \(padded(message.id)) \(escaped(message.name))\n\n"
                    + "\(message.type.rawValue)\(outcome.isEmpty ? "" : ", \(outcome)")"
                    + (message.formats.isEmpty ? "" : "; fills \(tokens(message))") + "\n"
            )
            guard !message.formats.isEmpty else { continue }
            StandardStream.output.print(
                "```\n" + message.formats.map(\.description).joined(separator: "\n") + "\n```\n"
            )
        }
    }

    /// The tokens that the layouts can fill, in the guide's order.
    private static func tokens(_ message: Message) -> String {
        let filled = Set(message.formats.flatMap { $0.holes.flatMap(\.tokens) })
        return Token.allCases.filter(filled.contains).map(\.rawValue).joined(separator: " ")
    }

    private static func word(_ outcome: OutcomeRule) -> String {
        switch outcome {
        case .unstated: ""
        case .success: EventOutcome.success.rawValue
        case .failure: EventOutcome.failure.rawValue
        case .stated: "outcome by its words"
        case .teardown, .worded: "outcome by its reason"
        }
    }

    private static func padded(_ id: Int32) -> String {
        let digits = String(id)
        return String(repeating: "0", count: max(0, 6 - digits.count)) + digits
    }

    private static func escaped(_ name: String) -> String {
        String(name.flatMap { "<>*_`".contains($0) ? "\\\($0)" : String($0) })
    }
}
