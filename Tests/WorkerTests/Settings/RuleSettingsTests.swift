// Rules as they are given: one by one and by a file, in which order, and what is refused.

import Normalization
import Testing

@testable import Worker

@Suite struct RuleSettingsTests {
    private func values(
        _ arguments: [String],
        file: String = "",
        settings: String = ""
    ) -> SettingValues {
        var values = SettingValues(Setting.ofWorker) { path throws(UnreadableFile) in
            guard path == "r.rules" else { throw UnreadableFile("no such file") }
            return Array(file.utf8)
        }
        values.read(arguments: ["--bootstrap-servers", "b:1"] + arguments)
        values.read(environment: [(name: "NORMALIZER_RULE", value: "drop id=3\ndrop id=4\n")])
        values.read(file: "w.conf", text: settings)
        return values
    }

    private func faults(_ arguments: [String], file: String = "") -> [String] {
        do throws(ConfigurationFaults) {
            _ = try WorkerConfiguration(values(arguments, file: file))
            return []
        } catch {
            return error.faults
        }
    }

    @Test func singleRulesGoBeforeThoseOfTheFileTheStrongestSourceFirst() throws {
        let found = values(
            ["--rule", "drop id=1", "--rule=drop id=2", "--rules", "r.rules"],
            file: "# file\ndrop id=7\n",
            settings: "rule = drop id=5 group=\"a b\"\nrule = drop id=6\n"
        )
        let rules = try WorkerConfiguration(found).events.rules
        #expect(
            rules.list.map(\.description) == [
                "drop id=1", "drop id=2", "drop id=3", "drop id=4", "drop id=5 group=\"a b\"", "drop id=6", "drop id=7",
            ]
        )
        #expect(
            rules.list.map(\.place) == [
                "--rule 'drop id=1'", "--rule 'drop id=2'", "NORMALIZER_RULE 'drop id=3'",
                "NORMALIZER_RULE 'drop id=4'",
                "w.conf:1", "w.conf:2", "r.rules:2",
            ]
        )
    }

    @Test func allFaultsComeTogetherWithFileAndLine() {
        let found = faults(
            ["--rule", "dorp", "--rules", "r.rules", "--lanes", "0"],
            file: "keep\ndrop id=x\ntopic a b\ntopic a/b\ntopic asa.raw\ntopic asa.dead-letters\n"
        )
        #expect(
            found == [
                "--lanes: '0' is not a number from 1 to 64",
                "--rule 'dorp': 'dorp' is no action: a rule begins with keep, drop, sample 1/N, or topic NAME",
                "r.rules:2: id: 'x' is not a message id such as 302013, or a range such as 302013-302016",
                "r.rules:3: 'b' is no condition: those are written NAME=VALUE,...",
                "r.rules:4: topic: 'a/b' is not the name of a topic (letters, digits, '.', '_', '-', at most 249)",
                "--input-topic 'asa.raw' takes in 'asa.raw', which is an output: the worker would read what it writes",
                "r.rules:6: topic: 'asa.dead-letters' is that of the dead letters",
            ]
        )
    }

    @Test func aFileThatIsNoTextIsAFault() {
        var values = SettingValues(Setting.ofWorker) { _ in [0x64, 0xFC, 0x0A] }
        values.read(arguments: ["--config", "w.conf"])
        values.readFile()
        #expect(values.faults == ["--config: 'w.conf' is not a text in UTF-8"])
    }

    @Test func aFileThatCannotBeReadIsAFault() {
        #expect(faults(["--rules", "gone.rules"]) == ["--rules: cannot read 'gone.rules': no such file"])
    }

    @Test func topicsOfRulesAreOutputs() throws {
        let rules = ["topic flows id=302013", "topic qualys.events id=1", "topic flows id=2"]
        let made = try WorkerConfiguration(values(rules.flatMap { ["--rule", $0] }))
        #expect(made.outputTopics == ["qualys.events", "asa.dead-letters", "flows"])
    }
}
