// What the program says about itself, and how it refuses what it does not understand.

import Testing

@Suite struct CommandLineTests {
    @Test(arguments: [
        "run", "normalize", "explain", "messages", "schema", "demo", "rewind", "replay", "locate", "diff",
        "dead-letters", "status", "doctor", "config", "health", "completions", "man",
    ])
    func everyCommandExplainsItself(_ command: String) throws {
        for arguments in [["help", command], [command, "--help"], [command, "-h"]] {
            let program = try Program(arguments)
            #expect(program.wait() == 0)
            let text = program.output
            #expect(text.hasPrefix("usage: anyconnect-normalizer \(command)"))
            #expect(text.contains("example:") && text.contains("exit codes:"))
            // The example is to be copied as it stands.
            let wide = text.split(separator: "\n").filter { $0.count > 110 && !$0.hasPrefix("  anyconnect-") }
            #expect(wide.isEmpty, "\(wide)")
        }
    }

    @Test(arguments: [["man"], ["messages", "113019"], ["normalize", "/dev/null"]])
    func settingsOfAWorkerInTheEnvironmentDoNotDisturbWhatNeedsNone(_ arguments: [String]) throws {
        let environment = ["NORMALIZER_KAFKA_SECURITY_PROTOCOL": "ssl", "NORMALIZER_INPUT_TOPIC": "asa"]
        let program = try Program(arguments, environment: environment)
        #expect(program.wait() == 0, "\(program.errors)")
    }

    @Test func whatHealthDoesNotKnowIsAFault() throws {
        let program = try Program(["health", "--http-address", "127.0.0.1:9", "--bogus", "x"])
        #expect(program.wait() == 78 && program.errors.contains("--bogus"), "\(program.errors)")
    }

    @Test func helpOfRunNamesEverySettingWithItsVariable() throws {
        let program = try Program(["help", "run"])
        #expect(program.wait() == 0)
        for name in [
            "bootstrap-servers", "input-topic", "output-topic", "dead-letter-topic", "group-id", "lanes", "kafka",
        ] {
            #expect(program.output.contains("--\(name) "))
        }
        #expect(program.output.contains("[NORMALIZER_BOOTSTRAP_SERVERS]"))
    }

    @Test(arguments: [
        (["rum"], "unknown command 'rum', did you mean 'run'?"),
        (["--hlep"], "unknown command '--hlep', did you mean '--help'?"),
        (["normalize", "--utc-offset", "noon"], "--utc-offset: 'noon'"),
        (["normalize", "--time-zone", "No/Where"], "install the package tzdata"),
        (["run", "--time-zone-of", "fw1=Europe/.."], "'Europe/..' is not the name of a time zone"),
        (["normalize", "--customer-idd", "x"], "did you mean --customer-id?"), (["run"], "--bootstrap-servers"),
        (["run", "--bootstrap-servers", "localhost:1", "--kafka", "no.such.property=1"], "no.such.property"),
        (["run", "--config", "/nowhere/at/all"], "cannot read '/nowhere/at/all'"),
    ])
    func badSettingsEndWithCode78(_ arguments: [String], _ message: String) throws {
        let program = try Program(arguments)
        #expect(program.wait() == 78)
        #expect(program.errors.contains(message), "\(program.errors)")
        #expect(program.output.isEmpty)
    }

    @Test func allFaultsAreListedAtOnce() throws {
        let program = try Program(
            ["run", "--lanes", "0", "--log-level", "loud"],
            environment: ["NORMALIZER_BATCH_BYTES": "many"]
        )
        #expect(program.wait() == 78)
        for part in ["--bootstrap-servers", "--lanes: '0'", "--log-level: 'loud'", "--batch-bytes: 'many'"] {
            #expect(program.errors.contains(part))
        }
    }

    @Test(arguments: ["version", "--version", "-V"])
    func theVersionIsPrinted(_ word: String) throws {
        let program = try Program([word])
        #expect(program.wait() == 0)
        #expect(program.output.contains("anyconnect-normalizer ") && program.output.contains("librdkafka "))
        #expect(program.output.contains(", mapping "))
    }

    @Test(arguments: ["help", "--help", "-h"])
    func helpAboutHelpIsTheOverview(_ word: String) throws {
        let program = try Program(["help", word])
        #expect(program.wait() == 0)
        #expect(program.output.contains("commands:"))
    }

    @Test func withoutACommandTheOverviewIsShown() throws {
        let program = try Program([])
        #expect(program.wait() == 78)
        #expect(program.errors.contains("commands:"))
    }
}
