// `messages`: the catalogue as a list for people, as JSON, or as a page in Markdown.

internal import Normalization
internal import Operations
internal import Worker

enum MessagesCommand {
    static let command = Command(
        name: "messages",
        summary: "Print the catalogue of messages.",
        details: """
            Prints every message that the program knows, or those of the numbers that are given: Cisco's number, event
            name, type, outcome, the layouts, and the tokens that they fill. Holes are printed as <name>, alternatives
            in braces, parts that may be missing in brackets. Ends with 1 if a number is not in the catalogue.
            """,
        example: "anyconnect-normalizer messages 113019 722051",
        settings: [.config, .messages, .format],
        positionals: [.messages],
        run: run
    )

    private enum Format: String {
        case text, markdown, json
    }

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let format = values.choice(.format, Format.init(rawValue:))
        var wanted: [Int32] = []
        for text in values.texts(.messages) {
            // `%ASA-6-113019` and `ASA-113019` are what people have at hand.
            if let id = text.split(separator: "-").last.flatMap({ Int32($0) }) {
                wanted.append(id)
            } else {
                values.fail("'\(text)' is not the number of a message such as 113019")
            }
        }
        guard values.faults.isEmpty, let format else { throw ConfigurationFaults(values.faults) }
        let all = try StandardCatalogue.compiled().declarations
        let messages = wanted.isEmpty ? all : wanted.compactMap { id in all.first { $0.id == id } }
        switch format {
        case .text: printText(messages)
        case .markdown: printMarkdown(messages)
        case .json: printJSON(messages)
        }
        let unknown = wanted.filter { id in !messages.contains { $0.id == id } }
        for id in unknown {
            StandardStream.error.print("messages: \(id) is not in the catalogue: its lines give labels only")
        }
        return unknown.isEmpty ? .success : .failure
    }

    private static func printJSON(_ messages: [Message]) {
        let page = Page(isJSON: true)
        for message in messages {
            let outcome = word(message.outcome)
            page.json([
                ("message", "\(message.id)"), ("name", JSONText.string(message.name)),
                ("type", JSONText.string(message.type.rawValue)),
                ("outcome", outcome.isEmpty ? nil : JSONText.string(outcome)),
                ("layouts", JSONText.array(message.formats.map { JSONText.string($0.description) })),
                ("tokens", JSONText.array(tokens(message).map { JSONText.string($0.rawValue) })),
            ])
        }
    }

    private static func printText(_ messages: [Message]) {
        for message in messages {
            let outcome = word(message.outcome)
            let facts = outcome.isEmpty ? message.type.rawValue : "\(message.type.rawValue), \(outcome)"
            StandardStream.output.print("\(padded(message.id))  \(message.name)  (\(facts))")
            for layout in message.formats { StandardStream.output.print("        \(layout.description)") }
            if !message.formats.isEmpty { StandardStream.output.print("        \(filled(message))") }
        }
    }

    private static func printMarkdown(_ messages: [Message]) {
        let known = messages.filter { !$0.formats.isEmpty }
        StandardStream.output.print(
            """
            # Messages

            \(known.count) messages with \(known.reduce(0) { $0 + $1.formats.count }) layouts, \
            and the names of \(messages.count - known.count) more.
            `<name>` is a hole, `{a|b}` one of several words, `[...]` a part that may be missing. Letter case, blanks,
            quotes and angle brackets may differ.

            """
        )
        for message in messages {
            let outcome = word(message.outcome)
            StandardStream.output.print(
                "## \(padded(message.id)) \(escaped(message.name))\n\n"
                    + "\(message.type.rawValue)\(outcome.isEmpty ? "" : ", \(outcome)")"
                    + (message.formats.isEmpty ? "" : "; \(filled(message))") + "\n"
            )
            guard !message.formats.isEmpty else { continue }
            StandardStream.output.print(
                "```\n" + message.formats.map(\.description).joined(separator: "\n") + "\n```\n"
            )
        }
    }

    /// The tokens that the layouts can fill, in the guide's order.
    private static func tokens(_ message: Message) -> [Token] {
        let filled = Set(message.formats.flatMap { $0.holes.flatMap(\.tokens) })
        return Token.allCases.filter(filled.contains)
    }

    private static func filled(_ message: Message) -> String {
        "fills \(tokens(message).map(\.rawValue).joined(separator: " "))"
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
