// Completions and the manual page, as shells and formatters take them, held to the help.

import Foundation
import Testing

@Suite struct ShellTests {
    private static let name = "anyconnect-normalizer"
    private static let environment = ["PATH": "/usr/local/bin:/usr/bin:/bin", "LC_ALL": "C.UTF-8", "TERM": "dumb"]

    private static func isInstalled(_ tool: String) -> Bool {
        FileManager.default.isExecutableFile(atPath: "/usr/bin/\(tool)")
    }

    private func output(_ arguments: [String]) throws -> String {
        let program = try Program(arguments)
        #expect(program.wait() == 0, "\(program.errors)")
        return program.output
    }

    private func run(_ tool: String, _ arguments: [String], input: String = "") throws -> (
        status: Int32, output: String, errors: String
    ) {
        let program = try Program(
            arguments,
            environment: Self.environment,
            input: Data(input.utf8),
            executable: "/usr/bin/\(tool)"
        )
        return (program.wait(), program.output, program.errors)
    }

    /// What bash offers for the last of these words.
    private func offered(_ words: [String]) throws -> [String] {
        let script = #"""
            source <("$0" completions bash) || exit
            COMP_WORDS=("$@") COMP_CWORD=$(($# - 1))
            "$(complete -p anyconnect-normalizer | sed 's/.*-F \([^ ]*\) .*/\1/')"
            printf '%s\n' "${COMPREPLY[@]}"
            """#
        let result = try run("bash", ["-c", script, Program.path, Self.name] + words)
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        return result.output.split(separator: "\n").map(String.init)
    }

    @Test(arguments: [
        (["nor"], ["normalize"]), (["re"], ["rewind", "replay"]), (["help", "ex"], ["explain"]),
        (["help", "set"], ["settings"]), (["normalize", "--rep"], ["--report"]),
        (["normalize", "--format", ""], ["text", "json"]), (["normalize", "--format", "=", "j"], ["json"]),
        (["normalize", "--format", "="], ["text", "json"]),
        (["messages", "--format", ""], ["text", "markdown", "json"]),
        (["dead-letters", ""], ["list", "show", "redrive"]), (["dead-letters", "--color", "a"], ["auto", "always"]),
        (["run", "--lanes", ""], []), (["run", ""], []), (["run", "--http-address", ""], ["off"]),
        (["completions", ""], ["bash", "zsh", "fish"]), (["locate", "id", "--fe"], ["--fetch"]),
    ])
    func bashOffers(_ words: [String], _ expected: [String]) throws {
        #expect(try offered(words) == expected)
    }

    @Test(arguments: [["normalize"], ["normalize", "--report"], ["run", "--config"], ["explain", "--file", "="]])
    func bashOffersFilesWhereOneBelongs(_ words: [String]) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "complete-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "my asa.log").path(percentEncoded: false)
        try Data().write(to: URL(filePath: file))
        let beginning = folder.appending(path: "my").path()
        #expect(try offered(words + [beginning]) == [file])
    }

    /// The commands that the overview of the help names.
    private func commands() throws -> [String] {
        let names = try output(["help"]).split(separator: "\n").filter { $0.hasPrefix("  ") }
            .map { String($0.split(separator: " ")[0]) }
        #expect(names.count > 15)
        return names.filter { $0 != "help" && $0 != "version" }
    }

    private func flags(of command: String) throws -> [String] {
        try output(["help", command]).split(separator: "\n").filter { $0.hasPrefix("  --") }
            .map { String($0.split(separator: " ")[0]) }
    }

    @Test func everyFlagOfTheHelpIsOfferedAndInTheManual() throws {
        let page = try output(["man"]).replacing("\\-", with: "-")
        let fish = try output(["completions", "fish"])
        let zsh = try output(["completions", "zsh"])
        for command in try commands() {
            let flags = try flags(of: command)
            #expect(try offered([command, "--"]).sorted() == (flags + ["--help"]).sorted(), "\(command)")
            for flag in flags {
                #expect(page.contains("\\fB\(flag)\\fR"), "\(flag)")
                let option = "'__fish_seen_subcommand_from \(command)' -l \(flag.dropFirst(2)) "
                #expect(fish.contains(option), "\(command) \(flag)")
                #expect(zsh.contains(flag + "=[") || zsh.contains(flag + "["), "\(command) \(flag)")
            }
        }
    }

    @Test(.enabled(if: isInstalled("zsh"), "zsh is not installed"))
    func zshTakesItsScript() throws {
        let script = try output(["completions", "zsh"])
        let parsed = try run("zsh", ["-n", "/dev/stdin"], input: script)
        #expect(parsed.status == 0 && parsed.errors.isEmpty, "\(parsed.errors)")
        let loaded = try run(
            "zsh",
            [
                "-fc",
                "autoload -Uz compinit && compinit -D && source =($0 completions zsh); print $_comps[\(Self.name)]",
                Program.path,
            ]
        )
        #expect(loaded.output == "_anyconnect_normalizer\n", "\(loaded.errors)")
    }

    @Test(.enabled(if: isInstalled("fish"), "fish is not installed"))
    func fishOffers() throws {
        for (line, words) in [
            ("nor", ["normalize"]), ("normalize --rep", ["--report"]), ("dead-letters re", ["redrive"]),
            ("messages --format ", ["json", "markdown", "text"]),
        ] {
            let command = "$argv[1] completions fish | source; complete -C '\(Self.name) \(line)'"
            let result = try run("fish", ["--no-config", "-c", command, Program.path])
            let found = result.output.split(separator: "\n").map { String($0.split(separator: "\t")[0]) }
            #expect(found.sorted() == words, "\(line): \(result.output)\(result.errors)")
        }
    }

    @Test(.enabled(if: isInstalled("man"), "man is not installed"))
    func manFormatsThePage() throws {
        let result = try run("man", ["--warnings", "-P", "cat", "-l", "-"], input: try output(["man"]))
        #expect(result.status == 0 && result.errors.isEmpty, "\(result.errors)")
        for part in ["EXIT STATUS", "--bootstrap-servers HOST:PORT,...", "normalize [FILE...] [SETTINGS]"] {
            #expect(result.output.contains(part), "\(part)")
        }
    }

    @Test(.enabled(if: isInstalled("mandoc"), "mandoc is not installed"))
    func mandocFindsNoError() throws {
        let result = try run("mandoc", ["-Tlint", "-Wwarning"], input: try output(["man"]))
        // The page has no date: it changes with every version and not with the calendar.
        let found = result.output.split(separator: "\n").filter { !$0.contains("missing date") }
        #expect(found.isEmpty, "\(found.joined(separator: "\n"))")
    }

    @Test(arguments: [["completions"], ["completions", "ksh"]])
    func anotherShellIsRefused(_ arguments: [String]) throws {
        let program = try Program(arguments)
        #expect(program.wait() == 78)
        #expect(program.errors.contains("bash"), "\(program.errors)")
    }
}
