// `man`: the manual page.

internal import Worker

enum ManCommand {
    /// The command; `commands` gives the table of all.
    static func command(_ commands: @escaping @Sendable () -> [Command]) -> Command {
        Command(
            name: "man",
            summary: "Print the manual page.",
            details: """
                The page is in the language of man(7). deploy/install --prefix puts it where man looks for it.
                """,
            example: "anyconnect-normalizer man | man -l -",
            settings: [],
            run: { values throws(ConfigurationFaults) in try run(values, commands()) }
        )
    }

    private static func run(_ values: SettingValues, _ commands: [Command]) throws(ConfigurationFaults) -> ExitCode {
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        StandardStream.output.print(ManualPage.text(commands))
        return .success
    }
}
