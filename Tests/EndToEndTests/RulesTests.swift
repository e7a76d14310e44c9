// Rules as a user meets them: the example of deploy/rules.md, what `normalize` and `config` say of them, and two files
// compared.

import Foundation
import Testing

@Suite struct RulesTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()
    private static let samples = root.appending(path: "deploy/samples.log").path()

    /// The blocks of code in the page, the language first.
    private static func blocks() throws -> [(language: String, text: String)] {
        let page = try String(contentsOf: root.appending(path: "deploy/rules.md"), encoding: .utf8)
        return page.matches(of: #/(?m)^```(\w*)\n((?:.|\n)*?)^```$/#).map { (String($0.1), String($0.2)) }
    }

    private func withFile<Result>(_ text: String, _ body: (String) throws -> Result) throws -> Result {
        let path = FileManager.default.temporaryDirectory.appending(path: "rules-\(UUID().uuidString)")
        try Data(text.utf8).write(to: path)
        defer { try? FileManager.default.removeItem(at: path) }
        return try body(path.path())
    }

    private func run(
        _ arguments: [String],
        input: String = ""
    ) throws -> (status: Int32, output: String, errors: String) {
        let program = try Program(arguments, input: Data(input.utf8))
        return (program.wait(), program.output, program.errors)
    }

    @Test func theExampleOfThePageSavesWhatThePageSays() throws {
        let blocks = try Self.blocks()
        let rules = try #require(blocks.first { $0.language == "rules" }).text
        let tables = blocks.filter { $0.text.hasPrefix("rule ") }
        let table = try #require(tables.first).text
        try withFile(rules) { path in
            let result = try run(["normalize", "--rules", path, "--report", Self.samples])
            #expect(result.status == 0)
            for line in table.split(separator: "\n") {
                #expect(result.errors.contains(line), "not printed: \(line)\n\(result.errors)")
            }
            #expect(!result.errors.contains("note:"), "the example has a rule that matches nothing")
        }
    }

    @Test func whatIsDroppedIsNotWrittenAndCounted() throws {
        let lines = [
            "%ASA-6-113008: AAA transaction status ACCEPT : user = a", "no tag",
            "%ASA-6-113039: Group <Dev> User <b> IP <192.0.2.7> AnyConnect parent session started.",
        ]
        let result = try run(["normalize", "--rule", "drop id=113039"], input: lines.joined(separator: "\n"))
        #expect(result.status == 0 && result.output.split(separator: "\n").count == 1)
        #expect(result.output.contains("113008"))
        #expect(result.errors.hasSuffix("{\"read\":3,\"events\":1,\"deadLetters\":{\"no-asa-tag\":1},\"dropped\":1}\n"))
        let report = try run(
            ["normalize", "--rule", "drop id=113039", "--rule", "topic t", "--report", "--format", "json"],
            input: lines.joined(separator: "\n")
        )
        let objects = try report.errors.split(separator: "\n").map { line in
            try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        }
        let written = report.output.split(separator: "\n").map(\.utf8.count)
        let byRule = objects.filter { $0["rule"] != nil }
        #expect(byRule.map { $0["dropped"] as? Int } == [1, 0] && byRule.map { $0["elsewhere"] as? Int } == [0, 1])
        #expect(byRule[1]["elsewhereBytes"] as? Int == written[0])
        #expect(byRule[0]["droppedBytes"] as? Int ?? 0 > 300)
        let sum = try #require(objects.last)
        #expect(sum["lines"] as? Int == 3 && sum["events"] as? Int == 1 && sum["dropped"] as? Int == 1)
        #expect(objects.contains { $0["messageByRules"] as? Int == 113_039 && $0["dropped"] as? Int == 1 })
    }

    @Test func configShowsRulesAsTheyAreReadAndTellsWhatMatchesNothing() throws {
        try withFile("# two\ndrop  id=302013   # why\nkeep id=302013 group=\"a b\"\n") { path in
            let arguments = ["config", "--bootstrap-servers", "b:1", "--rules", path, "--rule", "keep outcome=Failure"]
            let result = try run(arguments)
            #expect(result.status == 0)
            for part in [
                "rules = \(path) ", "rule 1 = keep outcome=Failure ", "# --rule", "rule 2 = drop id=302013 ",
                "rule 3 = keep id=302013 group=\"a b\"", "# \(path):3",
            ] { #expect(result.output.contains(part), "\(part) is not in \(result.output)") }
            let reason = "never matches: what stands at \(path):2 decides about all its events before"
            #expect(result.errors == "note: \(path):3: \(reason)\n")
        }
    }

    @Test func allFaultsOfRulesComeAtOnceWithCode78() throws {
        try withFile("drop idd=1\n\nsample 1/x\n") { path in
            for command in ["config", "run", "normalize"] {
                let broker = command == "normalize" ? [] : ["--bootstrap-servers", "b:1"]
                let result = try run([command, "--rules", path, "--rule", "dorp"] + broker)
                #expect(result.status == 78)
                for part in ["--rule 'dorp': 'dorp' is no action", "\(path):1: unknown condition", "\(path):3: sample"]
                {
                    #expect(result.errors.contains(part), "\(part) is not in \(result.errors)")
                }
            }
        }
    }

    @Test func twoFilesWithRulesAreCompared() throws {
        try withFile("drop id=113005\ntopic t id=725001\n") { old in
            try withFile("drop id=113012\ntopic u id=725001\n") { new in
                let arguments = ["diff", "--file", Self.samples, "--rules", old, "--with", "rules=\(new)"]
                let result = try run(arguments + ["--samples", "1"])
                #expect(result.status == 1, "\(result.errors)")
                for part in [
                    "113005 AAA user authentication Rejected: 3 of 3 events", "now an event", "dropped: \(old):1",
                    "113012 AAA user authentication Successful: 1 of 1 event", "now dropped", "dropped: \(new):1",
                    "topic  changed", "\"t\" -> \"u\"", ": 5 events differ",
                ] { #expect(result.output.contains(part), "\(part) is not in \(result.output)") }
                let same = ["diff", "--file", Self.samples, "--rules", old, "--with", "rules=\(old)"]
                #expect(try run(same).status == 0)
            }
        }
    }

    @Test func explainShowsTheRuleThatDecides() throws {
        let line = "%ASA-6-113008: AAA transaction status ACCEPT : user = a"
        for (rule, word) in [("drop id=113008", "not delivered"), ("keep id=113008", "delivered")] {
            let result = try run(["explain", "--line", line, "--rule", rule])
            #expect(result.status == 0 && result.output.contains("rule\n  \(rule)  \(word)"), "\(result.output)")
            #expect(result.output.contains("\"sourceUser\":\"a\""))
        }
    }
}
