// `schema`: the files of deploy hold what it prints, and it prints what the settings make of it. That events are as it
// says is what .ci/check-schema.py finds out with a validator.

import Foundation
import Testing

@Suite struct SchemaCommandTests {
    private static let deploy = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "deploy")

    private func output(_ arguments: [String]) throws -> String {
        let program = try Program(["schema"] + arguments)
        #expect(program.wait() == 0, "\(program.errors)")
        return program.output
    }

    private func schema(_ arguments: [String]) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(output(arguments).utf8)) as? [String: Any])
    }

    @Test func theFilesOfDeployHoldWhatIsPrinted() throws {
        let file = try String(contentsOf: Self.deploy.appending(path: "event.schema.json"), encoding: .utf8)
        #expect(try output([]) == file, "deploy/event.schema.json: anyconnect-normalizer schema > it")
        let table = try output(["--format", "markdown"])
        let page = try String(contentsOf: Self.deploy.appending(path: "contract.md"), encoding: .utf8)
        #expect(page.contains("\n\n\(table)\n"), "deploy/contract.md lacks this table:\n\(table)")
    }

    @Test func theTableHasARowForEachToken() throws {
        let properties = try #require(try schema([])["properties"] as? [String: [String: Any]])
        let rows = try output(["--format", "markdown"]).split(separator: "\n").dropFirst(2)
            .map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        #expect(rows.map { $0[0] }.sorted() == properties.keys.map { "`\($0)`" }.sorted())
        for row in rows {
            let rule = try #require(properties[row[0].trimmingCharacters(in: ["`"])])
            for (place, keyword) in [(1, "x-ecs"), (2, "x-ocsf")] {
                #expect(row[place] == (rule[keyword] as? String).map { "`\($0)`" } ?? "none")
            }
        }
    }

    @Test func theSchemaFollowsTheSettings() throws {
        let usual = try schema([])
        let other = try schema([
            "--time-form", "epoch-millis", "--device-severity", "normalized", "--device-vendor", "ACME",
            "--customer-id", "d656b196-edb7-45e6-8485-3748a740d002",
        ])
        func required(_ schema: [String: Any]) -> Set<String> { Set(schema["required"] as? [String] ?? []) }
        #expect(required(usual).symmetricDifference(required(other)) == ["customerId"])
        func headers(_ schema: [String: Any]) -> Set<String> {
            let definitions = schema["$defs"] as? [String: [String: Any]]
            return required(definitions?["eventHeaders"] ?? [:])
        }
        #expect(headers(usual) == ["mapping-version"])
        let properties = try #require(other["properties"] as? [String: [String: Any]])
        #expect(properties["deviceVendor"]?["const"] as? String == "ACME")
        #expect(properties["eventTime"]?["type"] as? String == "integer")
        #expect((properties["deviceSeverity"]?["enum"] as? [String])?.contains("Informational") == true)
    }

    @Test(arguments: [
        (["--format", "yaml"], "'yaml' is not one of json, markdown"), (["--time-form", "iso"], "--time-form: 'iso'"),
        (["--lanes", "2"], "--lanes"),
    ])
    func wrongSettingsEndWithCode78(_ arguments: [String], _ message: String) throws {
        let program = try Program(["schema"] + arguments)
        #expect(program.wait() == 78)
        #expect(program.errors.contains(message) && program.output.isEmpty, "\(program.errors)")
    }
}
