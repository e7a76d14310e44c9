// Asks a person before something is done that cannot be undone by itself. Main thread.

internal import Glibc
internal import Operations
internal import Worker

/// How a command is to be carried out that shows a plan first.
struct Confirmation {
    /// Whether the plan is all that is wanted.
    let isDryRun: Bool
    private let isGiven: Bool

    init(_ values: inout SettingValues) {
        isDryRun = values.isOn(.dryRun)
        isGiven = values.isOn(.yes)
    }

    /// Goes on with `--yes`, or if a person at the terminal says so.
    func require(_ question: String) throws(CommandFailure) {
        if isGiven { return }
        guard isatty(STDIN_FILENO) == 1 else {
            throw CommandFailure("there is no terminal to ask on: give --yes, or --dry-run for the plan alone")
        }
        StandardStream.output.flush()
        StandardStream.error.print(question + " Type 'yes' to go on:")
        guard readLine() == "yes" else { throw CommandFailure("not carried out") }
    }
}
