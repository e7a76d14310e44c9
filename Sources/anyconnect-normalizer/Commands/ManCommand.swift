// `man`: the manual page.

internal import Worker

enum ManCommand {
    static let command = Command(
        name: "man",
        summary: "Print the manual page.",
        details: """
            The page is in the language of man(7). deploy/install --prefix puts it where man looks for it.
            """,
        example: "anyconnect-normalizer man | man -l -",
        settings: [],
        run: run
    )

    private static func run(_ values: SettingValues) throws(ConfigurationFaults) -> ExitCode {
        guard values.faults.isEmpty else { throw ConfigurationFaults(values.faults) }
        StandardStream.output.print(ManualPage.text)
        return .success
    }
}
