// `schema`: what a reader of the events may rely on, as a JSON Schema or as a table of fields.

internal import Normalization
internal import Worker

enum SchemaCommand {
    static let command = Command(
        name: "schema",
        summary: "Print the JSON Schema of the events, or a table of their fields in ECS and OCSF.",
        details: """
            Prints a JSON Schema (2020-12) of the events that a worker with these settings writes, made from the
            declarations of the tokens. Its $id ends with the version of the mapping, which each event has in its
            header mapping-version. Under $defs are the headers of events and of dead letters, as objects of each name's
            last value. --format markdown prints which field of the Elastic Common Schema and of the Open Cybersecurity
            Schema Framework says the same as each token.
            """,
        example: "anyconnect-normalizer schema > event.schema.json",
        settings: [.config, .schemaFormat] + Setting.ofEvents,
        run: run
    )

    private enum Format: String {
        case json, markdown
    }

    private static func run(_ values: inout SettingValues) throws(ConfigurationFaults) -> ExitCode {
        let format = values.choice(.schemaFormat, Format.init(rawValue:))
        let settings = NormalizerSettings(&values)
        guard values.faults.isEmpty, let format else { throw ConfigurationFaults(values.faults) }
        switch format {
        case .json: StandardStream.output.print(schema(settings))
        case .markdown: StandardStream.output.print(table)
        }
        return .success
    }

    private typealias Members = [(name: String, value: String?)]

    // MARK: - As a schema

    private static func schema(_ settings: NormalizerSettings) -> String {
        let tokens = Token.allCases.compactMap { token in
            token.rule(settings).map { rule in
                let fields = OtherModel.allCases.map { model in
                    ("x-\(model.rawValue.lowercased())", token.field(of: model).map(JSONText.string))
                }
                return (name: token.rawValue, value: JSONText.object(members(rule) + fields))
            }
        }
        let required = Token.allCases.filter { $0.isInEveryEvent(settings) }.map(\.rawValue)
        let head: Members = [
            ("$schema", JSONText.string("https://json-schema.org/draft/2020-12/schema")),
            ("$id", JSONText.string("urn:anyconnect-normalizer:event:\(Mapping.version)")),
            ("title", JSONText.string("An event of anyconnect-normalizer")),
        ]
        let definitions: Members = [
            ("eventHeaders", headers(HeaderRule.ofEvents, #"{"type":"string"}"#)),
            ("deadLetterHeaders", headers(HeaderRule.ofDeadLetters, #"{"type":["string","null"]}"#)),
        ]
        return object(
            head + rules(tokens, required, others: "false", depth: 0) + [("$defs", object(definitions, depth: 1))],
            depth: 0
        )
    }

    /// The schema of headers; those that are not of the worker's own are as `others` says.
    private static func headers(_ headers: [HeaderRule], _ others: String) -> String {
        let properties: Members = headers.map { ($0.name, JSONText.object(members($0.rule))) }
        let required = headers.filter(\.isAlwaysThere).map(\.name)
        return object(rules(properties, required, others: others, depth: 2), depth: 2)
    }

    /// The members that describe an object.
    private static func rules(_ properties: Members, _ required: [String], others: String, depth: Int) -> Members {
        [
            ("type", JSONText.string("object")), ("properties", object(properties, depth: depth + 1)),
            ("required", JSONText.array(required.map(JSONText.string))), ("additionalProperties", others),
        ]
    }

    /// The members that describe a value.
    private static func members(_ rule: ValueRule) -> Members {
        switch rule {
        case .integer(let bounds):
            [
                ("type", JSONText.string("integer")), ("minimum", bounds.map { "\($0.lowerBound)" }),
                ("maximum", bounds.map { "\($0.upperBound)" }),
            ]
        case .words(let words) where words.count == 1:
            [("type", JSONText.string("string")), ("const", JSONText.string(words[0]))]
        case .words(let words):
            [("type", JSONText.string("string")), ("enum", JSONText.array(words.map(JSONText.string)))]
        case .text: [("type", JSONText.string("string")), ("minLength", "1")]
        case .form(let pattern, let format):
            [
                ("type", JSONText.string("string")), ("format", format.map(JSONText.string)),
                ("pattern", JSONText.string(pattern)),
            ]
        case .either(let first, let second):
            [("anyOf", JSONText.array([first, second].map { JSONText.object(members($0)) }))]
        }
    }

    /// An object with a line for each member.
    private static func object(_ members: Members, depth: Int) -> String {
        let indentation = String(repeating: "  ", count: depth)
        let lines = members.compactMap { name, value in
            value.map { "\(indentation)  \(JSONText.string(name)): \($0)" }
        }
        return "{\n\(lines.joined(separator: ",\n"))\n\(indentation)}"
    }

    // MARK: - As a table

    private static var table: String {
        let rows = Token.allCases.map { token in
            [token.rawValue] + OtherModel.allCases.map { token.field(of: $0) ?? "" }
        }
        let names = ["token"] + OtherModel.allCases.map(\.rawValue)
        let lines = [names] + rows.map { row in row.map { $0.isEmpty ? "none" : "`\($0)`" } }
        var texts = lines.map { "| \($0.joined(separator: " | ")) |" }
        texts.insert("|" + String(repeating: "---|", count: names.count), at: 1)
        return texts.joined(separator: "\n")
    }
}
