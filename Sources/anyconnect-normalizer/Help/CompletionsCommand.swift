// `completions`: the script that lets a shell complete commands, flags and their values.

internal import Worker

enum CompletionsCommand {
    /// The command; `commands` gives the table of all.
    static func command(_ commands: @escaping @Sendable () -> [Command]) -> Command {
        Command(
            name: "completions",
            summary: "Print the completion script for bash, zsh or fish.",
            details: """
                For this shell: source <(anyconnect-normalizer completions bash), or with zsh behind compinit; in fish,
                pipe it into source. deploy/install --prefix puts all three where the shells look for them.
                """,
            example:
                "anyconnect-normalizer completions bash > /usr/share/bash-completion/completions/anyconnect-normalizer",
            settings: [.shell],
            positionals: [.shell],
            run: { values throws(ConfigurationFaults) in try run(&values, commands()) }
        )
    }

    private static func run(
        _ values: inout SettingValues,
        _ commands: [Command]
    ) throws(ConfigurationFaults) -> ExitCode {
        let script = values.choice(.shell) { Completion.script(for: $0, commands) }
        guard values.faults.isEmpty, let script else { throw ConfigurationFaults(values.faults) }
        StandardStream.output.print(script)
        return .success
    }
}
